// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/plan.h"
#include "core/evaluation/score.h"

namespace core {

/// Why a node has its points, in words: by its rule, or why the rule was not asked. Inner nodes say how they
/// were scaled, else nothing.
QString explainNode(const Plan &plan, const PlanNode &node, const Figure &figure, const Award &award);

/// What would earn more next year, the largest gain first: “三会一课：再开展 2 次可增加 1 分”.
QStringList adviceFor(const Plan &plan, const Candidate &candidate, const Score &score);

/// Warnings, vetoes, gates and exclusions of one organization, one sentence each.
QStringList remarksFor(const Plan &plan, const Candidate &candidate, const Score &score);

/// The line in words: “总分低于 60 分”.
QString warningText(const WarningLine &line);

} // namespace core
