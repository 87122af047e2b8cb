// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/serviceactivity.h"

#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

std::span<const Choice> choicesOf(ServiceKind)
{
    static constexpr Choice choices[] = {
        {"elderly", "为老服务", "养老服务"},
        {"children", "儿童关爱", "助学"},
        {"disabled", "助残服务", "助残"},
        {"relief", "帮困救助", "扶贫济困"},
        {"environment", "环境保护", "环保"},
        {"culture", "文体惠民", "文体"},
        {"medical", "健康义诊", "义诊"},
        {"governance", "基层治理", "平安建设"},
        {"other", "其他"},
    };
    return choices;
}

template<>
const RecordType &recordType<ServiceActivity>()
{
    using R = ServiceActivity;
    static const RecordType type = record<R, 10>(
        "service_activity", "公益活动",
        {.display = {"title", "organization", "held_on"},
         .match = {{"organization", "held_on", "title"}},
         .date = "held_on"},
        {
            idField<R>(),
            field<&R::organization>("organization", "社会组织", {.listed = true}),
            field<&R::title>("title", "活动名称",
                             {.maxLength = 120,
                              .required = true,
                              .searchable = true,
                              .listed = true,
                              .headings = {"主题", "活动主题", "项目"}}),
            field<&R::kind>("kind", "类别", {.listed = true, .headings = {"活动类别", "服务类别", "类型"}}),
            field<&R::heldOn>("held_on", "日期",
                              {.listed = true, .headings = {"活动日期", "时间", "开展时间", "活动时间"}}),
            field<&R::hours>("hours", "服务时长",
                             {.unit = "小时",
                              .listed = true,
                              .headings = {"时长", "志愿服务时长", "小时数"},
                              .check = checkNotNegative}),
            field<&R::volunteers>(
                "volunteers", "志愿者人次",
                {.unit = "人次", .headings = {"志愿者人数", "参加人数"}, .check = checkNotNegative}),
            field<&R::beneficiaries>(
                "beneficiaries", "受益人次",
                {.unit = "人次", .headings = {"受益人数", "服务人次"}, .check = checkNotNegative}),
            field<&R::spending>(
                "spending", "投入资金",
                {.unit = "元", .headings = {"资金", "金额", "公益支出"}, .check = checkNotNegative}),
            field<&R::place>("place", "地点", {.maxLength = 100, .headings = {"活动地点"}}),
        });
    return type;
}

} // namespace core
