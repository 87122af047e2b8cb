// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/evaluation/testscheme.h"

using namespace core;
using namespace Qt::StringLiterals;

// Expected points are copied from the published tables named in each case, or worked out by hand beside it.

namespace {

Figure withParts(std::vector<Figure::Part> parts)
{
    Figure figure = Figure::number(0);
    for (const Figure::Part &part : parts)
        figure.value += part.value;
    figure.parts = std::move(parts);
    return figure;
}

QString pointsOf(const Rule &rule, const Figure &figure, const RuleContext &context = {})
{
    return award(rule, figure, context).raw.toString();
}

QString words(const Rule &rule, const Figure &figure, const RuleContext &context = {})
{
    Workings workings;
    const Award given = award(rule, figure, context, &workings);
    return explain(rule, figure, given, workings);
}

BandsRule::Row row(const char *from, const char *to, const char *points)
{
    BandsRule::Row made;
    if (*from)
        made.range.from = dec(from);
    if (*to)
        made.range.to = dec(to);
    made.points = dec(points);
    return made;
}

} // namespace

TEST_CASE("Ten meetings at half a point are capped at four points and say so")
{
    const Rule rule = PerOccurrenceRule{.each = dec("0.5"), .cap = dec("4"), .unit = u"次"_s};
    CHECK(pointsOf(rule, n("10")) == u"4"_s);
    CHECK(words(rule, n("10")) == u"10 次 × 0.5 分 = 5 分，封顶 4 分"_s);
    CHECK(words(rule, n("7")) == u"7 次 × 0.5 分 = 3.5 分"_s);
    CHECK(advise(rule, n("5"), award(rule, n("5"))) == u"再增加 3 次，可增加 1.5 分"_s);
    CHECK(advise(rule, n("8"), award(rule, n("8"))).isEmpty());
}

TEST_CASE("A theme day a month counts once in each month and names the months without one")
{
    const Rule rule = PerOccurrenceRule{
        .each = 1, .period = PerOccurrenceRule::Period::Month, .periodCap = 1, .unit = u"次"_s};
    std::vector<Figure::Part> parts;
    for (int month = 1; month <= 12; ++month) {
        if (month != 2 && month != 8)
            parts.push_back({u"2025-%1"_s.arg(month, 2, 10, QChar(u'0')), month == 3 ? 3 : 1});
    }
    const Figure figure = withParts(parts);
    CHECK(pointsOf(rule, figure) == u"10"_s);
    CHECK(words(rule, figure) == u"12 次，计 10 次（每月最多计 1 次，缺 2 月、8 月） × 1 分 = 10 分"_s);
    CHECK(highestPoints(rule) == Decimal(12));
    CHECK(advise(rule, figure, award(rule, figure)) == u"按月再增加 2 次，可增加 2 分"_s);
}

TEST_CASE("Only whole times of so many hours count")
{
    const Rule rule = PerOccurrenceRule{.each = 1, .per = 10, .unit = u"小时"_s};
    CHECK(pointsOf(rule, n("39.5")) == u"3"_s);
    CHECK(words(rule, n("39.5")) == u"39.5 小时，每 10 小时计 1 次，计 3 次 × 1 分 = 3 分"_s);
}

TEST_CASE("Fujian: three full-time staff give five points, each more one, up to fifteen")
{
    const Rule rule =
        BasePlusIncrementRule{.from = 3, .base = 5, .step = 1, .each = 1, .cap = 15, .unit = u"名"_s};
    CHECK(pointsOf(rule, n("2")) == u"0"_s);
    CHECK(pointsOf(rule, n("3")) == u"5"_s);
    CHECK(pointsOf(rule, n("5")) == u"7"_s);
    CHECK(pointsOf(rule, n("13")) == u"15"_s);
    CHECK(pointsOf(rule, n("40")) == u"15"_s);
    CHECK(words(rule, n("5")) == u"5 名，达到 3 名得 5 分，另增 2 名 × 1 分 = 2 分，共 7 分"_s);
    CHECK(words(rule, n("2")) == u"2 名，不足 3 名，得 0 分"_s);
    CHECK(advise(rule, n("5"), award(rule, n("5"))) == u"增加 8 名，达到 13 名，可增加 8 分"_s);
}

