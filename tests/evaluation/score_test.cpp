// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/packedfigures.h"
#include "core/evaluation/scorelines.h"
#include "tests/evaluation/testscheme.h"

#include <QFile>

#include <algorithm>
#include <random>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// One manual indicator that is the total, with these members besides.
Plan totalPlan(const QByteArray &members)
{
    return makePlan(
        schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"2000","places":3,"indicators":[
        {"code":"T","name":"总","points":"2000","required":true,"missing":"zero","rule":{"manual":{"max":"2000"}},"figure":{"person":true}}],)" +
                   members + "}"));
}

QString bandOf(const Plan &plan, const char *total, const QStringList &facts = {})
{
    const std::vector<Candidate> who = {candidate(plan, u"a"_s, {{u"T"_s, n(total)}}, facts)};
    const Score score = scoreAll(plan, who).front();
    return score.band < 0 ? QString() : plan.scheme->bands.at(size_t(score.band)).name;
}

/// Two categories of 40 and 60; B1 does not apply to everybody.
const char *const tree =
    R"({"key":"k","version":"1","title":"t","fullMarks":"100","cap":"105","bonusCap":"10","indicators":[
  {"code":"A","name":"党建","points":"40","tag":"party","children":[
    {"code":"A1","name":"会议","points":"30","rule":{"perOccurrence":{"each":"3"}},"figure":{"person":true}},
    {"code":"A2","name":"组织","points":"10","missing":"MISSING","rule":{"manual":{"max":"10"}},"figure":{"person":true},
     "applies":{"text":"党员 3 名以上","when":{"field":"party_member_count","atLeast":3}}}]},
  {"code":"B","name":"服务","points":"60","children":[
    {"code":"B1","name":"时长","points":"50","tag":"service","rule":{"manual":{"max":"50"}},"figure":{"person":true},
     "variants":[{"kinds":["community_organization"],"points":"20","rule":{"manual":{"max":"20"}}}]},
    {"code":"B2","name":"公开","points":"10","tag":"standard","rule":{"manual":{"max":"10"}},"figure":{"person":true},
     "variants":[{"kinds":["community_organization"],"points":"40","rule":{"manual":{"max":"40"}}}]}]}],
  "bonus":[{"code":"P","name":"表彰","rule":{"manual":{"max":"20"}},"figure":{"person":true},"missing":"zero"}],
  "deductions":[{"code":"M","name":"批评","rule":{"manual":{"max":"20"}},"figure":{"person":true},"missing":"zero"}]})";

Plan treePlan(const QByteArray &missing = "zero")
{
    return makePlan(schemeFrom(QByteArray(tree).replace("MISSING", missing)));
}

} // namespace

TEST_CASE("Wendeng's six stars: open below, closed above")
{
    const Plan plan = totalPlan(R"("bands":[
        {"name":"五星","from":"1060","fromOpen":true},{"name":"四星","from":"1040","fromOpen":true,"to":"1060"},
        {"name":"三星","from":"1020","fromOpen":true,"to":"1040"},{"name":"二星","from":"990","fromOpen":true,"to":"1020"},
        {"name":"一星","from":"800","fromOpen":true,"to":"990"},{"name":"零星","to":"800"}],
        "vetoes":[{"code":"Z","text":"直接判零","when":{"field":"status","is":"revoked"},"effect":"band","band":"零星"}])");
    CHECK(errorsOf(*plan.scheme).isEmpty());
    const std::pair<const char *, const char *> published[] = {
        {"1060.001", "五星"}, {"1060", "四星"}, {"1040.001", "四星"}, {"1040", "三星"},
        {"1020.5", "三星"},   {"1020", "二星"}, {"1000", "二星"},     {"990", "一星"},
        {"800.001", "一星"},  {"800", "零星"},  {"0", "零星"}};
    for (const auto &[total, star] : published)
        CHECK(bandOf(plan, total) == QString::fromUtf8(star));
    CHECK(bandOf(plan, "1100", {u"veto Z"_s}) == u"零星"_s);
}

