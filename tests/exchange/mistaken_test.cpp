// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that say something else than the register: nothing is renamed, moved, doubled or brought back unsaid.
#include "core/registry/person.h"
#include "core/supervision/grade.h"
#include "core/supervision/penalty.h"
#include "tests/exchange/sheets.h"

using namespace exchangetest;

namespace {

ImportReport importInto(Store &store, const std::vector<QStringList> &rows, const char *type = "organization",
                        const QString &name = u"表"_s)
{
    return import(store, writeSheet(store.path() + u'-' + name + u".csv"_s, rows), type);
}

/// Two associations with codes and two dance groups in two towns.
void addAll(Store &store)
{
    importFixture(store, u"p_towns.csv"_s, "division");
    CHECK(importFixture(store, u"p_base.csv"_s, "organization").added == 4);
}

QStringList namesOf(const Store &store)
{
    QStringList names;
    for (const Organization &organization : *store.all<Organization>({.sort = {{u"name"_s}}}))
        names.append(organization.name);
    return names;
}

QString refusalOf(const ImportReport &report)
{
    REQUIRE(report.refused == 1);
    return report.refusals.front().text;
}

} // namespace

TEST_CASE("a row with the code of one organization and the name of another changes neither and names both")
{
    TestStore store;
    addAll(*store);
    const QString head = store->headHash();
    const ImportReport report =
        importInto(*store, {{u"名称"_s, u"统一社会信用代码"_s, u"类型"_s},
                            {u"样例甲协会"_s, u"51330421MJ0000122U"_s, u"社会团体"_s}});
    const QString refusal = refusalOf(report);
    CHECK(refusal.contains(u"“样例乙协会（分会）”"_s));
    CHECK(refusal.contains(u"“样例甲协会”"_s));
    CHECK(store->headHash() == head);
}

TEST_CASE("a new name and a new town under the same code are taken, and told with the old ones")
{
    TestStore store;
    addAll(*store);
    const ImportReport report =
        importInto(*store, {{u"名称"_s, u"统一社会信用代码"_s, u"类型"_s, u"镇街"_s},
                            {u"样例丁协会"_s, u"51330421MJ0000122U"_s, u"社会团体"_s, u"甲镇"_s}});
    CHECK(report.updated == 1);
    const QString said = saidOf(report);
    CHECK(said.contains(u"“名称”原来是“样例乙协会（分会）”，按表里的改为“样例丁协会”"_s));
    CHECK(said.contains(u"“镇街”原来是“乙街道”，按表里的改为“甲镇”"_s));
    CHECK(namesOf(*store).contains(u"样例丁协会"_s));
}

TEST_CASE("another state of an organization is taken, and told with the one it had")
{
    TestStore store;
    addAll(*store);
    const ImportReport report =
        importInto(*store, {{u"名称"_s, u"统一社会信用代码"_s, u"类型"_s, u"状态"_s},
                            {u"样例甲协会"_s, u"51330421MJ00001141"_s, u"社会团体"_s, u"注销"_s}});
    CHECK(report.updated == 1);
    CHECK(saidOf(report).contains(u"“状态”原来是“正常”，按表里的改为“已注销”"_s));
}

TEST_CASE("a number of one person beside the name of another of the organization changes neither")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    CHECK(importFixture(*store, u"k2_persons.csv"_s, "person").added == 2);
    const ImportReport report = importInto(
        *store,
        {{u"社会组织"_s, u"姓名"_s, u"身份证号"_s}, {u"样例甲协会"_s, u"样李乙"_s, u"330421197003120027"_s}},
        "person");
    CHECK(refusalOf(report).contains(u"身份证号"_s));
}

TEST_CASE("a row without a code does not make another kind of an organization")
{
    TestStore store;
    addAll(*store);
    const ImportReport report =
        importInto(*store, {{u"名称"_s, u"类型"_s, u"镇街"_s}, {u"样例舞蹈队"_s, u"社会团体"_s, u"甲镇"_s}});
    const QString refusal = refusalOf(report);
    CHECK(refusal.contains(u"“社区社会组织”"_s));
    CHECK(refusal.contains(u"“社会团体”"_s));
    // The one that has got a code has become what the row says, which is told.
    const ImportReport registered = importFixture(*store, u"f2e_code_added.csv"_s, "organization");
    CHECK(registered.updated == 1);
    CHECK(saidOf(registered).contains(u"“类型”原来是“社区社会组织”，按表里的改为“社会团体”"_s));
}

