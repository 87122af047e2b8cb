// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/samplesheet.h"

using namespace Qt::StringLiterals;

namespace core {
namespace {

using CellKind = WriteColumn::Kind;
using County = SampleCounty;
using Organization_ = SampleOrganization;

struct DivisionRow
{
    QString code, name, parent;
    DivisionLevel level{};
    std::optional<DivisionSetting> setting;
    int population = 0;
    int grids = 0;
};

struct PersonRow
{
    const SampleOrganization &organization;
    const SamplePerson &person;
};

/// Gives the organizations numbered \a first … \a last − 1.
std::function<void(const std::function<bool(const SampleOrganization &)> &)>
organizations(const County &county, qint64 first, qint64 last)
{
    return [&county, first, last](const std::function<bool(const SampleOrganization &)> &take) {
        for (qint64 i = first; i < last; ++i) {
            if (!take(county.organization(i)))
                return;
        }
    };
}

// Cells that several registers share.
Cell name(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.text(o.name);
}
Cell code(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.chance(12) ? Cell() : clerk.text(o.creditCode);
}
Cell wholeCode(const County &, const Organization_ &o, SampleClerk &)
{
    return Cell::fromText(o.creditCode);
}
Cell kind(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.choice(o.kind);
}
Cell status(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.choice(o.status);
}
Cell registeredOn(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.date(o.registeredOn);
}
Cell authority(const County &county, const Organization_ &, SampleClerk &)
{
    return Cell::fromText(county.words().bureau);
}
Cell head(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.text(o.head);
}
Cell contact(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.maybe(o.contact);
}
Cell phone(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.digits(o.phone);
}
Cell address(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.text(o.address);
}
Cell town(const County &county, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.text(county.towns()[size_t(o.town)].name);
}
Cell village(const County &county, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.text(county.villages()[size_t(o.village)].name);
}
Cell postcode(const County &, const Organization_ &, SampleClerk &clerk)
{
    return clerk.digits(u"314199"_s);
}
Cell industry(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.choice(o.industry);
}
Cell unit(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.text(o.supervisingUnit);
}
Cell capital(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.tenThousandYuan(o.capital);
}
Cell unitMembers(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.number(o.unitMembers);
}
Cell individuals(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.number(o.individualMembers);
}
Cell council(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.number(o.council);
}
Cell staff(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.number(o.staff);
}
Cell members(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.number(o.partyMembers);
}
Cell termStart(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.maybeDate(o.termStartedOn);
}
Cell termEnd(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.maybeDate(o.termEndsOn);
}
Cell charter(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.yesNo(o.charterHasParty);
}
Cell disclosure(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.number(o.disclosureItems);
}
Cell area(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.number(o.premisesArea);
}
Cell source(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.choice(o.premisesSource);
}
Cell certificate(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return clerk.text(o.certificateNumber);
}
Cell role(const County &, const Organization_ &o, SampleClerk &clerk)
{
    return o.role ? clerk.choice(*o.role) : Cell();
}
Cell remarks(const County &, const Organization_ &o, SampleClerk &)
{
    if (o.quality.back() < 8)
        return Cell::fromText(u"近年未开展活动"_s);
    return {};
}

SampleSheet divisions(const County &county)
{
    const auto each = [&county](const std::function<bool(const DivisionRow &)> &take) {
        int people = 0;
        for (const SampleTown &town : county.towns())
            people += town.population;
        const SampleWords &words = county.words();
        if (!take({words.countyCode, words.countyName, {}, DivisionLevel::County, {}, people, 0}))
            return;
        for (const SampleTown &town : county.towns()) {
            const auto setting = town.urban ? DivisionSetting::Urban : DivisionSetting::Rural;
            if (!take({town.code, town.name, words.countyCode, DivisionLevel::Town, setting, town.population,
                       0}))
                return;
        }
        for (const SampleVillage &village : county.villages()) {
            if (!take({village.code, village.name, county.towns()[size_t(village.town)].name,
                       DivisionLevel::Village, village.setting, village.population, village.grids}))
                return;
        }
    };
    using R = DivisionRow;
    return sampleSheet<R>(
        county,
        {u"区划"_s, recordType<Division>().key, u"行政区划及人口"_s, u"2025年末常住人口　　单位：人、个"_s},
        {
            {"区划代码", CellKind::Text,
             [](const County &, const R &r, SampleClerk &) { return Cell::fromText(r.code); }, 15},
            {"名称", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.name); }, 16},
            {"级别", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.choice(r.level); }, 12},
            {"上级区划", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.parent); }, 14},
            {"社区类型", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return r.setting ? clerk.choice(*r.setting) : Cell();
             },
             12},
            {"常住人口", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.number(r.population); }, 10},
            {"网格数", CellKind::Integer,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return r.grids > 0 ? clerk.number(r.grids) : Cell();
             },
             8},
        },
        each);
}

