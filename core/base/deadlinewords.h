// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/calendar.h"

#include <QDate>
#include <QString>

namespace core {

/// How long is left until \a due, in words: "剩余 3 个工作日（11月28日）", "今日到期", "已超期 2 天"
/// (calendar days). The year is named when it is not that of \a today, and a year whose holidays are not
/// loaded is told. Empty when either day is invalid.
QString deadlineWords(QDate due, QDate today, const WorkCalendar &calendar);

} // namespace core
