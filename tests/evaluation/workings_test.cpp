// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/improvement.h"
#include "core/evaluation/shippedschemes.h"
#include "tests/evaluation/testscheme.h"

#include <QRegularExpression>

#include <random>

using namespace core;
using namespace Qt::StringLiterals;

// Every step of the workings is worked out again here, in whole numbers of millionths, by the meaning that
// core/evaluation/workings.h gives its kind: nothing of award.cpp is used for it.

namespace {

__extension__ using Whole = __int128;

qint64 halfUp(Whole numerator, Whole denominator)
{
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const bool isNegative = numerator < 0;
    const Whole size = isNegative ? -numerator : numerator;
    const Whole rounded = (size * 2 + denominator) / (denominator * 2);
    return qint64(isNegative ? -rounded : rounded);
}

qint64 times(qint64 a, qint64 b)
{
    return halfUp(Whole(a) * b, 1'000'000);
}

/// What a step must give; empty: it says what it reads of the rule, and nothing can be worked out from it
/// alone.
std::optional<qint64> again(const Step &step)
{
    using Kind = Step::Kind;
    const qint64 value = step.value.micro();
    const qint64 by = step.by.micro();
    switch (step.kind) {
    case Kind::Whole: return by == 0 ? 0 : qint64(Whole(value) * 1'000'000 / by) / 1'000'000 * 1'000'000;
    case Kind::Times: return times(value, by);
    case Kind::Share:
    case Kind::Scaled: return halfUp(Whole(value) * by, step.of.micro());
    case Kind::Cap:
    case Kind::AddedCap:
    case Kind::Limit: return std::min(value, by);
    case Kind::Floor: return std::max(value, by);
    case Kind::Option:
    case Kind::Counted:
    case Kind::Base:
    case Kind::Unreached:
    case Kind::Row:
    case Kind::Segment:
    case Kind::Sum:
    case Kind::Start:
    case Kind::Target:
    case Kind::Reached:
    case Kind::Gap:
    case Kind::Beyond:
    case Kind::Met:
    case Kind::Open:
    case Kind::CountMet:
    case Kind::Best:
    case Kind::Manual:
    case Kind::Rounding:
    case Kind::Given: break;
    }
    return {};
}

/// A number of a sentence, in millionths: “1,840.5” is 1840500000.
qint64 numberIn(QString text)
{
    return dec(text.remove(u',').toLatin1().constData()).micro();
}

/// The numbers of a text, in millionths.
std::vector<qint64> numbersIn(const QString &text)
{
    static const QRegularExpression number(u"-?\\d[\\d,]*(\\.\\d+)?"_s);
    std::vector<qint64> numbers;
    auto found = number.globalMatch(text);
    while (found.hasNext())
        numbers.push_back(numberIn(found.next().captured(0)));
    return numbers;
}

/// “3 次 × 0.5 分”, or “20 分 × 7 ÷ 10”.
qint64 workedOut(const QString &product)
{
    const QStringList factors = product.split(u'×');
    const qint64 first = numbersIn(factors.value(0)).back();
    const std::vector<qint64> rest = numbersIn(factors.value(1));
    return rest.size() == 2 ? halfUp(Whole(first) * rest[0], rest[1]) : times(first, rest.at(0));
}

/// Works out every “a × b + c × d = e” of a sentence; says what does not come out.
QString wrongSum(QString sentence)
{
    static const QRegularExpression brackets(u"（[^（）]*）"_s);
    static const QRegularExpression between(u"[，；：、]"_s);
    for (const QString &part : sentence.remove(brackets).split(between)) {
        const QStringList sides = part.split(u'=');
        if (sides.size() != 2 || !part.contains(u'×'))
            continue;
        qint64 sum = 0;
        for (const QString &product : sides.front().split(u'+'))
            sum += workedOut(product);
        if (sum != numbersIn(sides.back()).front())
            return part;
    }
    return {};
}

/// The last number of a sentence: the points it ends at.
qint64 lastNumber(const QString &sentence)
{
    const std::vector<qint64> numbers = numbersIn(sentence);
    return numbers.empty() ? -1 : numbers.back();
}

class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_random(seed)
    {}
    int upTo(int most) { return int(m_random() % unsigned(most + 1)); }
    bool coin() { return m_random() % 2 == 0; }
    /// 0 to \a most in hundredths.
    Decimal hundredths(int most) { return Decimal::fromMicro(qint64(upTo(most * 100)) * 10'000); }
    Decimal points() { return Decimal::fromMicro(qint64(1 + upTo(40)) * 250'000); }
    std::optional<Decimal> maybe(Decimal value) { return coin() ? std::optional(value) : std::nullopt; }

private:
    std::mt19937 m_random;
};

Rule randomRule(Dice &dice, size_t kind)
{
    const Decimal unit = Decimal(1 + dice.upTo(4));
    switch (kind) {
    case 0: return ChoiceRule{{{u"a"_s, u"甲"_s, dice.points()}, {u"b"_s, u"乙"_s, 0}, {u"c"_s, u"丙"_s, 3}}};
    case 1: {
        PerOccurrenceRule rule{.each = dice.points(), .per = unit, .cap = dice.maybe(dice.points() * 3)};
        if (dice.coin()) {
            rule.period = PerOccurrenceRule::Period::Month;
            rule.periodCap = Decimal(1 + dice.upTo(2));
        }
        return rule;
    }
    case 2:
        return BasePlusIncrementRule{.from = unit,
                                     .base = dice.points(),
                                     .step = unit,
                                     .each = dice.points(),
                                     .cap = dice.points() * 4};
    case 3: {
        BandsRule rule;
        for (int from = 30; from >= 0; from -= 10)
            rule.rows.push_back({{Decimal(from), {}, false, false}, dice.points(), {}});
        return rule;
    }
    case 4:
        return PiecewiseRule{
            .segments = {{Decimal(10), unit, dice.points()}, {std::nullopt, 2, dice.points()}},
            .cap = dice.maybe(dice.points() * 5)};
    case 5: {
        DeductionRule rule{.start = dice.points() * 4, .each = dice.points()};
        if (dice.coin())
            rule.grades = {{u"a"_s, u"轻"_s, dice.points()}, {u"b"_s, u"重"_s, dice.points() * 2}};
        return rule;
    }
    case 6: {
        RatioRule rule{.full = dice.points() * 4, .constant = Decimal(1 + dice.upTo(30))};
        rule.mode = dice.coin() ? RatioRule::Mode::Proportional : RatioRule::Mode::Steps;
        rule.lowerIsBetter = rule.mode == RatioRule::Mode::Steps && dice.coin();
        rule.stepSize = unit;
        rule.perStep = dice.points();
        rule.step = dice.coin() ? RatioRule::Step::Whole : RatioRule::Step::Linear;
        rule.rounding = dice.coin() ? Rounding::Up : Rounding::Down;
        rule.perStepBeyond = dice.points();
        rule.beyondCap = dice.points();
        return rule;
    }
    case 7:
        return KOfNRule{{{u"a"_s, u"甲"_s, {}}, {u"b"_s, u"乙"_s, {}}, {u"c"_s, u"丙"_s, {}}},
                        {0, dice.points(), dice.points() * 2, dice.points() * 3}};
    case 8:
        return LevelsRule{.levels = {{u"a"_s, u"省级"_s, dice.points()}, {u"b"_s, u"市级"_s, dice.points()}},
                          .highestOnly = dice.coin(),
                          .cap = dice.maybe(dice.points() * 2)};
    default: return ManualRule{.min = 0, .max = dice.points() * 4};
    }
}

Figure randomFigure(Dice &dice, const Rule &rule)
{
    if (std::holds_alternative<ChoiceRule>(rule))
        return Figure::choice(QString(QChar(u'a' + dice.upTo(3))));
    Figure figure = Figure::number(dice.hundredths(40));
    const auto *perTime = std::get_if<PerOccurrenceRule>(&rule);
    if (perTime && perTime->period == PerOccurrenceRule::Period::None)
        return figure;
    const bool keyed = perTime || std::holds_alternative<LevelsRule>(rule) ||
                       std::holds_alternative<KOfNRule>(rule) || std::holds_alternative<DeductionRule>(rule);
    if (!keyed)
        return figure;
    figure.value = {};
    for (int part = 0; part < 3; ++part) {
        const QString key = perTime ? u"2025-0%1"_s.arg(part + 1) : QString(QChar(u'a' + part));
        figure.parts.push_back({key, Decimal(dice.upTo(4))});
        figure.value += figure.parts.back().value;
    }
    return figure;
}

/// Runs \a body(rule, figure) for twenty thousand rules of every kind and figures that fit them.
template<typename Body>
void forRandomRules(quint32 seed, const Body &body)
{
    Dice dice(seed);
    for (int round = 0; round < 20'000; ++round) {
        INFO("round " << round);
        const Rule rule = randomRule(dice, size_t(round) % std::variant_size_v<Rule>);
        body(rule, randomFigure(dice, rule));
    }
}

} // namespace

TEST_CASE("The last step of the workings stands at the points awarded, whatever the rule and the figure")
{
    forRandomRules(20251, [](const Rule &rule, const Figure &figure) {
        Workings workings;
        const Award worked = award(rule, figure, {}, &workings);
        INFO(explain(rule, figure, worked, workings).toStdString());
        REQUIRE(worked == award(rule, figure)); // taking the steps down changes nothing
        REQUIRE(!workings.steps.empty());
        REQUIRE(workings.points() == worked.raw);
        for (const Step &step : workings.steps) {
            INFO("step " << int(step.kind));
            if (const std::optional<qint64> must = again(step))
                REQUIRE(step.gives.micro() == *must);
        }
    });
}

TEST_CASE("Who works a sentence out again comes to the points it ends at")
{
    int products = 0;
    forRandomRules(7, [&](const Rule &rule, const Figure &figure) {
        Workings workings;
        const Award worked = award(rule, figure, {}, &workings);
        const QString sentence = explain(rule, figure, worked, workings);
        INFO(sentence.toStdString());
        REQUIRE(wrongSum(sentence) == QString());
        products += int(sentence.count(u" = "_s));
        if (!std::holds_alternative<ManualRule>(rule)) // ends with its range where the points lie within
            REQUIRE(lastNumber(sentence) == worked.raw.micro());
    });
    CHECK(products > 5'000); // the sentences that must be right are there
}

TEST_CASE("Who does what an advice says earns what it says")
{
    int advised = 0;
    forRandomRules(99, [&](const Rule &rule, const Figure &asked) {
        Figure figure = asked;
        const Award before = award(rule, figure);
        const Improvement better = improvementOf(rule, figure, before);
        if (better.gain.isZero())
            return;
        if (const auto *choice = std::get_if<ChoiceRule>(&rule))
            figure = Figure::choice(choice->options[size_t(better.index)].key);
        else if (std::holds_alternative<DeductionRule>(rule))
            figure = Figure::number(0);
        else if (figure.parts.empty())
            figure.value = better.goal;
        else
            return; // which month or item is meant stands in the words
        ++advised;
        INFO(advise(rule, asked, before).toStdString() << ", had " << asked.value.toString().toStdString());
        // Whole times can give a little more than was missing; steps beyond a target are not promised.
        REQUIRE(award(rule, figure).points.micro() >= (before.points + better.gain).micro());
    });
    CHECK(advised > 3'000);
}

TEST_CASE("The workings of a scored county end at its awards")
{
    const Plan plan = makePlan(schemeFrom(*shippedScheme(u"demo-county"_s)));
    Dice dice(3);
    std::vector<Candidate> all;
    for (int i = 0; i < 300; ++i) {
        const OrganizationKind kind =
            allOf<OrganizationKind>()[size_t(dice.upTo(int(enumCount<OrganizationKind>) - 1))];
        Candidate one;
        one.id = QString::number(i);
        one.kind = kind;
        for (size_t fact = 0; fact < plan.facts.size(); ++fact)
            one.facts.push_back(plan.facts[fact].key.startsWith("applies"_L1) && dice.coin());
        one.figures.resize(size_t(plan.of(kind).leaves));
        for (const PlanNode &node : plan.of(kind).nodes) {
            if (node.leaf >= 0 && node.rule && dice.upTo(5) > 0)
                one.figures[size_t(node.leaf)] = randomFigure(dice, *node.rule);
        }
        all.push_back(std::move(one));
    }
    const std::vector<Score> scores = scoreAll(plan, all);
    int scaled = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        if (!scores[i].rated)
            continue;
        const std::vector<Workings> workings = workingsOf(plan, all[i], scores[i]);
        const std::vector<PlanNode> &nodes = plan.of(all[i].kind).nodes;
        REQUIRE(workings.size() == nodes.size());
        for (size_t n = 0; n < nodes.size(); ++n) {
            INFO(all[i].id.toStdString() << " " << nodes[n].code.toStdString());
            REQUIRE(workings[n].points() == scores[i].awards[n].points);
            scaled += workings[n].find(Step::Kind::Scaled) ? 1 : 0;
        }
    }
    CHECK(scaled > 0);
}
