// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/evaluation/score.h"
#include "core/store/store.h"

namespace core {

/// Reads everything the plan needs for \a year from the registers: the organizations within its scope, one
/// query for each condition and each figure, the manual scores, last year's totals. Records after
/// \a cutoff do not count. In the order in which the organizations were entered.
Result<std::vector<Candidate>> readCandidates(const Store &store, const Plan &plan, int year, QDate cutoff,
                                              Progress &progress);

/// Has a window of whole years, counted from \a year, end with the last day whose records count.
void setWindow(Query &query, int year, QDate cutoff);

} // namespace core
