// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an organization of the sample county has and does: people, activities, inspections, projects, grades.
#include "core/base/identitynumber.h"
#include "core/sample/samplecounty.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {
namespace {

/// Streams of random numbers, apart from those of samplecounty.cpp; a year's stream is stream + year.
enum YearStream : quint64 {
    People = 100,
    Grades,
    PartyLife = 10'000,
    Services = 20'000,
    Inspections = 30'000,
    Projects = 40'000,
    Punishments = 50'000
};

/// The \a number-th of \a count days spread over \a year, no two alike (count up to 60).
QDate dayOfYear(SampleRandom &random, int year, int number, int count)
{
    const int slot = 364 / count;
    return QDate(year, 1, 1).addDays(number * slot + random.below(slot));
}

/// \a whole × \a percent / 100; the fraction decides by chance.
int portion(SampleRandom &random, int whole, int percent)
{
    const int hundredths = whole * percent;
    return hundredths / 100 + (random.below(100) < hundredths % 100 ? 1 : 0);
}

int qualityOf(const SampleOrganization &organization, int year)
{
    const int place = std::clamp(year - SampleCounty::firstYear, 0, int(organization.quality.size()) - 1);
    return organization.quality[size_t(place)];
}

/// Whether it was there and at work in \a year.
bool worksIn(const SampleOrganization &organization, int year)
{
    if (organization.status == OrganizationStatus::Missing && year == SampleCounty::lastYear)
        return false;
    return organization.registeredOn.year() < year ||
           (organization.registeredOn.year() == year && organization.registeredOn.month() <= 6);
}

QString identityNumber(SampleRandom &random, QDate born, Sex sex)
{
    // 330499 is no division, so the number cannot be anybody's.
    const int order = random.between(50, 480) * 2 + (sex == Sex::Male ? 1 : 0);
    const QString body =
        u"330499"_s + born.toString(u"yyyyMMdd"_s) + QString::number(order).rightJustified(3, u'0');
    return body + identityNumberCheckCharacter(body);
}

} // namespace

std::vector<SamplePerson> SampleCounty::people(const SampleOrganization &organization) const
{
    SampleRandom draws = random(People, organization.index);
    const bool association = organization.kind == OrganizationKind::Association;
    QStringList positions = association ? QStringList{u"会长"_s, u"副会长"_s, u"秘书长"_s}
                                        : QStringList{u"理事长"_s, u"执行负责人"_s};
    if (association && draws.chance(400))
        positions.insert(2, u"常务副会长"_s);
    std::vector<SamplePerson> list;
    for (const QString &position : positions) {
        SamplePerson person;
        person.sex = draws.chance(600) ? Sex::Male : Sex::Female;
        person.name = list.empty() ? organization.head : m_words.personName(draws, person.sex == Sex::Male);
        person.bornOn = QDate(draws.between(1953, 1994), 1, 1).addDays(draws.below(365));
        person.identityNumber = identityNumber(draws, person.bornOn, person.sex);
        person.position = position;
        person.isLegalRepresentative = list.empty();
        person.politicalStatus = draws.chance(organization.partyForm ? 650 : 250) ? PoliticalStatus::Member
                                 : draws.chance(60) ? PoliticalStatus::Democratic
                                                    : PoliticalStatus::Masses;
        person.phone =
            list.empty() ? organization.phone : u"19900"_s + QString::number(100'000 + draws.below(900'000));
        person.startedOn = organization.termStartedOn;
        person.endsOn = organization.termEndsOn;
        person.official = association && draws.chance(25);
        list.push_back(person);
    }
    return list;
}

std::vector<SamplePartyActivity> SampleCounty::partyActivities(const SampleOrganization &organization,
                                                               int year) const
{
    std::vector<SamplePartyActivity> list;
    if (!worksIn(organization, year))
        return list;
    SampleRandom draws = random(PartyLife + quint64(year), organization.index);
    const int quality = qualityOf(organization, year);
    const auto hold = [&](PartyActivityKind kind, int wanted, int percent) {
        const int times = portion(draws, wanted, std::min(100, percent));
        for (int i = 0; i < times; ++i) {
            SamplePartyActivity activity;
            activity.kind = kind;
            activity.heldOn = dayOfYear(draws, year, i, times);
            activity.title = draws.pick(m_words.partyTitles[size_t(kind)]);
            activity.place =
                draws.chance(700) ? u"党员活动室"_s : m_villages[size_t(organization.village)].name;
            activity.attendance =
                std::max(1, portion(draws, organization.partyMembers, draws.between(70, 100)));
            list.push_back(activity);
        }
    };
    using enum PartyActivityKind;
    if (!organization.partyForm) {
        // Without a party organization the members hold theme days with their instructor or village.
        if (organization.partyMembers > 0)
            hold(ThemeDay, 6, quality - 18);
        return list;
    }
    hold(GeneralMeeting, 4, quality + 30);
    if (organization.partyMembers >= 7) {
        hold(CommitteeMeeting, 12, quality + 20);
        hold(GroupMeeting, 6, quality + 10);
    }
    hold(Lecture, 4, quality + 20);
    hold(ThemeDay, 12, quality + 30);
    hold(LifeMeeting, 1, quality + 35);
    hold(MemberReview, 1, quality + 35);
    hold(Other, 2, quality - 30);
    return list;
}

