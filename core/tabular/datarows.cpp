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

/// The column of the first cell that is filled; −1: none.
int firstFilled(const Row &row)
{
    const auto first =
        std::find_if(row.cells.begin(), row.cells.end(), [](const Cell &cell) { return !cell.isBlank(); });
    return first == row.cells.end() ? -1 : int(first - row.cells.begin());
}

QString firstText(const Row &row)
{
    const int column = firstFilled(row);
    return column < 0 ? QString() : row.at(column).cleaned();
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
    m_skipped.push_back({row.number, role, firstText(row)});
}

void DataRows::skipSignature(const Row &note)
{
    const Cell &said = note.at(firstFilled(note));
    const bool isDated = hasOneValue(note) && said.asDate().isDay();
    // Where the names stand, an organization is one and signs nothing, but for what stands by itself above a
    // date.
    const auto isSignature = [&](const Row &row) {
        const bool isSigned = isDated && row.number == m_detached && &row == &m_waiting.back();
        return isSigned || m_nameColumn < 0 || row.at(m_nameColumn).isBlank() ||
               !isLikeOrganization(firstText(row));
    };
    auto first = m_waiting.end();
    while (first != m_waiting.begin() && isSignature(*std::prev(first)))
        --first;
    for (auto row = first; row != m_waiting.end(); ++row)
        skip(*row, RowRole::Note);
    m_waiting.erase(first, m_waiting.end());
    m_released = !m_waiting.empty();
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
        const bool isDetached = m_afterNote || row.number > m_lastFilled + 1;
        m_lastFilled = row.number;
        m_afterNote = role == RowRole::Note;
        if (role != RowRole::Data) {
            // A name above a date or a remark is a signature.
            if (role == RowRole::Note)
                skipSignature(row);
            skip(row, role);
            continue;
        }
        const bool mayBeSignature = m_header.columns.size() > narrowTable && hasOneValue(row);
        if (m_nameColumn < 0 && !mayBeSignature)
            m_nameColumn = firstWordColumn(row);
        if (isDetached)
            m_detached = row.number;
        m_waiting.push_back(std::move(row));
        m_released = !mayBeSignature || m_waiting.size() > longestSignature;
    }
}

} // namespace core
