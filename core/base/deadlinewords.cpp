// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/deadlinewords.h"

#include "core/base/tr.h"

using namespace Qt::StringLiterals;

namespace core {

QString deadlineWords(QDate due, QDate today, const WorkCalendar &calendar)
{
    if (!due.isValid() || !today.isValid())
        return {};
    if (due == today)
        return tr("今日到期");
    if (due < today)
        return tr("已超期 %1 天").arg(due.daysTo(today));

    QString day = due.year() == today.year()
                      ? tr("%1月%2日").arg(due.month()).arg(due.day())
                      : tr("%1年%2月%3日").arg(due.year()).arg(due.month()).arg(due.day());
    const WorkingDaysBetween left = calendar.workingDaysBetween(today, due);
    if (!left.note.isEmpty())
        day += u"，"_s + left.note;
    // Within a holiday there is no working day left, but there are days.
    return left.count > 0 ? tr("剩余 %1 个工作日（%2）").arg(left.count).arg(day)
                          : tr("剩余 %1 天，均为休息日（%2）").arg(today.daysTo(due)).arg(day);
}

} // namespace core
