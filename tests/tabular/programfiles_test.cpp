// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/tabular/duration.h"
#include "tests/tabular/tablefiles.h"

using namespace Qt::StringLiterals;
using namespace core;
using namespace tablefiles;

// The files are described in tests/fixtures/tabular/SOURCES.md; each says in its name what is unusual in it.

namespace {

QString program(const QString &name)
{
    return fixture(u"programs/"_s + name);
}

/// Reads a sheet of \a sheetData with the shared strings 甲 and an empty one.
struct Sheet
{
    explicit Sheet(const QByteArray &sheetData)
    {
        const Folder folder;
        const QString path = folder.path(u"表.xlsx"_s);
        writeZip(path, workbook(sheetData, {}, {}, "<sst><si><t>甲</t></si><si/></sst>"));
        rows = readAll(path);
        remarks = remarksOn(path);
    }
    std::vector<Row> rows;
    QStringList remarks;
};

} // namespace

TEST_CASE("What programs other than Excel put together is read as the same two rows")
{
    for (const QString &name : {u"00_plain.xlsx"_s,
                                u"01_empty_shared_selfclosed.xlsx"_s,
                                u"03_backslash_names.xlsx"_s,
                                u"05_percent_rel_target.xlsx"_s,
                                u"05b_percent_rel_and_zip_name.xlsx"_s,
                                u"06_absolute_rels.xlsx"_s,
                                u"07_leading_slash_zip_names.xlsx"_s,
                                u"08_data_descriptor.xlsx"_s,
                                u"09_zip64.xlsx"_s,
                                u"10_stored.xlsx"_s,
                                u"13_row_order.xlsx"_s,
                                u"15_bad_cell_ref.xlsx"_s,
                                u"17_other_element_in_sheetData.xlsx"_s,
                                u"18_comment_and_spaces_in_sheetData.xlsx"_s,
                                u"19_strict.xlsx"_s,
                                u"20_utf16_sheet.xlsx"_s,
                                u"21_gbk_sheet.xlsx"_s,
                                u"22_no_content_types.xlsx"_s,
                                u"23_AlternateContent_sheets.xlsx"_s,
                                u"24_chinese_zip_names_gbk.xlsx"_s,
                                u"25_formula_string_blank.xlsx"_s,
                                u"26_no_r_attributes.xlsx"_s,
                                u"27_dollar_ref_lowercase.xlsx"_s,
                                u"30_number_with_text.xlsx"_s,
                                u"51_formula_never_calculated.xlsx"_s}) {
        INFO(name.toStdString());
        const auto rows = readAll(program(name));
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].number == 1);
        CHECK(rows[0].at(0).text == u"名称");
        CHECK(rows[0].at(1).text == u"统一社会信用代码");
        CHECK(rows[0].at(2).text == u"成立日期");
        CHECK(rows[1].number == 2);
        CHECK(rows[1].at(0).text == u"甲县示例志愿者协会");
        CHECK(rows[1].at(1).text == u"51000000MJ0000001A");
        CHECK(rows[1].at(2).asDate().date == QDate(2021, 1, 1));
        CHECK(rows[1].at(3).isEmpty());
        const bool mayRemark = name.startsWith(u"15_"_s) || name.startsWith(u"51_"_s);
        CHECK(remarksOn(program(name)).isEmpty() != mayRemark);
    }
    const auto runs = readAll(program(u"11_no_styles_no_shared.xlsx"_s));
    REQUIRE(runs.size() == 2);
    CHECK(runs[1].at(0).text == u"甲县 协会");
    const Row formulas = readAll(program(u"25_formula_string_blank.xlsx"_s)).at(1);
    CHECK(formulas.at(4).kind == Cell::Kind::Error);
    CHECK(formulas.at(4).text == u"#DIV/0!");
    CHECK(formulas.at(5) == Cell::fromYesNo(true));
}

