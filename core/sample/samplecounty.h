// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/party/partyorganization.h"
#include "core/registry/division.h"
#include "core/registry/person.h"
#include "core/sample/samplewords.h"
#include "core/service/project.h"
#include "core/supervision/grade.h"
#include "core/supervision/inspection.h"

#include <array>

namespace core {

/// How large a sample, and which: the same numbers give the same county on every platform.
struct SampleOptions
{
    /// 182 associations, 336 service institutions, 2,512 community organizations, 50 intermediaries; other
    /// sizes keep these shares. 20 … 1,000,000.
    qint64 organizations = 3080;
    quint64 seed = 330421;
};

struct SampleTown
{
    QString code; ///< 9 digits.
    QString name;
    int population = 0; ///< Sum of its villages.
    bool urban = false;
};

struct SampleVillage
{
    QString code; ///< 12 digits.
    QString name;
    int town = 0; ///< Position in SampleCounty::towns().
    int population = 0;
    int grids = 0;
    DivisionSetting setting{};
};

/// One organization with all that follows from it. Places are positions in the county's lists.
struct SampleOrganization
{
    qint64 index = 0;       ///< Among all.
    qint64 indexInKind = 0; ///< Among its kind.
    OrganizationKind kind{};
    std::optional<CommunityCategory> category;
    OrganizationStatus status{};
    std::optional<OrganizationRole> role;
    Industry industry{};
    QString name, creditCode, certificateNumber;
    QDate registeredOn;
    int town = 0;
    int village = 0;
    QString address;
    PremisesSource premisesSource{};
    int premisesArea = 0;    ///< Square metres.
    QString supervisingUnit; ///< Empty: of a community organization.
    Money capital;
    QString head; ///< Legal representative, or person in charge.
    QString contact, phone;
    int staff = 0, partyMembers = 0, unitMembers = 0, individualMembers = 0, council = 0;
    QDate termStartedOn, termEndsOn;
    bool charterHasParty = false;
    int disclosureItems = 0;
    /// 0 dormant … 100 excellent; of 2023, 2024, 2025. What it does in a year follows from it.
    std::array<int, 3> quality{};
    std::optional<PartyForm> partyForm; ///< Has a party organization.

    bool isRegistered() const { return kind <= OrganizationKind::Foundation; }
};

struct SamplePerson
{
    QString name;
    Sex sex{};
    QDate bornOn;
    QString identityNumber; ///< Right check character, in a region that does not exist: nobody's.
    QString position;
    bool isLegalRepresentative = false;
    PoliticalStatus politicalStatus{};
    QString phone;
    QDate startedOn, endsOn;
    bool official = false;
};

struct SamplePartyActivity
{
    PartyActivityKind kind{};
    QDate heldOn;
    QString title, place;
    int attendance = 0;
};

struct SampleServiceActivity
{
    ServiceKind kind{};
    QDate heldOn;
    QString title, place;
    Decimal hours;
    int volunteers = 0, beneficiaries = 0;
    Money spending;
};

struct SampleInspection
{
    InspectionConclusion conclusion{};
    QDate filedOn, concludedOn; ///< Invalid: never filed.
    QString remarks;
};

struct SampleProject
{
    QString name, buyer;
    Money amount;
    QDate startedOn, endedOn;
    Performance performance{};
};

struct SampleGrade
{
    GradeLevel level{};
    QDate assessedOn;
    int points = 0;
    QString certificate;
};

/// The sample county 示范县 (330421): invented towns, organizations and people. Every organization is made
/// from the seed and its number alone, so a million of them need no memory.
class SampleCounty
{
public:
    static constexpr int firstYear = 2023;
    static constexpr int lastYear = 2025;

    static Result<SampleCounty> create(const SampleOptions &options);

    const SampleOptions &options() const { return m_options; }
    const SampleWords &words() const { return m_words; }
    const std::vector<SampleTown> &towns() const { return m_towns; }
    const std::vector<SampleVillage> &villages() const { return m_villages; }

    qint64 count(OrganizationKind kind) const { return m_counts[kind]; }

    /// Organization number \a index, 0 … options().organizations − 1; the kinds stand one after another.
    SampleOrganization organization(qint64 index) const;
    /// Persons in charge of a registered organization; the first is the legal representative.
    std::vector<SamplePerson> people(const SampleOrganization &organization) const;
    std::vector<SamplePartyActivity> partyActivities(const SampleOrganization &organization, int year) const;
    std::vector<SampleServiceActivity> serviceActivities(const SampleOrganization &organization,
                                                         int year) const;
    /// Annual inspection for \a year (held in the year after); empty when it was not due.
    std::optional<SampleInspection> inspection(const SampleOrganization &organization, int year) const;
    std::vector<SampleProject> projects(const SampleOrganization &organization, int year) const;
    std::optional<SampleGrade> grade(const SampleOrganization &organization) const;
    /// Which of the violations of the word list it was punished for; four organizations of 3,080 were.
    std::optional<int> penalty(const SampleOrganization &organization) const;

    /// A stream of random numbers that belongs to this organization.
    SampleRandom random(quint64 stream, qint64 index) const
    {
        return SampleRandom::of(m_options.seed, stream, quint64(index));
    }

private:
    SampleCounty(const SampleOptions &options, SampleWords words);
    void makeDivisions();
    void name(SampleOrganization &organization, SampleRandom &random) const;
    void nameAssociation(SampleOrganization &organization) const;
    void nameInstitution(SampleOrganization &organization, SampleRandom &random) const;
    void nameCommunity(SampleOrganization &organization) const;
    void giveCode(SampleOrganization &organization) const;
    void givePlace(SampleOrganization &organization, SampleRandom &random) const;
    void giveQuality(SampleOrganization &organization, SampleRandom &random) const;
    void giveParty(SampleOrganization &organization, SampleRandom &random) const;
    void giveSize(SampleOrganization &organization, SampleRandom &random) const;
    void giveDates(SampleOrganization &organization, SampleRandom &random) const;
    qint64 registered() const;

    SampleOptions m_options;
    SampleWords m_words;
    std::vector<SampleTown> m_towns;
    std::vector<SampleVillage> m_villages;
    std::vector<std::pair<CommunityCategory, QString>> m_communityForms;
    ByKind<qint64> m_counts;
    qint64 m_partyOrganizations = 0;
};

} // namespace core