TEST_CASE("of two organizations of a name the row means the one of its kind")
{
    TestStore store;
    const std::vector<QStringList> both = {{u"名称"_s, u"类型"_s, u"统一社会信用代码"_s, u"党员人数"_s},
                                           {u"甲中心"_s, u"社会服务机构"_s, u"52330421MJ0000130K"_s, u"3"_s},
                                           {u"甲中心"_s, u"社会团体"_s, u"51330421MJ00001141"_s, u"4"_s}};
    CHECK(importInto(*store, both).added == 2);
    const ImportReport report =
        importInto(*store, {{u"名称"_s, u"类型"_s, u"党员人数"_s}, {u"甲中心"_s, u"社会团体"_s, u"9"_s}});
    CHECK(report.updated == 1);
    for (const Organization &organization : *store->all<Organization>())
        CHECK(organization.partyMemberCount == (organization.kind == OrganizationKind::Association ? 9 : 3));
}

TEST_CASE("a person with another post is the same person, and two rows of one name do not become two")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    importFixture(*store, u"k2_persons.csv"_s, "person");
    const QStringList head = {u"社会组织"_s, u"姓名"_s, u"职务"_s};
    const ImportReport report =
        importInto(*store, {head, {u"样例甲协会"_s, u"样张甲"_s, u"副会长"_s}}, "person");
    CHECK(report.updated == 1);
    CHECK(saidOf(report).contains(u"“职务”原来是“会长”，按表里的改为“副会长”"_s));
    const ImportReport twice = importInto(
        *store,
        {head, {u"样例甲协会"_s, u"样王丙"_s, u"会长"_s}, {u"样例甲协会"_s, u"样王丙"_s, u"秘书长"_s}},
        "person");
    CHECK(twice.added == 1);
    CHECK(refusalOf(twice).contains(u"与第 2 行是同一条"_s));
    CHECK(store->all<Person>()->size() == 3);
}

TEST_CASE("of two persons of a name the row means the one with its post")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    importFixture(*store, u"k2_persons.csv"_s, "person");
    requireOk(store->change(u"同名"_s, [&](Change &change) -> Status {
        Person namesake = store->all<Person>({.sort = {{u"name"_s}}})->back();
        namesake.id = {};
        namesake.identityNumber.clear();
        namesake.position = u"顾问"_s;
        return change.insert(namesake);
    }));
    const QString name = store->all<Person>({.sort = {{u"name"_s}}})->back().name;
    const QStringList head = {u"社会组织"_s, u"姓名"_s, u"职务"_s, u"任职届满"_s};
    CHECK(importInto(*store, {head, {u"样例甲协会"_s, name, u"顾问"_s, u"2027-01-01"_s}}, "person").updated ==
          1);
    const ImportReport other =
        importInto(*store, {head, {u"样例甲协会"_s, name, u"理事"_s, u"2027-01-01"_s}}, "person");
    CHECK(refusalOf(other).contains(u"2 条同名"_s));
}

TEST_CASE("two rows of one name whose codes are both wrong are one organization")
{
    TestStore store;
    const ImportReport report =
        importInto(*store, {{u"名称"_s, u"统一社会信用代码"_s, u"类型"_s, u"党员人数"_s},
                            {u"甲协会"_s, u"51330421MJ00001228"_s, u"社会团体"_s, u"3"_s},
                            {u"甲协会"_s, u"51330421MJ00001229"_s, u"社会团体"_s, u"3"_s},
                            {u"甲协会"_s, u"51330421MJ00001227"_s, u"社会团体"_s, u"4"_s}});
    CHECK(report.added == 1);
    CHECK(report.unchanged == 1);
    CHECK(refusalOf(report).contains(u"与第 2 行是同一条"_s));
}