TEST_CASE("A text cell without a text is empty and costs nothing else")
{
    const Sheet sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"/><c r=\"B1\" t=\"s\"><v></v></c>"
                      "<c r=\"C1\" t=\"s\"><v>  </v></c><c r=\"D1\" t=\"s\"><v> 0 </v></c>"
                      "<c r=\"E1\" t=\"s\"><v>1</v></c><c r=\"F1\" t=\"b\"><v> </v></c>"
                      "<c r=\"G1\"><v>\n7\n</v></c><c r=\"H1\" t=\"e\"><v> </v></c></row>");
    REQUIRE(sheet.rows.size() == 1);
    for (const int column : {0, 1, 2, 4, 5, 7})
        CHECK(sheet.rows[0].at(column).isEmpty());
    CHECK(sheet.rows[0].at(3).text == u"甲");
    CHECK(sheet.rows[0].at(6) == Cell::fromNumber(u"7"_s));
    CHECK(sheet.remarks.isEmpty());
}

TEST_CASE("A text that is not in the table of texts costs its cell, which is named")
{
    const auto rows = readAll(program(u"28_shared_index_out_of_range.xlsx"_s));
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].at(0).text == u"甲县示例志愿者协会");
    CHECK(rows[1].at(1).isEmpty());
    CHECK(rows[1].at(2).date == QDate(2021, 1, 1));
    const QStringList remarks = remarksOn(program(u"28_shared_index_out_of_range.xlsx"_s));
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].startsWith(u"2: 单元格 B2 "_s));
    const Sheet sheet(
        "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>-1</v></c><c r=\"B3\" t=\"s\"><v>x</v></c>"
        "<c r=\"C3\" t=\"s\"><v>99999999999999999999</v></c><c r=\"D3\" t=\"s\"><v>0</v></c></row>");
    REQUIRE(sheet.rows.size() == 1);
    CHECK(sheet.rows[0].at(3).text == u"甲");
    CHECK(sheet.remarks.size() == 3);
}

TEST_CASE("Parts are found whatever slashes and percent signs stand in their addresses")
{
    const Parts plain = workbook("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>");
    const auto firstCell = [&](const QByteArray &target, const QByteArray &part) {
        Parts parts = plain;
        parts[2].second.replace("worksheets/sheet1.xml", target);
        parts[3].first = part;
        const Folder folder;
        const QString path = folder.path(u"a.xlsx"_s);
        writeZip(path, parts);
        return readAll(path).at(0).at(0).text;
    };
    CHECK(firstCell("worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml") == u"7");
    CHECK(firstCell("\\xl\\worksheets\\sheet1.xml", "xl\\worksheets\\sheet1.xml") == u"7");
    CHECK(firstCell("./worksheets//a%20b.xml", "/xl/worksheets/a b.xml") == u"7");
    CHECK(firstCell("worksheets/50%.xml", "xl/worksheets/50%.xml") == u"7");
    CHECK(firstCell("xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml") == u"7");
    CHECK(firstCell("../../xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml") == u"7");
}

TEST_CASE("Pieces of a row are put together, and rows stand in their order")
{
    const auto pieces = readAll(program(u"12_repeated_row_number.xlsx"_s));
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0].at(0).text == u"名称");
    CHECK(pieces[0].at(1).text == u"统一社会信用代码");
    CHECK(pieces[1].number == 2);

    // More rows than come in one piece, in reverse.
    QByteArray reversed;
    for (int row = 9'000; row >= 1; --row) {
        const QByteArray number = QByteArray::number(row);
        reversed += "<row\n spans='1:1' r = '" + number + "'><c r=\"A" + number + "\"><v>" + number +
                    "</v></c></row>";
    }
    const Sheet sheet(reversed);
    REQUIRE(sheet.rows.size() == 9'000);
    for (size_t i = 0; i < sheet.rows.size(); ++i) {
        REQUIRE(sheet.rows[i].number == int(i) + 1);
        REQUIRE(sheet.rows[i].at(0).text == QString::number(i + 1));
    }
    CHECK(sheet.remarks.isEmpty());
}

