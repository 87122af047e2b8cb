// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/rule.h"
#include "core/evaluation/workings.h"

namespace core {

/// What one node of the tree earned.
struct Award
{
    enum class State : quint8 {
        Scored,        ///< By its rule; of an inner node: the sum of what lies below.
        Missing,       ///< No figure: no points.
        Pending,       ///< No figure: a person has yet to decide; no points until then.
        Averaged,      ///< No figure: the average of the kind.
        Given,         ///< No figure, or not applicable: full points.
        NotApplicable, ///< Left out; the siblings are scaled up.
        Nothing,       ///< Not applicable: no points.
        Blocked,       ///< The precondition does not hold: no points.
    };
    State state = State::Scored;
    Decimal points; ///< What counts, rounded as the scheme says.
    Decimal raw; ///< By the rule, before the indicator's own limit and rounding; of an inner node: the sum.
    /// Of a ratio: the target. Of an inner node: the marks of its children that apply. Else 0.
    Decimal reference;

    friend bool operator==(const Award &, const Award &) = default;
};

/// What a rule needs besides the figure.
struct RuleContext
{
    std::optional<Decimal> average; ///< Of the figures of the same kind; read by rules that compare with it.
};

/// Points by the rule alone: not limited by the indicator, not rounded. Pure and exact: products and
/// quotients round half up at the sixth place. A figure that is not known gives 0 points, state Missing,
/// except where a choice has an option for it (empty key). \a workings: takes down the steps; null: nobody
/// asks.
Award award(const Rule &rule, const Figure &figure, const RuleContext &context = {},
            Workings *workings = nullptr);

/// How many items are met.
qint64 metItems(const KOfNRule &rule, const Figure &figure);
/// Value of the part with this key; 0 when there is none.
Decimal partValue(const Figure &figure, const QString &key);
qint64 periodsInYear(PerOccurrenceRule::Period period);

/// The times that count: in each period at most the period's cap.
Decimal countedTimes(const PerOccurrenceRule &rule, const Figure &figure);
/// The key by which a choice looks up its option; empty when nothing is on record.
QString choiceKey(const Figure &figure);

/// “4 分”.
QString pointsText(Decimal value);
/// “12 次”, “1,840 小时”: grouped by thousands, without trailing zeros.
QString figureText(Decimal value, const QString &unit);
/// “1000（含）—1500 小时”.
QString intervalText(const Interval &range, const QString &unit);

} // namespace core