SampleSheet associations(const County &county)
{
    const qint64 last = county.count(OrganizationKind::Association);
    return sampleSheet<Organization_>(county,
                                      {u"社会团体登记台账"_s, recordType<Organization>().key,
                                       u"社会团体登记台账"_s,
                                       u"填报单位：示范县民政局　　单位：万元、个、人"_s},
                                      {
                                          {"登记时间", CellKind::Date, registeredOn, 14},
                                          {"登记部门", CellKind::Text, authority, 16},
                                          {"统一社会信用代码", CellKind::Text, code, 22},
                                          {"单位名称", CellKind::Text, name, 34},
                                          {"类别", CellKind::Text, kind, 12},
                                          {"法定代表人", CellKind::Text, head, 12},
                                          {"地址", CellKind::Text, address, 36},
                                          {"镇街", CellKind::Text, town, 12},
                                          {"邮编", CellKind::Text, postcode, 9},
                                          {"联系电话", CellKind::Text, phone, 14},
                                          {"行业分类", CellKind::Text, industry, 14},
                                          {"业务主管部门", CellKind::Text, unit, 26},
                                          {"注册资金（万元）", CellKind::Decimal, capital, 12},
                                          {"单位会员数", CellKind::Integer, unitMembers, 10},
                                          {"个人会员数", CellKind::Integer, individuals, 10},
                                          {"理事数", CellKind::Integer, council, 8},
                                          {"年末从业人数", CellKind::Integer, staff, 12},
                                          {"中共党员", CellKind::Integer, members, 10},
                                          {"上次换届时间", CellKind::Date, termStart, 14},
                                          {"应到届时间", CellKind::Date, termEnd, 14},
                                          {"党建写入章程", CellKind::Text, charter, 12},
                                          {"信息公开项数", CellKind::Integer, disclosure, 12},
                                          {"特殊身份", CellKind::Text, role, 14},
                                          {"登记状态", CellKind::Text, status, 10},
                                          {"备注", CellKind::Text, remarks, 18},
                                      },
                                      organizations(county, 0, last));
}

SampleSheet institutions(const County &county)
{
    const qint64 first = county.count(OrganizationKind::Association);
    const qint64 last = first + county.count(OrganizationKind::ServiceInstitution);
    return sampleSheet<Organization_>(county,
                                      {u"民非登记台账"_s, recordType<Organization>().key, u"民非登记台账"_s,
                                       u"填报单位：示范县民政局　　单位：万元、平方米、人"_s},
                                      {
                                          {"成立登记日期", CellKind::Date, registeredOn, 14},
                                          {"登记机关", CellKind::Text, authority, 16},
                                          {"统一社会信用代码", CellKind::Text, code, 22},
                                          {"机构名称", CellKind::Text, name, 34},
                                          {"类别", CellKind::Text, kind, 16},
                                          {"法人代表", CellKind::Text, head, 12},
                                          {"办公地址", CellKind::Text, address, 36},
                                          {"所属镇街", CellKind::Text, town, 12},
                                          {"村（社区）", CellKind::Text, village, 14},
                                          {"电话", CellKind::Text, phone, 14},
                                          {"所属行业", CellKind::Text, industry, 14},
                                          {"业务主管单位", CellKind::Text, unit, 26},
                                          {"开办资金（万元）", CellKind::Decimal, capital, 12},
                                          {"住所来源", CellKind::Text, source, 10},
                                          {"用房面积（平方米）", CellKind::Integer, area, 12},
                                          {"从业人员数", CellKind::Integer, staff, 12},
                                          {"党员数", CellKind::Integer, members, 8},
                                          {"理事数", CellKind::Integer, council, 8},
                                          {"换届时间", CellKind::Date, termStart, 14},
                                          {"届满日期", CellKind::Date, termEnd, 14},
                                          {"党建写入章程", CellKind::Text, charter, 12},
                                          {"信息公开项数", CellKind::Integer, disclosure, 12},
                                          {"特殊身份", CellKind::Text, role, 16},
                                          {"登记状态", CellKind::Text, status, 10},
                                          {"备注", CellKind::Text, remarks, 18},
                                      },
                                      organizations(county, first, last));
}

