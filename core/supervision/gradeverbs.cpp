// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supervision/gradeverbs.h"

#include "core/base/tr.h"
#include "core/store/change.h"
#include "core/supervision/grade.h"

namespace core {

namespace {

QString label(GradeLevel level)
{
    return tr(choicesOf(level)[size_t(level)].label);
}

/// A decision is made while the grade holds: not before it was given, not after it has run out, not tomorrow.
Status requireDate(const VerbContext &context, const Grade &grade, QDate decidedOn)
{
    const auto refuse = [](const QString &text) { return Error{Error::Code::InvalidInput, text, {}}; };
    if (decidedOn > context.now.toLocalTime().date())
        return refuse(tr("处理日期 %1 还没有到。").arg(decidedOn.toString(Qt::ISODate)));
    if (decidedOn < grade.assessedOn)
        return refuse(tr("处理日期 %1 早于评定日期 %2。")
                          .arg(decidedOn.toString(Qt::ISODate), grade.assessedOn.toString(Qt::ISODate)));
    if (grade.validTo && decidedOn > *grade.validTo)
        return refuse(tr("这个等级的有效期到 %1，处理日期 %2 时已经期满，不需要再处理。")
                          .arg(grade.validTo->toString(Qt::ISODate), decidedOn.toString(Qt::ISODate)));
    return ok();
}

/// Notes on the grade what was decided, and keeps it.
template<typename Input>
Status decide(Change &change, Grade grade, GradeDecision decision, const Input &input)
{
    grade.decision = decision;
    grade.decidedOn = input.decidedOn;
    grade.decisionReason = input.reason;
    return change.update(grade);
}

struct Lower
{
    using Record = Grade;
    struct Input
    {
        GradeLevel level{};
        QDate decidedOn;
        QString reason;
    };

    static QString refusal(const Grade &grade)
    {
        if (grade.decision == GradeDecision::Cancelled)
            return tr("这个等级已经取消，不能再降低。");
        if (grade.level == GradeLevel::One)
            return tr("1A 已是最低等级，不能再降低，只能取消。");
        return {};
    }
    static Status guard(const VerbContext &context, const Grade &grade, const Input &input)
    {
        if (input.level >= grade.level) {
            return Error{
                Error::Code::InvalidInput,
                tr("降低后的等级应低于现在的 %1，填的是 %2。").arg(label(grade.level), label(input.level)),
                {}};
        }
        return requireDate(context, grade, input.decidedOn);
    }
    static Status run(Change &change, const VerbContext &, Grade grade, const Input &input)
    {
        // Lowered twice: what it was at first.
        if (!grade.loweredFrom)
            grade.loweredFrom = grade.level;
        grade.level = input.level;
        return decide(change, std::move(grade), GradeDecision::Lowered, input);
    }
};

struct Cancel
{
    using Record = Grade;
    struct Input
    {
        QDate decidedOn;
        QString reason;
    };

    static QString refusal(const Grade &grade)
    {
        return grade.decision == GradeDecision::Cancelled ? tr("这个等级已经取消了。") : QString();
    }
    static Status guard(const VerbContext &context, const Grade &grade, const Input &input)
    {
        return requireDate(context, grade, input.decidedOn);
    }
    /// It ends with the day of the decision: whatever asks for grades in force asks until when they hold.
    static Status run(Change &change, const VerbContext &, Grade grade, const Input &input)
    {
        grade.validTo = input.decidedOn;
        return decide(change, std::move(grade), GradeDecision::Cancelled, input);
    }
};

struct Reinstate
{
    using Record = Grade;
    struct Input
    {
        std::optional<QDate> validTo;
        QString reason;
    };

    static QString refusal(const Grade &grade)
    {
        return grade.decision ? QString() : tr("这个等级没有降低或取消，不需要恢复。");
    }
    static Status guard(const VerbContext &, const Grade &grade, const Input &input)
    {
        if (grade.decision == GradeDecision::Cancelled && !input.validTo)
            return Error{
                Error::Code::InvalidInput, tr("取消时有效期已经终止，恢复要填写证书上的有效期。"), {}};
        if (input.validTo && *input.validTo < grade.assessedOn) {
            return Error{
                Error::Code::InvalidInput,
                tr("有效期至 %1 早于评定日期 %2。")
                    .arg(input.validTo->toString(Qt::ISODate), grade.assessedOn.toString(Qt::ISODate)),
                {}};
        }
        return ok();
    }
    static Status run(Change &change, const VerbContext &, Grade grade, const Input &input)
    {
        grade.decision.reset();
        if (grade.loweredFrom)
            grade.level = *grade.loweredFrom;
        if (input.validTo)
            grade.validTo = input.validTo;
        grade.loweredFrom.reset();
        grade.decidedOn.reset();
        grade.decisionReason.clear();
        return change.update(grade);
    }
};

} // namespace

std::span<const Verb> gradeVerbs()
{
    static const Verb verbs[] = {
        verb<Lower, 3>("lower", "降低等级",
                       {.explanation = "按评估管理办法作出的降级处理：改为较低的等级，有效期不变。"},
                       {field<&Lower::Input::level>("level", "降为"),
                        field<&Lower::Input::decidedOn>("decided_on", "处理日期"),
                        reasonField<&Lower::Input::reason>()}),
        verb<Cancel, 2>(
            "cancel", "取消等级",
            {.explanation = "按评估管理办法取消评估等级：有效期到处理日期为止，以后不再计入评价。"},
            {field<&Cancel::Input::decidedOn>("decided_on", "处理日期"),
             reasonField<&Cancel::Input::reason>()}),
        verb<Reinstate, 2>("reinstate", "恢复等级",
                           {.explanation = "降低或取消的决定被撤销，或者记错了：恢复原来的等级。"},
                           {field<&Reinstate::Input::validTo>("valid_to", "有效期至"),
                            reasonField<&Reinstate::Input::reason>()}),
    };
    return verbs;
}

} // namespace core
