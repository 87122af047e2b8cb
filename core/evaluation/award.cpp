// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/award.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

/// Position of the entry with this key; −1: there is none.
int indexOf(const std::vector<KeyPoints> &list, const QString &key)
{
    for (size_t i = 0; i < list.size(); ++i) {
        if (list[i].key == key)
            return int(i);
    }
    return -1;
}

Award missing()
{
    Award award;
    award.state = Award::State::Missing;
    return award;
}

/// value ÷ step in whole steps, or exactly.
Decimal steps(Decimal value, Decimal step, Rounding rounding)
{
    return Decimal::quotient(value, step).value_or(Decimal()).rounded(0, rounding);
}

/// Applies one rule to one figure: every figure on the way is a step of the workings, when they are wanted.
class Awarding
{
public:
    Awarding(const Figure &figure, const RuleContext &context, Workings *workings)
        : m_figure(figure)
        , m_context(context)
        , m_workings(workings)
    {}

    Award operator()(const ChoiceRule &rule)
    {
        const int option = indexOf(rule.options, choiceKey(m_figure));
        if (option < 0 && !m_figure.known)
            return missing();
        m_points = option < 0 ? Decimal() : rule.options[size_t(option)].points;
        note({.kind = Kind::Option, .index = option, .gives = m_points});
        return scored();
    }

    Award operator()(const PerOccurrenceRule &rule)
    {
        Decimal count = countedTimes(rule, m_figure);
        if (rule.period != PerOccurrenceRule::Period::None)
            note({.kind = Kind::Counted, .value = m_figure.value, .gives = count});
        if (rule.per != Decimal(1))
            count = whole(count, rule.per);
        m_points = times(count, rule.each);
        note({.kind = Kind::Times, .value = count, .by = rule.each, .gives = m_points});
        cap(rule.cap);
        return scored();
    }

    Award operator()(const BasePlusIncrementRule &rule)
    {
        if (m_figure.value < rule.from) {
            note({.kind = Kind::Unreached, .value = m_figure.value, .by = rule.from});
            return scored();
        }
        m_points = rule.base;
        note({.kind = Kind::Base, .value = m_figure.value, .by = rule.from, .gives = rule.base});
        const Decimal more = whole(m_figure.value - rule.from, rule.step);
        const Decimal added = times(more, rule.each);
        m_points += added;
        note({.kind = Kind::Times, .value = more, .by = rule.each, .gives = added});
        cap(rule.cap);
        return scored();
    }

    Award operator()(const BandsRule &rule)
    {
        const auto row = std::find_if(rule.rows.begin(), rule.rows.end(), [&](const BandsRule::Row &r) {
            return r.range.contains(m_figure.value);
        });
        const bool isIn = row != rule.rows.end();
        m_points = isIn ? row->points : Decimal();
        note({.kind = Kind::Row,
              .index = isIn ? int(row - rule.rows.begin()) : -1,
              .value = m_figure.value,
              .gives = m_points});
        return scored();
    }

    Award operator()(const PiecewiseRule &rule)
    {
        Decimal from;
        for (size_t i = 0; i < rule.segments.size(); ++i) {
            const PiecewiseRule::Segment &segment = rule.segments[i];
            const Decimal to = segment.upTo ? std::min(*segment.upTo, m_figure.value) : m_figure.value;
            if (to > from) {
                note({.kind = Kind::Segment, .index = int(i), .value = from, .by = to});
                const Decimal count = whole(to - from, segment.per);
                const Decimal part = times(count, segment.each);
                m_points += part;
                note({.kind = Kind::Times,
                      .index = int(i),
                      .value = count,
                      .by = segment.each,
                      .gives = part});
            }
            if (!segment.upTo || m_figure.value <= *segment.upTo)
                break;
            from = *segment.upTo;
        }
        note({.kind = Kind::Sum, .gives = m_points});
        cap(rule.cap);
        return scored();
    }

    Award operator()(const DeductionRule &rule)
    {
        m_points = rule.start;
        note({.kind = Kind::Start, .gives = rule.start});
        if (rule.grades.empty() || m_figure.parts.empty())
            takeOff(-1, m_figure.value, rule.each);
        else
            for (size_t i = 0; i < m_figure.parts.size(); ++i) {
                const int grade = indexOf(rule.grades, m_figure.parts[i].key);
                takeOff(int(i), m_figure.parts[i].value,
                        grade < 0 ? rule.each : rule.grades[size_t(grade)].points);
            }
        floor(rule.floor);
        return scored();
    }

    Award operator()(const RatioRule &rule)
    {
        const std::optional<Decimal> target = targetOf(rule);
        if (!target)
            return missing();
        note({.kind = Kind::Target, .value = *target});
        if (rule.mode == RatioRule::Mode::Proportional)
            proportional(rule, *target);
        else
            byDistance(rule, *target);
        Award award = scored();
        award.reference = *target;
        return award;
    }

    Award operator()(const KOfNRule &rule)
    {
        for (size_t i = 0; m_workings && i < rule.items.size(); ++i) {
            const bool isMet = partValue(m_figure, rule.items[i].key) > Decimal();
            note({.kind = isMet ? Kind::Met : Kind::Open, .index = int(i)});
        }
        const qint64 met = metItems(rule, m_figure);
        if (!rule.points.empty())
            m_points = rule.points[size_t(std::clamp<qint64>(met, 0, qint64(rule.points.size()) - 1))];
        note({.kind = Kind::CountMet, .value = Decimal::fromInteger(met), .gives = m_points});
        return scored();
    }

