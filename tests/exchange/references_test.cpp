// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a row says of the record it refers to: two codes, names and towns that do not agree mean nobody in
// silence, and however a name is wrapped or spaced it is one name.
#include "core/registry/person.h"
#include "core/supervision/inspection.h"
#include "tests/exchange/sheets.h"

using namespace exchangetest;

namespace {

ImportReport importRows(Store &store, const std::vector<QStringList> &rows, const char *type,
                        ImportOptions options = {})
{
    return import(store, writeSheet(store.path() + u"-表.csv"_s, rows), type, std::move(options));
}

/// 样例甲协会 (…1141, 甲镇), 样例乙协会（分会） (…122U, 乙街道) and a dance group in each of two towns.
void addTwoTowns(Store &store)
{
    importFixture(store, u"p_towns.csv"_s, "division");
    CHECK(importFixture(store, u"p_base.csv"_s, "organization").added == 4);
}

QStringList columnOf(const Store &store, const QString &type, const QString &column)
{
    const auto rows = store.run({.type = type, .columns = {column}, .sort = {{column}}});
    requireOk(rows);
    QStringList texts;
    for (const QVariantList &row : rows->rows)
        texts.append(row.front().toString());
    return texts;
}

const QString codeOfFirst = u"51330421MJ00001141"_s;
const QString codeOfSecond = u"51330421MJ0000122U"_s;

} // namespace

TEST_CASE("a code of one organization beside the name of another means neither, and both are named")
{
    TestStore store;
    addTwoTowns(*store);
    const std::vector<std::pair<const char *, std::vector<QStringList>>> sheets = {
        {"person",
         {{u"统一社会信用代码"_s, u"单位名称"_s, u"姓名"_s}, {codeOfSecond, u"样例甲协会"_s, u"样张甲"_s}}},
        {"inspection",
         {{u"社会组织"_s, u"统一社会信用代码"_s, u"年度"_s, u"年检结论"_s},
          {u"样例甲协会"_s, codeOfSecond, u"2024"_s, u"合格"_s}}},
        {"grade",
         {{u"社会组织"_s, u"信用代码"_s, u"等级"_s, u"评定日期"_s},
          {u"样例甲协会"_s, codeOfSecond, u"3A"_s, u"2024-05-01"_s}}},
        {"manual_score",
         {{u"社会组织"_s, u"统一社会信用代码"_s, u"年度"_s, u"指标编号"_s, u"评分"_s},
          {u"样例甲协会"_s, codeOfSecond, u"2024"_s, u"A"_s, u"5"_s}}},
        {"penalty",
         {{u"当事人"_s, u"统一社会信用代码"_s, u"种类"_s, u"决定日期"_s},
          {u"样例甲协会"_s, codeOfSecond, u"警告"_s, u"2024-05-01"_s}}}};
    for (const auto &[type, rows] : sheets) {
        INFO(type);
        const ImportReport report = importRows(*store, rows, type);
        CHECK(report.added == 0);
        REQUIRE(report.refused == 1);
        const QString refusal = report.refusals.front().text;
        CHECK(refusal.contains(u"按“统一社会信用代码”是“样例乙协会"_s));
        CHECK(refusal.contains(u"按名称却是“样例甲协会”"_s));
    }
}

TEST_CASE("a code with a name that nobody has, and a wrong code with a known name, are told")
{
    TestStore store;
    addTwoTowns(*store);
    const QStringList head = {u"社会组织"_s, u"统一社会信用代码"_s, u"姓名"_s};
    const ImportReport report = importRows(*store,
                                           {head,
                                            {u"样例旧名协会"_s, codeOfSecond, u"样张甲"_s},
                                            {u"样例甲协会"_s, u"51330421MJ0000122X"_s, u"样张乙"_s},
                                            {u"样例 甲协会"_s, codeOfFirst, u"样张丙"_s},
                                            {u"样例甲协会"_s, u"51330421MJ0000018P"_s, u"样张丁"_s}},
                                           "person");
    CHECK(report.added == 3);
    const QString said = saidOf(report);
    CHECK(said.contains(u"2: “社会组织”写的是“样例旧名协会”，按“统一社会信用代码”是“样例乙协会"_s));
    CHECK(said.contains(u"3: “社会组织”的“统一社会信用代码”里的“51330421MJ0000122X”校验不对"_s));
    CHECK_FALSE(said.contains(u"4: "_s));
    // A sound code that nobody has, beside the name of one with another sound code: perhaps a third one.
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().row == 5);
    CHECK(report.refusals.front().text.contains(codeOfFirst));
    const QStringList names = columnOf(*store, u"person"_s, u"organization.name"_s);
    CHECK(names.count(u"样例甲协会"_s) == 2);
    CHECK(names.count(u"样例乙协会（分会）"_s) == 1);
}

