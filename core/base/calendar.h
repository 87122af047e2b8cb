// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <QString>

namespace core {

/// A number of Chinese working days.
struct WorkingDays
{
    int count = 0;
};

/// A day that was counted to.
struct WorkingDate
{
    QDate date;
    QString note; ///< For the clerk: years whose holidays were not known; empty when all were.
};

/// How many working days lie between two days.
struct WorkingDaysBetween
{
    int count = 0;
    QString note; ///< As in WorkingDate.
};

/// Which days are worked: weekends, and the public holidays and make-up days that the State Council's office
/// announces every November for the next year.
class WorkCalendar
{
public:
    /// Knows no holidays, only weekends.
    WorkCalendar() = default;

    /// The years that the program ships (resources/calendar/holidays.json).
    static const WorkCalendar &shipped();

    /// Reads the layout of resources/calendar/holidays.json:
    /// {"years": [{"year", "notice", "issued", "days": [{"date", "kind": "off" | "work", "name"}]}]}.
    static Result<WorkCalendar> fromJson(const QByteArray &json);

    /// The arrangement of \a year is loaded. Without it weekends alone count. (The next year's notice may
    /// still move a day at the end of December.)
    bool hasYear(int year) const { return m_years.contains(year); }

    bool isWorkday(QDate date) const;

    /// "春节" on a day off, empty on any other.
    QString holidayName(QDate date) const;

    /// The \a days-th working day after \a from; \a from itself does not count (民法典 art. 201), and need
    /// not be a working day. With \a days of 0 or less: \a from.
    WorkingDate addWorkingDays(QDate from, WorkingDays days) const;

    /// The working days after \a from up to and including \a to; negative when \a to is before \a from.
    WorkingDaysBetween workingDaysBetween(QDate from, QDate to) const;

private:
    struct Day
    {
        bool isWorked = false;
        QString name;
    };
    QString noteFor(QDate from, QDate to) const;

    QHash<QDate, Day> m_days; ///< Only those that differ from an ordinary week, or are holidays.
    QSet<int> m_years;
};

} // namespace core
