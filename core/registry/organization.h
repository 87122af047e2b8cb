// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/registry/division.h"

namespace core {

/// What a bureau keeps: three kinds are registered, community organizations are on file, intermediaries are
/// only observed.
enum class OrganizationKind {
    Association,
    ServiceInstitution,
    Foundation,
    CommunityOrganization,
    Intermediary
};
std::span<const Choice> choicesOf(OrganizationKind);

/// One value for each kind.
template<typename T>
using ByKind = ByEnum<OrganizationKind, T>;

/// Category of a community organization (《培育发展社区社会组织专项行动方案》).
enum class CommunityCategory { LivingService, Charity, MutualAid, CultureSports, Governance, Other };
std::span<const Choice> choicesOf(CommunityCategory);

/// Where it stands in its life.
enum class OrganizationStatus { Active, Suspended, Missing, Deregistered, Revoked };
std::span<const Choice> choicesOf(OrganizationStatus);

/// What it can be besides its kind.
enum class OrganizationRole {
    Hub,
    CharitableOrganization,
    VolunteerOrganization,
    SocialWorkAgency,
    TradeAssociation,
    CouncilOfResidents,
    CouncilOfNotables,
    Federation
};
std::span<const Choice> choicesOf(OrganizationRole);

/// Where the premises come from.
enum class PremisesSource { Owned, Rented, Lent, Free };
std::span<const Choice> choicesOf(PremisesSource);

/// The 14 lines of business of the ministry's 2007 classification.
enum class Industry {
    Commerce,
    Agriculture,
    Science,
    Education,
    Health,
    Culture,
    Sports,
    Environment,
    SocialService,
    Law,
    Religion,
    Profession,
    International,
    Other
};
std::span<const Choice> choicesOf(Industry);

/// A social organization (社会组织), registered or on file. Fields after the registration and filing forms of
/// the civil-affairs authorities.
struct Organization
{
    Id<Organization> id;
    QString name;
    QString creditCode; ///< GB 32100-2015, 18 characters; empty when it has none.
    OrganizationKind kind{};
    std::optional<CommunityCategory> category; ///< Of a community organization.
    OrganizationStatus status{};
    ChoiceSet<OrganizationRole> roles;
    std::optional<QDate> registeredOn; ///< Of registration, or of filing for community organizations.
    QString certificateNumber;
    std::optional<Industry> industry;
    std::optional<Id<Division>> town;
    std::optional<Id<Division>> village;
    QString address;
    std::optional<PremisesSource> premisesSource;
    std::optional<Decimal> premisesArea;
    QString postcode;
    QString supervisingUnit; ///< Supervising unit (业务主管单位).
    QString registrationAuthority;
    LongText purpose;
    LongText businessScope;
    std::optional<Money> registeredCapital;
    QString
        legalRepresentative; ///< Legal representative, or the person in charge of a community organization.
    QString contactName;
    QString contactPhone;
    std::optional<qint64> staffCount;
    std::optional<qint64> partyMemberCount; ///< Full party members among the staff.
    std::optional<qint64> unitMembers;
    std::optional<qint64> individualMembers; ///< Members; of a community organization all of them.
    std::optional<qint64> councilSize;
    std::optional<QDate> termStartedOn;
    std::optional<QDate> termEndsOn;
    std::optional<bool> charterHasParty;   ///< Party building is written into the charter.
    std::optional<qint64> disclosureItems; ///< Items of information it has published this year.
    LongText remarks;
};

template<>
const RecordType &recordType<Organization>();

} // namespace core
