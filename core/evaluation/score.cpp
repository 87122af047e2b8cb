// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/score.h"

#include "core/evaluation/band.h"
#include "core/evaluation/leaf.h"
#include "core/evaluation/ranking.h"
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

/// Whether a candidate is rated, and if not, why.
void admit(const Plan &plan, const Candidate &candidate, Score &score)
{
    for (size_t i = 0; i < plan.exclusions.size() && score.exclusion < 0; ++i) {
        if (holds(candidate, plan.exclusions[i]))
            score.exclusion = int(i);
    }
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    const bool any = std::any_of(nodes.begin(), nodes.end(), [](const PlanNode &n) { return n.inKind; });
    score.rated = score.exclusion < 0 && any;
}

/// The awards of the leaves; those that are an average of the others wait for it.
void scoreLeaves(const Plan &plan, const Candidate &candidate,
                 const std::vector<std::optional<Decimal>> &averages, Score &score)
{
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    score.awards.assign(nodes.size(), {});
    for (size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].leaf >= 0 && nodes[n].rule)
            score.awards[n] = leafAward(plan, candidate, n, {averages[n]});
    }
}

void fillAverages(const Scheme &scheme, const std::vector<std::optional<Decimal>> &averages, Score &score)
{
    for (size_t n = 0; n < score.awards.size(); ++n) {
        Award &award = score.awards[n];
        if (award.state == Award::State::Averaged)
            fillAverage(scheme, averages[n].value_or(Decimal()), award);
    }
}

/// From the awards of the leaves to total and band.
void conclude(const Plan &plan, const Candidate &candidate, Score &score)
{
    sumUp(plan, candidate, score);
    decideBand(plan, candidate, score);
}

/// Whether some indicator can earn what the others earned on average.
bool waitsForOthers(const Plan &plan)
{
    const auto waits = [](const PlanNode &node) {
        return node.missing == Absent::Average || node.notApplicable == Absent::Average;
    };
    return std::any_of(plan.kinds.begin(), plan.kinds.end(), [&](const KindPlan &kind) {
        return std::any_of(kind.nodes.begin(), kind.nodes.end(), waits);
    });
}

/// Awards are some hundred bytes an organization, half the memory of a year.
enum class Awards { Kept, Dropped };

class Scorer
{
public:
    Scorer(const Plan &plan, std::span<const Candidate> candidates, const WithFigures &withFigures,
           Awards awards)
        : m_plan(plan)
        , m_candidates(candidates)
        , m_withFigures(withFigures)
        , m_isKept(awards == Awards::Kept)
        , m_waits(waitsForOthers(plan))
        , m_scores(candidates.size())
        , m_requiredMissing(candidates.size())
    {}

    ScoredYear run()
    {
        for (size_t i = 0; i < m_scores.size(); ++i)
            admit(m_plan, m_candidates[i], m_scores[i]);
        averageFigures();
        scoreByRule();
        for (size_t i = 0; m_waits && i < m_scores.size(); ++i) {
            if (m_scores[i].rated)
                scoreWithAverages(i);
        }
        rank();
        for (size_t i = 0; i < m_scores.size(); ++i) {
            if (m_scores[i].rated)
                warn(m_plan, m_candidates[i], m_requiredMissing[i], m_scores[i]);
        }
        return {std::move(m_scores), std::move(m_averages)};
    }

private:
    /// Averages of the figures that rules compare with. Most schemes have none, and the figures rest.
    void averageFigures()
    {
        ByKind<std::vector<Sum>> sums;
        bool any = false;
        for (const OrganizationKind kind : allOf<OrganizationKind>()) {
            const std::vector<PlanNode> &nodes = m_plan.of(kind).nodes;
            sums[kind].resize(nodes.size());
            m_averages.figures[kind].resize(nodes.size());
            any = any || std::any_of(nodes.begin(), nodes.end(), comparesWithOthers);
        }
        for (size_t i = 0; any && i < m_scores.size(); ++i) {
            if (m_scores[i].rated)
                addFigures(m_withFigures(i), sums[m_candidates[i].kind]);
        }
        takeAverages(sums, m_averages.figures);
    }