TEST_CASE("A row number or a cell that stands twice with different values is told")
{
    const Sheet rows("<row r=\"1\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>"
                     "<row r=\"x\"><c><v>3</v></c></row>");
    REQUIRE(rows.rows.size() == 3);
    CHECK(rows.rows[0].at(0).text == u"1");
    CHECK(rows.rows[1].at(0).text == u"2");
    CHECK(rows.rows[1].number == 1);
    CHECK(rows.rows[2].number == 2);
    REQUIRE(rows.remarks.size() == 1);
    CHECK(rows.remarks[0].startsWith(u"1: "_s));

    const Sheet cells("<row r=\"4\"><c r=\"B4\"><v>1</v></c><c r=\"B4\"><v>2</v></c><c r=\"B4\"/></row>"
                      "<row r=\"5\"><c r=\"B5\"><v>1</v></c><c r=\"B5\"><v>1</v></c></row>");
    CHECK(cells.rows[0].at(1).text == u"2");
    REQUIRE(cells.remarks.size() == 1);
    CHECK(cells.remarks[0].startsWith(u"4: 单元格 B4 "_s));
}

TEST_CASE("A large sheet out of order is refused with advice and not kept in memory")
{
    ReadLimits limits;
    limits.maxUnorderedCells = 3;
    const Folder folder;
    const QString path = folder.path(u"a.xlsx"_s);
    const QByteArray cells = "<c><v>1</v></c><c><v>1</v></c></row>";
    writeZip(path, workbook("<row r=\"2\">" + cells + "<row r=\"1\">" + cells));
    CHECK(refusal(path, limits).contains(u"另存"));
    writeZip(folder.path(u"b.xlsx"_s), workbook("<row r=\"1\">" + cells + "<row r=\"2\">" + cells));
    CHECK(refusal(folder.path(u"b.xlsx"_s), limits).isEmpty());
}

TEST_CASE("Cells that say no column stand behind each other, which is told once")
{
    const Sheet sheet(
        "<row r=\"1\"><c r=\"1\"><v>1</v></c><c r=\"R1C2\"><v>2</v></c><c r=\"\"><v>3</v></c></row>"
        "<row r=\"2\"><c r=\"$A$2\"><v>4</v></c><c r=\"?\"><v>5</v></c></row>");
    REQUIRE(sheet.rows.size() == 2);
    for (int column = 0; column < 3; ++column)
        CHECK(sheet.rows[0].at(column).text == QString::number(column + 1));
    CHECK(sheet.rows[1].at(0).text == u"4");
    CHECK(sheet.rows[1].at(1).text == u"5");
    REQUIRE(sheet.remarks.size() == 1);
    CHECK(sheet.remarks[0].startsWith(u"1: "_s));
}

TEST_CASE("What is no row among the rows is passed over, and told when it holds something")
{
    const QByteArray row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    const Sheet empty("<autoFilter ref=\"A1\"/>" + row + "<x:y xmlns:x=\"u\"/>");
    CHECK(empty.rows.size() == 1);
    CHECK(empty.remarks.isEmpty());
    const Sheet full(row + "<block><c r=\"A2\"><v>2</v></c></block><row r=\"2\"><c><v>3</v></c></row>");
    REQUIRE(full.rows.size() == 2);
    CHECK(full.rows[1].at(0).text == u"3");
    CHECK(full.remarks.size() == 1);
}

TEST_CASE("A formula that was never calculated is told with its cell")
{
    const QStringList remarks = remarksOn(program(u"51_formula_never_calculated.xlsx"_s));
    REQUIRE(remarks.size() == 2);
    CHECK(remarks[0].startsWith(u"2: 单元格 D2 的公式"_s));
    CHECK(remarks[1].startsWith(u"2: 单元格 E2 的公式"_s));
    CHECK(remarks[0].contains(u"保存一次"));
    // A text without characters is a result, and so is 0.
    const Sheet sheet(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>B1</f><v></v></c><c r=\"B1\"><f>1-1</f><v>0</v></c>"
        "<c r=\"C1\"><f>1+1</f><v></v></c></row>");
    REQUIRE(sheet.remarks.size() == 1);
    CHECK(sheet.remarks[0].contains(u"C1"));
}