TEST_CASE("what lies in the recycle bin is not brought in as a new one, and the way back is told")
{
    TestStore store;
    addAll(*store);
    const auto removed = [&](const QString &name) {
        requireOk(store->change(u"删除"_s, [&](Change &change) -> Status {
            for (const Organization &organization : *store->all<Organization>()) {
                if (organization.name == name)
                    return change.remove(organization.id);
            }
            return ok();
        }));
    };
    removed(u"样例甲协会"_s);
    const ImportReport byCode =
        importInto(*store, {{u"名称"_s, u"统一社会信用代码"_s, u"类型"_s},
                            {u"样例甲协会（改名）"_s, u"51330421MJ00001141"_s, u"社会团体"_s}});
    CHECK(refusalOf(byCode).contains(u"“样例甲协会”在回收站里"_s));
    CHECK(refusalOf(byCode).contains(u"恢复"_s));
    const ImportReport byName =
        importInto(*store, {{u"名称"_s, u"类型"_s}, {u"样例甲协会"_s, u"社会团体"_s}});
    CHECK(refusalOf(byName).contains(u"回收站"_s));
    // Another code under the name is another organization.
    CHECK(importInto(*store, {{u"名称"_s, u"统一社会信用代码"_s, u"类型"_s},
                              {u"样例甲协会"_s, u"51330421MJ0000018P"_s, u"社会团体"_s}})
              .added == 1);
    requireOk(store->undo());
    // An import that was taken back has left nothing in the bin.
    CHECK(importInto(*store, {{u"名称"_s, u"类型"_s}, {u"新协会"_s, u"社会团体"_s}}).added == 1);
    requireOk(store->undo());
    CHECK(importInto(*store, {{u"名称"_s, u"类型"_s}, {u"新协会"_s, u"社会团体"_s}}).added == 1);
}

TEST_CASE("a grade that holds beside another one is told: its date may have been put right")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const QStringList head = {u"社会组织"_s, u"等级"_s, u"评定日期"_s, u"有效期至"_s};
    importInto(*store, {head, {u"样例甲协会"_s, u"3A"_s, u"2020-05-01"_s, u"2025-04-30"_s}}, "grade");
    const ImportReport typo =
        importInto(*store, {head, {u"样例甲协会"_s, u"3A"_s, u"2020-05-10"_s, u"2025-04-30"_s}}, "grade");
    CHECK(typo.added == 1);
    CHECK(saidOf(typo).contains(u"“评定日期”是 2020-05-01，和这一条同时有效"_s));
    requireOk(store->undo());
    const ImportReport renewed =
        importInto(*store, {head, {u"样例甲协会"_s, u"4A"_s, u"2025-05-01"_s, u"2030-04-30"_s}}, "grade");
    CHECK(renewed.added == 1);
    CHECK_FALSE(saidOf(renewed).contains(u"同时有效"_s));
    const ImportReport raised =
        importInto(*store, {head, {u"样例甲协会"_s, u"5A"_s, u"2025-05-01"_s, u"2030-04-30"_s}}, "grade");
    CHECK(saidOf(raised).contains(u"“等级”原来是“4A”，按表里的改为“5A”"_s));
    // A row without its date costs itself only.
    const ImportReport undated = importInto(*store,
                                            {head,
                                             {u"样例甲协会"_s, u"3A"_s, u""_s, u"2025-04-30"_s},
                                             {u"样例丙服务中心"_s, u"3A"_s, u"2024-05-01"_s, u""_s}},
                                            "grade");
    CHECK(undated.added == 1);
    CHECK(undated.refused == 1);
}

