// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/party/partyorganization.h"

#include "core/record/describe.h"
#include "core/registry/checks.h"

using namespace Qt::StringLiterals;

namespace core {

std::span<const Choice> choicesOf(PartyRank)
{
    static constexpr Choice choices[] = {
        {"committee", "党委"},
        {"general_branch", "党总支", "总支"},
        {"branch", "党支部", "支部"},
        {"joint_branch", "联合党支部", "联合支部"},
    };
    return choices;
}

std::span<const Choice> choicesOf(PartyForm)
{
    static constexpr Choice choices[] = {
        {"single", "单独组建", "单建|单独|单独建立|独立|独立组建|独立建立|独立党支部|单独党支部"},
        {"joint", "联合组建", "联建|联合|联合建立|联合党支部|联合支部"},
        {"functional", "功能型", "功能型党组织"},
    };
    return choices;
}

namespace {

/// How it was set up, where its name says that: 甲协会、乙协会联合党支部.
QVariant formOfName(const QVariant &name)
{
    const QString text = name.toString();
    if (text.contains(u"联合党"_s) || text.contains(u"联合支部"_s))
        return u"joint"_s;
    return text.contains(u"功能型"_s) ? QVariant(u"functional"_s) : QVariant();
}

QVariant formOfRank(const QVariant &rank)
{
    return rank.toString() == u"joint_branch"_s ? QVariant(u"joint"_s) : QVariant();
}

} // namespace

template<>
const RecordType &recordType<PartyOrganization>()
{
    using R = PartyOrganization;
    static const RecordType type = record<R, 10>(
        "party_organization", "党组织",
        {.match = {{"organization", "name"}},
         .told = {{"form", "rank", formOfRank}, {"form", "name", formOfName}},
         .date = "founded_on"},
        {
            idField<R>(),
            field<&R::organization>("organization", "社会组织", {.listed = true}),
            field<&R::name>(
                "name", "党组织名称",
                {.maxLength = 100, .required = true, .searchable = true, .pinyin = true, .listed = true}),
            field<&R::rank>("rank", "类别", {.listed = true, .headings = {"党组织类别"}}),
            field<&R::form>("form", "组建形式",
                            {.listed = true,
                             .headings = {"组建方式", "建立形式", "已建形式", "党组织形式", "党组织组建形式",
                                          "党组织组建方式", "设置形式"}}),
            field<&R::foundedOn>("founded_on", "成立时间",
                                 {.listed = true, .headings = {"成立日期", "批复时间"}}),
            field<&R::dissolvedOn>("dissolved_on", "撤销时间"),
            field<&R::superior>("superior", "上级党组织",
                                {.maxLength = 100, .headings = {"隶属关系", "隶属"}}),
            field<&R::secretary>(
                "secretary", "书记",
                {.maxLength = 30, .privacy = Privacy::Personal, .headings = {"党组织书记", "书记姓名"}}),
            field<&R::memberCount>(
                "member_count", "党员总数",
                {.unit = "人", .headings = {"党员人数", "党员数"}, .check = checkNotNegative}),
        });
    return type;
}

} // namespace core
