// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"

namespace core {

/// What somebody decided about the columns of a layout of sheets: the next sheet with the same headings is
/// read the same way. The decisions are ColumnChoices as text (core/exchange/layoutmemory.h).
struct ImportLayout
{
    Id<ImportLayout> id;
    QString recordType; ///< Key of the type that the rows are read as.
    LongText headings;  ///< One a line, from left to right.
    LongText choices;
};

template<>
const RecordType &recordType<ImportLayout>();

} // namespace core
