// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tabular/cell.h"
#include "core/tabular/heading.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <functional>
#include <span>
#include <vector>

namespace core {

/// A column of a table with a header of one to four levels.
struct HeaderColumn
{
    int column = 0;  ///< From 0.
    QString heading; ///< All levels, "收到细目款项统计/现金/金额", each as HeadingText::heading.
    QString lastLevel; ///< "金额".
    QString unit;

    /// "注册资金（万元）".
    QString withUnit() const;

    friend bool operator==(const HeaderColumn &, const HeaderColumn &) = default;
};

/// What a row below the header is.
enum class RowRole {
    Data,
    Blank,
    RepeatedHeader, ///< The header once more, as on every printed page.
    Total,          ///< 合计, 小计 …
    Note,           ///< Remarks, signatures, the date under the table.
};

/// The column of the first text in \a row that is no number: the names, where data is; −1: there is none.
int firstWordColumn(const Row &row);

/// True for a name of somebody who has members or premises: 甲舞蹈队, 乙服务中心. Not for a mere class of
/// them: 基金会, 行业协会类.
bool isLikeOrganization(const QString &text);

/// Where the header of a table stands and what it says.
struct TableHeader
{
    int firstRow = 0; ///< As Excel shows it.
    int lastRow = 0;  ///< Data stands below.
    int unitRow = 0;  ///< The row of it that holds the units of the columns and nothing else; 0: none does.
    std::vector<HeaderColumn> columns; ///< Those with a heading, from left to right.
    QStringList titles;                ///< What stands above the header.
    int known = 0;                     ///< How many columns have a heading that the caller knows.

    /// What \a row below the header is. A row with one value that may be a short signature counts as Data:
    /// only what follows can tell (see DataRows).
    RowRole role(const Row &row) const;
};

/// Finds the header among the first \a rows of a sheet (about 30, from TableReader::peek()): the rows where
/// most headings satisfy \a isKnownHeading, which is asked with the full and with the last heading; when none
/// does, the first row that looks like one. Fails when the sheet has no rows.
Result<TableHeader> findHeader(std::span<const Row> rows, const std::vector<CellRange> &merges,
                               const std::function<bool(QStringView heading)> &isKnownHeading);

} // namespace core
