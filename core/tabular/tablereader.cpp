// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/tablereader.h"

#include "core/tabular/badfile.h"
#include "core/tabular/csvreader.h"
#include "core/tabular/xlsreader.h"
#include "core/tabular/xlsxreader.h"

#include <QByteArrayMatcher>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int sniffedBytes = 4096;

/// Excel, WPS and LibreOffice put a small file beside a table while it is open in them.
bool isLockFile(const QString &name)
{
    return name.startsWith(u"~$"_s) || name.startsWith(u".~"_s);
}

/// The record BOF with which Excel 2 to 4 began their files before there were OLE2 containers.
bool isBareExcelStream(const QByteArray &head)
{
    constexpr int longestRecord = 16;
    return head.size() > 4 && head[0] == 0x09 && (head[1] & ~0x0E) == 0 && head[2] >= 4 &&
           head[2] <= longestRecord && head[3] == 0;
}

/// True when an OLE2 file holds the stream that Office puts an encrypted workbook into.
bool isEncryptedPackage(QFile &file)
{
    constexpr qint64 pieceSize = 1 << 20;
    constexpr int mostPieces = 256;
    static const QString streamName = u"EncryptedPackage"_s;
    const QByteArray needle(reinterpret_cast<const char *>(streamName.utf16()), streamName.size() * 2);
    const QByteArrayMatcher matcher(needle);
    QByteArray piece;
    file.seek(0);
    for (int i = 0; i < mostPieces && !file.atEnd(); ++i) {
        piece = piece.right(needle.size()) + file.read(pieceSize);
        if (matcher.indexIn(piece) >= 0)
            return true;
    }
    return false;
}

bool isWebPage(const QByteArray &head)
{
    QByteArray text = head.toLower();
    text.remove(0, text.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
        text.replace('\0', "").remove(0, 2);
    text = text.trimmed();
    for (const char *start :
         {"<!doctype", "<html", "<head", "<meta", "<table", "<?xml", "<body", "<style", "<div"}) {
        if (text.startsWith(start))
            return true;
    }
    return false;
}

template<typename Reader>
Result<std::unique_ptr<TableReader>> opened(Result<std::unique_ptr<Reader>> reader)
{
    if (!reader)
        return reader.error();
    return std::unique_ptr<TableReader>(*std::move(reader));
}

/// Opens the OLE2 file \a file: an .xls, or what is refused for another reason than being damaged.
Result<std::unique_ptr<TableReader>> openContainer(QFile &file, const ReadLimits &limits)
{
    // Inside, a table of WPS is like one of Excel.
    const bool isWps = QFileInfo(file).suffix().compare(u"et"_s, Qt::CaseInsensitive) == 0;
    auto reader = isWps ? Result<std::unique_ptr<XlsReader>>(badFile(BadFile::WpsTable))
                        : XlsReader::open(file.fileName(), limits);
    if (!reader && isEncryptedPackage(file))
        return badFile(BadFile::Encrypted);
    return opened(std::move(reader));
}

} // namespace

Status TableReader::selectSheet(int index)
{
    m_merges.clear();
    m_remarks.clear();
    m_peeked.clear();
    m_active.clear();
    m_nextMerge = 0;
    m_sheet = index;
    CORE_TRY(openSheet(index, m_merges));
    std::stable_sort(m_merges.begin(), m_merges.end(),
                     [](const CellRange &a, const CellRange &b) { return a.firstRow < b.firstRow; });
    return ok();
}

Result<bool> TableReader::nextRow(Row &out)
{
    if (!m_peeked.empty()) {
        out = std::move(m_peeked.front());
        m_peeked.pop_front();
    } else {
        CORE_ASSIGN(const bool more, readRow(out));
        if (!more)
            return false;
    }
    if (m_resolvesMerges && !m_merges.empty())
        CORE_TRY(takeMerges(out));
    return true;
}

Result<std::vector<Row>> TableReader::peek(int count)
{
    while (m_peeked.size() < size_t(count)) {
        Row row;
        CORE_ASSIGN(const bool more, readRow(row));
        if (!more)
            break;
        m_peeked.push_back(std::move(row));
    }
    const auto end = m_peeked.begin() + std::min(qsizetype(count), qsizetype(m_peeked.size()));
    return std::vector<Row>(m_peeked.begin(), end);
}

void TableReader::resolveMerges(int header, std::vector<char> down)
{
    m_resolvesMerges = true;
    m_headerRow = header;
    m_down = std::move(down);
}

namespace {

/// Empties the cells of \a block in \a row but for the one that holds \a value; true: others held another.
bool clearCovered(const CellRange &block, const Cell &value, Row &row)
{
    bool hadOther = false;
    const int first = block.firstColumn + (row.number == block.firstRow ? 1 : 0);
    const int last = std::min(block.lastColumn, int(row.cells.size()) - 1);
    for (int column = first; column <= last; ++column) {
        Cell &cell = row.cells[size_t(column)];
        hadOther = hadOther || (!cell.isBlank() && cell != value);
        cell = Cell();
    }
    return hadOther;
}

} // namespace

Status TableReader::takeMerges(Row &row)
{
    // More blocks beside each other than there are columns would mean that they overlap.
    constexpr size_t mostActive = 16'384;
    std::erase_if(m_active, [&](const ActiveMerge &merge) { return merge.range.lastRow < row.number; });
    for (; m_nextMerge < m_merges.size() && m_merges[m_nextMerge].firstRow <= row.number; ++m_nextMerge) {
        const CellRange &range = m_merges[m_nextMerge];
        if (range.lastRow < row.number || range.firstRow <= m_headerRow)
            continue;
        const bool holdsValue = range.firstRow == row.number;
        m_active.push_back({range, holdsValue ? row.at(range.firstColumn) : Cell()});
    }
    if (m_active.size() > mostActive)
        return badFile(BadFile::Damaged, u"overlapping merged cells"_s);
    for (const ActiveMerge &merge : m_active) {
        const CellRange &range = merge.range;
        MergedPart part{range, false, false, row.number == range.firstRow};
        part.isFilled = !part.isAnchorRow && isFilledDown(range.firstColumn) && !merge.value.isBlank();
        part.hidesOther = clearCovered(range, merge.value, row);
        if (part.isFilled) {
            if (row.cells.size() <= size_t(range.firstColumn))
                row.cells.resize(size_t(range.firstColumn) + 1);
            row.cells[size_t(range.firstColumn)] = merge.value;
        }
        if (part.hidesOther || !merge.value.isBlank())
            row.merged.push_back(part);
    }
    return ok();
}

Result<std::unique_ptr<TableReader>> openTable(const QString &path, const ReadLimits &limits)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return badFile(BadFile::NotFound);
    QFile file(path);
    const bool isLock = isLockFile(info.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return badFile(isLock ? BadFile::LockFile : BadFile::CannotOpen, file.errorString());
    const QByteArray head = file.read(sniffedBytes);
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return opened(XlsxReader::open(path, limits));
    if (isLock)
        return badFile(BadFile::LockFile);
    if (head.isEmpty())
        return badFile(BadFile::Empty);
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        return openContainer(file, limits);
    if (isBareExcelStream(head))
        return badFile(BadFile::OldExcel, u"BIFF without a container"_s);
    if (isWebPage(head))
        return badFile(BadFile::WebPage);
    file.close();
    return opened(CsvReader::open(path, limits));
}

} // namespace core
