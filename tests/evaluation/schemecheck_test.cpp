// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/evaluation/testscheme.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// One manual indicator of \a marks, and these bands.
QByteArray withBands(const char *marks, const char *places, const char *bands)
{
    return QByteArray(R"({"key":"k","version":"1","title":"t","fullMarks":")") + marks + R"(","places":)" +
           places + R"(,"indicators":[{"code":"A","name":"评分","points":")" + marks +
           R"(","rule":{"manual":{"max":")" + marks + R"("}},"figure":{"person":true}}],"bands":[)" + bands +
           "]}";
}

/// A scheme of one indicator with 10 marks.
Scheme withIndicator(const QByteArray &members)
{
    return schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"10","indicators":[
        {"code":"A","name":"项","points":"10",)" +
                      members + "}]}");
}

} // namespace

TEST_CASE("Huaining as published: 950 lies in two bands and 900.5 in none")
{
    // 950以上, 901—950, 851—900, 801—850, 701—800 (怀宁县民政局, 2022)
    const Scheme published = schemeFrom(withBands("1000", "1", R"(
        {"name":"5A","from":"950"},{"name":"4A","from":"901","to":"950"},{"name":"3A","from":"851","to":"900"},
        {"name":"2A","from":"801","to":"850"},{"name":"1A","from":"701","to":"800"})"));
    const QString errors = errorsOf(published);
    CHECK(errors.contains(u"“4A”与“5A”重叠：950 既属前者又属后者。"_s));
    CHECK(errors.contains(u"“3A”与“4A”之间有空档：900.5 不属于任何一档。"_s));
    CHECK(errors.contains(u"“2A”与“3A”之间有空档：850.5 不属于任何一档。"_s));
    CHECK(errors.contains(u"“1A”与“2A”之间有空档：800.5 不属于任何一档。"_s));
    CHECK(errors.count(u'\n') == 3);

    // In whole points only the overlap is left.
    const QString whole = errorsOf(schemeFrom(withBands("1000", "0", R"(
        {"name":"5A","from":"950"},{"name":"4A","from":"901","to":"950"},{"name":"3A","from":"851","to":"900"},
        {"name":"2A","from":"801","to":"850"},{"name":"1A","from":"701","to":"800"})")));
    CHECK(whole == u"等次：“4A”与“5A”重叠：950 既属前者又属后者。"_s);
}

TEST_CASE("A venture contest of 2018: 84.5 lies between the published bands")
{
    const char *const bands =
        R"({"name":"A","from":"85"},{"name":"B","from":"60","to":"84"},{"name":"C","to":"60","toOpen":true})";
    CHECK(errorsOf(schemeFrom(withBands("100", "1", bands))) ==
          u"等次：“B”与“A”之间有空档：84.5 不属于任何一档。"_s);
    CHECK(errorsOf(schemeFrom(withBands("100", "0", bands))).isEmpty());
}

TEST_CASE("A scheme with errors is refused with its sentences")
{
    const auto refused = readScheme(
        withBands("1000", "1", R"({"name":"5A","from":"950"},{"name":"4A","from":"901","to":"950"})"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text.contains(u"950 既属前者又属后者"_s));
    CHECK(readScheme(
        withBands("1000", "1", R"({"name":"5A","from":"950"},{"name":"4A","to":"950","toOpen":true})")));
}

TEST_CASE("Bands must be in order, within reach, and named once")
{
    CHECK(errorsOf(schemeFrom(withBands("100", "0", R"({"name":"C","to":"60"},{"name":"A","from":"61"})")))
              .contains(u"“A”的位置不对"_s));
    CHECK(errorsOf(schemeFrom(withBands("100", "0", R"({"name":"A","from":"150"})")))
              .contains(u"谁也达不到"_s));
    CHECK(errorsOf(schemeFrom(withBands("100", "0", R"({"name":"A","from":"60","to":"90"})")))
              .contains(u"总分可达 100 分"_s));
    CHECK(errorsOf(schemeFrom(withBands("100", "0", R"({"name":"A","from":"60"},{"name":"A","to":"59"})")))
              .contains(u"“A”重复"_s));
    CHECK(errorsOf(schemeFrom(withBands("100", "0", R"({"name":"A","from":"60","to":"50"})")))
              .contains(u"下限高于上限"_s));
}

TEST_CASE("Points must add up to their parent and to the full marks")
{
    const QString errors =
        errorsOf(schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"100","indicators":[
        {"code":"A","name":"党建","points":"40","children":[
          {"code":"A1","name":"一","points":"20","rule":{"manual":{"max":"20"}},"figure":{"person":true}},
          {"code":"A2","name":"二","points":"15","rule":{"manual":{"max":"12"}},"figure":{"person":true}}]},
        {"code":"B","name":"履职","points":"55","rule":{"manual":{"max":"55"}},"figure":{"person":true}}]})"));
    CHECK(errors.contains(u"A：“党建”共 40 分，下级合计却是 35 分（社会团体）。"_s));
    CHECK(errors.contains(u"满分 100 分，各大类合计却是 95 分"_s));
    CHECK(errors.contains(u"A2：“二”分值 15 分，按规则最多只能得 12 分。"_s));
}

TEST_CASE(
    "A bonus that also counts in a ranking is pointed out, for the columns of the table no longer add up")
{
    const auto with = [](const QByteArray &tag) {
        return warningsOf(schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"100","indicators":[
        {"code":"A","name":"服务","points":"100","tag":"service","rule":{"manual":{"max":"100"}},"figure":{"person":true}}],
        "bonus":[{"code":"P1","name":"公益投入","points":"5")" +
                                     tag + R"(,"rule":{"manual":{"max":"5"}},"figure":{"person":true}}]})"));
    };
    CHECK(with(R"(,"tag":"service")").contains(u"P1：“公益投入”是加分或扣分项，又归入排行榜“公益服务”"_s));
    CHECK_FALSE(with({}).contains(u"排行榜"_s));
}

TEST_CASE("Codes are unique, dates in order, vetoes name a band that exists")
{
    const QString errors = errorsOf(schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"20",
        "validFrom":"2025-01-01","validTo":"2024-12-31","indicators":[
        {"code":"A","name":"一","points":"10","rule":{"manual":{"max":"10"}},"figure":{"person":true}},
        {"code":"A","name":"二","points":"10","rule":{"manual":{"max":"10"}},"figure":{"person":true}}],
        "vetoes":[{"code":"V","text":"x","when":{"field":"status","is":"revoked"},"effect":"band","band":"丁"}]})"));
    CHECK(errors.contains(u"编号重复"_s));
    CHECK(errors.contains(u"失效日期 2024-12-31 早于生效日期 2025-01-01"_s));
    CHECK(errors.contains(u"等次“丁”不存在"_s));
}

TEST_CASE("Queries and conditions that cannot be asked are named")
{
    const auto wrong = [](const QByteArray &members) {
        return errorsOf(withIndicator(R"("rule":{"manual":{"max":"10"}},)" + members));
    };
    CHECK(
        wrong(R"("figure":{"query":{"type":"meeting","group":["organization"],"measures":[{"count":"n"}]}})")
            .contains(u"meeting"_s));
    CHECK(
        wrong(
            R"("figure":{"query":{"type":"party_activity","where":{"field":"knd","is":"lecture"},"group":["organization"],"measures":[{"count":"n"}]}})")
            .contains(u"“knd”"_s));
    CHECK(wrong(R"("figure":{"query":{"type":"party_activity","group":["kind"],"measures":[{"count":"n"}]}})")
              .contains(u"先按社会组织分组"_s));
    CHECK(
        wrong(
            R"("figure":{"person":true},"applies":{"text":"有党员","when":{"field":"members","atLeast":3}})")
            .contains(u"“members”"_s));
}

TEST_CASE("Options that can never come up are errors, values without points are pointed out")
{
    const Scheme scheme =
        withIndicator(R"("rule":{"choice":{"options":[{"key":"pass","label":"合格","points":"10"},
        {"key":"passed","label":"通过","points":"5"}]}},
        "figure":{"query":{"type":"inspection","group":["organization"],"measures":[{"latest":"conclusion","by":"year","as":"c"}]}})");
    CHECK(errorsOf(scheme).contains(u"“通过”（passed）永远不会出现"_s));
    CHECK(warningsOf(scheme).contains(u"没有写“不合格”（fail）得几分"_s));
}