TEST_CASE("A text that was guarded as a formula is read bare")
{
    const auto rows = readAll(program(u"45_csv_formula_code.csv"_s));
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].at(0).text == u"甲县示例协会");
    CHECK(rows[1].at(1).text == u"51000000MJ0000001A");
    CHECK(rows[1].at(2).text == u"0551-0000000");
    const Folder folder;
    const auto cells = readAll(folder.write(
        u"a.csv"_s,
        "=\"007\",\"=\"\"008\"\"\",=\"甲,乙\",=\"a\"\"b\",=\"a\"&\"b\",=1+1,\"'=\"\"x\"\"\",=\"\",=\n"));
    REQUIRE(cells.size() == 1);
    const QStringList expected{u"007"_s,  u"008"_s,    u"甲,乙"_s, u"a\"b"_s, u"=\"a\"&\"b\""_s,
                               u"=1+1"_s, u"=\"x\""_s, u""_s,      u"="_s};
    for (int column = 0; column < expected.size(); ++column)
        CHECK(cells[0].at(column).text == expected[column]);
}

TEST_CASE("Texts with tabs, marks and other delimiters are read as they were")
{
    for (const QString &name : {u"43_tab_text.xls"_s, u"44_utf16_tab_text.xls"_s}) {
        const auto rows = readAll(program(name));
        REQUIRE(rows.size() == 2);
        CHECK(rows[1].at(1).text == u"51000000MJ0000001A");
        CHECK(rows[1].at(2).asDate().date == QDate(2021, 1, 1));
    }
    const auto guarded = readAll(program(u"46_csv_tab_guard.csv"_s));
    CHECK(guarded.at(1).at(1).cleaned() == u"51000000MJ0000001A");
    CHECK(guarded.at(1).at(2).cleaned() == u"13800000000");
    const auto piped = readAll(program(u"47_pipe.csv"_s));
    REQUIRE(piped.size() == 2);
    const QStringList cells{u"名称"_s,         u"统一社会信用代码"_s,   u"电话"_s,
                            u"甲县示例协会"_s, u"51000000MJ0000001A"_s, u"0551"_s};
    for (int at = 0; at < cells.size(); ++at)
        CHECK(piped[size_t(at / 3)].at(at % 3).text == cells[at]);
    CHECK(piped[0].cells.size() == 3);
    CHECK(piped[1].cells.size() == 3);
    // A stroke within the texts of a table that is divided otherwise divides nothing.
    const Folder folder;
    CHECK(readAll(folder.write(u"a.csv"_s, "a|b,c\nd|e,f\n")).at(1).at(0).text == u"d|e");
}

