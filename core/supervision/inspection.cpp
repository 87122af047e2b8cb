// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supervision/inspection.h"

#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

std::span<const Choice> choicesOf(InspectionConclusion)
{
    static constexpr Choice choices[] = {
        {"pass", "合格", "年检合格"},
        {"basic_pass", "基本合格"},
        {"fail", "不合格"},
        {"absent", "未参检", "未年检|未参加|未检"},
        {"reported", "已报年报", "年报"},
    };
    return choices;
}

template<>
const RecordType &recordType<Inspection>()
{
    using R = Inspection;
    static const RecordType type = record<R, 7>(
        "inspection", "年检结论",
        {.display = {"organization", "year", "conclusion"},
         .match = {{"organization", "year"}},
         .unique = {{"organization", "year"}},
         .date = "year"},
        {
            idField<R>(),
            field<&R::organization>("organization", "社会组织", {.listed = true}),
            field<&R::year>("year", "年度",
                            {.listed = true, .headings = {"年检年度"}, .check = checkYearField}),
            field<&R::conclusion>("conclusion", "结论",
                                  {.listed = true, .headings = {"年检结论", "年检结果"}}),
            field<&R::filedOn>("filed_on", "报送日期",
                               {.listed = true, .headings = {"网填日期", "填报日期"}}),
            field<&R::concludedOn>("concluded_on", "审定日期",
                                   {.listed = true, .headings = {"年检时间", "结论日期"}}),
            field<&R::remarks>(
                "remarks", "备注",
                {.maxLength = 200, .headings = {"说明", "整改要求", "原因", "不合格原因", "存在问题"}}),
        });
    return type;
}

} // namespace core
