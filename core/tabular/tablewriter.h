// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/tabular/cell.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <span>
#include <vector>

namespace core {

/// A column of a sheet to be written.
struct WriteColumn
{
    enum class Kind {
        Text,    ///< Also codes: never shown or kept as a number.
        Integer, ///< Whole numbers with thousands separators off.
        Decimal, ///< With \a places after the point.
        Money,   ///< Yuan, with thousands separators and two places.
        Date,
        YesNo, ///< 是 or 否.
    };
    QString heading;
    Kind kind = Kind::Text;
    double width = 0; ///< In characters; 0: from the heading and the kind.
    int places = 2;   ///< Decimal: 0–6.
};

/// Writes sheets row by row in bounded memory. The file appears under its name, whole, with finish();
/// without it nothing is left behind and a file that was there stays as it was.
class TableWriter
{
public:
    virtual ~TableWriter() = default;

    /// Starts a sheet: \a titles as merged rows, then the bold header, which stays on screen and filters.
    /// A CSV file has one sheet.
    virtual Status addSheet(const QString &name, const std::vector<WriteColumn> &columns,
                            const QStringList &titles = {}) = 0;
    /// Writes the next row of the sheet. A Cell::Kind::Number that does not fit a double (more than 15
    /// digits) and any cell in a Text column are written as text; text is never taken for a formula.
    virtual Status writeRow(std::span<const Cell> cells) = 0;
    /// Closes the file and puts it in place.
    virtual Status finish() = 0;
};

/// checkOutput() for a table: InvalidInput also for a name that ends in neither .xlsx nor .csv. Excel does
/// not believe other names, such as those of workbooks that are only read.
Status checkTableOutput(const Output &output);

/// A writer for \a output: CSV (UTF-8 with mark) or .xlsx, by the end of its name. The CSV form of a text
/// that would be a formula is described at guardFormula().
Result<std::unique_ptr<TableWriter>> createTable(const Output &output);

} // namespace core