TEST_CASE("Rules that contradict themselves are errors")
{
    const auto rule = [](const char *json) {
        return errorsOf(withIndicator(QByteArray(R"("figure":{"person":true},"rule":)") + json));
    };
    CHECK(rule(R"({"perOccurrence":{"each":"5","cap":"4"}})").contains(u"封顶 4 分，不足一次的 5 分"_s));
    CHECK(
        rule(
            R"({"choice":{"options":[{"key":"a","label":"有","points":"10"},{"key":"a","label":"无","points":"0"}]}})")
            .contains(u"“a”出现两次"_s));
    // Wendeng's table: the same line once with −50 and once with −30.
    CHECK(
        rule(
            R"({"choice":{"options":[{"key":"a","label":"欺骗诱导消费者","points":"10"},{"key":"b","label":"欺骗诱导消费者","points":"3"}]}})")
            .contains(u"同文不同分"_s));
    CHECK(rule(R"({"bands":{"rows":[{"from":"10","points":"10"},{"to":"10","points":"5"}]}})")
              .contains(u"10 既属前者又属后者"_s));
    CHECK(rule(R"({"kOfN":{"items":[{"key":"a","text":"甲"}],"points":["0","5","10"]}})")
              .contains(u"满足 2 项的 10 分永远得不到"_s));
    CHECK(rule(R"({"manual":{"min":"11","max":"10"}})").contains(u"下限 11 高于上限 10"_s));
    CHECK(rule(R"({"deduction":{"start":"10"}})").contains(u"没有写扣多少分"_s));
    CHECK(rule(R"({"ratio":{"full":"10","constant":"20"}})").contains(u"每步扣多少分"_s));
    CHECK(rule(R"({"basePlusIncrement":{"from":"3","base":"12","each":"1","cap":"10"}})")
              .contains(u"上限 10 分，低于起步的 12 分"_s));
    CHECK(
        rule(
            R"({"piecewise":{"segments":[{"upTo":"10","per":"1","each":"1"},{"upTo":"5","per":"1","each":"1"}]}})")
            .contains(u"第 2 段的终点 5 不大于起点 10"_s));
    CHECK(rule(R"({"manual":{"max":"10"}})").isEmpty());
}

TEST_CASE("A gap between the stretches of a figure is pointed out but let in")
{
    const Scheme scheme = withIndicator(R"("figure":{"person":true},
        "rule":{"bands":{"rows":[{"from":"20","points":"10"},{"from":"10","to":"18","points":"5"}],"unit":"次"}})");
    CHECK(errorsOf(scheme).isEmpty());
    CHECK(warningsOf(scheme).contains(u"之间有空档"_s));
}
