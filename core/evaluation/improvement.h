// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

namespace core {

/// What would earn more: the next better option or stretch, or the full points where each more counts.
struct Improvement
{
    Decimal gain;   ///< More points for it; 0: nothing to be had.
    Decimal goal;   ///< The figure that earns them, where a figure is to be reached.
    Decimal more;   ///< How much is missing to it.
    int index = -1; ///< The option or row to be reached, where there is one.
};

/// \a most: the limit of the indicator; 0: none. Awards that no rule gave cannot be improved by a better
/// figure.
Improvement improvementOf(const Rule &rule, const Figure &figure, const Award &award, Decimal most = {});

/// What a gain of a leaf is worth in the total, where parts that do not apply scale the rest up; at the
/// places of the scheme.
Decimal gainInTotal(const Plan &plan, const Candidate &candidate, const Score &score, size_t leaf,
                    Decimal gain);

} // namespace core
