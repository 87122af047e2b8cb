// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agenda/due.h"

#include "core/features.h"
#include "core/registry/division.h"
#include "core/registry/organization.h"
#include "core/supervision/grade.h"
#include "tests/support/teststore.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QDate today(2025, 12, 8);

/// Organizations with ends of terms and grades; what is due is counted by hand.
struct County
{
    TestStore store;
    std::vector<Organization> all;

    Organization &organization(const QString &name, std::optional<QDate> termEndsOn = {},
                               OrganizationStatus status = OrganizationStatus::Active)
    {
        Organization one{.name = name, .status = status};
        one.termEndsOn = termEndsOn;
        requireOk(store->change(u"新增"_s, [&](Change &change) { return change.insert(one); }));
        all.push_back(one);
        return all.back();
    }
    void grade(const Organization &who, QDate on, std::optional<QDate> validTo)
    {
        Grade one{.organization = who.id, .level = GradeLevel::Three, .assessedOn = on};
        one.validTo = validTo;
        requireOk(store->change(u"评估"_s, [&](Change &change) { return change.insert(one); }));
    }
    qint64 count(const DueSpan &span) { return *countDue(*store, allDueSources(), span); }
    /// "甲 2025-12-01", in their order.
    QStringList listed(const DueSpan &span, int limit = -1)
    {
        const auto items = dueItems(*store, allDueSources(), span, limit);
        requireOk(items);
        QStringList names;
        for (const DueItem &item : *items)
            names.append(item.organization + u' ' + item.due.toString(Qt::ISODate));
        return names;
    }
};

} // namespace

TEST_CASE("a term and a grade are late before today and soon due within thirty days, each listed once")
{
    County county;
    county.organization(u"甲"_s, QDate(2025, 12, 7));
    county.organization(u"乙"_s, today);
    county.organization(u"丙"_s, QDate(2026, 1, 6)); // the thirtieth day counted from today
    county.organization(u"丁"_s, QDate(2026, 1, 7)); // one more
    county.organization(u"戊"_s, QDate(2020, 1, 1), OrganizationStatus::Deregistered);
    county.organization(u"己"_s);
    county.grade(county.all[5], {2020, 12, 1}, QDate(2025, 11, 30));
    CHECK(county.listed(DueSpan::late(today)) == QStringList{u"己 2025-11-30"_s, u"甲 2025-12-07"_s});
    CHECK(county.listed(DueSpan::soon(today)) == QStringList{u"乙 2025-12-08"_s, u"丙 2026-01-06"_s});
    CHECK(county.listed(DueSpan::lateOrSoon(today)).size() == 4);
    CHECK(county.count(DueSpan::late(today)) == 2);
    CHECK(county.count(DueSpan::soon(today)) == 2);
    const auto items = dueItems(*county.store, allDueSources(), DueSpan::late(today));
    requireOk(items);
    CHECK(&items->front().type() == &recordType<Grade>());
    CHECK(items->back().id == county.all[0].id.text);
}

TEST_CASE("a grade that was assessed anew is not due any more, and is again when the new one ends")
{
    County county;
    const Organization who = county.organization(u"甲"_s);
    county.grade(who, {2018, 5, 1}, QDate(2023, 4, 30));
    CHECK(county.count(DueSpan::late(today)) == 1);
    county.grade(who, {2023, 6, 1}, QDate(2028, 5, 31));
    CHECK(county.count(DueSpan::late(today)) == 0);
    CHECK(county.listed(DueSpan::late(today)).isEmpty());
    CHECK(county.listed(DueSpan::late({2028, 6, 1})) == QStringList{u"甲 2028-05-31"_s});
    // One without an end is never due, and hides the one before all the same.
    county.grade(who, {2024, 6, 1}, {});
    CHECK(county.listed(DueSpan::late({2030, 1, 1})).isEmpty());
}

TEST_CASE("what is due says the town of its organization, whatever the source")
{
    County county;
    Division east{.code = u"330421001"_s, .name = u"东门街道"_s, .level = DivisionLevel::Town};
    requireOk(county.store->change(u"新增"_s, [&](Change &change) { return change.insert(east); }));
    Organization who = county.organization(u"甲"_s, QDate(2025, 11, 1));
    who.town = east.id;
    requireOk(county.store->change(u"改"_s, [&](Change &change) { return change.update(who); }));
    county.grade(who, {2020, 1, 1}, QDate(2025, 11, 2));
    county.organization(u"乙"_s, QDate(2025, 11, 3));
    const auto items = dueItems(*county.store, allDueSources(), DueSpan::late(today));
    requireOk(items);
    REQUIRE(items->size() == 3);
    CHECK(items->at(0).town == u"东门街道"_s);
    CHECK(items->at(1).town == u"东门街道"_s);
    CHECK(items->at(2).town.isEmpty());
}

TEST_CASE("a limit keeps the earliest over all sources, whichever source they are of")
{
    County county;
    for (int day = 1; day <= 9; ++day)
        county.organization(u"届%1"_s.arg(day), QDate(2025, 11, day));
    const Organization who = county.organization(u"级"_s);
    county.grade(who, {2020, 1, 1}, QDate(2025, 11, 4));
    CHECK(county.listed(DueSpan::late(today), 5) == QStringList{u"届1 2025-11-01"_s, u"届2 2025-11-02"_s,
                                                                u"届3 2025-11-03"_s, u"届4 2025-11-04"_s,
                                                                u"级 2025-11-04"_s});
    CHECK(county.listed(DueSpan::late(today)).size() == county.count(DueSpan::late(today)));
    CHECK(county.count(DueSpan::late(today)) == 10);
}

TEST_CASE("every due source is a query that can be asked, and leads to an organization")
{
    TestStore store;
    QSet<QString> keys;
    REQUIRE(allDueSources().size() >= 2);
    for (const DueSource *source : allDueSources()) {
        INFO(source->key);
        CHECK_FALSE(keys.contains(QString::fromLatin1(source->key)));
        keys.insert(QString::fromLatin1(source->key));
        requireOk(checkQuery(dueQuery(*source, DueSpan::lateOrSoon(today))));
        const DueSource *one[] = {source};
        requireOk(dueItems(*store, one, DueSpan::lateOrSoon(today)));
    }
}