TEST_CASE("Huai'an: meetings of the council give points by stretches, conditions by how many are met")
{
    const Rule meetings = BandsRule{{row("5", "", "3"), row("3", "4", "2"), row("1", "2", "1")}, u"次"_s};
    CHECK(pointsOf(meetings, n("5")) == u"3"_s);
    CHECK(pointsOf(meetings, n("4")) == u"2"_s);
    CHECK(pointsOf(meetings, n("1")) == u"1"_s);
    CHECK(pointsOf(meetings, n("0")) == u"0"_s);
    CHECK(words(meetings, n("6")) == u"6 次，属“5 次及以上”，得 3 分"_s);
    CHECK(words(meetings, n("0")) == u"0 次，不在任何分档，得 0 分"_s);

    const Rule office = KOfNRule{
        {{u"room"_s, u"办公场所"_s, {}}, {u"tools"_s, u"办公设备"_s, {}}, {u"sign"_s, u"牌匾"_s, {}}},
        {0, 1, 2, 3}};
    CHECK(pointsOf(office, withParts({{u"room"_s, 1}, {u"sign"_s, 1}, {u"tools"_s, 1}})) == u"3"_s);
    CHECK(pointsOf(office, withParts({{u"room"_s, 1}, {u"sign"_s, 1}})) == u"2"_s);
    CHECK(words(office, withParts({{u"room"_s, 1}, {u"sign"_s, 1}})) ==
          u"3 项中满足 2 项（办公场所、牌匾；缺：办公设备），得 2 分"_s);
}

TEST_CASE("Wendeng: the ladder of volunteer hours")
{
    const Rule ladder =
        BandsRule{{row("300", "", "50"), row("250", "299.99", "40"), row("200", "249.99", "30"),
                   row("150", "199.99", "25"), row("100", "149.99", "20"), row("80", "99.99", "15"),
                   row("50", "79.99", "10"), row("20", "49.99", "5"), row("10", "19.99", "2")},
                  u"小时"_s};
    const std::pair<const char *, const char *> published[] = {
        {"9.99", "0"}, {"10", "2"},   {"20", "5"},   {"50", "10"},  {"80", "15"},  {"100", "20"},
        {"150", "25"}, {"200", "30"}, {"250", "40"}, {"300", "50"}, {"1840", "50"}};
    for (const auto &[hours, points] : published)
        CHECK(pointsOf(ladder, n(hours)) == QString::fromLatin1(points));
    CHECK(words(ladder, n("1840")) == u"1,840 小时，属“300 小时及以上”，得 50 分"_s);
    CHECK(advise(ladder, n("60"), award(ladder, n("60"))) == u"达到 80 小时可增加 5 分"_s);
}

TEST_CASE("Wendeng: donations add up piece by piece to at most forty points a year")
{
    PiecewiseRule rule;
    rule.segments = {
        {dec("10000"), 1000, 1}, {dec("50000"), 4000, 1}, {dec("100000"), 5000, 1}, {std::nullopt, 5000, 1}};
    rule.cap = 40;
    rule.unit = u"元"_s;
    CHECK(pointsOf(rule, n("999.99")) == u"0"_s);
    CHECK(pointsOf(rule, n("1000")) == u"1"_s);
    CHECK(pointsOf(rule, n("10000")) == u"10"_s);
    CHECK(pointsOf(rule, n("13999")) == u"10"_s);
    CHECK(pointsOf(rule, n("14000")) == u"11"_s);
    CHECK(pointsOf(rule, n("50000")) == u"20"_s);
    CHECK(pointsOf(rule, n("100000")) == u"30"_s);
    CHECK(pointsOf(rule, n("1000000")) == u"40"_s);
    CHECK(words(rule, n("30000")) == u"30,000 元：0 至 10,000 元部分每 1,000 元计 1 分，计 10 分；"
                                     "10,000 至 30,000 元部分每 4,000 元计 1 分，计 5 分；共 15 分"_s);
}

