// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/band.h"

#include <algorithm>

namespace core {

namespace {

/// The band by the total, not better than \a best; notes the bands that gates keep out of reach.
int bandOf(const Plan &plan, const Candidate &candidate, Score &score, int best)
{
    const Scheme &scheme = *plan.scheme;
    const bool zeroed = std::any_of(score.vetoes.begin(), score.vetoes.end(), [&](int v) {
        return scheme.vetoes[size_t(v)].effect == Veto::Effect::Zero;
    });
    bool reached = false; // a better band that a gate or a ceiling keeps out of reach leads to this one
    for (size_t b = 0; b < scheme.bands.size(); ++b) {
        const bool also = !zeroed && holds(candidate, plan.alsoWhen[b]);
        reached = reached || also || scheme.bands[b].range.contains(score.total);
        if (!reached || int(b) < best)
            continue;
        const std::vector<int> &gates = plan.gates[b];
        if (std::none_of(gates.begin(), gates.end(), [&](int g) { return holds(candidate, g); }))
            return int(b);
        score.gates.push_back(int(b));
    }
    return -1;
}

} // namespace

void decideBand(const Plan &plan, const Candidate &candidate, Score &score)
{
    const Scheme &scheme = *plan.scheme;
    for (size_t v = 0; v < plan.vetoes.size(); ++v) {
        if (holds(candidate, plan.vetoes[v]))
            score.vetoes.push_back(int(v));
    }
    const auto index = [&](const QString &name) {
        for (size_t b = 0; b < scheme.bands.size(); ++b) {
            if (scheme.bands[b].name == name)
                return int(b);
        }
        return -1;
    };
    int best = 0;
    int fixed = -1;
    for (const int v : score.vetoes) {
        const Veto &veto = scheme.vetoes[size_t(v)];
        switch (veto.effect) {
        case Veto::Effect::Zero: score.total = {}; break;
        case Veto::Effect::Band: fixed = std::max(fixed, index(veto.band)); break;
        case Veto::Effect::Ceiling: best = std::max(best, index(veto.band)); break;
        }
    }
    if (candidate.previousTotal)
        score.change = score.total - *candidate.previousTotal;
    score.band = fixed >= 0 ? fixed : bandOf(plan, candidate, score, best);
}

} // namespace core
