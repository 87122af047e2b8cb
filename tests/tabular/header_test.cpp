// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/tabular/datarows.h"
#include "tests/tabular/tablefiles.h"

using namespace Qt::StringLiterals;
using namespace core;
using namespace tablefiles;

namespace {

std::function<bool(QStringView)> knows(const QStringList &headings)
{
    return [headings](QStringView heading) { return headings.contains(heading); };
}

TableHeader headerOf(const QString &path, const QStringList &known = {})
{
    auto reader = openTable(path);
    REQUIRE(reader);
    const auto rows = (*reader)->peek(30);
    REQUIRE(rows);
    auto header = findHeader(*rows, (*reader)->merges(), knows(known));
    REQUIRE(header);
    return *header;
}

QStringList headings(const TableHeader &header)
{
    QStringList all;
    for (const HeaderColumn &column : header.columns)
        all.append(column.heading);
    return all;
}

/// The rows DataRows delivers from \a path, and what it left out.
std::pair<std::vector<Row>, std::vector<DataRows::Skipped>> dataOf(const QString &path)
{
    auto reader = openTable(path);
    REQUIRE(reader);
    const auto rows = (*reader)->peek(30);
    const auto header = findHeader(*rows, (*reader)->merges(), {});
    REQUIRE(header);
    (*reader)->resolveMerges(header->lastRow, {1, 1, 1, 1});
    DataRows data(**reader, *header);
    std::vector<Row> all;
    Row row;
    for (;;) {
        const auto more = data.next(row);
        REQUIRE(more);
        if (!*more)
            return {all, data.skipped()};
        all.push_back(row);
    }
}

QString csv(const Folder &folder, const QString &text)
{
    return folder.write(u"a.csv"_s, text.toUtf8());
}

const QStringList cashHeadings = {u"序号"_s,
                                  u"日期"_s,
                                  u"收到细目款项统计/微信二维码及pos机/pos单数"_s,
                                  u"收到细目款项统计/微信二维码及pos机/金额"_s,
                                  u"收到细目款项统计/现金/人数"_s,
                                  u"收到细目款项统计/现金/金额"_s,
                                  u"收到细目款项统计/交通银行/现金小额汇总"_s,
                                  u"收到细目款项统计/交通银行/人数"_s,
                                  u"收到细目款项统计/交通银行/金额"_s,
                                  u"收到细目款项统计/农业银行/人数"_s,
                                  u"收到细目款项统计/农业银行/金额"_s,
                                  u"收到细目款项统计/支付宝/人数"_s,
                                  u"收到细目款项统计/支付宝/金额"_s,
                                  u"实际数额/当日收到捐款"_s,
                                  u"实际数额/当日捐款人次"_s,
                                  u"实际数额/累计收到捐款"_s,
                                  u"公示内容/当日收到捐款"_s,
                                  u"公示内容/捐款人次"_s,
                                  u"公示内容/累计收到捐款"_s,
                                  u"公示内容/累计收到捐款"_s,
                                  u"公示内容/当日发放捐款"_s};

} // namespace

TEST_CASE("A heading is freed of spaces, stars, hints and its unit")
{
    CHECK(readHeading(u"注册资金（万元）") == HeadingText{u"注册资金"_s, u"万元"_s});
    CHECK(readHeading(u"注册资金\r\n(单位：元)*") == HeadingText{u"注册资金"_s, u"元"_s});
    CHECK(readHeading(u"\u200b 统 一　社会\u00a0信用代码（必填） ") ==
          HeadingText{u"统一社会信用代码"_s, {}});
    CHECK(readHeading(u"*成立日期（年/月/日）") == HeadingText{u"成立日期"_s, {}});
    CHECK(readHeading(u"负责人（党组织）") == HeadingText{u"负责人(党组织)"_s, {}});
    CHECK(readHeading(u"捐赠(单位/姓名）") == HeadingText{u"捐赠(单位/姓名)"_s, {}});
    CHECK(readHeading(u"ＰＯＳ单数：") == HeadingText{u"POS单数"_s, {}});
    CHECK(readHeading(u"（元）") == HeadingText{u"(元)"_s, {}});
}

