// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/columnmapping.h"
#include "core/tabular/cell.h"

#include <map>

namespace core {

/// By column: a merged block in it says the same of all its rows. True of what tells which group the rows
/// belong to: the town, the organization, the kind, the year. Else an amount over three rows would become
/// three amounts.
std::vector<char> columnsFilledDown(const RecordType &type, const ColumnMapping &mapping);

/// True when the cell got its value from a merged block that begins in a row above.
bool isFilledDown(const Row &row, int column);

/// What is to be told of merged blocks in the rows that were read.
class MergedCells
{
public:
    MergedCells(const RecordType &type, const ColumnMapping &mapping);
    void add(const Row &row);
    /// What the clerk should know of them, at most a sentence for each column and way.
    QStringList sentences() const;

private:
    enum class Way {
        FirstRow,    ///< Only the first row has the value.
        Filled,      ///< Every row has it, although the column says more than whose a row is.
        FirstColumn, ///< Only the column on the left has the value.
        Hidden,      ///< A value stands covered under the block.
    };
    struct Told
    {
        qint64 blocks = 0;
        CellRange last;
        QStringList names; ///< Of the first few.
    };
    void count(const ImportColumn &column, Way way, const CellRange &block);
    void addPart(const ImportColumn &column, const MergedPart &part);

    const RecordType &m_type;
    const ColumnMapping &m_mapping;
    std::map<std::pair<int, Way>, Told> m_told; ///< By column.
};

} // namespace core
