// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using core::Decimal;
using core::Rounding;

TEST_CASE("decimals are read and written without loss")
{
    CHECK(Decimal::fromString(u"0.05")->micro() == 50'000);
    CHECK(Decimal::fromString(u"-1,200.5")->toString() == u"-1200.5"_s);
    CHECK(Decimal::fromString(u"１２．５")->toString() == u"12.5"_s);
    CHECK(Decimal(7).toString() == u"7"_s);
    CHECK(Decimal(7).toString(1) == u"7.0"_s);
    CHECK(Decimal::fromString(u"-0.04")->toString(1) == u"0.0"_s);
    CHECK_FALSE(Decimal::fromString(u"0.0000001"));
    CHECK_FALSE(Decimal::fromString(u"1e5"));
    CHECK_FALSE(Decimal::fromString(u""));
    CHECK_FALSE(Decimal::fromString(u"99999999999999999999"));
}

TEST_CASE("decimals round as they are told")
{
    // 10 of 32 projects: 31.25 %, published as 31.2 % (cut or half to even), half up gives 31.3 %.
    const Decimal share = *Decimal::quotient(1000, 32);
    CHECK(share.toString() == u"31.25"_s);
    CHECK(share.rounded(1, Rounding::HalfUp).toString() == u"31.3"_s);
    CHECK(share.rounded(1, Rounding::HalfEven).toString() == u"31.2"_s);
    CHECK(share.rounded(1, Rounding::Down).toString() == u"31.2"_s);
    CHECK((-share).rounded(1, Rounding::HalfUp).toString() == u"-31.3"_s);
    CHECK((-share).floor() == -32);
    CHECK(Decimal::product(*Decimal::fromString(u"0.05"), 3).toString() == u"0.15"_s);
    CHECK_FALSE(Decimal::quotient(1, 0));
}