TEST_CASE("a number before a name and marks around it make no second organization")
{
    TestStore store;
    const std::vector<QStringList> rows = {{u"名称"_s, u"类型"_s},      {u"一、甲协会"_s, u"社团"_s},
                                           {u"2.乙协会"_s, u"社团"_s},  {u"（三）丙社"_s, u"社团"_s},
                                           {u"④丁社"_s, u"社团"_s},     {u"5、戊社"_s, u"社团"_s},
                                           {u"3.15志愿队"_s, u"社团"_s}};
    const ImportReport report = importInto(*store, rows);
    CHECK(report.added == 6);
    CHECK(namesOf(*store).contains(u"甲协会"_s));
    CHECK(namesOf(*store).contains(u"3.15志愿队"_s));
    CHECK(saidOf(report).contains(u"“名称”前面的序号“一、”没有读"_s));
    const ImportReport again = importInto(*store, {{u"名称"_s, u"类型"_s},
                                                   {u"甲协会。"_s, u"社团"_s},
                                                   {u"《乙协会》"_s, u"社团"_s},
                                                   {u"7、丙社"_s, u"社团"_s},
                                                   {u"“丁社”"_s, u"社团"_s}});
    CHECK(again.added == 0);
    CHECK(again.unchanged == 4);
    CHECK(namesOf(*store).size() == 6);
    const ImportReport persons =
        importInto(*store, {{u"社会组织"_s, u"姓名"_s}, {u"1、甲协会"_s, u"样张甲"_s}}, "person");
    CHECK(persons.added == 1);
}

TEST_CASE("what a new record must say and a row does not is no first choice, no zero and no day")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    const ImportReport grades = importInto(*store,
                                           {{u"社会组织"_s, u"等级"_s, u"评定日期"_s},
                                            {u"样例甲协会"_s, u"无"_s, u"2024-05-01"_s},
                                            {u"样例乙协会（分会）"_s, u"3A"_s, u""_s},
                                            {u"样例丙服务中心"_s, u"三A级"_s, u"2024-05-01"_s}},
                                           "grade");
    CHECK(grades.added == 1);
    REQUIRE(grades.refused == 2);
    CHECK(grades.refusals[0].text == u"“等级”里的“无”按空白处理。“等级”没有填写，新的等级评估要写明。"_s);
    CHECK(grades.refusals[1].text == u"“评定日期”没有填写，新的等级评估要写明。"_s);
    const ImportReport scores = importInto(*store,
                                           {{u"社会组织"_s, u"年度"_s, u"指标编号"_s, u"评分"_s},
                                            {u"样例甲协会"_s, u"2025"_s, u"A"_s, u"-"_s},
                                            {u"样例丙服务中心"_s, u"2025"_s, u"A"_s, u"0"_s}},
                                           "manual_score");
    CHECK(scores.added == 1);
    CHECK(refusalOf(scores).contains(u"“评分”没有填写"_s));
    // Who stands in a list of instructors is one.
    CHECK(importInto(*store, {{u"社会组织"_s, u"指导员姓名"_s}, {u"样例甲协会"_s, u"样王五"_s}},
                     "party_instructor")
              .added == 1);
    // What is there keeps what a later sheet leaves empty.
    const ImportReport later = importInto(*store,
                                          {{u"社会组织"_s, u"等级"_s, u"评定日期"_s, u"证书号"_s},
                                           {u"样例丙服务中心"_s, u""_s, u"2024-05-01"_s, u"证 1 号"_s}},
                                          "grade");
    CHECK(later.updated == 1);
    CHECK(store->all<Grade>()->front().level == GradeLevel::Three);
}

TEST_CASE("a name that stands in another town, or with another code, comes in and says whose it is")
{
    TestStore store;
    addTowns(*store);
    const QStringList head = {u"名称"_s, u"类型"_s, u"统一社会信用代码"_s, u"镇街"_s};
    const ImportReport first =
        importInto(*store, {head,
                            {u"舞蹈队"_s, u"社区社会组织"_s, u""_s, u"北亭镇"_s},
                            {u"甲协会"_s, u"社会团体"_s, u"51330421MJ0000018P"_s, u""_s},
                            {u"甲协会"_s, u"社会团体"_s, u"51330421MJ0000026J"_s, u""_s}});
    CHECK(first.added == 3);
    CHECK(first.remarks.count == 2);
    CHECK(saidOf(first).contains(u"3: 第 4 行是同名的社会组织，两行都导入了"_s));
    CHECK(saidOf(first).contains(
        u"4: 第 3 行是同名的社会组织“甲协会 · 51330421MJ0000018P”，“统一社会信用代码”不同"_s));
    const ImportReport second =
        importInto(*store, {head, {u"舞蹈队"_s, u"社区社会组织"_s, u""_s, u"东门街道"_s}});
    CHECK(second.added == 1);
    CHECK(saidOf(second).contains(u"2: 已有同名的社会组织“舞蹈队 · 北亭镇”，按新的一条导入"_s));
    // Once more they are what is there.
    const ImportReport again =
        importInto(*store, {head, {u"舞蹈队"_s, u"社区社会组织"_s, u""_s, u"东门街道"_s}});
    CHECK(again.unchanged == 1);
    CHECK(again.remarks.count == 0);
}

