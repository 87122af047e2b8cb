// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importchanges.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace core {

/// A row that did not get in, or one that did with a remark.
struct RowRemark
{
    int row = 0; ///< As Excel shows it.
    QString text;
};

/// Remarks on rows: the first 1,000 of them, and how many there are.
struct RowRemarks
{
    std::vector<RowRemark> listed;
    qint64 count = 0;

    void add(int row, const QString &text);
};

/// The rows of \a remarks, in ascending order, as “3、5–9”; of many only the first.
QString rowRanges(const RowRemarks &remarks);

/// What an import did, or would do. It adds up: every row of the sheet that is not blank and stands below the
/// header is new, updated, the same, refused or skipped.
struct ImportReport
{
    qint64 read = 0; ///< Rows below the header that are not blank.
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 refused = 0;
    QString sheet;
    QStringList otherSheets; ///< Of the same file; not read.
    QStringList columns;     ///< "A 单位名称 → 名称".
    QStringList ignored;     ///< Headings that were not read; columns with values and without a heading.
    QStringList notes;       ///< What was assumed for all rows.
    RowRemarks skipped;      ///< Rows that are no records: totals, remarks, rows with a serial number only.
    RowRemarks hidden;       ///< Rows that Excel does not show, and that were read all the same.
    std::vector<RowRemark> refusals; ///< The first 1,000.
    qint64 leftOut = 0;    ///< Cells of rows that got in, which were not taken; each has its remark.
    RecordChanges changes; ///< Of the updated rows.
    RowRemarks remarks;    ///< Of rows that got in: what was not read, or not as it stands.
    /// New rows that are called as another record: the first mostNamesakes are also told with the remarks.
    RowRemarks namesakes;
    static constexpr qint64 mostNamesakes = 20;
    RowRemarks faults; ///< Of rows that were written: what is wrong with them and was let in.

    qint64 rows() const { return added + updated + unchanged + refused + skipped.count; }
};

/// What was left out or is to be known besides the counts, a sentence each: other sheets, skipped and hidden
/// rows, columns that were not read, what was assumed, faults that were let in.
QStringList importSentences(const ImportReport &report);

} // namespace core
