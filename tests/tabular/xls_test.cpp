// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "tests/tabular/tablefiles.h"
#include "tests/tabular/xlsfiles.h"

using namespace Qt::StringLiterals;
using namespace core;
using namespace tablefiles;
using namespace xlsfiles;

// Tables that two programs write (tests/fixtures/tabular/xls), and records put together by hand after MS-XLS.

namespace {

QString table(const QString &name)
{
    return fixture(u"xls/"_s + name);
}

/// All cells of a row, as texts.
QStringList values(const Row &row)
{
    QStringList texts;
    for (const Cell &one : row.cells)
        texts.append(one.value());
    return texts;
}

/// A cell with the text \a index of the shared ones.
QByteArray sharedText(int row, quint32 index)
{
    return record(0x00FD, cell(row, 0) + four(index));
}

QByteArray number(int row, int column, double value)
{
    return record(0x0203, cell(row, column) + eight(value));
}

/// The result of a formula that is no number.
QByteArray result(int kind, int value = 0)
{
    return char(kind) + QByteArray(1, '\0') + char(value) + QByteArray(3, '\0') + "\xFF\xFF";
}

} // namespace

TEST_CASE("A register of Excel 97 gives the cells that are in it, of every kind")
{
    for (const QString &name : {u"xlwt.xls"_s, u"gnumeric.xls"_s}) {
        INFO(name.toStdString());
        const auto opened = openTable(table(name));
        REQUIRE(opened);
        CHECK((*opened)->sheets() == QStringList{u"字典"_s, u"登记台账"_s});
        CHECK((*opened)->currentSheet() == 1); // the first is hidden
        CHECK((*opened)->merges() == std::vector<CellRange>{{1, 1, 0, 8}});
        const auto rows = readAll(table(name));
        REQUIRE(rows.size() == 6);
        CHECK(values(rows[0]) == QStringList{u"某县社会组织登记台账"_s});
        CHECK(rows[1].at(8).text == u"核对");
        for (int i = 0; i < 3; ++i) {
            const Row &row = rows[size_t(i) + 2];
            CHECK(row.number == 4 + 2 * i);
            CHECK(row.hidden == (i == 1));
            CHECK(row.at(0).text == u"甲县第%1协会"_s.arg(i + 1));
            CHECK(row.at(1).text == u"51330421MJ0000000%1"_s.arg(i));
            CHECK(row.at(2).kind == Cell::Kind::Date);
            CHECK(row.at(2).date == QDate(2019, 3, 1 + i));
            CHECK(row.at(3).kind == Cell::Kind::Time);
            CHECK(row.at(3).value() == u"09:30");
            CHECK(row.at(4).kind == Cell::Kind::Duration);
            CHECK(row.at(4).value() == u"294:00");
            CHECK(row.at(5).value() == u"123456%1.89"_s.arg(7 + i));
            CHECK(row.at(6).value() == u"95.5%");
            CHECK(row.at(7).kind == Cell::Kind::YesNo);
            CHECK(row.at(7).yes == (i == 0));
            CHECK(row.at(8).kind == Cell::Kind::Error);
            CHECK(row.at(8).text == u"#DIV/0!");
        }
        CHECK(rows[5].at(0).mayHaveLostDigits());
        CHECK(rows[5].at(0).value() == u"513304000000000000");
    }
}

TEST_CASE("What a formula of Excel 97 gives is read, and told where it gives nothing")
{
    CHECK(readAll(table(u"gnumeric.xls"_s)).at(5).at(5).value() == u"2469137.78"); // 1234567.89 + 1234569.89
    CHECK(remarksOn(table(u"gnumeric.xls"_s)).isEmpty());
    const QStringList remarks = remarksOn(table(u"xlwt.xls"_s)); // does not calculate
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].startsWith(u"9: 从单元格 F9 起，有公式的结果是空的"_s));

    const Folder folder;
    const QString path = folder.write(
        u"a.xls"_s,
        xlsFile({}, formula(0, 0, eight(1.5)) + formula(1, 0, result(0)) +
                        record(0x04BC, QByteArray(10, '\0')) + // a shared formula between it and its text
                        record(0x0207, two(3) + wide(u"甲乙丙"_s)) + formula(2, 0, result(1, 1)) +
                        formula(3, 0, result(2, 0x2A)) + formula(4, 0, result(3)) + formula(5, 0, result(3)) +
                        formula(6, 0, eight(0), 2) + formula(7, 0, result(0)) + number(8, 0, 7)));
    const auto rows = readAll(path);
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].at(0).value() == u"1.5");
    CHECK(rows[1].at(0).text == u"甲乙丙");
    CHECK(rows[2].at(0).kind == Cell::Kind::YesNo);
    CHECK(rows[3].at(0).text == u"#N/A");
    CHECK(rows[4].number == 7);
    CHECK(rows[4].at(0).value() == u"0");
    const QStringList told = remarksOn(path);
    REQUIRE(told.size() == 3);
    CHECK(told[0].contains(u"A5"_s)); // and not once more for A6
    CHECK(told[1].contains(u"A7 的公式可能还没有计算"_s));
    CHECK(told[2].contains(u"A8 的公式还没有计算结果"_s));
}

