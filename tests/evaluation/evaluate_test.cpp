// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluate.h"

#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/evaluationverbs.h"
#include "core/evaluation/explanation.h"
#include "core/evaluation/manualscore.h"
#include "core/evaluation/publishedcheck.h"
#include "core/evaluation/remarks.h"
#include "core/evaluation/shippedschemes.h"
#include "core/evaluation/storedevaluation.h"
#include "core/evaluation/storedscore.h"
#include "core/party/partyactivity.h"
#include "core/party/partyorganization.h"
#include "core/service/project.h"
#include "core/service/serviceactivity.h"
#include "core/supervision/inspection.h"
#include "core/supervision/penalty.h"
#include "tests/evaluation/testscheme.h"
#include "tests/support/teststore.h"

#include <QThread>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A service institution with a rich year, an association with a bad one, a small community organization,
/// one newly registered, one cancelled. Their points by the demonstration scheme are worked out by hand
/// below.
struct County
{
    TestStore store;
    Progress progress;
    Division east{.code = u"330421001"_s, .name = u"东门街道"_s, .level = DivisionLevel::Town};
    Organization rich{.name = u"阳光社"_s,
                      .kind = OrganizationKind::ServiceInstitution,
                      .registeredOn = QDate(2015, 9, 21),
                      .staffCount = 8,
                      .partyMemberCount = 4,
                      .termEndsOn = QDate(2027, 5, 1),
                      .charterHasParty = true,
                      .disclosureItems = 6};
    Organization poor{.name = u"旧协会"_s,
                      .kind = OrganizationKind::Association,
                      .registeredOn = QDate(2010, 1, 1),
                      .staffCount = 1,
                      .partyMemberCount = 3,
                      .termEndsOn = QDate(2024, 5, 1)};
    Organization small{.name = u"邻里社"_s,
                       .kind = OrganizationKind::CommunityOrganization,
                       .registeredOn = QDate(2020, 1, 1),
                       .address = u"某路 1 号"_s,
                       .legalRepresentative = u"张三"_s,
                       .individualMembers = 12};
    Organization fresh{
        .name = u"新协会"_s, .kind = OrganizationKind::Association, .registeredOn = QDate(2025, 1, 1)};
    Organization gone{.name = u"没了"_s,
                      .kind = OrganizationKind::Association,
                      .status = OrganizationStatus::Deregistered,
                      .registeredOn = QDate(2001, 1, 1)};

    County()
    {
        requireOk(store->change(u"示例"_s, [&](Change &change) -> Status {
            CORE_TRY(change.insert(east));
            for (Organization *one : {&rich, &poor, &small, &fresh, &gone}) {
                one->town = east.id;
                CORE_TRY(change.insert(*one));
            }
            PartyOrganization party{.organization = rich.id,
                                    .name = u"阳光社党支部"_s,
                                    .form = PartyForm::Single,
                                    .foundedOn = QDate(2018, 7, 1)};
            CORE_TRY(change.insert(party));
            return fillYear(change);
        }));
    }

    Status fillYear(Change &change)
    {
        const auto meet = [&](PartyActivityKind kind, QDate on) {
            PartyActivity activity{.organization = rich.id, .kind = kind, .heldOn = on, .title = u"活动"_s};
            return change.insert(activity);
        };
        for (int i = 1; i <= 11; ++i) // eleven meetings of branch life, and one of the year before
            CORE_TRY(meet(i % 2 ? PartyActivityKind::CommitteeMeeting : PartyActivityKind::Lecture,
                          QDate(2025, i, 3)));
        CORE_TRY(meet(PartyActivityKind::Lecture, QDate(2024, 12, 31)));
        for (const int month : {1, 1, 3, 4, 5, 6, 7, 9, 10, 11, 12}) // no theme day in February and August
            CORE_TRY(meet(PartyActivityKind::ThemeDay, QDate(2025, month, 20)));
        CORE_TRY(meet(PartyActivityKind::LifeMeeting, QDate(2025, 1, 15)));
        const auto serve = [&](const Organization &who, QDate on, const char *hours, qint64 yuan) {
            ServiceActivity activity{.organization = who.id,
                                     .title = u"服务"_s,
                                     .heldOn = on,
                                     .hours = dec(hours),
                                     .spending = Money::yuan(yuan)};
            return change.insert(activity);
        };
        CORE_TRY(serve(rich, {2025, 3, 5}, "500.5", 12000));
        CORE_TRY(serve(rich, {2025, 10, 17}, "400", 9000));
        CORE_TRY(serve(small, {2025, 12, 31}, "60", 0));
        CORE_TRY(serve(small, {2026, 1, 1}, "500", 0));
        const auto project = [&](Performance performance) {
            Project one{.organization = rich.id,
                        .year = 2025,
                        .name = u"项目%1"_s.arg(int(performance)),
                        .performance = performance};
            return change.insert(one);
        };
        CORE_TRY(project(Performance::Excellent));
        CORE_TRY(project(Performance::Good));
        Inspection passed{.organization = rich.id, .year = 2024, .conclusion = InspectionConclusion::Pass};
        Inspection absent{.organization = poor.id, .year = 2024, .conclusion = InspectionConclusion::Absent};
        CORE_TRY(change.insert(passed));
        CORE_TRY(change.insert(absent));
        Penalty warned{.organization = poor.id,
                       .documentNumber = u"1"_s,
                       .kind = PenaltyKind::Warning,
                       .decidedOn = QDate(2025, 4, 1)};
        CORE_TRY(change.insert(warned));
        ManualScore honour{.organization = rich.id,
                           .year = 2025,
                           .indicator = u"P2"_s,
                           .value = 3,
                           .evidence = {u"县级表彰"_s},
                           .scorer = u"李科员"_s};
        return change.insert(honour);
    }

