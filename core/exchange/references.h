// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importrows.h"
#include "core/exchange/recordlookup.h"

#include <map>

namespace core {

/// The lookups of all types that rows refer to.
using Lookups = std::map<const RecordType *, RecordLookup>;

/// Puts the ids of what \a row mentions into its values. What is not found, or is found twice, is left out
/// with a remark where the record can be without it (mayBeLeftOut()), else it stands among the problems of
/// the row. False: it may be one of the records of this sheet that have not come yet.
bool resolveReferences(const RecordType &type, const Lookups &lookups, ParsedRow &row);

} // namespace core
