// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/sheetparser.h"

#include "core/base/tr.h"
#include "core/tabular/badfile.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int lastRowOfExcel = 1'048'576;
constexpr int lastColumnOfExcel = 16'384;

/// Reads "AB12" from the front of \a text: column from 0, row from 1; a row of 0 when there is none.
bool takeReference(std::string_view &text, int &column, int &row)
{
    column = 0;
    size_t i = 0;
    for (; i < text.size() && ((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z'); ++i) {
        column = column * 26 + ((text[i] | 0x20) - 'a' + 1);
        if (column > lastColumnOfExcel)
            return false;
    }
    if (i == 0)
        return false;
    --column;
    row = 0;
    const auto read = std::from_chars(text.data() + i, text.data() + text.size(), row);
    text.remove_prefix(size_t(read.ptr - text.data()));
    return row >= 0;
}

Error tooManyRows(int limit)
{
    return {Error::Code::FileFormat,
            tr("这张表超过了 %1 行，程序没有读取。请把它拆成几个文件，分别处理。").arg(limit),
            {}};
}

Error tooManyColumns(int row, int limit)
{
    return {Error::Code::FileFormat,
            tr("第 %1 行用到了第 %2 列以后的单元格，程序没有读取。请删去右边多余的列后再试。")
                .arg(row)
                .arg(limit),
            {}};
}

Error cellTooLong(int row, int column, int limit)
{
    return {Error::Code::FileFormat,
            tr("单元格 %1%2 的内容超过 %3 个字，程序没有读取。请缩短这个单元格的内容后再试。")
                .arg(columnName(column))
                .arg(row)
                .arg(limit),
            {}};
}

QString utf8(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

void SheetParser::startElement(std::string_view name, const XmlAttributes &attributes)
{
    if (name == "c") {
        if (m_inRow)
            startCell(attributes);
    } else if (name == "v" || name == "t") {
        m_inValue = m_column >= 0 && !m_inPhonetic;
    } else if (name == "row") {
        if (m_inData)
            startRow(attributes);
    } else if (name == "rPh") {
        m_inPhonetic = true;
    } else if (name == "sheetData") {
        m_inData = true;
    }
}

void SheetParser::endElement(std::string_view name)
{
    if (name == "v" || name == "t")
        m_inValue = false;
    else if (name == "c")
        finishCell();
    else if (name == "row")
        finishRow();
    else if (name == "rPh")
        m_inPhonetic = false;
    else if (name == "sheetData")
        m_inData = false;
}

void SheetParser::characters(std::string_view utf8)
{
    if (!m_inValue)
        return;
    m_text += utf8;
    if (m_text.size() > size_t(m_context.limits.maxCellCharacters) * 4)
        fail(cellTooLong(m_row.number, m_column, m_context.limits.maxCellCharacters));
}

void SheetParser::startRow(const XmlAttributes &attributes)
{
    int number = m_lastRow + 1;
    if (const char *given = attributes.value("r")) {
        const auto read = std::from_chars(given, given + std::strlen(given), number);
        if (read.ec == std::errc::result_out_of_range)
            number = lastRowOfExcel + 1;
        else if (read.ec != std::errc() || number <= m_lastRow)
            return fail(badFile(BadFile::Damaged, u"row %1 after %2"_s.arg(number).arg(m_lastRow)));
    }
    if (number > std::min(m_context.limits.maxRows, lastRowOfExcel))
        return fail(tooManyRows(m_context.limits.maxRows));
    m_lastRow = number;
    m_row.number = number;
    m_row.cells.clear();
    m_column = -1;
    m_inRow = true;
}

void SheetParser::startCell(const XmlAttributes &attributes)
{
    int column = int(m_row.cells.size());
    if (const char *given = attributes.value("r")) {
        std::string_view reference(given);
        int row = 0;
        if (!takeReference(reference, column, row))
            return fail(badFile(BadFile::Damaged, u"cell reference"_s));
    }
    m_column = column;
    m_text.clear();
    m_type = Type::Number;
    if (const char *given = attributes.value("t")) {
        const std::string_view type(given);
        m_type = type == "s"           ? Type::Shared
                 : type == "inlineStr" ? Type::Inline
                 : type == "str"       ? Type::Formula
                 : type == "b"         ? Type::Bool
                 : type == "e"         ? Type::Error
                 : type == "d"         ? Type::IsoDate
                                       : Type::Number;
    }
    const char *style = attributes.value("s");
    const size_t index = style ? size_t(std::atoi(style)) : 0;
    m_dateStyle = index < m_context.dateStyles.size() && m_context.dateStyles[index];
}

void SheetParser::finishCell()
{
    if (m_column < 0)
        return;
    const int column = std::exchange(m_column, -1);
    // Cells that are only formatted may stand anywhere.
    if (m_text.empty() && m_type != Type::Shared) {
        if (column < m_context.limits.maxColumns && size_t(column) >= m_row.cells.size())
            m_row.cells.resize(size_t(column) + 1);
        return;
    }
    m_column = column;
    Cell cell = makeCell();
    m_column = -1;
    if (cell.isEmpty())
        return;
    if (column >= m_context.limits.maxColumns)
        return fail(tooManyColumns(m_row.number, m_context.limits.maxColumns));
    if (size_t(column) >= m_row.cells.size())
        m_row.cells.resize(size_t(column) + 1);
    m_row.cells[size_t(column)] = std::move(cell);
}

void SheetParser::finishRow()
{
    if (!m_inRow)
        return;
    m_inRow = false;
    while (!m_row.cells.empty() && m_row.cells.back().isEmpty())
        m_row.cells.pop_back();
    if (m_row.isBlank())
        return;
    const size_t width = m_row.cells.size();
    rows.push_back(std::move(m_row));
    m_row = Row();
    m_row.cells.reserve(width);
}

Cell SheetParser::makeCell()
{
    switch (m_type) {
    case Type::Number: return makeNumber();
    case Type::Shared: return makeShared();
    case Type::Inline:
    case Type::Formula: {
        const QString text = utf8(m_text);
        return makeText(m_text.find("_x") == std::string::npos ? text : unescapeXstring(text));
    }
    case Type::Bool: return Cell::fromYesNo(m_text == "1" || m_text == "true");
    case Type::Error: {
        Cell cell = makeText(utf8(m_text));
        cell.kind = cell.isEmpty() ? Cell::Kind::Empty : Cell::Kind::Error;
        return cell;
    }
    case Type::IsoDate: {
        const DateReading reading = readDate(utf8(m_text));
        return reading.isDay() ? Cell::fromDate(reading.date) : makeText(utf8(m_text));
    }
    }
    return {};
}

Cell SheetParser::makeNumber() const
{
    Cell cell = Cell::fromNumber(QString::fromLatin1(m_text.data(), qsizetype(m_text.size())).trimmed());
    if (cell.text.isEmpty())
        return {};
    if (!m_dateStyle)
        return cell;
    cell.dateFormat = true;
    const DateReading reading = readDateSerial(numberText(cell.text), m_context.dateSystem);
    if (reading.kind == DateReading::Kind::Empty)
        return {};
    // Less than a day is a time, and what is no date stays the number it is.
    if (reading.isDay()) {
        cell.kind = Cell::Kind::Date;
        cell.date = reading.date;
    }
    return cell;
}

Cell SheetParser::makeShared()
{
    size_t index = 0;
    const auto read = std::from_chars(m_text.data(), m_text.data() + m_text.size(), index);
    if (read.ec != std::errc() || index >= m_context.strings.count()) {
        fail(badFile(BadFile::Damaged, u"shared string"_s));
        return {};
    }
    return makeText(m_context.strings.at(index));
}

Cell SheetParser::makeText(const QString &text)
{
    if (text.size() > m_context.limits.maxCellCharacters)
        fail(cellTooLong(m_row.number, m_column, m_context.limits.maxCellCharacters));
    return Cell::fromText(text);
}

namespace {

/// Keeps only the merged blocks.
class MergesParser : public XmlParser
{
public:
    explicit MergesParser(const ReadLimits &limits)
        : m_limits(limits)
    {}
    std::vector<CellRange> merges;

private:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        const char *given = name == "mergeCell" ? attributes.value("ref") : nullptr;
        if (!given)
            return;
        std::string_view reference(given);
        CellRange range;
        if (!takeReference(reference, range.firstColumn, range.firstRow) || range.firstRow == 0 ||
            !reference.starts_with(':'))
            return;
        reference.remove_prefix(1);
        if (!takeReference(reference, range.lastColumn, range.lastRow) || range.lastRow < range.firstRow ||
            range.lastColumn < range.firstColumn || range.firstColumn >= m_limits.maxColumns)
            return;
        range.lastColumn = std::min(range.lastColumn, m_limits.maxColumns - 1);
        merges.push_back(range);
        if (merges.size() > size_t(m_limits.maxMergedRanges))
            fail(badFile(BadFile::Bomb, u"too many merged cells"_s));
    }
    void endElement(std::string_view) override {}
    void characters(std::string_view) override {}

    const ReadLimits &m_limits;
};

/// Cuts the content of sheetData out of XML that comes in pieces.
class SheetDataSkipper
{
public:
    /// What of \a piece (with what was kept of the one before) stands outside sheetData.
    std::string_view filter(std::string_view piece)
    {
        m_buffer.erase(0, m_taken);
        m_taken = 0;
        m_buffer += piece;
        m_out.clear();
        for (bool moved = true; moved;)
            moved = m_inside ? skip() : copy();
        return m_out;
    }
    /// What is left at the end.
    std::string_view rest() const { return std::string_view(m_buffer).substr(m_taken); }

private:
    static constexpr std::string_view tagEnd = "sheetData>";
    static constexpr size_t longestTag = 128; // </prefix:sheetData>

    bool copy()
    {
        const size_t at = m_done ? std::string::npos : m_buffer.find(tagEnd, m_taken);
        if (at != std::string::npos) {
            const size_t end = at + tagEnd.size();
            m_out.append(m_buffer, m_taken, end - m_taken);
            m_taken = end;
            // Behind an opening tag with attributes, which is not recognised, the closing one comes first.
            const size_t start = m_buffer.rfind('<', at);
            const bool closing = start != std::string::npos && m_buffer[start + 1] == '/';
            m_inside = !closing;
            m_done = closing;
            return true;
        }
        const size_t keep = m_done ? 0 : tagEnd.size();
        if (m_buffer.size() - m_taken > keep) {
            m_out.append(m_buffer, m_taken, m_buffer.size() - m_taken - keep);
            m_taken = m_buffer.size() - keep;
        }
        return false;
    }
    bool skip()
    {
        const size_t at = m_buffer.find(tagEnd, m_taken);
        if (at != std::string::npos) {
            m_taken = std::max(m_taken, m_buffer.rfind('<', at));
            m_out.append(m_buffer, m_taken, at + tagEnd.size() - m_taken);
            m_taken = at + tagEnd.size();
            m_inside = false;
            m_done = true;
            return true;
        }
        if (m_buffer.size() - m_taken > longestTag)
            m_taken = m_buffer.size() - longestTag;
        return false;
    }

    std::string m_buffer;
    std::string m_out;
    size_t m_taken = 0;
    bool m_inside = false;
    bool m_done = false;
};

} // namespace

Result<std::vector<CellRange>> readMerges(ZipStream &stream, const ReadLimits &limits)
{
    MergesParser parser(limits);
    SheetDataSkipper skipper;
    std::array<char, 64 * 1024> piece = {};
    for (;;) {
        CORE_ASSIGN(const int got, stream.read(piece.data(), int(piece.size())));
        if (got == 0)
            break;
        const std::string_view outside = skipper.filter(std::string_view(piece.data(), size_t(got)));
        CORE_TRY(parser.parseBytes(outside.data(), int(outside.size()), false));
    }
    const std::string_view rest = skipper.rest();
    CORE_TRY(parser.parseBytes(rest.data(), int(rest.size()), true));
    return std::move(parser.merges);
}

} // namespace core
