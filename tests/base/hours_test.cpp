// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/base/hours.h"

using namespace core;

TEST_CASE("How long something took is read in words, with hours and minutes")
{
    const auto hours = [](QStringView text) {
        INFO(text.toString().toStdString());
        const auto read = readHours(text);
        REQUIRE(read);
        CHECK_FALSE(read->isRounded);
        return read->hours.micro();
    };
    for (const QStringView text :
         {u"2小时30分", u"2小时30分钟", u"2时30分", u"2 小时 30 分钟", u"２小时３０分", u"150分钟",
          u"2.5小时", u"2.5个小时", u"2小时半", u"两个半小时", u"2h30m", u"2.5h", u"二小时三十分", u"150分",
          u"2小时30", u"2小時30分鐘", u"2.5個小時"})
        CHECK(hours(text) == 2'500'000);
    CHECK(hours(u"半小时") == 500'000);
    CHECK(hours(u"半个小时") == 500'000);
    CHECK(hours(u"90分钟") == 1'500'000);
    CHECK(hours(u"1小时") == 1'000'000);
    CHECK(hours(u"12时") == 12'000'000);
}

TEST_CASE("Minutes that are no decimal of an hour say that they were rounded")
{
    const auto read = readHours(u"20分钟");
    REQUIRE(read);
    CHECK(read->hours.micro() == 333'333);
    CHECK(read->isRounded);
    CHECK(readMinutes(u"45")->hours.micro() == 750'000);
}

TEST_CASE("A number without a unit, a clock and what is no length of time are no hours")
{
    for (const QStringView text : {u"", u"30", u"2.5", u"半天", u"2小时半30分", u"若干小时", u"2天", u"2:30",
                                   u"-2小时", u"小时", u"3场2小时", u"2-3小时"}) {
        INFO(text.toString().toStdString());
        CHECK_FALSE(readHours(text));
    }
}
