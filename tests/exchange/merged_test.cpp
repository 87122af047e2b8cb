// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Merged cells: what says whose a row is holds for each of its rows, other values stand once.
#include "core/registry/organization.h"
#include "core/registry/person.h"
#include "tests/exchange/sheets.h"
#include "tests/exchange/workbooks.h"

using namespace exchangetest;

namespace {

std::vector<Organization> organizations(Store &store)
{
    auto all = store.all<Organization>({.sort = {{u"name"_s}}});
    requireOk(all);
    return *all;
}

} // namespace

TEST_CASE("An amount merged over three rows stands in the first, the town in each")
{
    TestStore store;
    addTowns(*store);
    const QString path = writeWorkbook(
        store.folder() + u"/a.xlsx"_s,
        {{u"名册"_s,
          {{u"序号"_s, u"镇街"_s, u"名称"_s, u"类型"_s, u"注册资金"_s, u"住所"_s, u"从业人数"_s},
           {u"#1"_s, u"北亭镇"_s, u"甲协会"_s, u"社团"_s, u"#30000"_s, u"一号"_s, u"#3"_s},
           {u"#2"_s, u""_s, u"乙协会"_s, u""_s, u""_s, u""_s, u"#4"_s},
           {u"#3"_s, u""_s, u"丙协会"_s, u""_s, u""_s, u"三号"_s, u"#5"_s},
           {u"#4"_s}},
          {"B2:B5", "D2:D4", "E2:E4", "F2:F3", "A1:A1"}}});
    const ImportReport report = import(*store, path, "organization");
    CHECK(report.added == 3);
    CHECK(report.skipped.count == 1); // a serial number beside the merged town
    const auto all = organizations(*store);
    REQUIRE(all.size() == 3);
    std::map<QString, Organization> by;
    for (const Organization &one : all) {
        by[one.name] = one;
        CHECK(store->display(recordType<Division>(), one.town->text) == u"北亭镇");
        CHECK(one.kind == OrganizationKind::Association);
    }
    CHECK(by[u"甲协会"_s].registeredCapital == Money::yuan(30'000));
    CHECK_FALSE(by[u"乙协会"_s].registeredCapital);
    CHECK_FALSE(by[u"丙协会"_s].registeredCapital);
    CHECK(by[u"甲协会"_s].address == u"一号");
    CHECK(by[u"乙协会"_s].address.isEmpty());
    CHECK(by[u"丙协会"_s].address == u"三号");
    const QString said = saidOf(report);
    CHECK(said.contains(u"“注册资金”有 1 处是几行合并的单元格（E2:E4），值只记在合并的第一行"));
    CHECK(said.contains(u"“住所”有 1 处是几行合并的单元格（F2:F3）"));
    CHECK(said.contains(u"“类型”有 1 处是几行合并的单元格（D2:D4），合并的各行都按这个值读"));
    CHECK_FALSE(said.contains(u"“镇街”有")); // what merged towns mean needs no word
    CHECK(said.count(u"合并的单元格") == 3);
}

TEST_CASE("A value merged over two columns is that of the first, a line merged over all is no record")
{
    TestStore store;
    addTowns(*store);
    const QString path = writeWorkbook(
        store.folder() + u"/a.xlsx"_s,
        {{u"名册"_s,
          {{u"名称"_s, u"类型"_s, u"镇街"_s, u"联系人"_s, u""_s, u"从业人数"_s, u"党员人数"_s},
           {u""_s, u""_s, u""_s, u"姓名"_s, u"联系电话"_s},
           {u"北亭镇"_s},
           {u"甲协会"_s, u"社团"_s, u"北亭镇"_s, u"钟样甲"_s, u"0573-84000001"_s, u"#5"_s, u""_s},
           {u"乙协会"_s, u"社团"_s, u"北亭镇"_s, u"钟样乙"_s, u""_s, u"#6"_s, u"#2"_s}},
          {"A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:G2", "A3:G3", "F4:G4"}}});
    const ImportReport report = import(*store, path, "organization");
    CHECK(report.added == 2);
    CHECK(report.skipped.count == 1);
    const auto all = organizations(*store);
    REQUIRE(all.size() == 2);
    const Organization &first = all[0].name == u"甲协会" ? all[0] : all[1];
    CHECK(first.staffCount == 5);
    CHECK_FALSE(first.partyMemberCount);
    CHECK(first.contactPhone == u"0573-84000001");
    CHECK(saidOf(report).contains(u"“党员人数”有 1 处和左边的列合并成一格（F4:G4），值只算左边一列的"));
}

TEST_CASE("Persons belong to the organization that is merged down beside them, their points do not")
{
    TestStore store;
    requireOk(store->change(u"登记"_s, [](Change &change) -> Status {
        Organization one{.name = u"甲协会"_s, .kind = OrganizationKind::Association};
        return change.insert(one);
    }));
    const QString path =
        writeWorkbook(store.folder() + u"/a.xlsx"_s, {{u"人员"_s,
                                                       {{u"社会组织"_s, u"姓名"_s, u"职务"_s, u"备注"_s},
                                                        {u"甲协会"_s, u"钟样甲"_s, u"会长"_s, u""_s},
                                                        {u"看不见的协会"_s, u"钟样乙"_s, u"秘书长"_s, u""_s},
                                                        {u""_s, u"钟样丙"_s, u"理事"_s, u""_s}},
                                                       {"A2:A4"}}});
    const ImportReport report = import(*store, path, "person");
    INFO(saidOf(report).toStdString());
    CHECK(report.added == 3);
    CHECK(saidOf(report).contains(u"“社会组织”有 1 处合并的单元格（A2:A4）下面还盖着别的内容"));
    const auto persons = store->all<Person>();
    requireOk(persons);
    REQUIRE(persons->size() == 3);
    for (const Person &person : *persons)
        CHECK(person.organization == persons->front().organization);
}

TEST_CASE("Many merged cells of a column are one sentence")
{
    TestStore store;
    std::vector<QStringList> rows = {{u"名称"_s, u"类型"_s, u"注册资金"_s}};
    std::vector<QByteArray> merges;
    for (int i = 0; i < 40; ++i) {
        rows.push_back({u"第%1协会"_s.arg(i), u"社团"_s, i % 2 ? u""_s : u"#100"_s});
        if (i % 2 == 0)
            merges.push_back("C" + QByteArray::number(i + 2) + ":C" + QByteArray::number(i + 3));
    }
    const QString path = writeWorkbook(store.folder() + u"/a.xlsx"_s, {{u"名册"_s, rows, merges}});
    const QString said = saidOf(import(*store, path, "organization"));
    CHECK(said.contains(u"“注册资金”有 20 处是几行合并的单元格（C2:C3、C4:C5、C6:C7等）"));
    CHECK(said.count(u"合并的单元格") == 1);
}