TEST_CASE("Dates of a workbook that counts from 1904, and texts longer than a record, are right")
{
    const auto rows = readAll(table(u"xlwt1904.xls"_s));
    REQUIRE(rows.size() == 2002);
    CHECK(rows[0].at(0).date == QDate(2024, 3, 1)); // 43890 days after 1904-01-01
    CHECK(rows[1].at(0).text == u"字"_s.repeated(9000) + u"a"_s.repeated(9000));
    for (int i = 0; i < 2000; ++i)
        REQUIRE(rows[size_t(i) + 2].at(0).text ==
                (i % 2 ? u"第%1行"_s : u"row %1 "_s).arg(i) + u"x"_s.repeated(i % 7));
}

TEST_CASE(
    "A shared text may change its width, and what says how it looks may be cut, where a record continues")
{
    const Folder folder;
    // Four texts: empty; "ab" that goes on as 甲; one with a run and an annex that lie in the next record;
    // plain.
    const QByteArray strings = record(0x00FC, four(4) + four(4) + two(0) + QByteArray(1, '\0') + two(3) +
                                                  QByteArray(1, '\0') + "ab") +
                               record(0x003C, wide(u"甲"_s) + two(1) + QByteArray(1, '\x0C') + two(1) +
                                                  four(6) + "c" + QByteArray(2, '\x7F')) +
                               record(0x003C, QByteArray(2 + 6, '\x7F') + two(1) + wide(u"乙"_s));
    const QString path =
        folder.write(u"a.xls"_s, xlsFile(strings, sharedText(0, 0) + sharedText(1, 1) + sharedText(2, 2) +
                                                      sharedText(3, 3) + sharedText(4, 4)));
    const auto rows = readAll(path);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].number == 2);
    CHECK(rows[0].at(0).text == u"ab甲");
    CHECK(rows[1].at(0).text == u"c");
    CHECK(rows[2].at(0).text == u"乙");
    const QStringList remarks = remarksOn(path);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].contains(u"A5 的文字在文件里找不到"_s));
}

TEST_CASE("Short numbers, several in a record, and texts in the cells are read")
{
    const Folder folder;
    // MS-XLS 2.5.217: 123 as an integer, 1.23 as one of a hundred times as much, 1 and 0.01 by the front of a
    // double.
    const QByteArray many =
        record(0x00BD, two(0) + two(1) + two(0) + four(123 << 2 | 2) + two(0) + four(123 << 2 | 3) + two(0) +
                           four(0x3FF00000) + two(0) + four(0x3FF00000 | 1) + two(4));
    const auto rows = readAll(folder.write(
        u"某县（旧）台账.xls"_s, xlsFile({}, record(0x0204, cell(0, 0) + two(2) + wide(u"编号"_s)) + many +
                                                 record(0x027E, cell(1, 0) + four(quint32(-5) << 2 | 2)))));
    REQUIRE(rows.size() == 2);
    CHECK(values(rows[0]) == QStringList{u"编号"_s, u"123"_s, u"1.23"_s, u"1"_s, u"0.01"_s});
    CHECK(rows[1].at(0).value() == u"-5");
}

TEST_CASE("A chart that lies in a sheet and sheets that are charts give no cells")
{
    const Folder folder;
    const QByteArray chart = record(0x0809, two(0x0600) + two(0x20) + QByteArray(12, '\0')) +
                             number(0, 0, 99) + record(0x000A, {});
    const QByteArray name = "\x01" + QByteArray(1, '\0') + "B";
    const QString path = folder.write(
        u"a.xls"_s, compoundFile(xlsStream({}, {XlsSheet{number(0, 0, 5), 0, 2, name},
                                                XlsSheet{number(0, 0, 1) + chart + number(1, 0, 2)}})));
    const auto opened = openTable(path);
    REQUIRE(opened);
    CHECK((*opened)->sheets() == QStringList{u"A"_s});
    const auto rows = readAll(path);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].at(0).value() == u"1");
    CHECK(rows[1].at(0).value() == u"2");
}

TEST_CASE("Rows of an .xls that do not follow each other are put in order, a cell that stands twice is told")
{
    const Folder folder;
    const QString path = folder.write(
        u"a.xls"_s, xlsFile({}, number(4, 0, 5) + number(1, 0, 2) + number(1, 1, 3) + number(1, 1, 4)));
    const auto rows = readAll(path);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].number == 2);
    CHECK(values(rows[0]) == QStringList{u"2"_s, u"4"_s});
    CHECK(rows[1].number == 5);
    CHECK(remarksOn(path).value(0).contains(u"B2 在文件里有两次"_s));
}

