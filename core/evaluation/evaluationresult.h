// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/evaluation/rankinglists.h"
#include "core/record/recordtype.h"
#include "core/registry/organization.h"

namespace core {

/// Whether a warning line was crossed.
enum class WarningLevel { None, Watch, Warning };
std::span<const Choice> choicesOf(WarningLevel);

/// What one organization earned in one year.
struct EvaluationResult
{
    Id<EvaluationResult> id;
    Id<Evaluation> evaluation;
    Id<Organization> organization;
    qint64 year = 0;
    bool rated = false; ///< False: outside the scheme, or excluded; the note says why.
    Decimal total;
    QString band;
    Decimal partyPoints;
    Decimal standardPoints;
    Decimal servicePoints;
    Decimal bonus;
    Decimal deduction; ///< Positive when points were taken off.
    std::optional<qint64> rankInKind;
    std::optional<qint64> countInKind;
    std::optional<qint64> rankInTown;
    std::optional<qint64> countInTown;
    std::optional<Decimal> previousTotal;
    WarningLevel warning{};
    LongText note;    ///< Warnings, vetoes and exclusions, one sentence a line.
    LongText details; ///< JSON: figure and points of every indicator; what explanations are made from.
};

template<>
const RecordType &recordType<EvaluationResult>();

/// The member that keeps the points of a ranking: the one place where the two meet.
Decimal EvaluationResult::*pointsMember(Ranking ranking);
/// Key of its field.
QString pointsField(Ranking ranking);

} // namespace core
