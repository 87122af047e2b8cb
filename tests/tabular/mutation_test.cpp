// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "tests/support/tablecheck.h"
#include "tests/tabular/tablefiles.h"

#include <QFile>

#include <random>

using namespace Qt::StringLiterals;
using namespace core;
using namespace tablefiles;

// Broken copies of good files, the same ones every time. Whatever the bytes, the reader either delivers rows
// that keep the limits or refuses with a sentence. The sanitizers of .ci/run watch while this runs.

namespace {

constexpr int mutationsPerFile = 700;

/// Turns \a bytes into something a little different.
QByteArray mutated(QByteArray bytes, std::mt19937 &random)
{
    static const std::vector<QByteArray> scraps = {"<",
                                                   ">",
                                                   "\"",
                                                   "&amp;",
                                                   "&#0;",
                                                   "]]>",
                                                   "<!--",
                                                   "<row r=\"",
                                                   "<c r=\"ZZ9\">",
                                                   "<v>",
                                                   "99999999999999999999",
                                                   "-1",
                                                   "1E309",
                                                   "_x0000_",
                                                   "sheetData>",
                                                   "PK\1\2",
                                                   QByteArray(1, '\0'),
                                                   "\xFF\xFE",
                                                   "\xEF\xBF\xBF",
                                                   "\"\"",
                                                   "\r",
                                                   ",",
                                                   "\x81\x30"};
    const auto below = [&](qsizetype limit) {
        return qsizetype(random() % std::mt19937::result_type(std::max<qsizetype>(limit, 1)));
    };
    for (qsizetype left = 1 + below(4); left > 0 && !bytes.isEmpty(); --left) {
        const qsizetype at = below(bytes.size());
        switch (random() % 6) {
        case 0: bytes[at] = char(random()); break;
        case 1: bytes[at] = char(bytes[at] ^ (1 << random() % 8)); break;
        case 2: bytes.remove(at, 1 + below(16)); break;
        case 3: bytes.insert(at, scraps[size_t(below(qsizetype(scraps.size())))]); break;
        case 4: bytes.insert(at, bytes.mid(below(bytes.size()), 1 + below(40))); break;
        case 5: bytes.truncate(at + 1); break;
        }
    }
    return bytes;
}

/// Reads all sheets of \a path; checks what comes.
void readThrough(const QString &path)
{
    REQUIRE(faultOfReading(path) == QString());
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// A workbook with every kind of cell, shared strings, styles and merged cells.
Parts richWorkbook()
{
    return workbook(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>2</v></c><c r=\"D2\" "
        "t=\"str\"><v>备注</v></c></row>"
        "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>人数</t></is></c><c r=\"C3\" "
        "t=\"inlineStr\"><is><t>金额_x000D_</t></is></c></row>"
        "<row r=\"4\"><c r=\"A4\" s=\"1\"><v>43860.5</v></c><c r=\"B4\"><v>1.5E3</v></c><c "
        "r=\"C4\"><v>470355749.53999996</v></c><c r=\"D4\" t=\"b\"><v>1</v></c></row>"
        "<row r=\"6\"><c r=\"B6\" t=\"e\"><v>#N/A</v></c><c r=\"C6\" t=\"d\"><v>2021-03-05</v></c></row>",
        "<mergeCells count=\"3\"><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A3\"/><mergeCell "
        "ref=\"B2:C2\"/><mergeCell ref=\"A4:A6\"/></mergeCells>",
        "<styleSheet><numFmts count=\"1\"><numFmt numFmtId=\"170\" "
        "formatCode=\"yyyy&quot;年&quot;m\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>",
        "<sst><si><t>名册</t></si><si><r><t>日</t></r><r><t>期</t></r></si><si><t>现金</t><rPh><t>x</t></"
        "rPh></si></sst>");
}

} // namespace

TEST_CASE("No changed byte of a workbook's zip brings the reader down")
{
    const Folder folder;
    const QString path = folder.path(u"a.xlsx"_s);
    writeZip(path, richWorkbook());
    const QByteArray whole = bytesOf(path);
    std::mt19937 random(2026);
    for (int i = 0; i < mutationsPerFile; ++i)
        readThrough(folder.write(u"b.xlsx"_s, mutated(whole, random)));
}

TEST_CASE("No changed byte of a workbook's XML brings the reader down")
{
    const Folder folder;
    const QString path = folder.path(u"a.xlsx"_s);
    const Parts whole = richWorkbook();
    std::mt19937 random(330421);
    for (int i = 0; i < mutationsPerFile; ++i) {
        Parts parts = whole;
        // The worksheet, where most is, gets half of the changes.
        const size_t part = random() % 2 == 0 ? 3 : random() % parts.size();
        parts[part].second = mutated(parts[part].second, random);
        QFile::remove(path);
        writeZip(path, parts);
        readThrough(path);
    }
}

TEST_CASE("No changed byte of an .xls, and no place where it is cut off, brings the reader down")
{
    const Folder folder;
    std::mt19937 random(1997);
    for (const QString &name : {u"xls/xlwt.xls"_s, u"xls/gnumeric.xls"_s, u"xls/protected.xls"_s}) {
        const QByteArray whole = bytesOf(fixture(name));
        for (int i = 0; i < mutationsPerFile; ++i)
            readThrough(folder.write(u"b.xls"_s, mutated(whole, random)));
        for (qsizetype size = 0; size < whole.size(); size += 7)
            readThrough(folder.write(u"b.xls"_s, whole.left(size)));
    }
}

TEST_CASE("No changed byte of a CSV brings the reader down")
{
    const Folder folder;
    const QByteArray utf8 = bytesOf(fixture(u"12_register_scrape_raw.csv"_s)).left(3000);
    const QByteArray gb18030 = bytesOf(fixture(u"18_register_scrape_raw.gb18030.csv"_s)).left(3000);
    const QString text = u"\ufeff名称,\"中\"\"文\"\n甲,=1\r\n"_s.repeated(20);
    const QByteArray utf16(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    std::mt19937 random(105);
    for (const QByteArray &whole : {utf8, gb18030, utf16}) {
        for (int i = 0; i < mutationsPerFile / 2; ++i)
            readThrough(folder.write(u"b.csv"_s, mutated(whole, random)));
    }
}
