// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scheme.h"

#include <QStringList>

namespace core {

/// A plain table: a header and rows of text.
struct TextTable
{
    QStringList header;
    std::vector<QStringList> rows;
};

/// The scored table, and what was not understood of the figures.
struct Tryout
{
    /// Name, kind, points of every indicator, bonus, deduction, total, band, rank, notes.
    TextTable table;
    QStringList remarks; ///< Sentences: columns not used, cells that are no figure.
};

/// Tries a scheme on a plain sheet of figures, without registers.
///
/// The first column names the organization. A column 类型 says its kind (else association), 镇街 its town,
/// 登记日期 its date, 上年总分 last year's total; every other column is headed by the code or the name of an
/// indicator, or by “code.key” for a part (item, level, grade, month). A cell is a number, or the key or
/// label of an option; 是/否 for yes and no; empty: missing. Conditions (不参评、否决、适用条件) are columns
/// headed by their key or code with 是 or nothing; a condition without a column holds for applicability and
/// preconditions, and does not hold for exclusions, vetoes and gates.
/// InvalidInput when no column is an indicator.
Result<Tryout> tryScheme(const Scheme &scheme, const TextTable &figures);

} // namespace core