TEST_CASE("The header of a notice stands below its titles on row 6")
{
    for (const QString &name :
         {u"01_wuhan_goods_received_6-2.xlsx"_s, u"01_wuhan_goods_received_6-2.csv"_s}) {
        const TableHeader header = headerOf(fixture(name));
        CHECK(header.firstRow == 6);
        CHECK(header.lastRow == 6);
        CHECK(headings(header) == QStringList{u"捐赠单位"_s, u"品名"_s, u"规格"_s, u"数量总计"_s});
        CHECK(header.titles.first() == u"武汉市红十字会接收社会捐赠物资公示第6期—2");
        CHECK(header.titles.size() == 3);
    }
    CHECK(headerOf(fixture(u"05_original_wuhan_goods_issued.xlsx"_s)).firstRow == 4);
}

TEST_CASE("Three levels of a header are joined, with merged cells")
{
    const TableHeader header = headerOf(fixture(u"07_wuhan_cash_summary_multiheader.xlsx"_s));
    CHECK(header.firstRow == 3);
    CHECK(header.lastRow == 5);
    CHECK(headings(header).join(u'\n') == cashHeadings.join(u'\n'));
    CHECK(header.columns[18].unit.isEmpty());
    CHECK(header.columns[19].unit == u"美元");
    CHECK(header.columns[5].lastLevel == u"金额");
    CHECK(header.columns[5].column == 5);
}

TEST_CASE("A unit above the header is no header")
{
    const TableHeader header = headerOf(fixture(u"09_hubei_donations_0122_0125.xlsx"_s));
    CHECK(header.firstRow == 3);
    CHECK(headings(header) ==
          QStringList{u"序号"_s, u"捐赠日期"_s, u"捐赠(单位/姓名)"_s, u"捐赠金额"_s, u"备注"_s});
    CHECK(header.columns[3].unit == u"元");
}

TEST_CASE("Three levels of a header are joined in CSV, which has no merged cells")
{
    const Folder folder;
    const TableHeader header = headerOf(csv(
        folder,
        u"收支情况,,,,,\n时间：1月24日,,,,,\n序号,日期,收到细目,,,实际数额\n,,现金,,银行,\n,,人数,金额,金额,累计\n1,43854,2,3,4,5\n"_s));
    CHECK(header.firstRow == 3);
    CHECK(header.lastRow == 5);
    CHECK(headings(header) == QStringList{u"序号"_s, u"日期"_s, u"收到细目/现金/人数"_s,
                                          u"收到细目/现金/金额"_s, u"收到细目/银行/金额"_s,
                                          u"实际数额/累计"_s});
}

TEST_CASE("Known headings decide which row is the header")
{
    const Folder folder;
    const QString path =
        csv(folder, u"填报单位,嘉善县民政局\n表一,社会组织\n单位名称,代码,住所\n甲协会,1,县城\n"_s);
    const TableHeader header = headerOf(path, {u"单位名称"_s, u"代码"_s});
    CHECK(header.firstRow == 3);
    CHECK(header.known == 2);
    CHECK(headings(header) == QStringList{u"单位名称"_s, u"代码"_s, u"住所"_s});
}

TEST_CASE("A sheet that has a header and no data yet is found too")
{
    const Folder folder;
    CHECK(headings(headerOf(csv(folder, u"名称,统一社会信用代码\n"_s))).size() == 2);
    CHECK(headings(headerOf(csv(folder, u"名称\n"_s))).size() == 1);
}

TEST_CASE("Totals, notes, signatures and repeated headers are no data")
{
    const Folder folder;
    const auto [rows, skipped] = dataOf(csv(
        folder,
        u"名称,代码,资金\n甲协会,1,10\n乙协会,,\n小计,,10\n名称,代码,资金\n丙协会,2,5\n丁,,\n戊协会,3,1\n合 计,,16\n注：以上数据截至年底,,\n制表人：张三,,审核人：李四\n示范县民政局,,\n2025年1月3日,,\n"_s));
    QStringList names;
    for (const Row &row : rows)
        names.append(row.at(0).text);
    CHECK(names == QStringList{u"甲协会"_s, u"乙协会"_s, u"丙协会"_s, u"丁"_s, u"戊协会"_s});
    REQUIRE(skipped.size() == 7);
    CHECK(skipped[0].role == RowRole::Total);
    CHECK(skipped[1].role == RowRole::RepeatedHeader);
    CHECK(skipped[1].row == 5);
    CHECK(skipped[2].role == RowRole::Total);
    CHECK(skipped[5].text == u"示范县民政局");
    CHECK(skipped[6].role == RowRole::Note);
}

