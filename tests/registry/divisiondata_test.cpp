// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/divisiondata.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;

TEST_CASE("region codes of all three lists are known, also those since abolished")
{
    for (const QString &code : {u"330421"_s, u"330400"_s, u"330000"_s, u"100000"_s, u"330103"_s, u"220106"_s})
        CHECK(core::knownRegionCodes().contains(code));
    for (const QString &code : {u"345678"_s, u"660000"_s, u"100001"_s, u"code"_s, QString()})
        CHECK_FALSE(core::knownRegionCodes().contains(code));
    CHECK(core::regionName(u"330421") == u"嘉善县"_s);
    CHECK(core::regionName(u"330103") == u"下城区"_s);       // merged into 拱墅区 in 2021
    CHECK(core::regionName(u"371471") == u"德州天衢新区"_s); // its name of 2023
    CHECK(core::regionName(u"345678").isEmpty());
}

TEST_CASE("the towns of the counties are those of the official list")
{
    const auto towns = core::townsOf(u"330421");
    REQUIRE(towns.size() == 9);
    CHECK(towns.front().code == u"330421001"_s);
    CHECK(towns.front().name == u"魏塘街道"_s);
    CHECK(towns.back().code == u"330421112"_s);
    CHECK(towns.back().name == u"天凝镇"_s);
    CHECK(core::townsOf(u"330482").size() == 9);
    CHECK(core::townsOf(u"330483").size() == 11);
    CHECK(core::townsOf(u"220106").size() == 14);
    CHECK(core::townsOf(u"330424").empty()); // not shipped
    CHECK(core::townsOf(u"33042").empty());
    CHECK(core::townsOf(u"").empty());
}
