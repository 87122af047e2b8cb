// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that say more than the value, or less: a code with words around it, a month that lost its zero.
#include "core/registry/organization.h"
#include "core/registry/person.h"
#include "tests/exchange/sheets.h"
#include "tests/exchange/workbooks.h"

using namespace exchangetest;

TEST_CASE("A code with something around it is the code, and what is left is told; two are refused")
{
    TestStore store;
    const QString path = writeSheet(store.folder() + u"/a.xlsx"_s,
                                    {{u"名称"_s, u"类型"_s, u"统一社会信用代码"_s},
                                     {u"甲协会"_s, u"社团"_s, u"51330421MJ0000026J（副本）"_s},
                                     {u"乙中心"_s, u"民非"_s, u"信用代码：52330421MJ9876542F"_s},
                                     {u"丙协会"_s, u"社团"_s, u"51330421MJ0000026J、52330421MJ9876542F"_s},
                                     {u"丁协会"_s, u"社团"_s, u"民证字第12号"_s},
                                     {u"戊协会"_s, u"社团"_s, u"“51330421MJ0000034D”、"_s}});
    const ImportReport report = import(*store, path, "organization");
    CHECK(report.added == 4);
    REQUIRE(report.refusals.size() == 1);
    CHECK(report.refusals[0].row == 4);
    CHECK(report.refusals[0].text.contains(u"“统一社会信用代码”里有 2 个不同的代码"));
    REQUIRE(report.remarks.listed.size() == 2);
    CHECK(report.remarks.listed[0].text == u"“统一社会信用代码”只取了其中的代码，“(副本)”没有读。");
    CHECK(report.remarks.listed[1].text == u"“统一社会信用代码”只取了其中的代码，“信用代码:”没有读。");
    const auto all = store->all<Organization>({.sort = {{u"credit_code"_s}}});
    requireOk(all);
    CHECK(all->at(0).creditCode == u"51330421MJ0000026J");
    CHECK(all->at(1).creditCode == u"51330421MJ0000034D"); // marks alone are not worth a remark
    CHECK(all->at(2).creditCode == u"52330421MJ9876542F");
    CHECK(all->at(3).creditCode == u"民证字第12号"); // kept, with its fault told
    CHECK(report.faults.count >= 1);

    // The code also finds an organization, and one that is there is that one.
    CHECK(import(*store,
                 writeSheet(store.folder() + u"/b.xlsx"_s,
                            {{u"名称"_s, u"统一社会信用代码"_s},
                             {u"甲协会"_s, u"51330421MJ0000026J 原民证字第1号"_s}}),
                 "organization")
              .unchanged == 1);
    const ImportReport persons =
        import(*store,
               writeSheet(store.folder() + u"/c.xlsx"_s,
                          {{u"社会组织·统一社会信用代码"_s, u"姓名"_s, u"职务"_s, u"身份证号"_s},
                           {u"51330421MJ0000026J（副本）"_s, u"钟样甲"_s, u"会长"_s,
                            u"身份证：330421199001010018"_s}}),
               "person");
    INFO(saidOf(persons).toStdString());
    CHECK(persons.added == 1);
    CHECK(store->all<Person>()->at(0).identityNumber == u"330421199001010018");
    CHECK_FALSE(saidOf(persons).contains(u"1990"));
}

TEST_CASE("The number 2021.1 is January or October and is told, the text is January")
{
    TestStore store;
    const QString path =
        writeWorkbook(store.folder() + u"/a.xlsx"_s, {{u"名册"_s,
                                                       {{u"名称"_s, u"类型"_s, u"成立日期"_s},
                                                        {u"甲协会"_s, u"社团"_s, u"#2021.1"_s},
                                                        {u"乙协会"_s, u"社团"_s, u"2021.1"_s},
                                                        {u"丙协会"_s, u"社团"_s, u"2021.10"_s},
                                                        {u"丁协会"_s, u"社团"_s, u"#2021.12"_s}},
                                                       {}}});
    const ImportReport report = import(*store, path, "organization");
    CHECK(report.added == 4);
    const auto all = store->all<Organization>({.sort = {{u"registered_on"_s}}});
    requireOk(all);
    CHECK(all->at(0).registeredOn == QDate(2021, 1, 1));
    CHECK(all->at(1).registeredOn == QDate(2021, 10, 1));
    CHECK(all->at(2).registeredOn == QDate(2021, 12, 1));
    CHECK_FALSE(all->at(3).registeredOn); // what is empty stands last
    CHECK(saidOf(report).contains(
        u"2: “登记日期”里的 2021.1 是数，Excel 会去掉末尾的 0，看不出是 1 月还是 10 月"));
}

TEST_CASE("Day 0 of a workbook that counts from 1904 is no date")
{
    TestStore store;
    const QString path = writeWorkbook(
        store.folder() + u"/a.xlsx"_s,
        {{u"名册"_s, {{u"名称"_s, u"类型"_s, u"成立日期"_s}, {u"甲协会"_s, u"社团"_s, u"#0"_s}}, {}}}, true);
    const ImportReport report = import(*store, path, "organization");
    CHECK(report.added == 1);
    CHECK_FALSE(store->all<Organization>()->at(0).registeredOn);
    CHECK(saidOf(report).contains(u"表示“没有日期”的日期"));
}
