// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/tabular/csvreader.h"
#include "core/tabular/encoding.h"
#include "tests/tabular/tablefiles.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace core;
using namespace tablefiles;

namespace {

std::vector<Row> rowsOf(const QByteArray &content)
{
    const Folder folder;
    return readAll(folder.write(u"表.csv"_s, content));
}

QByteArray utf16(const QString &text, bool bigEndian, bool mark)
{
    QByteArray bytes;
    for (const QChar c : (mark ? QChar(QChar::ByteOrderMark) + text : text)) {
        const char low = char(c.unicode() & 0xFF);
        const char high = char(c.unicode() >> 8);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

TEST_CASE("Every Unicode encoding a bureau's file may have is found by itself")
{
    const QString text = u"名称,统一社会信用代码\r\n嘉善县钓鱼协会,51330421MJA1234567\r\n㐀𠮷,é\r\n"_s;
    for (const QByteArray &bytes :
         {text.toUtf8(), "\xEF\xBB\xBF" + text.toUtf8(), utf16(text, false, true), utf16(text, true, true),
          utf16(text, false, false), utf16(text, true, false)}) {
        const auto rows = rowsOf(bytes);
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].at(0).text == u"名称");
        CHECK(rows[1].at(1).text == u"51330421MJA1234567");
        CHECK(rows[2].at(0).text == u"㐀𠮷");
    }
}

TEST_CASE("GB18030 is found by itself, with its characters of one, two and four bytes")
{
    // Bytes from Python's gb18030 codec.
    const auto rows = rowsOf("\xC3\xFB\xB3\xC6,1\n\x81\x39\xEE\x39\x95\x34\xB2\x35,\xA8\xA6\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].at(0).text == u"名称");
    CHECK(rows[1].at(0).text == u"㐀𠮷");
    CHECK(rows[1].at(1).text == u"é");
}

TEST_CASE("GB18030 characters cut by the reader's pieces stay whole")
{
    // One byte in front makes every two-byte character of 中文 straddle an even boundary.
    QByteArray bytes = "x";
    QByteArray line;
    for (int i = 0; i < 100; ++i)
        line += "\xD6\xD0\xCE\xC4";
    for (int i = 0; i < 3000; ++i)
        bytes += line + "\n";
    const auto rows = rowsOf(bytes);
    REQUIRE(rows.size() == 3000);
    for (size_t i = 1; i < rows.size(); ++i)
        REQUIRE(rows[i].at(0).text == u"中文"_s.repeated(100));
}

TEST_CASE("All 23,940 characters that GB18030 writes in two bytes are read, and a mark in front is left out")
{
    QByteArray bytes = "\x84\x31\x95\x33"; // U+FEFF
    for (int lead = 0x81; lead <= 0xFE; ++lead) {
        for (int trail = 0x40; trail <= 0xFE; ++trail) {
            if (trail != 0x7F)
                bytes.append(char(lead)).append(char(trail));
        }
    }
    TextDecoder decoder(TextEncoding::Gb18030);
    QString text;
    for (qsizetype at = 0; at < bytes.size(); at += 1000 + at % 7)
        text += decoder.decode(
            QByteArrayView(bytes).sliced(at, std::min<qsizetype>(1000 + at % 7, bytes.size() - at)));
    CHECK(text.size() == 23940);
    // Of what Python's gb18030 codec makes of them, with A8BC as in GB 18030-2005 (U+1E3F; Python has the
    // edition of 2000).
    CHECK(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex() ==
          "a5eaa64abba4cfa7054f0361f838c315d27499f876e9fe220a96ba0e407ce897");
}

TEST_CASE("Comma, semicolon and tab are told apart")
{
    for (const char delimiter : {',', ';', '\t'}) {
        QByteArray bytes = "编号#名称#备注\n1#甲#x,y；z\n2#乙#\"a,b;c\td\"\n";
        if (delimiter == ',')
            bytes.replace("x,y", "xy");
        bytes.replace('#', delimiter);
        const auto rows = rowsOf(bytes);
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].cells.size() == 3);
        CHECK(rows[2].at(2).text == u"a,b;c\td");
    }
    CHECK(rowsOf("sep=|\r\na|b,c\r\n").at(0).at(1).text == u"b,c");
}

TEST_CASE("Quotes may hold delimiters, quotes and line breaks, and every line end closes a row")
{
    for (const QByteArray &end : {QByteArray("\n"), QByteArray("\r\n"), QByteArray("\r")}) {
        const auto rows = rowsOf("a,\"b \"\"c\"\",\r\nd\"" + end + end + "e,5\" pipe,f" + end + ",\"\",");
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].at(1).text == u"b \"c\",\r\nd");
        CHECK(rows[1].number == 3);
        CHECK(rows[1].at(1).text == u"5\" pipe");
        CHECK(rows[1].at(2).text == u"f");
    }
}

TEST_CASE("Digits of a CSV stay text")
{
    const auto rows = rowsOf("330421199001011234,007,1.10\n");
    CHECK(rows[0].at(0) == Cell::fromText(u"330421199001011234"_s));
    CHECK(rows[0].at(1).text == u"007");
    CHECK(rows[0].at(2).text == u"1.10");
}

TEST_CASE("Guarding a formula and taking the guard off are each other's inverse")
{
    for (const QString &text : {u"=1+1"_s, u"+86"_s, u"-5 元"_s, u"@x"_s, u"\t=1"_s, u"'=1"_s, u"''=1"_s,
                                u"'甲"_s, u"甲=乙"_s, u"-"_s, u"'"_s, u""_s, u"'-"_s}) {
        CHECK(unguardFormula(guardFormula(text)) == text);
        if (text.size() > 1)
            CHECK_FALSE(u"=+-@\t\r"_s.contains(guardFormula(text)[0]));
    }
    CHECK(guardFormula(u"=1+1"_s) == u"'=1+1");
    CHECK(guardFormula(u"-"_s) == u"-");
}
