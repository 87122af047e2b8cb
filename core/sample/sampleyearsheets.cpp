// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/samplesheet.h"

#include "core/evaluation/manualscore.h"
#include "core/party/partyinstructor.h"

using namespace Qt::StringLiterals;

namespace core {
namespace {

using CellKind = WriteColumn::Kind;
using County = SampleCounty;

/// A record and the organization it belongs to. Lives as long as the row is being written.
template<typename T>
struct Of
{
    const SampleOrganization &organization;
    const T &record;
    int year = 0;
};

struct Instructor
{
    QString name, unit, phone;
    InstructorDuty duty{};
    QDate sentOn;
};

template<typename T>
using Each = std::function<void(const std::function<bool(const Of<T> &)> &)>;

/// Gives what \a make makes of each organization, one after another.
template<typename T>
Each<T> eachOf(const County &county, int year, std::function<std::vector<T>(const SampleOrganization &)> make,
               bool registeredOnly = false)
{
    qint64 last = county.options().organizations;
    if (registeredOnly)
        last =
            county.count(OrganizationKind::Association) + county.count(OrganizationKind::ServiceInstitution);
    return [&county, year, make = std::move(make), last](const std::function<bool(const Of<T> &)> &take) {
        for (qint64 i = 0; i < last; ++i) {
            const SampleOrganization organization = county.organization(i);
            for (const T &record : make(organization)) {
                if (!take({organization, record, year}))
                    return;
            }
        }
    };
}

template<typename T>
Cell organizationName(const County &, const Of<T> &r, SampleClerk &clerk)
{
    return clerk.text(r.organization.name);
}

template<typename T>
Cell yearOf(const County &, const Of<T> &r, SampleClerk &)
{
    return Cell::fromInteger(r.year);
}

Cell foundedOn(const County &county, const Of<SampleOrganization> &r, SampleClerk &clerk)
{
    SampleRandom draws = county.random(501, r.record.index);
    const QDate founded = r.record.registeredOn.addDays(draws.between(30, 1500));
    return clerk.date(std::max(std::min(founded, QDate(2023, 11, 20)), r.record.registeredOn));
}

Cell superior(const County &county, const Of<SampleOrganization> &r, SampleClerk &)
{
    const QString town = county.towns()[size_t(r.record.town)].name;
    return Cell::fromText(r.record.index % 3 == 0 ? u"示范县社会组织综合党委"_s : town + u"党工委"_s);
}

Cell secretary(const County &county, const Of<SampleOrganization> &r, SampleClerk &clerk)
{
    SampleRandom draws = county.random(502, r.record.index);
    if (draws.chance(400))
        return clerk.text(r.record.head);
    return clerk.text(county.words().personName(draws, draws.chance(550)));
}

SampleSheet partyOrganizations(const County &county)
{
    using R = Of<SampleOrganization>;
    return sampleSheet<R>(
        county,
        {u"党组织"_s, recordType<PartyOrganization>().key, u"社会组织党组织台账"_s,
         u"填报单位：示范县社会组织综合党委　　单位：人"_s},
        {
            {"社会组织", CellKind::Text, organizationName<SampleOrganization>, 34},
            {"党组织名称", CellKind::Text,
             [](const County &, const R &r, SampleClerk &) {
                 return Cell::fromText(
                     u"中共"_s + r.record.name +
                     (*r.record.partyForm == PartyForm::Joint ? u"联合支部委员会"_s : u"支部委员会"_s));
             },
             40},
            {"党组织类别", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return clerk.choice(*r.record.partyForm == PartyForm::Joint ? PartyRank::JointBranch
                                                                             : PartyRank::Branch);
             },
             12},
            {"已建形式", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.choice(*r.record.partyForm); },
             12},
            {"批复时间", CellKind::Date, foundedOn, 14},
            {"隶属关系", CellKind::Text, superior, 24},
            {"书记", CellKind::Text, secretary, 10},
            {"党员人数", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return clerk.number(r.record.partyMembers);
             },
             10},
        },
        eachOf<SampleOrganization>(
            county, 0,
            [](const SampleOrganization &o) {
                return o.partyForm ? std::vector{o} : std::vector<SampleOrganization>();
            },
            true));
}

