// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/schemerecord.h"
#include "core/record/recordtype.h"

namespace core {

/// Draft may be recomputed; published is frozen.
enum class EvaluationState { Draft, Published };
std::span<const Choice> choicesOf(EvaluationState);

/// The points evaluation of one year by one scheme (年度积分评价). A year may be evaluated by several
/// schemes, side by side: it is found by year and key of its scheme (core/evaluation/currentevaluation.h).
/// While it is a trial, the version of the scheme may change.
struct Evaluation
{
    Id<Evaluation> id;
    qint64 year = 0;
    QString title;
    Id<SchemeRecord> scheme;
    EvaluationState state{};
    QDateTime computedAt;
    QDate cutoff; ///< The last day whose records count.
    std::optional<QDateTime> publishedAt;
    QString journalHead; ///< Head of the journal the figures were read at.
    QString resultHash;  ///< SHA-256 over all results; recomputing must give the same.
};

template<>
const RecordType &recordType<Evaluation>();

} // namespace core
