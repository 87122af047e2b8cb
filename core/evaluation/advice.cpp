// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/advice.h"

#include "core/base/tr.h"
#include "core/evaluation/improvement.h"

#include <algorithm>

namespace core {

namespace {

// How to make an improvement, with %1 for the gain: the words of improvement.cpp's figures.

QString words(const ChoiceRule &rule, const Figure &, const Improvement &better)
{
    return tr("达到“%1”可增加 %2").arg(rule.options[size_t(better.index)].label);
}

QString words(const PerOccurrenceRule &rule, const Figure &, const Improvement &better)
{
    const QString when = rule.period == PerOccurrenceRule::Period::Month     ? tr("按月")
                         : rule.period == PerOccurrenceRule::Period::Quarter ? tr("按季度")
                                                                             : QString();
    return tr("%1再增加 %2，可增加 %3")
        .arg(when, figureText(better.more, rule.unit.isEmpty() ? tr("次") : rule.unit));
}

QString words(const BasePlusIncrementRule &rule, const Figure &, const Improvement &better)
{
    return tr("增加 %1，达到 %2，可增加 %3")
        .arg(figureText(better.more, rule.unit), figureText(better.goal, rule.unit));
}

QString words(const BandsRule &rule, const Figure &, const Improvement &better)
{
    const BandsRule::Row &next = rule.rows[size_t(better.index)];
    const QString goal = next.range.from        ? figureText(better.goal, rule.unit)
                         : next.label.isEmpty() ? intervalText(next.range, rule.unit)
                                                : next.label;
    return tr("达到 %1可增加 %2").arg(goal);
}

QString words(const PiecewiseRule &rule, const Figure &, const Improvement &better)
{
    return tr("达到 %1可增加 %2").arg(figureText(better.goal, rule.unit));
}

QString words(const DeductionRule &, const Figure &, const Improvement &)
{
    return tr("整改到位、不再发生，可增加 %1");
}

QString words(const RatioRule &rule, const Figure &, const Improvement &better)
{
    return (rule.lowerIsBetter ? tr("降到 %1可增加 %2") : tr("达到 %1可增加 %2"))
        .arg(figureText(better.goal, rule.unit));
}

QString words(const KOfNRule &rule, const Figure &figure, const Improvement &)
{
    QStringList open;
    for (const KOfNRule::Item &item : rule.items) {
        if (partValue(figure, item.key) <= Decimal())
            open.append(item.text);
    }
    return tr("补齐%1，可增加 %2").arg(open.join(u'、'));
}

QString words(const LevelsRule &, const Figure &, const Improvement &)
{
    return {};
}

QString words(const ManualRule &, const Figure &, const Improvement &)
{
    return {};
}

/// The sentence; \a gain is what is told of it.
QString sentence(const Rule &rule, const Figure &figure, const Improvement &better, Decimal gain)
{
    if (better.gain.isZero() || gain <= Decimal())
        return {};
    const QString text = std::visit([&](const auto &r) { return words(r, figure, better); }, rule);
    return text.isEmpty() ? text : text.arg(pointsText(gain)); // words() put in all but the points
}

} // namespace

QString advise(const Rule &rule, const Figure &figure, const Award &award, Decimal most)
{
    const Improvement better = improvementOf(rule, figure, award, most);
    return sentence(rule, figure, better, better.gain);
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
        const Figure &figure = candidate.figures[size_t(node.leaf)];
        const Improvement better = improvementOf(*node.rule, figure, score.awards[n], node.points);
        const Decimal gain = gainInTotal(plan, candidate, score, n, better.gain);
        if (const QString text = sentence(*node.rule, figure, better, gain); !text.isEmpty())
            found.emplace_back(gain, node.name + u'：' + text);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList sentences;
    for (const auto &[gain, text] : found)
        sentences.append(text);
    return sentences;
}

} // namespace core
