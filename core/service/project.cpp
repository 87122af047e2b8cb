// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/project.h"

#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

std::span<const Choice> choicesOf(Performance)
{
    static constexpr Choice choices[] = {
        {"excellent", "优秀", "优"},
        {"good", "良好", "良"},
        {"pass", "合格", "中"},
        {"fail", "不合格", "差"},
    };
    return choices;
}

template<>
const RecordType &recordType<Project>()
{
    using R = Project;
    static const RecordType type = record<R, 9>(
        "project", "购买服务项目",
        {.display = {"name", "organization", "year"},
         .match = {{"organization", "name", "year"}},
         .date = "year"},
        {
            idField<R>(),
            field<&R::organization>("organization", "承接组织",
                                    {.listed = true, .headings = {"社会组织", "组织名称"}}),
            field<&R::year>("year", "年度", {.listed = true, .check = checkYearField}),
            field<&R::name>("name", "项目名称",
                            {.maxLength = 120,
                             .required = true,
                             .searchable = true,
                             .pinyin = true,
                             .listed = true,
                             .headings = {"项目名"}}),
            field<&R::buyer>("buyer", "购买主体",
                             {.maxLength = 60, .listed = true, .headings = {"购买单位", "委托单位"}}),
            field<&R::amount>("amount", "合同金额",
                              {.unit = "元",
                               .listed = true,
                               .headings = {"合同额", "金额", "资助额"},
                               .check = checkNotNegative}),
            field<&R::startedOn>("started_on", "开始日期"),
            field<&R::endedOn>("ended_on", "结束日期", {.headings = {"结项日期", "验收日期"}}),
            field<&R::performance>("performance", "绩效评价",
                                   {.listed = true, .headings = {"绩效", "绩效等级", "评价结果"}}),
        });
    return type;
}

} // namespace core
