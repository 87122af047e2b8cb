// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whole sheets in which single cells went wrong: what each row becomes.
#include "core/evaluation/manualscore.h"
#include "core/registry/division.h"
#include "core/registry/organization.h"
#include "tests/exchange/sheets.h"

#include <map>

using namespace exchangetest;

namespace {

/// Of each organization that is there the values of \a field, as an answer shows it.
std::map<QString, QVariant> valuesOf(Store &store, const char *field)
{
    std::map<QString, QVariant> values;
    const auto rows =
        store.run({.type = u"organization"_s, .columns = {u"name"_s, QString::fromLatin1(field)}});
    requireOk(rows);
    for (const QVariantList &row : rows->rows)
        values.emplace(row.at(0).toString(), row.at(1));
    return values;
}

QString association(int number)
{
    return u"样例%1协会"_s.arg(number, 2, 10, QChar(u'0'));
}

struct Rows
{
    qint64 added = 0;
    qint64 refused = 0;
};

/// Imports a sheet of organizations, of which so many rows come in and so many do not.
ImportReport importOrganizations(Store &store, const QString &name, const Rows &rows)
{
    const ImportReport report = importFixture(store, name, "organization");
    CHECK(report.added == rows.added);
    CHECK(report.refused == rows.refused);
    return report;
}

/// The town of each organization of a sheet, all of whose rows come in; the towns are there before.
std::map<QString, QVariant> townsAfter(Store &store, const QString &name, qint64 rows, ImportReport &report)
{
    importFixture(store, u"p_towns.csv"_s, "division");
    report = importOrganizations(store, name, {.added = rows, .refused = 0});
    return valuesOf(store, "town.name");
}

/// Row 2 holds association(0).
QString numberedRow(int number)
{
    return u"%1: "_s.arg(number + 2);
}

} // namespace

TEST_CASE(
    "a column of dates as clerks write them: what is readable is read, the rest is told, no row is lost")
{
    TestStore store;
    const ImportReport report = importOrganizations(*store, u"b1_dates.csv"_s, {.added = 50, .refused = 0});
    const std::map<QString, QVariant> days = valuesOf(*store, "registered_on");
    for (const int number : {0, 1, 2, 3})
        CHECK(days.at(association(number)) == QDate(2017, 3, 24));
    for (const int number : {4, 5, 6, 7})
        CHECK(days.at(association(number)) == QDate(2020, 4, 21));
    for (const int number : {8, 9, 15, 17, 18, 19, 20, 22, 23, 24, 30, 32, 49})
        CHECK(days.at(association(number)) == QDate(2021, 3, 5));
    const QString said = saidOf(report);
    for (const int number : {10, 11, 25, 28, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48}) {
        INFO(number);
        CHECK_FALSE(days.at(association(number)).isValid());
        CHECK(said.contains(numberedRow(number) + u"“登记日期”"_s));
    }
    CHECK(said.contains(u"“2021-02-29”这一天不存在"_s));
}

