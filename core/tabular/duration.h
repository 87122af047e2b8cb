// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace core {

inline constexpr qint64 secondsPerDay = 86'400;

/// How long something took, in seconds: "294:00" and "1:30:15" (hours first, full-width colons too), "-0:30",
/// and "PT48H", "P1DT2H30M" (ISO 8601 without years and months). Empty when \a text is none of these.
std::optional<qint64> readDuration(QStringView text);

/// "294:00"; with the seconds behind when there are some.
QString durationText(qint64 seconds);

/// Whole hours exactly, other durations to the sixth place.
Decimal hoursOf(qint64 seconds);

} // namespace core