    Scheme scheme() const { return schemeFrom(*shippedScheme(u"demo-county"_s)); }
    EvaluationOutcome evaluate()
    {
        auto outcome = evaluateYear(*store, 2025, scheme(), progress, QDate(2026, 2, 1));
        requireOk(outcome);
        return *std::move(outcome);
    }
    /// The one that is stored.
    Evaluation evaluation()
    {
        const auto found = evaluationThatCounts(*store, 2025);
        requireOk(found);
        return *found;
    }
    static QString explained(const EvaluationOutcome &outcome, const Organization &who, const QString &code)
    {
        const auto i = size_t(outcome.indexOf(who.id.text));
        return ::explained(outcome.plan, outcome.candidate(i), outcome.score(i), code);
    }
    static QString points(const EvaluationOutcome &outcome, const Organization &who, const QString &code)
    {
        const auto i = size_t(outcome.indexOf(who.id.text));
        return awardOf(outcome.plan, outcome.candidate(i), outcome.score(i), code).points.toString();
    }
};

} // namespace

TEST_CASE("A year of records becomes the points worked out by hand, with their explanations")
{
    County county;
    const EvaluationOutcome outcome = county.evaluate();
    CHECK(outcome.candidates.size() == 4); // the cancelled one is not in it
    CHECK(outcome.cutoff == QDate(2025, 12, 31));

    // A: 8 + 0 + 5.5 + 10 + 2 + 4 = 29.5
    CHECK(County::explained(outcome, county.rich, u"A1"_s) == u"已单独组建党组织，得 8 分"_s);
    CHECK(County::explained(outcome, county.rich, u"A2"_s) == u"未选派党建指导员、联络员，得 0 分"_s);
    CHECK(County::explained(outcome, county.rich, u"A3"_s) == u"11 次 × 0.5 分 = 5.5 分"_s);
    CHECK(County::explained(outcome, county.rich, u"A4"_s) ==
          u"11 次，计 10 次（每月最多计 1 次，缺 2 月、8 月） × 1 分 = 10 分"_s);
    CHECK(County::explained(outcome, county.rich, u"A5"_s) ==
          u"2 项中满足 1 项（组织生活会；缺：民主评议党员），得 2 分"_s);
    CHECK(County::points(outcome, county.rich, u"A"_s) == u"29.5"_s);
    // B: 10 + 6 + 6×6÷8 + 7 + 3 = 30.5 of 32, no grade yet: × 35 ÷ 32 = 33.359 → 33.4
    CHECK(County::explained(outcome, county.rich, u"B3"_s) ==
          u"6 项，目标 8 项，按比例 6 分 × 6 ÷ 8 = 4.5 分"_s);
    CHECK(County::explained(outcome, county.rich, u"B"_s) ==
          u"适用指标共 32 分，得 30.5 分，折算 30.5 分 × 35 ÷ 32 = 33.4 分"_s);
    // C: 900.5 h → 8, 2 → 2, 3.5 + 2.5 = 6
    CHECK(County::points(outcome, county.rich, u"C1"_s) == u"8"_s);
    CHECK(County::explained(outcome, county.rich, u"C3"_s) ==
          u"优秀 1 个 × 3.5 分 + 良好 1 个 × 2.5 分 = 6 分"_s);
    // Bonus: 21,000 yuan → 2, a person's 3
    CHECK(County::explained(outcome, county.rich, u"P2"_s) ==
          u"人工评分 3 分（0—5 分）（李科员：县级表彰）"_s);
    const Score &rich = outcome.scores[size_t(outcome.indexOf(county.rich.id.text))];
    CHECK(rich.total == dec("83.9")); // 29.5 + 33.4 + 16 + 5
    CHECK(rich.inTown == Rank{1, 3});

    // The association: no party organization though it should have one, absent from inspection, warned.
    const auto p = size_t(outcome.indexOf(county.poor.id.text));
    CHECK(County::explained(outcome, county.poor, u"A1"_s) == u"应建未建党组织，得 0 分"_s);
    CHECK(County::explained(outcome, county.poor, u"B4"_s) ==
          u"起评 7 分，扣 警告 1 次 × 3 分 = 3 分，得 4 分"_s);
    CHECK(outcome.plan.scheme->bands.at(size_t(outcome.scores[p].band)).name == u"不合格"_s);
    CHECK(remarksFor(outcome.plan, outcome.candidates[p], outcome.scores[p]).decisions.first() ==
          u"一票否决：上年度年检不合格或未参加年检，等次不得高于“合格”。"_s);

    // An average is that of the rated ones of its kind: here of one alone.
    for (const Ranking ranking : allOf<Ranking>()) {
        CHECK(outcome.average(OrganizationKind::ServiceInstitution, ranking) ==
              outcome.scores[size_t(outcome.indexOf(county.rich.id.text))].ranked[ranking]);
        CHECK(outcome.average(OrganizationKind::Association, ranking) == outcome.scores[p].ranked[ranking]);
    }

    // The community organization: A 9 of 15 → 24 of 40, B 15 + 15 = 30, C 8 + 4 = 12; 1 January does not
    // count.
    const auto s = size_t(outcome.indexOf(county.small.id.text));
    CHECK(County::explained(outcome, county.small, u"C1"_s) ==
          u"60 小时，属“50—100 小时（不含）”，得 8 分"_s);
    CHECK(County::explained(outcome, county.small, u"B7"_s) ==
          u"4 项中满足 3 项（负责人、活动场所、成员人数；缺：联系电话），得 15 分"_s);
    CHECK(outcome.scores[s].total == Decimal(66));

    const auto f = size_t(outcome.indexOf(county.fresh.id.text));
    CHECK_FALSE(outcome.scores[f].rated);
}

