// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/calendar.h"
#include "core/base/deadlinewords.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using core::WorkCalendar;
using core::WorkingDays;

namespace {

struct Span
{
    int month;
    int first;
    int last;
};

/// Compares every day of \a year with what the notice says.
void checkYear(int year, const std::vector<Span> &off, const std::vector<Span> &worked)
{
    const auto contains = [](const std::vector<Span> &spans, QDate date) {
        return std::any_of(spans.begin(), spans.end(), [date](const Span &s) {
            return s.month == date.month() && s.first <= date.day() && date.day() <= s.last;
        });
    };
    for (QDate date(year, 1, 1); date.year() == year; date = date.addDays(1)) {
        const bool expected = contains(worked, date) || (date.dayOfWeek() <= 5 && !contains(off, date));
        INFO(date.toString(Qt::ISODate));
        CHECK(WorkCalendar::shipped().isWorkday(date) == expected);
        CHECK(WorkCalendar::shipped().holidayName(date).isEmpty() != contains(off, date));
    }
}

QString words(QDate due, QDate today)
{
    return core::deadlineWords(due, today, WorkCalendar::shipped());
}

} // namespace

TEST_CASE("2025 is worked as the notice 国办发明电〔2024〕12号 says")
{
    checkYear(2025,
              {{1, 1, 1}, {1, 28, 31}, {2, 1, 4}, {4, 4, 6}, {5, 1, 5}, {5, 31, 31}, {6, 1, 2}, {10, 1, 8}},
              {{1, 26, 26}, {2, 8, 8}, {4, 27, 27}, {9, 28, 28}, {10, 11, 11}});
}

TEST_CASE("2026 is worked as the notice of 2025-11-04 says")
{
    checkYear(2026, {{1, 1, 3}, {2, 15, 23}, {4, 4, 6}, {5, 1, 5}, {6, 19, 21}, {9, 25, 27}, {10, 1, 7}},
              {{1, 4, 4}, {2, 14, 14}, {2, 28, 28}, {5, 9, 9}, {9, 20, 20}, {10, 10, 10}});
}

TEST_CASE("the years 2018 to 2026 are shipped")
{
    for (int year = 2018; year <= 2026; ++year)
        CHECK(WorkCalendar::shipped().hasYear(year));
    CHECK_FALSE(WorkCalendar::shipped().hasYear(2017));
    CHECK_FALSE(WorkCalendar::shipped().hasYear(2027));
    CHECK(WorkCalendar::shipped().holidayName(QDate(2022, 12, 31)) == u"元旦"_s);
    CHECK(WorkCalendar::shipped().holidayName(QDate(2026, 2, 17)) == u"春节"_s);
}

TEST_CASE("working days counted by hand across holidays and make-up days")
{
    const auto [from, days, expected] = GENERATE(table<QDate, int, QDate>({
        {QDate(2026, 2, 10), 4, QDate(2026, 2, 14)},  // the Saturday is worked
        {QDate(2026, 2, 10), 5, QDate(2026, 2, 24)},  // over Spring Festival
        {QDate(2026, 2, 10), 9, QDate(2026, 2, 28)},  // the second make-up Saturday
        {QDate(2026, 2, 10), 20, QDate(2026, 3, 16)}, // a licence of 20 days
        {QDate(2025, 1, 20), 5, QDate(2025, 1, 26)},
        {QDate(2025, 1, 20), 10, QDate(2025, 2, 8)},
        {QDate(2025, 9, 25), 5, QDate(2025, 10, 9)},
        {QDate(2025, 11, 22), 1, QDate(2025, 11, 24)}, // taken in on a Saturday
        {QDate(2025, 11, 22), 0, QDate(2025, 11, 22)},
        {QDate(2025, 11, 22), -3, QDate(2025, 11, 22)},
    }));
    const auto result = WorkCalendar::shipped().addWorkingDays(from, WorkingDays{days});
    INFO(from.toString(Qt::ISODate).toStdString() << " + " << days);
    CHECK(result.date == expected);
    CHECK(result.note.isEmpty());
    if (days > 0) {
        CHECK(WorkCalendar::shipped().workingDaysBetween(from, expected).count == days);
        CHECK(WorkCalendar::shipped().workingDaysBetween(expected, from).count == -days);
    }
}

TEST_CASE("a year that is not loaded is told and counted by weekends")
{
    const auto result = WorkCalendar::shipped().addWorkingDays(QDate(2026, 12, 25), WorkingDays{5});
    CHECK(result.date == QDate(2027, 1, 1));
    CHECK(result.note == u"未载入 2027 年节假日安排，仅按周末推算"_s);
    CHECK(WorkCalendar::shipped().addWorkingDays(QDate(2026, 12, 25), WorkingDays{4}).note.isEmpty());
    CHECK(WorkCalendar::shipped().workingDaysBetween(QDate(2016, 12, 30), QDate(2018, 1, 2)).note ==
          u"未载入 2016、2017 年节假日安排，仅按周末推算"_s);
    CHECK(WorkCalendar().isWorkday(QDate(2026, 10, 1)));
}

TEST_CASE("a calendar that is damaged is refused with a sentence")
{
    for (const char *json :
         {"", "[]", "{\"years\": [{\"year\": 2026, \"days\": []}]}",
          "{\"years\": [{\"year\": 2026, \"days\": [{\"date\": \"2025-01-01\", \"kind\": \"off\"}]}]}",
          "{\"years\": [{\"year\": 2026, \"days\": [{\"date\": \"2026-02-30\", \"kind\": \"off\"}]}]}",
          "{\"years\": [{\"year\": 2026, \"days\": [{\"date\": \"2026-01-01\", \"kind\": \"free\"}]}]}"}) {
        const auto result = WorkCalendar::fromJson(json);
        INFO(json);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == core::Error::Code::FileFormat);
        CHECK(result.error().text.contains(u"日历没有改变"_s));
    }
}

TEST_CASE("deadlines are told in words")
{
    CHECK(words(QDate(2025, 11, 28), QDate(2025, 11, 25)) == u"剩余 3 个工作日（11月28日）"_s);
    CHECK(words(QDate(2025, 11, 28), QDate(2025, 11, 28)) == u"今日到期"_s);
    CHECK(words(QDate(2025, 11, 28), QDate(2025, 11, 30)) == u"已超期 2 天"_s);
    CHECK(words(QDate(2026, 2, 24), QDate(2026, 2, 13)) == u"剩余 2 个工作日（2月24日）"_s);
    CHECK(words(QDate(2026, 2, 20), QDate(2026, 2, 14)) == u"剩余 6 天，均为休息日（2月20日）"_s);
    CHECK(words(QDate(2026, 1, 5), QDate(2025, 12, 31)) == u"剩余 2 个工作日（2026年1月5日）"_s);
    CHECK(words(QDate(2027, 1, 4), QDate(2026, 12, 31)) ==
          u"剩余 2 个工作日（2027年1月4日，未载入 2027 年节假日安排，仅按周末推算）"_s);
    CHECK(words({}, QDate(2026, 1, 1)).isEmpty());
}
