// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/evaluation/evaluation.h"
#include "core/evaluation/resultrecord.h"
#include "core/evaluation/score.h"
#include "core/store/store.h"

namespace core {

/// One year evaluated: what went in and what came out. candidates[i] and scores[i] belong together.
struct EvaluationOutcome
{
    int year = 0;
    QDate cutoff; ///< The last day whose records count: 31 December, or the day it was computed.
    Plan plan;
    std::vector<Candidate> candidates;
    std::vector<Score> scores;
    QString journalHead; ///< Head of the journal that the figures were read at.
    QString resultHash;  ///< SHA-256 over all results.
    /// The record it is kept in; without id before storeEvaluation().
    Evaluation evaluation;
    /// False: computing again from what is stored gives other results than are stored.
    bool matchesStored = true;

    /// Position of an organization; −1: not in it.
    qsizetype indexOf(const QString &organization) const;
    /// Average of a ranking's points over the rated organizations of one kind, at the scheme's places.
    Decimal average(OrganizationKind kind, Tag tag) const;
};

/// Computes a year for all organizations from the registers: one query per figure, then scoring in memory.
/// Writes nothing. Conflict when the year is published; InvalidInput when the scheme is not in force.
Result<EvaluationOutcome> evaluateYear(const Store &store, int year, const Scheme &scheme, Progress &progress,
                                       QDate today = QDate::currentDate());

/// Keeps a computed year, in one change (“2025 年度积分评价试算”): scheme, evaluation, one result for each
/// organization; what an earlier trial of the year left behind is replaced. Answers the outcome's
/// Evaluation. Conflict when the year is published.
Result<Evaluation> storeEvaluation(Store &store, EvaluationOutcome &outcome, Progress &progress);

/// The stored evaluation of a year; NotFound when there is none.
Result<Evaluation> findEvaluation(const Store &store, int year);

/// Rebuilds a stored year, explanations included, from the stored scheme and details; reads no register.
Result<EvaluationOutcome> loadScores(const Store &store, int year);
Result<EvaluationOutcome> loadScores(const Store &store, const Evaluation &evaluation);

/// Conflict, with the organizations named, when computing \a outcome again from what is stored gave other
/// bytes than are stored.
Status requireUnchanged(const Store &store, const EvaluationOutcome &outcome);

/// Whether a published year still gives the same bytes. Conflict, with the organizations named, when not.
Status recheckPublished(const Store &store, int year);

} // namespace core
