// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agenda/findings.h"

#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/evaluationresult.h"
#include "core/evaluation/progress.h"
#include "core/features.h"
#include "core/party/partyactivity.h"
#include "core/registry/organization.h"
#include "core/store/where.h"
#include "tests/support/teststore.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QDate day(2025, 12, 8);

qint64 countOf(TestStore &store, const QString &key)
{
    const auto found = checkUp(*store, allFindings(day));
    requireOk(found);
    for (const Found &one : *found) {
        if (one.finding.key == key)
            return one.count;
    }
    return 0;
}

} // namespace

TEST_CASE("every finding and every figure is a query that can be asked, and its key stands once")
{
    QSet<QString> keys;
    const auto check = [&](const DataFinding &finding) {
        INFO(finding.key.toStdString());
        CHECK_FALSE(keys.contains(finding.key));
        keys.insert(finding.key);
        CHECK_FALSE(finding.title.isEmpty());
        requireOk(checkQuery(finding.query));
    };
    for (const DataFinding &finding : allFindings(day))
        check(finding);
    for (const HeadFigure &figure : allHeadFigures(day))
        check(figure.finding);
    for (const char *known : {"no_code", "term_over", "no_town", "no_phone", "no_activity", "no_party",
                              "not_inspected", "organizations", "warned"})
        CHECK(keys.contains(QString::fromLatin1(known)));
}

TEST_CASE("an organization without any activity of the year is found until one of any feature is entered")
{
    TestStore store;
    Organization a{.name = u"甲"_s};
    Organization b{.name = u"乙"_s};
    PartyActivity last{.kind = PartyActivityKind::Lecture, .heldOn = {2024, 12, 31}, .title = u"去年"_s};
    requireOk(store->change(u"示例"_s, [&](Change &change) -> Status {
        CORE_TRY(change.insert(a));
        CORE_TRY(change.insert(b));
        last.organization = a.id;
        return change.insert(last);
    }));
    CHECK(countOf(store, u"no_activity"_s) == 2);
    last.heldOn = QDate(2025, 1, 1);
    requireOk(store->change(u"改日期"_s, [&](Change &change) { return change.update(last); }));
    CHECK(countOf(store, u"no_activity"_s) == 1);
    requireOk(store->change(u"删除"_s, [&](Change &change) { return change.remove(b.id); }));
    CHECK(countOf(store, u"no_activity"_s) == 0); // what lies in the recycle bin is not found
}

TEST_CASE("the check-up leaves out what nothing is found of, and begins with the worst")
{
    TestStore store;
    Organization one{.name = u"甲"_s, .kind = OrganizationKind::Association};
    one.contactPhone = u"0573-84021234"_s;
    one.partyMemberCount = 3;
    requireOk(store->change(u"示例"_s, [&](Change &change) { return change.insert(one); }));
    const auto found = checkUp(*store, allFindings(day));
    requireOk(found);
    QStringList keys;
    for (const Found &each : *found) {
        keys.append(each.finding.key);
        CHECK(each.count == 1);
    }
    CHECK(keys == QStringList{u"no_code"_s, u"no_party"_s, u"no_town"_s, u"no_activity"_s});
}

TEST_CASE("the progress of the year counts the same organizations as rated and as all")
{
    TestStore store;
    Division town{.code = u"330421001"_s, .name = u"东门街道"_s, .level = DivisionLevel::Town};
    SchemeRecord scheme;
    Evaluation evaluation{.year = 2025,
                          .title = u"2025 年度积分评价"_s,
                          .computedAt = QDateTime({2026, 1, 5}, {9, 0}, Qt::UTC),
                          .cutoff = {2025, 12, 31}};
    requireOk(changeAsProgram(*store, u"示例"_s, [&](Change &change) -> Status {
        CORE_TRY(change.insert(town));
        scheme.schemeKey = u"demo"_s;
        scheme.version = u"1"_s;
        scheme.title = u"方案"_s;
        scheme.contentHash = QString(64, u'a');
        CORE_TRY(change.insert(scheme));
        evaluation.scheme = scheme.id;
        CORE_TRY(change.insert(evaluation));
        // Two rated in town, one of them no longer active; one unrated; one rated without a town.
        for (int i = 0; i < 4; ++i) {
            Organization one{.name = u"组织%1"_s.arg(i)};
            if (i < 3)
                one.town = town.id;
            if (i == 1)
                one.status = OrganizationStatus::Deregistered;
            CORE_TRY(change.insert(one));
            if (i == 2)
                continue;
            EvaluationResult result{.evaluation = evaluation.id, .organization = one.id, .year = 2025};
            CORE_TRY(change.insert(result));
        }
        return ok();
    }));
    const auto progress = evaluationProgress(*store, day);
    requireOk(progress);
    REQUIRE(progress->parts.size() == 2);
    CHECK(progress->parts[0].name == u"东门街道"_s);
    CHECK(progress->parts[0].done == 1);
    CHECK(progress->parts[0].all == 2);
    CHECK(progress->parts[1].done == 1);
    CHECK(progress->parts[1].all == 1);
    for (const JobProgress::Part &part : progress->parts)
        CHECK(*store->count(part.query) == part.all);
    CHECK(yearAtWork(QDate(2026, 6, 30)) == 2025);
    CHECK(yearAtWork(QDate(2026, 7, 1)) == 2026);
}