TEST_CASE("A real notice gives its goods and nothing of its signature")
{
    const auto [rows, skipped] = dataOf(fixture(u"01_wuhan_goods_received_6-2.xlsx"_s));
    // By the published layout: data on rows 7 to 228.
    CHECK(rows.front().number == 7);
    CHECK(rows.back().number == 228);
    CHECK(rows.back().at(3).text.isEmpty() == false);
    // Row 159 repeats the header; its first cell was taken for a donor's name by whoever redacted the file.
    REQUIRE(skipped.size() == 4);
    CHECK(skipped[0].row == 159);
    CHECK(skipped[0].role == RowRole::RepeatedHeader);
    CHECK(skipped[3].text == u"2020年1月29日");

    const auto [cash, notes] = dataOf(fixture(u"07_wuhan_cash_summary_multiheader.xlsx"_s));
    CHECK(cash.size() == 10);
    CHECK(notes.size() == 2);

    const auto [gifts, totals] = dataOf(fixture(u"09_hubei_donations_0122_0125.xlsx"_s));
    CHECK(gifts.size() == 60);
    REQUIRE(totals.size() == 1);
    CHECK(totals[0].role == RowRole::Total);
}

TEST_CASE("Below a table of one or two columns totals, remarks, signatures and dates are no data either")
{
    const Folder folder;
    for (const QString &last :
         {u"合计"_s, u"合计：2家"_s, u"小计"_s, u"以上共2家"_s, u"注：以上为全部组织"_s, u"填表人：张三"_s,
          u"审核人：李四 填表人：王五"_s, u"2025年12月1日"_s, u"示范县民政局（盖章）"_s, u"第1页 共2页"_s}) {
        INFO(last.toStdString());
        const auto [rows, skipped] =
            dataOf(csv(folder, u"名称\n甲协会\n小计算机爱好者协会\n"_s + last + u'\n'));
        CHECK(rows.size() == 2);
        REQUIRE(skipped.size() == 1);
        CHECK(skipped.front().row == 4);
    }
    const auto [rows, skipped] =
        dataOf(csv(folder, u"名称,住所\n甲协会,一号\n填表人：张三,审核人：李四\n"_s));
    CHECK(rows.size() == 1);
    CHECK(skipped.size() == 1);
}

TEST_CASE("A row of units below the headings is a part of the header")
{
    const Folder folder;
    for (const QString &units : {u",,（万元）,（人）"_s, u",,万元,人"_s, u",,单位：万元,[人]"_s}) {
        INFO(units);
        const TableHeader header = headerOf(
            csv(folder, u"样例登记表\n名称,类型,注册资金,从业人数\n"_s + units + u"\n会1,社会团体,3,12\n"_s),
            {u"名称"_s, u"注册资金"_s});
        CHECK(header.unitRow == 3);
        CHECK(header.lastRow == 3);
        REQUIRE(header.columns.size() == 4);
        CHECK(header.columns[2].unit == u"万元");
        CHECK(header.columns[3].unit == u"人");
    }
    const TableHeader levels =
        headerOf(csv(folder, u"名称,会员,,资产\n,人数,次数,\n甲会,3,4,5\n"_s), {u"名称"_s});
    CHECK(levels.unitRow == 0);
    CHECK(headings(levels).contains(u"会员/人数"_s));
}

TEST_CASE("A heading may begin with 其中 and a colon")
{
    const Folder folder;
    for (const QString &heading : {u"其中：女"_s, u"其中:女"_s}) {
        const TableHeader header =
            headerOf(csv(folder, u"序号,名称,住所,"_s + heading + u",登记日期\n1,甲会,乙路,3,2021-03-05\n"_s),
                     {u"名称"_s});
        CHECK(header.firstRow == 1);
        CHECK(headings(header).contains(u"其中:女"_s));
    }
}
