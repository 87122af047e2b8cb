// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/award.h"
#include "core/evaluation/plan.h"

#include <functional>
#include <span>

namespace core {

/// What scoring needs to know of one organization. Everything is in it: no register is read while scoring.
struct Candidate
{
    QString id; ///< Organization.
    OrganizationKind kind{};
    QString town;       ///< Id of the division, or any text that is the same for the same town; may be empty.
    QDate registeredOn; ///< May be invalid: ranks after those that have one.
    std::vector<bool> facts;     ///< By Plan::facts: does it hold?
    std::vector<Figure> figures; ///< By PlanNode::leaf of its kind.
    std::optional<Decimal> previousTotal;
};

/// Whether a fact holds for a candidate; a negative number: there is no such condition, so it does not.
inline bool holds(const Candidate &candidate, int fact)
{
    return fact >= 0 && size_t(fact) < candidate.facts.size() && candidate.facts[size_t(fact)];
}

/// Place in a group.
struct Rank
{
    qint64 rank = 0; ///< 1 is the best; 0: not ranked.
    qint64 count = 0;
    friend bool operator==(const Rank &, const Rank &) = default;
};

/// What one organization earned.
struct Score
{
    bool rated = false;        ///< False: excluded, or the scheme has nothing for its kind.
    int exclusion = -1;        ///< Index into Scheme::exclusions.
    std::vector<Award> awards; ///< By KindPlan::nodes.
    Decimal marks;             ///< Sum of the marks, with the start, scaled where parts do not apply.
    Decimal bonus;             ///< After its cap.
    Decimal deduction;         ///< Positive.
    Decimal total;
    ByRanking<Decimal> ranked;     ///< Points of the rankings.
    int band = -1;                 ///< Index into Scheme::bands; −1: none.
    std::vector<int> vetoes;       ///< Indices into Scheme::vetoes.
    std::vector<int> gates;        ///< Bands that the total would give but a gate keeps out of reach.
    std::optional<Decimal> change; ///< Total less last year's.
    Rank overall;
    Rank inKind;
    Rank inTown;
    std::vector<int> warnings; ///< Indices into Scheme::warnings.
    WarningLevel warning = WarningLevel::None;

    friend bool operator==(const Score &, const Score &) = default;
};

/// What one organization is compared with: averages over those of its kind, by KindPlan::nodes.
struct Averages
{
    ByKind<std::vector<std::optional<Decimal>>> figures; ///< Where a rule compares with it; else empty.
    ByKind<std::vector<std::optional<Decimal>>> points;  ///< Of those scored by the rule, unrounded.
};

/// The scores of a year, and what they were compared with.
struct ScoredYear
{
    std::vector<Score> scores; ///< scores[i] belongs to candidate i.
    Averages averages;
};

/// The steps behind every award of a scored candidate, by KindPlan::nodes: the same functions once more, with
/// what was compared with others taken from the awards. They end at the points awarded.
std::vector<Workings> workingsOf(const Plan &plan, const Candidate &candidate, const Score &score);

/// Candidate i with its figures. What it answers is read before it is asked again.
using WithFigures = std::function<const Candidate &(size_t i)>;

/// Scores, ranks and bands all candidates. Pure; the answer for each does not depend on their order.
/// Integers only; linear in the number of candidates, ranking n log n. The figures of \a candidates are not
/// read: \a withFigures is asked for those of one after the other, so that they need not be in memory all at
/// once; for the same reason the scores have no awards (scoreAgain() does).
ScoredYear scoreYear(const Plan &plan, std::span<const Candidate> candidates, const WithFigures &withFigures);
/// The same for candidates that have their figures, with awards. scores[i] belongs to candidates[i].
std::vector<Score> scoreAll(const Plan &plan, std::span<const Candidate> candidates);

/// The score of one candidate of a year once more, without the others: \a places is a score of it that has
/// its places among them; its awards are not read.
Score scoreAgain(const Plan &plan, const Candidate &candidate, const Averages &averages, const Score &places);

} // namespace core
