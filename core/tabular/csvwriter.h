// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/tabular/tablewriter.h"

#include <QByteArray>

namespace core {

/// Writes CSV: UTF-8 with a byte-order mark, so that Excel reads it right, CR LF, quotes where needed.
/// Use createTable().
class CsvWriter : public TableWriter
{
public:
    static Result<std::unique_ptr<TableWriter>> create(const Output &output);

    Status addSheet(const QString &name, const std::vector<WriteColumn> &columns,
                    const QStringList &titles) override;
    Status writeRow(std::span<const Cell> cells) override;
    Status finish() override;

private:
    explicit CsvWriter(std::unique_ptr<OutputFile> file)
        : m_file(std::move(file))
    {}
    void appendField(const QString &text);
    Status endRecord();
    Status flush();

    std::unique_ptr<OutputFile> m_file;
    QByteArray m_buffer;
    bool m_hasSheet = false;
    bool m_firstField = true;
};

} // namespace core
