// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/tabular/xlsxparts.h"
#include "tests/tabular/tablefiles.h"

#include <QStringConverter>

using namespace Qt::StringLiterals;
using namespace core;
using namespace tablefiles;

namespace {

std::vector<Row> rowsOf(const Parts &parts)
{
    const Folder folder;
    const QString path = folder.path(u"表.xlsx"_s);
    writeZip(path, parts);
    return readAll(path);
}

QByteArray stylesWith(const QByteArray &formats, const QByteArray &xfs)
{
    return "<styleSheet><numFmts>" + formats +
           "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + xfs +
           "</cellXfs></styleSheet>";
}

} // namespace

TEST_CASE("Every kind of cell is read as what it is")
{
    const auto rows = rowsOf(workbook(
        "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\"><v>330421199001011234</v></c>"
        "<c r=\"C3\" t=\"inlineStr\"><is><t>a_x000D_b</t></is></c><c r=\"D3\" t=\"b\"><v>1</v></c>"
        "<c r=\"E3\" t=\"e\"><v>#N/A</v></c><c r=\"F3\" t=\"str\"><f>A1</f><v>甲</v></c>"
        "<c r=\"G3\" t=\"d\"><v>2021-03-05T00:00:00</v></c><c r=\"H3\"><v>1.5E3</v></c><c r=\"AB3\"/></row>",
        {}, {},
        "<sst><si><t>x</t></si><si><r><t>第一</t></r><r><t>批</t></r><rPh><t>di</t></rPh></si></sst>"));
    REQUIRE(rows.size() == 1);
    const Row &row = rows[0];
    CHECK(row.number == 3);
    CHECK(row.cells.size() == 8);
    CHECK(row.at(0) == Cell::fromText(u"第一批"_s));
    CHECK(row.at(1).text == u"330421199001011234");
    CHECK(row.at(1).value() == u"330421199001011234");
    CHECK(row.at(1).integer);
    CHECK(row.at(1).mayHaveLostDigits());
    CHECK(row.at(2).text == u"a\rb");
    CHECK(row.at(3) == Cell::fromYesNo(true));
    CHECK(row.at(4).kind == Cell::Kind::Error);
    CHECK(row.at(5).text == u"甲");
    CHECK(row.at(6).date == QDate(2021, 3, 5));
    CHECK(row.at(7).value() == u"1500");
    CHECK(row.at(7).integer);
}

TEST_CASE("What a number format shows follows the built-in list and the letters of the format")
{
    for (const int id : {14, 17, 22, 27, 31, 36, 50, 54, 57, 58})
        CHECK(numberFormat(id, {}) == NumberFormat::Date);
    for (const int id : {18, 21, 32, 35, 55, 56})
        CHECK(numberFormat(id, {}) == NumberFormat::Time);
    for (const int id : {45, 46, 47})
        CHECK(numberFormat(id, {}) == NumberFormat::Duration);
    for (const int id : {0, 1, 4, 11, 13, 23, 26, 37, 44, 48, 49, 59, 164})
        CHECK(numberFormat(id, {}) == NumberFormat::Number);
    for (const int id : {9, 10})
        CHECK(numberFormat(id, {}) == NumberFormat::Percent);
    for (const char16_t *code : {u"0.0%", u"0%;[Red]-0%", u"#,##0.00%_)"})
        CHECK(numberFormat(164, QStringView(code)) == NumberFormat::Percent);
    CHECK(numberFormat(164, u"0\"%\"") == NumberFormat::Number);
    for (const char16_t *code :
         {u"yyyy/m/d;@", u"yyyy\"年\"m\"月\"d\"日\"", u"[$-804]yyyy-mm-dd", u"[DBNum1][$-804]m\"月\"d\"日\"",
          u"D/M/YY", u"yyyy-mm-dd hh:mm:ss", u"e\"年\"m\"月\"", u"[$-804]aaaa",
          u"[$-F800]dddd\\,\\ mmmm\\ dd", u"d [h]:mm"})
        CHECK(numberFormat(164, QStringView(code)) == NumberFormat::Date);
    for (const char16_t *code :
         {u"h:mm", u"hh:mm:ss", u"上午/下午h\"时\"mm\"分\"", u"h:mm AM/PM", u"[$-409]h:mm a/p;@"})
        CHECK(numberFormat(164, QStringView(code)) == NumberFormat::Time);
    for (const char16_t *code :
         {u"[h]:mm", u"[HH]:mm:ss;@", u"[m]", u"[ss].00", u"mm:ss", u"mm:ss.0", u"[h]\"小时\"mm\"分\""})
        CHECK(numberFormat(164, QStringView(code)) == NumberFormat::Duration);
    for (const char16_t *code :
         {u"0.00_);[Red]\\(0.00\\)", u"#,##0\"yd\"", u"General", u"GENERAL\"元\"", u"0\\m", u"@", u"[Red]0",
          u"0_d", u"0;yyyy", u"0.00E+00", u"##0.0e-0", u"[hm]0", u"[$h-804]0", u"\"h", u"[h"})
        CHECK(numberFormat(164, QStringView(code)) == NumberFormat::Number);
}

