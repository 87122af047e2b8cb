// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

namespace core {

/// Finds the warning lines (预警线) that an organization crossed, and the highest of their levels. Total,
/// change and ranks must stand in \a score; its awards are not read, \a requiredMissing is what they say.
void warn(const Plan &plan, const Candidate &candidate, bool requiredMissing, Score &score);

/// Whether some required indicator raises a warning, by the awards of \a score.
bool isRequiredMissing(const Plan &plan, const Candidate &candidate, const Score &score);

/// Whether a required indicator with this award raises a warning: it applies, and has no points.
bool requiredIsMissing(const Award &award);

/// The line in words: “总分低于 60 分”.
QString warningText(const WarningLine &line);

} // namespace core