SampleSheet communities(const County &county)
{
    const qint64 first =
        county.count(OrganizationKind::Association) + county.count(OrganizationKind::ServiceInstitution);
    const qint64 last = first + county.count(OrganizationKind::CommunityOrganization);
    return sampleSheet<Organization_>(county,
                                      {u"社区社会组织备案台账"_s, recordType<Organization>().key,
                                       u"社区社会组织备案台账"_s,
                                       u"填报单位：各镇（街道）社会组织服务中心　　单位：元、平方米、人"_s},
                                      {
                                          {"名称", CellKind::Text, name, 34},
                                          {"类型", CellKind::Text, kind, 14},
                                          {"备案类别", CellKind::Text,
                                           [](const County &, const Organization_ &o, SampleClerk &clerk) {
                                               return o.category ? clerk.choice(*o.category) : Cell();
                                           },
                                           14},
                                          {"镇（街道）", CellKind::Text, town, 12},
                                          {"村（社区）", CellKind::Text, village, 14},
                                          {"负责人", CellKind::Text, head, 10},
                                          {"联系电话", CellKind::Text, phone, 14},
                                          {"成员数", CellKind::Integer, individuals, 8},
                                          {"党员数", CellKind::Integer, members, 8},
                                          {"活动场所", CellKind::Text, address, 34},
                                          {"场所面积（㎡）", CellKind::Integer, area, 12},
                                          {"活动资金（元）", CellKind::Integer,
                                           [](const County &, const Organization_ &o, SampleClerk &) {
                                               return Cell::fromInteger(o.capital.fen / 100);
                                           },
                                           12},
                                          {"备案日期", CellKind::Date, registeredOn, 14},
                                          {"备案号", CellKind::Text, certificate, 22},
                                          {"特殊身份", CellKind::Text, role, 16},
                                          {"组织状态", CellKind::Text, status, 10},
                                          {"备注", CellKind::Text, remarks, 18},
                                      },
                                      organizations(county, first, last));
}

SampleSheet intermediaries(const County &county)
{
    const qint64 last = county.options().organizations;
    return sampleSheet<Organization_>(
        county,
        {u"中介组织"_s, recordType<Organization>().key, u"中介组织名册"_s, u"填报单位：示范县民政局"_s},
        {
            {"组织名称", CellKind::Text, name, 34},
            {"组织类型", CellKind::Text, kind, 12},
            {"镇街", CellKind::Text, town, 12},
            {"地址", CellKind::Text, address, 36},
            {"法定代表人", CellKind::Text, head, 12},
            {"联系人", CellKind::Text, contact, 10},
            {"联系电话", CellKind::Text, phone, 14},
            {"成立日期", CellKind::Date, registeredOn, 14},
            {"从业人数", CellKind::Integer, staff, 10},
            {"党员人数", CellKind::Integer, members, 10},
            {"换届时间", CellKind::Date, termStart, 14},
            {"届满日期", CellKind::Date, termEnd, 14},
            {"党建写入章程", CellKind::Text, charter, 12},
            {"信息公开项数", CellKind::Integer, disclosure, 12},
        },
        organizations(county, last - county.count(OrganizationKind::Intermediary), last));
}

