// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/refusedsheet.h"

#include "core/base/tr.h"

using namespace Qt::StringLiterals;

namespace core {

RefusedSheet::RefusedSheet(Output output, const TableHeader &header)
    : m_output(std::move(output))
    , m_header(header)
{}

Status RefusedSheet::add(const Row &row, const QString &reason)
{
    if (m_output.path.isEmpty())
        return ok();
    if (!m_writer)
        CORE_TRY(open());
    std::vector<Cell> cells;
    for (const HeaderColumn &column : m_header.columns)
        cells.push_back(row.at(column.column));
    cells.push_back(Cell::fromText(reason));
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
    return m_writer->addSheet(tr("未导入的行"), columns, m_header.titles);
}

} // namespace core
