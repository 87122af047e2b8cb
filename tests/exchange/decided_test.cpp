// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb decided, no sheet changes: neither an old one that is imported once more nor a back-filled one.
#include "core/record/verb.h"
#include "core/registry/organization.h"
#include "core/store/runverb.h"
#include "core/supervision/grade.h"
#include "tests/exchange/sheets.h"

using namespace exchangetest;

namespace {

const QStringList gradeHead = {u"社会组织"_s, u"等级"_s, u"评定日期"_s, u"有效期至"_s, u"证书号"_s};

/// A store with one grade, imported from a sheet.
class GradeCase
{
public:
    GradeCase()
    {
        importFixture(*m_store, u"p_orgs.csv"_s, "organization");
        CHECK(importRow({u"样例甲协会"_s, u"4A"_s, u"2024-01-01"_s, u"2028-12-31"_s, u"一号"_s}).added == 1);
    }
    Store &store() { return *m_store; }
    ImportReport importRow(const QStringList &row, const QStringList &head = gradeHead)
    {
        return import(*m_store, writeSheet(m_store.folder() + u"/等级.csv"_s, {head, row}), "grade");
    }
    Grade grade() { return m_store->all<Grade>()->front(); }
    void cancel()
    {
        requireOk(runVerb(*m_store, *findVerb(recordType<Grade>(), "cancel"), grade().id.text,
                          {{u"decided_on"_s, QDate(2025, 3, 1)}, {u"reason"_s, u"评估材料不实"_s}}));
    }

private:
    TestStore m_store;
};

} // namespace

TEST_CASE("an old sheet does not revive a grade that was cancelled")
{
    GradeCase grades;
    grades.cancel();
    const Grade cancelled = grades.grade();
    const ImportReport report =
        grades.importRow({u"样例甲协会"_s, u"4A"_s, u"2024-01-01"_s, u"2028-12-31"_s, u"一号"_s});
    REQUIRE(report.refused == 1);
    CHECK(report.refusals.front().text.contains(u"取消等级"_s));
    CHECK(report.refusals.front().text.contains(u"2025-03-01"_s));
    CHECK(grades.grade().validTo == cancelled.validTo);
    // What the verb did not decide may still be put right, and what agrees is let be.
    CHECK(grades.importRow({u"样例甲协会"_s, u"4A"_s, u"2024-01-01"_s, u"2025-03-01"_s, u"二号"_s}).updated ==
          1);
    CHECK(grades.grade().certificate == u"二号"_s);
}

TEST_CASE("back-filled papers do not overwrite what a verb decided, but put right what papers brought in")
{
    const QStringList head = gradeHead + QStringList{u"等级处理"_s, u"处理日期"_s};
    GradeCase filled;
    CHECK(filled
              .importRow({u"样例甲协会"_s, u"4A"_s, u"2024-01-01"_s, u"2025-02-01"_s, u"一号"_s, u"已取消"_s,
                          u"2025-02-01"_s},
                         head)
              .updated == 1);
    CHECK(filled
              .importRow({u"样例甲协会"_s, u"4A"_s, u"2024-01-01"_s, u"2025-02-01"_s, u"一号"_s, u"已取消"_s,
                          u"2025-01-31"_s},
                         head)
              .updated == 1);
    CHECK(filled.grade().decidedOn == QDate(2025, 1, 31));

    GradeCase decided;
    decided.cancel();
    const ImportReport report = decided.importRow(
        {u"样例甲协会"_s, u"4A"_s, u"2024-01-01"_s, u"2025-03-01"_s, u"一号"_s, u"已取消"_s, u"2024-12-01"_s},
        head);
    CHECK(report.refused == 1);
    CHECK(decided.grade().decidedOn == QDate(2025, 3, 1));
}

TEST_CASE("a decision that was taken back by undo holds no sheet off, and one that was done again does")
{
    GradeCase grades;
    const QStringList longer = {u"样例甲协会"_s, u"4A"_s, u"2024-01-01"_s, u"2029-12-31"_s, u"一号"_s};
    grades.cancel();
    requireOk(grades.store().undo());
    requireOk(grades.store().redo());
    CHECK(grades.importRow(longer).refused == 1);
    requireOk(grades.store().undo());
    CHECK(grades.importRow(longer).updated == 1);
    CHECK(grades.grade().validTo == QDate(2029, 12, 31));
}

TEST_CASE("A column of two dates tells from when and until when a grade holds")
{
    TestStore store;
    requireOk(store->change(u"登记"_s, [](Change &change) -> Status {
        for (const QString &name : {u"甲协会"_s, u"乙协会"_s, u"丙协会"_s}) {
            Organization one{.name = name, .kind = OrganizationKind::Association};
            CORE_TRY(change.insert(one));
        }
        return ok();
    }));
    const ImportReport both =
        import(*store,
               writeSheet(store.folder() + u"/a.xlsx"_s,
                          {{u"社会组织"_s, u"等级"_s, u"证书有效期"_s},
                           {u"甲协会"_s, u"4A"_s, u"2020-01-01至2024-12-31"_s},
                           {u"乙协会"_s, u"3A"_s, u"自二〇二一年三月五日起至2026年3月4日止"_s},
                           {u"丙协会"_s, u"3A"_s, u"2026-03-04止"_s}}),
               "grade");
    INFO(saidOf(both).toStdString());
    CHECK(both.added == 2);
    CHECK(both.refused == 1); // from when is not said
    CHECK(saidOf(both).contains(u"“证书有效期”里写的是一段时间，“评定日期”记为 2020-01-01。"));
    CHECK(saidOf(both).contains(u"“有效期至”记为 2024-12-31"));
    const auto all = store->all<Grade>({.sort = {{u"assessed_on"_s}}});
    requireOk(all);
    CHECK(all->at(0).assessedOn == QDate(2020, 1, 1));
    CHECK(all->at(0).validTo == QDate(2024, 12, 31));
    CHECK(all->at(1).assessedOn == QDate(2021, 3, 5));
    CHECK(all->at(1).validTo == QDate(2026, 3, 4));

    // Beside the day of assessment only the end is taken, and a lone date is the end.
    const ImportReport end =
        import(*store,
               writeSheet(store.folder() + u"/b.xlsx"_s,
                          {{u"社会组织"_s, u"等级"_s, u"评定日期"_s, u"有效期"_s},
                           {u"丙协会"_s, u"3A"_s, u"2015-06-30"_s, u"2015.7.1—2018.6.30"_s},
                           {u"丙协会"_s, u"3A"_s, u"2018-06-30"_s, u"2021-06-30"_s}}),
               "grade");
    INFO(saidOf(end).toStdString());
    CHECK(end.added == 2);
    CHECK(store->all<Grade>({.sort = {{u"assessed_on"_s}}})->at(0).validTo == QDate(2018, 6, 30));
    CHECK(store->all<Grade>({.sort = {{u"assessed_on"_s}}})->at(1).validTo == QDate(2021, 6, 30));
    CHECK(saidOf(end).contains(u"“评定日期”以它自己的一列为准"));
}
