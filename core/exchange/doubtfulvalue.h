// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"
#include "core/tabular/cell.h"

namespace core {

/// Why what stands in a cell is not the value it stands for: it is read neither as a key nor as a value.
enum class Doubt {
    None,
    Covered,    ///< Covered before it was given away: 样**, 138****8000.
    DigitsLost, ///< A code that a spreadsheet took for a number: 5.13304E+17, or rounded to …000.
};

/// Whether \a cell can be trusted to hold a value of \a field.
Doubt doubtOf(const Field &field, const Cell &cell);

} // namespace core
