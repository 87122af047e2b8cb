// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/refusedsheet.h"

#include "core/base/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The cell as it is to be read without its format: 55% and 3万元 are texts there.
Cell withoutFormat(const Cell &cell)
{
    const bool isShownOtherwise = cell.percent || cell.multiple > 0 || cell.zeros > 0;
    return isShownOtherwise ? Cell::fromText(cell.value()) : cell;
}

} // namespace

RefusedSheet::RefusedSheet(Output output, const TableHeader &header)
    : m_output(std::move(output))
    , m_header(header)
    , m_titles(header.titles)
{}

Status RefusedSheet::add(const Row &row, const QString &reason)
{
    std::vector<Cell> cells;
    for (const HeaderColumn &column : m_header.columns)
        cells.push_back(withoutFormat(row.at(column.column)));
    cells.push_back(Cell::fromText(reason));
    return write(cells);
}

Status RefusedSheet::addCells(const Row &row, const std::vector<int> &columns, const QString &reason)
{
    std::vector<Cell> cells;
    for (const HeaderColumn &column : m_header.columns) {
        const bool isWanted = std::find(columns.begin(), columns.end(), column.column) != columns.end();
        cells.push_back(isWanted ? withoutFormat(row.at(column.column)) : Cell());
    }
    cells.push_back(Cell::fromText(reason));
    return write(cells);
}

Status RefusedSheet::write(const std::vector<Cell> &cells)
{
    if (m_output.path.isEmpty())
        return ok();
    if (!m_writer)
        CORE_TRY(open());
    return m_writer->writeRow(cells);
}

Status RefusedSheet::finish()
{
    return m_writer ? m_writer->finish() : ok();
}

Status RefusedSheet::open()
{
    CORE_ASSIGN(m_writer, createTable(m_output));
    std::vector<WriteColumn> columns;
    for (const HeaderColumn &column : m_header.columns)
        columns.push_back({column.withUnit()});
    columns.push_back({tr("原因"), WriteColumn::Kind::Text, 60});
    return m_writer->addSheet(tr("退回的行"), columns, m_titles);
}

} // namespace core
