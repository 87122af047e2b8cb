// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <QStringView>

#include <optional>

namespace core {

/// A length of time in hours.
struct HoursReading
{
    Decimal hours;
    bool isRounded = false; ///< Twenty minutes are no decimal.
};

/// Reads how long something took where it is written in words: 2小时30分, 2时30分钟, 90分钟, 两个半小时,
/// 半小时, 1.5h, 2h30m. Empty for all else; a bare number too, whose unit somebody else must know.
std::optional<HoursReading> readHours(QStringView text);

/// So many minutes, the unit of a column whose field counts hours.
std::optional<HoursReading> readMinutes(QStringView number);

} // namespace core
