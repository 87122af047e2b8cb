// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/evaluation/evaluationresult.h"
#include "core/store/query.h"

#include <QString>
#include <QVariant>

#include <optional>

namespace ui {

/// A decimal as a query answers it; 0 where there is none.
core::Decimal decimalOf(const QVariant &value);

/// Which results of an evaluation its page shows, and by which points.
struct EvaluationScope
{
    /// Points from (included) to (not included); without end: open.
    struct Range
    {
        core::Decimal from;
        std::optional<core::Decimal> to;
    };
    int year = 0;
    core::Id<core::Evaluation> evaluation; ///< Of the year; null: it has none.
    std::optional<core::Ranking> ranking;  ///< Empty: the total.
    QString kind;                          ///< Key of a choice; empty: every kind.
    QString town;                          ///< Id; empty: every town.
    std::optional<Range> range;

    /// Key of the field of the result that is ranked by.
    QString points() const;
    /// Over records of type evaluation_result, without the range.
    core::Condition group() const;
    /// The same with the range.
    core::Condition condition() const;
    /// Query over these results.
    core::Query query() const;
    /// The organizations of these results, as a query over the type organization.
    core::Query organizations() const;
};

} // namespace ui