TEST_CASE("Charity Navigator: 19 published totals fall into their stars")
{
    const Plan plan =
        totalPlan(R"("bands":[{"name":"4","from":"90"},{"name":"3","from":"80","to":"90","toOpen":true},
        {"name":"2","from":"70","to":"80","toOpen":true},{"name":"1","from":"55","to":"70","toOpen":true},
        {"name":"0","to":"55","toOpen":true}])");
    CHECK(errorsOf(*plan.scheme).isEmpty());
    QFile file(QStringLiteral(SHANZHI_FIXTURES "/evaluation/charity_navigator_19.csv"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    REQUIRE(lines.size() == 20);
    for (const QByteArray &line : lines.mid(1)) {
        const QList<QByteArray> cells = line.trimmed().split(','); // names hold commas: count from the end
        CHECK(bandOf(plan, cells.at(cells.size() - 4).constData()) == QString::fromLatin1(cells.last()));
    }
}

TEST_CASE("A venture contest: 10 of 32 projects reach A and none fails")
{
    // Totals are made up; the published counts are A 10, B 22, C 0, and 85 itself is an A.
    const Plan plan = totalPlan(
        R"("bands":[{"name":"A","from":"85"},{"name":"B","from":"60","to":"85","toOpen":true},{"name":"C","to":"60","toOpen":true}])");
    std::vector<Candidate> projects;
    for (int i = 0; i < 32; ++i)
        projects.push_back(
            candidate(plan, QString::number(i), {{u"T"_s, Figure::number(i < 10 ? 85 + i : 84 - (i - 10))}}));
    std::array<int, 3> count{};
    for (const Score &score : scoreAll(plan, projects))
        ++count.at(size_t(score.band));
    CHECK(count == std::array{10, 22, 0});
}

TEST_CASE("A gate keeps the best band out of reach, a ceiling and a zero do what they say")
{
    const Plan plan = totalPlan(
        R"("bands":[{"name":"5A","from":"950","gates":[{"text":"未建党组织","when":{"field":"party_member_count","empty":true}}]},
        {"name":"4A","from":"900","to":"950","toOpen":true,"alsoWhen":{"text":"4A 在有效期内","when":{"field":"status","is":"active"}}},
        {"name":"3A","from":"850","to":"900","toOpen":true}],
        "vetoes":[{"code":"C","text":"年检不合格","when":{"field":"status","is":"missing"},"effect":"ceiling","band":"3A"},
                  {"code":"Z","text":"被处罚","when":{"field":"status","is":"suspended"},"effect":"zero"}])");
    CHECK(bandOf(plan, "960") == u"5A"_s);
    CHECK(bandOf(plan, "960", {u"gate 5A 1"_s}) == u"4A"_s);
    CHECK(bandOf(plan, "860", {u"also 4A"_s}) == u"4A"_s);
    CHECK(bandOf(plan, "960", {u"veto C"_s}) == u"3A"_s);
    CHECK(bandOf(plan, "840", {u"veto C"_s}).isEmpty());
    CHECK(bandOf(plan, "960", {u"veto Z"_s, u"also 4A"_s}).isEmpty());

    const std::vector<Candidate> who = {
        candidate(plan, u"a"_s, {{u"T"_s, n("960")}}, {u"gate 5A 1"_s, u"veto C"_s})};
    const Score score = scoreAll(plan, who).front();
    CHECK(remarksFor(plan, who.front(), score).all().join(u'|') ==
          u"一票否决：年检不合格，等次不得高于“3A”。"_s);
    CHECK(remarksFor(plan, who.front(), score).warnings.isEmpty());
    const std::vector<Candidate> gated = {candidate(plan, u"b"_s, {{u"T"_s, n("960")}}, {u"gate 5A 1"_s})};
    const Remarks remarks = remarksFor(plan, gated.front(), scoreAll(plan, gated).front());
    CHECK(remarks.decisions == QStringList{u"未建党组织，不得评为“5A”。"_s});
    CHECK(remarks.warnings.isEmpty());
}

