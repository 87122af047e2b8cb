// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/score.h"

#include "core/evaluation/band.h"
#include "core/evaluation/leaf.h"
#include "core/evaluation/rank.h"
#include "core/evaluation/sumup.h"
#include "core/evaluation/warning.h"

#include <algorithm>

namespace core {

namespace {

/// Sums for averages, per kind and node; exact, so the order of addition does not matter.
struct Sum
{
    Decimal sum;
    qint64 count = 0;

    void add(Decimal value)
    {
        sum += value;
        ++count;
    }
    std::optional<Decimal> average() const
    {
        return count > 0 ? Decimal::quotient(sum, Decimal::fromInteger(count)) : std::nullopt;
    }
};

class Scorer
{
public:
    Scorer(const Plan &plan, std::span<const Candidate> candidates)
        : m_plan(plan)
        , m_scheme(*plan.scheme)
        , m_candidates(candidates)
        , m_scores(candidates.size())
    {
        for (const OrganizationKind kind : allOf<OrganizationKind>())
            m_sums[kind].resize(plan.of(kind).nodes.size());
    }

    std::vector<Score> run()
    {
        for (size_t i = 0; i < m_scores.size(); ++i)
            admit(m_candidates[i], m_scores[i]);
        averageFigures();
        for (size_t i = 0; i < m_scores.size(); ++i) {
            if (m_scores[i].rated)
                scoreLeaves(m_candidates[i], m_scores[i]);
        }
        averagePoints();
        for (size_t i = 0; i < m_scores.size(); ++i) {
            if (m_scores[i].rated) {
                sumUp(m_plan, m_candidates[i], m_scores[i]);
                decideBand(m_plan, m_candidates[i], m_scores[i]);
            }
        }
        rank();
        for (size_t i = 0; i < m_scores.size(); ++i) {
            if (m_scores[i].rated)
                warn(m_plan, m_candidates[i], m_scores[i]);
        }
        return std::move(m_scores);
    }

private:
    void admit(const Candidate &candidate, Score &score) const
    {
        for (size_t i = 0; i < m_plan.exclusions.size() && score.exclusion < 0; ++i) {
            if (holds(candidate, m_plan.exclusions[i]))
                score.exclusion = int(i);
        }
        const std::vector<PlanNode> &nodes = m_plan.of(candidate.kind).nodes;
        const bool any = std::any_of(nodes.begin(), nodes.end(), [](const PlanNode &n) { return n.inKind; });
        score.rated = score.exclusion < 0 && any;
        if (score.rated)
            score.awards.resize(nodes.size());
    }

    /// Averages of the figures that rules compare with.
    void averageFigures()
    {
        for (const OrganizationKind kind : allOf<OrganizationKind>()) {
            const std::vector<PlanNode> &nodes = m_plan.of(kind).nodes;
            std::vector<std::optional<Decimal>> &averages = m_figureAverages[kind];
            averages.resize(nodes.size());
            for (size_t n = 0; n < nodes.size(); ++n) {
                const RatioRule *ratio = nodes[n].rule ? std::get_if<RatioRule>(&*nodes[n].rule) : nullptr;
                if (!ratio || ratio->target != RatioRule::Target::Average)
                    continue;
                Sum sum;
                for (size_t i = 0; i < m_scores.size(); ++i) {
                    const Candidate &candidate = m_candidates[i];
                    if (candidate.kind != kind || !m_scores[i].rated || !applies(m_plan, candidate, n))
                        continue;
                    if (const Figure &figure = candidate.figures[size_t(nodes[n].leaf)]; figure.known)
                        sum.add(figure.value);
                }
                averages[n] = sum.average();
            }
        }
    }

    void scoreLeaves(const Candidate &candidate, Score &score)
    {
        const std::vector<PlanNode> &nodes = m_plan.of(candidate.kind).nodes;
        for (size_t n = 0; n < nodes.size(); ++n) {
            if (nodes[n].leaf < 0 || !nodes[n].rule)
                continue;
            score.awards[n] = leafAward(m_plan, candidate, n, {m_figureAverages[candidate.kind][n]});
            if (score.awards[n].state == Award::State::Scored)
                m_sums[candidate.kind][n].add(score.awards[n].points);
        }
    }

    void averagePoints()
    {
        for (size_t i = 0; i < m_scores.size(); ++i) {
            for (size_t n = 0; n < m_scores[i].awards.size(); ++n) {
                Award &award = m_scores[i].awards[n];
                if (award.state != Award::State::Averaged)
                    continue;
                fillAverage(m_scheme, m_sums[m_candidates[i].kind][n].average().value_or(Decimal()), award);
            }
        }
    }

    void rank()
    {
        const auto total = [](const Score &s) { return s.total; };
        const auto overall = rankBy(m_plan, m_candidates, m_scores, total);
        const auto kind = rankBy(m_plan, m_candidates, m_scores, total,
                                 [](const Candidate &c) { return QString(QChar(u'0' + int(c.kind))); });
        const auto town =
            rankBy(m_plan, m_candidates, m_scores, total, [](const Candidate &c) { return c.town; });
        for (size_t i = 0; i < m_scores.size(); ++i) {
            m_scores[i].overall = overall[i];
            m_scores[i].inKind = kind[i];
            if (!m_candidates[i].town.isEmpty())
                m_scores[i].inTown = town[i];
        }
    }

    const Plan &m_plan;
    const Scheme &m_scheme;
    std::span<const Candidate> m_candidates;
    std::vector<Score> m_scores;
    ByKind<std::vector<Sum>> m_sums;
    ByKind<std::vector<std::optional<Decimal>>> m_figureAverages;
};

} // namespace

std::vector<Score> scoreAll(const Plan &plan, std::span<const Candidate> candidates)
{
    return Scorer(plan, candidates).run();
}

} // namespace core
