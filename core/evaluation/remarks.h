// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

namespace core {

/// What is to be said of an organization beside its points, one sentence each.
struct Remarks
{
    QStringList decisions; ///< Why it is not rated, vetoes, bands that a gate keeps out of reach.
    QStringList warnings;  ///< Warning lines it crossed.

    /// Decisions, then warnings: as the results keep them.
    QStringList all() const { return decisions + warnings; }
};

Remarks remarksFor(const Plan &plan, const Candidate &candidate, const Score &score);

/// That every indicator was rounded before they were added, and what the total would be else: a sentence for
/// a rated candidate where that makes a difference, else empty. The results do not keep it. \a score has its
/// awards.
QString roundingRemark(const Plan &plan, const Candidate &candidate, const Score &score);

} // namespace core