/// Who comes to whom: to registered organizations one of 81 instructors of the county, each to several; to
/// community organizations the liaison of their village.
std::vector<Instructor> instructorsOf(const County &county, const SampleOrganization &organization)
{
    SampleRandom draws = county.random(503, organization.index);
    const bool community = organization.kind == OrganizationKind::CommunityOrganization;
    if (!draws.chance((community ? 50 : 330) + 6 * organization.quality.front()))
        return {};
    SampleRandom person =
        community ? county.random(507, organization.village) : county.random(506, draws.below(81));
    Instructor instructor;
    instructor.name = county.words().personName(person, person.chance(550));
    instructor.phone = u"19900"_s + QString::number(100'000 + person.below(900'000));
    if (community) {
        instructor.unit = county.villages()[size_t(organization.village)].name + u"党组织"_s;
        instructor.duty = InstructorDuty::Liaison;
    } else {
        const SampleTown &town = county.towns()[size_t(person.below(qint64(county.towns().size())))];
        instructor.unit = person.chance(300) ? county.words().bureau : town.name + u"党群服务中心"_s;
        instructor.duty = person.chance(700) ? InstructorDuty::Instructor : InstructorDuty::Liaison;
    }
    instructor.sentOn = std::max(QDate(2021, 3, 1).addDays(draws.below(1000)), organization.registeredOn);
    return {instructor};
}

SampleSheet instructors(const County &county)
{
    using R = Of<Instructor>;
    return sampleSheet<R>(
        county,
        {u"党建指导员"_s, recordType<PartyInstructor>().key, u"社会组织党建指导员选派名册"_s,
         u"填报单位：示范县社会组织综合党委"_s},
        {
            {"社会组织", CellKind::Text, organizationName<Instructor>, 34},
            {"指导员姓名", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.record.name); }, 12},
            {"职责", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.choice(r.record.duty); }, 10},
            {"派出单位", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.record.unit); }, 26},
            {"联系电话", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.digits(r.record.phone); }, 14},
            {"选派时间", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.date(r.record.sentOn); }, 14},
        },
        eachOf<Instructor>(county, 0,
                           [&county](const SampleOrganization &o) { return instructorsOf(county, o); }));
}

SampleSheet partyActivities(const County &county, int year)
{
    using R = Of<SamplePartyActivity>;
    return sampleSheet<R>(
        county,
        {u"党建活动%1"_s.arg(year), recordType<PartyActivity>().key,
         u"%1年度社会组织党建活动台账"_s.arg(year), u"填报单位：示范县社会组织综合党委　　单位：人"_s,
         u"%1年1月8日"_s.arg(year + 1)},
        {
            {"社会组织", CellKind::Text, organizationName<SamplePartyActivity>, 34},
            {"活动类型", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.choice(r.record.kind); }, 14},
            {"开展时间", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.date(r.record.heldOn); }, 14},
            {"活动主题", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.record.title); }, 34},
            {"活动地点", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.maybe(r.record.place); }, 16},
            {"人数", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.number(r.record.attendance); },
             8},
        },
        eachOf<SamplePartyActivity>(county, year, [&county, year](const SampleOrganization &o) {
            return county.partyActivities(o, year);
        }));
}

SampleSheet serviceActivities(const County &county, int year)
{
    using R = Of<SampleServiceActivity>;
    return sampleSheet<R>(
        county,
        {u"公益活动%1"_s.arg(year), recordType<ServiceActivity>().key,
         u"%1年度社会组织公益活动台账"_s.arg(year),
         u"填报单位：各镇（街道）社会组织服务中心　　单位：小时、人次、元"_s, u"%1年1月8日"_s.arg(year + 1)},
        {
            {"社会组织", CellKind::Text, organizationName<SampleServiceActivity>, 34},
            {"活动名称", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.record.title); }, 26},
            {"服务类别", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.choice(r.record.kind); }, 12},
            {"活动日期", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.date(r.record.heldOn); }, 14},
            {"服务时长（小时）", CellKind::Decimal,
             [](const County &, const R &r, SampleClerk &) {
                 return Cell::fromNumber(r.record.hours.toString());
             },
             12},
            {"志愿者人次", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.number(r.record.volunteers); },
             10},
            {"受益人次", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return clerk.number(r.record.beneficiaries);
             },
             10},
            {"投入资金（元）", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &) {
                 return r.record.spending.fen == 0 ? Cell() : Cell::fromInteger(r.record.spending.fen / 100);
             },
             12},
            {"活动地点", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.maybe(r.record.place); }, 16},
        },
        eachOf<SampleServiceActivity>(county, year, [&county, year](const SampleOrganization &o) {
            return county.serviceActivities(o, year);
        }));
}

