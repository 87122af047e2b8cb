// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agenda/findings.h"

#include "core/agenda/due.h"
#include "core/base/tr.h"
#include "core/registry/selections.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

Result<std::vector<Found>> checkUp(const Store &store, std::vector<DataFinding> findings)
{
    std::ranges::stable_sort(findings, {}, &DataFinding::weight);
    std::vector<Query> queries;
    queries.reserve(findings.size());
    for (const DataFinding &finding : findings)
        queries.push_back(finding.query);
    CORE_ASSIGN(const std::vector<qint64> counts, store.counts(queries));
    std::vector<Found> found;
    for (size_t i = 0; i < findings.size(); ++i) {
        if (counts[i] > 0)
            found.push_back({std::move(findings[i]), counts[i]});
    }
    return found;
}

DataFinding lateFinding(const DueSource &source, QDate today)
{
    return {QString::fromLatin1(source.key) + u"_over"_s, tr(source.late), DataFinding::Weight::Late,
            dueQuery(source, DueSpan::late(today))};
}

DataFinding withoutActivity(std::span<const ActivitySource *const> sources, QDate today)
{
    std::vector<Condition> none;
    for (const ActivitySource *source : sources) {
        Query related;
        related.type = QString::fromLatin1(source->type);
        related.window =
            DateWindow{source->date, QDate(today.year(), 1, 1), QDate(today.year(), 12, 31), {}, {}};
        none.push_back(Condition::no(Condition::exists(std::move(related), source->organization)));
    }
    return {u"no_activity"_s, tr("今年没有活动记录"), DataFinding::Weight::Plain,
            activeOrganizations(Condition::all(std::move(none)))};
}

} // namespace core
