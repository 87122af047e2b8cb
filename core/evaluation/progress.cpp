// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/progress.h"

#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/evaluationresult.h"
#include "core/registry/selections.h"
#include "core/store/where.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace core {

Result<JobProgress> evaluationProgress(const Store &store, QDate today)
{
    const int year = yearAtWork(today);
    JobProgress progress{tr("%1 年度评价进度").arg(year), tr("已评"), {}};
    const auto byTown = [](Query query) {
        query.group = {path<&Organization::town, &Division::code>(),
                       path<&Organization::town, &Division::name>(), path<&Organization::town>()};
        query.measures = {countAs(u"n"_s)};
        query.sort = {ascending<&Organization::town, &Division::code>()};
        return query;
    };
    // The same organizations are asked for twice, so that no town has more results than organizations.
    QHash<QString, qint64> rated;
    const Result<Evaluation> evaluation = evaluationThatCounts(store, year);
    if (!evaluation && evaluation.error().code != Error::Code::NotFound)
        return evaluation.error();
    const Id<Evaluation> counting = evaluation ? evaluation->id : Id<Evaluation>();
    CORE_TRY(store.each(byTown(activeOrganizations(where::exists<&EvaluationResult::organization>(
                            where::is<&EvaluationResult::evaluation>(counting)))),
                        [&](const QVariantList &row) {
                            rated.insert(row.at(2).toString(), row.at(3).toLongLong());
                            return true;
                        }));
    CORE_TRY(store.each(byTown(activeOrganizations()), [&](const QVariantList &row) {
        const QString town = row.at(2).toString();
        progress.parts.push_back(
            {town.isEmpty() ? tr("未填镇街") : row.at(1).toString(), rated.value(town),
             row.at(3).toLongLong(),
             activeOrganizations(town.isEmpty() ? where::empty<&Organization::town>()
                                                : where::is<&Organization::town>(Id<Division>{town}))});
        return true;
    }));
    return progress;
}

} // namespace core
