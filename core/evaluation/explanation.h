// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/plan.h"
#include "core/evaluation/score.h"

namespace core {

/// How points came about by a rule, in words, complete enough to recompute them: “10 次 × 0.5 分 = 5 分，封顶
/// 4 分”. Every number in it is read from the workings, the figure or the rule; none is calculated here.
QString explain(const Rule &rule, const Figure &figure, const Award &award, const Workings &workings);

/// Why a node has its points, in words: by its rule, or why the rule was not asked. Inner nodes say how they
/// were scaled, else nothing.
QString explainNode(const Plan &plan, const PlanNode &node, const Figure &figure, const Award &award,
                    const Workings &workings);

/// How a scheme rounds points, in words: 四舍五入到 1 位小数.
QString roundingText(const Scheme &scheme);

} // namespace core
