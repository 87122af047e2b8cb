// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/creditcode.h"
#include "tests/support/catch.h"

#include <QFile>

using namespace Qt::StringLiterals;
using core::CreditCodeIssue;
using core::CreditCodeKind;

namespace {

QString sentence(const core::CreditCode &code, CreditCodeIssue issue)
{
    for (const auto &finding : code.findings) {
        if (finding.issue == issue)
            return finding.text;
    }
    return {};
}

QList<QStringList> fixtureRows(const char *name)
{
    QFile file(QStringLiteral(SHANZHI_FIXTURES "/base/") + QString::fromLatin1(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        rows += line.split(u',');
    rows.removeFirst();
    return rows;
}

} // namespace

TEST_CASE("published credit codes pass, and wrong ones name the character that would be right")
{
    const auto rows = fixtureRows("creditcodes.csv");
    REQUIRE(rows.size() == 317);
    for (const QStringList &row : rows) {
        INFO(row.join(u' '));
        const core::CreditCode code = core::parseCreditCode(row[0]);
        CHECK(code.code == row[0]);
        CHECK(code.kind.has_value());
        CHECK(code.has(CreditCodeIssue::CheckCharacter) == !row[1].isEmpty());
        CHECK(code.has(CreditCodeIssue::OrganizationCode) == !row[2].isEmpty());
        CHECK(core::creditCodeCheckCharacter(row[0]) == (row[1].isEmpty() ? row[0].last(1) : row[1]));
        CHECK(core::organizationCodeCheckCharacter(row[0].mid(8)) ==
              (row[2].isEmpty() ? row[0].mid(16, 1) : row[2]));
    }
}

TEST_CASE("the examples worked out by hand have the check character that was worked out")
{
    for (const QStringView code :
         {u"53100000500019795A", u"51100000500009247D", u"51100000500002862F", u"51100000500012681T",
          u"51440300MJL1712376", u"52440300MJL186084F", u"51330421MJ9876542J", u"52330421MJ9876542F",
          u"59330421MJ9876542R", u"51330482501234569C"}) {
        INFO(code.toString());
        CHECK(core::parseCreditCode(code).findings.empty());
    }
}

TEST_CASE("codes with a wrong check character are told which one it should be")
{
    const auto [typed, expected] = GENERATE(table<QStringView, QStringView>({
        {u"51100000500000024G", u"M"},
        {u"51440300MJL18627XQ", u"A"},
        {u"91350211M0000XUF46", u"R"},
        {u"531000005000074012", u"D"},
        {u"531000005000076350", u"8"},
        {u"531000005000062832", u"9"},
        {u"53100000500020462H", u"K"},
        {u"52310000MF1PX0001Y", u"F"},
        {u"513100005017789000", u"4"},
        {u"534100005897152000", u"T"},
    }));
    const core::CreditCode code = core::parseCreditCode(typed);
    INFO(typed.toString());
    CHECK(sentence(code, CreditCodeIssue::CheckCharacter).contains(u"校验位应为 %1"_s.arg(expected)));
}

TEST_CASE("spaces, width and case are put right; look-alike letters are not")
{
    CHECK(core::parseCreditCode(u"513100005017789000 ").code == u"513100005017789000"_s);
    CHECK(core::parseCreditCode(u"５２３３０４２１ｍｊ9876542ｆ\u200B\u3000").code ==
          u"52330421MJ9876542F"_s);
    CHECK(core::parseCreditCode(u"５２３３０４２１ｍｊ9876542ｆ\u200B\u3000").findings.empty());

    const core::CreditCode code = core::parseCreditCode(u"53310000MJ1FOUND01");
    CHECK(code.code == u"53310000MJ1FOUND01"_s);
    REQUIRE(code.findings.size() == 1);
    CHECK(code.findings[0].issue == CreditCodeIssue::Character);
    CHECK(code.findings[0].text.contains(u"第 13 位“O”"_s));
    CHECK(code.findings[0].text.contains(u"是否为“0”"_s));
    CHECK(core::parseCreditCode(u"52330421-J9876542F").has(CreditCodeIssue::Character));
}

TEST_CASE("a code that is too long or too short is told its length")
{
    CHECK(sentence(core::parseCreditCode(u"330421000012345"), CreditCodeIssue::Length)
              .contains(u"现为 15 位"_s));
    CHECK(core::parseCreditCode(u"52330421MJ9876542F1").has(CreditCodeIssue::Length));
    CHECK(core::parseCreditCode(u"").has(CreditCodeIssue::Length));
    CHECK(core::parseCreditCode(u"").region.isEmpty());
}

TEST_CASE("the first two digits say who registered what")
{
    CHECK(core::parseCreditCode(u"51330421MJ9876542J").kind == CreditCodeKind::Association);
    CHECK(core::parseCreditCode(u"52330421MJ9876542F").kind == CreditCodeKind::ServiceInstitution);
    CHECK(core::parseCreditCode(u"53100000500019795A").kind == CreditCodeKind::Foundation);
    CHECK(core::parseCreditCode(u"59330421MJ9876542R").kind == CreditCodeKind::Other);
    const core::CreditCode company = core::parseCreditCode(u"91350211M0000XUF46");
    CHECK(sentence(company, CreditCodeIssue::Department).contains(u"市场监管"_s));
    CHECK_FALSE(company.kind);
    const core::CreditCode strange = core::parseCreditCode(u"54330421MJ98765429");
    CHECK(strange.has(CreditCodeIssue::Kind));
    CHECK_FALSE(strange.has(CreditCodeIssue::Department));
}

TEST_CASE("a number that only happens to have a valid check character is still noticed")
{
    const QSet<QString> known{u"330421"_s};
    const core::CreditCode code = core::parseCreditCode(u"123456789012345678", known);
    CHECK_FALSE(code.has(CreditCodeIssue::CheckCharacter));
    CHECK(code.has(CreditCodeIssue::Department));
    CHECK(sentence(code, CreditCodeIssue::Region).contains(u"345678"_s));
    CHECK_FALSE(core::parseCreditCode(u"52330421MJ9876542F", known).has(CreditCodeIssue::Region));
    CHECK_FALSE(core::parseCreditCode(u"123456789012345678").has(CreditCodeIssue::Region)); // no list given
}

TEST_CASE("check characters of 31 and of 10 and 11 are written as the standards say")
{
    CHECK(core::creditCodeCheckCharacter(u"00000000000000000") == u"0"_s); // 31 → 0
    CHECK(core::creditCodeCheckCharacter(u"10000000000000000") == u"Y"_s); // 30 → Y
    CHECK(core::creditCodeCheckCharacter(u"O0000000000000000").isEmpty());
    CHECK(core::creditCodeCheckCharacter(u"5233042").isEmpty());
    CHECK(core::organizationCodeCheckCharacter(u"00000000") == u"0"_s); // 11 → 0
    CHECK(core::organizationCodeCheckCharacter(u"D2143569") == u"X"_s); // GB 11714-1997, example in its text
    CHECK(core::organizationCodeCheckCharacter(u"D214356").isEmpty());
}
