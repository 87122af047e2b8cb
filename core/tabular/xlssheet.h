// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/biffrecords.h"
#include "core/tabular/cell.h"
#include "core/tabular/limits.h"
#include "core/tabular/readremarks.h"
#include "core/tabular/xlsworkbook.h"

#include <deque>
#include <vector>

namespace core {

/// What must be known of a worksheet before its first cell is read.
struct XlsOutline
{
    std::vector<CellRange> merges; ///< Columns are cut at ReadLimits::maxColumns.
    std::vector<bool> hiddenRows;  ///< By number; those beyond the end are not hidden.
    bool isOrdered = true;         ///< No cell stands above the one before it.
};

/// The outline of the worksheet at \a position. Passes over the cells without looking into them.
Result<XlsOutline> readXlsOutline(BiffRecords &records, qint64 position, const ReadLimits &limits);

/// Turns the records of a worksheet into rows that are not blank, in the order of the file.
class XlsSheetParser
{
public:
    /// What is referred to outlives this. Reading begins at \a position.
    XlsSheetParser(BiffRecords &records, qint64 position, const XlsWorkbook &workbook,
                   const ReadLimits &limits, ReadRemarks &remarks);

    /// Takes in the next record; false at the end.
    Result<bool> parseSome();

    /// Rows that are finished and not yet taken.
    std::deque<Row> rows;

private:
    Status parseCells();
    Status parseFormula(int column);
    Status parseFormulaText();
    Result<QString> readText(qsizetype at, int length);
    Status beginRow(int number);
    void finishRow();
    Status place(int column, Cell cell);
    Cell numberCell(double value, int style) const;
    Status placeShared(int column, quint32 index);
    void awaitedIsMissing();
    void remarkCell(const QString &sentence, int column);

    BiffRecords &m_records;
    const XlsWorkbook &m_workbook;
    const ReadLimits &m_limits;
    ReadRemarks &m_remarks;
    int m_depth = 0; ///< 1 in the sheet, more in the charts that lie in it.
    Row m_row;
    int m_awaited = -1; ///< The column of the formula whose text comes in a record of its own; -1: none.
    bool m_toldEmptyResults = false;
};

} // namespace core
