// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluationfeature.h"

#include "core/base/tr.h"
#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/evaluationresult.h"
#include "core/evaluation/evaluationverbs.h"
#include "core/evaluation/manualscore.h"
#include "core/evaluation/progress.h"
#include "core/evaluation/schemerecord.h"
#include "core/store/where.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The newest evaluated year and how far it is.
Result<QString> inBrief(const Store &store)
{
    const Result<Evaluation> latest = latestEvaluation(store);
    if (!latest)
        return latest.error().code == Error::Code::NotFound ? Result<QString>(QString()) : latest.error();
    const bool isPublished = latest->state == EvaluationState::Published;
    return tr("%1 年度评价 · %2").arg(latest->year).arg(isPublished ? tr("已公布") : tr("试算"));
}

std::vector<HeadFigure> figures(QDate today)
{
    const int year = yearAtWork(today);
    const Condition warned = where::exists<&EvaluationResult::organization>(
        Condition::all({where::is<&EvaluationResult::year>(year),
                        where::is<&EvaluationResult::warning>(WarningLevel::Warning)}));
    return {{{u"warned"_s, tr("积分预警"), DataFinding::Weight::Late, queryOf<Organization>(warned)},
             tr("%1 年度").arg(year)}};
}

} // namespace

const Feature &evaluationFeature()
{
    static const Feature feature{
        .key = "evaluation",
        .types = {&recordType<SchemeRecord>(), &recordType<Evaluation>(), &recordType<EvaluationResult>(),
                  &recordType<ManualScore>()},
        .verbs = evaluationVerbs(),
        .acts = {&keepYear()},
        .figures = figures,
        .progress = evaluationProgress,
        .inBrief = inBrief,
    };
    return feature;
}

} // namespace core
