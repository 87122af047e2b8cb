// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "tests/tabular/tablefiles.h"

using namespace Qt::StringLiterals;
using namespace core;
using namespace tablefiles;

TEST_CASE("A date cell with the built-in format 31 and no format string is a date")
{
    // tests/fixtures/tabular/SOURCES.md: the sheet is dated 2020年1月30日, stored as 43860.
    const auto rows = readAll(fixture(u"05_original_wuhan_goods_issued.xlsx"_s));
    REQUIRE(rows.size() > 200);
    CHECK(rows[0].at(0).text == u"武汉市红十字会发放物资一览表");
    CHECK(rows[1].number == 2);
    CHECK(rows[1].at(0).kind == Cell::Kind::Date);
    CHECK(rows[1].at(0).date == QDate(2020, 1, 30));
    CHECK(rows[1].at(0).text == u"43860");
    // Row 3 is blank and left out.
    CHECK(rows[2].number == 4);
    CHECK(rows[2].at(4).text == u"数量");
    // Row 207 is formatted and empty.
    CHECK(rows.back().number == 206);
}

TEST_CASE("Rich text in a shared string is put together")
{
    const auto rows = readAll(fixture(u"05_original_wuhan_goods_issued.xlsx"_s));
    CHECK(rows[3].at(1).cleaned() == u"带阀口罩  KN95");
    CHECK(rows[3].at(2).isBlank());
    CHECK(rows[3].at(4).text == u"15");
}

TEST_CASE("The CSV and the workbook of the same table hold the same")
{
    const auto sheet = readAll(fixture(u"01_wuhan_goods_received_6-2.xlsx"_s));
    const auto csv = readAll(fixture(u"01_wuhan_goods_received_6-2.csv"_s));
    REQUIRE(sheet.size() == csv.size());
    for (size_t i = 0; i < sheet.size(); ++i) {
        CHECK(sheet[i].number == csv[i].number);
        for (int column = 0; column < 4; ++column)
            CHECK(sheet[i].at(column).cleaned() == csv[i].at(column).cleaned());
    }
}

TEST_CASE("A value merged down stands in the rows of the columns that are asked for, never across")
{
    const QString path = fixture(u"01_wuhan_goods_received_6-2.xlsx"_s);
    auto reader = openTable(path);
    REQUIRE(reader);
    CHECK((*reader)->merges().size() == 46);
    CHECK((*reader)->merges().front() == CellRange{1, 1, 0, 3});

    // A8:A9 is one block in the layout published with the file.
    const auto plain = readAll(path);
    const auto filled = readAll(path, {1});
    const auto row = [](const std::vector<Row> &rows, int number) {
        return *std::find_if(rows.begin(), rows.end(), [&](const Row &r) { return r.number == number; });
    };
    CHECK(row(plain, 9).at(0).isEmpty());
    CHECK(row(filled, 9).at(0).text == u"湖南幻影三陆零农牧科技公司");
    CHECK(row(filled, 10).at(0).text == u"上海派斯德生化公司");
    CHECK(row(filled, 9).merged == std::vector{MergedPart{{8, 9, 0, 0}, true, false, false}});
    CHECK(row(readAll(path, {0}), 9).at(0).isEmpty());
    // A title over several columns is that of the first.
    CHECK(row(filled, 1).at(0).text == row(plain, 1).at(0).text);
    CHECK(row(filled, 1).at(3).isEmpty());
}

TEST_CASE("A date cell with a fraction is the day, and sums keep their cents")
{
    const auto rows = readAll(fixture(u"07_wuhan_cash_summary_multiheader.xlsx"_s));
    const auto at = [&](int number) {
        return *std::find_if(rows.begin(), rows.end(), [&](const Row &r) { return r.number == number; });
    };
    CHECK(at(6).at(1).date == QDate(2020, 1, 24));
    CHECK(at(11).at(15).text == u"470355749.53999996");
    CHECK(at(11).at(15).value() == u"470355749.54");
    CHECK_FALSE(at(11).at(15).integer);
    CHECK(at(6).at(0).integer);
}

TEST_CASE("GB18030 is found by itself and reads like UTF-8")
{
    const auto utf8 = readAll(fixture(u"12_register_scrape_raw.csv"_s));
    const auto gb18030 = readAll(fixture(u"18_register_scrape_raw.gb18030.csv"_s));
    // The header and 296 foundations.
    CHECK(utf8.size() == 297);
    REQUIRE(utf8.size() == gb18030.size());
    for (size_t i = 0; i < utf8.size(); ++i)
        CHECK(utf8[i].cells == gb18030[i].cells);
}