SampleSheet inspections(const County &county, int year)
{
    using R = Of<SampleInspection>;
    return sampleSheet<R>(
        county,
        {u"年检%1"_s.arg(year), recordType<Inspection>().key, u"%1年度社会组织年检台账"_s.arg(year),
         u"填报单位：示范县民政局"_s, u"%1年6月12日"_s.arg(year + 1)},
        {
            {"年检年度", CellKind::Integer, yearOf<SampleInspection>, 10},
            {"社会组织", CellKind::Text, organizationName<SampleInspection>, 34},
            {"网填日期", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.date(r.record.filedOn); }, 14},
            {"年检结论", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.choice(r.record.conclusion); },
             12},
            {"审定日期", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.date(r.record.concludedOn); },
             14},
            {"整改要求", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.record.remarks); }, 20},
        },
        eachOf<SampleInspection>(
            county, year,
            [&county, year](const SampleOrganization &o) {
                const std::optional<SampleInspection> inspection = county.inspection(o, year);
                return inspection ? std::vector{*inspection} : std::vector<SampleInspection>();
            },
            true));
}

QDate penaltyDay(const County &county, const SampleOrganization &organization)
{
    return QDate(organization.index % 4 == 0 ? 2024 : 2025, 9, 1)
        .addDays(county.random(504, organization.index).below(70));
}

SampleSheet penalties(const County &county)
{
    using R = Of<SampleWords::Violation>;
    return sampleSheet<R>(
        county,
        {u"行政处罚"_s, recordType<Penalty>().key, u"社会组织行政处罚台账"_s,
         u"填报单位：示范县民政局　　单位：元"_s},
        {
            {"社会组织", CellKind::Text, organizationName<SampleWords::Violation>, 34},
            {"决定书文号", CellKind::Text,
             [](const County &c, const R &r, SampleClerk &) {
                 return Cell::fromText(u"示民罚决字〔%1〕第%2号"_s.arg(penaltyDay(c, r.organization).year())
                                           .arg(r.organization.index + 1));
             },
             26},
            {"处罚种类", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.choice(r.record.kind); }, 14},
            {"处罚日期", CellKind::Date,
             [](const County &c, const R &r, SampleClerk &clerk) {
                 return clerk.date(penaltyDay(c, r.organization));
             },
             14},
            {"罚款金额", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &) {
                 return r.record.kind == PenaltyKind::Fine ? Cell::fromInteger(5000) : Cell();
             },
             10},
            {"案由", CellKind::Text,
             [](const County &, const R &r, SampleClerk &) { return Cell::fromText(r.record.ground); }, 30},
            {"处罚依据", CellKind::Text,
             [](const County &, const R &r, SampleClerk &) { return Cell::fromText(r.record.basis); }, 44},
        },
        eachOf<SampleWords::Violation>(
            county, 0,
            [&county](const SampleOrganization &o) {
                const std::optional<int> violation = county.penalty(o);
                return violation ? std::vector{county.words().violations[size_t(*violation)]}
                                 : std::vector<SampleWords::Violation>();
            },
            true));
}

SampleSheet grades(const County &county)
{
    using R = Of<SampleGrade>;
    return sampleSheet<R>(
        county,
        {u"等级评估"_s, recordType<Grade>().key, u"社会组织等级评估台账"_s, u"填报单位：示范县民政局"_s},
        {
            {"社会组织", CellKind::Text, organizationName<SampleGrade>, 34},
            {"评估等级", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.choice(r.record.level); }, 10},
            {"授予日期", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.date(r.record.assessedOn); },
             14},
            {"有效期止", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return clerk.date(r.record.assessedOn.addYears(5).addDays(-1));
             },
             14},
            {"评估得分", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.number(r.record.points); },
             10},
            {"证书编号", CellKind::Text,
             [](const County &, const R &r, SampleClerk &) { return Cell::fromText(r.record.certificate); },
             22},
        },
        eachOf<SampleGrade>(
            county, 0,
            [&county](const SampleOrganization &o) {
                const std::optional<SampleGrade> grade = county.grade(o);
                return grade ? std::vector{*grade} : std::vector<SampleGrade>();
            },
            true));
}

