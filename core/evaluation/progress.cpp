// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/progress.h"

#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/evaluationresult.h"
#include "core/registry/selections.h"
#include "core/store/where.h"

using namespace Qt::StringLiterals;

namespace core {

Result<JobProgress> evaluationProgress(const Store &store, QDate today)
{
    const int year = yearAtWork(today);
    JobProgress progress{tr("%1 年度评价进度").arg(year), tr("已评"), {}};
    const Result<Evaluation> evaluation = evaluationThatCounts(store, year);
    if (!evaluation && evaluation.error().code != Error::Code::NotFound)
        return evaluation.error();
    const Id<Evaluation> counting = evaluation ? evaluation->id : Id<Evaluation>();
    // Among the same organizations, so that no town has more results than organizations.
    const Condition isRated =
        where::exists<&EvaluationResult::organization>(where::is<&EvaluationResult::evaluation>(counting));
    Query all = activeOrganizations();
    all.group = {path<&Organization::town, &Division::code>(), path<&Organization::town, &Division::name>(),
                 path<&Organization::town>()};
    all.measures = {countAs(u"n"_s), countAs(u"with_result"_s, isRated)};
    all.sort = {ascending<&Organization::town, &Division::code>()};
    CORE_TRY(store.each(all, [&](const QVariantList &row) {
        const QString town = row.at(2).toString();
        progress.parts.push_back(
            {town.isEmpty() ? tr("未填镇街") : row.at(1).toString(), row.at(4).toLongLong(),
             row.at(3).toLongLong(),
             activeOrganizations(town.isEmpty() ? where::empty<&Organization::town>()
                                                : where::is<&Organization::town>(Id<Division>{town}))});
        return true;
    }));
    return progress;
}

} // namespace core
