// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/tabular/tablewriter.h"
#include "core/tabular/workfolder.h"

#include <QHash>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace core {

/// Writes .xlsx through libxlsxwriter, which keeps only one row in memory. Use createTable().
class XlsxWriter : public TableWriter
{
public:
    ~XlsxWriter() override;
    static Result<std::unique_ptr<TableWriter>> create(const Output &output);

    Status addSheet(const QString &name, const std::vector<WriteColumn> &columns,
                    const QStringList &titles) override;
    Status writeRow(std::span<const Cell> cells) override;
    Status finish() override;

private:
    explicit XlsxWriter(const Output &output)
        : m_output(output)
    {}
    lxw_format *makeFormat(const WriteColumn &column);
    Status writeText(int column, const QString &text, lxw_format *format);
    Status writeCell(int column, const Cell &cell);
    void finishSheet();
    /// Compares the finished workbook with what was written: the library does not notice a full disk.
    Status checkWritten() const;

    Output m_output;
    WorkFolder m_folder; ///< Holds the workbook until finish().
    QByteArray m_folderName;
    QByteArray m_temporaryName;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_headerFormat = nullptr;
    lxw_format *m_titleFormat = nullptr;
    std::vector<WriteColumn> m_columns;
    std::vector<lxw_format *> m_formats; ///< By column.
    std::vector<qint64> m_cells;         ///< Written, by sheet.
    int m_headerRow = 0;
    int m_row = 0;
};

} // namespace core
