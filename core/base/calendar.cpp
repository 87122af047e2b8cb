// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/calendar.h"

#include "core/base/tr.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Error formatError(const QString &detail)
{
    return {Error::Code::FileFormat, tr("节假日安排读不懂，日历没有改变。请检查文件是否完整。"), detail};
}

} // namespace

const WorkCalendar &WorkCalendar::shipped()
{
    static const WorkCalendar calendar = [] {
        QFile file(u":/calendar/holidays.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("resources/calendar/holidays.json is not in this program");
        auto read = fromJson(file.readAll());
        if (!read)
            qFatal("resources/calendar/holidays.json: %ls", qUtf16Printable(read.error().detail));
        return *std::move(read);
    }();
    return calendar;
}

Result<WorkCalendar> WorkCalendar::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return formatError(error.errorString());
    if (!document[u"years"].isArray())
        return formatError(u"no years"_s);
    WorkCalendar calendar;
    for (const QJsonValue yearValue : document[u"years"].toArray()) {
        const int year = yearValue[u"year"].toInt();
        const QJsonArray days = yearValue[u"days"].toArray();
        if (year < 1949 || year > 2100 || days.isEmpty())
            return formatError(u"year %1"_s.arg(year));
        for (const QJsonValue value : days) {
            const QDate date = QDate::fromString(value[u"date"].toString(), Qt::ISODate);
            const QString kind = value[u"kind"].toString();
            if (date.year() != year || (kind != u"off"_s && kind != u"work"_s))
                return formatError(u"day %1 of %2"_s.arg(value[u"date"].toString()).arg(year));
            calendar.m_days.insert(date, {kind == u"work"_s, value[u"name"].toString()});
        }
        calendar.m_years.insert(year);
    }
    return calendar;
}

bool WorkCalendar::isWorkday(QDate date) const
{
    const auto day = m_days.constFind(date);
    return day != m_days.constEnd() ? day->isWorked : date.dayOfWeek() <= Qt::Friday;
}

QString WorkCalendar::holidayName(QDate date) const
{
    const auto day = m_days.constFind(date);
    return day != m_days.constEnd() && !day->isWorked ? day->name : QString();
}

WorkingDate WorkCalendar::addWorkingDays(QDate from, WorkingDays days) const
{
    QDate date = from;
    for (int left = days.count; left > 0;) {
        date = date.addDays(1);
        if (isWorkday(date))
            --left;
    }
    return {date, noteFor(from.addDays(1), date)};
}

WorkingDaysBetween WorkCalendar::workingDaysBetween(QDate from, QDate to) const
{
    if (to < from) {
        const WorkingDaysBetween reverse = workingDaysBetween(to, from);
        return {-reverse.count, reverse.note};
    }
    int count = 0;
    for (QDate date = from.addDays(1); date <= to; date = date.addDays(1))
        count += isWorkday(date) ? 1 : 0;
    return {count, noteFor(from.addDays(1), to)};
}

/// Says which years from \a from to \a to are not loaded.
QString WorkCalendar::noteFor(QDate from, QDate to) const
{
    QStringList missing;
    for (int year = from.year(); from <= to && year <= to.year(); ++year) {
        if (!hasYear(year))
            missing += QString::number(year);
    }
    if (missing.isEmpty())
        return {};
    return tr("未载入 %1 年节假日安排，仅按周末推算").arg(missing.join(u"、"_s));
}

} // namespace core
