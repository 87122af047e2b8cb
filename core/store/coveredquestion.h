// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/format.h"
#include "core/store/query.h"

namespace core {

/// Refuses a query that \a audience could find out covered values by: it compares, groups, measures or counts
/// days by a field that the audience reads covered, so that whoever asks often enough knows it. Whether there
/// is a value may be asked, and rows may be sorted by it. InvalidInput names the field. What does not exist
/// is left to checkQuery().
Status checkNothingCovered(const Query &query, Audience audience);

} // namespace core
