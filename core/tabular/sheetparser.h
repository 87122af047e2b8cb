// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/cell.h"
#include "core/tabular/limits.h"
#include "core/tabular/xlsxparts.h"
#include "core/tabular/xmlparser.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// What the cells of a worksheet refer to.
struct SheetContext
{
    const SharedStrings &strings;
    const std::vector<bool> &dateStyles;
    DateSystem dateSystem;
    const ReadLimits &limits;
};

/// Turns the XML of a worksheet into rows that are not blank.
class SheetParser : public XmlParser
{
public:
    explicit SheetParser(const SheetContext &context)
        : m_context(context)
    {}

    /// Rows that are finished and not yet taken.
    std::deque<Row> rows;

private:
    enum class Type { Number, Shared, Inline, Formula, Bool, Error, IsoDate };

    void startElement(std::string_view name, const XmlAttributes &attributes) override;
    void endElement(std::string_view name) override;
    void characters(std::string_view utf8) override;

    void startRow(const XmlAttributes &attributes);
    void startCell(const XmlAttributes &attributes);
    void finishCell();
    void finishRow();
    Cell makeCell();
    Cell makeNumber() const;
    Cell makeShared();
    Cell makeText(const QString &text);

    SheetContext m_context;
    bool m_inData = false;
    bool m_inRow = false;
    bool m_inValue = false;
    bool m_inPhonetic = false;
    Row m_row;
    int m_lastRow = 0;
    int m_column = -1;
    Type m_type = Type::Number;
    bool m_dateStyle = false;
    std::string m_text;
};

/// The merged blocks of the worksheet in \a stream. Passes over the cells without looking into them.
/// Columns are cut at \a limits.maxColumns.
Result<std::vector<CellRange>> readMerges(ZipStream &stream, const ReadLimits &limits);

} // namespace core