TEST_CASE("Marks, bonus and deductions add up under their caps")
{
    const Plan plan = treePlan();
    const std::vector<Candidate> who = {candidate(plan, u"a"_s,
                                                  {{u"A1"_s, n("20")},
                                                   {u"A2"_s, n("10")},
                                                   {u"B1"_s, n("48")},
                                                   {u"B2"_s, n("9.5")},
                                                   {u"P"_s, n("14")},
                                                   {u"M"_s, n("1.5")}},
                                                  {u"applies A2"_s}),
                                        candidate(plan, u"b"_s,
                                                  {{u"A1"_s, n("20")},
                                                   {u"A2"_s, n("10")},
                                                   {u"B1"_s, n("50")},
                                                   {u"B2"_s, n("10")},
                                                   {u"P"_s, n("14")}},
                                                  {u"applies A2"_s})};
    const auto scores = scoreAll(plan, who);
    CHECK(awardOf(plan, who[0], scores[0], u"A1"_s).points ==
          Decimal(30)); // 60 by the rule, 30 by the indicator
    CHECK(scores[0].marks == dec("97.5"));
    CHECK(scores[0].bonus == Decimal(10));
    CHECK(scores[0].deduction == dec("1.5"));
    CHECK(scores[0].total == dec("105")); // 97.5 + 10 − 1.5 = 106, capped at 105
    CHECK(scores[0].ranked[Ranking::Party] == Decimal(40));
    CHECK(scores[0].ranked[Ranking::Service] == Decimal(48));
    CHECK(scores[0].ranked[Ranking::Standard] == dec("9.5"));
    CHECK(scores[1].total == dec("105"));
}

TEST_CASE("What does not apply is left out and the rest scaled up")
{
    const Plan plan = treePlan();
    const std::vector<Candidate> who = {
        candidate(plan, u"a"_s, {{u"A1"_s, n("8")}, {u"B1"_s, n("50")}, {u"B2"_s, n("10")}})};
    const Score score = scoreAll(plan, who).front();
    const Award &category = awardOf(plan, who[0], score, u"A"_s);
    CHECK(category.points == Decimal(32)); // 24 of 30, that is 32 of 40
    CHECK(score.total == Decimal(92));
    CHECK(score.ranked[Ranking::Party] == Decimal(32));
    CHECK(explained(plan, who[0], score, u"A2"_s) ==
          u"不适用（仅适用于：党员 3 名以上），不计分，同类其余指标按比例折算"_s);
    CHECK(explained(plan, who[0], score, u"A"_s) ==
          u"适用指标共 30 分，得 24 分，折算 24 分 × 40 ÷ 30 = 32 分"_s);
}

TEST_CASE("A group is raised to its own marks, with the rankings in it, and one of which nothing applies is "
          "left out")
{
    const Plan plan = makePlan(schemeFrom(
        R"({"key":"k","version":"1","title":"t","fullMarks":"100","indicators":[
  {"code":"G","name":"甲","points":"40","children":[
    {"code":"G1","name":"一","points":"30","tag":"service","rule":{"manual":{"max":"30"}},"figure":{"person":true}},
    {"code":"G2","name":"二","points":"30","rule":{"manual":{"max":"30"}},"figure":{"person":true},
     "applies":{"text":"二","when":{"field":"party_member_count","atLeast":3}}}]},
  {"code":"H","name":"乙","points":"60","children":[
    {"code":"H1","name":"三","points":"60","rule":{"manual":{"max":"60"}},"figure":{"person":true},
     "applies":{"text":"三","when":{"field":"party_member_count","atLeast":3}}}]}]})"));
    const std::vector<Candidate> who = {candidate(plan, u"a"_s, {{u"G1"_s, n("15")}})};
    const Score score = scoreAll(plan, who).front();
    CHECK(awardOf(plan, who[0], score, u"G"_s).points == Decimal(20)); // 15 of 30, that is 20 of 40
    CHECK((awardOf(plan, who[0], score, u"H"_s).state == Award::State::NotApplicable));
    CHECK(score.total == Decimal(50));                    // 20 of 40, that is 50 of 100
    CHECK(score.ranked[Ranking::Service] == Decimal(50)); // raised with what it is a part of
}

