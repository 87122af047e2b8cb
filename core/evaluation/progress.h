// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feature/finding.h"

namespace core {

/// The active organizations of each town, those without a town last, and how many of them have a result of
/// the evaluation that counts of the year at work.
Result<JobProgress> evaluationProgress(const Store &store, QDate today);

} // namespace core