TEST_CASE("Storing a year is one change, can be undone, and is rebuilt from the file alone")
{
    County county;
    EvaluationOutcome outcome = county.evaluate();
    requireOk(storeEvaluation(*county.store, outcome, county.progress));
    CHECK(county.store->undoText() == u"2025 年度积分评价试算"_s);

    // Registers may change; what is stored does not.
    requireOk(county.store->change(u"改名"_s, [&](Change &change) -> Status {
        county.rich.staffCount = 0;
        county.rich.disclosureItems = 0;
        return change.update(county.rich);
    }));
    const auto loaded = loadScores(*county.store, county.evaluation().id, Recheck::Yes);
    requireOk(loaded);
    CHECK(loaded->matchesStored);
    CHECK(loaded->resultHash == outcome.resultHash);
    REQUIRE(loaded->scores.size() == outcome.scores.size());
    for (size_t i = 0; i < loaded->scores.size(); ++i) { // what is packed takes no room beside its package
        CHECK(loaded->candidates[i].figures.capacity() == 0);
        CHECK(loaded->scores[i].awards.capacity() == 0);
    }
    for (size_t i = 0; i < outcome.scores.size(); ++i) {
        const qsizetype at = loaded->indexOf(outcome.candidates[i].id);
        REQUIRE(at >= 0);
        CHECK(loaded->score(size_t(at)) == outcome.scores[i]);
        CHECK(loaded->candidate(size_t(at)).figures == outcome.candidates[i].figures);
    }
    CHECK(County::explained(*loaded, county.rich, u"B3"_s) ==
          u"6 项，目标 8 项，按比例 6 分 × 6 ÷ 8 = 4.5 分"_s);

    requireOk(county.store->undo());
    requireOk(county.store->undo());
    CHECK_FALSE(evaluationThatCounts(*county.store, 2025));
}

