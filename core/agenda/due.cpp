// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agenda/due.h"

#include "core/base/rules.h"
#include "core/registry/division.h"
#include "core/registry/organization.h"
#include "core/store/where.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The path to a field of the organization of a source.
QString ofOrganization(const DueSource &source, const QString &path)
{
    return source.organization.isEmpty() ? path : source.organization + u'.' + path;
}

} // namespace

int dueSoonDays(QDate today)
{
    const auto rule = ruleOn(u"due_soon_days", today);
    return rule ? int(rule->number()) : 0;
}

DueSpan DueSpan::soon(QDate today)
{
    return {today, today.addDays(dueSoonDays(today))};
}

Query dueQuery(const DueSource &source, const DueSpan &span)
{
    Query query = source.query;
    std::vector<Condition> parts{query.where,
                                 Condition::compare(Condition::Op::Below, source.date, span.until)};
    if (span.from.isValid())
        parts.push_back(Condition::compare(Condition::Op::AtLeast, source.date, span.from));
    query.where = Condition::all(std::move(parts));
    return query;
}

Result<qint64> countDue(const Store &store, DueSources sources, const DueSpan &span)
{
    std::vector<Query> queries;
    for (const DueSource *source : sources)
        queries.push_back(dueQuery(*source, span));
    CORE_ASSIGN(const std::vector<qint64> counts, store.counts(queries));
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

Result<std::vector<DueItem>> dueItems(const Store &store, DueSources sources, const DueSpan &span, int limit)
{
    std::vector<DueItem> items;
    for (const DueSource *source : sources) {
        Query query = dueQuery(*source, span);
        query.columns = {u"id"_s, source->date, ofOrganization(*source, path<&Organization::name>()),
                         ofOrganization(*source, path<&Organization::town, &Division::name>())};
        query.sort = {{source->date, false}};
        query.limit = limit; // the first of all are among the first of each
        CORE_TRY(store.each(query, [&](const QVariantList &row) {
            items.push_back({source, row.at(0).toString(), row.at(1).toDate(), row.at(2).toString(),
                             row.at(3).toString()});
            return true;
        }));
    }
    std::ranges::stable_sort(items, {}, &DueItem::due);
    if (limit >= 0 && items.size() > size_t(limit))
        items.resize(size_t(limit));
    return items;
}

} // namespace core
