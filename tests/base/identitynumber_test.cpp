// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identitynumber.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using core::IdentityNumberIssue;
using core::Sex;

// No number here belongs to a person: they are the examples of GB 11643-1999 and sequence numbers put
// together and checked by hand.

TEST_CASE("identity numbers of the standard and of hand calculation pass")
{
    const auto [number, birth, sex] = GENERATE(table<QStringView, QDate, Sex>({
        {u"11010519491231002X", QDate(1949, 12, 31), Sex::Female}, // GB 11643-1999
        {u"440524188001010014", QDate(1880, 1, 1), Sex::Male},     // GB 11643-1999
        {u"330421199001010018", QDate(1990, 1, 1), Sex::Male},
        {u"330483198506151232", QDate(1985, 6, 15), Sex::Male},
        {u"110101199003077715", QDate(1990, 3, 7), Sex::Male},
    }));
    const core::IdentityNumber parsed = core::parseIdentityNumber(number, QDate(2026, 11, 22));
    INFO(number.toString());
    CHECK(parsed.findings.empty());
    CHECK(parsed.birthDate == birth);
    CHECK(parsed.sex == sex);
    CHECK_FALSE(parsed.isResidencePermit);
}

TEST_CASE("a wrong check character is told with the right one")
{
    const core::IdentityNumber parsed = core::parseIdentityNumber(u"330421199001010017");
    REQUIRE(parsed.findings.size() == 1);
    CHECK(parsed.findings[0].issue == IdentityNumberIssue::CheckCharacter);
    CHECK(parsed.findings[0].text.contains(u"应为 8"_s));
    CHECK_FALSE(parsed.findings[0].text.contains(u"330421"_s)); // sentences end up in logs and sheets
    CHECK(core::parseIdentityNumber(u"110105194912310021").findings[0].text.contains(u"应为 X"_s));
}

TEST_CASE("a birthday that cannot be is told without it")
{
    const auto told = [](QStringView number, QDate today) {
        const core::IdentityNumber parsed = core::parseIdentityNumber(number, today);
        REQUIRE(parsed.has(IdentityNumberIssue::BirthDate));
        return parsed.findings[0].text;
    };
    CHECK(told(u"330421199002300018", {}).contains(u"第 7 至 14 位"_s));
    CHECK_FALSE(told(u"330421199002300018", {}).contains(u"0230"_s));
    CHECK(told(u"330421900230002", {}).contains(u"第 7 至 12 位"_s));
    CHECK_FALSE(told(u"330421199001010018", QDate(1989, 12, 31)).contains(u"1990"_s));
}

TEST_CASE("full-width digits, spaces and a small x are put right")
{
    CHECK(core::parseIdentityNumber(u" 110105 19491231 ００2x ").number == u"11010519491231002X"_s);
    CHECK(core::parseIdentityNumber(u" 110105 19491231 ００2x ").findings.empty());
}

TEST_CASE("what is not an identity number is told why")
{
    CHECK(core::parseIdentityNumber(u"").has(IdentityNumberIssue::Length));
    CHECK(core::parseIdentityNumber(u"33042119900101001").has(IdentityNumberIssue::Length));
    CHECK(core::parseIdentityNumber(u"33042119900101OO18").has(IdentityNumberIssue::Character));
    CHECK(core::parseIdentityNumber(u"33042119900101001O").has(IdentityNumberIssue::Character));
    CHECK(core::parseIdentityNumber(u"33042190010100X").has(IdentityNumberIssue::Character));
    CHECK(core::parseIdentityNumber(u"990421199001010018").has(IdentityNumberIssue::Region));
    CHECK(core::parseIdentityNumber(u"330421199002300018").has(IdentityNumberIssue::BirthDate));
    CHECK(core::parseIdentityNumber(u"330421199013010018").has(IdentityNumberIssue::BirthDate));
    CHECK(core::parseIdentityNumber(u"330421199001010018", QDate(1989, 12, 31))
              .has(IdentityNumberIssue::BirthDate));
    CHECK_FALSE(core::parseIdentityNumber(u"330421199001010018", QDate(1990, 1, 1))
                    .has(IdentityNumberIssue::BirthDate));
    CHECK_FALSE(core::parseIdentityNumber(u"330421199002300018").birthDate.isValid());
}

TEST_CASE("the old form of 15 digits is read and told")
{
    const core::IdentityNumber parsed = core::parseIdentityNumber(u"330421900101002");
    REQUIRE(parsed.findings.size() == 1);
    CHECK(parsed.findings[0].issue == IdentityNumberIssue::OldForm);
    CHECK(parsed.birthDate == QDate(1990, 1, 1));
    CHECK(parsed.sex == Sex::Female);
}

TEST_CASE("residence permits of 81, 82 and 83 are identity numbers")
{
    for (const QString &first : {u"81000019900101001"_s, u"82000019900101001"_s, u"83000019900101001"_s}) {
        const core::IdentityNumber parsed =
            core::parseIdentityNumber(first + core::identityNumberCheckCharacter(first));
        CHECK(parsed.findings.empty());
        CHECK(parsed.isResidencePermit);
    }
    CHECK(core::identityNumberCheckCharacter(u"8100001990010100").isEmpty());
}
