// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/compoundfile.h"
#include "core/tabular/tablereader.h"
#include "core/tabular/xlssheet.h"

namespace core {

/// Reads .xls of Excel 5 to 2003 and what WPS writes as such (MS-XLS, BIFF5 and BIFF8). Use openTable().
class XlsReader : public TableReader
{
public:
    static Result<std::unique_ptr<XlsReader>> open(const QString &path, const ReadLimits &limits);

    QStringList sheets() const override;
    bool isHidden(int sheet) const override { return m_workbook.sheets[size_t(sheet)].hidden; }
    double progress() const override;
    DateSystem dateSystem() const override { return m_workbook.dateSystem; }

protected:
    Status openSheet(int index, std::vector<CellRange> &merges) override;
    Result<bool> readRow(Row &out) override;

private:
    XlsReader(std::unique_ptr<CompoundStream> stream, const ReadLimits &limits);
    Status parseMore();

    std::unique_ptr<CompoundStream> m_stream;
    BiffRecords m_records;
    ReadLimits m_limits;
    XlsWorkbook m_workbook;
    XlsOutline m_outline;
    std::unique_ptr<XlsSheetParser> m_parser;
    bool m_atEnd = false;
};

} // namespace core
