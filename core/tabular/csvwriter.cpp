// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/csvwriter.h"

#include "core/base/tr.h"
#include "core/tabular/csvreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype bufferSize = 256 * 1024;

bool needsQuotes(const QString &text)
{
    return std::any_of(
               text.begin(), text.end(),
               [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r' || c == u'\t'; }) ||
           text.startsWith(u' ') || text.endsWith(u' ');
}

} // namespace

Result<std::unique_ptr<TableWriter>> CsvWriter::create(const Output &output)
{
    CORE_ASSIGN(std::unique_ptr<OutputFile> file, OutputFile::create(output));
    std::unique_ptr<CsvWriter> writer(new CsvWriter(std::move(file)));
    writer->m_buffer = "\xEF\xBB\xBF";
    return std::unique_ptr<TableWriter>(std::move(writer));
}

Status CsvWriter::addSheet(const QString &, const std::vector<WriteColumn> &columns,
                           const QStringList &titles)
{
    if (m_hasSheet) {
        return Error{
            Error::Code::InvalidInput, tr("CSV 文件只能放一张表，其余的没有写出。请改存为 .xlsx。"), {}};
    }
    m_hasSheet = true;
    for (const QString &title : titles) {
        appendField(guardFormula(title));
        CORE_TRY(endRecord());
    }
    for (const WriteColumn &column : columns)
        appendField(guardFormula(column.heading));
    return endRecord();
}

Status CsvWriter::writeRow(std::span<const Cell> cells)
{
    for (const Cell &cell : cells) {
        const bool isText = cell.kind == Cell::Kind::Text || cell.kind == Cell::Kind::Error;
        appendField(isText ? guardFormula(cell.text) : cell.value());
    }
    return endRecord();
}

Status CsvWriter::finish()
{
    CORE_TRY(flush());
    return m_file->commit();
}

void CsvWriter::appendField(const QString &text)
{
    if (!m_firstField)
        m_buffer += ',';
    m_firstField = false;
    if (!needsQuotes(text)) {
        m_buffer += text.toUtf8();
        return;
    }
    QString doubled = text;
    doubled.replace(u'"', u"\"\""_s);
    m_buffer += '"' + doubled.toUtf8() + '"';
}

Status CsvWriter::endRecord()
{
    m_buffer += "\r\n";
    m_firstField = true;
    return m_buffer.size() >= bufferSize ? flush() : ok();
}

Status CsvWriter::flush()
{
    CORE_TRY(m_file->write(m_buffer));
    m_buffer.clear();
    return ok();
}

} // namespace core
