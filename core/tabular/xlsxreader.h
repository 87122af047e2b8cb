// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/tablereader.h"
#include "core/tabular/xlsxparts.h"

namespace core {

class SheetParser;

/// Reads .xlsx. Use openTable().
class XlsxReader : public TableReader
{
public:
    ~XlsxReader() override;
    static Result<std::unique_ptr<XlsxReader>> open(const QString &path, const ReadLimits &limits);

    QStringList sheets() const override;
    bool isHidden(int sheet) const override { return m_parts.sheets[size_t(sheet)].hidden; }
    double progress() const override;
    DateSystem dateSystem() const override { return m_parts.dateSystem; }
    bool isHiddenColumn(int column) const override;

protected:
    Status openSheet(int index, std::vector<CellRange> &merges) override;
    Result<bool> readRow(Row &out) override;

private:
    XlsxReader(ZipFile zip, const ReadLimits &limits);
    Status readStrings();
    Status readUnordered();

    ZipFile m_zip;
    ReadLimits m_limits;
    WorkbookParts m_parts;
    std::vector<CellFormat> m_formats;
    SharedStrings m_strings;
    bool m_hasStrings = false;
    std::vector<ColumnSpan> m_hiddenColumns;
    std::unique_ptr<ZipStream> m_stream;
    std::unique_ptr<SheetParser> m_parser;
    bool m_atEnd = false;
};

} // namespace core
