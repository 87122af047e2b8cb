// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/header.h"
#include "core/tabular/tablewriter.h"

#include <memory>

namespace core {

/// What an import does not take, as a sheet that looks like the one it came from, with the reason in a last
/// column: the clerk mends it there and imports it again. Refused rows stand there whole; of a row that got
/// in without some cells only these and what finds its record, so that nothing else is written a second time.
class RefusedSheet
{
public:
    /// \a output is where it goes; without a name nothing is kept. \a header must outlive it.
    RefusedSheet(Output output, const TableHeader &header);

    /// One more line above the table, to be said before the first row: what tells something of all rows, and
    /// is no title of the sheet.
    void addTitle(const QString &title) { m_titles.append(title); }

    /// The first row makes the file.
    Status add(const Row &row, const QString &reason);
    /// The same of some cells of a row: those of the \a columns of the sheet.
    Status addCells(const Row &row, const std::vector<int> &columns, const QString &reason);
    Status finish();

private:
    Status open();
    Status write(const std::vector<Cell> &cells);

    Output m_output;
    const TableHeader &m_header;
    QStringList m_titles;
    std::unique_ptr<TableWriter> m_writer;
};

} // namespace core
