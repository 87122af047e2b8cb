// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/columnmapping.h"

namespace core {

// Units of amounts that do not stand in their headings.

/// Amounts whose heading says no unit have that of the title: "单位：万元".
void takeUnitOfTitle(const RecordType &type, const QStringList &titles, ColumnMapping &mapping);

/// Takes a column that no field claims as the one with the unit of the amount of each row: 单位. The amount
/// stands before it, or is the only one. False: it is no such column.
bool takeUnitColumn(const RecordType &type, const HeaderColumn &column, std::span<const Row> samples,
                    ColumnMapping &mapping);

} // namespace core
