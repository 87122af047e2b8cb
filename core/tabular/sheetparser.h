// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/cell.h"
#include "core/tabular/limits.h"
#include "core/tabular/readremarks.h"
#include "core/tabular/xlsxparts.h"
#include "core/tabular/xmlelements.h"

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What the cells of a worksheet refer to.
struct SheetContext
{
    const SharedStrings &strings;
    const std::vector<CellFormat> &formats; ///< By cell style.
    DateSystem dateSystem;
    const ReadLimits &limits;
    ReadRemarks &remarks;
};

/// Turns the XML of a worksheet into rows that are not blank, in the order of the file.
class SheetParser
{
public:
    /// \a stream and what \a context refers to must outlive the parser.
    SheetParser(ZipStream &stream, const SheetContext &context)
        : m_elements(stream, "sheetData", "row")
        , m_context(context)
    {}

    /// Takes in the next rows; false at the end.
    Result<bool> parseSome();

    /// Rows that are finished and not yet taken.
    std::deque<Row> rows;

private:
    Status parseRow(const pugi::xml_node &element);
    Status parseCell(const pugi::xml_node &element);
    void finishRow();
    Status readCell(std::string_view type, std::string_view style, std::string_view text, Cell &cell);
    CellFormat formatOf(std::string_view style) const;
    void readNumber(std::string_view text, const CellFormat &format, Cell &cell) const;
    /// A date, time or duration as ISO 8601 writes it.
    void readIso(const QString &text, NumberFormat format, Cell &cell) const;
    Status readShared(std::string_view index, Cell &cell);
    /// The cell says nowhere that makes sense: it stands behind the one before it.
    void placeBehind();
    /// \a sentence with the name of the cell for %1.
    void remarkCell(const QString &sentence);

    XmlElements m_elements;
    SheetContext m_context;
    Row m_row;
    int m_column = 0;
    std::string m_runs; ///< Of the cell, when its text is in several pieces.
    bool m_toldPlaces = false;
    bool m_toldForeign = false;

    /// Shared strings that cells used lately, by the last digits of their number: many cells say the same.
    struct UsedString
    {
        size_t index = SIZE_MAX;
        QString text;
    };
    std::array<UsedString, 1024> m_usedStrings;
};

/// What must be known of a worksheet before its first cell is read.
struct SheetOutline
{
    std::vector<CellRange> merges; ///< Columns are cut at ReadLimits::maxColumns.
    std::vector<ColumnSpan> hiddenColumns;
    bool isOrdered = true; ///< Each row stands below the one before it.
};

/// The outline of the worksheet in \a stream. Passes over the cells without looking into them.
Result<SheetOutline> readOutline(ZipStream &stream, const ReadLimits &limits);

} // namespace core
