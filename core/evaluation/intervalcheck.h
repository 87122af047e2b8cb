// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/rulecheck.h"

namespace core {

/// Overlaps and gaps of neighbouring stretches, best or highest first, in steps of 10^−places.
/// Names stand for the stretches.
void checkIntervals(const std::vector<std::pair<QString, Interval>> &stretches, int places,
                    Finding::Severity gapSeverity, const FindingSink &found);

} // namespace core
