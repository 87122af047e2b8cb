// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"

namespace core {

/// Where a division stands.
enum class DivisionLevel { County, Town, Village };
std::span<const Choice> choicesOf(DivisionLevel);

/// Kind of a town or village.
enum class DivisionSetting { Urban, Rural, Fringe, Unmanaged, OldQuarter, Gated };
std::span<const Choice> choicesOf(DivisionSetting);

/// A county, town or street, or a village or community (区划).
struct Division
{
    Id<Division> id;
    QString code; ///< GB/T 2260 and the statistical code below it: 6, 9 or 12 digits.
    QString name;
    DivisionLevel level{};
    std::optional<Id<Division>> parent;
    std::optional<DivisionSetting> setting;
    std::optional<qint64> population; ///< Residents.
    std::optional<qint64> grids;
    LongText remarks;
    QString aliases; ///< Other names that sheets use, divided by 、.
};

template<>
const RecordType &recordType<Division>();

} // namespace core