TEST_CASE("a town's code beside the name of another town leaves the town out and names both")
{
    TestStore store;
    importFixture(*store, u"p_towns.csv"_s, "division");
    const ImportReport report = importRows(*store,
                                           {{u"名称"_s, u"类型"_s, u"镇街"_s, u"行政区划代码"_s},
                                            {u"甲会"_s, u"社团"_s, u"甲镇"_s, u"330421002"_s},
                                            {u"乙会"_s, u"社团"_s, u"乙街道"_s, u"330421002000"_s},
                                            {u"丙会"_s, u"社团"_s, u"乙街道"_s, u"330421"_s}},
                                           "organization");
    CHECK(report.added == 3);
    CHECK(saidOf(report).contains(u"2: “镇街”按“区划代码”是“乙街道”，按名称却是“甲镇”"_s));
    const QStringList towns = columnOf(*store, u"organization"_s, u"town.name"_s);
    CHECK(towns.count(u"乙街道"_s) == 2);
    CHECK(towns.count(u""_s) == 1);
}

TEST_CASE("two towns, or two organizations, in one cell are told and none of them is taken")
{
    TestStore store;
    addTwoTowns(*store);
    std::vector<QStringList> rows = {{u"名称"_s, u"类型"_s, u"镇街"_s}};
    const QStringList doubles = {u"甲镇、乙街道"_s, u"甲镇/乙街道"_s, u"甲镇 乙街道"_s, u"甲镇和乙街道"_s,
                                 u"甲镇乙街道"_s,   u"甲镇、丁镇"_s,  u"甲镇；丁街道"_s};
    for (const QString &town : doubles)
        rows.push_back({u"样例%1号队"_s.arg(rows.size()), u"备案组织"_s, town});
    for (const QString &town : {u"甲镇、甲镇"_s, u"嘉善县 甲镇"_s, u"甲镇/乙村"_s})
        rows.push_back({u"样例%1号队"_s.arg(rows.size()), u"备案组织"_s, town});
    const ImportReport report = importRows(*store, rows, "organization");
    CHECK(report.added == 10);
    const QString said = saidOf(report);
    CHECK(said.count(u"写了不止一个"_s) == 7);
    CHECK(said.contains(u"2: “镇街”里的“甲镇、乙街道”写了不止一个：“甲镇”、“乙街道”"_s));
    CHECK(said.contains(u"7: “镇街”里的“甲镇、丁镇”写了不止一个：“甲镇”、“丁镇”"_s));
    CHECK(columnOf(*store, u"organization"_s, u"town.name"_s).count(u"甲镇"_s) == 3 + 2);
    const ImportReport persons = importRows(
        *store, {{u"社会组织"_s, u"姓名"_s}, {u"样例甲协会、样例乙协会（分会）"_s, u"样张甲"_s}}, "person");
    REQUIRE(persons.refused == 1);
    CHECK(persons.refusals.front().text.contains(u"“样例甲协会”、“样例乙协会"_s));
}

TEST_CASE("that an organization lies in another town than the row says is told")
{
    TestStore store;
    addTwoTowns(*store);
    const ImportReport report = importRows(
        *store, {{u"社会组织"_s, u"镇街"_s, u"姓名"_s}, {u"样例甲协会"_s, u"乙街道"_s, u"样张甲"_s}},
        "person");
    CHECK(report.added == 1);
    CHECK(saidOf(report).contains(u"登记的“镇街”不是表里的“乙街道”"_s));
}

