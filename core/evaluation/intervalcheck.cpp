// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/intervalcheck.h"

#include "core/base/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

using Severity = Finding::Severity;

void checkIntervals(const std::vector<std::pair<QString, Interval>> &stretches, int places,
                    Severity gapSeverity, const FindingSink &found)
{
    std::vector<std::pair<QString, Interval>> sorted = stretches;
    // Lowest first; one without a lower end is the lowest.
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return b.second.from && (!a.second.from || *a.second.from < *b.second.from);
    });
    Decimal step = 1;
    for (int i = 0; i < places; ++i)
        step = Decimal::fromMicro(step.micro() / 10);
    for (const auto &[name, range] : sorted) {
        if (range.from && range.to && *range.from > *range.to)
            found(Severity::Error, tr("“%1”的下限高于上限。").arg(name));
    }
    for (size_t i = 1; i < sorted.size(); ++i) {
        const auto &[lowName, low] = sorted[i - 1];
        const auto &[highName, high] = sorted[i];
        if (!low.to || !high.from || *low.to > *high.from) {
            found(Severity::Error, tr("“%1”与“%2”有重叠。").arg(lowName, highName));
            continue;
        }
        if (*low.to == *high.from && !low.toOpen && !high.fromOpen) {
            found(Severity::Error,
                  tr("“%1”与“%2”重叠：%3 既属前者又属后者。").arg(lowName, highName, low.to->toString()));
            continue;
        }
        // The first number, in the scheme's decimals, that lies above the lower stretch.
        const Decimal first = low.toOpen ? *low.to : *low.to + step;
        if (first < *high.from || (first == *high.from && high.fromOpen)) {
            const Decimal middle = Decimal::fromMicro((low.to->micro() + high.from->micro()) / 2)
                                       .rounded(places, Rounding::Down);
            const Decimal example = middle > *low.to && middle < *high.from ? middle : first;
            found(gapSeverity,
                  tr("“%1”与“%2”之间有空档：%3 不属于任何一档。").arg(lowName, highName, example.toString()));
        }
    }
}

} // namespace core
