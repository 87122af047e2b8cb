// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/evaluation/outcome.h"
#include "core/store/store.h"

namespace core {

/// Keeps a computed year, in one change (“2025 年度积分评价试算”): scheme, evaluation, one result for each
/// organization; what an earlier trial by the same scheme left behind is replaced, other evaluations of the
/// year stay. Answers the outcome's Evaluation. Conflict when the year is published by this scheme.
Result<Evaluation> storeEvaluation(Store &store, EvaluationOutcome &outcome, Progress &progress);

/// Whether the results computed again are held against the stored ones. No: matchesStored and resultHash
/// repeat what is stored.
enum class Recheck { No, Yes };

/// Rebuilds a stored evaluation, explanations included, from the stored scheme and details; reads no
/// register. Its figures are packed, and its scores have no awards (EvaluationOutcome::score() does).
Result<EvaluationOutcome> loadScores(const Store &store, const Id<Evaluation> &evaluation, Recheck recheck);

/// The scheme that an evaluation was made by, as it was then.
Result<Scheme> schemeOf(const Store &store, const Evaluation &evaluation);

/// Titles of the schemes that a year was evaluated by and that have an indicator of this code: a manual score
/// for it counts in each of them.
Result<QStringList> schemesCounting(const Store &store, int year, const QString &indicator);

/// The stored results of an evaluation.
Result<std::vector<EvaluationResult>> resultsOf(const Store &store, const Id<Evaluation> &evaluation);

/// Conflict when an evaluation is published: its results are frozen.
Status refusePublished(const Evaluation &evaluation);

} // namespace core
