// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace core {

/// What stands where a date should stand.
struct DateReading
{
    enum class Kind {
        Empty,      ///< Nothing, or a date that programs write for "none" (see isSentinelDate()).
        Day,        ///< A full date.
        Month,      ///< "2021年3月": date is the first of the month.
        Year,       ///< "2021年": date is the first of January.
        Tenth,      ///< The number 2021.1: a spreadsheet makes it of 2021.10 as well.
        NoSuchDay,  ///< A date that never was: 2021-02-30.
        Unreadable, ///< Not a date.
    };
    Kind kind = Kind::Empty;
    QDate date; ///< Valid for Day, Month, Year; of Empty the date written for "none", if that is a day.

    bool isDay() const { return kind == Kind::Day; }
    friend bool operator==(const DateReading &, const DateReading &) = default;
};

/// Which day has the number 1 in a workbook.
enum class DateSystem {
    From1900, ///< 1900-01-01 is 1; the 60th day, 29 February 1900, never was (a bug kept since Lotus 1-2-3).
    From1904, ///< 1904-01-01 is 0.
};

/// True for the dates that programs write when there is none: 1899-12-30, 1899-12-31, 1900-01-01,
/// 1970-01-01, 9999-12-31.
bool isSentinelDate(QDate date);

/// Reads 2021.3.5, 2021年3月5日, 20210305, 2021-0305, 2021-03-05, 2021/3/5, 2021 3 5, 2021。3。5,
/// 二〇二一年三月五日, each also with full-width digits, with a weekday or a time of day behind it (上午9时,
/// 下午 3:05, 3:05 PM, PM 3:05), which are dropped, or without the day or the month. Years from 1800 to 2199.
DateReading readDate(QStringView text);

/// The date, when \a text is a full date and no sentinel.
std::optional<QDate> parseDate(QStringView text);

/// A stretch of time as it is written into one cell: the texts of its first and its last day. Of 2024-12-31止
/// the first is empty, of 2020-01-01起 the last.
struct WrittenPeriod
{
    QString from;
    QString until;
};

/// Reads 2020-01-01至2024-12-31, 2020.1.1~2024.12.31, 自2020年1月1日起至2024年12月31日止, 2024-12-31止,
/// 2020.1.1—12.31, which lacks the year behind; nothing of a date alone and of what is no stretch of time.
std::optional<WrittenPeriod> readPeriod(QStringView text);

/// The date with the number \a serial in a workbook; a fraction (the time of day) is dropped.
/// \a serial is the number's text, as in "43860" or "43854.1".
DateReading readDateSerial(QStringView serial, DateSystem system = DateSystem::From1900);

/// Like readDate(), but also takes a bare date number between 3654 (1910-01-01) and 73415 (2100-12-31), as
/// it is left in CSV files and in cells that lost their date format.
DateReading readDateOrSerial(QStringView text, DateSystem system = DateSystem::From1900);

} // namespace core
