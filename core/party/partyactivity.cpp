// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/party/partyactivity.h"

#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

std::span<const Choice> choicesOf(PartyActivityKind)
{
    static constexpr Choice choices[] = {
        {"general_meeting", "支部党员大会", "党员大会"},
        {"committee_meeting", "支部委员会", "支委会"},
        {"group_meeting", "党小组会"},
        {"lecture", "党课", "书记党课"},
        {"theme_day", "主题党日", "主题党日活动"},
        {"life_meeting", "组织生活会"},
        {"member_review", "民主评议党员", "民主评议"},
        {"other", "其他党建活动", "其他"},
    };
    return choices;
}

template<>
const RecordType &recordType<PartyActivity>()
{
    using R = PartyActivity;
    static const RecordType type = record<R, 8>(
        "party_activity", "党组织活动",
        {.display = {"title", "organization", "held_on"},
         .match = {{"organization", "held_on", "kind", "title"}},
         .date = "held_on"},
        {
            idField<R>(),
            field<&R::organization>("organization", "社会组织", {.listed = true}),
            field<&R::kind>("kind", "类型", {.listed = true, .headings = {"活动类型", "类别"}}),
            field<&R::heldOn>("held_on", "日期",
                              {.listed = true, .headings = {"活动日期", "时间", "开展时间", "活动时间"}}),
            field<&R::title>("title", "主题",
                             {.maxLength = 120,
                              .required = true,
                              .searchable = true,
                              .listed = true,
                              .headings = {"活动主题", "内容", "活动名称"}}),
            field<&R::place>("place", "地点", {.maxLength = 100, .headings = {"活动地点"}}),
            field<&R::attendance>(
                "attendance", "参加人数",
                {.unit = "人", .listed = true, .headings = {"人数"}, .check = checkNotNegative}),
            field<&R::record>("record", "记录"),
        });
    return type;
}

} // namespace core