TEST_CASE("A number shown as per cent is read as it is shown")
{
    for (const auto &[number, shown] : {std::pair(u"0.55000000000000004", u"55%"),
                                        {u"0.505", u"50.5%"},
                                        {u"1", u"100%"},
                                        {u"0", u"0%"},
                                        {u"-0.05", u"-5%"},
                                        {u"1E-4", u"0.01%"}}) {
        Cell cell = Cell::fromNumber(QStringView(number).toString());
        cell.percent = true;
        CHECK(cell.value() == QStringView(shown));
    }
}

TEST_CASE("Dates count from 1900 or from 1904, as the workbook says")
{
    const QByteArray cells = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>59</v></c><c r=\"B1\" s=\"1\"><v>60</v></c>"
                             "<c r=\"C1\" s=\"1\"><v>61</v></c><c r=\"D1\" s=\"1\"><v>42398.75</v></c><c "
                             "r=\"E1\" s=\"1\"><v>0.5</v></c>"
                             "<c r=\"F1\" s=\"0\"><v>42398</v></c></row>";
    const QByteArray styles = stylesWith("<numFmt numFmtId=\"170\" formatCode=\"yyyy-mm-dd\"/>",
                                         "<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/>");
    const Row early = rowsOf(workbook(cells, {}, styles)).at(0);
    // Known pairs: Excel shows 59 as 1900-02-28, 61 as 1900-03-01, and 60 as a day that never was.
    CHECK(early.at(0).date == QDate(1900, 2, 28));
    CHECK(early.at(1).kind == Cell::Kind::Number);
    CHECK(early.at(1).dateFormat);
    CHECK(early.at(2).date == QDate(1900, 3, 1));
    CHECK(early.at(3).date == QDate(2016, 1, 29));
    CHECK(early.at(5).kind == Cell::Kind::Number);
    CHECK_FALSE(early.at(5).dateFormat);
    const Row late = rowsOf(workbook(cells, {}, styles, {}, "<workbookPr date1904=\"1\"/>")).at(0);
    CHECK(late.at(3).date == QDate(2020, 1, 30));
    CHECK(early.at(5).asDate().date == QDate(2016, 1, 29));
    CHECK(late.at(5).asDate(DateSystem::From1904).date == QDate(2020, 1, 30));
}

