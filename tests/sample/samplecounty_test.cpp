// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/samplecounty.h"

#include "core/base/creditcode.h"
#include "core/base/identitynumber.h"
#include "tests/support/catch.h"

#include <QSet>

using namespace core;

namespace {

SampleCounty makeCounty(qint64 organizations, quint64 seed = 330421)
{
    auto county = SampleCounty::create({organizations, seed});
    REQUIRE(county);
    return *std::move(county);
}

} // namespace

TEST_CASE(
    "A sample of 3,080 has 182, 336, 2,512 and 50 organizations of its kinds, 65 with a party and 4 punished")
{
    const SampleCounty county = makeCounty(3080);
    CHECK(county.count(OrganizationKind::Association) == 182);
    CHECK(county.count(OrganizationKind::ServiceInstitution) == 336);
    CHECK(county.count(OrganizationKind::CommunityOrganization) == 2512);
    CHECK(county.count(OrganizationKind::Intermediary) == 50);
    CHECK(county.towns().size() == 9);
    CHECK(county.villages().size() == 118);
    qint64 parties = 0;
    qint64 punished = 0;
    for (qint64 i = 0; i < 3080; ++i) {
        const SampleOrganization organization = county.organization(i);
        parties += organization.partyForm ? 1 : 0;
        punished += county.penalty(organization) ? 1 : 0;
    }
    CHECK(parties == 65);
    CHECK(punished == 4);
}

TEST_CASE("No two organizations share a name or a credit code")
{
    for (const qint64 size : {3080, 60'000}) {
        const SampleCounty county = makeCounty(size);
        QSet<QString> names;
        QSet<QString> codes;
        for (qint64 i = 0; i < size; ++i) {
            const SampleOrganization organization = county.organization(i);
            names.insert(organization.name);
            codes.insert(organization.creditCode);
        }
        CHECK(names.size() == size);
        CHECK(codes.size() == size);
    }
}

TEST_CASE("Exactly two credit codes of registered organizations have a wrong check character")
{
    const SampleCounty county = makeCounty(3080);
    int wrong = 0;
    for (qint64 i = 0; i < 518; ++i) {
        const CreditCode code = parseCreditCode(county.organization(i).creditCode);
        wrong += code.findings.empty() ? 0 : 1;
        if (!code.findings.empty())
            CHECK(code.has(CreditCodeIssue::CheckCharacter));
    }
    CHECK(wrong == 2);
}

TEST_CASE("Identity numbers of the sample are well formed and nobody's")
{
    const SampleCounty county = makeCounty(200);
    for (qint64 i = 0; i < 30; ++i) {
        const SampleOrganization organization = county.organization(i);
        for (const SamplePerson &person : county.people(organization)) {
            const IdentityNumber number = parseIdentityNumber(person.identityNumber, QDate(2026, 1, 1));
            CHECK(number.findings.empty());
            CHECK(number.birthDate == person.bornOn);
            CHECK(number.sex == person.sex);
            CHECK(number.number.startsWith(QStringLiteral("330499"))); // no such division
        }
    }
}

TEST_CASE("The same seed gives the same organization, another seed another")
{
    const SampleCounty one = makeCounty(500, 1);
    const SampleCounty same = makeCounty(500, 1);
    const SampleCounty other = makeCounty(500, 2);
    int different = 0;
    for (qint64 i = 0; i < 500; ++i) {
        CHECK(one.organization(i).name == same.organization(i).name);
        CHECK(one.organization(i).quality == same.organization(i).quality);
        different += one.organization(i).head != other.organization(i).head ? 1 : 0;
    }
    CHECK(different > 480);
}

TEST_CASE("A few organizations are excellent, most middling, some dormant")
{
    const SampleCounty county = makeCounty(3080);
    int excellent = 0;
    int middling = 0;
    int dormant = 0;
    for (qint64 i = 0; i < 3080; ++i) {
        const int quality = county.organization(i).quality.back();
        excellent += quality >= 85 ? 1 : 0;
        middling += quality >= 25 && quality < 85 ? 1 : 0;
        dormant += quality < 10 ? 1 : 0;
    }
    CHECK(excellent > 20);
    CHECK(excellent < 300);
    CHECK(middling > 1540);
    CHECK(dormant > 100);
    CHECK(dormant < 700);
}

TEST_CASE("No activity lies outside its year or before the organization was founded")
{
    const SampleCounty county = makeCounty(400);
    for (qint64 i = 0; i < 400; ++i) {
        const SampleOrganization organization = county.organization(i);
        for (const int year : {2024, 2025}) {
            for (const SampleServiceActivity &activity : county.serviceActivities(organization, year)) {
                CHECK(activity.heldOn.year() == year);
                CHECK(organization.registeredOn.year() <= year);
            }
            for (const SamplePartyActivity &activity : county.partyActivities(organization, year))
                CHECK(activity.heldOn.year() == year);
        }
    }
}

TEST_CASE("A sample of fewer than 20 or more than a million organizations is refused")
{
    CHECK_FALSE(SampleCounty::create({19, 1}));
    CHECK_FALSE(SampleCounty::create({1'000'001, 1}));
}
