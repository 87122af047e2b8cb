// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/tr.h"
#include "core/evaluation/explain.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

/// A gain and how to make it.
struct Advice
{
    Decimal gain;
    QString text; ///< With %1 for the gain.
};

/// The smallest whole number of times that earns \a gain at \a each.
Decimal timesFor(Decimal gain, Decimal each)
{
    const Decimal exact = Decimal::quotient(gain, each).value_or(Decimal());
    return exact.rounded(0, Rounding::Up);
}

Advice improve(const ChoiceRule &rule, const Figure &, const Award &award, Decimal most)
{
    const KeyPoints *best = nullptr;
    for (const KeyPoints &option : rule.options) {
        if (!best || option.points > best->points)
            best = &option;
    }
    if (!best)
        return {};
    return {std::min(best->points, most) - award.points, tr("达到“%1”可增加 %2").arg(best->label)};
}

Advice improve(const PerOccurrenceRule &rule, const Figure &, const Award &award, Decimal most)
{
    const QString unit = rule.unit.isEmpty() ? tr("次") : rule.unit;
    const Decimal gain = most - award.points;
    if (rule.each <= Decimal() || gain <= Decimal() || most > Decimal(1'000'000))
        return {};
    const Decimal more = Decimal::product(timesFor(gain, rule.each), rule.per);
    const QString when = rule.period == PerOccurrenceRule::Period::Month     ? tr("按月")
                         : rule.period == PerOccurrenceRule::Period::Quarter ? tr("按季度")
                                                                             : QString();
    return {gain, tr("%1再增加 %2，可增加 %3").arg(when, figureText(more, unit))};
}

Advice improve(const BasePlusIncrementRule &rule, const Figure &figure, const Award &award, Decimal most)
{
    if (award.points >= most)
        return {};
    const Decimal need = std::max(Decimal(), std::min(most, rule.cap) - rule.base);
    Decimal full = rule.from;
    if (rule.each > Decimal())
        full += Decimal::product(timesFor(need, rule.each), rule.step);
    return {most - award.points,
            tr("增加 %1，达到 %2，可增加 %3")
                .arg(figureText(full - figure.value, rule.unit), figureText(full, rule.unit))};
}

Advice improve(const BandsRule &rule, const Figure &, const Award &award, Decimal most)
{
    // The next better stretch, not the best: within reach next year.
    const BandsRule::Row *next = nullptr;
    for (const BandsRule::Row &row : rule.rows) {
        if (row.points > award.raw && (!next || row.points < next->points))
            next = &row;
    }
    if (!next)
        return {};
    const QString goal = next->range.from        ? figureText(*next->range.from, rule.unit)
                         : next->label.isEmpty() ? intervalText(next->range, rule.unit)
                                                 : next->label;
    return {std::min(next->points, most) - award.points, tr("达到 %1可增加 %2").arg(goal)};
}

Advice improve(const PiecewiseRule &rule, const Figure &figure, const Award &award, Decimal most)
{
    Decimal from;
    for (const PiecewiseRule::Segment &segment : rule.segments) {
        if (!segment.upTo || figure.value < *segment.upTo) {
            const Decimal done = Decimal::quotient(figure.value - from, segment.per)
                                     .value_or(Decimal())
                                     .rounded(0, Rounding::Down);
            const Decimal next = from + Decimal::product(done + 1, segment.per);
            return {std::min(most - award.points, segment.each),
                    tr("达到 %1可增加 %2").arg(figureText(next, rule.unit))};
        }
        from = *segment.upTo;
    }
    return {};
}

Advice improve(const DeductionRule &rule, const Figure &, const Award &award, Decimal most)
{
    return {std::min(rule.start, most) - award.points, tr("整改到位、不再发生，可增加 %1")};
}

Advice improve(const RatioRule &rule, const Figure &, const Award &award, Decimal most)
{
    if (award.state == Award::State::Missing && rule.target != RatioRule::Target::Constant)
        return {};
    const Decimal goal = award.state == Award::State::Missing ? rule.constant : award.reference;
    const QString target = figureText(goal, rule.unit);
    return {std::min(rule.full, most) - award.points,
            (rule.lowerIsBetter ? tr("降到 %1可增加 %2") : tr("达到 %1可增加 %2")).arg(target)};
}

Advice improve(const KOfNRule &rule, const Figure &figure, const Award &award, Decimal most)
{
    QStringList open;
    for (const KOfNRule::Item &item : rule.items) {
        if (partValue(figure, item.key) <= Decimal())
            open.append(item.text);
    }
    return {most - award.points, tr("补齐%1，可增加 %2").arg(open.join(u'、'))};
}

Advice improve(const LevelsRule &, const Figure &, const Award &, Decimal)
{
    return {}; // honours are not something to be told to get
}

Advice improve(const ManualRule &, const Figure &, const Award &, Decimal)
{
    return {};
}

