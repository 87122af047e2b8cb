// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/sumup.h"

#include <algorithm>

namespace core {

namespace {

/// What lies below a node, while it is being summed.
struct Below
{
    Decimal points;
    Decimal marks; ///< Of the children that count.
    Decimal all;   ///< Of all children.
    int counting = 0;
    int left = 0; ///< Children left out.
    ByRanking<Decimal> ranked;
};

/// Raises points and rankings to the marks \a full.
void scale(Below &below, Decimal full, Workings *workings)
{
    if (below.marks <= Decimal())
        return;
    const Decimal before = below.points;
    below.points = scaledUp(before, full, below.marks);
    for (Decimal &points : below.ranked)
        points = scaledUp(points, full, below.marks);
    if (workings)
        workings->steps.push_back({.kind = Step::Kind::Scaled,
                                   .value = before,
                                   .by = full,
                                   .of = below.marks,
                                   .gives = below.points,
                                   .points = below.points});
}

void closeNode(const Scheme &scheme, const PlanNode &node, Below &below, Award &award, Workings *workings)
{
    award.raw = below.points;
    award.reference = below.marks;
    if (below.counting == 0 && below.left > 0) {
        award.state = Award::State::NotApplicable;
        return;
    }
    award.state = Award::State::Scored;
    if (workings)
        workings->steps.push_back({.kind = Step::Kind::Sum, .gives = below.points, .points = below.points});
    if (below.left > 0 && node.section == Section::Marks)
        scale(below, node.points > Decimal() ? node.points : below.all, workings);
    award.points = limited(scheme, node, below.points, workings);
}

void addTo(Below &above, const PlanNode &node, const Award &award, ByRanking<Decimal> ranked)
{
    above.all += node.points;
    if (award.state == Award::State::NotApplicable) {
        ++above.left;
        return;
    }
    ++above.counting;
    above.points += award.points;
    above.marks += node.points;
    if (node.rankedHere)
        ranked = {}, ranked[*node.ranking] = award.points;
    for (const Ranking ranking : allOf<Ranking>())
        above.ranked[ranking] += ranked[ranking];
}

} // namespace

Decimal rounded(const Scheme &scheme, Decimal points)
{
    return points.rounded(scheme.places, scheme.rounding);
}

Decimal limited(const Scheme &scheme, const PlanNode &node, Decimal points, Workings *workings)
{
    const Decimal within = node.points > Decimal() ? std::min(points, node.points) : points;
    const Decimal whole = rounded(scheme, within);
    if (workings && within != points)
        workings->steps.push_back({.kind = Step::Kind::Limit,
                                   .value = points,
                                   .by = node.points,
                                   .gives = within,
                                   .points = within});
    if (workings && whole != within)
        workings->steps.push_back(
            {.kind = Step::Kind::Rounding, .value = within, .gives = whole, .points = whole});
    return whole;
}

Decimal scaledUp(Decimal points, Decimal full, Decimal marks)
{
    return Decimal::ratio(points, full, marks);
}

namespace {

/// \a scheme: that of the plan, or one that rounds otherwise.
void sum(const Scheme &scheme, const Plan &plan, const Candidate &candidate, Score &score,
         std::vector<Workings> *workings)
{
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    // A top for each section stands behind the nodes.
    std::vector<Below> below(nodes.size() + enumCount<Section>);
    const auto top = [&](Section section) -> Below & { return below[nodes.size() + size_t(section)]; };
    for (size_t back = nodes.size(); back-- > 0;) {
        const PlanNode &node = nodes[back];
        if (node.leaf < 0)
            closeNode(scheme, node, below[back], score.awards[back], workings ? &(*workings)[back] : nullptr);
        addTo(node.parent >= 0 ? below[size_t(node.parent)] : top(node.section), node, score.awards[back],
              below[back].ranked);
    }
    Below &marks = top(Section::Marks);
    if (marks.left > 0)
        scale(marks, scheme.fullMarks - scheme.start, nullptr);
    score.marks = scheme.start + rounded(scheme, marks.points);
    score.bonus = rounded(scheme, top(Section::Bonus).points);
    if (scheme.bonusCap > Decimal())
        score.bonus = std::min(score.bonus, scheme.bonusCap);
    score.deduction = rounded(scheme, top(Section::Deduction).points);
    score.total = std::max(Decimal(), score.marks + score.bonus - score.deduction);
    if (scheme.cap)
        score.total = std::min(score.total, *scheme.cap);
    for (const Ranking ranking : allOf<Ranking>())
        score.ranked[ranking] = rounded(scheme, marks.ranked[ranking] + top(Section::Bonus).ranked[ranking] -
                                                    top(Section::Deduction).ranked[ranking]);
}

/// What a leaf would count if it were not rounded.
Decimal unrounded(const PlanNode &node, const Award &award)
{
    switch (award.state) {
    case Award::State::Scored:
    case Award::State::Averaged:
        return node.points > Decimal() ? std::min(award.raw, node.points) : award.raw;
    case Award::State::Missing:
    case Award::State::Pending:
    case Award::State::Given:
    case Award::State::NotApplicable:
    case Award::State::Nothing:
    case Award::State::Blocked: break;
    }
    return award.points;
}

} // namespace

void sumUp(const Plan &plan, const Candidate &candidate, Score &score, std::vector<Workings> *workings)
{
    sum(*plan.scheme, plan, candidate, score, workings);
}

std::optional<RoundedTwice> roundedTwice(const Plan &plan, const Candidate &candidate, const Score &score)
{
    constexpr int exactPlaces = 6; // all that a Decimal has
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    Score exact = score;
    bool isRounded = false;
    for (size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].leaf < 0)
            continue;
        exact.awards[n].points = unrounded(nodes[n], score.awards[n]);
        isRounded = isRounded || exact.awards[n].points != score.awards[n].points;
    }
    if (!isRounded)
        return std::nullopt;
    Score again = score;
    sum(*plan.scheme, plan, candidate, again, nullptr);
    Scheme fine = *plan.scheme;
    fine.places = exactPlaces;
    sum(fine, plan, candidate, exact, nullptr);
    const RoundedTwice totals{again.total, rounded(*plan.scheme, exact.total)};
    return totals.each == totals.once ? std::nullopt : std::optional(totals);
}

} // namespace core
