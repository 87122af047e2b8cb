// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tabular/cell.h"
#include "core/tabular/limits.h"
#include "core/tabular/readremarks.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// The number of a row below row \a before: what its attribute \a given says (from 1), else the next. A
/// number beyond all that Excel knows comes back as one just beyond it.
int rowNumber(std::string_view given, int before);

/// Sees from the XML of a worksheet, in pieces cut anywhere, whether each row stands below the one before.
/// May take a sheet for unordered that is not (rows in comments), never the other way round.
class RowOrder
{
public:
    void look(std::string_view piece);
    bool isAscending() const { return m_isAscending; }

private:
    void take(std::string_view tag);

    std::string m_text;
    int m_last = 0;
    bool m_isAscending = true;
};

/// Puts the rows of a worksheet that come in any order into theirs, in memory.
class RowSorter
{
public:
    explicit RowSorter(const ReadLimits &limits)
        : m_limits(limits)
    {}
    /// Refuses more cells than ReadLimits::maxUnorderedCells.
    Status add(Row row);
    /// The rows by number. Pieces of one row are put together; where they do not fit into each other, each
    /// stays a row and \a remarks says so.
    std::deque<Row> sorted(ReadRemarks &remarks);

private:
    ReadLimits m_limits;
    size_t m_cells = 0;
    std::vector<Row> m_rows;
};

} // namespace core
