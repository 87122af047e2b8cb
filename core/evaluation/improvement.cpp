// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/improvement.h"

#include "core/evaluation/sumup.h"

#include <algorithm>

namespace core {

namespace {

/// The smallest whole number of times that earns \a gain at \a each.
Decimal timesFor(Decimal gain, Decimal each)
{
    return Decimal::quotient(gain, each).value_or(Decimal()).rounded(0, Rounding::Up);
}

/// Looks for the improvement under one rule. A gain that is not positive is none.
class Improving
{
public:
    Improving(const Figure &figure, const Award &award, Decimal most)
        : m_figure(figure)
        , m_award(award)
        , m_most(most)
    {}

    Improvement operator()(const ChoiceRule &rule) const
    {
        const auto best =
            std::max_element(rule.options.begin(), rule.options.end(),
                             [](const KeyPoints &a, const KeyPoints &b) { return a.points < b.points; });
        if (best == rule.options.end())
            return {};
        return {.gain = gainTo(best->points), .index = int(best - rule.options.begin())};
    }

    Improvement operator()(const PerOccurrenceRule &rule) const
    {
        const Decimal gain = gainTo(m_most);
        if (rule.each <= Decimal() || gain <= Decimal() || m_most > Decimal(1'000'000))
            return {};
        const Decimal more = Decimal::product(timesFor(gain, rule.each), rule.per);
        return {.gain = gain, .goal = m_figure.value + more, .more = more};
    }

    Improvement operator()(const BasePlusIncrementRule &rule) const
    {
        const Decimal need = std::max(Decimal(), std::min(m_most, rule.cap) - rule.base);
        Decimal goal = rule.from;
        if (rule.each > Decimal())
            goal += Decimal::product(timesFor(need, rule.each), rule.step);
        return {.gain = gainTo(m_most), .goal = goal, .more = goal - m_figure.value};
    }

    /// The next better stretch, not the best: within reach next year.
    Improvement operator()(const BandsRule &rule) const
    {
        const BandsRule::Row *next = nullptr;
        for (const BandsRule::Row &row : rule.rows) {
            if (row.points > m_award.raw && (!next || row.points < next->points))
                next = &row;
        }
        if (!next)
            return {};
        return {.gain = gainTo(next->points),
                .goal = next->range.from.value_or(Decimal()),
                .index = int(next - rule.rows.data())};
    }

    Improvement operator()(const PiecewiseRule &rule) const
    {
        Decimal from;
        for (const PiecewiseRule::Segment &segment : rule.segments) {
            const Decimal done = Decimal::quotient(std::max(m_figure.value - from, Decimal()), segment.per)
                                     .value_or(Decimal())
                                     .rounded(0, Rounding::Down);
            const Decimal goal = from + Decimal::product(done + 1, segment.per);
            // What is left of a piece too short for another step earns nothing: the next piece does.
            if (!segment.upTo || goal <= *segment.upTo)
                return {.gain = std::min(gainTo(m_most), segment.each), .goal = goal};
            from = *segment.upTo;
        }
        return {};
    }

    Improvement operator()(const DeductionRule &rule) const { return {.gain = gainTo(rule.start)}; }

    Improvement operator()(const RatioRule &rule) const
    {
        const bool isMissing = m_award.state == Award::State::Missing;
        if (isMissing && rule.target != RatioRule::Target::Constant)
            return {};
        return {.gain = gainTo(rule.full), .goal = isMissing ? rule.constant : m_award.reference};
    }

    Improvement operator()(const KOfNRule &) const { return {.gain = gainTo(m_most)}; }
    Improvement operator()(const LevelsRule &) const { return {}; } // nobody is told to win honours
    Improvement operator()(const ManualRule &) const { return {}; }

private:
    Decimal gainTo(Decimal points) const { return std::min(points, m_most) - m_award.points; }

    const Figure &m_figure;
    const Award &m_award;
    Decimal m_most;
};

} // namespace

Improvement improvementOf(const Rule &rule, const Figure &figure, const Award &award, Decimal most)
{
    if (award.state != Award::State::Scored && award.state != Award::State::Missing)
        return {};
    const Decimal highest = highestPoints(rule);
    const Improvement found =
        std::visit(Improving(figure, award, most > Decimal() ? std::min(most, highest) : highest), rule);
    return found.gain > Decimal() ? found : Improvement();
}

Decimal gainInTotal(const Plan &plan, const Candidate &candidate, const Score &score, size_t leaf,
                    Decimal gain)
{
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    for (int above = nodes[leaf].parent; above >= 0; above = nodes[size_t(above)].parent) {
        const Decimal marks = score.awards[size_t(above)].reference;
        if (marks > Decimal() && marks < nodes[size_t(above)].points)
            gain = scaledUp(gain, nodes[size_t(above)].points, marks);
    }
    return gain.rounded(plan.scheme->places);
}

} // namespace core