TEST_CASE(
    "of two rows of a name, the town in one of them, the later one is refused unless it is another kind")
{
    const QStringList head = {u"名称"_s, u"类型"_s, u"镇街"_s};
    const QStringList with = {u"舞蹈队"_s, u"社区社会组织"_s, u"北亭镇"_s};
    const QStringList without = {u"舞蹈队"_s, u"社区社会组织"_s, u""_s};
    for (const auto &rows : {std::vector<QStringList>{head, with, without}, {head, without, with}}) {
        TestStore store;
        addTowns(*store);
        const ImportReport report = importInto(*store, rows);
        CHECK(report.added == 1);
        CHECK(refusalOf(report).contains(u"第 2 行有同名的“舞蹈队"_s));
        CHECK(refusalOf(report).contains(u"没有写明“镇街”"_s));
    }
    TestStore store;
    addTowns(*store);
    const ImportReport kinds = importInto(*store, {head, with, {u"舞蹈队"_s, u"社会团体"_s, u""_s}});
    CHECK(kinds.added == 2);
    CHECK(kinds.remarks.count == 2);
    // That one of both is of no town is said, and so they are two.
    const ImportReport none = importInto(
        *store, {head, {u"棋社"_s, u"社会团体"_s, u"县本级"_s}, {u"棋社"_s, u"社会团体"_s, u"北亭镇"_s}});
    CHECK(none.added == 2);
}

TEST_CASE("many rows with the names of others are counted, and the first of them told one by one")
{
    TestStore store;
    addTowns(*store);
    std::vector<QStringList> rows = {{u"名称"_s, u"类型"_s, u"镇街"_s}};
    for (int i = 0; i < 40; ++i) {
        for (const QString &town : {u"北亭镇"_s, u"东门街道"_s})
            rows.push_back({u"队%1"_s.arg(i), u"社区社会组织"_s, town});
    }
    const ImportReport report = importInto(*store, rows);
    CHECK(report.added == 80);
    CHECK(report.remarks.count == 40); // twenty pairs
    CHECK(saidOf(report).contains(u"有 40 行和另外一条同名或名称相近，都按新的一条导入：第 3、5、7"_s));
}

TEST_CASE("a document whose number another organization has comes in, and both are named")
{
    TestStore store;
    addAll(*store);
    const QStringList head = {u"社会组织"_s, u"文号"_s, u"种类"_s, u"决定日期"_s};
    const ImportReport report =
        importInto(*store,
                   {head,
                    {u"样例甲协会"_s, u"嘉民罚〔2024〕1号"_s, u"警告"_s, u"2024-03-01"_s},
                    {u"样例甲协会"_s, u"嘉民罚〔2024〕1号"_s, u"罚款"_s, u"2024-03-01"_s},
                    {u"样例乙协会（分会）"_s, u"嘉民罚(2024)1号"_s, u"警告"_s, u"2024-03-01"_s},
                    {u"样例乙协会（分会）"_s, u"嘉民罚〔2024〕2号"_s, u"罚款"_s, u"2024-04-01"_s}},
                   "penalty");
    CHECK(report.added == 4);
    REQUIRE(report.remarks.count == 1);
    CHECK(report.remarks.listed.front().row == 4);
    CHECK(report.remarks.listed.front().text.contains(u"“文号”和已有的“样例甲协会 · "_s));
    // The same of numbers that an earlier sheet has brought.
    const ImportReport later =
        importInto(*store,
                   {head,
                    {u"样例甲协会"_s, u"嘉民罚〔2024〕3号"_s, u"警告"_s, u"2024-05-01"_s},
                    {u"样例甲协会"_s, u"嘉民罚〔2024〕2号"_s, u"罚款"_s, u"2024-04-01"_s}},
                   "penalty");
    CHECK(later.added == 2);
    REQUIRE(later.remarks.count == 1);
    CHECK(later.remarks.listed.front().row == 3);
}

