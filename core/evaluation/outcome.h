// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/evaluation/packedfigures.h"
#include "core/evaluation/resultrecord.h"
#include "core/evaluation/score.h"

namespace core {

/// One year evaluated: what went in and what came out. candidates[i] and scores[i] belong together.
///
/// What was computed now has everything in them. A stored year (loadScores()) keeps figures packed, and no
/// awards: they are most of the memory and are asked for one by one; candidate() and score() have them in
/// both.
struct EvaluationOutcome
{
    int year = 0;
    QDate cutoff; ///< The last day whose records count: 31 December, or the day it was computed.
    Plan plan;
    std::vector<Candidate> candidates;
    std::vector<Score> scores;
    PackedFigures figures; ///< Those of the candidates, where they do not have them.
    Averages averages;     ///< What score() needs where the scores have no awards.
    /// What of the scores by hand does not count as it stands, a sentence each; only of what was computed
    /// now.
    QStringList manualRemarks;
    QString journalHead; ///< Head of the journal that the figures were read at.
    QString resultHash;  ///< SHA-256 over all results.
    /// The record it is kept in; without id before storeEvaluation().
    Evaluation evaluation;
    /// False: computing again from what is stored gives other results than are stored.
    bool matchesStored = true;

    /// Candidate with figures, and score with awards.
    Candidate candidate(size_t i) const;
    Score score(size_t i) const;
    /// Position of an organization; −1: not in it.
    qsizetype indexOf(const QString &organization) const;
    /// Average of a ranking's points over the rated organizations of one kind, at the scheme's places.
    Decimal average(OrganizationKind kind, Ranking ranking) const;
    /// The records that keep it, in the order of the candidates; without ids of their own.
    std::vector<EvaluationResult> records() const;
};

} // namespace core
