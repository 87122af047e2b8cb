// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

namespace core {

/// Records that a figure was drawn from.
struct Evidence
{
    Query records;
    qint64 count = 0; ///< More than 0.
};

/// One line of the explanation of a score: an indicator, or a group of them.
struct ScoreLine
{
    QString code; ///< Of the indicator.
    QString name;
    QString explanation; ///< Figure and calculation in words; of a group: how it was scaled, or empty.
    Section section = Section::Marks;
    int depth = 0; ///< 0: top of its section.
    bool isGroup = false;
    Award::State state = Award::State::Scored;
    Decimal points;                   ///< What counts; of a deduction: what is taken off, positive.
    Decimal most;                     ///< 0: no limit.
    bool isManual = false;            ///< A person scores it.
    std::optional<Evidence> evidence; ///< Filled in by storedScore() alone; empty: none, or not looked for.
};

/// Every indicator that there is for the kind of organization, in the order of the scheme: marks, bonus,
/// deductions. Empty when it is not rated.
std::vector<ScoreLine> scoreLines(const Plan &plan, const Candidate &candidate, const Score &score);

} // namespace core
