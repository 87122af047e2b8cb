// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluationresult.h"
#include "core/evaluation/score.h"

#include <span>

namespace core {

/// The record that keeps a score, with everything needed to compute it again; without ids of its own.
/// The same input gives the same bytes.
EvaluationResult resultRecord(const Plan &plan, int year, const Candidate &candidate, const Score &score);

/// The candidate that a result was computed from. FileFormat when the details cannot be read.
Result<Candidate> candidateOf(const Plan &plan, const EvaluationResult &result);

/// The points that a result keeps for each node of its kind; empty: none for this node.
std::vector<std::optional<Decimal>> storedPoints(const Plan &plan, OrganizationKind kind,
                                                 const EvaluationResult &result);

/// What the hash of an evaluation covers of one result: all but its own id and that of its evaluation.
QByteArray hashedBytes(const EvaluationResult &result);
/// SHA-256 over hashedBytes() of results, in the order of their organizations.
QString hashOf(std::span<const EvaluationResult> results);

} // namespace core
