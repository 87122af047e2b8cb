// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/attention.h"

#include "core/base/rules.h"
#include "core/base/tr.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Op = Condition::Op;

Condition active()
{
    return Condition::is(u"status"_s, u"active"_s);
}

Condition registered()
{
    return Condition::oneOf(u"kind"_s, {u"association"_s, u"service_institution"_s, u"foundation"_s});
}

Query organizations(std::vector<Condition> parts)
{
    Query query;
    query.type = u"organization"_s;
    parts.insert(parts.begin(), active());
    query.where = Condition::all(std::move(parts));
    return query;
}

Condition without(const QString &type, std::optional<DateWindow> window = {})
{
    Query related;
    related.type = type;
    related.window = std::move(window);
    return Condition::no(Condition::exists(related, u"organization"_s));
}

/// Terms that end in [from, to): the register's own date.
Query termsEnding(QDate from, QDate to)
{
    std::vector<Condition> parts{Condition::compare(Op::Below, u"term_ends_on"_s, to)};
    if (from.isValid())
        parts.push_back(Condition::compare(Op::AtLeast, u"term_ends_on"_s, from));
    return organizations(std::move(parts));
}

/// Grades in force whose five years (or other end) run out in [from, to). A grade that a later one
/// replaced is not due any more, so only the latest of an organization counts.
Query gradesEnding(QDate from, QDate to)
{
    Query query;
    query.type = u"grade"_s;
    std::vector<Condition> parts{
        Condition::is(u"organization.status"_s, u"active"_s),
        Condition::compare(Op::Below, u"valid_to"_s, to),
        // One that was cancelled has ended, but there is nothing to renew.
        Condition::any({Condition::empty(u"decision"_s), Condition::is(u"decision"_s, u"lowered"_s)})};
    if (from.isValid())
        parts.push_back(Condition::compare(Op::AtLeast, u"valid_to"_s, from));
    query.where = Condition::all(std::move(parts));
    return query;
}

} // namespace

Result<std::vector<DataFinding>> dataFindings(const Store &store, QDate today)
{
    const DateWindow thisYear{u"held_on"_s, QDate(today.year(), 1, 1), QDate(today.year(), 12, 31), {}, {}};
    Query inspected;
    inspected.type = u"inspection"_s;
    inspected.where = Condition::is(u"year"_s, today.year() - 1);
    using Weight = DataFinding::Weight;
    std::vector<DataFinding> findings = {
        {u"no_code"_s, tr("缺统一社会信用代码"), 0, Weight::Late,
         organizations({registered(), Condition::empty(u"credit_code"_s)})},
        {u"term_over"_s, tr("任期已满未换届"), 0, Weight::Late, termsEnding({}, today)},
        {u"no_town"_s, tr("未填所在镇街"), 0, Weight::Plain, organizations({Condition::empty(u"town"_s)})},
        {u"no_phone"_s, tr("缺联系电话"), 0, Weight::Plain,
         organizations({Condition::empty(u"contact_phone"_s)})},
        {u"no_activity"_s, tr("今年没有活动记录"), 0, Weight::Plain,
         organizations({without(u"service_activity"_s, thisYear), without(u"party_activity"_s, thisYear)})},
    };
    if (const auto members = ruleOn(u"party_members_required", today)) {
        findings.push_back(
            {u"no_party"_s, tr("应建未建党组织"), 0, Weight::Soon,
             organizations({registered(),
                            Condition::compare(Op::AtLeast, u"party_member_count"_s, members->number()),
                            without(u"party_organization"_s)})});
    }
    if (const auto registeredBy = ruleOn(u"inspected_if_registered_by", today)) {
        const int year = today.year() - 1;
        findings.push_back(
            {u"not_inspected"_s, tr("%1 年度没有年检结论").arg(year), 0, Weight::Soon,
             organizations({registered(),
                            Condition::compare(Op::AtMost, u"registered_on"_s, registeredBy->dayOf(year)),
                            Condition::no(Condition::exists(inspected, u"organization"_s))})});
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const DataFinding &a, const DataFinding &b) { return a.weight < b.weight; });
    for (DataFinding &finding : findings) {
        CORE_ASSIGN(finding.count, store.count(finding.query));
    }
    std::erase_if(findings, [](const DataFinding &finding) { return finding.count == 0; });
    return findings;
}

Result<std::vector<DueItem>> dueItems(const Store &store, QDate until, int limit)
{
    std::vector<DueItem> items;
    Query terms = termsEnding({}, until);
    terms.columns = {u"id"_s, u"name"_s, u"town.name"_s, u"term_ends_on"_s};
    terms.sort = {{u"term_ends_on"_s, true}};
    terms.limit = limit;
    CORE_TRY(store.each(terms, [&](const QVariantList &row) {
        items.push_back({tr("换届"), row.at(1).toString(), row.at(0).toString(), row.at(2).toString(),
                         row.at(3).toDate()});
        return true;
    }));
    Query grades = gradesEnding({}, until);
    grades.columns = {u"organization"_s, u"organization.name"_s, u"organization.town.name"_s, u"valid_to"_s};
    grades.sort = {{u"valid_to"_s, true}};
    grades.limit = limit;
    CORE_TRY(store.each(grades, [&](const QVariantList &row) {
        items.push_back({tr("等级到期"), row.at(1).toString(), row.at(0).toString(), row.at(2).toString(),
                         row.at(3).toDate()});
        return true;
    }));
    std::stable_sort(items.begin(), items.end(),
                     [](const DueItem &a, const DueItem &b) { return a.due < b.due; });
    return items;
}

Result<qint64> countDue(const Store &store, QDate from, QDate until)
{
    CORE_ASSIGN(const qint64 terms, store.count(termsEnding(from, until)));
    CORE_ASSIGN(const qint64 grades, store.count(gradesEnding(from, until)));
    return terms + grades;
}

Result<std::vector<TownProgress>> evaluationProgress(const Store &store, int year)
{
    Query all;
    all.type = u"organization"_s;
    all.where = Condition::all({active(), Condition::no(Condition::empty(u"town"_s))});
    all.group = {u"town.code"_s, u"town.name"_s, u"town"_s};
    all.measures = {{Measure::Kind::Count, {}, {}, u"n"_s}};
    all.sort = {{u"town.code"_s, false}};
    std::vector<TownProgress> towns;
    CORE_TRY(store.each(all, [&](const QVariantList &row) {
        towns.push_back({row.at(1).toString(), row.at(2).toString(), 0, row.at(3).toLongLong()});
        return true;
    }));
    Query rated;
    rated.type = u"evaluation_result"_s;
    rated.where = Condition::is(u"year"_s, year);
    rated.group = {u"organization.town"_s};
    rated.measures = {{Measure::Kind::Count, {}, {}, u"n"_s}};
    QHash<QString, qint64> counts;
    CORE_TRY(store.each(rated, [&](const QVariantList &row) {
        counts.insert(row.at(0).toString(), row.at(1).toLongLong());
        return true;
    }));
    for (TownProgress &town : towns)
        town.rated = std::min(counts.value(town.townId), town.total);
    return towns;
}

} // namespace core