TEST_CASE("a name that only the journal knows finds its organization, which keeps the new one")
{
    TestStore store;
    addTowns(*store);
    const QStringList head = {u"名称"_s, u"统一社会信用代码"_s, u"类型"_s, u"党员人数"_s, u"镇街"_s};
    const auto row = [](const QString &name, const QString &code, const QString &members,
                        const QString &town = {}) {
        return QStringList{name, code, u"社会团体"_s, members, town};
    };
    const QString code = u"51330421MJ0000018P"_s;
    importInto(*store, {head, row(u"老协会"_s, code, u"1"_s, u"北亭镇"_s)});
    importInto(*store, {head, row(u"新协会"_s, code, u"2"_s)});
    const ImportReport old = importInto(*store, {head, row(u"老协会"_s, u""_s, u"3"_s)});
    CHECK(old.updated == 1);
    CHECK(saidOf(old).contains(u"“老协会”是“新协会”以前的名称"_s));
    CHECK(namesOf(*store) == QStringList{u"新协会"_s});
    CHECK(store->all<Organization>()->front().partyMemberCount == 3);
    const ImportReport penalty =
        importInto(*store,
                   {{u"社会组织"_s, u"文号"_s, u"种类"_s, u"决定日期"_s},
                    {u"老协会"_s, u"嘉民罚〔2024〕1号"_s, u"警告"_s, u"2024-03-01"_s}},
                   "penalty");
    CHECK(penalty.added == 1);
    CHECK(saidOf(penalty).contains(u"“老协会”按“新协会”记"_s));
    // Another code, another town: the name is free again.
    const ImportReport others =
        importInto(*store, {head, row(u"老协会"_s, u"51330421MJ0000026J"_s, u"4"_s, u"北亭镇"_s),
                            row(u"老协会"_s, u""_s, u"5"_s, u"东门街道"_s)});
    CHECK(others.added == 2);
    CHECK(saidOf(others).contains(u"2: “老协会”是已有的“新协会”以前的名称"_s));
    CHECK(namesOf(*store).size() == 3);
}

TEST_CASE("a new name that differs by its county, its town, a bracket or a mark is told")
{
    const auto saidOfNew = [](const QString &known, const QString &said, const QString &kind = u"社会团体"_s,
                              const QString &town = {}) {
        TestStore store;
        addTowns(*store);
        const QStringList head = {u"名称"_s, u"类型"_s, u"镇街"_s};
        importInto(*store, {head, {known, u"社会团体"_s, u"北亭镇"_s}});
        const ImportReport report = importInto(*store, {head, {said, kind, town}});
        CHECK(report.added == 1);
        return report.remarks.count > 0 ? report.remarks.listed.front().text : QString();
    };
    const QString similar = u"已有名称相近的社会组织"_s;
    for (const auto &[known, said] :
         std::vector<std::pair<QString, QString>>{{u"武术协会"_s, u"嘉善县武术协会"_s},
                                                  {u"嘉善县武术协会"_s, u"武术协会"_s},
                                                  {u"嘉善县武术协会"_s, u"嘉善武术协会"_s},
                                                  {u"样例武术协会"_s, u"北亭镇样例武术协会"_s},
                                                  {u"样例武术协会（城西）"_s, u"样例武术协会"_s},
                                                  {u"样例武术协会"_s, u"样例武术-协会"_s},
                                                  {u"样例第一协会"_s, u"样例第1协会"_s},
                                                  {u"样例武术协会"_s, u"原样例武术协会"_s}}) {
        INFO(said.toStdString());
        CHECK(saidOfNew(known, said).contains(similar + u'“' + known));
    }
    // Another town, another kind, another level, another bracket, another word.
    CHECK(saidOfNew(u"武术协会"_s, u"嘉善县武术协会"_s, u"社会团体"_s, u"东门街道"_s).isEmpty());
    CHECK(saidOfNew(u"武术协会"_s, u"嘉善县武术协会"_s, u"社区社会组织"_s).isEmpty());
    CHECK(saidOfNew(u"嘉善县武术协会"_s, u"东门街道武术协会"_s).isEmpty());
    CHECK(saidOfNew(u"武术队（一队）"_s, u"武术队（二队）"_s).isEmpty());
    CHECK(saidOfNew(u"嘉善县武术协会"_s, u"嘉善县武道协会"_s).isEmpty());
}

