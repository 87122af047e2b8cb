// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/xlsreader.h"

#include "core/tabular/roworder.h"
#include "core/tabular/sheeterrors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

XlsReader::XlsReader(std::unique_ptr<CompoundStream> stream, const ReadLimits &limits)
    : m_stream(std::move(stream))
    , m_records(*m_stream)
    , m_limits(limits)
{}

Result<std::unique_ptr<XlsReader>> XlsReader::open(const QString &path, const ReadLimits &limits)
{
    // A file may hold both: Book for Excel 5, Workbook for what came after.
    CORE_ASSIGN(auto stream, CompoundStream::open(path, {u"Workbook"_s, u"Book"_s}));
    std::unique_ptr<XlsReader> reader(new XlsReader(std::move(stream), limits));
    CORE_ASSIGN(reader->m_workbook, readXlsWorkbook(reader->m_records, limits));
    const auto &sheets = reader->m_workbook.sheets;
    const auto shown =
        std::find_if(sheets.begin(), sheets.end(), [](const XlsWorkbook::Sheet &s) { return !s.hidden; });
    CORE_TRY(reader->selectSheet(shown == sheets.end() ? 0 : int(shown - sheets.begin())));
    return reader;
}

QStringList XlsReader::sheets() const
{
    QStringList names;
    for (const XlsWorkbook::Sheet &sheet : m_workbook.sheets)
        names.append(sheet.name);
    return names;
}

double XlsReader::progress() const
{
    return m_atEnd || m_stream->size() == 0 ? 1.0 : double(m_records.position()) / double(m_stream->size());
}

Status XlsReader::openSheet(int index, std::vector<CellRange> &merges)
{
    if (index < 0 || size_t(index) >= m_workbook.sheets.size())
        return noSuchSheet(index, qsizetype(m_workbook.sheets.size()));
    const qint64 position = m_workbook.sheets[size_t(index)].position;
    CORE_ASSIGN(m_outline, readXlsOutline(m_records, position, m_limits));
    merges = std::move(m_outline.merges);
    m_parser = std::make_unique<XlsSheetParser>(m_records, position, m_workbook, m_limits, remarksToFill());
    m_atEnd = false;
    if (m_outline.isOrdered)
        return ok();
    RowSorter sorter(m_limits);
    while (!m_atEnd) {
        CORE_TRY(parseMore());
        for (; !m_parser->rows.empty(); m_parser->rows.pop_front())
            CORE_TRY(sorter.add(std::move(m_parser->rows.front())));
    }
    m_parser->rows = sorter.sorted(remarksToFill());
    return ok();
}

Status XlsReader::parseMore()
{
    CORE_ASSIGN(const bool more, m_parser->parseSome());
    m_atEnd = !more;
    return ok();
}

Result<bool> XlsReader::readRow(Row &out)
{
    while (m_parser->rows.empty()) {
        if (m_atEnd)
            return false;
        CORE_TRY(parseMore());
    }
    out = std::move(m_parser->rows.front());
    m_parser->rows.pop_front();
    const auto number = size_t(out.number);
    out.hidden = number < m_outline.hiddenRows.size() && m_outline.hiddenRows[number];
    return true;
}

} // namespace core