Advice improvement(const Rule &rule, const Figure &figure, const Award &award, Decimal most)
{
    if (award.state != Award::State::Scored && award.state != Award::State::Missing)
        return {};
    const Decimal highest = highestPoints(rule);
    const Decimal limit = most > Decimal() ? std::min(most, highest) : highest;
    return std::visit([&](const auto &r) { return improve(r, figure, award, limit); }, rule);
}

QString filled(const Advice &advice)
{
    // The gain is the last placeholder that is still open.
    return advice.gain > Decimal() && !advice.text.isEmpty() ? advice.text.arg(pointsText(advice.gain))
                                                             : QString();
}

/// What a gain of a leaf is worth in the total, where parts that do not apply scale the rest up.
Decimal scaledGain(const std::vector<PlanNode> &nodes, const Score &score, size_t leaf, Decimal gain)
{
    for (int above = nodes[leaf].parent; above >= 0; above = nodes[size_t(above)].parent) {
        const Decimal marks = score.awards[size_t(above)].reference;
        if (marks > Decimal() && marks < nodes[size_t(above)].points)
            gain = Decimal::ratio(gain, nodes[size_t(above)].points, marks);
    }
    return gain;
}

} // namespace

QString advise(const Rule &rule, const Figure &figure, const Award &award, Decimal most)
{
    return filled(improvement(rule, figure, award, most));
}

QStringList adviceFor(const Plan &plan, const Candidate &candidate, const Score &score)
{
    if (!score.rated)
        return {};
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    std::vector<std::pair<Decimal, QString>> found;
    for (size_t n = 0; n < nodes.size(); ++n) {
        const PlanNode &node = nodes[n];
        if (node.leaf < 0 || !node.rule || node.section != Section::Marks)
            continue;
        Advice advice =
            improvement(*node.rule, candidate.figures[size_t(node.leaf)], score.awards[n], node.points);
        advice.gain = scaledGain(nodes, score, n, advice.gain).rounded(plan.scheme->places);
        if (const QString text = filled(advice); !text.isEmpty())
            found.emplace_back(advice.gain, node.name + u"："_s + text);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList sentences;
    for (const auto &[gain, text] : found)
        sentences.append(text);
    return sentences;
}

QString warningText(const WarningLine &line)
{
    if (!line.text.isEmpty())
        return line.text;
    switch (line.kind) {
    case WarningLine::Kind::Below: return tr("总分低于 %1").arg(pointsText(line.amount));
    case WarningLine::Kind::Drop: return tr("总分比上年下降 %1及以上").arg(pointsText(line.amount));
    case WarningLine::Kind::DropShare: return tr("总分比上年下降 %1% 及以上").arg(line.amount.toString());
    case WarningLine::Kind::Required: return tr("必备项缺失");
    case WarningLine::Kind::Share: return tr("名次在同类末 %1%").arg(line.amount.toString());
    }
    return {};
}

QStringList remarksFor(const Plan &plan, const Candidate &candidate, const Score &score)
{
    const Scheme &scheme = *plan.scheme;
    if (!score.rated) {
        if (score.exclusion >= 0)
            return {tr("不参评：%1。").arg(scheme.exclusions[size_t(score.exclusion)].clause.text)};
        return {tr("不参评：本方案不适用于该类组织。")};
    }
    QStringList sentences;
    for (const int v : score.vetoes) {
        const Veto &veto = scheme.vetoes[size_t(v)];
        QString effect;
        switch (veto.effect) {
        case Veto::Effect::Zero: effect = tr("总分记 0 分"); break;
        case Veto::Effect::Band: effect = tr("直接定为“%1”").arg(veto.band); break;
        case Veto::Effect::Ceiling: effect = tr("等次不得高于“%1”").arg(veto.band); break;
        }
        sentences.append(tr("一票否决：%1，%2。").arg(veto.clause.text, effect));
    }
    for (const int b : score.gates) {
        for (size_t g = 0; g < plan.gates[size_t(b)].size(); ++g) {
            const auto fact = size_t(plan.gates[size_t(b)][g]);
            if (fact < candidate.facts.size() && candidate.facts[fact])
                sentences.append(
                    tr("%1，不得评为“%2”。").arg(plan.facts[fact].clause.text, scheme.bands[size_t(b)].name));
        }
    }
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    for (const int w : score.warnings) {
        const WarningLine &line = scheme.warnings[size_t(w)];
        QString text = warningText(line);
        if (line.kind == WarningLine::Kind::Required) {
            QStringList names;
            for (size_t n = 0; n < nodes.size(); ++n) {
                if (nodes[n].required && requiredIsMissing(score.awards[n]))
                    names.append(nodes[n].name);
            }
            text += u"："_s + names.join(u'、');
        }
        const QString level = line.level == WarningLevel::Watch ? tr("关注") : tr("预警");
        sentences.append(tr("%1：%2。").arg(level, text));
    }
    return sentences;
}

} // namespace core
