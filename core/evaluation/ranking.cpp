// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/ranking.h"

#include <QHash>

#include <algorithm>

namespace core {

namespace {

/// −1: a is the better one; 0: equal by value and tie keys.
int compare(const std::vector<TieKey> &keys, const Candidate &a, const Candidate &b, const Score &x,
            const Score &y)
{
    const auto higher = [](auto p, auto q) { return p > q ? -1 : p < q ? 1 : 0; };
    for (const TieKey key : keys) {
        int order = 0;
        switch (key) {
        case TieKey::Party:
        case TieKey::Service:
        case TieKey::Standard: {
            const Ranking ranking = *rankingOf(key);
            order = higher(x.ranked[ranking], y.ranked[ranking]);
            break;
        }
        case TieKey::Bonus: order = higher(x.bonus, y.bonus); break;
        case TieKey::RegisteredOn: // the older one first; without a date last
            if (a.registeredOn.isValid() != b.registeredOn.isValid())
                order = a.registeredOn.isValid() ? -1 : 1;
            else
                order = higher(b.registeredOn, a.registeredOn);
            break;
        }
        if (order != 0)
            return order;
    }
    return 0;
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

std::vector<Rank> rankBy(const Plan &plan, std::span<const Candidate> candidates,
                         std::span<const Score> scores, const std::function<Decimal(const Score &)> &by,
                         const std::function<QString(const Candidate &)> &group)
{
    struct Entry
    {
        size_t index;
        Decimal value;
        qsizetype group;
    };
    QHash<QString, qsizetype> groups;
    std::vector<Entry> order;
    order.reserve(scores.size());
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
        order.push_back({i, by(scores[i]), number});
    }
    const std::vector<TieKey> &keys = plan.scheme->tieKeys;
    const auto tie = [&](const Entry &a, const Entry &b) {
        return compare(keys, candidates[a.index], candidates[b.index], scores[a.index], scores[b.index]);
    };
    std::sort(order.begin(), order.end(), [&](const Entry &a, const Entry &b) {
        if (a.group != b.group)
            return a.group < b.group;
        if (a.value != b.value)
            return a.value > b.value;
        return tie(a, b) < 0;
    });
    std::vector<Rank> ranks(scores.size());
    for (size_t from = 0; from < order.size();) {
        size_t to = from;
        while (to < order.size() && order[to].group == order[from].group)
            ++to;
        qint64 rank = 1;
        for (size_t i = from; i < to; ++i) {
            // Equal ones share the rank and the next is skipped: 1, 1, 3.
            if (i > from && (order[i].value != order[i - 1].value || tie(order[i], order[i - 1]) != 0))
                rank = qint64(i - from) + 1;
            ranks[order[i].index] = {rank, qint64(to - from)};
        }
        from = to;
    }
    return ranks;
}

} // namespace core
