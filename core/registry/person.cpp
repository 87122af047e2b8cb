// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/person.h"

#include "core/base/codetext.h"
#include "core/base/identitynumber.h"
#include "core/base/phone.h"
#include "core/base/tr.h"
#include "core/record/describe.h"
#include "core/registry/checks.h"

namespace core {

std::span<const Choice> choicesOf(Sex)
{
    static constexpr Choice choices[] = {
        {"male", "男", "男性"},
        {"female", "女", "女性"},
    };
    return choices;
}

std::span<const Choice> choicesOf(PoliticalStatus)
{
    static constexpr Choice choices[] = {
        {"member", "中共党员", "党员"},
        {"probationary", "中共预备党员", "预备党员|中共党员(预备)|党员(预备)|中共党员(预备党员)"},
        {"league", "共青团员", "团员"},
        {"democratic", "民主党派"},
        {"non_party", "无党派人士", "无党派"},
        {"masses", "群众"},
    };
    return choices;
}

namespace {

std::vector<Problem> checkPerson(const Person &person)
{
    std::vector<Problem> found;
    if (person.startedOn && person.endsOn && *person.endsOn <= *person.startedOn)
        found.push_back({"ends_on", tr("任职届满早于任职开始。"), Problem::Severity::Warn});
    return found;
}

} // namespace

template<>
const RecordType &recordType<Person>()
{
    using R = Person;
    static const RecordType type = record<R, 13, checkPerson>(
        "person", "负责人",
        {.display = {"name", "position", "organization"},
         .match = {{"organization", "identity_number"}, {"organization", "name"}},
         .unique = {{"organization", "identity_number"}}},
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
                             .headings = {"负责人姓名"}}),
            field<&R::sex>("sex", "性别"),
            field<&R::identityNumber>("identity_number", "身份证号",
                                      {.maxLength = 20,
                                       .privacy = Privacy::Sensitive,
                                       .headings = {"身份证号码", "公民身份号码", "证件号码"},
                                       .check = checkIdentityField,
                                       .normalize = codeText,
                                       .isCode = isIdentityNumber}),
            field<&R::bornOn>("born_on", "出生日期",
                              {.privacy = Privacy::Personal, .headings = {"出生年月"}}),
            field<&R::position>("position", "职务",
                                {.maxLength = 40, .listed = true, .headings = {"担任职务", "社团职务"}}),
            field<&R::isLegalRepresentative>("is_legal_representative", "法定代表人",
                                             {.listed = true, .headings = {"是否法定代表人"}}),
            field<&R::politicalStatus>("political_status", "政治面貌", {.privacy = Privacy::Personal}),
            field<&R::phone>("phone", "电话",
                             {.maxLength = 40,
                              .privacy = Privacy::Personal,
                              .headings = {"联系电话", "手机", "手机号码", "手机号", "联系方式", "移动电话"},
                              .check = checkPhoneField,
                              .normalize = normalisedPhones}),
            field<&R::startedOn>("started_on", "任职开始", {.headings = {"任职时间", "任职起"}}),
            field<&R::endsOn>("ends_on", "任职届满", {.headings = {"任职止"}}),
            field<&R::partTimeOfficial>("part_time_official", "党政领导兼任",
                                        {.headings = {"是否党政机关领导干部"}}),
        });
    return type;
}

} // namespace core
