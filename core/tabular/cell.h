// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dateparse.h"

#include <QDate>
#include <QString>

#include <vector>

namespace core {

/// One cell of a spreadsheet or CSV file. The cells of a CSV file are all Text or Empty: what a column means
/// is for the reader's caller to say.
struct Cell
{
    /// Time is a time of day; Duration how long something took, which may be more than a day.
    enum class Kind { Empty, Text, Number, Date, Time, Duration, YesNo, Error };

    Kind kind = Kind::Empty;
    bool integer = false;    ///< Number: nothing stands after the point.
    bool dateFormat = false; ///< Number or Date: the cell is formatted as a date.
    bool percent = false;    ///< Number: it is shown as a hundred times as much, with % behind it.
    bool yes = false;        ///< YesNo: the value.
    quint8 multiple = 0;     ///< Number: the unit that its format writes behind it, as multipleIn() gives it.
    quint8 zeros = 0;        ///< Number: its format shows at least so many digits, 014100 of 14100.
    QDate date;              ///< Date: the day; a time of day is dropped.
    /// Text as it is; Number and Date: the digits as in the file; Time and Duration: the days, as a number;
    /// Error: "#N/A".
    QString text;

    static Cell fromText(QString text);
    /// \a number is plain decimal ("-12.50") or scientific ("1.5E3") text and is kept as it is.
    static Cell fromNumber(QString number);
    static Cell fromInteger(qint64 value) { return fromNumber(QString::number(value)); }
    static Cell fromDate(QDate date);
    /// \a days is 0.5 at noon.
    static Cell fromTime(QString days);
    /// \a days is 12.25 for 294 hours.
    static Cell fromDuration(QString days);
    static Cell fromYesNo(bool yes);

    bool isEmpty() const { return kind == Kind::Empty; }
    /// Empty, or text of which nothing can be seen.
    bool isBlank() const;

    /// The value as text for parsing into a field: text as it is, plain decimal numbers (numberText()),
    /// "55%", "3万元" and "014100" of numbers that are shown so, ISO dates, "09:30" for a time of day,
    /// "294:00" for a duration, 是/否.
    QString value() const;
    /// value(), cleaned by cleanText().
    QString cleaned() const;
    /// The value as a date: date cells, texts that readDate() knows, date numbers with and without format.
    /// \a system: from when the workbook counts days, for numbers without format.
    DateReading asDate(DateSystem system = DateSystem::From1900) const;
    /// Time: since midnight; Duration: its length. To the nearest second; 0 for other cells.
    qint64 seconds() const;
    /// A whole number of more than 15 digits: Excel keeps only 15, so the last digits of a code typed as a
    /// number are probably lost.
    bool mayHaveLostDigits() const;

    friend bool operator==(const Cell &, const Cell &) = default;
};

/// A number as in the XML of a workbook, as plain decimal text without exponent. Whole numbers keep all
/// their digits; fractions are rounded to the 15 significant digits that Excel shows, because the file holds
/// binary numbers ("470355749.53999996" is 470355749.54). Text that is no number comes back as it is.
QString numberText(const QString &number);

/// \a serial as the number of a day: what is less than half a second before midnight belongs to the next day,
/// as in 44561.9999999962, which calculating with binary numbers has left of 44562.
QString roundedSerial(const QString &serial);

/// A block of cells that are shown as one. Rows from 1, columns from 0, both ends included.
struct CellRange
{
    int firstRow = 0;
    int lastRow = 0;
    int firstColumn = 0;
    int lastColumn = 0;

    bool contains(int row, int column) const
    {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
    friend bool operator==(const CellRange &, const CellRange &) = default;
};

/// A merged block that a row has a part in.
struct MergedPart
{
    CellRange block;
    bool isFilled = false;    ///< Its value stands in the first of its columns in this row too.
    bool hidesOther = false;  ///< Some other value stood covered in this row, and is gone from it.
    bool isAnchorRow = false; ///< The row is the first of the block.
    friend bool operator==(const MergedPart &, const MergedPart &) = default;
};

/// One row that is not blank. Cells stand at their column; blank cells at the end are left out.
struct Row
{
    int number = 0;      ///< From 1, as Excel shows it.
    bool hidden = false; ///< Hidden, or left out by a filter.
    std::vector<Cell> cells;
    std::vector<MergedPart>
        merged; ///< Where the reader was asked for them: see TableReader::resolveMerges().

    /// The cell of \a column (from 0); an empty one beyond the end.
    const Cell &at(int column) const;
    bool isBlank() const;
};

/// "A", "Z", "AA" for 0, 25, 26.
QString columnName(int column);

} // namespace core
