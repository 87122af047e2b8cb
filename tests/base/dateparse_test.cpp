// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/base/dateparse.h"

#include <QString>

using namespace Qt::StringLiterals;
using namespace core;
using Kind = DateReading::Kind;

TEST_CASE("Every way a bureau writes a date is the same day")
{
    for (const char16_t *text :
         {u"2021.3.5", u"2021年3月5日", u"20210305", u"2021-03-05", u"2021/3/5", u"２０２１年３月５日",
          u"２０２１．３．５", u"2021-03-05 00:00:00", u"2021/3/5 0:00", u"2021-03-05T08:30:00.000Z",
          u" 2021年 3月 5日 ", u"2021.03.05.", u"2021年3月5号", u"\u200b2021-3-5\u00a0", u"2021 年3月5 日",
          u"2021、3、5", u"2021.3.5 12:30:01"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(readDate(QStringView(text)) == DateReading{Kind::Day, QDate(2021, 3, 5)});
        CHECK(parseDate(QStringView(text)) == QDate(2021, 3, 5));
    }
}

TEST_CASE("A date without day or month says so")
{
    for (const char16_t *text : {u"2021年3月", u"2021-03", u"2021.3", u"202103", u"2021/3"})
        CHECK(readDate(QStringView(text)) == DateReading{Kind::Month, QDate(2021, 3, 1)});
    for (const char16_t *text :
         {u"2021年", u"2021", u"２０２１", u"二〇二一年", u"二○二一年", u"二零二一 年"})
        CHECK(readDate(QStringView(text)) == DateReading{Kind::Year, QDate(2021, 1, 1)});
    CHECK_FALSE(parseDate(u"2021年3月"));
}

TEST_CASE("Dates that stand for none are empty, not unreadable")
{
    for (const char16_t *text :
         {u"", u"  ", u"\u200b", u"1900-01-01", u"1899-12-30", u"1899-12-31", u"1970-01-01", u"1900-01-00",
          u"0000-00-00", u"00000000", u"9999-12-31", u"1900/1/0", u"1970-01-01 08:00:00"})
        CHECK(readDate(QStringView(text)).kind == Kind::Empty);
    CHECK(readDate(u"1900-01-02").kind == Kind::Day);
}

TEST_CASE("What is no date is unreadable")
{
    for (const char16_t *text :
         {u"21.3.5", u"3月5日", u"至 2022-04-04", u"3/5/2021", u"农历2021年正月初五", u"2021年正月初五",
          u"2021-03-05 至 2022-04-04", u"暂无", u"2021-3-", u"2021--3", u"2021年3月5日6", u"二〇二一",
          u"一心路3号", u"123456789", u"1700-01-01", u"2300-01-01", u"2021-3-5-6", u"-2021-3-5",
          u"2021-03-05 25小时"})
        CHECK(readDate(QStringView(text)).kind == Kind::Unreadable);
}

TEST_CASE("A date that never was is told from what is no date")
{
    for (const char16_t *text : {u"2021-02-30", u"2021-02-29", u"2021-13-01", u"2021-00-10", u"20210230",
                                 u"2021.13.1", u"二〇二一年二月二十九日"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(readDate(QStringView(text)).kind == Kind::NoSuchDay);
    }
}

TEST_CASE("Chinese numerals, weekdays, times of day and odd separators make no other day")
{
    for (const char16_t *text : {u"二〇二一年三月五日",
                                 u"二○二一年三月五日",
                                 u"二零二一年三月五日",
                                 u"二O二一年三月五日",
                                 u"二0二一年3月五日",
                                 u"2021年三月五日",
                                 u"2021年3月5日(星期五)",
                                 u"2021年3月5日（星期五）",
                                 u"2021年3月5日 星期五",
                                 u"2021-03-05 周五",
                                 u"2021 3 5",
                                 u"2021。3。5",
                                 u"2021，3，5",
                                 u"2021\\3\\5",
                                 u"2021_03_05",
                                 u"2021/3/5 下午 11:10",
                                 u"2021-03-05 11:10 PM",
                                 u"2021/3/5 上午9:05:01",
                                 u"2021年3月5日上午9时30分",
                                 u"2021年3月5日下午3点",
                                 u"2021-3-5 下午",
                                 u"2021年3月5日 星期五 10:30",
                                 u"2021年3月5日。"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(readDate(QStringView(text)) == DateReading{Kind::Day, QDate(2021, 3, 5)});
    }
    CHECK(readDate(u"二〇一七年三月二十四日").date == QDate(2017, 3, 24));
    CHECK(readDate(u"二零一七年三月廿四日").date == QDate(2017, 3, 24));
    CHECK(readDate(u"二〇一〇年十二月三十一日").date == QDate(2010, 12, 31));
    CHECK(readDate(u"二〇二〇年十月十日").date == QDate(2020, 10, 10));
    CHECK(readDate(u"2018年元月20日").date == QDate(2018, 1, 20));
    CHECK(readDate(u"二0一七年3月") == DateReading{Kind::Month, QDate(2017, 3, 1)});
}

TEST_CASE("Day numbers count as Excel counts them")
{
    // Pairs as Excel shows them; ECMA-376 part 1, 18.17.4.1.
    CHECK(readDateSerial(u"43860").date == QDate(2020, 1, 30));
    CHECK(readDateSerial(u"43854.1").date == QDate(2020, 1, 24));
    CHECK(readDateSerial(u"2").date == QDate(1900, 1, 2));
    CHECK(readDateSerial(u"59").date == QDate(1900, 2, 28));
    CHECK(readDateSerial(u"60").kind == Kind::Unreadable);
    CHECK(readDateSerial(u"61").date == QDate(1900, 3, 1));
    CHECK(readDateSerial(u"2958464").date == QDate(9999, 12, 30));
    CHECK(readDateSerial(u"2958466").kind == Kind::Unreadable);
    CHECK(readDateSerial(u"42398", DateSystem::From1904).date == QDate(2020, 1, 30));
    CHECK(readDateSerial(u"0", DateSystem::From1904) == DateReading{});
    CHECK(readDateSerial(u"0.5", DateSystem::From1904) == DateReading{});
    CHECK(readDateSerial(u"1", DateSystem::From1904).date == QDate(1904, 1, 2));
    CHECK(readDateSerial(u"-1").kind == Kind::Unreadable);
    CHECK(readDateSerial(u"4E4").kind == Kind::Unreadable);
    for (const char16_t *none : {u"0", u"1", u"25569", u"2958465"})
        CHECK(readDateSerial(QStringView(none)).kind == Kind::Empty);
}

TEST_CASE("A bare number is a day number only where that is likely")
{
    CHECK(readDateOrSerial(u"43860") == DateReading{Kind::Day, QDate(2020, 1, 30)});
    CHECK(readDateOrSerial(u"20200130") == DateReading{Kind::Day, QDate(2020, 1, 30)});
    CHECK(readDateOrSerial(u"2020").kind == Kind::Year);
    CHECK(readDateOrSerial(u"100").kind == Kind::Unreadable);
    CHECK(readDateOrSerial(u"99999").kind == Kind::Unreadable);
}

TEST_CASE("Six digits whose year is none of ours are a day without its century, and no month")
{
    for (const char16_t *text : {u"210305", u"190111", u"991231"})
        CHECK(readDate(QStringView(text)).kind == Kind::Unreadable);
    CHECK(readDate(u"201512") == DateReading{Kind::Month, QDate(2015, 12, 1)});
}

TEST_CASE("A stretch of time is read as its first and last day, a date is none")
{
    const auto read = [](QStringView text) {
        const auto period = readPeriod(text);
        return period ? std::pair(parseDate(period->from), parseDate(period->until))
                      : std::pair(std::optional<QDate>(), std::optional<QDate>());
    };
    const std::optional<QDate> first = QDate(2020, 1, 1);
    const std::optional<QDate> last = QDate(2024, 12, 31);
    const std::optional<QDate> none;
    for (const char16_t *text :
         {u"2020-01-01至2024-12-31", u"2020.1.1~2024.12.31", u"2020/1/1 ～ 2024/12/31",
          u"2020-01-01—2024-12-31", u"2020-01-01——2024-12-31", u"2020-01-01 到 2024-12-31",
          u"2020年1月1日起至2024年12月31日止", u"自2020年1月1日至2024年12月31日", u"20200101-20241231",
          u"2020-01-01-2024-12-31", u"2020.01.01－2024.12.31",
          u"二〇二〇年一月一日至二〇二四年十二月三十一日", u"有效期：2020-01-01至2024-12-31",
          u"（2020-01-01至2024-12-31）", u"从2020-01-01到2024-12-31"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(read(QStringView(text)) == std::pair(first, last));
    }
    CHECK(read(u"2024-01-05至12-31") == std::pair(std::optional(QDate(2024, 1, 5)), last));
    for (const char16_t *text :
         {u"2024-12-31止", u"至2024年12月31日", u"有效期至2024-12-31", u"截至2024.12.31"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(read(QStringView(text)) == std::pair(none, last));
    }
    CHECK(read(u"2020-01-01起") == std::pair(first, none));
    for (const char16_t *text : {u"2020-01-01", u"2020.1", u"20200101", u"2021年3月", u"五年", u"2020—2024",
                                 u"", u"2020-01-01 至今", u"2021-3-5 9:00"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK_FALSE(readPeriod(QStringView(text)));
    }
}

TEST_CASE("A time of day may stand before the hour in Latin letters, month and day without a mark")
{
    for (const char16_t *text : {u"2021/3/5 PM 3:00", u"2021-0305", u"2021/3/5 am9:00", u"2021.0305"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(readDate(QStringView(text)) == DateReading{Kind::Day, QDate(2021, 3, 5)});
    }
    CHECK(readDate(u"2021-0230").kind == Kind::NoSuchDay);
    CHECK(readDate(u"2020-2024").kind == Kind::Unreadable); // two years
}
