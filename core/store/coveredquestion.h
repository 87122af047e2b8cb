// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/format.h"
#include "core/store/query.h"

#include <QByteArrayView>

namespace core {

/// Refuses a query that \a audience could find out covered values by: it compares, groups, measures or counts
/// days by a field that the audience reads covered, so that whoever asks often enough knows it. Whether there
/// is a value may be asked, and rows may be sorted by it; at the screen, where somebody types every question,
/// also what Condition::Op::Known answers. InvalidInput names the field. What does not exist is left to
/// checkQuery().
Status checkNothingCovered(const Query &query, Audience audience);

/// Whether the search on top may give a record of \a type with the search text \a folded (searchTextOf()) for
/// what is typed, \a needle: a covered name only by what is seen of it (findsCovered()), by all of it or by
/// all of its initials.
bool searchMayFind(const RecordType &type, QByteArrayView folded, QByteArrayView needle);

} // namespace core