/// All organizations in one sheet, 25 columns filled in every row: for measuring the import.
SampleSheet wholeRegister(const County &county)
{
    return sampleSheet<Organization_>(county,
                                      {u"社会组织总台账"_s, recordType<Organization>().key,
                                       u"社会组织总台账"_s,
                                       u"填报单位：示范县民政局　　单位：万元、平方米、人"_s},
                                      {
                                          {"登记日期", CellKind::Date, registeredOn, 14},
                                          {"登记机关", CellKind::Text, authority, 16},
                                          {"统一社会信用代码", CellKind::Text, wholeCode, 22},
                                          {"单位名称", CellKind::Text, name, 34},
                                          {"类型", CellKind::Text, kind, 14},
                                          {"状态", CellKind::Text, status, 10},
                                          {"法定代表人", CellKind::Text, head, 12},
                                          {"联系人", CellKind::Text, contact, 10},
                                          {"联系电话", CellKind::Text, phone, 14},
                                          {"住所", CellKind::Text, address, 36},
                                          {"住所来源", CellKind::Text, source, 10},
                                          {"用房面积（平方米）", CellKind::Integer, area, 12},
                                          {"镇街", CellKind::Text, town, 12},
                                          {"村社区", CellKind::Text, village, 14},
                                          {"邮编", CellKind::Text, postcode, 9},
                                          {"行业", CellKind::Text, industry, 14},
                                          {"注册资金（万元）", CellKind::Decimal, capital, 12},
                                          {"个人会员数", CellKind::Integer, individuals, 10},
                                          {"理事数", CellKind::Integer, council, 8},
                                          {"从业人数", CellKind::Integer, staff, 10},
                                          {"党员人数", CellKind::Integer, members, 10},
                                          {"上次换届", CellKind::Date, termStart, 14},
                                          {"应到届", CellKind::Date, termEnd, 14},
                                          {"党建入章", CellKind::Text, charter, 10},
                                          {"信息公开项数", CellKind::Integer, disclosure, 12},
                                      },
                                      organizations(county, 0, county.options().organizations));
}

SampleSheet personsInCharge(const County &county)
{
    const qint64 registered =
        county.count(OrganizationKind::Association) + county.count(OrganizationKind::ServiceInstitution);
    const auto each = [&county, registered](const std::function<bool(const PersonRow &)> &take) {
        for (qint64 i = 0; i < registered; ++i) {
            const SampleOrganization organization = county.organization(i);
            for (const SamplePerson &person : county.people(organization)) {
                if (!take({organization, person}))
                    return;
            }
        }
    };
    using R = PersonRow;
    return sampleSheet<R>(
        county,
        {u"负责人"_s, recordType<Person>().key, u"社会组织负责人名册"_s,
         u"填报单位：示范县民政局　　内部资料，注意保管"_s},
        {
            {"社会组织", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.organization.name); },
             34},
            {"姓名", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.person.name); }, 10},
            {"性别", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.choice(r.person.sex); }, 6},
            {"公民身份号码", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return clerk.maybe(r.person.identityNumber);
             },
             22},
            {"出生日期", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.date(r.person.bornOn); }, 14},
            {"担任职务", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.text(r.person.position); },
             14},
            {"是否法定代表人", CellKind::Text,
             [](const County &, const R &r, SampleClerk &) {
                 return Cell::fromText(r.person.isLegalRepresentative ? u"是"_s : u"否"_s);
             },
             14},
            {"政治面貌", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return clerk.choice(r.person.politicalStatus);
             },
             12},
            {"联系电话", CellKind::Text,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.digits(r.person.phone); }, 14},
            {"任职起", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) {
                 return clerk.maybeDate(r.person.startedOn);
             },
             14},
            {"任职止", CellKind::Date,
             [](const County &, const R &r, SampleClerk &clerk) { return clerk.maybeDate(r.person.endsOn); },
             14},
            {"是否党政机关领导干部", CellKind::Text,
             [](const County &, const R &r, SampleClerk &) {
                 return Cell::fromText(r.person.official ? u"是"_s : u"否"_s);
             },
             16},
        },
        each);
}

} // namespace

std::vector<SampleSheet> sampleRegisters(const SampleCounty &county)
{
    if (county.options().organizations > 20'000)
        return {divisions(county), wholeRegister(county), personsInCharge(county)};
    return {divisions(county),   associations(county),   institutions(county),
            communities(county), intermediaries(county), personsInCharge(county)};
}

} // namespace core