    void addFigures(const Candidate &candidate, std::vector<Sum> &sums) const
    {
        const std::vector<PlanNode> &nodes = m_plan.of(candidate.kind).nodes;
        for (size_t n = 0; n < nodes.size(); ++n) {
            if (!comparesWithOthers(nodes[n]) || !applies(m_plan, candidate, n))
                continue;
            if (const Figure &figure = candidate.figures[size_t(nodes[n].leaf)]; figure.known)
                sums[n].add(figure.value);
        }
    }

    void scoreByRule()
    {
        ByKind<std::vector<Sum>> sums;
        for (const OrganizationKind kind : allOf<OrganizationKind>()) {
            sums[kind].resize(m_plan.of(kind).nodes.size());
            m_averages.points[kind].resize(sums[kind].size());
        }
        for (size_t i = 0; i < m_scores.size(); ++i) {
            if (!m_scores[i].rated)
                continue;
            const OrganizationKind kind = m_candidates[i].kind;
            scoreLeavesOf(i);
            const std::vector<PlanNode> &nodes = m_plan.of(kind).nodes;
            for (size_t n = 0; n < nodes.size(); ++n) {
                const Award &award = m_scores[i].awards[n];
                if (nodes[n].leaf >= 0 && nodes[n].rule && award.state == Award::State::Scored)
                    sums[kind][n].add(award.points);
            }
            if (!m_waits)
                concludeOne(i);
            else if (!m_isKept)
                drop(m_scores[i].awards);
        }
        takeAverages(sums, m_averages.points);
    }

    void scoreWithAverages(size_t i)
    {
        if (!m_isKept)
            scoreLeavesOf(i);
        fillAverages(*m_plan.scheme, m_averages.points[m_candidates[i].kind], m_scores[i]);
        concludeOne(i);
    }

    void scoreLeavesOf(size_t i)
    {
        scoreLeaves(m_plan, m_withFigures(i), m_averages.figures[m_candidates[i].kind], m_scores[i]);
    }

    void concludeOne(size_t i)
    {
        conclude(m_plan, m_candidates[i], m_scores[i]);
        m_requiredMissing[i] = isRequiredMissing(m_plan, m_candidates[i], m_scores[i]);
        if (!m_isKept)
            drop(m_scores[i].awards);
    }

    static void takeAverages(const ByKind<std::vector<Sum>> &sums,
                             ByKind<std::vector<std::optional<Decimal>>> &averages)
    {
        for (const OrganizationKind kind : allOf<OrganizationKind>()) {
            for (size_t n = 0; n < sums[kind].size(); ++n)
                averages[kind][n] = sums[kind][n].average();
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

    /// Not “= {}”, which keeps their room.
    static void drop(std::vector<Award> &awards) { awards = std::vector<Award>(); }

    const Plan &m_plan;
    std::span<const Candidate> m_candidates;
    const WithFigures &m_withFigures;
    const bool m_isKept; ///< The awards are.
    const bool m_waits;  ///< Some award can wait for the average of the others.
    std::vector<Score> m_scores;
    std::vector<bool> m_requiredMissing;
    Averages m_averages;
};

} // namespace

ScoredYear scoreYear(const Plan &plan, std::span<const Candidate> candidates, const WithFigures &withFigures)
{
    return Scorer(plan, candidates, withFigures, Awards::Dropped).run();
}

std::vector<Score> scoreAll(const Plan &plan, std::span<const Candidate> candidates)
{
    const WithFigures itself = [candidates](size_t i) -> const Candidate & { return candidates[i]; };
    return Scorer(plan, candidates, itself, Awards::Kept).run().scores;
}

Score scoreAgain(const Plan &plan, const Candidate &candidate, const Averages &averages, const Score &places)
{
    Score score;
    admit(plan, candidate, score);
    if (!score.rated)
        return score;
    scoreLeaves(plan, candidate, averages.figures[candidate.kind], score);
    fillAverages(*plan.scheme, averages.points[candidate.kind], score);
    conclude(plan, candidate, score);
    score.overall = places.overall;
    score.inKind = places.inKind;
    score.inTown = places.inTown;
    warn(plan, candidate, isRequiredMissing(plan, candidate, score), score);
    return score;
}

} // namespace core