TEST_CASE("A second trial replaces the first and writes only what differs")
{
    County county;
    EvaluationOutcome first = county.evaluate();
    requireOk(storeEvaluation(*county.store, first, county.progress));
    EvaluationOutcome second = county.evaluate();
    CHECK(second.evaluation.id == first.evaluation.id);
    requireOk(storeEvaluation(*county.store, second, county.progress));
    CHECK(second.resultHash == first.resultHash);
    const auto journal = county.store->journal(1);
    requireOk(journal);
    CHECK(journal->front().edits == 1); // the evaluation itself: when it was computed
    Query query;
    query.type = u"evaluation_result"_s;
    CHECK(*county.store->count(query) == 4);
    CHECK(*county.store->count({.type = u"scheme"_s}) == 1); // the same text is kept once

    // Who is not evaluated any more leaves no result behind.
    requireOk(county.store->change(u"注销"_s, [&](Change &change) -> Status {
        county.poor.status = OrganizationStatus::Deregistered;
        return change.update(county.poor);
    }));
    EvaluationOutcome third = county.evaluate();
    requireOk(storeEvaluation(*county.store, third, county.progress));
    CHECK(*county.store->count(query) == 3);
}

TEST_CASE("A published year gives the same bytes again and refuses to be evaluated")
{
    County county;
    CHECK_FALSE(publishEvaluation(*county.store, {})); // nothing there yet
    EvaluationOutcome outcome = county.evaluate();
    requireOk(storeEvaluation(*county.store, outcome, county.progress));
    CHECK_FALSE(recheckPublished(*county.store, county.evaluation().id));
    requireOk(publishEvaluation(*county.store, county.evaluation().id));
    requireOk(recheckPublished(*county.store, county.evaluation().id));
    CHECK_FALSE(publishEvaluation(*county.store, county.evaluation().id));

    const auto again = evaluateYear(*county.store, 2025, county.scheme(), county.progress);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Error::Code::Conflict);
    CHECK(again.error().text.contains(u"已公布"_s));
    CHECK_FALSE(storeEvaluation(*county.store, outcome, county.progress));

    // Somebody alters one total: recomputing shows it and names the organization.
    Query query;
    query.where = Condition::is(u"organization"_s, county.rich.id.text);
    auto results = county.store->all<EvaluationResult>(query);
    requireOk(results);
    requireOk(changeAsProgram(*county.store, u"改分"_s, [&](Change &change) -> Status {
        results->front().total = Decimal(100);
        return change.update(results->front());
    }));
    const Status changed = recheckPublished(*county.store, county.evaluation().id);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().text.contains(u"阳光社"_s));
}

TEST_CASE("Last year's total comes from last year's stored results")
{
    County county;
    auto before = evaluateYear(*county.store, 2024, county.scheme(), county.progress);
    requireOk(before);
    requireOk(storeEvaluation(*county.store, *before, county.progress));
    const EvaluationOutcome outcome = county.evaluate();
    const auto now = size_t(outcome.indexOf(county.rich.id.text));
    const auto then = size_t(before->indexOf(county.rich.id.text));
    REQUIRE(outcome.candidates[now].previousTotal);
    CHECK(*outcome.candidates[now].previousTotal == before->scores[then].total);
    CHECK(*outcome.scores[now].change == outcome.scores[now].total - before->scores[then].total);
}

TEST_CASE("A cancelled evaluation says so, a scheme out of its time is refused")
{
    County county;
    const auto early = evaluateYear(*county.store, 2020, county.scheme(), county.progress);
    REQUIRE_FALSE(early);
    CHECK(early.error().code == Error::Code::InvalidInput);
    Scheme ended = county.scheme();
    ended.validTo = QDate(2024, 12, 31);
    const auto late = evaluateYear(*county.store, 2025, ended, county.progress);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == Error::Code::InvalidInput);
    CHECK(evaluateYear(*county.store, 2024, ended, county.progress));
    county.progress.cancel();
    const auto cancelled = evaluateYear(*county.store, 2025, county.scheme(), county.progress);
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == Error::Code::Cancelled);
}

