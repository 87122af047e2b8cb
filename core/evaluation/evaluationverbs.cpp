// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluationverbs.h"

#include "core/base/tr.h"
#include "core/evaluation/publishedcheck.h"
#include "core/evaluation/storedevaluation.h"
#include "core/store/runverb.h"
#include "core/store/where.h"

namespace core {

namespace {

struct Publish
{
    using Record = Evaluation;
    using Input = NoInput;

    static QString refusal(const Evaluation &evaluation)
    {
        return evaluation.state == EvaluationState::Published ? tr("%1已经公布过了。").arg(evaluation.title)
                                                              : QString();
    }
    static Status guard(const VerbContext &context, const Evaluation &evaluation, const Input &)
    {
        CORE_ASSIGN(const EvaluationOutcome outcome, loadScores(context.store, evaluation.id, Recheck::Yes));
        return requireUnchanged(context.store, outcome);
    }
    static Status run(Change &change, const VerbContext &context, Evaluation evaluation, const Input &)
    {
        evaluation.state = EvaluationState::Published;
        evaluation.publishedAt = context.now;
        return change.update(evaluation);
    }
};

struct Withdraw
{
    using Record = Evaluation;
    struct Input
    {
        QString reason;
    };

    static QString refusal(const Evaluation &evaluation)
    {
        return evaluation.state == EvaluationState::Published
                   ? QString()
                   : tr("%1还没有公布，没有可以撤销的公布。").arg(evaluation.title);
    }
    /// A later year that is published tells how much better or worse everybody was than in this one.
    static Status guard(const VerbContext &context, const Evaluation &evaluation, const Input &)
    {
        Query later =
            queryOf<Evaluation>(Condition::all({where::above<&Evaluation::year>(evaluation.year),
                                                where::is<&Evaluation::state>(EvaluationState::Published)}));
        later.sort = {descending<&Evaluation::year>()};
        CORE_ASSIGN(const std::vector<Evaluation> found, context.store.all<Evaluation>(later));
        if (found.empty())
            return ok();
        return Error{Error::Code::Conflict,
                     tr("%2 年度已经公布，它与 %1 年度的成绩作过比较。请先撤销 %2 年度的公布。")
                         .arg(evaluation.year)
                         .arg(found.front().year),
                     {}};
    }
    static Status run(Change &change, const VerbContext &, Evaluation evaluation, const Input &)
    {
        evaluation.state = EvaluationState::Draft;
        evaluation.publishedAt.reset();
        return change.update(evaluation);
    }
};

} // namespace

std::span<const Verb> evaluationVerbs()
{
    static const Verb verbs[] = {
        verb<Publish, 0>("publish", "公布",
                         {.explanation = "公布以后，这一年度的方案、指标数据和成绩全部定格，不能再重新计算；"
                                         "台账以后的改动不影响它。请先核对预警和人工评分。",
                          .reach = Reach::Outward,
                          .counter = "withdraw",
                          .isLong = true}),
        verb<Withdraw, 1>("withdraw", "撤销公布",
                          {.explanation = "撤销以后，成绩变回试算，可以更正台账后重新计算、重新公布。"
                                          "已经张贴或送达的通报要另行更正。理由写入操作日志。",
                           .reach = Reach::Outward,
                           .whyFinal = "撤销公布是对外作出的更正，不能再悄悄收回；核对以后可以重新公布。"},
                          {reasonField<&Withdraw::Input::reason>()}),
    };
    return verbs;
}

const Act &keepYear()
{
    static const Act act{
        "keep_year",
        "保存年度积分评价的计算结果",
        {&recordType<SchemeRecord>(), &recordType<Evaluation>(), &recordType<EvaluationResult>()}};
    return act;
}

Status publishEvaluation(Store &store, const Id<Evaluation> &evaluation, const QDateTime &now)
{
    return runVerb(store, evaluationVerbs().front(), evaluation.text, {}, now);
}

} // namespace core
