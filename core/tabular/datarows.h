// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/header.h"
#include "core/tabular/tablereader.h"

#include <deque>

namespace core {

/// Delivers the data rows below a header and leaves out blank rows, repeated headers, totals, notes and the
/// signature block at the end, of which it keeps a list.
class DataRows
{
public:
    /// A row that was left out.
    struct Skipped
    {
        int row = 0;
        RowRole role = RowRole::Blank;
        QString text; ///< Its first value.
    };

    /// \a reader stands at the top of its sheet and lives longer than this.
    DataRows(TableReader &reader, TableHeader header);

    const TableHeader &header() const { return m_header; }
    /// The next data row; false at the end.
    Result<bool> next(Row &out);
    /// What was left out so far, at most the first 1,000.
    const std::vector<Skipped> &skipped() const { return m_skipped; }
    qint64 skippedCount() const { return m_skippedCount; }
    /// How many rows below the header have been read, those left out among them.
    qint64 read() const { return m_read; }

private:
    void skip(const Row &row, RowRole role);
    /// Of the rows that wait above \a note, those at the end that may be a signature.
    void skipSignature(const Row &note);

    TableReader &m_reader;
    TableHeader m_header;
    std::deque<Row> m_waiting; ///< Rows of one value: data or a signature, as what follows will tell.
    int m_lastFilled = 0;      ///< The number of the last row that is not blank.
    int m_detached = 0;        ///< The number of the last data row below a blank one or a note.
    bool m_afterNote = false;  ///< The last row that is not blank is a note.
    int m_nameColumn = -1;     ///< Of the first words of the first row that is data; −1: not known yet.
    bool m_released = false;   ///< What waits is data.
    bool m_atEnd = false;
    std::vector<Skipped> m_skipped;
    qint64 m_skippedCount = 0;
    qint64 m_read = 0;
};

} // namespace core
