// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluationverbs.h"

#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/shippedschemes.h"
#include "core/evaluation/storedevaluation.h"
#include "core/registry/keptreason.h"
#include "core/store/runverb.h"
#include "tests/evaluation/testscheme.h"
#include "tests/support/teststore.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QString why = u"一家组织的处罚漏录"_s;

/// One association, evaluated for the years asked for.
struct Years
{
    TestStore store;

    explicit Years(std::initializer_list<int> years)
    {
        requireOk(store->change(u"示例"_s, [&](Change &change) {
            Organization one{.name = u"旧协会"_s,
                             .kind = OrganizationKind::Association,
                             .registeredOn = QDate(2010, 1, 1)};
            return change.insert(one);
        }));
        for (const int year : years) {
            Progress progress;
            auto outcome = evaluateYear(*store, year, schemeFrom(*shippedScheme(u"demo-county"_s)), progress);
            requireOk(outcome);
            requireOk(storeEvaluation(*store, *outcome, progress));
        }
    }
    Evaluation of(int year) const
    {
        const auto found = evaluationThatCounts(*const_cast<TestStore &>(store), year);
        requireOk(found);
        return *found;
    }
    Status run(const char *verb, int year, const QVariantMap &input = {})
    {
        return runVerb(*store, *findVerb(recordType<Evaluation>(), verb), of(year).id.text, input);
    }
    Status withdraw(int year) { return run("withdraw", year, {{u"reason"_s, why}}); }
};

} // namespace

TEST_CASE("A year is published by its verb alone: nothing else may write its state")
{
    Years years({2024});
    Evaluation evaluation = years.of(2024);
    evaluation.state = EvaluationState::Published;
    const auto update = [&](Change &change) { return change.update(evaluation); };
    const Status direct = years.store->change(u"公布"_s, update);
    REQUIRE_FALSE(direct);
    CHECK(direct.error().text.contains(u"状态"_s));
    // An act opens what it names, and nothing besides.
    CHECK_FALSE(runAct(*years.store, keepReasonAct(), u"公布"_s, update));
    CHECK((years.of(2024).state == EvaluationState::Draft));

    requireOk(years.run("publish", 2024));
    CHECK((years.of(2024).state == EvaluationState::Published));
    CHECK(years.of(2024).publishedAt);
    CHECK(years.store->journal(1)->front().what == u"公布 2024 年度积分评价"_s);
    const Status twice = years.run("publish", 2024);
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == Error::Code::Conflict);
    CHECK(twice.error().text.contains(u"已经公布过"_s));
}

TEST_CASE("Ctrl+Z stops before a published year; only withdrawing it, with a reason, goes back")
{
    Years years({2024});
    CHECK_FALSE(years.withdraw(2024)); // nothing to withdraw yet
    requireOk(years.run("publish", 2024));
    const auto entries = years.store->journal()->size();
    const Status undone = years.store->undo();
    REQUIRE_FALSE(undone);
    CHECK(undone.error().text.contains(u"公布 2024 年度积分评价"_s));
    CHECK(undone.error().text.contains(u"请办理“撤销公布”"_s)); // its counter-verb, also after a restart
    years.store.reopen();
    CHECK(years.store->undoBlock() == undone.error().text);
    CHECK(verbOf(years.store->journal(1)->front()) == findVerb(recordType<Evaluation>(), "publish"));
    CHECK(years.store->journal()->size() == entries);
    CHECK_FALSE(years.run("withdraw", 2024));
    CHECK_FALSE(years.run("withdraw", 2024, {{u"reason"_s, u""_s}}));
    CHECK((years.of(2024).state == EvaluationState::Published));

    requireOk(years.withdraw(2024));
    CHECK((years.of(2024).state == EvaluationState::Draft));
    CHECK_FALSE(years.of(2024).publishedAt);
    const JournalEntry entry = years.store->journal(1)->front();
    CHECK(entry.what == u"撤销公布 2024 年度积分评价"_s);
    CHECK(entry.reason == why);
    CHECK(entry.outward);
    // Withdrawing went out as well, and its description says why nothing goes back.
    CHECK_FALSE(years.store->undo());
    CHECK(years.store->undoBlock().contains(u"核对以后可以重新公布"_s));
    CHECK_FALSE(years.store->undoBlock().contains(u"请办理"_s));

    // It is a trial again: it may be computed and published once more.
    Progress progress;
    auto again = evaluateYear(*years.store, 2024, schemeFrom(*shippedScheme(u"demo-county"_s)), progress);
    requireOk(again);
    requireOk(storeEvaluation(*years.store, *again, progress));
    requireOk(years.store->undo()); // what is done after it can be taken back
    requireOk(years.store->redo());
    requireOk(years.run("publish", 2024));
    CHECK(years.store->verify()->faults.empty());
}

TEST_CASE("A year that a later published one was compared with is not withdrawn before that one")
{
    Years years({2024, 2025});
    requireOk(years.run("publish", 2024));
    requireOk(years.run("publish", 2025));
    const Status early = years.withdraw(2024);
    REQUIRE_FALSE(early);
    CHECK(early.error().text.contains(u"2025"_s));
    CHECK((years.of(2024).state == EvaluationState::Published));
    requireOk(years.withdraw(2025));
    requireOk(years.withdraw(2024));
}