TEST_CASE("A text with NUL bytes is refused, UTF-16 without a mark is not")
{
    const Folder folder;
    const auto sentence = [&](const QByteArray &bytes) { return refusal(folder.write(u"a.csv"_s, bytes)); };
    const QByteArray zero(1, '\0');
    const QByteArray line = "name,code\r\nabcdef,51000000" + zero + zero + "\r\n";
    for (const QByteArray &bytes :
         {line, line.repeated(100), QByteArray("名称,代码\r\n甲县,5" + zero + "1\r\n").repeated(8),
          QByteArray("\xC3\xFB\xB3\xC6,1" + zero + "\r\n").repeated(10),
          QByteArray("\xBC\xD7\xCF\xD8\xCA\xBE\xC0\xFD,1" + zero + "2\r\n").repeated(10)})
        CHECK(sentence(bytes).contains(u"空字节"));
    const QString text = u"名称,代码\r\n甲县示例协会,51000000MJ0000001A\r\n"_s;
    const QByteArray utf16(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    CHECK(readAll(folder.write(u"b.csv"_s, utf16)).at(1).at(0).text == u"甲县示例协会");
    const QString latin = u"name,code\r\nabc,51000000MJ0000001A\r\n"_s;
    const QByteArray wide(reinterpret_cast<const char *>(latin.utf16()), latin.size() * 2);
    CHECK(readAll(folder.write(u"c.csv"_s, wide)).at(1).at(0).text == u"abc");
}

TEST_CASE("Other spreadsheet formats say what they are and how to save them anew")
{
    const Folder folder;
    CHECK(refusal(program(u"40_biff2_raw.xls"_s)).contains(u"旧版 Excel"));
    for (const QByteArray &record : {QByteArray("\x09\x02\x06\x00", 4), QByteArray("\x09\x04\x06\x00", 4),
                                     QByteArray("\x09\x08\x08\x00", 4)})
        CHECK(refusal(folder.write(u"a.xls"_s, record + QByteArray(40, '\0'))).contains(u"旧版 Excel"));
    CHECK(refusal(program(u"41_html_table.xls"_s)).contains(u"网页"));
    CHECK(refusal(program(u"42_xmlss.xls"_s)).contains(u"XML"));

    const QByteArray ole2 = QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(2000, '\0');
    CHECK(refusal(folder.write(u"名册.et"_s, ole2)).contains(u"WPS 表格格式（.et）"));
    CHECK(refusal(folder.write(u"名册.xls"_s, ole2)).contains(u"旧版 Excel"));

    Parts binary = workbook({});
    binary[0].second.replace("xl/workbook.xml", "xl/workbook.bin");
    binary[1].first = "xl/workbook.bin";
    writeZip(folder.path(u"a.xlsb"_s), binary);
    CHECK(refusal(folder.path(u"a.xlsb"_s)).contains(u".xlsb"));

    const QByteArray type = "application/vnd.oasis.opendocument.";
    writeZip(folder.path(u"a.ods"_s), {{"mimetype", type + "spreadsheet"}, {"content.xml", "<x/>"}});
    CHECK(refusal(folder.path(u"a.ods"_s)).contains(u".ods"));
    writeZip(folder.path(u"a.odt"_s), {{"mimetype", type + "text"}, {"content.xml", "<x/>"}});
    CHECK(refusal(folder.path(u"a.odt"_s)).contains(u"没有 Excel 工作表"));

    const QByteArray owner = "\x05"
                             "clerk" +
                             QByteArray(159, ' ');
    CHECK(refusal(folder.write(u"~$名册.xlsx"_s, owner)).contains(u"正在 WPS 或 Excel 中打开"));
    CHECK(refusal(folder.write(u".~名册.xlsx"_s, owner)).contains(u"正在 WPS 或 Excel 中打开"));
    writeZip(folder.path(u"~$表.xlsx"_s), workbook("<row r=\"1\"><c><v>1</v></c></row>"));
    CHECK(refusal(folder.path(u"~$表.xlsx"_s)).isEmpty());
}

TEST_CASE("Times of day and durations are what their formats show, and never dates of 1900")
{
    const Row row = readAll(program(u"16_times_and_durations.xlsx"_s)).at(1);
    using Kind = Cell::Kind;
    const auto is = [&](int column, Kind kind, const QString &value) {
        INFO(columnName(column).toStdString() << ": " << row.at(column).value().toStdString());
        return row.at(column).kind == kind && row.at(column).value() == value;
    };
    CHECK(is(1, Kind::Time, u"09:30"_s));
    CHECK(is(2, Kind::Duration, u"36:00"_s));
    CHECK(is(3, Kind::Duration, u"294:00"_s));
    CHECK(row.at(3).seconds() == 294 * 3600);
    CHECK(is(4, Kind::Duration, u"0:30"_s));
    CHECK(is(5, Kind::Date, u"2022-01-01"_s));
    for (const int column : {6, 7, 8, 12, 13})
        CHECK(is(column, Kind::Date, u"2021-12-31"_s));
    CHECK(is(9, Kind::Time, u"15:00"_s));
    CHECK(is(10, Kind::Number, u"12.5"_s));
    CHECK(is(11, Kind::Number, u"-3"_s));
    CHECK(is(14, Kind::Time, u"09:00"_s));
    CHECK(is(15, Kind::Duration, u"18:00"_s));
    for (const int column : {1, 2, 3, 4, 9, 14, 15})
        CHECK(row.at(column).asDate().kind == DateReading::Kind::Unreadable);
}

TEST_CASE("Times and durations written in ISO 8601 or by built-in formats are read as such")
{
    const Folder folder;
    const QString path = folder.path(u"a.xlsx"_s);
    // Styles: 0 general, 1 a date, 2 [h]:mm (46), 3 h:mm (20), 4 mm:ss (45).
    writeZip(path,
             workbook("<row r=\"1\"><c t=\"d\"><v>PT48H</v></c><c t=\"d\"><v>P1DT2H30M15S</v></c>"
                      "<c t=\"d\"><v>09:30:00</v></c><c t=\"d\" s=\"3\"><v>1899-12-31T09:30:00Z</v></c>"
                      "<c t=\"d\" s=\"2\"><v>1900-01-12T06:00:00</v></c><c t=\"d\" "
                      "s=\"1\"><v>2021-12-31T23:59:59.999</v></c>"
                      "<c s=\"2\"><v>12.25</v></c><c s=\"3\"><v>12.25</v></c><c s=\"4\"><v>0.0625</v></c>"
                      "<c s=\"1\"><v>0.75</v></c><c s=\"2\"><v>-0.0625</v></c><c s=\"3\"><v>0</v></c>"
                      "<c><v>44561.9999999962</v></c><c t=\"d\"><v>soon</v></c></row>",
                      {},
                      "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"46\"/>"
                      "<xf numFmtId=\"20\"/><xf numFmtId=\"45\"/></cellXfs></styleSheet>"));
    const Row row = readAll(path).at(0);
    using Kind = Cell::Kind;
    const std::vector<std::pair<Kind, QString>> expected{{Kind::Duration, u"48:00"_s},
                                                         {Kind::Duration, u"26:30:15"_s},
                                                         {Kind::Time, u"09:30"_s},
                                                         {Kind::Time, u"09:30"_s},
                                                         {Kind::Duration, u"294:00"_s},
                                                         {Kind::Date, u"2022-01-01"_s},
                                                         {Kind::Duration, u"294:00"_s},
                                                         {Kind::Duration, u"294:00"_s},
                                                         {Kind::Duration, u"1:30"_s},
                                                         {Kind::Time, u"18:00"_s},
                                                         {Kind::Duration, u"-1:30"_s},
                                                         {Kind::Time, u"00:00"_s},
                                                         {Kind::Number, u"44561.9999999962"_s},
                                                         {Kind::Text, u"soon"_s}};
    for (size_t i = 0; i < expected.size(); ++i) {
        INFO(columnName(int(i)).toStdString() << ": " << row.at(int(i)).value().toStdString());
        CHECK(row.at(int(i)).kind == expected[i].first);
        CHECK(row.at(int(i)).value() == expected[i].second);
    }
    CHECK(row.at(12).asDate().date == QDate(2022, 1, 1));
}

TEST_CASE("A duration is read from its text and written in hours")
{
    CHECK(readDuration(u"294:00") == 1'058'400);
    CHECK(readDuration(u" 1：30 ") == 5'400);
    CHECK(readDuration(u"0:00:15") == 15);
    CHECK(readDuration(u"-1:30") == -5'400);
    CHECK(readDuration(u"PT48H") == 172'800);
    CHECK(readDuration(u"P2D") == 172'800);
    for (const QStringView text :
         {u"", u"12", u"1:5", u"1:60", u"P", u"PT", u"甲:00", u"2021-01-01", u"P1Y", u"PTH"})
        CHECK_FALSE(readDuration(text));
    CHECK(hoursOf(1'058'400).toString() == u"294");
    CHECK(hoursOf(5'400).toString() == u"1.5");
    CHECK(hoursOf(1).toString() == u"0.000278");
}

TEST_CASE("Styles beyond 16 MB are read, whatever stands before them")
{
    QByteArray styles = "<styleSheet><numFmts>";
    for (int i = 0; i < 45'001; ++i) {
        const QByteArray number = QByteArray::number(1'000 + i);
        styles += "<numFmt numFmtId=\"" + number + "\" formatCode=\"[h]:mm&quot;" + QByteArray(250, 'x') +
                  number + "&quot;\"/>";
    }
    styles += "</numFmts><fonts>" + QByteArray("<font><sz val=\"11\"/></font>").repeated(200'000) +
              "</fonts><cellXfs>";
    for (int i = 0; i < 45'001; ++i)
        styles += "<xf numFmtId=\"" + QByteArray::number(1'000 + i) + "\"><alignment/></xf>";
    styles += "</cellXfs></styleSheet>";
    REQUIRE(styles.size() > (16 << 20));
    const Folder folder;
    const QString path = folder.path(u"a.xlsx"_s);
    writeZip(path, workbook("<row r=\"1\"><c r=\"A1\" s=\"45000\"><v>12.25</v></c></row>", {}, styles));
    CHECK(readAll(path).at(0).at(0).value() == u"294:00");
}
