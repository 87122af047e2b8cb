// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/checks.h"
#include "core/registry/organization.h"
#include "tests/support/catch.h"

#include <QVariant>

using namespace Qt::StringLiterals;
using Severity = core::Problem::Severity;

TEST_CASE("a wrong credit code warns with the character that would be right, and can still be saved")
{
    CHECK(core::checkCreditCodeField(u"52330421MJ9876542F"_s).empty());
    const auto problems = core::checkCreditCodeField(u"53100000500020462H"_s);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].severity == Severity::Warn);
    CHECK(problems[0].text.contains(u"应为 K"_s));
    // A region that was never in the lists.
    const auto region = core::checkCreditCodeField(u"52660000MJ98765424"_s);
    REQUIRE_FALSE(region.empty());
    CHECK(region[0].text.contains(u"660000"_s));
    CHECK(region[0].severity == Severity::Warn);
}

TEST_CASE("telephone and identity numbers that cannot be right warn")
{
    CHECK(core::checkPhoneField(u"0573-84021234、13812345678"_s).empty());
    const auto phone = core::checkPhoneField(u"13812345678、1381234567"_s);
    REQUIRE(phone.size() == 1);
    CHECK(phone[0].severity == Severity::Warn);
    CHECK(core::checkIdentityField(u"11010519491231002X"_s).empty());
    const auto identity = core::checkIdentityField(u"110105194912310021"_s);
    REQUIRE(identity.size() == 1);
    CHECK(identity[0].severity == Severity::Warn);
    CHECK(identity[0].text.contains(u"应为 X"_s));
}

TEST_CASE("the kind of an organization is held against its credit code")
{
    const auto codeProblems = [](core::OrganizationKind kind, const QString &code) {
        const core::Organization organization{.name = u"示范县某组织"_s, .creditCode = code, .kind = kind};
        QStringList texts;
        for (const core::Problem &problem : core::recordType<core::Organization>().check(&organization)) {
            if (problem.field && qstrcmp(problem.field, "credit_code") == 0)
                texts += problem.text;
        }
        return texts.join(u' ');
    };
    using enum core::OrganizationKind;
    CHECK(codeProblems(Association, u"51330421MJ9876542J"_s).isEmpty());
    CHECK(codeProblems(Association, u"52330421MJ9876542F"_s).contains(u"民办非企业单位"_s));
    CHECK(codeProblems(Foundation, u"91350211M0000XUF46"_s).contains(u"市场监管"_s));
    CHECK(codeProblems(Intermediary, u"91350211M0000XUF46"_s).isEmpty());
    CHECK(codeProblems(CommunityOrganization, QString()).isEmpty());
}
