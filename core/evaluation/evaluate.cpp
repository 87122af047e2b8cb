// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluate.h"

#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/figures.h"
#include "core/evaluation/manualcheck.h"
#include "core/evaluation/storedevaluation.h"

#include <algorithm>

namespace core {

namespace {

Status refuseWrongYear(const Scheme &scheme, int year)
{
    const bool early = scheme.validFrom.isValid() && year < scheme.validFrom.year();
    const bool late = scheme.validTo && year > scheme.validTo->year();
    if (!early && !late)
        return ok();
    return Error{Error::Code::InvalidInput,
                 tr("方案“%1”的适用期是 %2 至 %3，不能用于 %4 年度。请换一个方案。")
                     .arg(scheme.title, scheme.validFrom.toString(Qt::ISODate),
                          scheme.validTo ? scheme.validTo->toString(Qt::ISODate) : tr("今后"))
                     .arg(year),
                 {}};
}

} // namespace

Result<EvaluationOutcome> evaluateYear(const Store &store, int year, const Scheme &scheme, Progress &progress,
                                       QDate today)
{
    CORE_TRY(refuseWrongYear(scheme, year));
    EvaluationOutcome outcome;
    outcome.year = year;
    outcome.cutoff = std::min(today, QDate(year, 12, 31));
    if (const Result<Evaluation> earlier = findEvaluation(store, year, scheme.key)) {
        CORE_TRY(refusePublished(*earlier));
        outcome.evaluation = *earlier;
    } else if (earlier.error().code != Error::Code::NotFound) {
        return earlier.error();
    }
    outcome.plan = makePlan(scheme);
    outcome.journalHead = store.headHash();
    CORE_ASSIGN(outcome.candidates, readCandidates(store, outcome.plan, year, outcome.cutoff, progress));
    CORE_ASSIGN(outcome.manualRemarks, manualScoreRemarks(store, outcome.plan, outcome.candidates, year));
    progress.setStage(tr("计分排名"));
    outcome.scores = scoreAll(outcome.plan, outcome.candidates);
    return outcome;
}

} // namespace core