TEST_CASE("Only what is not given beforehand is raised, bonus never is, and a total is never below nothing")
{
    const char *const absent = R"("applies":{"text":"二","when":{"field":"party_member_count","atLeast":3}})";
    const Plan plan = makePlan(schemeFrom(
        QByteArray(R"({"key":"k","version":"1","title":"t","fullMarks":"100","start":"50","indicators":[
  {"code":"A","name":"一","points":"25","rule":{"manual":{"max":"25"}},"figure":{"person":true}},
  {"code":"B","name":"二","points":"25","rule":{"manual":{"max":"25"}},"figure":{"person":true},ABSENT}],
  "bonus":[{"code":"P","name":"表彰","points":"20","children":[
    {"code":"P1","name":"三","points":"10","rule":{"manual":{"max":"10"}},"figure":{"person":true}},
    {"code":"P2","name":"四","points":"10","rule":{"manual":{"max":"10"}},"figure":{"person":true},ABSENT}]}],
  "deductions":[{"code":"M","name":"批评","missing":"zero","rule":{"manual":{"max":"200"}},"figure":{"person":true}}]})")
            .replace("ABSENT", absent)));
    std::vector<Candidate> who = {
        candidate(plan, u"a"_s, {{u"A"_s, n("20")}, {u"P1"_s, n("5")}, {u"M"_s, n("0")}}),
        candidate(plan, u"b"_s, {{u"A"_s, n("20")}, {u"P1"_s, n("5")}, {u"M"_s, n("150")}})};
    const std::vector<Score> scores = scoreAll(plan, who);
    CHECK(scores[0].marks == Decimal(90)); // 50 to start with, 20 of 25 raised to 40 of 50
    CHECK(scores[0].bonus == Decimal(5));
    CHECK(scores[0].total == Decimal(95));
    CHECK(scores[1].total == Decimal(0));
}

TEST_CASE("More than the limit of an indicator does not count, and the explanation says so")
{
    const Plan plan = makePlan(schemeFrom(
        R"({"key":"k","version":"1","title":"t","fullMarks":"5","indicators":[{"code":"A","name":"会议","points":"5",
        "rule":{"perOccurrence":{"each":"1"}},"figure":{"person":true}}]})"));
    const std::vector<Candidate> who = {candidate(plan, u"a"_s, {{u"A"_s, n("8")}})};
    const Score score = scoreAll(plan, who).front();
    CHECK(score.total == Decimal(5));
    CHECK(explained(plan, who[0], score, u"A"_s) == u"8 次 × 1 分 = 8 分，本项最高 5 分"_s);
}

TEST_CASE("A missing figure is zero, the average of the kind, left out, or waits for a person")
{
    const auto run = [](const char *policy) {
        const Plan plan = treePlan(policy);
        std::vector<Candidate> who;
        // A2: 6 and 9 known, the third missing. All have 30 of A1.
        for (const char *a2 : {"6", "9", ""}) {
            who.push_back(candidate(plan, QString::number(who.size()),
                                    {{u"A1"_s, n("10")}, {u"B1"_s, n("0")}, {u"B2"_s, n("0")}},
                                    {u"applies A2"_s}));
            if (*a2)
                who.back().figures.at(1) = n(a2);
        }
        const auto scores = scoreAll(plan, who);
        return std::pair(scores[2].total.toString(), awardOf(plan, who[2], scores[2], u"A2"_s).state);
    };
    using State = Award::State;
    CHECK(run("zero") == std::pair(u"30"_s, State::Missing));
    CHECK(run("average") == std::pair(u"37.5"_s, State::Averaged)); // (6 + 9) ÷ 2
    CHECK(run("scale-rest") == std::pair(u"40"_s, State::NotApplicable));
    CHECK(run("person") == std::pair(u"30"_s, State::Pending));
    CHECK(run("full") == std::pair(u"40"_s, State::Given));
}

TEST_CASE("Community organizations are scored by their own weights")
{
    const Plan plan = treePlan();
    CHECK(errorsOf(*plan.scheme).isEmpty());
    const std::vector<Candidate> who = {
        candidate(plan, u"a"_s, {{u"A1"_s, n("10")}, {u"B1"_s, n("50")}, {u"B2"_s, n("50")}}, {},
                  OrganizationKind::CommunityOrganization)};
    const Score score = scoreAll(plan, who).front();
    CHECK(awardOf(plan, who[0], score, u"B1"_s).points == Decimal(20));
    CHECK(awardOf(plan, who[0], score, u"B2"_s).points == Decimal(40));
    CHECK(score.total == Decimal(100));
}

