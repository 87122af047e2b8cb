// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tabular/cell.h"
#include "core/tabular/limits.h"
#include "core/tabular/readremarks.h"

#include <QString>
#include <QStringList>

#include <deque>
#include <memory>
#include <vector>

namespace core {

/// Reads a worksheet or a CSV file row by row in bounded memory. Belongs to one thread at a time.
/// Any error is a sentence for the clerk; after one, the reader is of no more use.
class TableReader
{
public:
    virtual ~TableReader() = default;

    /// The names of the worksheets, in the order of their tabs; for CSV one, the name of the file.
    virtual QStringList sheets() const = 0;
    /// The sheet being read. openTable() selects the first one that is not hidden.
    int currentSheet() const { return m_sheet; }
    virtual bool isHidden(int /*sheet*/) const { return false; }
    /// Starts reading at the top of sheet \a index (0 ≤ index < sheets().size()).
    Status selectSheet(int index);

    /// The merged blocks of the current sheet, by first row; none in CSV.
    const std::vector<CellRange> &merges() const { return m_merges; }
    /// True when the current sheet does not show the column.
    virtual bool isHiddenColumn(int /*column*/) const { return false; }
    /// From now on a merged block that begins below row \a header has its value in the first of its columns
    /// only: in each of its rows where \a down (by column) is true, in the first row elsewhere. What else
    /// stood in it is gone, and Row::merged tells of it. Before, the cells are as they stand in the file.
    void resolveMerges(int header, std::vector<char> down);

    /// The next row that is not blank; false at the end. Row::number tells of blank rows between.
    Result<bool> nextRow(Row &out);
    /// The next \a count rows (fewer at the end) without consuming them and without resolving merged
    /// blocks: for findHeader(). nextRow() delivers them again.
    Result<std::vector<Row>> peek(int count);

    /// What was not read as it stands, in the rows of the current sheet that have been read so far.
    const ReadRemarks &remarks() const { return m_remarks; }

    /// How far the file is read, 0 to 1.
    virtual double progress() const = 0;
    /// How the workbook counts days; text dates do not depend on it.
    virtual DateSystem dateSystem() const { return DateSystem::From1900; }

protected:
    /// Opens sheet \a index and gives its merged blocks.
    virtual Status openSheet(int index, std::vector<CellRange> &merges) = 0;
    /// The next row that is not blank, as it stands in the file.
    virtual Result<bool> readRow(Row &out) = 0;
    ReadRemarks &remarksToFill() { return m_remarks; }

private:
    struct ActiveMerge
    {
        CellRange range;
        Cell value;
    };
    Status takeMerges(Row &row);
    bool isFilledDown(int column) const { return size_t(column) < m_down.size() && m_down[size_t(column)]; }

    int m_sheet = -1;
    bool m_resolvesMerges = false;
    int m_headerRow = 0;
    std::vector<char> m_down;
    std::vector<CellRange> m_merges;
    size_t m_nextMerge = 0;
    std::vector<ActiveMerge> m_active;
    std::deque<Row> m_peeked;
    ReadRemarks m_remarks;
};

/// Opens an .xlsx, .xls or .csv file. What it is is decided by its content; its name only chooses the words
/// in which a file that is neither is refused. What cannot be read (see BadFile) is refused with a sentence,
/// within bounded time and memory.
Result<std::unique_ptr<TableReader>> openTable(const QString &path, const ReadLimits &limits = {});

} // namespace core
