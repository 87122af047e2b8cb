// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using core::Money;

TEST_CASE("amounts are read as clerks write them")
{
    CHECK(Money::fromString(u"300000") == Money::yuan(300'000));
    CHECK(Money::fromString(u"300,000.00 元") == Money::yuan(300'000));
    CHECK(Money::fromString(u"30万元") == Money::yuan(300'000));
    CHECK(Money::fromString(u"￥１．５") == Money{150});
    CHECK(Money::fromString(u"3.5 万") == Money::yuan(35'000));
    CHECK_FALSE(Money::fromString(u"0.001"));
    CHECK_FALSE(Money::fromString(u"约30万"));
}

TEST_CASE("amounts are written with separators and two places")
{
    CHECK(Money::yuan(300'000).toString() == u"300,000.00"_s);
    CHECK(Money{-5}.toString() == u"-0.05"_s);
    CHECK(Money{INT64_MIN}.toString() == u"-92,233,720,368,547,758.08"_s);
}
