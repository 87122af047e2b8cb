// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/award.h"

#include <algorithm>

namespace core {

namespace {

const KeyPoints *find(const std::vector<KeyPoints> &list, const QString &key)
{
    for (const KeyPoints &entry : list) {
        if (entry.key == key)
            return &entry;
    }
    return nullptr;
}

/// value ÷ step in whole steps, or exactly.
Decimal steps(Decimal value, Decimal step, Rounding rounding)
{
    return Decimal::quotient(value, step).value_or(Decimal()).rounded(0, rounding);
}

Award scored(Decimal points)
{
    Award award;
    award.points = award.raw = points;
    return award;
}

Award missing()
{
    Award award;
    award.state = Award::State::Missing;
    return award;
}

Award apply(const ChoiceRule &rule, const Figure &figure)
{
    const KeyPoints *option = find(rule.options, choiceKey(figure));
    if (option)
        return scored(option->points);
    return figure.known ? scored(0) : missing();
}

Award apply(const PerOccurrenceRule &rule, const Figure &figure)
{
    Decimal count = countedTimes(rule, figure);
    if (rule.per != Decimal(1))
        count = steps(count, rule.per, Rounding::Down);
    Decimal points = Decimal::product(count, rule.each);
    if (rule.cap)
        points = std::min(points, *rule.cap);
    return scored(points);
}

Award apply(const BasePlusIncrementRule &rule, const Figure &figure)
{
    if (figure.value < rule.from)
        return scored(0);
    const Decimal more = steps(figure.value - rule.from, rule.step, Rounding::Down);
    return scored(std::min(rule.cap, rule.base + Decimal::product(more, rule.each)));
}

Award apply(const BandsRule &rule, const Figure &figure)
{
    for (const BandsRule::Row &row : rule.rows) {
        if (row.range.contains(figure.value))
            return scored(row.points);
    }
    return scored(0);
}

Award apply(const PiecewiseRule &rule, const Figure &figure)
{
    Decimal points;
    Decimal from;
    for (const PiecewiseRule::Segment &segment : rule.segments) {
        const Decimal to = segment.upTo ? std::min(*segment.upTo, figure.value) : figure.value;
        if (to > from)
            points += Decimal::product(steps(to - from, segment.per, Rounding::Down), segment.each);
        if (!segment.upTo || figure.value <= *segment.upTo)
            break;
        from = *segment.upTo;
    }
    return scored(rule.cap ? std::min(points, *rule.cap) : points);
}

Award apply(const DeductionRule &rule, const Figure &figure)
{
    Decimal off;
    if (rule.grades.empty() || figure.parts.empty())
        off = Decimal::product(figure.value, rule.each);
    else
        for (const Figure::Part &part : figure.parts) {
            const KeyPoints *grade = find(rule.grades, part.key);
            off += Decimal::product(part.value, grade ? grade->points : rule.each);
        }
    return scored(std::max(rule.floor, rule.start - off));
}

Award apply(const RatioRule &rule, const Figure &figure, const RuleContext &context)
{
    std::optional<Decimal> target;
    switch (rule.target) {
    case RatioRule::Target::Constant: target = rule.constant; break;
    case RatioRule::Target::Average: target = context.average; break;
    case RatioRule::Target::LastYear: target = figure.lastYear; break;
    }
    if (!target)
        return missing();
    Award award;
    award.reference = *target;
    if (rule.mode == RatioRule::Mode::Proportional) {
        // Reaching a target of nothing is full marks.
        const Decimal reached = std::clamp(figure.value, Decimal(), std::max(*target, Decimal()));
        const auto micro = *target > Decimal() ? Decimal::ratio(rule.full, reached, *target) : rule.full;
        award.points = award.raw = std::max(rule.floor, micro);
        return award;
    }
    const RatioDistance distance = ratioDistance(rule, figure.value, *target);
    Decimal points = rule.full - Decimal::product(distance.stepsShort, rule.perStep);
    points = std::max(rule.floor, points);
    points += std::min(rule.beyondCap, Decimal::product(distance.stepsBeyond, rule.perStepBeyond));
    award.points = award.raw = points;
    return award;
}

Award apply(const KOfNRule &rule, const Figure &figure)
{
    if (rule.points.empty())
        return scored(0);
    const qint64 met = std::clamp<qint64>(metItems(rule, figure), 0, qint64(rule.points.size()) - 1);
    return scored(rule.points[size_t(met)]);
}

Award apply(const LevelsRule &rule, const Figure &figure)
{
    Decimal points;
    Decimal best;
    for (const Figure::Part &part : figure.parts) {
        const KeyPoints *level = find(rule.levels, part.key);
        if (!level || part.value <= Decimal())
            continue;
        points += Decimal::product(part.value, level->points);
        best = std::max(best, level->points);
    }
    if (rule.highestOnly)
        points = best;
    return scored(rule.cap ? std::min(points, *rule.cap) : points);
}

Award apply(const ManualRule &rule, const Figure &figure)
{
    return scored(std::clamp(figure.value, rule.min, std::max(rule.min, rule.max)));
}

Decimal highest(const std::vector<KeyPoints> &list)
{
    Decimal most;
    for (const KeyPoints &entry : list)
        most = std::max(most, entry.points);
    return most;
}

} // namespace

qint64 periodsInYear(PerOccurrenceRule::Period period)
{
    switch (period) {
    case PerOccurrenceRule::Period::None:
    case PerOccurrenceRule::Period::Year: return 1;
    case PerOccurrenceRule::Period::Quarter: return 4;
    case PerOccurrenceRule::Period::Month: return 12;
    }
    return 1;
}

Decimal countedTimes(const PerOccurrenceRule &rule, const Figure &figure)
{
    if (rule.period == PerOccurrenceRule::Period::None)
        return figure.value;
    if (figure.parts.empty()) // a plain number: the whole year in one
        return std::min(figure.value, rule.periodCap * periodsInYear(rule.period));
    Decimal count;
    for (const Figure::Part &part : figure.parts)
        count += std::min(part.value, rule.periodCap);
    return count;
}

QString choiceKey(const Figure &figure)
{
    if (!figure.known)
        return {};
    return figure.text.isEmpty() ? figure.value.toString() : figure.text;
}

qint64 metItems(const KOfNRule &rule, const Figure &figure)
{
    if (figure.parts.empty())
        return figure.value.floor();
    return std::count_if(rule.items.begin(), rule.items.end(),
                         [&](const KOfNRule::Item &item) { return partValue(figure, item.key) > Decimal(); });
}

Decimal partValue(const Figure &figure, const QString &key)
{
    for (const Figure::Part &part : figure.parts) {
        if (part.key == key)
            return part.value;
    }
    return {};
}

RatioDistance ratioDistance(const RatioRule &rule, Decimal value, Decimal target)
{
    RatioDistance distance;
    Decimal gap = rule.lowerIsBetter ? value - target : target - value;
    if (rule.relative)
        gap = target.isZero() ? Decimal() : Decimal::ratio(gap, 100, target);
    const auto inSteps = [&](Decimal g) {
        const Decimal exact = Decimal::quotient(g, rule.stepSize).value_or(Decimal());
        return rule.step == RatioRule::Step::Whole ? exact.rounded(0, rule.rounding) : exact;
    };
    if (gap > Decimal())
        distance.stepsShort = inSteps(gap);
    else
        distance.stepsBeyond = inSteps(-gap);
    distance.gap = gap;
    return distance;
}

Award award(const Rule &rule, const Figure &figure, const RuleContext &context)
{
    if (const auto *choice = std::get_if<ChoiceRule>(&rule))
        return apply(*choice, figure);
    if (!figure.known)
        return missing();
    return std::visit(Overloaded{[&](const RatioRule &r) { return apply(r, figure, context); },
                                 [&](const auto &r) { return apply(r, figure); }},
                      rule);
}

Decimal highestPoints(const Rule &rule)
{
    static constexpr Decimal unlimited = Decimal::fromInteger(1'000'000'000);
    return std::visit(
        Overloaded{
            [](const ChoiceRule &r) { return highest(r.options); },
            [](const PerOccurrenceRule &r) {
                if (r.cap)
                    return *r.cap;
                if (r.period == PerOccurrenceRule::Period::None)
                    return unlimited;
                return Decimal::product(steps(r.periodCap * periodsInYear(r.period), r.per, Rounding::Down),
                                        r.each);
            },
            [](const BasePlusIncrementRule &r) { return r.cap; },
            [](const BandsRule &r) {
                Decimal most;
                for (const BandsRule::Row &row : r.rows)
                    most = std::max(most, row.points);
                return most;
            },
            [](const PiecewiseRule &r) { return r.cap.value_or(unlimited); },
            [](const DeductionRule &r) { return std::max(r.start, r.floor); },
            [](const RatioRule &r) { return r.full + (r.perStepBeyond.isZero() ? Decimal() : r.beyondCap); },
            [](const KOfNRule &r) {
                return r.points.empty() ? Decimal() : *std::max_element(r.points.begin(), r.points.end());
            },
            [](const LevelsRule &r) { return r.highestOnly ? highest(r.levels) : r.cap.value_or(unlimited); },
            [](const ManualRule &r) { return r.max; },
        },
        rule);
}

} // namespace core