TEST_CASE(
    "a column of amounts: every usual form is read, what could be two amounts or is below nothing is refused")
{
    TestStore store;
    const ImportReport report = importFixture(*store, u"c1_amounts.csv"_s, "organization");
    CHECK(report.refused == 8);
    const std::map<QString, QVariant> fen = valuesOf(*store, "registered_capital");
    for (const int number : {1, 2, 3, 4, 5, 6, 7, 37})
        CHECK_FALSE(fen.contains(association(number)));
    for (const int number : {13, 15, 16, 17, 18, 19, 20, 21, 22, 25, 26, 27})
        CHECK(fen.at(association(number)) == 3'000'000);
    CHECK(fen.at(association(0)) == 43'085'110);
    CHECK(fen.at(association(8)) == 348'223'211);
    CHECK(fen.at(association(9)) == qlonglong(47'035'574'954));
    CHECK(fen.at(association(10)) == 333'333);
    CHECK(fen.at(association(34)) == 300'000);
    CHECK(fen.at(association(36)) == 10'000'000);
    CHECK(fen.at(association(41)) == 5'000'000); // 5万元(实缴), with a remark
    CHECK(fen.at(association(42)) == 5'000'001);
    for (const int number : {23, 24, 29, 30, 31, 32, 33, 35, 43})
        CHECK_FALSE(fen.at(association(number)).isValid());
    const QString said = saidOf(report);
    for (const int number : {8, 9, 10, 42})
        CHECK(said.contains(numberedRow(number) + u"“注册资金”四舍五入到分"_s));
}

TEST_CASE("a column of counts: no comma and no word makes another number of it")
{
    TestStore store;
    const ImportReport report = importFixture(*store, u"c2_counts.csv"_s, "organization");
    const std::map<QString, QVariant> counts = valuesOf(*store, "staff_count");
    CHECK(report.refused == 4);
    for (const int number : {5, 6, 7, 12})
        CHECK_FALSE(counts.contains(association(number)));
    for (const int number : {0, 1, 3, 9, 13})
        CHECK(counts.at(association(number)) == 12);
    CHECK(counts.at(association(8)) == 35);
    for (const int number : {2, 4, 10, 11, 14, 15, 16, 17, 19})
        CHECK_FALSE(counts.at(association(number)).isValid());
}

TEST_CASE("tabs, blanks and the apostrophe of Excel are no part of names and codes")
{
    TestStore store;
    CHECK(importFixture(*store, u"d4_tabs_and_spaces.csv"_s, "organization").added == 2);
    const std::map<QString, QVariant> codes = valuesOf(*store, "credit_code");
    CHECK(codes.at(u"样例甲协会"_s) == u"51330421MJ0000018P"_s);
    CHECK(codes.at(u"样例乙协会"_s) == u"51330421MJ0000026J"_s);
}

TEST_CASE("a column of towns: forms of their names are found, what is none is left out")
{
    TestStore store;
    ImportReport report;
    const auto towns = townsAfter(*store, u"f7_town_aliases.csv"_s, 9, report);
    for (const int number : {1, 2, 3})
        CHECK(towns.at(u"样例%1协会"_s.arg(number)) == u"乙街道"_s);
    for (const int number : {4, 5, 6, 9})
        CHECK(towns.at(u"样例%1协会"_s.arg(number)) == u"甲镇"_s);
    for (const int number : {7, 8})
        CHECK(towns.at(u"样例%1协会"_s.arg(number)).toString().isEmpty());
    CHECK(saidOf(report).contains(u"“县本级”"_s));
}

TEST_CASE(
    "columns of choices: one cell that is not known costs itself, but not where it says what the row is")
{
    TestStore store;
    const ImportReport report = importOrganizations(*store, u"f8_choices.csv"_s, {.added = 7, .refused = 2});
    const std::map<QString, QVariant> industries = valuesOf(*store, "industry");
    CHECK(industries.at(u"样例4"_s) == u"other"_s);
    CHECK(industries.at(u"样例2"_s) == u"education"_s);
    CHECK_FALSE(industries.at(u"样例6"_s).isValid());
    CHECK(valuesOf(*store, "premises_source").at(u"样例2"_s) == u"rented"_s);
    CHECK(valuesOf(*store, "category").at(u"样例5"_s) == u"culture_sports"_s);
    CHECK_FALSE(industries.contains(u"样例3"_s));
    CHECK_FALSE(industries.contains(u"样例7"_s));
    CHECK(saidOf(report).contains(u"可填：社会团体、社会服务机构、基金会、社区社会组织、中介组织"_s));
}

TEST_CASE("a column of yes and no loses no row")
{
    TestStore store;
    const ImportReport report = importFixture(*store, u"f9_yes_no.csv"_s, "organization");
    CHECK(report.added == 28);
    const std::map<QString, QVariant> answers = valuesOf(*store, "charter_has_party");
    const auto answer = [&](int number) { return answers.at(u"样例%1协会"_s.arg(number)); };
    for (const int number : {0, 2, 3, 4, 5, 6, 7, 12, 14, 18, 20, 22, 23, 24, 25, 26})
        CHECK(answer(number) == true);
    for (const int number : {1, 9, 10, 11, 13, 15, 19, 21})
        CHECK(answer(number) == false);
    for (const int number : {8, 16, 17, 27})
        CHECK_FALSE(answer(number).isValid());
}

TEST_CASE("averages and thirds of a workbook are rounded to what a field holds")
{
    TestStore store;
    importFixture(*store, u"p_orgs.csv"_s, "organization");
    CHECK(importFixture(*store, u"g13b_manual_average.xlsx"_s, "manual_score").added == 2);
    const auto scores = store->all<ManualScore>();
    requireOk(scores);
    REQUIRE(scores->size() == 2);
    CHECK(scores->at(0).value == Decimal::fromMicro(83'333'333));
    CHECK(scores->at(1).value == Decimal::fromMicro(83'333'300));

    const ImportReport report = importFixture(*store, u"g13c_amount_thirds.xlsx"_s, "organization");
    CHECK(report.added == 2);
    CHECK(valuesOf(*store, "registered_capital").at(u"样例一协会"_s) == 3'333'333);
    CHECK(valuesOf(*store, "premises_area").at(u"样例一协会"_s) == 33'333'333);
    CHECK(saidOf(report).contains(u"2: “注册资金”四舍五入到分。“用房面积”四舍五入到小数点后 6 位。"_s));
}

TEST_CASE("a column of region codes: that of the county or the city is no town")
{
    TestStore store;
    ImportReport report;
    const auto towns = townsAfter(*store, u"r1_region_code_county.csv"_s, 3, report);
    CHECK(towns.at(u"样例1协会"_s).toString().isEmpty());
    CHECK(towns.at(u"样例2协会"_s) == u"甲镇"_s);
    CHECK(towns.at(u"样例3协会"_s).toString().isEmpty());
}
