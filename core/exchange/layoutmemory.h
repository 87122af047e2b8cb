// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/columnmapping.h"
#include "core/registry/importlayout.h"

namespace core {

class Change;
class Store;

/// All that was decided about layouts of sheets.
using Layouts = std::vector<ImportLayout>;
Result<Layouts> rememberedLayouts(const Store &store);

/// What was decided about the columns of a sheet with these headings when one was last imported as \a type.
ColumnChoices rememberedChoices(const Layouts &layouts, const RecordType &type, const TableHeader &header);

/// Keeps \a choices for the next sheet with these headings, in place of what was kept before.
Status rememberChoices(Change &change, const Store &store, const RecordType &type, const TableHeader &header,
                       const ColumnChoices &choices);

} // namespace core
