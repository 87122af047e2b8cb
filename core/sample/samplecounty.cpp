// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/samplecounty.h"

#include "core/base/creditcode.h"
#include "core/base/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {
namespace {

/// Streams of random numbers; adding one leaves the others as they are.
enum Stream : quint64 { Divisions = 1, Plain, Firms, Party, Punished, WrongCode, Profile };

constexpr qint64 wholeCounty = 3080;

/// Part of \a total that \a share of wholeCounty is, rounded, at least 1.
qint64 scaled(qint64 share, qint64 total)
{
    return std::max<qint64>(1, (share * total + wholeCounty / 2) / wholeCounty);
}

template<typename List>
const auto &weighted(const List &list, SampleRandom &random)
{
    int sum = 0;
    for (const auto &item : list)
        sum += item.weight;
    int ticket = random.below(sum);
    for (const auto &item : list) {
        ticket -= item.weight;
        if (ticket < 0)
            return item;
    }
    return list.back();
}

QString padded(qint64 number, int digits)
{
    return QString::number(number).rightJustified(digits, u'0');
}

} // namespace

Result<SampleCounty> SampleCounty::create(const SampleOptions &options)
{
    if (options.organizations < 20 || options.organizations > 1'000'000)
        return Error{Error::Code::InvalidInput,
                     tr("示范县的组织数应在 20 至 1000000 之间，现为 %1。").arg(options.organizations),
                     {}};
    CORE_ASSIGN(SampleWords words, SampleWords::load());
    return SampleCounty(options, std::move(words));
}

SampleCounty::SampleCounty(const SampleOptions &options, SampleWords words)
    : m_options(options)
    , m_words(std::move(words))
{
    const qint64 total = options.organizations;
    const qint64 associations = scaled(182, total);
    const qint64 institutions = scaled(336, total);
    const qint64 intermediaries = scaled(50, total);
    using enum OrganizationKind;
    m_counts[Association] = associations;
    m_counts[ServiceInstitution] = institutions;
    m_counts[CommunityOrganization] = total - associations - institutions - intermediaries;
    m_counts[Intermediary] = intermediaries;
    m_partyOrganizations = scaled(65, total);
    for (const SampleCommunity &community : m_words.communities) {
        for (const QString &form : community.forms)
            m_communityForms.emplace_back(community.category, form);
    }
    makeDivisions();
}

qint64 SampleCounty::registered() const
{
    return m_counts[OrganizationKind::Association] + m_counts[OrganizationKind::ServiceInstitution];
}

void SampleCounty::makeDivisions()
{
    SampleRandom random = SampleRandom::of(m_options.seed, Divisions, 0);
    const qint64 pairs = qint64(m_words.villageFirst.size()) * m_words.villageSecond.size();
    const SampleShuffle shuffle(pairs, random.next());
    qint64 serial = 0;
    for (const SampleTownPlan &plan : m_words.towns) {
        SampleTown town{plan.code, plan.name, 0, plan.name.endsWith(u"街道"_s)};
        for (int i = 0; i < plan.villages; ++i) {
            const qint64 pair = shuffle.position(serial++);
            const bool community = town.urban ? i % 5 != 4 : i < 2;
            SampleVillage village;
            village.code = plan.code + padded(community ? i + 1 : 200 + i, 3);
            village.name = QString(m_words.villageFirst[pair % m_words.villageFirst.size()]) +
                           m_words.villageSecond[pair / m_words.villageFirst.size()] +
                           (community ? u"社区"_s : u"村"_s);
            village.town = int(m_towns.size());
            village.population = plan.population * random.between(60, 140) / 100;
            village.grids = std::max(2, village.population / 700);
            using enum DivisionSetting;
            if (!community)
                village.setting = Rural;
            else if (town.urban)
                village.setting = random.pick(std::array{Urban, Urban, Urban, OldQuarter, Gated, Unmanaged});
            else
                village.setting = Fringe;
            town.population += village.population;
            m_villages.push_back(village);
        }
        m_towns.push_back(town);
    }
}

