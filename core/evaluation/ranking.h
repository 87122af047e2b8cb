// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

#include <functional>

namespace core {

/// What decides the place of one that is rated.
struct Standing
{
    Decimal points;
    ByRanking<Decimal> ranked; ///< These three only between equal points, as tie keys ask for them.
    Decimal bonus;
    QDate registeredOn;
    qsizetype group = 0; ///< Places are given within equal groups.
};

/// The places of \a standings: the one rule for all lists, in the window and on paper. The highest points
/// first, equal ones by \a keys; those that are equal in everything share a place and the next one is
/// skipped: 1, 1, 3.
std::vector<Rank> placesOf(const std::vector<TieKey> &keys, std::span<const Standing> standings);

/// Ranks by any figure of the score, the highest first, equal ones by the scheme's tie keys; within groups
/// (equal \a group texts), or overall when no group is given. Unrated ones have no rank.
std::vector<Rank> rankBy(const Plan &plan, std::span<const Candidate> candidates,
                         std::span<const Score> scores, const std::function<Decimal(const Score &)> &by,
                         const std::function<QString(const Candidate &)> &group = {});

/// The ranking that a tie key compares; none: it compares something else.
std::optional<Ranking> rankingOf(TieKey key);

} // namespace core
