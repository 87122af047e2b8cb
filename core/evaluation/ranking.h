// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

#include <functional>

namespace core {

/// Ranks by any figure of the score, the highest first, equal ones by the scheme's tie keys; within groups
/// (equal \a group texts), or overall when no group is given. Unrated ones have no rank. Those that are equal
/// in everything share a rank and the next one is skipped: 1, 1, 3.
std::vector<Rank> rankBy(const Plan &plan, std::span<const Candidate> candidates,
                         std::span<const Score> scores, const std::function<Decimal(const Score &)> &by,
                         const std::function<QString(const Candidate &)> &group = {});

/// The ranking that a tie key compares; none: it compares something else.
std::optional<Ranking> rankingOf(TieKey key);

} // namespace core
