// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feature/finding.h"

namespace core {

/// The year whose evaluation is going on: in the first half of a year still the last one.
int yearUnderEvaluation(QDate today);

/// The active organizations of each town, those without a town last, and how many of them have a result for
/// the year under evaluation.
Result<JobProgress> evaluationProgress(const Store &store, QDate today);

} // namespace core