std::vector<SampleServiceActivity> SampleCounty::serviceActivities(const SampleOrganization &organization,
                                                                   int year) const
{
    std::vector<SampleServiceActivity> list;
    if (!worksIn(organization, year))
        return list;
    SampleRandom draws = random(Services + quint64(year), organization.index);
    const int quality = qualityOf(organization, year);
    const int times = portion(draws, organization.isRegistered() ? 12 : 5, std::max(0, quality - 8));
    const size_t favourite = size_t(organization.index) % m_words.serviceTitles.size();
    for (int i = 0; i < times; ++i) {
        SampleServiceActivity activity;
        const size_t kind =
            draws.chance(600) ? favourite : size_t(draws.below(qint64(m_words.serviceTitles.size())));
        activity.kind = ServiceKind(kind);
        activity.heldOn = dayOfYear(draws, year, i, times);
        activity.title = draws.pick(m_words.serviceTitles[kind]);
        activity.place = m_villages[size_t(draws.below(qint64(m_villages.size())))].name;
        activity.volunteers = draws.between(3, 6 + quality / 4);
        // Hours of all volunteers together: half a day at the most for each.
        activity.hours = Decimal::fromMicro(activity.volunteers * draws.between(3, 8) * Decimal::one / 2);
        activity.beneficiaries = activity.volunteers * draws.between(1, 8);
        activity.spending = draws.chance(550) ? Money{} : Money::yuan(draws.between(1, 60) * 100);
        list.push_back(activity);
    }
    return list;
}

std::optional<SampleInspection> SampleCounty::inspection(const SampleOrganization &organization,
                                                         int year) const
{
    if (!organization.isRegistered() || !worksIn(organization, year))
        return {};
    SampleRandom draws = random(Inspections + quint64(year), organization.index);
    const int quality = qualityOf(organization, year);
    SampleInspection inspection;
    using enum InspectionConclusion;
    const int draw = draws.below(100);
    const std::optional<int> violation = penalty(organization);
    if (violation && m_words.violations[size_t(*violation)].kind == PenaltyKind::Suspension)
        inspection.conclusion = Absent; // What it was punished for.
    else if (quality < 8)
        inspection.conclusion = draw < 70 ? Absent : Fail;
    else if (quality < 30)
        inspection.conclusion = draw < 8 ? Fail : draw < 60 ? BasicPass : Pass;
    else
        inspection.conclusion = draw < 5 ? BasicPass : Pass;
    if (inspection.conclusion == Absent) {
        inspection.remarks = u"经催告仍未参检"_s;
        return inspection;
    }
    inspection.filedOn = QDate(year + 1, 1, 8).addDays(draws.below(quality < 30 ? 95 : 80));
    inspection.concludedOn = QDate(year + 1, 4, 10).addDays(draws.below(50));
    if (inspection.conclusion != Pass)
        inspection.remarks =
            draws.pick(QStringList{u"未按期换届"_s, u"财务制度不健全"_s, u"未开展活动"_s, u"会议记录不全"_s});
    return inspection;
}

std::vector<SampleProject> SampleCounty::projects(const SampleOrganization &organization, int year) const
{
    std::vector<SampleProject> list;
    const int quality = qualityOf(organization, year);
    if (!organization.isRegistered() || !worksIn(organization, year) || quality < 40)
        return list;
    SampleRandom draws = random(Projects + quint64(year), organization.index);
    if (!draws.chance(organization.role == OrganizationRole::SocialWorkAgency ? 600 : 4 * (quality - 40)))
        return list;
    const int count = draws.chance(200) ? 2 : 1;
    const int first = draws.below(m_words.projects.size());
    for (int i = 0; i < count; ++i) {
        SampleProject project;
        const SampleTown &town = m_towns[size_t(organization.town)];
        project.name = u"%1年%2%3"_s.arg(year).arg(
            town.name, m_words.projects[(first + i * 5) % m_words.projects.size()]);
        project.buyer = draws.chance(400) ? town.name + (town.urban ? u"办事处"_s : u"人民政府"_s)
                                          : draws.pick(m_words.buyers);
        project.amount = Money::yuan(draws.between(2, 48) * 5'000);
        project.startedOn = QDate(year, 3, 1).addDays(draws.below(90));
        project.endedOn = QDate(year, 11, 1).addDays(draws.below(55));
        const int draw = draws.below(100) + quality - 60;
        using enum Performance;
        project.performance = draw > 70 ? Excellent : draw > 25 ? Good : draw > -15 ? Pass : Fail;
        list.push_back(project);
    }
    return list;
}

std::optional<SampleGrade> SampleCounty::grade(const SampleOrganization &organization) const
{
    SampleRandom draws = random(Grades, organization.index);
    const int quality = (organization.quality[0] + organization.quality[1]) / 2;
    const int year = draws.between(2020, 2025);
    if (!organization.isRegistered() || organization.registeredOn.year() > year - 2 || quality < 45 ||
        !draws.chance(8 * (quality - 40)))
        return {};
    SampleGrade grade;
    grade.points = std::clamp(quality * 3 + 640 + draws.between(-40, 40), 620, 980);
    using enum GradeLevel;
    grade.level = grade.points > 950   ? Five
                  : grade.points > 900 ? Four
                  : grade.points > 800 ? Three
                  : grade.points > 700 ? Two
                                       : One;
    grade.assessedOn = QDate(year, 11, 1).addDays(draws.below(50));
    grade.certificate = u"示评〔%1〕%2号"_s.arg(year).arg(organization.index + 1);
    return grade;
}

std::optional<int> SampleCounty::penalty(const SampleOrganization &organization) const
{
    if (!organization.isRegistered())
        return {};
    const qint64 punished = std::max<qint64>(1, 4 * m_options.organizations / 3080);
    const SampleShuffle shuffle(registered(), m_options.seed + Punishments);
    const qint64 place = shuffle.position(organization.index);
    if (place >= punished)
        return {};
    return int(place % qint64(m_words.violations.size()));
}

} // namespace core