SampleOrganization SampleCounty::organization(qint64 index) const
{
    SampleOrganization organization;
    organization.index = index;
    organization.indexInKind = index;
    for (const OrganizationKind kind : allOf<OrganizationKind>()) {
        organization.kind = kind;
        if (organization.indexInKind < m_counts[kind])
            break;
        organization.indexInKind -= m_counts[kind];
    }

    SampleRandom draws = random(Profile, index);
    givePlace(organization, draws);
    name(organization, draws);
    giveCode(organization);
    giveDates(organization, draws);
    giveQuality(organization, draws);
    giveParty(organization, draws);
    giveSize(organization, draws);
    return organization;
}

void SampleCounty::name(SampleOrganization &organization, SampleRandom &random) const
{
    using enum OrganizationKind;
    switch (organization.kind) {
    case Association: nameAssociation(organization); break;
    case ServiceInstitution: nameInstitution(organization, random); break;
    case Foundation:                   // The county has none.
    case CommunityOrganization: break; // Named with its village.
    case Intermediary: {
        const SampleShuffle firms(m_words.firmNames(), m_options.seed + Firms);
        organization.name = m_words.countyName +
                            m_words.firmName(firms.position(organization.indexInKind + 20'000)) +
                            m_words.intermediaries[organization.indexInKind % m_words.intermediaries.size()];
        organization.industry = Industry::Profession;
        organization.supervisingUnit = m_words.countyName + u"市场监督管理局"_s;
        break;
    }
    }
}

void SampleCounty::nameAssociation(SampleOrganization &organization) const
{
    qint64 plain = 0;
    for (const SampleBusiness &business : m_words.associations)
        plain += business.topics.size() * business.forms.size();
    const SampleShuffle shuffle(plain, m_options.seed + Plain);
    qint64 place = shuffle.position(organization.indexInKind % plain);
    const qint64 round = organization.indexInKind / plain;
    for (const SampleBusiness &business : m_words.associations) {
        const qint64 size = business.topics.size() * business.forms.size();
        if (place >= size) {
            place -= size;
            continue;
        }
        // The first round has every line of business once; a large sample tells them apart by a firm name.
        organization.name = m_words.countyName + (round > 0 ? m_words.firmName(round - 1) : QString()) +
                            business.topics[place % business.topics.size()] +
                            business.forms[place / business.topics.size()];
        organization.industry = business.industry;
        organization.role = business.role;
        organization.supervisingUnit = m_words.countyName + business.unit;
        return;
    }
}

void SampleCounty::nameInstitution(SampleOrganization &organization, SampleRandom &random) const
{
    const SampleShuffle firms(m_words.firmNames(), m_options.seed + Firms);
    const qint64 round = organization.indexInKind / m_words.firmNames();
    const qint64 number = firms.position(organization.indexInKind) + round * m_words.firmNames();
    const SampleBusiness &business = weighted(m_words.institutions, random);
    organization.name = m_words.countyName + m_words.firmName(number) + random.pick(business.forms);
    organization.industry = business.industry;
    organization.role = business.role;
    organization.supervisingUnit = m_words.countyName + business.unit;
}

void SampleCounty::nameCommunity(SampleOrganization &organization) const
{
    // Every village has every form once; which of them exist is shuffled.
    const qint64 plain = qint64(m_villages.size()) * qint64(m_communityForms.size());
    const SampleShuffle shuffle(plain, m_options.seed + Plain);
    const qint64 place = shuffle.position(organization.indexInKind % plain);
    const qint64 round = organization.indexInKind / plain;
    organization.village = int(place % qint64(m_villages.size()));
    organization.town = m_villages[size_t(organization.village)].town;
    const auto &[category, form] = m_communityForms[size_t(place / qint64(m_villages.size()))];
    organization.name = m_towns[size_t(organization.town)].name +
                        m_villages[size_t(organization.village)].name +
                        (round > 0 ? m_words.firmName(round - 1) : QString()) + form;
    organization.category = category;
    organization.industry = Industry::SocialService;
    if (form == u"百姓议事会"_s)
        organization.role = OrganizationRole::CouncilOfResidents;
    else if (form == u"乡贤参事会"_s)
        organization.role = OrganizationRole::CouncilOfNotables;
    else if (form.endsWith(u"志愿队"_s) || form.endsWith(u"服务队"_s))
        organization.role = OrganizationRole::VolunteerOrganization;
}

void SampleCounty::giveCode(SampleOrganization &organization) const
{
    using enum OrganizationKind;
    const QString kindDigit = organization.kind == Association          ? u"1"_s
                              : organization.kind == ServiceInstitution ? u"2"_s
                                                                        : u"9"_s;
    // MJY…, a block of organization codes that civil affairs has not given out.
    static constexpr QStringView blocks = u"YXWUTRQPNM";
    const qint64 serial = organization.isRegistered() ? organization.indexInKind : organization.index;
    const QString body = u"MJ"_s + blocks[serial / 100'000 % blocks.size()] + padded(serial % 100'000, 5);
    const QString first =
        u"5"_s + kindDigit + m_words.countyCode + body + organizationCodeCheckCharacter(body);
    organization.creditCode = first + creditCodeCheckCharacter(first);

    const SampleShuffle wrong(registered(), m_options.seed + WrongCode);
    if (organization.isRegistered() && wrong.position(organization.index) < 2) {
        const QChar last = organization.creditCode.back();
        organization.creditCode.back() = last == u'8' ? u'3' : u'8';
    }
}

void SampleCounty::givePlace(SampleOrganization &organization, SampleRandom &random) const
{
    if (organization.kind == OrganizationKind::CommunityOrganization)
        nameCommunity(organization);
    else
        organization.village = random.below(qint64(m_villages.size()));
    const SampleVillage &village = m_villages[size_t(organization.village)];
    organization.town = village.town;
    organization.address = m_words.countyName + m_towns[size_t(village.town)].name;
    if (organization.kind == OrganizationKind::CommunityOrganization)
        organization.address += village.name + random.pick(QStringList{u"文化礼堂"_s, u"居民活动室"_s,
                                                                       u"服务中心"_s, u"老年活动室"_s});
    else
        organization.address +=
            random.pick(m_words.roads) + QString::number(random.between(1, 680)) + u"号"_s;
}

void SampleCounty::giveDates(SampleOrganization &organization, SampleRandom &random) const
{
    const bool community = organization.kind == OrganizationKind::CommunityOrganization;
    const int span = community ? 12 : organization.kind == OrganizationKind::Association ? 32 : 24;
    // A few are of the last two years; the evaluation leaves out those of the year itself.
    const int year = random.chance(25) ? 2025 : random.chance(45) ? 2024 : 2023 - random.below(span);
    organization.registeredOn = QDate(year, 1, 1).addDays(random.below(350));
    const QString serial = padded(organization.indexInKind + 1, 4);
    if (community)
        organization.certificateNumber = u"示备〔%1〕第%2号"_s.arg(year).arg(serial);
    else if (organization.isRegistered())
        organization.certificateNumber =
            (organization.kind == OrganizationKind::Association ? u"示社证字第%1号"_s : u"示民证字第%1号"_s)
                .arg(serial);

    const int term = random.pick(std::array{3, 4, 5, 5});
    organization.termStartedOn = organization.registeredOn;
    const QDate latest(random.chance(80) ? 2022 : 2025, 10, 1); // Some have forgotten their last election.
    while (organization.termStartedOn.addYears(term) <= latest)
        organization.termStartedOn =
            organization.termStartedOn.addYears(term).addDays(random.between(-20, 40));
    organization.termEndsOn = organization.termStartedOn.addYears(term);
}

void SampleCounty::giveQuality(SampleOrganization &organization, SampleRandom &random) const
{
    const bool community = organization.kind == OrganizationKind::CommunityOrganization;
    const bool dormant = random.chance(community ? 110 : 50);
    int level = dormant ? random.below(10) : 12 + random.below(30) + random.below(30) + random.below(30);
    for (int &quality : organization.quality) {
        level += random.between(-7, 7);
        if (random.chance(40)) // A new head, a lost hall: it becomes another within a year.
            level += random.chance(500) ? random.between(15, 35) : -random.between(15, 35);
        level = std::clamp(level, dormant ? 0 : 4, 100);
        quality = level;
    }
    if (organization.quality.back() < 6 && random.chance(250))
        organization.status = OrganizationStatus::Missing;
    else if (random.chance(4))
        organization.status = OrganizationStatus::Deregistered;
    const std::optional<int> violation = penalty(organization);
    if (violation) {
        for (int &quality : organization.quality)
            quality = std::min(quality, 35);
        organization.status = m_words.violations[size_t(*violation)].kind == PenaltyKind::Suspension
                                  ? OrganizationStatus::Suspended
                                  : OrganizationStatus::Active;
    }
}

void SampleCounty::giveParty(SampleOrganization &organization, SampleRandom &random) const
{
    organization.partyMembers = 0;
    if (organization.isRegistered()) {
        const SampleShuffle shuffle(registered(), m_options.seed + Party);
        if (shuffle.position(organization.index) < m_partyOrganizations) {
            const int draw = random.below(100);
            organization.partyForm = draw < 72   ? PartyForm::Single
                                     : draw < 92 ? PartyForm::Joint
                                                 : PartyForm::Functional;
            organization.partyMembers =
                *organization.partyForm == PartyForm::Single ? random.between(3, 15) : random.between(1, 3);
            organization.status = OrganizationStatus::Active;
            for (int &quality : organization.quality)
                quality = std::clamp(quality + 12, 20, 100);
        } else {
            // Some have three members and more and still no party organization: 应建未建.
            const int draw = random.below(1000);
            organization.partyMembers = draw < 560   ? 0
                                        : draw < 810 ? 1
                                        : draw < 970 ? 2
                                                     : random.between(3, 6);
        }
    } else if (organization.kind == OrganizationKind::CommunityOrganization) {
        organization.partyMembers = random.chance(550) ? random.below(7) : 0;
    }
    organization.charterHasParty =
        random.chance(organization.partyForm ? 960 : 420 + organization.quality[2] * 5);
}

void SampleCounty::giveSize(SampleOrganization &organization, SampleRandom &random) const
{
    using enum OrganizationKind;
    const int quality = organization.quality[2];
    organization.staff = organization.partyMembers + random.between(1, 4);
    organization.council = 2 * random.between(2, 15) + 1;
    switch (organization.kind) {
    case Association:
        organization.unitMembers = random.below(90);
        organization.individualMembers = random.between(50, 420);
        organization.capital = Money::yuan(random.between(3, 20) * 10'000);
        break;
    case ServiceInstitution:
        organization.staff += random.between(2, 45);
        organization.council = random.between(3, 9);
        organization.capital =
            Money::yuan(random.pick(std::array{3, 5, 5, 10, 10, 20, 30, 50, 100, 200}) * 10'000);
        break;
    case Foundation: break;
    case CommunityOrganization:
        organization.staff = 0;
        organization.council = 0;
        organization.individualMembers = organization.partyMembers + random.between(8, 70);
        organization.capital = Money::yuan(random.below(40) * 500);
        break;
    case Intermediary:
        organization.staff += random.between(3, 40);
        organization.capital = Money::yuan(random.between(10, 100) * 10'000);
        break;
    }
    organization.premisesArea =
        random.between(2, 30) * 10 + (organization.kind == ServiceInstitution ? 200 : 0);
    organization.premisesSource = PremisesSource(random.below(4));
    organization.disclosureItems = std::clamp(quality / 9 + random.between(-2, 2), 0, 12);
    organization.head = m_words.personName(random, random.chance(560));
    organization.contact = m_words.personName(random, random.chance(350));
    organization.phone = u"19900"_s + padded(random.below(1'000'000), 6);
}

} // namespace core