TEST_CASE("a name that is wrapped, tabbed or spaced in its cell makes no second record and renames none")
{
    TestStore store;
    addTwoTowns(*store);
    importRows(*store, {{u"社会组织"_s, u"姓名"_s, u"职务"_s}, {u"样例甲协会"_s, u"样张甲"_s, u"会长"_s}},
               "person");
    for (const QString &gap : {u"\n"_s, u"\r\n"_s, u"\r"_s, u"\t"_s, u"\u3000"_s, u"\u00a0"_s, u"\u200b"_s,
                               u"\u2028"_s, u"\u2003"_s, u"\u00ad"_s, u"\ufeff"_s, u" \n "_s}) {
        INFO(gap.toUtf8().toHex().toStdString());
        const QString name = u"样例"_s + gap + u"甲协会"_s;
        CHECK(importRows(*store, {{u"名称"_s, u"类型"_s}, {name, u"社会团体"_s}}, "organization").unchanged ==
              1);
        CHECK(importRows(*store,
                         {{u"名称"_s, u"统一社会信用代码"_s, u"类型"_s}, {name, codeOfFirst, u"社会团体"_s}},
                         "organization")
                  .unchanged == 1);
        CHECK(
            importRows(*store,
                       {{u"社会组织"_s, u"姓名"_s, u"职务"_s}, {name, u"样张"_s + gap + u"甲"_s, u"会长"_s}},
                       "person")
                .unchanged == 1);
        CHECK(importRows(*store,
                         {{u"区划代码"_s, u"名称"_s, u"级别"_s},
                          {u"330421001"_s, u"甲"_s + gap + u"镇"_s, u"镇街"_s}},
                         "division")
                  .unchanged == 1);
    }
    CHECK(columnOf(*store, u"organization"_s, u"name"_s).size() == 4);
    CHECK(columnOf(*store, u"division"_s, u"name"_s).contains(u"甲镇"_s));
}

TEST_CASE("fields of one line hold one line, and those of many keep theirs")
{
    TestStore store;
    const ImportReport report =
        importRows(*store,
                   {{u"名称"_s, u"类型"_s, u"住所"_s, u"备注"_s},
                    {u"样例\n甲协会"_s, u"社会团体"_s, u"甲路\n1号 A\nB 座"_s, u"一\n二"_s},
                    {u"样例ABC\nDEF社"_s, u"社会团体"_s, u"甲路\n2号"_s, u""_s}},
                   "organization");
    CHECK(report.added == 2);
    CHECK(columnOf(*store, u"organization"_s, u"name"_s) == QStringList{u"样例ABC DEF社"_s, u"样例甲协会"_s});
    CHECK(columnOf(*store, u"organization"_s, u"address"_s) ==
          QStringList{u"甲路1号 A B 座"_s, u"甲路2号"_s});
    CHECK(columnOf(*store, u"organization"_s, u"remarks"_s).contains(u"一\n二"_s));
    const QString said = saidOf(report);
    CHECK(said.contains(u"2: “住所”有几行，连成一行记"_s));
    CHECK_FALSE(said.contains(u"3: “住所”"_s));
}

TEST_CASE("an organization that a sheet renames is not made anew by a row with its former name")
{
    TestStore store;
    addTwoTowns(*store);
    const ImportReport report = importRows(*store,
                                           {{u"名称"_s, u"统一社会信用代码"_s, u"类型"_s},
                                            {u"样例新协会"_s, codeOfFirst, u"社会团体"_s},
                                            {u"样例甲协会"_s, u""_s, u"社会团体"_s}},
                                           "organization");
    CHECK(report.updated == 1);
    CHECK(report.added == 0);
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().text.contains(u"第 2 行的“样例新协会”原来叫这个名称"_s));
}

TEST_CASE("a former name in brackets makes no second organization")
{
    TestStore store;
    addTwoTowns(*store);
    const ImportReport report = importRows(*store,
                                           {{u"名称"_s, u"类型"_s, u"党员人数"_s},
                                            {u"样例甲协会（原样例老协会）"_s, u"社会团体"_s, u"5"_s},
                                            {u"样例新协会（原名：样例甲协会）"_s, u"社会团体"_s, u"6"_s},
                                            {u"样例己协会（曾用名：样例庚协会）"_s, u"社会团体"_s, u"7"_s},
                                            {u"样例己协会"_s, u"社会团体"_s, u"7"_s},
                                            {u"样例辛社（原创音乐分社）"_s, u"社会团体"_s, u"8"_s}},
                                           "organization");
    CHECK(report.updated == 1);
    CHECK(report.added == 2);
    CHECK(report.unchanged == 1);
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().row == 3);
    CHECK(report.refusals.front().text.contains(u"已有“样例甲协会”"_s));
    CHECK(saidOf(report).contains(u"括号里的原名“样例老协会”没有读"_s));
    const QStringList names = columnOf(*store, u"organization"_s, u"name"_s);
    CHECK(names.contains(u"样例己协会"_s));
    CHECK(names.contains(u"样例辛社（原创音乐分社）"_s));
    CHECK(importRows(*store, {{u"社会组织"_s, u"姓名"_s}, {u"样例甲协会（原样例老协会）"_s, u"样张甲"_s}},
                     "person")
              .added == 1);
}