TEST_CASE("Rows and cells without a reference follow each other")
{
    const auto rows =
        rowsOf(workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>3</v></c></row>"));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].at(1).text == u"2");
    CHECK(rows[1].number == 3);
    CHECK(rows[1].at(0).isEmpty());
    CHECK(rows[1].at(1).text == u"3");
}

TEST_CASE("Names with a namespace prefix are read like those without")
{
    Parts parts = workbook({});
    parts[3].second =
        "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData>"
        "<x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row></x:sheetData>"
        "<x:mergeCells><x:mergeCell ref=\"A1:B2\"/></x:mergeCells></x:worksheet>";
    const Folder folder;
    writeZip(folder.path(u"a.xlsx"_s), parts);
    auto reader = openTable(folder.path(u"a.xlsx"_s));
    REQUIRE(reader);
    CHECK((*reader)->merges() == std::vector<CellRange>{{1, 2, 0, 1}});
    Row row;
    REQUIRE(*(*reader)->nextRow(row));
    CHECK(row.at(0).text == u"7");
}

TEST_CASE("Rows are read alike wherever the pieces they come in are cut")
{
    // Pieces end after every 64 kB: with 2,000 rows of many lengths every part of a row is cut once. One row
    // is longer than several pieces; texts look like the ends of rows.
    const QString lookAlike = u"<row r=\"9\"></row></sheetData>"_s;
    QByteArray data;
    QStringList texts;
    for (int row = 1; row <= 2'000; ++row) {
        texts.append(lookAlike + QString(row % 97, u'字') + QString::number(row));
        const QByteArray number = QByteArray::number(row * 2);
        data += "<row r=\"" + number + "\" spans=\"1:2\"><c r=\"A" + number + "\" t=\"inlineStr\"><is><t>" +
                texts.last().toHtmlEscaped().toUtf8() + "</t></is></c>";
        for (int column = 1; row == 1'000 && column < 1'000; ++column)
            data += "<c t=\"inlineStr\"><is><t>" + QByteArray(300, 'x') + "</t></is></c>";
        data += "</row>\n<row r=\"" + QByteArray::number(row * 2 + 1) + "\" ht=\"15\"/>";
    }
    const auto rows = rowsOf(workbook(data, "<rowBreaks><brk id=\"1\"/></rowBreaks>"));
    REQUIRE(rows.size() == size_t(texts.size()));
    for (size_t i = 0; i < rows.size(); ++i) {
        REQUIRE(rows[i].number == int(i + 1) * 2);
        REQUIRE(rows[i].at(0).text == texts[qsizetype(i)]);
    }
    CHECK(rows[999].cells.size() == 1'000);
}

TEST_CASE("Shared strings are numbered alike wherever the pieces they come in are cut")
{
    QByteArray strings = "<sst>";
    QByteArray data;
    for (int i = 0; i < 5'000; ++i) {
        strings +=
            i % 7 == 0 ? "<si/>" : "<si><t>" + QByteArray(i % 131, 'a') + QByteArray::number(i) + "</t></si>";
        data += "<row><c t=\"s\"><v>" + QByteArray::number(i) + "</v></c></row>";
    }
    const auto rows = rowsOf(workbook(data, {}, {}, strings + "</sst>"));
    REQUIRE(rows.size() == 5'000 - 715);
    for (const Row &row : rows) {
        const int i = row.number - 1;
        REQUIRE(row.at(0).text == QString(i % 131, u'a') + QString::number(i));
    }
}

TEST_CASE("XML in UTF-16 or GB18030 is read, XML in another encoding is refused and not guessed")
{
    const Parts utf8 = workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", {}, {},
                                "<sst><si><t>养老服务中心</t></si></sst>");
    for (const bool mark : {true, false}) {
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            Parts parts = utf8;
            QStringEncoder encoder(encoding,
                                   mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            for (size_t i : {size_t(3), size_t(4)})
                parts[i].second = encoder.encode(QString::fromUtf8(utf8[i].second));
            const auto rows = rowsOf(parts);
            REQUIRE(rows.size() == 1);
            CHECK(rows[0].at(0).text == u"养老服务中心");
        }
    }
    const Folder folder;
    Parts parts = utf8;
    for (const QByteArray &name : {QByteArray("GB2312"), QByteArray("gbk"), QByteArray("GB18030")}) {
        parts[4].second =
            "<?xml version=\"1.0\" encoding='" + name + "'?><sst><si><t>\xD1\xF8\xC0\xCF</t></si></sst>";
        CHECK(rowsOf(parts).at(0).at(0).text == u"养老");
    }
    for (const QByteArray &head : {QByteArray("<?xml version=\"1.0\" encoding=\"Big5\"?>"), QByteArray()}) {
        parts[4].second = head + "<sst><si><t>\xD1\xF8\xC0\xCF</t></si></sst>";
        writeZip(folder.path(u"a.xlsx"_s), parts);
        CHECK(refusal(folder.path(u"a.xlsx"_s)).contains(u"损坏"));
    }
}

TEST_CASE("Looking ahead takes nothing away")
{
    const Folder folder;
    writeZip(
        folder.path(u"a.xlsx"_s),
        workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>",
                 "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"));
    auto reader = openTable(folder.path(u"a.xlsx"_s));
    REQUIRE(reader);
    (*reader)->resolveMerges(0, {1});
    const auto ahead = (*reader)->peek(30);
    REQUIRE(ahead);
    REQUIRE(ahead->size() == 2);
    CHECK((*ahead)[1].at(0).isEmpty());
    Row row;
    REQUIRE(*(*reader)->nextRow(row));
    REQUIRE(*(*reader)->nextRow(row));
    CHECK(row.at(0).text == u"1");
    CHECK(row.at(1).text == u"2");
    CHECK_FALSE(*(*reader)->nextRow(row));
    REQUIRE((*reader)->selectSheet(0));
    REQUIRE(*(*reader)->nextRow(row));
    CHECK(row.at(0).text == u"1");
}

TEST_CASE("A number is read with the unit and the zeros that its format shows")
{
    const QByteArray cells =
        "<row r=\"1\" ht=\"0\"><c r=\"A1\" s=\"1\"><v>3</v></c><c r=\"B1\" s=\"2\"><v>3</v></c>"
        "<c r=\"C1\" s=\"3\"><v>30000</v></c><c r=\"D1\" s=\"4\"><v>14100</v></c>"
        "<c r=\"E1\" s=\"5\"><v>3000</v></c></row>";
    const QByteArray styles =
        stylesWith("<numFmt numFmtId=\"170\" formatCode=\"0&quot;万元&quot;\"/>"
                   "<numFmt numFmtId=\"171\" formatCode=\"0.00\\万\"/>"
                   "<numFmt numFmtId=\"172\" formatCode=\"0!.0,&quot;万元&quot;\"/>"
                   "<numFmt numFmtId=\"173\" formatCode=\"000000\"/>"
                   "<numFmt numFmtId=\"174\" formatCode=\"#,##0&quot;元&quot;\"/>",
                   "<xf/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"172\"/>"
                   "<xf numFmtId=\"173\"/><xf numFmtId=\"174\"/>");
    const Row row = rowsOf(workbook(cells, {}, styles)).at(0);
    CHECK(row.at(0).value() == u"3万元");
    CHECK(row.at(1).value() == u"3万");
    CHECK(row.at(2).value() == u"30000");
    CHECK(row.at(3).value() == u"014100");
    CHECK(row.at(4).value() == u"3000");
    CHECK(row.hidden);
}

TEST_CASE("The unit of a format counts where the number itself is shown, and nowhere else")
{
    const auto unitOf = [](QStringView code) {
        return multipleText(cellFormat(164, code).multiple).toString();
    };
    for (const auto &[code, unit] : {std::pair(u"0\"千元\"", u"千元"),
                                     {u"#,##0.00\"亿元\"_ ", u"亿元"},
                                     {u"General\"万元\"", u"万元"},
                                     {u"0\\万\\元", u"万元"},
                                     {u"0万元", u"万元"},
                                     {u"[Red]0.0\"万人\";-0", u"万"},
                                     {u"0!万!元;@", u"万元"}})
        CHECK(unitOf(QStringView(code)) == QStringView(unit));
    for (const char16_t *code : {u"0.0,\"万元\"", u"0!.0000\"万元\"", u"0\".\"0,\"万元\"", u"0\"千克\"",
                                 u"0\"万\"0\"千\"", u"\"万元\"0", u"0.00", u"0\"元\"", u"0%\"万\""})
        CHECK(unitOf(QStringView(code)).isEmpty());
    CHECK(cellFormat(164, u"[Red]000000_ ").zeros == 6);
    CHECK(cellFormat(164, u"0000.0").zeros == 0);
    CHECK(cellFormat(1, {}).zeros == 0);
}

TEST_CASE("Columns that a sheet does not show are known")
{
    const Folder folder;
    const QString path = folder.path(u"表.xlsx"_s);
    writeZip(path,
             workbook("<row r=\"1\"><c r=\"A1\"><v>3</v></c></row>",
                      "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\" width=\"0\"/>"
                      "<col min=\"6\" max=\"6\" width=\"9.5\"/></cols>"));
    const auto reader = openTable(path);
    REQUIRE(reader);
    QList<bool> hidden;
    for (int column = 0; column < 6; ++column)
        hidden.append((*reader)->isHiddenColumn(column));
    CHECK(hidden == QList<bool>{false, true, true, false, true, false});
}