SampleSheet projects(const County &county)
{
    using R = Of<SampleProject>;
    return sampleSheet<R>(
        county,
        {u"购买服务项目"_s, recordType<Project>().key, u"政府购买社会组织服务项目台账"_s,
         u"2024年、2025年　　填报单位：示范县民政局　　单位：万元"_s},
        {
            {"年度", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &) {
                 return Cell::fromInteger(r.record.startedOn.year());
             },
             8},
            {"承接组织", CellKind::Text, organizationName<SampleProject>, 34},
            {"项目名称", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.record.name); }, 36},
            {"购买主体", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.record.buyer); }, 24},
            {"合同金额（万元）", CellKind::Decimal,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return clerk.tenThousandYuan(r.record.amount);
             },
             12},
            {"开始日期", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.date(r.record.startedOn); },
             14},
            {"结项日期", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.maybeDate(r.record.endedOn); },
             14},
            {"绩效等级", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return clerk.choice(r.record.performance);
             },
             10},
        },
        eachOf<SampleProject>(
            county, 0,
            [&county](const SampleOrganization &o) {
                std::vector<SampleProject> both = county.projects(o, 2024);
                for (const SampleProject &project : county.projects(o, 2025))
                    both.push_back(project);
                return both;
            },
            true));
}

/// What a person scored: honours and public criticism, which no register holds.
struct Scored
{
    QString indicator, evidence, scorer;
    int points = 0;
    QDate on;
    int year = 0;
};

std::vector<Scored> scoresOf(const County &county, const SampleOrganization &organization)
{
    std::vector<Scored> list;
    for (const int year : {2024, 2025}) {
        SampleRandom draws = county.random(505 + quint64(year), organization.index);
        const int quality = organization.quality[size_t(year - County::firstYear)];
        const QDate on = QDate(year, 12, 5).addDays(draws.below(20));
        const QString scorer = county.words().personName(draws, draws.chance(400));
        if (quality >= 78 && draws.chance(350)) {
            const bool city = draws.chance(300);
            list.push_back({u"P2"_s, city ? u"获市级先进社会组织表彰"_s : u"获县级先进社会组织表彰"_s, scorer,
                            city ? 3 : 2, on, year});
        } else if (quality < 20 && organization.isRegistered() && draws.chance(60)) {
            list.push_back({u"M1"_s, u"未按要求报送材料被县民政局通报"_s, scorer, 2, on, year});
        }
    }
    return list;
}

SampleSheet scores(const County &county)
{
    using R = Of<Scored>;
    return sampleSheet<R>(
        county,
        {u"人工评分"_s, recordType<ManualScore>().key, u"社会组织积分评价人工评分表"_s,
         u"2024年、2025年　　填报单位：示范县民政局　　单位：分"_s},
        {
            {"年度", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &) { return Cell::fromInteger(r.record.year); }, 8},
            {"社会组织", CellKind::Text, organizationName<Scored>, 34},
            {"指标编号", CellKind::Text,
             [](const County &, const R &r, SampleClerk &) { return Cell::fromText(r.record.indicator); },
             10},
            {"得分", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &) { return Cell::fromInteger(r.record.points); }, 8},
            {"佐证材料", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.record.evidence); },
             34},
            {"评分人", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.record.scorer); }, 10},
            {"评分日期", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.date(r.record.on); }, 14},
        },
        eachOf<Scored>(county, 0, [&county](const SampleOrganization &o) { return scoresOf(county, o); }));
}

} // namespace

std::vector<SampleSheet> sampleYearSheets(const SampleCounty &county)
{
    return {
        partyOrganizations(county),
        instructors(county),
        partyActivities(county, 2024),
        partyActivities(county, 2025),
        serviceActivities(county, 2024),
        serviceActivities(county, 2025),
        inspections(county, 2023),
        inspections(county, 2024),
        inspections(county, 2025),
        penalties(county),
        grades(county),
        projects(county),
        scores(county),
    };
}

} // namespace core