TEST_CASE("one person in two organizations stays two offices, and is not merged by name")
{
    TestStore store;
    addTwoTowns(*store);
    const ImportReport report =
        importRows(*store,
                   {{u"社会组织"_s, u"姓名"_s, u"身份证号"_s, u"职务"_s},
                    {u"样例甲协会"_s, u"样张甲"_s, u"330421197003120027"_s, u"会长"_s},
                    {u"样例乙协会（分会）"_s, u"样张甲"_s, u"330421197003120027"_s, u"理事"_s},
                    {u"样例乙协会（分会）"_s, u"样张甲"_s, u"330421198005060018"_s, u"监事"_s}},
                   "person");
    CHECK(report.added == 3);
}

TEST_CASE("a sheet of persons or grades is not read as one of organizations, unless somebody says so")
{
    TestStore store;
    addTwoTowns(*store);
    const std::vector<QStringList> persons = {{u"姓名"_s, u"职务"_s, u"电话"_s, u"单位名称"_s},
                                              {u"样张甲"_s, u"会长"_s, u"13800138000"_s, u"样例甲协会"_s}};
    const QString path = writeSheet(store.folder() + u"/社会团体负责人.csv"_s, persons);
    const QString head = store->headHash();
    Progress progress;
    ImportOptions options;
    options.type = &recordType<Organization>();
    const auto refused = importTable(*store, path, options, progress);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text.contains(u"有“姓名”一列，看来是负责人表"_s));
    CHECK(store->headHash() == head);
    options.choices.skipped = {u"姓名"_s};
    CHECK(import(*store, path, "organization", options).updated == 1);
    CHECK(import(*store, path, "person").added == 1);

    const QString grades =
        writeSheet(store.folder() + u"/b.csv"_s, {{u"社会组织名称"_s, u"等级"_s, u"评定日期"_s},
                                                  {u"样例甲协会"_s, u"3A"_s, u"2024-05-01"_s}});
    options.choices = {};
    const auto asOrganizations = importTable(*store, grades, options, progress);
    REQUIRE_FALSE(asOrganizations);
    CHECK(asOrganizations.error().text.contains(u"等级评估"_s));
    // Organizations with a column of persons are organizations.
    CHECK(importRows(*store,
                     {{u"名称"_s, u"类型"_s, u"姓名"_s, u"电话"_s},
                      {u"样例丙协会"_s, u"社会团体"_s, u"样张甲"_s, u"13800138000"_s}},
                     "organization")
              .added == 1);
}

TEST_CASE("a person's organization is found under 所在组织 and 所属单位")
{
    TestStore store;
    addTwoTowns(*store);
    for (const QString &heading : {u"所在组织"_s, u"所属社会组织"_s, u"所在单位"_s}) {
        INFO(heading.toStdString());
        const ImportReport report =
            importRows(*store, {{u"姓名"_s, heading}, {u"样张"_s + heading, u"样例甲协会"_s}}, "person");
        CHECK(report.added == 1);
    }
}

TEST_CASE("two towns beside a name choose none of two organizations of that name")
{
    TestStore store;
    addTwoTowns(*store);
    const ImportReport report = importRows(*store,
                                           {{u"社会组织"_s, u"镇街"_s, u"姓名"_s},
                                            {u"样例舞蹈队"_s, u"甲镇、乙街道"_s, u"样张甲"_s},
                                            {u"样例舞蹈队"_s, u"甲镇"_s, u"样张乙"_s}},
                                           "person");
    CHECK(report.added == 1);
    CHECK(report.refused == 1);
    const ImportReport towns = importRows(*store,
                                          {{u"名称"_s, u"类型"_s, u"镇街"_s},
                                           {u"样例一队"_s, u"备案组织"_s, u"甲镇-乙街道"_s},
                                           {u"样例二队"_s, u"备案组织"_s, u"甲镇→乙街道"_s}},
                                          "organization");
    CHECK(saidOf(towns).count(u"写了不止一个"_s) == 2);
}

