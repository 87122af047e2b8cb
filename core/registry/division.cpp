// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/division.h"

#include "core/record/describe.h"

namespace core {

std::span<const Choice> choicesOf(DivisionLevel)
{
    static constexpr Choice choices[] = {
        {"county", "县（市、区）", "县|县级|区县"},
        {"town", "镇街", "镇|街道|乡|乡镇|镇级"},
        {"village", "村社区", "村|社区|村级"},
    };
    return choices;
}

std::span<const Choice> choicesOf(DivisionSetting)
{
    static constexpr Choice choices[] = {
        {"urban", "城镇", "城区|城市"}, {"rural", "农村", "乡村"},     {"fringe", "城乡结合型"},
        {"unmanaged", "物业弃管型"},    {"old_quarter", "传统老旧型"}, {"gated", "高级封闭型"},
    };
    return choices;
}

template<>
const RecordType &recordType<Division>()
{
    using R = Division;
    static const RecordType type = record<R, 9>(
        "division", "区划", {.match = {{"code"}, {"name", "parent"}}, .unique = {{"parent", "name"}}},
        {
            idField<R>(),
            field<&R::code>("code", "区划代码",
                            {.maxLength = 12,
                             .required = true,
                             .unique = true,
                             .searchable = true,
                             .listed = true,
                             .headings = {"代码", "行政区划代码", "镇街代码"}}),
            field<&R::name>("name", "名称",
                            {.maxLength = 60,
                             .required = true,
                             .searchable = true,
                             .pinyin = true,
                             .listed = true,
                             .headings = {"区划名称", "镇街", "镇街名称", "村社区名称"}}),
            field<&R::level>("level", "级别", {.listed = true}),
            field<&R::parent>("parent", "上级",
                              {.listed = true, .headings = {"上级区划", "所属镇街", "上级代码"}}),
            field<&R::setting>("setting", "类型", {.listed = true, .headings = {"社区类型", "城乡类型"}}),
            field<&R::population>("population", "常住人口",
                                  {.unit = "人", .listed = true, .headings = {"人口", "人口数"}}),
            field<&R::grids>("grids", "网格数", {.unit = "个"}),
            field<&R::remarks>("remarks", "备注", {.headings = {"说明"}}),
        });
    return type;
}

} // namespace core
