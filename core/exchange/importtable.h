// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/base/task.h"
#include "core/exchange/columnmapping.h"
#include "core/exchange/importreport.h"
#include "core/record/recordtype.h"

#include <QString>

namespace core {

class Store;

/// What to import and how.
struct ImportOptions
{
    const RecordType *type = nullptr;
    int sheet = -1;      ///< From 0; −1: the first visible one with a table of the type.
    bool dryRun = false; ///< Check everything, change nothing.
    QString refusedPath; ///< Where refused rows go, .xlsx or .csv; empty: nowhere.
    Existing refusedExisting = Existing::Keep; ///< What becomes of a file that is there.
    /// What is decided about columns: remembered for the next sheet with the same headings. Empty: what was
    /// remembered holds.
    ColumnChoices choices = {};
};

/// Reads a sheet into records of one type, as one change: one undo takes it back, an error or a cancel
/// leaves nothing of it. Columns are matched by the headings of the description; a row finds its record by
/// RecordType::traits.match; an empty cell keeps what is there, and so does one that holds only what is left
/// of a value (doubtfulvalue.h); what a verb decided is not changed (decidedfields.h). Rows that cannot be
/// taken are refused with a reason and do not keep the others out. They, and the cells that cost only
/// themselves, are written as the same sheet plus a column 原因 when a path is given (refusedsheet.h; never
/// over \a path or a file of \a store; when that fails nothing is imported). Reading runs in a second thread
/// beside checking and writing. A backup is made before, unless it is a dry run or the one made before an
/// earlier import still serves (Store::backupBefore()).
Result<ImportReport> importTable(Store &store, const QString &path, const ImportOptions &options,
                                 Progress &progress);

} // namespace core
