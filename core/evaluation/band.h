// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

namespace core {

/// Finds the vetoes (一票否决) that hold, what they make of the total, the change from last year, and the
/// band: the best one whose stretch the total reaches, that no gate keeps out of reach and no veto forbids.
/// The total must stand in \a score.
void decideBand(const Plan &plan, const Candidate &candidate, Score &score);

} // namespace core
