// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/ranking.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace core {

namespace {

/// −1: a is the better one; 0: equal by points and tie keys.
int compare(const std::vector<TieKey> &keys, const Standing &a, const Standing &b)
{
    const auto higher = [](auto p, auto q) { return p > q ? -1 : p < q ? 1 : 0; };
    int order = higher(a.points, b.points);
    for (size_t i = 0; i < keys.size() && order == 0; ++i) {
        switch (keys[i]) {
        case TieKey::Party:
        case TieKey::Service:
        case TieKey::Standard: {
            const Ranking ranking = *rankingOf(keys[i]);
            order = higher(a.ranked[ranking], b.ranked[ranking]);
            break;
        }
        case TieKey::Bonus: order = higher(a.bonus, b.bonus); break;
        case TieKey::RegisteredOn: // the older one first; without a date last
            if (a.registeredOn.isValid() != b.registeredOn.isValid())
                order = a.registeredOn.isValid() ? -1 : 1;
            else
                order = higher(b.registeredOn, a.registeredOn);
            break;
        }
    }
    return order;
}

} // namespace

std::optional<Ranking> rankingOf(TieKey key)
{
    switch (key) {
    case TieKey::Party: return Ranking::Party;
    case TieKey::Service: return Ranking::Service;
    case TieKey::Standard: return Ranking::Standard;
    case TieKey::Bonus:
    case TieKey::RegisteredOn: break;
    }
    return {};
}

std::vector<Rank> placesOf(const std::vector<TieKey> &keys, std::span<const Standing> standings)
{
    std::vector<size_t> order(standings.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        if (standings[a].group != standings[b].group)
            return standings[a].group < standings[b].group;
        return compare(keys, standings[a], standings[b]) < 0;
    });
    std::vector<Rank> places(standings.size());
    for (size_t from = 0; from < order.size();) {
        size_t to = from;
        while (to < order.size() && standings[order[to]].group == standings[order[from]].group)
            ++to;
        qint64 place = 1;
        for (size_t i = from; i < to; ++i) {
            // Equal ones share the place and the next is skipped: 1, 1, 3.
            if (i > from && compare(keys, standings[order[i]], standings[order[i - 1]]) != 0)
                place = qint64(i - from) + 1;
            places[order[i]] = {place, qint64(to - from)};
        }
        from = to;
    }
    return places;
}

std::vector<Rank> rankBy(const Plan &plan, std::span<const Candidate> candidates,
                         std::span<const Score> scores, const std::function<Decimal(const Score &)> &by,
                         const std::function<QString(const Candidate &)> &group)
{
    QHash<QString, qsizetype> groups;
    std::vector<size_t> rated;
    std::vector<Standing> standings;
    rated.reserve(scores.size());
    standings.reserve(scores.size());
    for (size_t i = 0; i < scores.size(); ++i) {
        if (!scores[i].rated)
            continue;
        qsizetype number = 0;
        if (group) {
            const qsizetype next = groups.size();
            const QString name = group(candidates[i]);
            auto found = groups.find(name);
            if (found == groups.end())
                found = groups.insert(name, next);
            number = *found;
        }
        rated.push_back(i);
        standings.push_back(
            {by(scores[i]), scores[i].ranked, scores[i].bonus, candidates[i].registeredOn, number});
    }
    const std::vector<Rank> places = placesOf(plan.scheme->tieKeys, standings);
    std::vector<Rank> ranks(scores.size());
    for (size_t i = 0; i < rated.size(); ++i)
        ranks[rated[i]] = places[i];
    return ranks;
}

} // namespace core
