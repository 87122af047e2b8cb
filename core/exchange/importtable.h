// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/record/recordtype.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace core {

class Store;

/// What to import and how.
struct ImportOptions
{
    const RecordType *type = nullptr;
    int sheet = -1;      ///< From 0; −1: the first visible one.
    bool dryRun = false; ///< Check everything, change nothing.
    QString refusedPath; ///< Where refused rows go, .xlsx or .csv; empty: nowhere.
};

/// A row that did not get in, or one that did with a remark.
struct RowRemark
{
    int row = 0; ///< As Excel shows it.
    QString text;
};

/// What an import did, or would do.
struct ImportReport
{
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 refused = 0;
    QString sheet;
    QStringList columns;             ///< "A 单位名称 → 名称".
    QStringList ignored;             ///< Headings that were not read.
    QStringList notes;               ///< What was assumed for all rows.
    std::vector<RowRemark> refusals; ///< The first 1,000.
    std::vector<RowRemark> remarks;  ///< Of rows that got in; the first 1,000.

    qint64 rows() const { return added + updated + unchanged + refused; }
};

/// Reads a sheet into records of one type, as one change: one undo takes it back, an error or a cancel
/// leaves nothing of it. Columns are matched by the headings of the description; a row finds its record by
/// RecordType::traits.match; an empty cell keeps what is there. Rows that cannot be taken are refused with
/// a reason, written as the same sheet plus a column 原因 when a path is given, and do not keep the others
/// out. Reading runs in a second thread beside checking and writing.
/// A backup is made before, unless it is a dry run.
Result<ImportReport> importTable(Store &store, const QString &path, const ImportOptions &options,
                                 Progress &progress);

} // namespace core
