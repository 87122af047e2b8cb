// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "tests/tabular/tablefiles.h"

#include <QFile>

#include <limits>

using namespace Qt::StringLiterals;
using namespace core;
using namespace tablefiles;

namespace {

/// What opening and reading a file \a name of \a content says; checks that it is a sentence with advice.
QString refusalOf(const QByteArray &content, const QString &name = u"名册.xlsx"_s)
{
    const Folder folder;
    const QString text = refusal(folder.write(name, content));
    if (!text.isEmpty()) {
        CHECK(text.endsWith(u'。'));
        CHECK(text.contains(u"请"));
    }
    return text;
}

QByteArray zipBytes(const Parts &parts)
{
    const Folder folder;
    writeZip(folder.path(u"a.zip"_s), parts);
    QFile file(folder.path(u"a.zip"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString refusalOf(const Parts &parts)
{
    return refusalOf(zipBytes(parts));
}

QString refusalOf(const Parts &parts, const ReadLimits &limits)
{
    const Folder folder;
    return refusal(folder.write(u"a.xlsx"_s, zipBytes(parts)), limits);
}

const QByteArray oneCell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

/// Bytes that look random and are the same every time.
QByteArray noise(int size)
{
    QByteArray bytes;
    quint32 state = 12345;
    for (int i = 0; i < size; ++i) {
        state = state * 1664525u + 1013904223u;
        bytes += char(state >> 24);
    }
    return bytes;
}

QByteArray inlineCell(const QByteArray &reference, const QByteArray &text)
{
    return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

} // namespace

TEST_CASE("A missing or empty file says so")
{
    const Folder folder;
    CHECK(refusal(folder.path(u"没有.xlsx"_s)).contains(u"找不到"));
    CHECK(refusal(folder.path(u""_s)).contains(u"找不到"));
    CHECK(refusalOf(QByteArray()).contains(u"空的"));
    CHECK(refusalOf(QByteArray("\xEF\xBB\xBF"), u"a.csv"_s).contains(u"空的"));
}

TEST_CASE("A workbook cut off anywhere is refused as damaged")
{
    const QByteArray whole = zipBytes(workbook(oneCell));
    REQUIRE(refusalOf(whole).isEmpty());
    for (qsizetype length = 4; length < whole.size(); length += 17) {
        INFO(length << " of " << whole.size());
        CHECK(refusalOf(whole.left(length)).contains(u"不完整或已经损坏"));
    }
}

TEST_CASE("A changed byte in a packed sheet is noticed by its checksum")
{
    QByteArray cells;
    for (int i = 1; i <= 200; ++i)
        cells += "<row r=\"" + QByteArray::number(i) + "\"><c><v>" + QByteArray::number(i * 7919) +
                 "</v></c></row>";
    const QByteArray whole = zipBytes(workbook(cells));
    const qsizetype sheet = whole.indexOf("xl/worksheets/sheet1.xml") + 200;
    for (int i = 0; i < 20; ++i) {
        QByteArray changed = whole;
        changed[sheet + i * 11] = char(changed[sheet + i * 11] ^ 0x10);
        CHECK_FALSE(refusalOf(changed).isEmpty());
    }
}

TEST_CASE("Old and encrypted Excel files and web pages are known by their content")
{
    const QByteArray ole2 = QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(2000, '\0');
    const QString stream = u"EncryptedPackage"_s;
    const QByteArray name(reinterpret_cast<const char *>(stream.utf16()), stream.size() * 2);
    CHECK(refusalOf(ole2).contains(u"旧版 Excel"));
    CHECK(refusalOf(ole2 + QByteArray(3'000'000, '\1') + name).contains(u"密码"));
    CHECK(refusalOf(QByteArray("\xEF\xBB\xBF \r\n<HTML><body><table><tr><td>1</td></tr></table>"))
              .contains(u"网页"));
    CHECK(refusalOf(QByteArray("<?xml version=\"1.0\"?><Workbook/>"), u"a.xls"_s).contains(u"网页"));
    QByteArray encrypted = zipBytes(workbook(oneCell));
    for (qsizetype at = encrypted.indexOf("PK\1\2"); at >= 0; at = encrypted.indexOf("PK\1\2", at + 1))
        encrypted[at + 8] = char(encrypted[at + 8] | 1);
    CHECK(refusalOf(encrypted).contains(u"密码"));
}

TEST_CASE("A zip that is no workbook says so")
{
    CHECK(refusalOf(Parts{{"readme.txt", "x"}}).contains(u"没有 Excel 工作表"));
    Parts document = workbook(oneCell);
    document[0].second.replace("xl/workbook.xml", "word/document.xml");
    CHECK(refusalOf(document).contains(u"没有 Excel 工作表"));
}

TEST_CASE("What inflates without measure is stopped")
{
    // 20 MB of blanks pack to about 20 KB.
    CHECK(refusalOf(workbook(oneCell, QByteArray(20 << 20, ' '))).contains(u"大得不正常"));
    CHECK(refusalOf(workbook(oneCell, {}, {}, "<sst>" + QByteArray(20 << 20, ' ') + "</sst>"))
              .contains(u"大得不正常"));
    ReadLimits small;
    small.maxInflatedBytes = 1 << 20;
    CHECK(refusalOf(workbook(oneCell, noise(1 << 20).toHex()), small).contains(u"大得不正常"));
    small = {};
    small.maxSharedStringBytes = 1000;
    CHECK(refusalOf(
              workbook(oneCell, {}, {}, "<sst>" + QByteArray("<si><t>x</t></si>").repeated(100) + "</sst>"),
              small)
              .contains(u"大得不正常"));
    small = {};
    small.maxMergedRanges = 10;
    CHECK(refusalOf(workbook(oneCell, QByteArray("<mergeCell ref=\"A1:B1\"/>").repeated(11)), small)
              .contains(u"大得不正常"));
    // A row of millions of cells would become a tree of them.
    ReadLimits wordy;
    wordy.maxInflateRatio = std::numeric_limits<int>::max();
    CHECK(refusalOf(workbook("<row>" + QByteArray("<c/>").repeated(5'000'000) + "</row>"), wordy)
              .contains(u"大得不正常"));
    CHECK(refusalOf(workbook(oneCell, {},
                             "<styleSheet><cellXfs>" + QByteArray("<xf/>").repeated(70'000) +
                                 "</cellXfs></styleSheet>"),
                    wordy)
              .contains(u"大得不正常"));
    // Nothing is kept of styles that are of no use here.
    CHECK(refusalOf(workbook(oneCell, {},
                             "<styleSheet>" + QByteArray("<a/>").repeated(5'000'000) + "</styleSheet>"),
                    wordy)
              .isEmpty());
    // A tag that never ends would have to be kept in memory whole.
    CHECK(refusalOf(workbook("<row r=\"1" + QByteArray(6 << 20, ' ') + "\"/>")).contains(u"大得不正常"));
    // Elements in each other a hundred thousand deep are passed over.
    CHECK(refusalOf(workbook(QByteArray("<a>").repeated(100'000) + QByteArray("</a>").repeated(100'000)))
              .isEmpty());
}

TEST_CASE("The wordy shared strings of LibreOffice are no bomb")
{
    // As LibreOffice 7.4 writes 栏目1, with a font for each script: 22 MB that pack to less than a hundredth.
    const QByteArray run =
        "<r><rPr><b val=\"true\"/><sz val=\"11\"/><color rgb=\"FF000000\"/><rFont val=\"Noto Sans CJK SC\"/>"
        "<family val=\"2\"/></rPr><t xml:space=\"preserve\">";
    QByteArray strings = "<sst>";
    for (int i = 0; i < 60'000; ++i)
        strings += "<si>" + run + "栏目</t></r>" + run + QByteArray::number(i) + "</t></r></si>";
    CHECK(refusalOf(workbook(oneCell, {}, {}, strings + "</sst>")).isEmpty());
}

TEST_CASE("A DOCTYPE is refused in every part, and with it entity bombs and external files")
{
    const QByteArray bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    const QByteArray external = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    const Parts whole = workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", {}, "<styleSheet/>",
                                 "<sst><si><t>x</t></si></sst>");
    for (const QByteArray &doctype : {bomb, external}) {
        for (size_t part = 0; part < whole.size(); ++part) {
            Parts changed = whole;
            changed[part].second.prepend(doctype);
            CHECK(refusalOf(changed).contains(u"不应有的声明"));
        }
    }
}

TEST_CASE("Names in the zip that point outside it are refused")
{
    for (const QByteArray &name :
         {QByteArray("../../evil.xml"), QByteArray("//etc/passwd"), QByteArray("C:\\evil.xml"),
          QByteArray("xl\\..\\..\\evil.xml"), QByteArray("xl/.."), QByteArray("%2e%2E/evil.xml"),
          QByteArray("\\\\server\\share\\a.xml"), QByteArray("xl/%2e%2e%5c%2e%2e%5cevil.xml")}) {
        Parts parts = workbook(oneCell);
        parts.emplace_back(name, "x");
        CHECK(refusalOf(parts).contains(u"文件之外的路径"));
    }
    Parts fine = workbook(oneCell);
    fine.emplace_back("docProps/a..b.xml", "x");
    fine.emplace_back("/etc/passwd", "x"); // a part etc/passwd: the slash is the top of the zip file
    CHECK(refusalOf(fine).isEmpty());
}

TEST_CASE("A sheet of two million rows is refused with the limit")
{
    CHECK(refusalOf(workbook(QByteArray("<row/>").repeated(2'000'000))).contains(u"1048576 行"));
    CHECK(refusalOf(workbook("<row r=\"1048577\"><c><v>1</v></c></row>")).contains(u"1048576 行"));
    CHECK(refusalOf(workbook("<row r=\"99999999999\"/>")).contains(u"1048576 行"));
    CHECK(refusalOf(workbook("<row r=\"1048576\"><c><v>1</v></c></row>")).isEmpty());
    CHECK(refusalOf(QByteArray("1\n").repeated(2'000'000), u"a.csv"_s).contains(u"1048576 行"));
}

TEST_CASE("A value in a far column is refused, a far cell without a value is not")
{
    CHECK(refusalOf(workbook("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")).contains(u"第 1024 列"));
    CHECK(refusalOf(workbook("<row r=\"1\"><c r=\"AMK1\"><v>1</v></c></row>")).contains(u"第 1024 列"));
    CHECK(refusalOf(workbook("<row r=\"1\"><c r=\"AMJ1\"><v>1</v></c></row>")).isEmpty());
    CHECK(
        refusalOf(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>")).isEmpty());
    CHECK(refusalOf(workbook("<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>")).contains(u"损坏"));
    CHECK(refusalOf(QByteArray(16'383, ',') + "1\n", u"a.csv"_s).contains(u"第 1024 列"));
    CHECK(refusalOf("1" + QByteArray(16'383, ',') + "\n", u"a.csv"_s).isEmpty());
}

TEST_CASE("A cell may hold 32,767 characters and no more")
{
    const QByteArray most = u"字"_s.repeated(32'767).toUtf8();
    CHECK(refusalOf(workbook("<row r=\"2\">" + inlineCell("C2", most) + "</row>")).isEmpty());
    CHECK(refusalOf(workbook("<row r=\"2\">" + inlineCell("C2", most + "x") + "</row>"))
              .contains(u"单元格 C2"));
    const QByteArray shared = "<row r=\"2\"><c r=\"C2\" t=\"s\"><v>0</v></c></row>";
    CHECK(refusalOf(workbook(shared, {}, {}, "<sst><si><t>" + most + "</t></si></sst>")).isEmpty());
    CHECK(refusalOf(workbook(shared, {}, {}, "<sst><si><t>" + most + "x</t></si></sst>"))
              .contains(u"单元格 C2"));
    // A text that no cell uses does no harm.
    CHECK(refusalOf(workbook(oneCell, {}, {}, "<sst><si><t>" + most.repeated(50) + "</t></si></sst>"))
              .isEmpty());
    CHECK(refusalOf("a,\"" + most + "\"\n", u"a.csv"_s).isEmpty());
    CHECK(refusalOf("a," + most + "x\n", u"a.csv"_s).contains(u"单元格 B1"));
}

TEST_CASE("Quotes that do not close are found at their start")
{
    CHECK(refusalOf(QByteArray("a,b\nc,\"d\ne,f\n"), u"a.csv"_s).contains(u"单元格 B2"));
    CHECK(refusalOf("a,\"b\n" + QByteArray("c,d\n").repeated(100'000), u"a.csv"_s).contains(u"引号没有配对"));
}

TEST_CASE("What is no text is not taken for a CSV")
{
    CHECK(refusalOf(noise(10'000), u"a.csv"_s).contains(u"无法识别"));
    CHECK(refusalOf(noise(10'000), u"a.xlsx"_s)
              .contains(u"改了名")); // its name says already that it is a table
    CHECK(refusalOf(QByteArray("a,b\nc,\0d\n", 9), u"a.csv"_s).contains(u"空字节"));
    CHECK(refusalOf(QByteArray("\xFF\xFE") + noise(1000), u"a.csv"_s).contains(u"无法识别"));
    QByteArray controls = noise(3000);
    for (char &c : controls)
        c = char(c & 0x1F) == 0 ? 'x' : char(c & 0x1F);
    CHECK(refusalOf(controls, u"a.csv"_s).contains(u"无法识别"));
    // 0xFF stands in no GB18030 character.
    CHECK(refusalOf(QByteArray("\xD6\xD0,\xFF\xFF\n"), u"a.csv"_s).contains(u"文字编码"));
}

TEST_CASE("Broken references inside a workbook are refused, not guessed")
{
    CHECK(refusalOf(workbook("<row r=\"1\"><c>")).contains(u"损坏"));
    Parts parts = workbook(oneCell);
    parts[3].first = "xl/worksheets/other.xml";
    CHECK(refusalOf(parts).contains(u"损坏"));
}

TEST_CASE("The content decides what a file is, not its name")
{
    CHECK(refusalOf(zipBytes(workbook(oneCell)), u"a.csv"_s).isEmpty());
    CHECK(refusalOf(zipBytes(workbook(oneCell)), u"a.dat"_s).isEmpty());
    CHECK(refusalOf(QByteArray("a,b\n"), u"a.xlsx"_s).isEmpty());
    CHECK(refusalOf(QByteArray("a,b\n"), u"a"_s).isEmpty());
}

TEST_CASE("Overlapping merged cells do not make reading slow")
{
    ReadLimits limits;
    const Folder folder;
    writeZip(folder.path(u"a.xlsx"_s),
             workbook(oneCell + "<row r=\"5\"><c r=\"A5\"><v>1</v></c></row>",
                      QByteArray("<mergeCell ref=\"A1:B1048576\"/>").repeated(20'000)));
    auto reader = openTable(folder.path(u"a.xlsx"_s), limits);
    REQUIRE(reader);
    (*reader)->resolveMerges(0, {1, 1});
    Row row;
    const auto first = (*reader)->nextRow(row);
    REQUIRE_FALSE(first);
    CHECK(first.error().text.contains(u"损坏"));
}
