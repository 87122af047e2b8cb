// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/store/query.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace core {

/// What is known of one organization for one indicator: what the rule of the indicator reads.
struct Figure
{
    /// Share of one period ("2025-03", "2025-Q1"), grade, level or item. Sorted by key.
    struct Part
    {
        QString key;
        Decimal value;
        friend bool operator==(const Part &, const Part &) = default;
    };
    bool known = false;              ///< False: nothing on record; the missing-data policy decides.
    Decimal value;                   ///< Number of times, hours, yuan, per cent …
    QString text;                    ///< Key of a choice; empty when the figure is a number.
    std::vector<Part> parts;         ///< When the rule tells periods, grades, levels or items apart.
    std::optional<Decimal> lastYear; ///< The same figure a year before, for rules that compare with it.
    QString note;                    ///< Who gave it and on what evidence; empty: drawn by a query.

    static Figure number(Decimal value)
    {
        Figure figure;
        figure.known = true;
        figure.value = value;
        return figure;
    }
    static Figure choice(const QString &key)
    {
        Figure figure;
        figure.known = true;
        figure.text = key;
        return figure;
    }
    friend bool operator==(const Figure &, const Figure &) = default;
};

/// Where a figure comes from: a person (records of type manual_score), or a query.
///
/// The query is either over the record type "organization", with the one field in `columns`; or over any
/// type, grouped by the path that leads to the organization (and by one more path where the rule tells
/// periods, grades or levels apart), with one measure.
struct FigureSource
{
    enum class WhenNone {
        Auto,   ///< Counts and sums are 0; everything else is missing.
        Zero,   ///< No record means 0.
        Missing ///< No record means that the figure is missing.
    };
    bool person = false;
    Query query;
    std::optional<Query> dividedBy; ///< The figure is query ÷ dividedBy × times; missing when dividing by 0.
    Decimal times = 1;              ///< 100 makes a share a percentage.
    bool exists = false;            ///< Only whether there is any: the choice "true" or "false".
    WhenNone whenNone = WhenNone::Auto;

    bool isGiven() const { return person || !query.type.isEmpty(); }
};

/// A stretch of numbers. A missing end is unbounded; ends belong to it unless declared open.
struct Interval
{
    std::optional<Decimal> from;
    std::optional<Decimal> to;
    bool fromOpen = false;
    bool toOpen = false;

    bool contains(Decimal value) const
    {
        return (!from || (fromOpen ? value > *from : value >= *from)) &&
               (!to || (toOpen ? value < *to : value <= *to));
    }
};

/// Points for one key: an option, a grade of severity, a level of honour.
struct KeyPoints
{
    QString key;
    QString label;
    Decimal points;
};

/// One of several answers: 独立 5 / 合用 3 / 无 0. An option with an empty key is taken when nothing is on
/// record.
struct ChoiceRule
{
    std::vector<KeyPoints> options;
};

/// Points for each time: 每次 0.5 分，封顶 4 分；每月最多计 1 次.
struct PerOccurrenceRule
{
    enum class Period { None, Month, Quarter, Year };
    Decimal each;
    Decimal per = 1;            ///< So many units make one time; only whole times count: 每 10 小时 1 分.
    std::optional<Decimal> cap; ///< Of the points.
    Period period = Period::None;
    Decimal periodCap; ///< At most so many times in each period count; read when a period is given.
    QString unit;      ///< 次, 小时, 个.
};

/// 3 名 5 分，每增 1 名加 1 分，至 15 分. Below `from` there are no points.
struct BasePlusIncrementRule
{
    Decimal from;
    Decimal base;
    Decimal step = 1;
    Decimal each;
    Decimal cap;
    QString unit;
};

/// Points by stretch: ≥1500 小时 15 分, 1000—1500 小时 12 分. Lower-is-better is the same table the other
/// way.
struct BandsRule
{
    struct Row
    {
        Interval range;
        Decimal points;
        QString label; ///< Empty: the stretch is written out.
    };
    std::vector<Row> rows;
    QString unit;
};

/// Piece by piece: up to 10,000 每 1,000 元 1 分, from there to 50,000 每 4,000 元 1 分 … Whole steps count.
struct PiecewiseRule
{
    struct Segment
    {
        std::optional<Decimal> upTo; ///< Empty: no end.
        Decimal per;
        Decimal each;
    };
    std::vector<Segment> segments;
    std::optional<Decimal> cap;
    QString unit;
};

/// Points taken off from a start, 扣完为止: each time the same, or by grade of severity.
struct DeductionRule
{
    Decimal start;
    Decimal each;                  ///< For one time; for grades that are not listed.
    std::vector<KeyPoints> grades; ///< Points are what is taken off, positive.
    Decimal floor;
    QString unit;
};

/// Compared with a target: each whole or part step below it costs points, or points in proportion.
struct RatioRule
{
    enum class Target {
        Constant,
        Average, ///< Of the organizations of the same kind that have the figure, at six places.
        LastYear ///< The organization's own figure of the year before.
    };
    enum class Mode {
        Steps,       ///< full − steps × perStep.
        Proportional ///< full × figure ÷ target, at most full.
    };
    enum class Step { Whole, Linear };
    Decimal full;
    Target target = Target::Constant;
    Decimal constant;
    bool lowerIsBetter = false;
    Mode mode = Mode::Steps;
    bool relative =
        false; ///< The distance counts in per cent of the target instead of in units of the figure.
    Decimal stepSize = 1;
    Decimal perStep;
    Step step = Step::Whole;
    Rounding rounding =
        Rounding::Down; ///< Of steps, when whole: 每低 1% with 1.6 short is 1 (down) or 2 (up).
    Decimal floor;
    Decimal perStepBeyond; ///< Added for each step better than the target.
    Decimal beyondCap;     ///< At most so much is added.
    QString unit;
};

/// So many of n conditions: 3 项全部满足 3 分，2 项 2 分.
struct KOfNRule
{
    struct Item
    {
        QString key;
        QString text;
        FigureSource figure; ///< Met when the figure is not 0. Empty: from the figure of the indicator.
    };
    std::vector<Item> items;
    std::vector<Decimal> points; ///< points[k]: when k are met; the last entry serves all above.
};

/// Each time by its level: 省级 3 分／市级 2 分／县级 1 分.
struct LevelsRule
{
    std::vector<KeyPoints> levels;
    bool highestOnly = false; ///< Only the best one counts, once.
    std::optional<Decimal> cap;
    QString unit;
};

/// Points given by a person within a range, with evidence.
struct ManualRule
{
    Decimal min;
    Decimal max;
};

/// Every way of scoring. A missing one is a new struct with its tests, never a formula in the data.
using Rule = std::variant<ChoiceRule, PerOccurrenceRule, BasePlusIncrementRule, BandsRule, PiecewiseRule,
                          DeductionRule, RatioRule, KOfNRule, LevelsRule, ManualRule>;

/// The most points a rule can give.
Decimal highestPoints(const Rule &rule);

/// For a std::visit that handles every rule by name.
template<typename... F>
struct Overloaded : F...
{
    using F::operator()...;
};
template<typename... F>
Overloaded(F...) -> Overloaded<F...>; // clang 14 does not deduce it by itself

} // namespace core