TEST_CASE("Two schemes of one year are computed, kept and published side by side")
{
    County county;
    const Scheme other = schemeFrom(*shippedScheme(u"huaining-2022"_s));
    const auto computed = [&](const Scheme &scheme) {
        auto outcome = evaluateYear(*county.store, 2025, scheme, county.progress, QDate(2026, 2, 1));
        requireOk(outcome);
        const auto kept = storeEvaluation(*county.store, *outcome, county.progress);
        requireOk(kept);
        return *kept;
    };
    const Evaluation first = computed(county.scheme());
    const auto before = resultsOf(*county.store, first.id);
    requireOk(before);
    const Evaluation second = computed(other);
    CHECK(first.id != second.id);
    CHECK(second.year == 2025);
    CHECK(first.title == u"2025 年度积分评价"_s);
    CHECK(second.title == u"2025 年度积分评价（%1）"_s.arg(other.title)); // no two are called alike
    CHECK(second.cutoff == QDate(2025, 12, 31)); // what happened after the year is not of the year
    const auto all = evaluationsOf(*county.store, 2025);
    requireOk(all);
    REQUIRE(all->size() == 2);
    CHECK(all->front().id == second.id); // of two trials the last computed counts

    // The first one is as it was, and each is found by its scheme.
    const auto after = resultsOf(*county.store, first.id);
    requireOk(after);
    CHECK(after->size() == 4);
    CHECK(hashOf(*after) == hashOf(*before));
    CHECK(findEvaluation(*county.store, 2025, u"demo-county"_s)->id == first.id);
    CHECK(findEvaluation(*county.store, 2025, u"huaining-2022"_s)->id == second.id);
    CHECK(findEvaluation(*county.store, 2025, u"none"_s).error().code == Error::Code::NotFound);
    const auto outcome = loadScores(*county.store, second.id, Recheck::Yes);
    requireOk(outcome);
    CHECK(outcome->matchesStored);
    CHECK(outcome->plan.scheme->key == u"huaining-2022"_s);

    // Publishing one freezes it alone, and makes it the one that counts.
    requireOk(publishEvaluation(*county.store, first.id));
    CHECK(evaluationThatCounts(*county.store, 2025)->id == first.id);
    CHECK(latestEvaluation(*county.store)->id == first.id);
    CHECK(evaluateYear(*county.store, 2025, county.scheme(), county.progress).error().code ==
          Error::Code::Conflict);
    const Evaluation again = computed(other);
    CHECK(again.id == second.id); // computed again in its place
    CHECK(again.title == second.title);
    requireOk(publishEvaluation(*county.store, second.id));
    CHECK(county.store->journal(1)->front().what == u"公布 "_s + second.title);
    requireOk(recheckPublished(*county.store, first.id));
    requireOk(recheckPublished(*county.store, second.id));
}

TEST_CASE("Of two published evaluations the one published last counts, whichever was computed last")
{
    County county;
    Scheme other = county.scheme();
    other.key = u"other"_s;
    const auto kept = [&](const Scheme &scheme) {
        auto outcome = evaluateYear(*county.store, 2025, scheme, county.progress);
        requireOk(outcome);
        const auto evaluation = storeEvaluation(*county.store, *outcome, county.progress);
        requireOk(evaluation);
        QThread::msleep(5); // two times are told apart by milliseconds
        return evaluation->id;
    };
    const Id<Evaluation> first = kept(county.scheme());
    const Id<Evaluation> second = kept(other);
    requireOk(publishEvaluation(*county.store, second));
    QThread::msleep(5);
    CHECK(evaluationThatCounts(*county.store, 2025)->id == second);
    requireOk(publishEvaluation(*county.store, first));
    CHECK(evaluationThatCounts(*county.store, 2025)->id == first);
}

TEST_CASE("An indicator is counted by the schemes of the year that have it, and by no other")
{
    County county;
    const Scheme own = county.scheme();
    const Scheme small = schemeFrom(
        R"({"key":"small","version":"1","title":"小方案","fullMarks":"10","indicators":[{"code":"X1","name":"一",
        "points":"10","rule":{"manual":{"max":"10"}},"figure":{"person":true}}]})");
    for (const Scheme &scheme : {own, small}) {
        auto outcome = evaluateYear(*county.store, 2025, scheme, county.progress);
        requireOk(outcome);
        requireOk(storeEvaluation(*county.store, *outcome, county.progress));
    }
    CHECK(*schemesCounting(*county.store, 2025, u"P2"_s) == QStringList{own.title});
    CHECK(*schemesCounting(*county.store, 2025, u"X1"_s) == QStringList{u"小方案"_s});
    CHECK(schemesCounting(*county.store, 2025, u"none"_s)->isEmpty());
    CHECK(schemesCounting(*county.store, 2024, u"P2"_s)->isEmpty());
}

