// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

namespace core {

/// What would earn more next year: “补开 2 次可增加 2 分”. Empty: nothing more can be earned, or a person
/// decides. \a most is the limit of the indicator (0: none).
QString advise(const Rule &rule, const Figure &figure, const Award &award, Decimal most = {});

/// What would earn more next year, the largest gain first: “三会一课：再开展 2 次可增加 1 分”.
QStringList adviceFor(const Plan &plan, const Candidate &candidate, const Score &score);

} // namespace core
