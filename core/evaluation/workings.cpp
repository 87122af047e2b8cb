// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/leaf.h"
#include "core/evaluation/sumup.h"

namespace core {

std::vector<Workings> workingsOf(const Plan &plan, const Candidate &candidate, const Score &score)
{
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    std::vector<Workings> workings(nodes.size());
    if (!score.rated)
        return workings;
    Score again = score;
    for (size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].leaf < 0 || !nodes[n].rule)
            continue;
        // What was compared with the others stands in the award; the others are not asked again.
        const Award &known = score.awards[n];
        RuleContext context;
        if (known.state == Award::State::Scored)
            context.average = known.reference;
        again.awards[n] = leafAward(plan, candidate, n, context, &workings[n]);
        if (again.awards[n].state == Award::State::Averaged)
            fillAverage(*plan.scheme, known.raw, again.awards[n], &workings[n]);
    }
    sumUp(plan, candidate, again, &workings);
    return workings;
}

} // namespace core