TEST_CASE("An indicator of other kinds has no line in the explanation")
{
    const Plan plan = makePlan(schemeFrom(
        R"({"key":"k","version":"1","title":"t","fullMarks":"20","indicators":[
        {"code":"X","name":"会员","points":"10","kinds":["association"],"rule":{"manual":{"max":"10"}},"figure":{"person":true}},
        {"code":"Y","name":"公开","points":"10","rule":{"manual":{"max":"10"}},"figure":{"person":true}}]})"));
    const auto codes = [&](OrganizationKind kind) {
        const std::vector<Candidate> who = {candidate(plan, u"a"_s, {{u"Y"_s, n("4")}}, {}, kind)};
        QStringList found;
        for (const ScoreLine &line : scoreLines(plan, who[0], scoreAll(plan, who).front()))
            found.append(line.code);
        return found;
    };
    CHECK(codes(OrganizationKind::Association) == QStringList{u"X"_s, u"Y"_s});
    CHECK(codes(OrganizationKind::Foundation) == QStringList{u"Y"_s});
}

TEST_CASE("A precondition that does not hold gives no points and says so")
{
    const Plan plan =
        makePlan(schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"10","indicators":[
        {"code":"A","name":"晋级","points":"10","rule":{"manual":{"max":"10"}},"figure":{"person":true},
         "precondition":{"text":"3A 满 2 年","when":{"field":"status","is":"active"}}}]})"));
    const std::vector<Candidate> who = {candidate(plan, u"a"_s, {{u"A"_s, n("9")}}),
                                        candidate(plan, u"b"_s, {{u"A"_s, n("9")}}, {u"precondition A"_s})};
    const auto scores = scoreAll(plan, who);
    CHECK(scores[0].total == Decimal(0));
    CHECK(scores[1].total == Decimal(9));
    CHECK(explained(plan, who[0], scores[0], u"A"_s) == u"前置条件未满足（3A 满 2 年），得 0 分"_s);
}

TEST_CASE("Equal totals share a rank and the next is skipped, unless keys decide")
{
    const auto ranks = [](const char *tie) {
        const Plan plan = totalPlan(QByteArray(R"("tieKeys":[)") + tie + "]");
        std::vector<Candidate> who;
        const std::pair<const char *, QDate> given[] = {{"90", {2015, 5, 1}},
                                                        {"95", {2020, 1, 1}},
                                                        {"90", {2010, 5, 1}},
                                                        {"90", {}},
                                                        {"80", {2001, 1, 1}}};
        for (const auto &[total, date] : given) {
            who.push_back(candidate(plan, QString::number(who.size()), {{u"T"_s, n(total)}}));
            who.back().registeredOn = date;
        }
        std::vector<qint64> overall;
        for (const Score &score : scoreAll(plan, who))
            overall.push_back(score.overall.rank);
        return overall;
    };
    CHECK(ranks("") == std::vector<qint64>{2, 1, 2, 2, 5});
    CHECK(ranks(R"("registered-on")") == std::vector<qint64>{3, 1, 2, 4, 5});
}

TEST_CASE("Ranks count within kind and within town, and leave out the excluded")
{
    const Plan plan = totalPlan(
        R"("exclusions":[{"code":"E","text":"上年受到处罚","when":{"field":"status","is":"suspended"}}])");
    std::vector<Candidate> who;
    const auto add = [&](const char *total, const char *town, OrganizationKind kind,
                         const QStringList &facts = {}) {
        who.push_back(candidate(plan, QString::number(who.size()), {{u"T"_s, n(total)}}, facts, kind));
        who.back().town = QString::fromLatin1(town);
    };
    using enum OrganizationKind;
    add("70", "east", Association);
    add("90", "north", Association);
    add("80", "east", ServiceInstitution);
    add("99", "east", Association, {u"exclusion E"_s});
    add("60", "", Association);
    const auto scores = scoreAll(plan, who);
    CHECK(scores[0].inKind == Rank{2, 3});
    CHECK(scores[0].inTown == Rank{2, 2});
    CHECK(scores[0].overall == Rank{3, 4});
    CHECK(scores[2].inKind == Rank{1, 1});
    CHECK(scores[2].inTown == Rank{1, 2});
    CHECK_FALSE(scores[3].rated);
    CHECK(scores[3].overall == Rank{});
    CHECK(remarksFor(plan, who[3], scores[3]).all() ==
          QStringList{u"不参评：上年度受到处罚。"_s.replace(u"年度"_s, u"年"_s)});
    CHECK(scores[4].inTown == Rank{});
}

