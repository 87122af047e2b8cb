// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scorelines.h"

#include "core/evaluation/explanation.h"

#include <algorithm>

namespace core {

std::vector<ScoreLine> scoreLines(const Plan &plan, const Candidate &candidate, const Score &score)
{
    std::vector<ScoreLine> lines;
    if (!score.rated)
        return lines;
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    const std::vector<Workings> workings = workingsOf(plan, candidate, score);
    for (size_t n = 0; n < nodes.size(); ++n) {
        const PlanNode &node = nodes[n];
        if (!node.inKind)
            continue;
        const Award &award = score.awards[n];
        ScoreLine &line = lines.emplace_back();
        line.code = node.code;
        line.name = node.name;
        line.section = node.section;
        line.depth = node.depth;
        line.isGroup = node.leaf < 0;
        line.state = award.state;
        line.points = award.points;
        line.most = node.points;
        const Figure figure = line.isGroup ? Figure() : candidate.figures[size_t(node.leaf)];
        line.explanation = explainNode(plan, node, figure, award, workings[n]);
        const PlanSlot *slot = plan.slotOf(candidate.kind, node);
        line.isManual = slot && slot->source.person;
    }
    return lines;
}

} // namespace core
