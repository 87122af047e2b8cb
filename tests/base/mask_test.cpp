// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mask.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;

TEST_CASE("personal data is masked as in public notices")
{
    CHECK(core::maskIdentityNumber(u"330421199001010018") == u"330421********0018"_s);
    CHECK(core::maskIdentityNumber(u"330421900101001") == u"330421*****1001"_s);
    CHECK(core::maskPhone(u"13812345678") == u"138****5678"_s);
    CHECK(core::maskPhone(u"0573-84021234") == u"0573-****1234"_s);
    CHECK(core::maskPhone(u"84021234、13812345678") == u"****1234、138****5678"_s);
    CHECK(core::maskName(u"陈小明") == u"陈**"_s);
    CHECK(core::maskName(u"陈明") == u"陈*"_s);
    CHECK(core::maskName(u"欧阳小明") == u"欧阳**"_s);
    CHECK(core::maskName(u"阿依古丽") == u"阿***"_s);
}

TEST_CASE("what is too short to be masked in part is covered whole")
{
    CHECK(core::maskIdentityNumber(u"3304210018") == u"**********"_s);
    CHECK(core::maskIdentityNumber(u"").isEmpty());
    CHECK(core::maskPhone(u"1234") == u"****"_s);
    CHECK(core::maskPhone(u"").isEmpty());
    CHECK(core::maskName(u"陈") == u"*"_s);
    CHECK(core::maskName(u"欧阳") == u"欧*"_s); // may as well be 欧 and 阳
    CHECK(core::maskName(u" ").isEmpty());
    CHECK(core::maskName(u"\U00020164明") == u"\U00020164*"_s);
}

TEST_CASE("what is left of a covered text tells whether it may be a whole one")
{
    using core::agreesWithMask;
    for (const auto &masked : {u"330421XXXXXXXX0027"_s, u"330421****27"_s, u"3304211970●●●●0027"_s,
                               u"＊＊＊＊0027"_s, u"330421 **** 0027"_s, u"330421----0027"_s})
        CHECK(agreesWithMask(u"330421197003120027", masked));
    for (const auto &masked : {u"330421XXXXXXXX0028"_s, u"3304211980****0027"_s, u"330482****27"_s})
        CHECK_FALSE(agreesWithMask(u"330421197003120027", masked));
    for (const auto &masked : {u"陈*"_s, u"陈**"_s, u"陈*明"_s, u"陈某某"_s, u"陈女士"_s, u"*明"_s})
        CHECK(agreesWithMask(u"陈小明", masked));
    for (const auto &masked : {u"李*"_s, u"陈*华"_s, u"李女士"_s})
        CHECK_FALSE(agreesWithMask(u"陈小明", masked));
    CHECK_FALSE(agreesWithMask(u"1231", u"1231*1231"));
    CHECK(core::masksMayAgree(u"330421****0027", u"330421XXXXXXXX0027"));
    CHECK_FALSE(core::masksMayAgree(u"330421****0027", u"330421****0039"));
}

TEST_CASE("a name with a sign in the place of a character is covered, and one that is written so is not")
{
    for (const auto &name :
         {u"陈X"_s, u"陈XX"_s, u"陈×明"_s, u"陈_明"_s, u"陈－明"_s, u"陈?"_s, u"陈•"_s, u"陈O明"_s}) {
        INFO(name.toStdString());
        CHECK(core::looksMasked(name));
        CHECK_FALSE(core::agreesWithMask(u"李小华", name));
    }
    CHECK(core::agreesWithMask(u"陈小明", u"陈×明"));
    for (const auto &name : {u"陈小明"_s, u"阿•依古丽"_s, u"陈Amy"_s, u"Max"_s, u"阿依·古丽"_s, u"XX"_s})
        CHECK_FALSE(core::looksMasked(name));
    for (const auto &phone : {u"138－－－－8000"_s, u"138、、、8000"_s, u"尾号8000"_s})
        CHECK(core::looksMasked(phone));
    CHECK_FALSE(core::looksMasked(u"13812345678、0573-84021234"));
}
