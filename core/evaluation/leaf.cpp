// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/leaf.h"

#include "core/evaluation/sumup.h"

namespace core {

namespace {

/// The award of a leaf that its rule is not asked about.
Award absent(const Scheme &scheme, const PlanNode &node, Absent policy, Award::State zero, Workings *workings)
{
    using State = Award::State;
    Award award;
    switch (policy) {
    case Absent::Zero: award.state = zero; break;
    case Absent::Average: award.state = State::Averaged; break;
    case Absent::ScaleRest: award.state = State::NotApplicable; break;
    case Absent::Person: award.state = State::Pending; break;
    case Absent::Full:
        award.state = State::Given;
        award.raw = award.points = limited(scheme, node, highestPoints(*node.rule));
        if (workings)
            workings->steps.push_back(
                {.kind = Step::Kind::Given, .gives = award.points, .points = award.points});
        break;
    }
    return award;
}

} // namespace

bool applies(const Plan &plan, const Candidate &candidate, size_t node)
{
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    for (int at = int(node); at >= 0; at = nodes[size_t(at)].parent) {
        const PlanNode &one = nodes[size_t(at)];
        if (!one.inKind || (one.applies >= 0 && !holds(candidate, one.applies)))
            return false;
    }
    return true;
}

Award leafAward(const Plan &plan, const Candidate &candidate, size_t at, const RuleContext &context,
                Workings *workings)
{
    using State = Award::State;
    const PlanNode &node = plan.of(candidate.kind).nodes[at];
    if (!applies(plan, candidate, at))
        return absent(*plan.scheme, node, node.notApplicable, State::Nothing, workings);
    if (node.precondition >= 0 && !holds(candidate, node.precondition)) {
        Award blocked;
        blocked.state = State::Blocked;
        return blocked;
    }
    Award award = core::award(*node.rule, candidate.figures[size_t(node.leaf)], context, workings);
    if (award.state == State::Missing)
        return absent(*plan.scheme, node, node.missing, State::Missing, workings);
    award.points = limited(*plan.scheme, node, award.raw, workings);
    return award;
}

void fillAverage(const Scheme &scheme, Decimal average, Award &award, Workings *workings)
{
    award.raw = average;
    award.points = rounded(scheme, average);
    if (workings)
        workings->steps.push_back({.kind = Step::Kind::Given, .gives = award.points, .points = award.points});
}

} // namespace core
