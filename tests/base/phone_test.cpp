// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phone.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using PhoneKind = core::Phone::Kind;

TEST_CASE("telephone numbers as clerks write them are read")
{
    const auto [typed, kind, text] = GENERATE(table<QStringView, PhoneKind, QStringView>({
        {u"13812345678", PhoneKind::Mobile, u"13812345678"},
        {u" １３８ １２３４ ５６７８ ", PhoneKind::Mobile, u"13812345678"},
        {u"138-1234-5678", PhoneKind::Mobile, u"13812345678"},
        {u"+86 13812345678", PhoneKind::Mobile, u"13812345678"},
        {u"8613812345678", PhoneKind::Mobile, u"13812345678"},
        {u"0086-13812345678", PhoneKind::Mobile, u"13812345678"},
        {u"0573-84021234", PhoneKind::Fixed, u"0573-84021234"},
        {u"057384021234", PhoneKind::Fixed, u"0573-84021234"},
        {u"（0573）8402 1234", PhoneKind::Fixed, u"0573-84021234"},
        {u"0573—84021234", PhoneKind::Fixed, u"0573-84021234"},
        {u"+86-0573-84021234", PhoneKind::Fixed, u"0573-84021234"},
        {u"010 12345678", PhoneKind::Unknown, u"010 12345678"}, // no local number starts with 1
        {u"02186541234", PhoneKind::Fixed, u"021-86541234"},
        {u"84021234", PhoneKind::Fixed, u"84021234"},
        {u"8402-1234", PhoneKind::Fixed, u"84021234"},
        {u"0573-84021234-801", PhoneKind::Fixed, u"0573-84021234-801"},
        {u"0573-84021234转801", PhoneKind::Fixed, u"0573-84021234-801"},
        {u"84021234 分机 8", PhoneKind::Fixed, u"84021234-8"},
        {u"84021234*801", PhoneKind::Fixed, u"84021234-801"},
        {u"4008208820", PhoneKind::Service, u"400-820-8820"},
        {u"400-820-8820", PhoneKind::Service, u"400-820-8820"},
        {u"12345", PhoneKind::Service, u"12345"},
        {u"95598", PhoneKind::Service, u"95598"},
    }));
    const auto phones = core::parsePhones(typed);
    INFO(typed.toString());
    REQUIRE(phones.size() == 1);
    CHECK(phones[0].kind == kind);
    CHECK(phones[0].text == text);
    CHECK(phones[0].finding.isEmpty() == (kind != PhoneKind::Unknown));
}

TEST_CASE("several numbers in one cell are kept apart")
{
    CHECK(core::normalisedPhones(u"84021234/13812345678") == u"84021234、13812345678"_s);
    CHECK(core::normalisedPhones(u"0573-84021234，138 1234 5678；12345\n") ==
          u"0573-84021234、13812345678、12345"_s);
    CHECK(core::normalisedPhones(u"13812345678 13912345678") == u"13812345678、13912345678"_s);
    CHECK(core::normalisedPhones(u"").isEmpty());
    CHECK(core::normalisedPhones(u" 、").isEmpty());
}

TEST_CASE("a number that cannot be dialled is kept as typed and told why")
{
    const auto finding = [](QStringView typed) { return core::parsePhones(typed).at(0).finding; };
    CHECK(finding(u"1381234567").contains(u"应为 11 位，现为 10 位"_s));
    CHECK(finding(u"138123456789").contains(u"现为 12 位"_s));
    CHECK(finding(u"57384021234").contains(u"应为 0573-****1234"_s)); // a sheet ate the zero
    CHECK(finding(u"无").contains(u"请核对"_s));
    CHECK(finding(u"668899").contains(u"请核对"_s));
    CHECK(core::normalisedPhones(u"见名片") == u"见名片"_s);
}

TEST_CASE("what is wrong with a number is told with its digits covered")
{
    CHECK(core::parsePhones(u"138-1234-567").at(0).finding.contains(u"“138-****-567”"_s));
    for (const QStringView typed : {u"1381234567", u"138123456789", u"57384021234", u"668899"}) {
        const QString finding = core::parsePhones(typed).at(0).finding;
        INFO(finding.toStdString());
        CHECK_FALSE(finding.isEmpty());
        CHECK_FALSE(finding.contains(typed));
        CHECK_FALSE(finding.contains(typed.first(5)));
    }
}
