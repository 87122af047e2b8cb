// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supervision/grade.h"

#include "core/base/codetext.h"
#include "core/base/tr.h"
#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

std::span<const Choice> choicesOf(GradeLevel)
{
    static constexpr Choice choices[] = {
        {"1a", "1A", "A|一级|1A级|一A|A级|一A级"},         {"2a", "2A", "AA|二级|2A级|二A|AA级|二A级"},
        {"3a", "3A", "AAA|三级|3A级|三A|AAA级|三A级"},     {"4a", "4A", "AAAA|四级|4A级|四A|AAAA级|四A级"},
        {"5a", "5A", "AAAAA|五级|5A级|五A|AAAAA级|五A级"},
    };
    return choices;
}

std::span<const Choice> choicesOf(GradeDecision)
{
    static constexpr Choice choices[] = {
        {"lowered", "已降低", "降低|已降级|降级"},
        {"cancelled", "已取消", "取消|撤销|已撤销"},
    };
    return choices;
}

namespace {

/// What stands beside a decision and contradicts it: an old sheet that is imported once more, or a hand in
/// the form. Told and kept on the list, not refused: old papers are not always of one piece.
void checkDecision(const Grade &grade, std::vector<Problem> &found)
{
    const auto warn = [&](const char *field, const QString &text) {
        found.push_back({field, text, Problem::Severity::Warn});
    };
    if (grade.decision == GradeDecision::Cancelled && grade.decidedOn &&
        (!grade.validTo || *grade.validTo > *grade.decidedOn)) {
        warn("valid_to",
             tr("这个等级已于 %1 取消，有效期不能晚于那一天。取消的决定被撤销时，请用“恢复等级”。")
                 .arg(grade.decidedOn->toString(Qt::ISODate)));
    }
    if (grade.decision && grade.loweredFrom && grade.level >= *grade.loweredFrom)
        warn("level", tr("这个等级已经降低过，现在的等级应低于原等级。降低的决定被撤销时，请用“恢复等级”。"));
    if (!grade.decision && grade.loweredFrom)
        warn("lowered_from", tr("写了原等级，没有写等级处理的结果。"));
    if (grade.decidedOn && *grade.decidedOn < grade.assessedOn)
        warn("decided_on", tr("处理日期早于评定日期。"));
}

std::vector<Problem> checkGrade(const Grade &grade)
{
    std::vector<Problem> found;
    if (grade.validTo && *grade.validTo < grade.assessedOn)
        found.push_back({"valid_to", tr("有效期至早于评定日期。"), Problem::Severity::Warn});
    if (grade.decision && !grade.decidedOn)
        found.push_back({"decided_on", tr("等级已降低或取消，但没有处理日期。"), Problem::Severity::Warn});
    checkDecision(grade, found);
    return found;
}

} // namespace

template<>
const RecordType &recordType<Grade>()
{
    using R = Grade;
    static const RecordType type = record<R, 11, checkGrade>(
        "grade", "等级评估",
        {.display = {"organization", "level", "assessed_on"},
         .match = {{"organization", "assessed_on"}},
         .unique = {{"organization", "assessed_on"}},
         .date = "assessed_on",
         .until = "valid_to"},
        {
            idField<R>(),
            field<&R::organization>("organization", "社会组织", {.listed = true}),
            field<&R::level>("level", "等级", {.listed = true, .headings = {"评估等级"}}),
            field<&R::assessedOn>(
                "assessed_on", "评定日期",
                {.listed = true, .headings = {"评估日期", "评估时间", "授予日期", "有效期起"}}),
            field<&R::validTo>("valid_to", "有效期至",
                               {.listed = true, .headings = {"有效期止", "到期日", "有效期", "证书有效期"}}),
            field<&R::points>("points", "评估得分", {.unit = "分"}),
            field<&R::certificate>(
                "certificate", "证书号",
                {.maxLength = 60, .searchable = true, .headings = {"证书编号"}, .normalize = documentNumber}),
            field<&R::decision>("decision", "等级处理",
                                {.section = "处理",
                                 .listed = true,
                                 .readOnly = true,
                                 .backFill = true,
                                 .headings = {"处理结果", "处理情况"}}),
            field<&R::loweredFrom>(
                "lowered_from", "原等级",
                {.section = "处理", .readOnly = true, .backFill = true, .headings = {"降级前等级"}}),
            field<&R::decidedOn>("decided_on", "处理日期",
                                 {.section = "处理",
                                  .readOnly = true,
                                  .backFill = true,
                                  .headings = {"降级日期", "取消日期"}}),
            field<&R::decisionReason>("decision_reason", "处理理由",
                                      {.section = "处理",
                                       .maxLength = 200,
                                       .readOnly = true,
                                       .backFill = true,
                                       .headings = {"降级原因", "取消原因", "处理原因"}}),
        });
    return type;
}

} // namespace core
