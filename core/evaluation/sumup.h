// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

namespace core {

/// Sums the awards of all leaves in \a score up the tree, scaling up what stands beside parts that do not
/// apply, to marks, bonus, deduction, the points of the rankings, and the total. \a workings: null, or one
/// for each node.
void sumUp(const Plan &plan, const Candidate &candidate, Score &score,
           std::vector<Workings> *workings = nullptr);

/// A total whose parts were rounded before they were added.
struct RoundedTwice
{
    Decimal each; ///< As the scheme says: every indicator by itself, then the sum.
    Decimal once; ///< The sum of what was not rounded, rounded at the end.
};
/// What rounding every indicator has done to the total of a rated candidate, before vetoes; nothing when it
/// has changed nothing. \a score has its awards.
std::optional<RoundedTwice> roundedTwice(const Plan &plan, const Candidate &candidate, const Score &score);

/// Points at the places of the scheme.
Decimal rounded(const Scheme &scheme, Decimal points);
/// Points within the node's own limit, at the places of the scheme.
Decimal limited(const Scheme &scheme, const PlanNode &node, Decimal points, Workings *workings = nullptr);
/// \a points out of \a marks as so many out of \a full: what was left out is taken to have done as well.
Decimal scaledUp(Decimal points, Decimal full, Decimal marks);

} // namespace core
