// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/currentevaluation.h"

#include "core/base/tr.h"
#include "core/store/where.h"

#include <algorithm>
#include <functional>

namespace core {

namespace {

Error notEvaluated(int year)
{
    return {Error::Code::NotFound, tr("%1 年度还没有积分评价。请先运行年度评价。").arg(year), {}};
}

/// When an evaluation became what it is.
QDateTime standingSince(const Evaluation &evaluation)
{
    return evaluation.publishedAt.value_or(evaluation.computedAt);
}

bool isPublished(const Evaluation &evaluation)
{
    return evaluation.state == EvaluationState::Published;
}

/// The scheme by which the year before counts; empty when it has no evaluation.
QString usualScheme(const Store &store, int year)
{
    const Result<Evaluation> before = evaluationThatCounts(store, year - 1);
    return before ? schemeKeyOf(store, *before) : QString();
}

} // namespace

int yearAtWork(QDate today)
{
    return today.month() <= 6 ? today.year() - 1 : today.year();
}

Result<std::vector<Evaluation>> evaluationsOf(const Store &store, int year)
{
    CORE_ASSIGN(std::vector<Evaluation> found,
                store.all<Evaluation>(queryOf<Evaluation>(where::is<&Evaluation::year>(year))));
    std::ranges::stable_sort(found, std::greater(), standingSince);
    const auto trials = std::stable_partition(found.begin(), found.end(), isPublished);
    if (found.end() - trials > 1) {
        const QString usual = usualScheme(store, year);
        std::stable_partition(trials, found.end(),
                              [&](const Evaluation &trial) { return schemeKeyOf(store, trial) == usual; });
    }
    return found;
}

Result<Evaluation> evaluationThatCounts(const Store &store, int year)
{
    CORE_ASSIGN(std::vector<Evaluation> found, evaluationsOf(store, year));
    if (found.empty())
        return notEvaluated(year);
    return std::move(found.front());
}

Result<Evaluation> findEvaluation(const Store &store, int year, const QString &schemeKey)
{
    const Condition wanted =
        Condition::all({where::is<&Evaluation::year>(year),
                        where::is<&Evaluation::scheme, &SchemeRecord::schemeKey>(schemeKey)});
    CORE_ASSIGN(std::vector<Evaluation> found, store.all<Evaluation>(queryOf<Evaluation>(wanted)));
    if (found.empty())
        return Error{Error::Code::NotFound,
                     tr("%1 年度没有按方案“%2”做过积分评价。请先按它运行年度评价，或换一个方案。")
                         .arg(QString::number(year), schemeKey),
                     {}};
    return std::move(found.front());
}

Result<Evaluation> latestEvaluation(const Store &store)
{
    CORE_ASSIGN(const std::vector<int> years, evaluatedYears(store));
    if (years.empty())
        return Error{Error::Code::NotFound, tr("还没有做过年度积分评价。请先运行年度评价。"), {}};
    return evaluationThatCounts(store, years.front());
}

Result<Evaluation> evaluationBefore(const Store &store, int year, const QString &schemeKey)
{
    return findEvaluation(store, year - 1, schemeKey);
}

Result<std::vector<int>> evaluatedYears(const Store &store)
{
    Query query = queryOf<Evaluation>();
    query.group = {path<&Evaluation::year>()};
    query.measures = {countAs(QStringLiteral("evaluations"))};
    query.sort = {descending<&Evaluation::year>()};
    std::vector<int> years;
    CORE_TRY(store.each(query, [&](const QVariantList &row) {
        years.push_back(row.front().toInt());
        return true;
    }));
    return years;
}

QString schemeKeyOf(const Store &store, const Evaluation &evaluation)
{
    const Result<SchemeRecord> scheme = store.get(evaluation.scheme);
    return scheme ? scheme->schemeKey : QString();
}

QString schemeTitleOf(const Store &store, const Evaluation &evaluation)
{
    const Result<SchemeRecord> scheme = store.get(evaluation.scheme);
    return scheme ? scheme->title : QString();
}

} // namespace core
