// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supervision/gradeverbs.h"

#include "core/registry/organization.h"
#include "core/store/runverb.h"
#include "core/supervision/grade.h"
#include "tests/support/teststore.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// An association with a grade of 4A from May 2023 to April 2028; it is 1 July 2025.
struct Graded
{
    TestStore store;
    Grade grade{.level = GradeLevel::Four,
                .assessedOn = QDate(2023, 5, 1),
                .validTo = QDate(2028, 4, 30),
                .certificate = u"ZH-1"_s};

    Graded()
    {
        requireOk(store->change(u"示例"_s, [&](Change &change) -> Status {
            Organization one{.name = u"旧协会"_s, .kind = OrganizationKind::Association};
            CORE_TRY(change.insert(one));
            grade.organization = one.id;
            return change.insert(grade);
        }));
    }
    Grade now()
    {
        const auto found = store->get(grade.id);
        requireOk(found);
        return *found;
    }
    Status run(const char *verb, const QVariantMap &input)
    {
        return runVerb(*store, *findVerb(recordType<Grade>(), verb), grade.id.text, input,
                       QDateTime(QDate(2025, 7, 1), QTime(12, 0)).toUTC());
    }
    Status lower(const QString &level, QDate on = {2025, 3, 1})
    {
        return run("lower", {{u"level"_s, level}, {u"decided_on"_s, on}, {u"reason"_s, u"连续基本合格"_s}});
    }
    Status cancel(QDate on = {2025, 3, 1})
    {
        return run("cancel", {{u"decided_on"_s, on}, {u"reason"_s, u"出借证书"_s}});
    }
};

bool says(const Status &status, const QString &part)
{
    return !status && status.error().text.contains(part);
}

} // namespace

TEST_CASE("A grade is lowered to a lower one, once or twice, and what it was at first is remembered")
{
    Graded graded;
    CHECK(says(graded.lower(u"4a"_s), u"应低于现在的 4A"_s));
    CHECK(says(graded.lower(u"5a"_s), u"应低于现在的 4A"_s));
    requireOk(graded.lower(u"3a"_s));
    requireOk(graded.lower(u"1a"_s, QDate(2025, 6, 30)));
    const Grade now = graded.now();
    CHECK((now.decision == GradeDecision::Lowered));
    CHECK((now.level == GradeLevel::One));
    CHECK((now.loweredFrom == GradeLevel::Four));
    CHECK(now.decidedOn == QDate(2025, 6, 30));
    CHECK(now.validTo == QDate(2028, 4, 30));
    CHECK(says(graded.lower(u"1a"_s), u"已是最低等级"_s));
    requireOk(graded.store->undo());
    CHECK((graded.now().level == GradeLevel::Three));
}

TEST_CASE("A cancelled grade ends on the day it was decided and can only be reinstated")
{
    Graded graded;
    CHECK(says(graded.run("reinstate", {{u"reason"_s, u"复议撤销"_s}}), u"不需要恢复"_s));
    requireOk(graded.cancel());
    CHECK((graded.now().decision == GradeDecision::Cancelled));
    CHECK(graded.now().validTo == QDate(2025, 3, 1));
    CHECK(graded.now().decisionReason == u"出借证书"_s);
    CHECK(says(graded.cancel(), u"已经取消了"_s));
    CHECK(says(graded.lower(u"3a"_s), u"不能再降低"_s));

    CHECK(says(graded.run("reinstate", {{u"reason"_s, u"复议撤销"_s}}), u"证书上的有效期"_s));
    requireOk(graded.run("reinstate", {{u"reason"_s, u"复议撤销"_s}, {u"valid_to"_s, QDate(2028, 4, 30)}}));
    const Grade now = graded.now();
    CHECK_FALSE(now.decision);
    CHECK((now.level == GradeLevel::Four));
    CHECK(now.validTo == QDate(2028, 4, 30));
    CHECK_FALSE(now.decidedOn);
    CHECK(now.decisionReason.isEmpty());
    CHECK(graded.store->journal(1)->front().reason == u"复议撤销"_s);
}

TEST_CASE("A decision is dated while the grade holds, and not in the future")
{
    Graded graded;
    CHECK(says(graded.cancel(QDate(2025, 7, 2)), u"还没有到"_s));
    CHECK(says(graded.cancel(QDate(2023, 4, 30)), u"早于评定日期"_s));
    requireOk(graded.store->change(u"缩短"_s, [&](Change &change) {
        graded.grade.validTo = QDate(2025, 2, 28);
        return change.update(graded.grade);
    }));
    CHECK(says(graded.cancel(QDate(2025, 3, 1)), u"已经期满"_s));
    CHECK_FALSE(graded.now().decision);
    requireOk(graded.cancel(QDate(2025, 2, 28)));
}

TEST_CASE("A decision may be of the day of the assessment, and of today")
{
    Graded first;
    requireOk(first.cancel(first.grade.assessedOn));
    CHECK(first.now().validTo == QDate(2023, 5, 1));
    Graded today;
    requireOk(today.cancel(QDate(2025, 7, 1)));
    CHECK(today.now().validTo == QDate(2025, 7, 1));
}

TEST_CASE("What is written back past a decision is kept as a fault of the record")
{
    Graded graded;
    const auto faultsAfter = [&](auto alter) {
        Grade changed = graded.now();
        alter(changed);
        requireOk(graded.store->change(u"修改"_s, [&](Change &change) { return change.update(changed); }));
        const auto kept = graded.store->problems(recordType<Grade>(), graded.grade.id.text);
        requireOk(kept);
        QStringList fields;
        for (const KeptProblem &problem : *kept)
            fields.append(problem.field);
        return fields;
    };
    requireOk(graded.lower(u"2a"_s));
    CHECK(faultsAfter([](Grade &g) { g.level = GradeLevel::Four; }) == QStringList{u"level"_s});
    CHECK(faultsAfter([](Grade &g) { g.level = GradeLevel::One; }).isEmpty());
    requireOk(graded.cancel());
    CHECK(faultsAfter([](Grade &g) { g.validTo = QDate(2025, 3, 2); }) == QStringList{u"valid_to"_s});
    CHECK(faultsAfter([](Grade &g) { g.validTo.reset(); }) == QStringList{u"valid_to"_s});
    CHECK(faultsAfter([](Grade &g) { g.validTo = QDate(2025, 3, 1); }).isEmpty());
    const auto reinstated = [&](QDate until) {
        return graded.run("reinstate", {{u"reason"_s, u"复议撤销"_s}, {u"valid_to"_s, until}});
    };
    CHECK(says(reinstated(QDate(2023, 4, 30)), u"早于评定日期"_s));
    requireOk(reinstated(QDate(2028, 4, 30)));
    CHECK((graded.now().level == GradeLevel::Four));
}

TEST_CASE("A record in the recycle bin is not acted upon")
{
    Graded graded;
    requireOk(
        graded.store->change(u"删除"_s, [&](Change &change) { return change.remove(graded.grade.id); }));
    CHECK(says(graded.cancel(), u"回收站"_s));
}