TEST_CASE("what is no name makes no new organization and no new person")
{
    TestStore store;
    addAll(*store);
    const ImportReport organizations =
        importInto(*store, {{u"名称"_s, u"类型"_s},
                            {u"51330421MJ0000018P"_s, u"社会团体"_s},
                            {u"样例丙协会 51330421MJ0000018P"_s, u"社会团体"_s},
                            {u"样例ABCDEFGHIJKLMNOPQR协会"_s, u"社会团体"_s}});
    CHECK(organizations.added == 1);
    CHECK(saidOf(organizations).contains(u"3: “名称”里写着“统一社会信用代码”"_s));
    const ImportReport marks =
        importInto(*store, {{u"名称"_s, u"类型"_s, u"镇街"_s},
                            {u"同上"_s, u"社会团体"_s, u"甲镇"_s},
                            {u"〃"_s, u"社会团体"_s, u"甲镇"_s},
                            {u"12"_s, u"社会团体"_s, u"甲镇"_s},
                            {u"样例甲协会、样例乙协会（分会）"_s, u"社会团体"_s, u"丙镇"_s}});
    CHECK(marks.refused == 4);
    CHECK(saidOf(marks).contains(u"5: “名称”写了不止一个"_s));
    const ImportReport persons = importInto(*store,
                                            {{u"社会组织"_s, u"姓名"_s},
                                             {u"样例甲协会"_s, u"330421197003120027"_s},
                                             {u"样例甲协会"_s, u"样甲13800138000"_s},
                                             {u"样例甲协会"_s, u"同上"_s},
                                             {u"样例甲协会"_s, u"样例甲协会"_s},
                                             {u"样例甲协会"_s, u"样甲等3人"_s},
                                             {u"样例甲协会"_s, u"王学会"_s},
                                             {u"样例甲协会"_s, u"买买提·艾力"_s}},
                                            "person");
    CHECK(persons.added == 2);
    CHECK(persons.refused == 5);
    const ImportReport several = importInto(*store,
                                            {{u"社会组织"_s, u"姓名"_s, u"职务"_s},
                                             {u"样例甲协会"_s, u"样甲"_s, u"会长"_s},
                                             {u"样例甲协会"_s, u"样乙"_s, u"理事"_s},
                                             {u"样例甲协会"_s, u"样甲 样乙"_s, u"理事"_s},
                                             {u"样例甲协会"_s, u"样丙和样丁"_s, u"理事"_s},
                                             {u"样例甲协会"_s, u"会长样戊"_s, u"会长"_s},
                                             {u"样例甲协会"_s, u"周和平"_s, u"理事"_s},
                                             {u"样例甲协会"_s, u"欧阳 娜娜"_s, u"理事"_s}},
                                            "person");
    CHECK(several.added == 4);
    CHECK(several.refused == 3);
    CHECK_FALSE(saidOf(persons).contains(u"330421197003120027"_s));
}

TEST_CASE("a former name of one row makes no new record of a later row, also where nothing else has changed")
{
    TestStore store;
    addAll(*store);
    const QString head = store->headHash();
    const ImportReport report = importInto(*store, {{u"名称"_s, u"原名称"_s, u"类型"_s},
                                                    {u"样例甲协会"_s, u"样例老甲协会"_s, u"社会团体"_s},
                                                    {u"样例老甲协会"_s, u""_s, u"社会团体"_s}});
    CHECK(report.unchanged == 1);
    CHECK(refusalOf(report).contains(u"第 2 行的“样例甲协会”原来叫这个名称"_s));
    CHECK(store->headHash() == head);
}