TEST_CASE("Warning lines: below, drop, drop in per cent, required item, last share")
{
    const Plan plan =
        totalPlan(R"("warnings":[{"kind":"below","amount":"60"},{"kind":"drop","amount":"10","level":"watch"},
        {"kind":"drop-share","amount":"20"},{"kind":"required"},{"kind":"share","amount":"25","level":"watch"}])");
    CHECK(errorsOf(*plan.scheme).isEmpty());
    std::vector<Candidate> who;
    const auto add = [&](const char *total, const char *previous) {
        who.push_back(candidate(plan, QString::number(who.size()), {}));
        if (*total)
            who.back().figures[0] = n(total);
        if (*previous)
            who.back().previousTotal = dec(previous);
    };
    add("60", "");
    add("59.999", "");
    add("80", "90");
    add("80", "89.999");
    add("80", "100");
    add("", "");
    add("85", "80");
    add("86", "");
    const auto scores = scoreAll(plan, who);
    CHECK(scores[0].warnings.empty());
    CHECK(scores[1].warnings == std::vector{0, 4}); // and seventh of eight: the last quarter is two
    CHECK(scores[2].warnings == std::vector{1});
    CHECK(scores[2].warning == WarningLevel::Watch);
    CHECK(scores[3].warnings.empty());
    CHECK(scores[4].warnings == std::vector{1, 2});
    CHECK(scores[4].warning == WarningLevel::Warning);
    CHECK(scores[5].warnings == std::vector{0, 3, 4});
    CHECK(scores[6].change == Decimal(5));
    CHECK(remarksFor(plan, who[5], scores[5]).all() == QStringList{u"预警：总分低于 60 分。"_s,
                                                                   u"预警：必备项缺失：总。"_s,
                                                                   u"关注：名次在同类末 25%。"_s});
    CHECK(remarksFor(plan, who[5], scores[5]).decisions.isEmpty());
    CHECK(remarksFor(plan, who[4], scores[4]).all() ==
          QStringList{u"关注：总分比上年下降 10 分及以上。"_s, u"预警：总分比上年下降 20% 及以上。"_s});
}

TEST_CASE("Scores that start at a thousand go up and down from there")
{
    const Plan plan = makePlan(
        schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"1000","start":"1000","places":0,
        "indicators":[{"code":"G","name":"守信","missing":"zero","rule":{"manual":{"max":"100"}},"figure":{"person":true}}],
        "deductions":[{"code":"L","name":"失信","missing":"zero","rule":{"manual":{"max":"100"}},"figure":{"person":true}}]})"));
    CHECK(errorsOf(*plan.scheme).isEmpty());
    const std::vector<Candidate> who = {candidate(plan, u"a"_s, {{u"G"_s, n("20")}, {u"L"_s, n("50")}})};
    CHECK(scoreAll(plan, who).front().total == Decimal(970));
}

TEST_CASE("Advice names the largest gain first")
{
    const Plan plan = treePlan();
    const std::vector<Candidate> who = {
        candidate(plan, u"a"_s, {{u"A1"_s, n("4")}, {u"B1"_s, n("50")}, {u"B2"_s, n("4")}})};
    const auto scores = scoreAll(plan, who);
    CHECK(adviceFor(plan, who[0], scores[0]) == QStringList{u"会议：再增加 6 次，可增加 24 分"_s});
    const Plan two = makePlan(schemeFrom(
        R"({"key":"k","version":"1","title":"t","fullMarks":"50","indicators":[
        {"code":"X","name":"少","points":"20","rule":{"perOccurrence":{"each":"1"}},"figure":{"person":true}},
        {"code":"Y","name":"多","points":"30","rule":{"perOccurrence":{"each":"1"}},"figure":{"person":true}}]})"));
    const std::vector<Candidate> both = {candidate(two, u"a"_s, {{u"X"_s, n("5")}, {u"Y"_s, n("5")}})};
    CHECK(adviceFor(two, both[0], scoreAll(two, both).front()) ==
          QStringList{u"多：再增加 25 次，可增加 25 分"_s, u"少：再增加 15 次，可增加 15 分"_s});
}

