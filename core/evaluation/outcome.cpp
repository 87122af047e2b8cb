// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/outcome.h"

#include <algorithm>

namespace core {

Candidate EvaluationOutcome::candidate(size_t i) const
{
    Candidate candidate = candidates[i];
    if (!figures.empty())
        candidate.figures = figures[i];
    return candidate;
}

Score EvaluationOutcome::score(size_t i) const
{
    return figures.empty() ? scores[i] : scoreAgain(plan, candidate(i), averages, scores[i]);
}

qsizetype EvaluationOutcome::indexOf(const QString &organization) const
{
    const auto found = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate &candidate) { return candidate.id == organization; });
    return found == candidates.end() ? -1 : found - candidates.begin();
}

Decimal EvaluationOutcome::average(OrganizationKind kind, Ranking ranking) const
{
    Decimal sum;
    qint64 count = 0;
    for (size_t i = 0; i < scores.size(); ++i) {
        if (scores[i].rated && candidates[i].kind == kind) {
            sum += scores[i].ranked[ranking];
            ++count;
        }
    }
    const auto average = Decimal::quotient(sum, Decimal::fromInteger(count));
    return average.value_or(Decimal()).rounded(plan.scheme->places);
}

std::vector<EvaluationResult> EvaluationOutcome::records() const
{
    std::vector<EvaluationResult> kept;
    kept.reserve(scores.size());
    for (size_t i = 0; i < scores.size(); ++i)
        kept.push_back(resultRecord(plan, year, candidate(i), score(i)));
    return kept;
}

} // namespace core
