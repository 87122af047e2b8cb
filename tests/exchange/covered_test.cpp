// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, telephones and names that somebody has covered in any way: they find whom they may mean, make
// nobody, and never stand where real ones stood.
#include "core/base/mask.h"
#include "core/registry/person.h"
#include "tests/exchange/sheets.h"

using namespace exchangetest;

namespace {

const QStringList personHead = {u"社会组织"_s, u"姓名"_s, u"身份证号"_s, u"电话"_s};

ImportReport importPersons(Store &store, std::vector<QStringList> rows)
{
    rows.insert(rows.begin(), personHead);
    return import(store, writeSheet(store.path() + u"-人.csv"_s, rows), "person");
}

} // namespace

TEST_CASE("numbers and telephones covered in any way make no second person and write over nothing")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    CHECK(importPersons(*store, {{u"样例甲协会"_s, u"样张甲"_s, u"330421197003120027"_s, u"13800138000"_s}})
              .added == 1);
    const QString head = store->headHash();
    for (const QString &number :
         {u"330421XXXXXXXX0027"_s, u"330421xxxxxxxx0027"_s, u"3304211970****0027"_s,
          u"330421＊＊＊＊＊＊＊＊0027"_s, u"330421●●●●●●●●0027"_s, u"330421########0027"_s,
          u"33042119700312xx27"_s, u"330421----0027"_s, u"330421××××××××0027"_s, u"330421 **** **** 0027"_s,
          u"330421（略）0027"_s, u"33042119700312XXXX"_s}) {
        for (const QString &phone :
             {u"138xxxx8000"_s, u"138XXXX8000"_s, u"138●●●●8000"_s, u"138####8000"_s, u"1380xxx8000"_s,
              u"138xx138000"_s, u"138＊＊＊＊8000"_s, u"138 **** 8000"_s, u"138----8000"_s, u"1380013xxx"_s,
              u"1380013●●●"_s, u"已脱敏"_s}) {
            INFO((number + u' ' + phone).toStdString());
            const ImportReport report =
                importPersons(*store, {{u"样例甲协会"_s, u"样张甲"_s, number, phone}});
            CHECK(report.unchanged == 1);
            CHECK_FALSE(saidOf(report).contains(u"对不上"_s));
        }
    }
    CHECK(store->headHash() == head);
}

TEST_CASE("a covered number that cannot be the one of its namesake is refused, not made a second person")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    importPersons(*store, {{u"样例甲协会"_s, u"样张甲"_s, u"330421197003120027"_s, u""_s}});
    for (const QString &number :
         {u"3304211980****1234"_s, u"330421XXXXXXXX0055"_s, u"33048219********27"_s}) {
        const ImportReport report = importPersons(*store, {{u"样例甲协会"_s, u"样张甲"_s, number, u""_s}});
        REQUIRE(report.refused == 1);
        CHECK(report.refusals.front().text.contains(u"遮盖"_s));
    }
    // Two of a name in one sheet: what is left of their numbers tells them apart.
    const ImportReport twice =
        importPersons(*store, {{u"样例甲协会"_s, u"样李乙"_s, u"330421********0012"_s, u""_s},
                               {u"样例甲协会"_s, u"样李乙"_s, u"330421XXXXXXXX0012"_s, u""_s},
                               {u"样例甲协会"_s, u"样李乙"_s, u"330421********0039"_s, u""_s}});
    CHECK(twice.added == 1);
    CHECK(twice.unchanged == 1);
    CHECK(twice.refused == 1);
    CHECK(store->all<Person>()->size() == 2);
}

TEST_CASE("a covered name comes in as no new record, whatever it names")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    for (const QString &name :
         {u"张*"_s, u"张＊华"_s, u"张**"_s, u"张某某"_s, u"张●"_s, u"*华"_s, u"张女士"_s}) {
        INFO(name.toStdString());
        CHECK(importPersons(*store, {{u"样例甲协会"_s, name, u""_s, u""_s}}).refused == 1);
        CHECK(import(*store,
                     writeSheet(store.folder() + u"/a.csv"_s,
                                {{u"社会组织"_s, u"指导员姓名"_s}, {u"样例甲协会"_s, name}}),
                     "party_instructor")
                  .refused == 1);
    }
    for (const QString &name : {u"***"_s, u"××"_s, u"某某"_s, u"＊＊＊＊"_s, u"XXX"_s}) {
        INFO(name.toStdString());
        CHECK(
            import(*store,
                   writeSheet(store.folder() + u"/b.csv"_s, {{u"名称"_s, u"类型"_s}, {name, u"社会团体"_s}}),
                   "organization")
                .refused == 1);
    }
    for (const QString &name : {u"样例XX协会"_s, u"某某协会"_s, u"样例3*3篮球社"_s, u"样例MAXX俱乐部"_s,
                                u"样例二○○八同学会"_s, u"样例X×Y社"_s}) {
        INFO(name.toStdString());
        CHECK(
            import(*store,
                   writeSheet(store.folder() + u"/b.csv"_s, {{u"名称"_s, u"类型"_s}, {name, u"社会团体"_s}}),
                   "organization")
                .added == 1);
    }
    CHECK(store->all<Person>()->empty());
    // A code finds the organization, whose name stays.
    const ImportReport coded = import(
        *store,
        writeSheet(store.folder() + u"/b.csv"_s, {{u"名称"_s, u"统一社会信用代码"_s, u"类型"_s},
                                                  {u"样例**会"_s, u"51330421MJ00001141"_s, u"社会团体"_s}}),
        "organization");
    CHECK(coded.unchanged == 1);
}

TEST_CASE("the title of an activity is no covered text, whatever signs stand in it")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    std::vector<QStringList> rows = {{u"社会组织"_s, u"活动名称"_s, u"活动日期"_s}};
    for (const QString &title : {u"3人*2小时"_s, u"XX社区义诊"_s, u"爱心***行动"_s, u"关爱张某某"_s})
        rows.push_back({u"样例甲协会"_s, title, u"2025-03-01"_s});
    const ImportReport report =
        import(*store, writeSheet(store.folder() + u"/a.csv"_s, rows), "service_activity");
    INFO(saidOf(report).toStdString());
    CHECK(report.added == 4);
    CHECK(report.remarks.count == 0);
}

TEST_CASE("a whole telephone with an extension is no covered one")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    CHECK(importPersons(*store, {{u"样例甲协会"_s, u"样张甲"_s, u""_s, u"0573-84012345*801"_s}}).added == 1);
    CHECK(store->all<Person>()->front().phone == u"0573-84012345-801"_s);
}
