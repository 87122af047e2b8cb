// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/base/personalnumbers.h"

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("Mobile and identity numbers are covered wherever they stand in a text")
{
    CHECK(withoutPersonalNumbers(u"13800138000"_s) == u"138****8000");
    CHECK(withoutPersonalNumbers(u"联系人样某 138 0013 8000（微信同号）"_s) ==
          u"联系人样某 138****8000（微信同号）");
    CHECK(withoutPersonalNumbers(u"138-0013-8000/13900139000"_s) == u"138****8000/139****9000");
    CHECK(withoutPersonalNumbers(u"１３８００１３８０００"_s) == u"138****8000");
    // Invented; the last one has a wrong check character and is covered all the same.
    CHECK(withoutPersonalNumbers(u"330421199001010018"_s) == u"330421********0018");
    CHECK(withoutPersonalNumbers(u"身份证：33042119900101001X"_s) == u"身份证：330421********001X");
    CHECK(withoutPersonalNumbers(u"330421900101001"_s) == u"330421*****1001");
}

TEST_CASE("Codes, dates, amounts and account numbers are no persons")
{
    for (const QString &text : {u"51330421MJ0000122U"_s, u"2021-03-05"_s, u"470355749.53"_s, u"1234567890"_s,
                                u"513304210000001200"_s, u"浙社证字第010021号"_s, u"6222021204001234567"_s,
                                u""_s, u"甲协会"_s, u"0573-84021234"_s})
        CHECK(withoutPersonalNumbers(text) == text);
}
