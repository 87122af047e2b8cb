// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/party/partyinstructor.h"

#include "core/base/phone.h"
#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

std::span<const Choice> choicesOf(InstructorDuty)
{
    static constexpr Choice choices[] = {
        {"instructor", "指导员", "党建指导员"},
        {"liaison", "联络员", "党建联络员"},
    };
    return choices;
}

template<>
const RecordType &recordType<PartyInstructor>()
{
    using R = PartyInstructor;
    static const RecordType type = record<R, 8>(
        "party_instructor", "党建指导员",
        {.display = {"name", "organization"}, .match = {{"organization", "name"}}, .date = "sent_on"},
        {
            idField<R>(),
            field<&R::organization>("organization", "社会组织", {.listed = true}),
            field<&R::name>("name", "姓名",
                            {.maxLength = 30,
                             .required = true,
                             .searchable = true,
                             .pinyin = true,
                             .listed = true,
                             .privacy = Privacy::Personal,
                             .headings = {"指导员姓名", "指导员"}}),
            field<&R::duty>("duty", "职责", {.listed = true, .presumed = true, .headings = {"类别", "身份"}}),
            field<&R::unit>("unit", "派出单位",
                            {.maxLength = 60, .listed = true, .headings = {"单位", "所在单位"}}),
            field<&R::phone>("phone", "电话",
                             {.maxLength = 40,
                              .privacy = Privacy::Personal,
                              .headings = {"联系电话"},
                              .check = checkPhoneField,
                              .normalize = normalisedPhones}),
            field<&R::sentOn>("sent_on", "选派时间",
                              {.listed = true, .headings = {"派驻时间", "选派日期", "派驻日期"}}),
            field<&R::endedOn>("ended_on", "结束时间"),
        });
    return type;
}

} // namespace core
