// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/xlsxreader.h"

#include "core/tabular/roworder.h"
#include "core/tabular/sheeterrors.h"
#include "core/tabular/sheetparser.h"

#include <algorithm>
#include <future>

namespace core {

XlsxReader::XlsxReader(ZipFile zip, const ReadLimits &limits)
    : m_zip(std::move(zip))
    , m_limits(limits)
{}

XlsxReader::~XlsxReader() = default;

Result<std::unique_ptr<XlsxReader>> XlsxReader::open(const QString &path, const ReadLimits &limits)
{
    CORE_ASSIGN(ZipFile zip, ZipFile::open(path, limits));
    std::unique_ptr<XlsxReader> reader(new XlsxReader(std::move(zip), limits));
    CORE_ASSIGN(reader->m_parts, readWorkbookParts(reader->m_zip));
    CORE_ASSIGN(reader->m_formats, readNumberFormats(reader->m_zip, reader->m_parts.stylesPart));
    const auto &sheets = reader->m_parts.sheets;
    const auto shown =
        std::find_if(sheets.begin(), sheets.end(), [](const SheetPart &s) { return !s.hidden; });
    CORE_TRY(reader->selectSheet(shown == sheets.end() ? 0 : int(shown - sheets.begin())));
    return reader;
}

QStringList XlsxReader::sheets() const
{
    QStringList names;
    for (const SheetPart &sheet : m_parts.sheets)
        names.append(sheet.name);
    return names;
}

double XlsxReader::progress() const
{
    const qint64 total = m_stream ? m_stream->storedBytes() : 0;
    return total > 0 ? double(m_stream->storedBytesRead()) / double(total) : 1.0;
}

Status XlsxReader::openSheet(int index, std::vector<CellRange> &merges)
{
    if (index < 0 || size_t(index) >= m_parts.sheets.size())
        return noSuchSheet(index, qsizetype(m_parts.sheets.size()));
    const QString &part = m_parts.sheets[size_t(index)].part;
    // The merged cells stand behind all cells in the file, but are needed for the first, as is the order.
    CORE_ASSIGN(const auto ahead, m_zip.openEntry(part));
    // A thread for it takes longer than what a small sheet holds.
    constexpr qint64 smallSheet = 1 << 14;
    const auto when = ahead->storedBytes() > smallSheet ? std::launch::async : std::launch::deferred;
    auto outlining = std::async(when, [&] { return readOutline(*ahead, m_limits); });
    const Status strings = readStrings();
    CORE_ASSIGN(SheetOutline outline, outlining.get());
    merges = std::move(outline.merges);
    m_hiddenColumns = std::move(outline.hiddenColumns);
    CORE_TRY(strings);
    CORE_ASSIGN(m_stream, m_zip.openEntry(part));
    m_parser = std::make_unique<SheetParser>(
        *m_stream, SheetContext{m_strings, m_formats, m_parts.dateSystem, m_limits, remarksToFill()});
    m_atEnd = false;
    return outline.isOrdered ? ok() : readUnordered();
}

bool XlsxReader::isHiddenColumn(int column) const
{
    return std::any_of(m_hiddenColumns.begin(), m_hiddenColumns.end(),
                       [&](const ColumnSpan &span) { return column >= span.first && column <= span.last; });
}

Status XlsxReader::readUnordered()
{
    RowSorter sorter(m_limits);
    while (!m_atEnd) {
        CORE_ASSIGN(const bool more, m_parser->parseSome());
        m_atEnd = !more;
        for (; !m_parser->rows.empty(); m_parser->rows.pop_front())
            CORE_TRY(sorter.add(std::move(m_parser->rows.front())));
    }
    m_parser->rows = sorter.sorted(remarksToFill());
    return ok();
}

Status XlsxReader::readStrings()
{
    if (m_hasStrings)
        return ok();
    CORE_ASSIGN(m_strings, readSharedStrings(m_zip, m_parts.sharedStringsPart, m_limits));
    m_hasStrings = true;
    return ok();
}

Result<bool> XlsxReader::readRow(Row &out)
{
    while (m_parser->rows.empty()) {
        if (m_atEnd)
            return false;
        CORE_ASSIGN(const bool more, m_parser->parseSome());
        m_atEnd = !more;
    }
    out = std::move(m_parser->rows.front());
    m_parser->rows.pop_front();
    return true;
}

} // namespace core