TEST_CASE("Excel 95 is read in its Chinese code page and refused in one we do not know")
{
    const Folder folder;
    const QByteArray gbk = "\xBC\xD7\xCF\xD8"; // 甲县
    const QByteArray cells = record(0x0204, cell(0, 0) + two(4) + gbk) +
                             record(0x00D6, cell(1, 0) + two(4) + gbk + QByteArray(1, '\0'));
    const auto bytes = [&](int codePage) {
        return compoundFile(
            xlsStream(record(0x0042, two(codePage)), {XlsSheet{cells, 0, 0, "\x04" + gbk}}, 0x0500),
            u"Book"_s);
    };
    const QString path = folder.write(u"a.xls"_s, bytes(936));
    const auto opened = openTable(path);
    REQUIRE(opened);
    CHECK((*opened)->sheets() == QStringList{u"甲县"_s});
    const auto rows = readAll(path);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].at(0).text == u"甲县");
    CHECK(rows[1].at(0).text == u"甲县");
    CHECK(refusal(folder.write(u"b.xls"_s, bytes(1251))).contains(u"旧版 Excel"_s));
}

TEST_CASE("An .xls that is locked, cut off or too large says so")
{
    const Folder folder;
    const auto said = [&](const QByteArray &bytes, const ReadLimits &limits = {}) {
        return refusal(folder.write(u"a.xls"_s, bytes), limits);
    };
    CHECK(said(xlsFile(record(0x002F, QByteArray(54, '\1')), number(0, 0, 1))).contains(u"密码"_s));
    const QByteArray whole = xlsFile({}, number(0, 0, 1).repeated(1000));
    CHECK(said(whole).isEmpty());
    CHECK(said(whole.left(whole.size() / 2)).contains(u"不完整或已经损坏"_s));
    CHECK(said(compoundFile(QByteArray(5000, '\0'), u"WordDocument"_s)).contains(u"没有 Excel 工作表"_s));
    ReadLimits limits;
    limits.maxRows = 10;
    CHECK(said(xlsFile({}, number(10, 0, 1)), limits).contains(u"超过了 10 行"_s));
    limits.maxColumns = 3;
    CHECK(said(xlsFile({}, number(1, 3, 1)), limits).contains(u"第 3 列以后"_s));
    limits.maxCellCharacters = 2;
    CHECK(said(xlsFile({}, record(0x0204, cell(0, 0) + two(3) + wide(u"编号码"_s))), limits)
              .contains(u"超过 2 个字"_s));
    CHECK(said(xlsFile(record(0x00FC, four(1) + four(1) + two(3) + wide(u"编号码"_s)), sharedText(0, 0)),
               limits)
              .contains(u"超过 2 个字"_s));
}

TEST_CASE("A workbook whose structure alone is protected opens without a password, another does not")
{
    const auto plain = readAll(table(u"xlwt.xls"_s));
    const auto rows = readAll(table(u"protected.xls"_s));
    REQUIRE(rows.size() == plain.size());
    for (size_t i = 0; i < rows.size(); ++i)
        CHECK(rows[i].cells == plain[i].cells);
    const auto opened = openTable(table(u"protected.xls"_s));
    REQUIRE(opened);
    CHECK((*opened)->sheets() == QStringList{u"字典"_s, u"登记台账"_s});
    CHECK(refusal(table(u"password.xls"_s)).contains(u"打开密码"_s));
}

TEST_CASE(
    "A text that names the stream of encrypted workbooks makes none of an .xls, an encrypted .et is one")
{
    const Folder folder;
    const QString word = u"EncryptedPackage"_s;
    const QByteArray text = record(0x0204, cell(0, 0) + two(int(word.size())) + wide(word));
    const auto rows = readAll(folder.write(u"a.xls"_s, xlsFile({}, text)));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].at(0).text == word);
    const QByteArray encrypted = compoundFile(QByteArray(5000, '\0'), word);
    CHECK(refusal(folder.write(u"b.xls"_s, encrypted)).contains(u"密码"_s));
    CHECK(refusal(folder.write(u"b.et"_s, encrypted)).contains(u"密码"_s));
    CHECK(refusal(folder.write(u"c.et"_s, xlsFile({}, number(0, 0, 1)))).contains(u".et"_s));
}

TEST_CASE("Sectors that follow each other in a circle end with a sentence")
{
    const Folder folder;
    QByteArray bytes = xlsFile({}, number(0, 0, 1).repeated(1000));
    constexpr qsizetype tableAt = 512;
    constexpr qsizetype streamSector = 5;
    bytes.replace(tableAt + streamSector * 4, 4, four(3));
    CHECK(refusal(folder.write(u"a.xls"_s, bytes)).contains(u"不完整或已经损坏"_s));
    bytes.replace(0x44, 4, four(0)); // the table that tells where further tables are: itself
    CHECK(refusal(folder.write(u"a.xls"_s, bytes)).contains(u"不完整或已经损坏"_s));
}

TEST_CASE("A number of old Excel is read with the unit that its format shows")
{
    const QString code = u"0\"万元\""_s;
    const QByteArray globals = record(0x041E, two(170) + two(int(code.size())) + wide(code)) +
                               record(0x00E0, two(0) + two(170) + QByteArray(16, '\0'));
    const Folder folder;
    const auto rows =
        readAll(folder.write(u"表.xls"_s, xlsFile(globals, record(0x0203, cell(0, 0) + eight(3)))));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].at(0).value() == u"3万元");
}