TEST_CASE("Everybody is needed for explaining where a figure is compared with the average of the kind")
{
    County county;
    const auto needsEveryone = [&](const Scheme &scheme) {
        auto outcome = evaluateYear(*county.store, 2025, scheme, county.progress);
        requireOk(outcome);
        const auto kept = storeEvaluation(*county.store, *outcome, county.progress);
        requireOk(kept);
        const auto plan = loadPlan(*county.store, *kept);
        requireOk(plan);
        return plan->needsEveryone;
    };
    const auto compare = [](auto &&self, std::vector<Indicator> &indicators,
                            RatioRule::Target target) -> int {
        int found = 0;
        for (Indicator &indicator : indicators) {
            if (auto *ratio = indicator.rule ? std::get_if<RatioRule>(&*indicator.rule) : nullptr) {
                ratio->target = target;
                ++found;
            }
            found += self(self, indicator.children, target);
        }
        return found;
    };
    Scheme scheme = county.scheme();
    REQUIRE(compare(compare, scheme.indicators, RatioRule::Target::Constant) > 0);
    CHECK_FALSE(needsEveryone(scheme));
    compare(compare, scheme.indicators, RatioRule::Target::Average);
    CHECK(needsEveryone(scheme));

    // The steps lead to the same points although they are worked out without the others.
    const auto outcome = evaluateYear(*county.store, 2025, scheme, county.progress);
    requireOk(outcome);
    const auto rich = size_t(outcome->indexOf(county.rich.id.text));
    const std::vector<Workings> workings =
        workingsOf(outcome->plan, outcome->candidates[rich], outcome->scores[rich]);
    int compared = 0;
    for (size_t n = 0; n < workings.size(); ++n) {
        CHECK(workings[n].points() == outcome->scores[rich].awards[n].points);
        compared += workings[n].find(Step::Kind::Target) ? 1 : 0;
    }
    CHECK(compared > 0);
}

TEST_CASE("A year is compared with the year before by the same scheme only")
{
    County county;
    Scheme other = county.scheme();
    other.key = u"other"_s;
    other.start = 10;
    other.fullMarks += 10;
    const auto computed = [&](int year, const Scheme &scheme) {
        auto outcome = evaluateYear(*county.store, year, scheme, county.progress);
        requireOk(outcome);
        const auto kept = storeEvaluation(*county.store, *outcome, county.progress);
        requireOk(kept);
        return *kept;
    };
    const Evaluation ours = computed(2024, county.scheme());
    const Evaluation theirs = computed(2024, other);
    requireOk(publishEvaluation(*county.store, theirs.id));
    CHECK(evaluationBefore(*county.store, 2025, u"demo-county"_s)->id == ours.id);
    CHECK(evaluationBefore(*county.store, 2025, u"third"_s).error().code == Error::Code::NotFound);
    const auto totalOf = [&](const Evaluation &evaluation, const Organization &who) {
        const auto results = resultsOf(*county.store, evaluation.id);
        requireOk(results);
        for (const EvaluationResult &result : *results) {
            if (result.organization == who.id)
                return result.total;
        }
        FAIL("not evaluated");
        return Decimal();
    };
    CHECK(totalOf(ours, county.rich) != totalOf(theirs, county.rich));
    auto next = evaluateYear(*county.store, 2025, county.scheme(), county.progress);
    requireOk(next);
    CHECK(next->candidates[size_t(next->indexOf(county.rich.id.text))].previousTotal ==
          totalOf(ours, county.rich));

    // 2024 counts by the other scheme: trying this one does not take its place in 2025.
    const Evaluation usual = computed(2025, other);
    const Evaluation trial = computed(2025, county.scheme());
    CHECK(trial.computedAt >= usual.computedAt);
    CHECK(evaluationThatCounts(*county.store, 2025)->id == usual.id);
    requireOk(publishEvaluation(*county.store, trial.id));
    CHECK(evaluationThatCounts(*county.store, 2025)->id == trial.id);
}

TEST_CASE("Until June the year at work is the last one, from July on this one")
{
    CHECK(yearAtWork(QDate(2026, 1, 1)) == 2025);
    CHECK(yearAtWork(QDate(2026, 6, 30)) == 2025);
    CHECK(yearAtWork(QDate(2026, 7, 1)) == 2026);
    CHECK(yearAtWork(QDate(2026, 12, 31)) == 2026);
}
