// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

namespace core {

/// What leaf \a node of the candidate's plan earns: by its rule, or by what the scheme says of a leaf that
/// does not apply, whose precondition does not hold, or that has no figure; within its limit and rounded. An
/// average of the kind (Award::State::Averaged) has no points yet: all others must be known first.
Award leafAward(const Plan &plan, const Candidate &candidate, size_t node, const RuleContext &context,
                Workings *workings = nullptr);

/// Puts the average points of the kind into an award that waits for them.
void fillAverage(const Scheme &scheme, Decimal average, Award &award, Workings *workings = nullptr);

/// Whether the node and everything above it apply.
bool applies(const Plan &plan, const Candidate &candidate, size_t node);

} // namespace core
