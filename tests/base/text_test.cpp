// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/base/text.h"

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("Full-width forms become half-width where all of a text is a code")
{
    CHECK(toHalfWidth(u"５１３３０４２１ＭＪＡ　（１）～") == u"51330421MJA (1)~");
    CHECK(toHalfWidth(u"嘉善。、《》") == u"嘉善。、《》");
}

TEST_CASE("Nothing that cannot be seen is left in a cleaned text")
{
    CHECK(cleanText(u"\ufeff 甲\u200b协会\u00a0\u3000\r\n") == u"甲协会");
    CHECK(cleanText(u"\u200b") == u"");
    CHECK(cleanText(u"甲\u00a0乙\u3000丙\t丁") == u"甲 乙 丙 丁");
    CHECK(cleanText(u"一\r\n二\r三\n四\u2028五") == u"一\n二\n三\n四\n五");
    CHECK(cleanText(u"a\u0000b\u0007c\u007f"_s) == u"abc");
    CHECK(cleanText(u"（个人）") == u"（个人）");
}

TEST_CASE("Lines become one, with blanks between Latin words only")
{
    CHECK(oneLine(u"样例\n甲协会"_s) == u"样例甲协会");
    CHECK(oneLine(u"样例 \n\n 甲协会"_s) == u"样例甲协会");
    CHECK(oneLine(u"Dance\nClub"_s) == u"Dance Club");
    CHECK(oneLine(u"甲路\n1号"_s) == u"甲路1号");
    CHECK(cleanText(u"甲\u00ad乙\u2066丙\u202e"_s) == u"甲乙丙");
}

TEST_CASE("Brackets of all forms are compared as two, quotation marks are none")
{
    for (const QChar c : u"([{<（［｛＜【〔〖〘〚〈⟨❨❲❴⦅⁽﹙﹛﹝﹤︵︷︹︻︿﹇"_s)
        CHECK(foldedBracket(c) == u'(');
    for (const QChar c : u")]}>）］｝＞】〕〗〙〛〉⟩❩❳❵⦆⁾﹚﹜﹞﹥︶︸︺︼﹀﹈"_s)
        CHECK(foldedBracket(c) == u')');
    for (const QChar c : u"《》「」『』“”‘’甲aA1·-、"_s)
        CHECK(foldedBracket(c) == c);
}

TEST_CASE("Sizes are told in words, and never as 1024 of a unit")
{
    CHECK(sizeInWords(0) == u"0 字节");
    CHECK(sizeInWords(1023) == u"1023 字节");
    CHECK(sizeInWords(1024) == u"1.0 KB");
    CHECK(sizeInWords(1536) == u"1.5 KB");
    CHECK(sizeInWords(1024 * 1024 - 1) == u"1.0 MB");
    CHECK(sizeInWords(qint64(3) << 40) == u"3.0 TB");
    CHECK(sizeInWords(qint64(3000) << 40) == u"3000.0 TB");
}