TEST_CASE("Shicheng: monthly reports, meetings, media and cases")
{
    // 每月上报，少一次 −0.5 扣完为止, of 10 marks: three missing.
    const Rule reports = DeductionRule{.start = 10, .each = dec("0.5")};
    CHECK(pointsOf(reports, n("3")) == u"8.5"_s);
    CHECK(pointsOf(reports, n("21")) == u"0"_s);
    CHECK(words(reports, n("3")) == u"起评 10 分，扣 3 次 × 0.5 分 = 1.5 分，得 8.5 分"_s);
    CHECK(words(reports, n("21")) == u"起评 10 分，扣 21 次 × 0.5 分 = 10.5 分，扣完为止，得 0 分"_s);
    CHECK(words(reports, n("0")) == u"起评 10 分，无扣分，得 10 分"_s);

    // 部署≥3 次，少一次 −1, of 7 marks.
    const Rule meetings = RatioRule{.full = 7, .constant = 3, .perStep = 1, .unit = u"次"_s};
    CHECK(pointsOf(meetings, n("3")) == u"7"_s);
    CHECK(pointsOf(meetings, n("1")) == u"5"_s);

    // 媒体：省级 1 篇 3 分／市 2 篇 2 分／县级 1 分.
    const Rule media = LevelsRule{
        .levels = {{u"province"_s, u"省级"_s, 3}, {u"city"_s, u"市级"_s, 2}, {u"county"_s, u"县级"_s, 1}},
        .cap = 10,
        .unit = u"篇"_s};
    CHECK(pointsOf(media, withParts({{u"city"_s, 2}, {u"province"_s, 1}})) == u"7"_s);
    CHECK(words(media, withParts({{u"city"_s, 2}, {u"province"_s, 1}})) ==
          u"省级 1 篇 × 3 分 + 市级 2 篇 × 2 分 = 7 分"_s);
    CHECK(words(media, withParts({{u"province"_s, 5}})) == u"省级 5 篇 × 3 分 = 15 分，封顶 10 分"_s);

    // 案件 10 例以上，否则按完成比例得分, of 20 marks.
    const Rule cases =
        RatioRule{.full = 20, .constant = 10, .mode = RatioRule::Mode::Proportional, .unit = u"例"_s};
    CHECK(pointsOf(cases, n("7")) == u"14"_s);
    CHECK(pointsOf(cases, n("12")) == u"20"_s);
    CHECK(words(cases, n("7")) == u"7 例，目标 10 例，按比例 20 分 × 7 ÷ 10 = 14 分"_s);
}

TEST_CASE("Ratios: 0.05 for each per cent below a fifth, 0.5 for each year above the average")
{
    // 35 岁以下占比≥20% 得 1，每低 1% 扣 0.05.
    RatioRule young{.full = 1, .constant = 20, .perStep = dec("0.05"), .unit = u"%"_s};
    CHECK(pointsOf(young, n("20")) == u"1"_s);
    CHECK(pointsOf(young, n("18.4")) == u"0.95"_s); // one whole per cent of 1.6
    CHECK(
        words(young, n("18.4")) ==
        u"18.4%，目标 20%，低 1.6 个百分点（每满 1 个百分点计 1 步），扣 1 × 0.05 分 = 0.05 分，得 0.95 分"_s);
    young.rounding = Rounding::Up;
    CHECK(pointsOf(young, n("18.4")) == u"0.9"_s);
    young.step = RatioRule::Step::Linear;
    CHECK(pointsOf(young, n("18.4")) == u"0.92"_s); // 1 − 1.6 × 0.05
    CHECK(pointsOf(young, n("0")) == u"0"_s);

    // Without a figure the target is still known where it is a number, and nothing where it is of the others.
    const Figure none;
    CHECK(advise(young, none, award(young, none)) == u"达到 20%可增加 1 分"_s);
    Award excused = award(young, none);
    excused.state = Award::State::NotApplicable;
    CHECK(advise(young, none, excused).isEmpty()); // nobody is told to do what is not asked of them

    // 平均年龄≤市均得 2，每超 1 岁扣 0.5; the average is 40.2.
    const Rule age = RatioRule{.full = 2,
                               .target = RatioRule::Target::Average,
                               .lowerIsBetter = true,
                               .perStep = dec("0.5"),
                               .unit = u"岁"_s};
    CHECK(pointsOf(age, n("39"), {dec("40.2")}) == u"2"_s);
    CHECK(pointsOf(age, n("42.5"), {dec("40.2")}) == u"1"_s);
    CHECK(words(age, n("42.5"), {dec("40.2")}) ==
          u"42.5 岁，同类平均 40.2 岁，高 2.3 岁（每满 1 岁计 1 步），扣 2 × 0.5 分 = 1 分，得 1 分"_s);

    // 对上年每增 1 +0.05（至多 0.5）、每减 1 −0.1（至多 2）, from 2 marks.
    const Rule change = RatioRule{.full = 2,
                                  .target = RatioRule::Target::LastYear,
                                  .perStep = dec("0.1"),
                                  .perStepBeyond = dec("0.05"),
                                  .beyondCap = dec("0.5"),
                                  .unit = u"人"_s};
    Figure figure = n("25");
    figure.lastYear = dec("20");
    CHECK(pointsOf(change, figure) == u"2.25"_s);
    figure.lastYear = dec("5");
    CHECK(pointsOf(change, figure) == u"2.5"_s);
    figure.lastYear = dec("28");
    CHECK(pointsOf(change, figure) == u"1.7"_s);
    CHECK(award(change, n("25")).state == Award::State::Missing); // nothing to compare with
}

