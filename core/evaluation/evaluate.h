// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/evaluation/outcome.h"
#include "core/store/store.h"

namespace core {

/// Computes a year by a scheme for all organizations from the registers: one query per figure, then scoring
/// in memory. Writes nothing. Conflict when the year is published by this scheme (evaluations by other
/// schemes stand beside it); InvalidInput when the scheme is not in force.
Result<EvaluationOutcome> evaluateYear(const Store &store, int year, const Scheme &scheme, Progress &progress,
                                       QDate today = QDate::currentDate());

} // namespace core
