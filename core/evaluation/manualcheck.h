// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"
#include "core/store/store.h"

namespace core {

/// What of the scores given by hand for \a year does not count as it stands, a sentence each: points outside
/// the bounds of their indicator, and codes that the plan has no indicator for. Of \a candidates only.
Result<QStringList> manualScoreRemarks(const Store &store, const Plan &plan,
                                       const std::vector<Candidate> &candidates, int year);

} // namespace core