TEST_CASE("A choice takes fractional points, an empty key stands for nothing on record")
{
    // 江苏 2024: 设立 2｜未设但有指导员等 1.5｜都没有 0.
    const Rule rule = ChoiceRule{{{u"single"_s, u"单独组建"_s, 2},
                                  {u"instructor"_s, u"指导员覆盖"_s, dec("1.5")},
                                  {u""_s, u"未设立"_s, 0}}};
    CHECK(pointsOf(rule, Figure::choice(u"instructor"_s)) == u"1.5"_s);
    CHECK(words(rule, Figure::choice(u"instructor"_s)) == u"指导员覆盖，得 1.5 分"_s);
    CHECK(words(rule, Figure()) == u"未设立，得 0 分"_s);
    CHECK(award(rule, Figure()).state == Award::State::Scored);
    CHECK(advise(rule, Figure(), award(rule, Figure())) == u"达到“单独组建”可增加 2 分"_s);
    CHECK(words(rule, Figure::choice(u"other"_s)) == u"“other”不在选项之列，得 0 分"_s);
}

TEST_CASE("Deductions by severity take off what each grade says, down to the floor")
{
    // 文登法人: 警告 −10，低限罚 −20，高限 −50.
    const Rule rule = DeductionRule{.start = 60,
                                    .grades = {{u"warning"_s, u"警告"_s, 10},
                                               {u"fine"_s, u"罚款"_s, 20},
                                               {u"suspension"_s, u"停止活动"_s, 50}},
                                    .floor = 0};
    CHECK(pointsOf(rule, withParts({{u"fine"_s, 1}, {u"warning"_s, 2}})) == u"20"_s);
    CHECK(pointsOf(rule, withParts({{u"fine"_s, 1}, {u"suspension"_s, 1}})) == u"0"_s);
    CHECK(words(rule, withParts({{u"fine"_s, 1}, {u"warning"_s, 2}})) ==
          u"起评 60 分，扣 罚款 1 次 × 20 分 = 20 分、警告 2 次 × 10 分 = 20 分，得 20 分"_s);
}

TEST_CASE("Of several honours only the highest counts when the rule says so")
{
    const Rule rule = LevelsRule{.levels = {{u"nation"_s, u"国家级"_s, 100}, {u"city"_s, u"市级"_s, 20}},
                                 .highestOnly = true};
    CHECK(pointsOf(rule, withParts({{u"city"_s, 3}, {u"nation"_s, 1}})) == u"100"_s);
    CHECK(pointsOf(rule, withParts({{u"city"_s, 3}})) == u"20"_s);
    CHECK(words(rule, withParts({})) == u"无，得 0 分"_s);
}

TEST_CASE("A person's points stay within their range and name who gave them")
{
    const Rule rule = ManualRule{.min = 0, .max = 10};
    Figure figure = n("12");
    figure.note = u"李科员：现场查看"_s;
    CHECK(pointsOf(rule, figure) == u"10"_s);
    CHECK(words(rule, figure) == u"人工评分 12 分（0—10 分），超出范围，计 10 分（李科员：现场查看）"_s);
    CHECK(award(rule, Figure()).state == Award::State::Missing);
}