TEST_CASE(
    "One of a year scored again without the others, from packed figures, has the score it had among them")
{
    // B2 compares with the average of the kind, A2 is the average where it is missing, and who has the lowest
    // places, or the required one missing, is warned.
    const Plan plan = makePlan(
        schemeFrom(QByteArray(tree)
                       .replace("MISSING", "average")
                       .replace(R"("tag":"standard","rule":{"manual":{"max":"10"}})",
                                R"("tag":"standard","required":true,"missing":"zero",
                        "rule":{"ratio":{"full":"10","target":"average","mode":"proportional"}})")
                       .replace(R"("deductions":)",
                                R"("bands":[{"name":"好","from":"50"},{"name":"差","to":"50","toOpen":true}],
                        "warnings":[{"kind":"share","amount":"20","level":"watch"},{"kind":"required"}],
                        "deductions":)")));
    std::mt19937 random(20251231); // fixed seed: the same organizations every time
    std::vector<Candidate> heads;
    std::vector<Candidate> whole;
    PackedFigures packed;
    for (int i = 0; i < 300; ++i) {
        Candidate one = candidate(
            plan, u"org%1"_s.arg(i), {}, random() % 2 ? QStringList{u"applies A2"_s} : QStringList{},
            random() % 3 ? OrganizationKind::Association : OrganizationKind::CommunityOrganization);
        for (Figure &figure : one.figures) {
            if (random() % 5)
                figure = Figure::number(int(random() % 12));
        }
        one.town = QString::number(random() % 9);
        if (random() % 2)
            one.previousTotal = Decimal(int(random() % 100));
        whole.push_back(one);
        packed.add(one.figures);
        one.figures.clear();
        heads.push_back(std::move(one));
    }
    const std::vector<Score> among = scoreAll(plan, whole);
    Candidate asked;
    const ScoredYear year = scoreYear(plan, heads, [&](size_t i) -> const Candidate & {
        asked = heads[i];
        asked.figures = packed[i];
        return asked;
    });
    // The same but for the awards, which would be most of the memory.
    std::vector<Score> withoutAwards = among;
    for (Score &score : withoutAwards)
        score.awards.clear();
    CHECK(year.scores == withoutAwards);
    for (const Score &score : year.scores)
        REQUIRE(score.awards.capacity() == 0);
    int warned = 0;
    int averaged = 0;
    for (size_t i = 0; i < whole.size(); ++i) {
        CAPTURE(i);
        Score places;
        places.overall = among[i].overall;
        places.inKind = among[i].inKind;
        places.inTown = among[i].inTown;
        REQUIRE(scoreAgain(plan, whole[i], year.averages, places) == among[i]);
        warned += among[i].warnings.empty() ? 0 : 1;
        averaged += std::ranges::count(among[i].awards, Award::State::Averaged, &Award::state) > 0 ? 1 : 0;
    }
    CHECK(warned > 0);
    CHECK(averaged > 0);
}

TEST_CASE("Packed figures are the figures when they are unpacked")
{
    Figure all = Figure::number(Decimal::fromMicro(-1'234'567));
    all.parts = {{u"2025-03"_s, Decimal(2)}, {u"省级"_s, Decimal::fromMicro(1)}};
    all.lastYear = Decimal(0);
    all.note = u"张三：现场核查"_s;
    const auto most = std::numeric_limits<qint64>::max();
    const std::vector<Figure> figures = {{},
                                         all,
                                         Figure::number(0),
                                         Figure::choice(u"独立"_s),
                                         Figure::number(Decimal::fromMicro(most)),
                                         Figure::number(Decimal::fromMicro(-most)),
                                         Figure::number(Decimal(-3)),
                                         Figure::number(Decimal(64)),
                                         {}};
    Figure noted;
    noted.note = QString(300'000, u'长');
    PackedFigures packed;
    packed.add(figures);
    packed.add({});
    packed.add({noted});
    packed.add(figures);
    REQUIRE(packed.size() == 4);
    CHECK(packed[0] == figures);
    CHECK(packed[1].empty());
    CHECK(packed[2] == std::vector<Figure>{noted});
    CHECK(packed[3] == figures);
}

TEST_CASE("The order of the organizations changes nothing")
{
    const Plan plan = treePlan("average");
    std::mt19937 random(20251231); // fixed seed: the same organizations every time
    std::vector<Candidate> who;
    for (int i = 0; i < 400; ++i) {
        const auto number = [&](unsigned below) { return Figure::number(int(random() % below)); };
        auto one = candidate(
            plan, u"org%1"_s.arg(i), {}, random() % 2 ? QStringList{u"applies A2"_s} : QStringList{},
            random() % 3 ? OrganizationKind::Association : OrganizationKind::CommunityOrganization);
        for (Figure &figure : one.figures) {
            if (random() % 5)
                figure = number(12);
        }
        one.town = QString::number(random() % 9);
        if (random() % 2)
            one.previousTotal = Decimal(int(random() % 100));
        who.push_back(std::move(one));
    }
    const auto scores = scoreAll(plan, who);
    std::vector<size_t> order(who.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    for (int round = 0; round < 5; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        std::vector<Candidate> shuffled;
        for (const size_t i : order)
            shuffled.push_back(who[i]);
        const auto again = scoreAll(plan, shuffled);
        bool same = true;
        for (size_t i = 0; i < order.size(); ++i)
            same = same && again[i] == scores[order[i]];
        CHECK(same);
    }
}

TEST_CASE("Each indicator is rounded before they are added, and the difference this makes is told")
{
    QByteArrayList items;
    for (int i = 0; i < 10; ++i)
        items.append(
            R"({"code":"I%1","name":"项目%1","points":"10","missing":"person","figure":{"person":true},
            "rule":{"manual":{"min":"0","max":"10"}}})"_ba.replace("%1", QByteArray::number(i)));
    const auto withRounding = [&](const QByteArray &rounding) {
        return makePlan(
            schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"100","places":1,)" + rounding +
                       R"("indicators":[)" + items.join(',') +
                       R"(],"bands":[{"name":"甲","from":"91"},{"name":"乙","to":"91","toOpen":true}]})"));
    };
    const auto remark = [](const Plan &plan, const char *points) {
        std::vector<std::pair<QString, Figure>> figures;
        for (int i = 0; i < 10; ++i)
            figures.emplace_back(u"I%1"_s.arg(i), n(points));
        const std::vector<Candidate> who = {candidate(plan, u"甲会"_s, figures)};
        const Score score = scoreAll(plan, who).front();
        return std::pair(roundingRemark(plan, who.front(), score),
                         explained(plan, who.front(), score, u"I0"_s));
    };
    const Plan plan = withRounding({});
    // 10 × 9.05 = 90.5, 10 × 9.1 = 91; 10 × 9.04 = 90.4, 10 × 9.0 = 90.
    CHECK(
        remark(plan, "9.05").first ==
        u"按方案，各项先四舍五入到 1 位小数再相加，得 91 分；各项不舍入、相加后再舍入是 90.5 分，多 0.5 分。"_s);
    CHECK(
        remark(plan, "9.04").first ==
        u"按方案，各项先四舍五入到 1 位小数再相加，得 90 分；各项不舍入、相加后再舍入是 90.4 分，少 0.4 分。"_s);
    CHECK(remark(plan, "9.05").second ==
          u"人工评分 9.05 分（0—10 分），本项先四舍五入到 1 位小数，计 9.1 分"_s);
    CHECK(remark(plan, "9.1").first.isEmpty());
    CHECK(remark(plan, "9.1").second == u"人工评分 9.1 分（0—10 分）"_s);
    // Ten times 0.004 are 0.04: nothing at one place, either way.
    CHECK(remark(plan, "9.004").first.isEmpty());
    CHECK(
        remark(withRounding(R"("rounding":"down",)"), "9.05").first ==
        u"按方案，各项先舍去尾数到 1 位小数再相加，得 90 分；各项不舍入、相加后再舍入是 90.5 分，少 0.5 分。"_s);
}
