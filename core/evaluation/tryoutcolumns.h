// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/plan.h"
#include "core/evaluation/tryout.h"

namespace core {

/// What a column of a trial sheet means.
struct TryoutColumn
{
    enum class Use { None, Kind, Town, Date, Previous, Indicator, Fact } use = Use::None;
    QString code; ///< Of an indicator.
    QString part; ///< Item, level, grade or month; empty: the whole.
    size_t fact = 0;
    std::optional<Decimal> full; ///< Full marks that the heading names.
};

/// What a heading of a trial sheet means, also with full marks, numbers and words around the name of an
/// indicator: 一、规范化建设（满分60）, 规范化建设(60分), 规范化建设得分.
TryoutColumn tryoutColumn(const Plan &plan, const QString &heading);

/// Whether a heading can stand in the header of a trial sheet: it names organizations or means something.
bool isTryoutHeading(const Plan &plan, const QString &heading);

/// The columns of a trial sheet.
struct TryoutColumns
{
    std::vector<TryoutColumn> columns; ///< By column of the sheet.
    qsizetype name = 0;                ///< Of the names of organizations.
    QStringList remarks;               ///< Columns not used, full marks that are not those of the scheme.
};

/// InvalidInput when no column is an indicator, none has names, or two mean the same.
Result<TryoutColumns> readTryoutColumns(const Plan &plan, const TextTable &figures);

/// A figure or points, in any way they are written; rounded to what can be held.
std::optional<Decimal> tryoutFigure(const QString &cell);

/// \a text for comparing: half-width, without blanks.
QString comparedInTryout(QStringView text);

} // namespace core
