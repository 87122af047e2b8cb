// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agenda/due.h"
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/calendar.h"
#include "core/base/dateparse.h"
#include "core/base/deadlinewords.h"
#include "core/base/tr.h"
#include "core/features.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

QJsonObject json(const core::DueItem &item, QDate today)
{
    return {{u"kind"_s, QString::fromLatin1(item.source->key)},
            {u"title"_s, core::tr(item.source->title)},
            {u"type"_s, item.source->query.type},
            {u"id"_s, item.id},
            {u"organization"_s, item.organization},
            {u"town"_s, item.town},
            {u"due"_s, item.due.toString(Qt::ISODate)},
            {u"days"_s, today.daysTo(item.due)}};
}

} // namespace

int runDue(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments,
                     core::tr("列出已超期的和快到期的事项，最早的在前：换届、等级到期等。"));
    addCountyFile(line);
    line.addOption(u"until"_s, u"DATE"_s,
                   core::tr("列到这一天为止（含这一天），如 2026-06-30；不给时按提前提醒的天数"));
    if (const std::optional<int> end = line.parse())
        return *end;
    const QDate today = QDate::currentDate();
    core::DueSpan span = core::DueSpan::lateOrSoon(today);
    if (line.has(u"until"_s)) {
        const std::optional<QDate> until = core::parseDate(line.value(u"until"_s));
        if (!until)
            return line.wrongUsage(core::tr("“%1”不是日期，应写成 2026-06-30。").arg(line.value(u"until"_s)));
        span.until = until->addDays(1);
    }
    int end = Done;
    const std::unique_ptr<core::Store> store = openCountyFile(console, line, core::Store::Access::Read, end);
    if (!store)
        return end;
    const auto items = core::dueItems(*store, core::allDueSources(), span);
    if (!items)
        return console.refused(items.error());
    QJsonArray list;
    qint64 late = 0;
    for (const core::DueItem &item : *items) {
        late += item.due < today ? 1 : 0;
        list.append(json(item, today));
        console.say(u"%1  %2  %3  %4  %5"_s.arg(
            item.due.toString(Qt::ISODate), padded(core::tr(item.source->title), 10), padded(item.town, 12),
            item.organization, core::deadlineWords(item.due, today, core::WorkCalendar::shipped())));
    }
    console.say(core::tr("共 %1 项，其中已超期 %2 项。").arg(list.size()).arg(late));
    return console.done({{u"items"_s, list}, {u"late"_s, late}});
}

} // namespace cli