TEST_CASE("a column of former names finds the organization that still has one, before and after")
{
    TestStore store;
    addTwoTowns(*store);
    const QStringList head = {u"名称"_s, u"类型"_s, u"曾用名"_s};
    const ImportReport known = importRows(
        *store,
        {head, {u"样例新协会"_s, u"社会团体"_s, u"样例甲协会"_s}, {u"样例壬会"_s, u"社会团体"_s, u"无"_s}},
        "organization");
    CHECK(known.added == 1);
    REQUIRE(known.refused == 1);
    CHECK(known.refusals.front().text.contains(
        u"已有“样例甲协会”，表里说它改名为“样例新协会”，但没有统一社会信用代码可以核对"_s));
    for (const bool formerFirst : {false, true}) {
        TestStore fresh;
        std::vector<QStringList> rows = {head,
                                         {u"样例新协会"_s, u"社会团体"_s, u"样例老协会、样例更老协会"_s},
                                         {u"样例更老协会"_s, u"社会团体"_s, u""_s}};
        if (formerFirst)
            std::swap(rows[1], rows[2]);
        const ImportReport report = importRows(*fresh, rows, "organization");
        CHECK(report.added == 1);
        REQUIRE(report.refused == 1);
        CHECK(report.refusals.front().row == 3);
    }
}

TEST_CASE("two names in the cell of one make nobody who is called both")
{
    TestStore store;
    addTwoTowns(*store);
    for (const QString &name : {u"样张甲、样李乙"_s, u"样张甲/样李乙"_s, u"样张甲，样李乙"_s}) {
        const ImportReport report =
            importRows(*store, {{u"社会组织"_s, u"姓名"_s}, {u"样例甲协会"_s, name}}, "person");
        REQUIRE(report.refused == 1);
        CHECK(report.refusals.front().text.contains(u"写了不止一个"_s));
    }
    const ImportReport report = importRows(*store,
                                           {{u"名称"_s, u"类型"_s},
                                            {u"样例甲协会、样例乙协会（分会）"_s, u"社会团体"_s},
                                            {u"样例文学、书画联合会"_s, u"社会团体"_s}},
                                           "organization");
    CHECK(report.added == 1);
    CHECK(report.refused == 1);
}

TEST_CASE("a new record that differs from one that is there by what stands in brackets is told")
{
    TestStore store;
    addTwoTowns(*store);
    const ImportReport report = importRows(*store,
                                           {{u"名称"_s, u"类型"_s},
                                            {u"样例甲协会（注销）"_s, u"社会团体"_s},
                                            {u"样例甲协会（城南分会）"_s, u"社会团体"_s}},
                                           "organization");
    CHECK(report.added == 2);
    const QString said = saidOf(report);
    CHECK(said.contains(u"2: 已有同名的社会组织，只差括号里的字"_s));
    CHECK_FALSE(said.contains(u"3: 已有同名"_s));
}

TEST_CASE("a sheet of persons is one whatever the telephone is called, also with a kind of organization")
{
    TestStore store;
    addTwoTowns(*store);
    Progress progress;
    ImportOptions options;
    options.type = &recordType<Organization>();
    const std::vector<std::vector<QStringList>> sheets = {
        {{u"单位名称"_s, u"姓名"_s, u"手机号码"_s}, {u"样例甲协会"_s, u"样张甲"_s, u"13800138000"_s}},
        {{u"单位名称"_s, u"姓名"_s, u"性别"_s, u"身份证号"_s, u"联系电话"_s, u"类型"_s},
         {u"样例甲协会"_s, u"样张甲"_s, u"女"_s, u"330421197003120027"_s, u"13800138000"_s, u"社会团体"_s}}};
    for (const std::vector<QStringList> &rows : sheets) {
        const auto report =
            importTable(*store, writeSheet(store.folder() + u"/a.csv"_s, rows), options, progress);
        REQUIRE_FALSE(report);
        CHECK(report.error().text.contains(u"负责人表"_s));
    }
}

TEST_CASE("a penalty under the number of another organization's takes nothing from that one")
{
    TestStore store;
    addTwoTowns(*store);
    const QStringList head = {u"社会组织"_s, u"文号"_s, u"种类"_s, u"决定日期"_s, u"罚款金额"_s};
    const QStringList first = {u"样例甲协会"_s, u"示民罚〔2024〕1号"_s, u"罚款"_s, u"2024-05-01"_s, u"100"_s};
    QStringList second = first;
    second[0] = u"样例乙协会（分会）"_s;
    CHECK(importRows(*store, {head, first}, "penalty").added == 1);
    const ImportReport report = importRows(*store, {head, second}, "penalty");
    CHECK(report.added == 1);
    CHECK(report.updated == 0);
    CHECK(importRows(*store, {head, first, second}, "penalty").unchanged == 2);
    // The date of a decision that is put right is no second one.
    QStringList corrected = first;
    corrected[3] = u"2024-05-02"_s;
    CHECK(importRows(*store, {head, corrected}, "penalty").updated == 1);
    CHECK(columnOf(*store, u"penalty"_s, u"organization.name"_s).size() == 2);
}
