// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/datarows.h"

#include <algorithm>

namespace core {

namespace {

constexpr qint64 mostSkipped = 1'000;
constexpr size_t longestSignature = 5;
constexpr size_t narrowTable = 2;

bool hasOneValue(const Row &row)
{
    return std::count_if(row.cells.begin(), row.cells.end(),
                         [](const Cell &cell) { return !cell.isBlank(); }) == 1;
}

} // namespace

DataRows::DataRows(TableReader &reader, TableHeader header)
    : m_reader(reader)
    , m_header(std::move(header))
{}

void DataRows::skip(const Row &row, RowRole role)
{
    if (++m_skippedCount > mostSkipped)
        return;
    const auto first =
        std::find_if(row.cells.begin(), row.cells.end(), [](const Cell &cell) { return !cell.isBlank(); });
    m_skipped.push_back({row.number, role, first == row.cells.end() ? QString() : first->cleaned()});
}

Result<bool> DataRows::next(Row &out)
{
    for (;;) {
        if (m_released && !m_waiting.empty()) {
            out = std::move(m_waiting.front());
            m_waiting.pop_front();
            return true;
        }
        m_released = false;
        if (m_atEnd)
            return false;
        Row row;
        CORE_ASSIGN(const bool more, m_reader.nextRow(row));
        if (!more) {
            m_atEnd = true;
            m_released = true;
            continue;
        }
        if (row.number <= m_header.lastRow)
            continue;
        const RowRole role = m_header.role(row);
        if (role == RowRole::Blank)
            continue;
        ++m_read;
        if (role != RowRole::Data) {
            // A name above a date or a remark is a signature.
            if (role == RowRole::Note) {
                for (const Row &waiting : m_waiting)
                    skip(waiting, RowRole::Note);
                m_waiting.clear();
            }
            skip(row, role);
            continue;
        }
        const bool mayBeSignature = m_header.columns.size() > narrowTable && hasOneValue(row);
        m_waiting.push_back(std::move(row));
        m_released = !mayBeSignature || m_waiting.size() > longestSignature;
    }
}

} // namespace core
