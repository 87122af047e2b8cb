// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/manualscore.h"

#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

template<>
const RecordType &recordType<ManualScore>()
{
    using R = ManualScore;
    static const RecordType type = record<R, 9>(
        "manual_score", "人工评分",
        {.display = {"organization", "year", "indicator"},
         .match = {{"organization", "year", "indicator"}},
         .unique = {{"organization", "year", "indicator"}},
         .date = "year"},
        {
            idField<R>(),
            field<&R::organization>("organization", "社会组织", {.listed = true}),
            field<&R::year>("year", "年度", {.listed = true, .check = checkYearField}),
            field<&R::indicator>(
                "indicator", "指标编号",
                {.maxLength = 20, .required = true, .listed = true, .headings = {"指标", "指标代码"}}),
            field<&R::value>("value", "评分", {.listed = true, .headings = {"得分", "数值", "分数"}}),
            field<&R::evidence>("evidence", "佐证",
                                {.listed = true, .headings = {"依据", "扣分原因", "佐证材料"}}),
            field<&R::attachment>("attachment", "附件"),
            field<&R::scorer>("scorer", "评分人",
                              {.maxLength = 30, .listed = true, .headings = {"评分人员"}}),
            field<&R::scoredOn>("scored_on", "评分日期"),
        });
    return type;
}

} // namespace core
