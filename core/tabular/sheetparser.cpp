// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/sheetparser.h"

#include "core/base/tr.h"
#include "core/tabular/badfile.h"
#include "core/tabular/duration.h"
#include "core/tabular/roworder.h"
#include "core/tabular/sheeterrors.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int lastRowOfExcel = 1'048'576;
constexpr int lastColumnOfExcel = 16'384;
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr size_t longestOutside = size_t(16) << 20; // mostly merged cells

/// Reads "AB12" from the front of \a text: column from 0, row from 1; a row of 0 when there is none.
bool takeReference(std::string_view &text, int &column, int &row)
{
    column = 0;
    size_t i = text.starts_with('$') ? 1 : 0;
    const size_t first = i;
    for (; i < text.size() && ((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z'); ++i) {
        column = column * 26 + ((text[i] | 0x20) - 'a' + 1);
        if (column > lastColumnOfExcel)
            return false;
    }
    if (i == first)
        return false;
    --column;
    row = 0;
    if (i < text.size() && text[i] == '$')
        ++i;
    const auto read = std::from_chars(text.data() + i, text.data() + text.size(), row);
    text.remove_prefix(size_t(read.ptr - text.data()));
    return row >= 0;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

constexpr auto secondsOfDay = double(secondsPerDay);

/// True of a plain decimal or scientific number.
bool isNumeral(std::string_view text)
{
    bool hasDigit = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool isSign = c == '-' || c == '+';
        const bool isDigit = c >= '0' && c <= '9';
        if (isSign ? i > 0 && (text[i - 1] | 0x20) != 'e' : !isDigit && c != '.' && (c | 0x20) != 'e')
            return false;
        hasDigit = hasDigit || isDigit;
    }
    return hasDigit;
}

/// True of a height or width of nothing, by which rows and columns are hidden too.
bool isNoSize(const char *size)
{
    return size && *size != 0 && std::string_view(size).find_first_not_of("0.") == std::string_view::npos;
}

QString daysText(double days)
{
    return QString::number(days, 'g', 15);
}

/// "09:30:00.5Z" without its zone.
QTime timeIn(QString text)
{
    if (text.endsWith(u'Z'))
        text.chop(1);
    return QTime::fromString(text, Qt::ISODateWithMs);
}

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

Result<bool> SheetParser::parseSome()
{
    CORE_ASSIGN(const pugi::xml_node some, m_elements.next());
    if (!some)
        return false;
    for (const pugi::xml_node &element : some.children()) {
        if (localName(element) == "row") {
            CORE_TRY(parseRow(element));
        } else if (!m_toldForeign && (element.first_child() || *element.value())) {
            m_toldForeign = true;
            m_context.remarks.add(m_row.number + 1, tr("这里有程序不认识的内容，没有读取，请对照原表核对。"));
        }
    }
    return true;
}

Status SheetParser::parseRow(const pugi::xml_node &element)
{
    const char *given = attributeOf(element, "r");
    const int number = rowNumber(given ? given : "", m_row.number);
    if (number > std::min(m_context.limits.maxRows, lastRowOfExcel))
        return tooManyRows(m_context.limits.maxRows);
    m_row.number = number;
    m_row.hidden = isTrue(attributeOf(element, "hidden")) || isNoSize(attributeOf(element, "ht"));
    m_row.cells.clear();
    for (const pugi::xml_node &child : element.children()) {
        if (localName(child) == "c")
            CORE_TRY(parseCell(child));
    }
    finishRow();
    return ok();
}

Status SheetParser::parseCell(const pugi::xml_node &element)
{
    m_column = int(m_row.cells.size());
    std::string_view type;
    std::string_view style;
    for (pugi::xml_attribute attribute = element.first_attribute(); attribute;
         attribute = attribute.next_attribute()) {
        const std::string_view name = attribute.name();
        if (name == "r") {
            std::string_view reference = attribute.value();
            int row = 0;
            const bool isKnown = takeReference(reference, m_column, row);
            if (!isKnown && reference.find_first_of(letters) == 0)
                return badFile(BadFile::Damaged, u"cell reference"_s);
            if (!isKnown || !reference.empty())
                placeBehind();
        } else if (name == "t") {
            type = attribute.value();
        } else if (name == "s") {
            style = attribute.value();
        }
    }
    std::string_view text;
    bool hasFormula = false;
    bool hasValue = false;
    for (pugi::xml_node child = element.first_child(); child; child = child.next_sibling()) {
        const std::string_view name = localName(child);
        if (name == "v") {
            text = child.child_value();
            hasValue = true;
        } else if (name == "is") {
            text = textOfRuns(child, m_runs);
        } else if (name == "f") {
            hasFormula = true;
        }
    }
    if (type != "str" && type != "inlineStr")
        text = trimmed(text);
    // The result of a formula may be a text without characters, but no number without digits.
    if (hasFormula && text.empty() && (!hasValue || type != "str"))
        remarkCell(notCalculatedRemark());
    const auto column = size_t(m_column);
    const auto widest = size_t(m_context.limits.maxColumns);
    // Cells that are only formatted may stand anywhere.
    if (text.empty()) {
        if (column < widest && column >= m_row.cells.size())
            m_row.cells.resize(column + 1);
        return ok();
    }
    if (column >= widest) {
        Cell far;
        CORE_TRY(readCell(type, style, text, far));
        return far.isEmpty() ? ok() : tooManyColumns(m_row.number, m_context.limits.maxColumns);
    }
    if (column >= m_row.cells.size())
        m_row.cells.resize(column + 1);
    Cell &cell = m_row.cells[column];
    if (!cell.isEmpty()) {
        Cell again;
        CORE_TRY(readCell(type, style, text, again));
        if (again.isEmpty() || again == cell)
            return ok();
        remarkCell(twiceRemark());
        cell = again;
    } else {
        CORE_TRY(readCell(type, style, text, cell));
    }
    if (cell.text.size() > m_context.limits.maxCellCharacters)
        return cellTooLong(m_row.number, m_column, m_context.limits.maxCellCharacters);
    return ok();
}

void SheetParser::placeBehind()
{
    m_column = int(m_row.cells.size());
    if (m_toldPlaces)
        return;
    m_toldPlaces = true;
    m_context.remarks.add(m_row.number,
                          tr("从这一行起，有单元格没有写明在哪一列，已按先后次序排列。请核对各列是否对齐。"));
}

void SheetParser::remarkCell(const QString &sentence)
{
    m_context.remarks.add(m_row.number, sentence.arg(columnName(m_column) + QString::number(m_row.number)));
}

void SheetParser::finishRow()
{
    while (!m_row.cells.empty() && m_row.cells.back().isEmpty())
        m_row.cells.pop_back();
    if (m_row.isBlank())
        return;
    const size_t width = m_row.cells.size();
    const int number = m_row.number;
    rows.push_back(std::move(m_row));
    m_row = Row();
    m_row.number = number;
    m_row.cells.reserve(width);
}

Status SheetParser::readCell(std::string_view type, std::string_view style, std::string_view text, Cell &cell)
{
    if (type == "s") {
        CORE_TRY(readShared(text, cell));
    } else if (type == "inlineStr" || type == "str") {
        cell = Cell::fromText(text.find("_x") == std::string_view::npos ? utf8(text)
                                                                        : unescapeXstring(utf8(text)));
    } else if (type == "b") {
        cell = Cell::fromYesNo(text == "1" || text == "true");
    } else if (type == "e") {
        cell = Cell::fromText(utf8(text));
        cell.kind = cell.isEmpty() ? Cell::Kind::Empty : Cell::Kind::Error;
    } else if (type == "d") {
        const NumberFormat format = formatOf(style).meaning;
        readIso(utf8(text), format == NumberFormat::Number ? NumberFormat::Date : format, cell);
    } else {
        readNumber(text, formatOf(style), cell);
    }
    return ok();
}

CellFormat SheetParser::formatOf(std::string_view style) const
{
    size_t index = 0;
    std::from_chars(style.data(), style.data() + style.size(), index);
    return index < m_context.formats.size() ? m_context.formats[index] : CellFormat();
}

void SheetParser::readNumber(std::string_view text, const CellFormat &format, Cell &cell) const
{
    if (!isNumeral(text)) {
        readIso(utf8(text), format.meaning, cell);
        return;
    }
    cell = Cell::fromNumber(QString::fromLatin1(text.data(), qsizetype(text.size())));
    applyFormat(format, m_context.dateSystem, cell);
}

void SheetParser::readIso(const QString &text, NumberFormat format, Cell &cell) const
{
    cell = Cell::fromText(text);
    if (format == NumberFormat::Percent)
        format = NumberFormat::Number;
    if (text.contains(u'P')) {
        if (const auto seconds = readDuration(text))
            cell = Cell::fromDuration(daysText(double(*seconds) / secondsOfDay));
        return;
    }
    constexpr qsizetype dateLength = 10;
    const QDate date = QDate::fromString(text.left(dateLength), Qt::ISODate);
    const QTime time =
        timeIn(date.isValid() ? text.mid(dateLength + 1) : text.mid(text.startsWith(u'T') ? 1 : 0));
    if (!date.isValid()) {
        if (time.isValid())
            cell = Cell::fromTime(daysText(time.msecsSinceStartOfDay() / 1000.0 / secondsOfDay));
        else if (const DateReading reading = readDate(text); format == NumberFormat::Date && reading.isDay())
            cell = Cell::fromDate(reading.date);
        return;
    }
    const bool is1904 = m_context.dateSystem == DateSystem::From1904;
    const QDate origin = is1904                     ? QDate(1904, 1, 1)
                         : date < QDate(1900, 3, 1) ? QDate(1899, 12, 31)
                                                    : QDate(1899, 12, 30);
    const double fraction = time.isValid() ? time.msecsSinceStartOfDay() / 1000.0 / secondsOfDay : 0;
    const double serial = std::max(0.0, double(origin.daysTo(date))) + fraction;
    if (format == NumberFormat::Time || format == NumberFormat::Duration || (serial > 0 && serial < 1)) {
        cell = Cell::fromNumber(daysText(serial));
        applyFormat({.meaning = format == NumberFormat::Number ? NumberFormat::Time : format},
                    m_context.dateSystem, cell);
    } else {
        const bool isNextDay = qRound64(fraction * secondsOfDay) == qint64(secondsOfDay);
        cell = Cell::fromDate(isNextDay ? date.addDays(1) : date);
    }
}

Status SheetParser::readShared(std::string_view text, Cell &cell)
{
    size_t index = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), index);
    if (read.ec != std::errc() || index >= m_context.strings.count()) {
        remarkCell(missingTextRemark());
        return ok();
    }
    UsedString &used = m_usedStrings[index % m_usedStrings.size()];
    if (used.index != index) {
        CORE_ASSIGN(QString shared, m_context.strings.at(index));
        used = {index, std::move(shared)};
    }
    cell = Cell::fromText(used.text);
    return ok();
}