    Award operator()(const LevelsRule &rule)
    {
        Decimal best;
        for (size_t i = 0; i < rule.levels.size(); ++i) {
            const Decimal count = partValue(m_figure, rule.levels[i].key);
            if (count <= Decimal())
                continue;
            const Decimal part = times(count, rule.levels[i].points);
            m_points += part;
            best = std::max(best, rule.levels[i].points);
            note({.kind = Kind::Times,
                  .index = int(i),
                  .value = count,
                  .by = rule.levels[i].points,
                  .gives = part});
        }
        if (rule.highestOnly)
            m_points = best;
        note({.kind = rule.highestOnly ? Kind::Best : Kind::Sum, .gives = m_points});
        cap(rule.cap);
        return scored();
    }

    Award operator()(const ManualRule &rule)
    {
        m_points = m_figure.value;
        note({.kind = Kind::Manual, .gives = m_points});
        floor(rule.min);
        cap(std::max(rule.min, rule.max));
        return scored();
    }

private:
    using Kind = Step::Kind;

    void note(Step step)
    {
        if (!m_workings)
            return;
        step.points = m_points;
        m_workings->steps.push_back(step);
    }

    Award scored() const
    {
        Award award;
        award.points = award.raw = m_points;
        return award;
    }

    static Decimal times(Decimal count, Decimal each) { return Decimal::product(count, each); }

    Decimal whole(Decimal value, Decimal per)
    {
        const Decimal count = steps(value, per, Rounding::Down);
        note({.kind = Kind::Whole, .value = value, .by = per, .gives = count});
        return count;
    }

    void cap(const std::optional<Decimal> &most)
    {
        if (!most || m_points <= *most)
            return;
        const Decimal before = std::exchange(m_points, *most);
        note({.kind = Kind::Cap, .value = before, .by = *most, .gives = m_points});
    }

    void floor(Decimal least)
    {
        if (m_points >= least)
            return;
        const Decimal before = std::exchange(m_points, least);
        note({.kind = Kind::Floor, .value = before, .by = least, .gives = m_points});
    }

    void takeOff(int part, Decimal count, Decimal each)
    {
        const Decimal off = times(count, each);
        m_points -= off;
        note({.kind = Kind::Times, .index = part, .value = count, .by = each, .gives = off});
    }

    std::optional<Decimal> targetOf(const RatioRule &rule) const
    {
        switch (rule.target) {
        case RatioRule::Target::Constant: return rule.constant;
        case RatioRule::Target::Average: return m_context.average;
        case RatioRule::Target::LastYear: return m_figure.lastYear;
        }
        return {};
    }

    /// In proportion to the target; reaching it, or a target of nothing, is full marks.
    void proportional(const RatioRule &rule, Decimal target)
    {
        if (target <= Decimal() || m_figure.value >= target) {
            m_points = rule.full;
            note({.kind = Kind::Reached, .value = m_figure.value, .by = target, .gives = m_points});
        } else {
            const Decimal reached = std::max(m_figure.value, Decimal());
            m_points = Decimal::ratio(rule.full, reached, target);
            note({.kind = Kind::Share, .value = rule.full, .by = reached, .of = target, .gives = m_points});
        }
        floor(rule.floor);
    }

    /// By steps of the distance: points off for each one short, some more for each one beyond.
    void byDistance(const RatioRule &rule, Decimal target)
    {
        const Decimal value = m_figure.value;
        Decimal gap = rule.lowerIsBetter ? value - target : target - value;
        if (rule.relative)
            gap = target.isZero() ? Decimal() : Decimal::ratio(gap, 100, target);
        const auto inSteps = [&rule](Decimal distance) {
            const Decimal exact = Decimal::quotient(distance, rule.stepSize).value_or(Decimal());
            return rule.step == RatioRule::Step::Whole ? exact.rounded(0, rule.rounding) : exact;
        };
        m_points = rule.full;
        note({.kind = Kind::Start, .gives = rule.full});
        if (gap > Decimal()) {
            const Decimal shortOf = inSteps(gap);
            note({.kind = Kind::Gap, .value = gap, .by = rule.stepSize, .gives = shortOf});
            takeOff(-1, shortOf, rule.perStep);
        }
        floor(rule.floor);
        if (gap <= Decimal())
            addBeyond(rule, inSteps(-gap));
    }

    void addBeyond(const RatioRule &rule, Decimal beyond)
    {
        const Decimal before = m_points;
        const Decimal added = times(beyond, rule.perStepBeyond);
        note({.kind = Kind::Beyond, .gives = beyond});
        m_points += added;
        note({.kind = Kind::Times, .value = beyond, .by = rule.perStepBeyond, .gives = added});
        if (added > rule.beyondCap) {
            m_points = before + rule.beyondCap;
            note({.kind = Kind::AddedCap, .value = added, .by = rule.beyondCap, .gives = rule.beyondCap});
        }
    }

    const Figure &m_figure;
    const RuleContext &m_context;
    Workings *m_workings;
    Decimal m_points;
};

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

Award award(const Rule &rule, const Figure &figure, const RuleContext &context, Workings *workings)
{
    if (!figure.known && !std::holds_alternative<ChoiceRule>(rule))
        return missing();
    return std::visit(Awarding(figure, context, workings), rule);
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
