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
    std::vector<int> numbers = {}; ///< Of the rows, as the sheet shows them; empty: the header is the first.
};

/// The scored table, and what was not understood of the figures.
struct Tryout
{
    /// Name, kind, points of every indicator, bonus, deduction, total, band, rank, notes.
    TextTable table;
    /// Sentences: columns not used, indicators without a column, cells that are empty or no figure, rows that
    /// were not scored, names that stand twice.
    QStringList remarks;
};

/// Tries a scheme on a plain sheet of figures, without registers.
///
/// The organization stands in the column headed as in the register (社会组织名称), else in the first of
/// words. A column 类型 says its kind (else association), 镇街 its town, 登记日期 its date, 上年总分 last
/// year's total; every other column is headed by the code or the name of an indicator, also with its full
/// marks (规范化建设（60分）), or by “code.key” for a part (item, level, grade, month). A cell is a number,
/// or the key or label of an option; 是/否 for yes and no; empty: missing. Conditions
/// (不参评、否决、适用条件) are columns headed by their key or code with 是 or nothing; a condition without a
/// column holds for applicability and preconditions, and does not hold for exclusions, vetoes and gates. A
/// row whose name is missing or covered is not scored. InvalidInput when no column is an indicator, no column
/// has names, two columns mean the same, or no row can be scored.
Result<Tryout> tryScheme(const Scheme &scheme, const TextTable &figures);

} // namespace core