namespace {

std::optional<CellRange> mergedRange(const pugi::xml_node &element, const ReadLimits &limits)
{
    const char *given = localName(element) == "mergeCell" ? attributeOf(element, "ref") : nullptr;
    if (!given)
        return {};
    std::string_view reference(given);
    CellRange range;
    if (!takeReference(reference, range.firstColumn, range.firstRow) || range.firstRow == 0 ||
        !reference.starts_with(':'))
        return {};
    reference.remove_prefix(1);
    if (!takeReference(reference, range.lastColumn, range.lastRow) || range.lastRow < range.firstRow ||
        range.lastColumn < range.firstColumn || range.firstColumn >= limits.maxColumns)
        return {};
    range.lastColumn = std::min(range.lastColumn, limits.maxColumns - 1);
    return range;
}

/// The columns of a <col> that are not shown.
std::optional<ColumnSpan> hiddenColumns(const pugi::xml_node &element)
{
    if (localName(element) != "col" ||
        !(isTrue(attributeOf(element, "hidden")) || isNoSize(attributeOf(element, "width"))))
        return {};
    const auto number = [&](const char *name) {
        const char *given = attributeOf(element, name);
        int read = 0;
        if (given)
            std::from_chars(given, given + std::strlen(given), read);
        return read;
    };
    return ColumnSpan{number("min") - 1, number("max") - 1};
}

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

Result<SheetOutline> readOutline(ZipStream &stream, const ReadLimits &limits)
{
    XmlText source(stream);
    SheetDataSkipper skipper;
    RowOrder order;
    std::string outside;
    std::string piece;
    for (;;) {
        piece.clear();
        CORE_ASSIGN(const bool more, source.read(piece));
        if (!more)
            break;
        order.look(piece);
        outside += skipper.filter(piece);
        if (outside.size() > longestOutside)
            return badFile(BadFile::Bomb, u"too much around the cells"_s);
    }
    outside += skipper.rest();
    pugi::xml_document document;
    CORE_ASSIGN(const pugi::xml_node root, parseXml(outside, document));
    SheetOutline outline;
    outline.isOrdered = order.isAscending();
    std::vector<CellRange> &merges = outline.merges;
    const auto take = [&](const pugi::xml_node &element) -> Status {
        if (const auto range = mergedRange(element, limits))
            merges.push_back(*range);
        if (merges.size() > size_t(limits.maxMergedRanges))
            return badFile(BadFile::Bomb, u"too many merged cells"_s);
        const auto hidden =
            outline.hiddenColumns.size() < size_t(lastColumnOfExcel) ? hiddenColumns(element) : std::nullopt;
        if (hidden)
            outline.hiddenColumns.push_back(*hidden);
        return ok();
    };
    for (const pugi::xml_node &child : root.children()) {
        CORE_TRY(take(child));
        for (const pugi::xml_node &element : child.children())
            CORE_TRY(take(element));
    }
    return outline;
}

} // namespace core
