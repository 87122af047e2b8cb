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

    TableReader &m_reader;
    TableHeader m_header;
    std::deque<Row> m_waiting; ///< Rows of one value: data or a signature, as what follows will tell.
    bool m_released = false;   ///< What waits is data.
    bool m_atEnd = false;
    std::vector<Skipped> m_skipped;
    qint64 m_skippedCount = 0;
    qint64 m_read = 0;
};

} // namespace core
