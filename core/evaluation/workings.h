// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <vector>

namespace core {

/// One step of how points came about. What `value`, `by`, `of` and `gives` are stands beside each kind;
/// `index` says which option, row, segment, grade, level or item of the rule is meant, or which part of the
/// figure.
struct Step
{
    enum class Kind : quint8 {
        Option,    ///< Option `index` was taken and `gives` its points; −1: the figure is none of them.
        Counted,   ///< Of `value` times, those within what each period may have: `gives`.
        Whole,     ///< `value` ÷ `by` without the rest `gives` whole times.
        Base,      ///< `value` reaches `by`, which `gives` the base.
        Unreached, ///< `value` does not reach `by`: no points.
        Row,       ///< `value` lies in the stretch of row `index`, which `gives` its points; −1: in none.
        Segment,   ///< The piece from `value` to `by` lies in segment `index`; its whole times follow.
        Times,     ///< `value` × `by` `gives` points, to add or to take off; of `index` where it is one of
                   ///< several.
        Sum,       ///< The products before it, and the base, together `gives` points.
        Start,     ///< Begins with the points it `gives`.
        Target,    ///< The figure is compared with `value`.
        Reached,   ///< The target is reached: `gives` points.
        Gap,       ///< The figure is `value` short of the target (negative: better); that `gives` steps.
        Beyond,    ///< The figure is better than the target by as many steps as it `gives`.
        Share,     ///< `value` × `by` ÷ `of` `gives` points.
        Met,       ///< Item `index` is met.
        Open,      ///< Item `index` is not met.
        CountMet,  ///< `value` items are met, which `gives` points.
        Best,      ///< Of the levels only the best counts: `gives` points.
        Manual,    ///< A person's points, `gives`.
        Cap,       ///< More than `by` does not count: `value` becomes what it `gives`.
        AddedCap,  ///< Of what is added for being better than the target, more than `by` does not count.
        Floor,     ///< Less than `by` is not possible: `value` becomes what it `gives`.
        Limit,     ///< The indicator's own limit `by`: `value` becomes what it `gives`.
        Rounding,  ///< `value` at the places of the scheme is what it `gives`.
        Scaled,    ///< Parts left out: `value` × `by` ÷ `of`, as if they had done as well, `gives` points.
        Given,     ///< Without a figure, or not applicable: the points it `gives`.
    };
    Kind kind = Kind::Given;
    int index = -1;
    Decimal value = {};
    Decimal by = {};
    Decimal of = {};
    Decimal gives = {};
    Decimal points = {}; ///< What the award stands at after this step.

    friend bool operator==(const Step &, const Step &) = default;
};

/// The steps of one award in the order they were taken, made by the code that awards the points (award.cpp,
/// leaf.cpp, sumup.cpp) when somebody asks why; explanations and advice read them and calculate nothing. The
/// evaluation of a county passes null instead: most awards are never asked about.
struct Workings
{
    std::vector<Step> steps;

    /// The first step of this kind; null: there is none.
    const Step *find(Step::Kind kind) const
    {
        for (const Step &step : steps) {
            if (step.kind == kind)
                return &step;
        }
        return nullptr;
    }
    /// What the award stands at after the last step.
    Decimal points() const { return steps.empty() ? Decimal() : steps.back().points; }
};

} // namespace core
