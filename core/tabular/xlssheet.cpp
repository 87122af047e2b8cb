// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/xlssheet.h"

#include "core/tabular/badfile.h"
#include "core/tabular/sheeterrors.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Error damagedSheet(const char *what)
{
    return badFile(BadFile::OldExcelDamaged, QString::fromLatin1(what));
}

/// The shortest body that a record with cells can have; 0 of other records.
qsizetype shortestCells(quint16 type)
{
    switch (type) {
    case biff::number: return 14;
    case biff::rk:
    case biff::sharedText: return 10;
    case biff::multipleRk: return 6;
    case biff::text:
    case biff::richText:
    case biff::boolOrError: return 8;
    case biff::formula: return 16;
    default: return 0;
    }
}

/// A number in 30 bits: an integer or the front of a double, as it is or a hundred times as much
/// (MS-XLS 2.5.217).
double rkNumber(quint32 bits)
{
    constexpr quint32 isHundredfold = 1;
    constexpr quint32 isInteger = 2;
    double value = 0;
    if (bits & isInteger) {
        value = qint32(bits) >> 2;
    } else {
        const quint64 whole = quint64(bits & ~quint32(3)) << 32;
        std::memcpy(&value, &whole, sizeof(value));
    }
    return bits & isHundredfold ? value / 100 : value;
}

Cell errorCell(int code)
{
    QString text;
    switch (code) {
    case 0x00: text = u"#NULL!"_s; break;
    case 0x07: text = u"#DIV/0!"_s; break;
    case 0x0F: text = u"#VALUE!"_s; break;
    case 0x17: text = u"#REF!"_s; break;
    case 0x1D: text = u"#NAME?"_s; break;
    case 0x24: text = u"#NUM!"_s; break;
    case 0x2A: text = u"#N/A"_s; break;
    default: text = u"#ERROR!"_s; break;
    }
    Cell cell = Cell::fromText(std::move(text));
    cell.kind = Cell::Kind::Error;
    return cell;
}

void takeMerges(QByteArrayView body, const ReadLimits &limits, std::vector<CellRange> &merges)
{
    constexpr qsizetype rangeSize = 8;
    const int count = biffNumber16(body, 0);
    for (qsizetype i = 0, at = 2; i < count && at + rangeSize <= body.size(); ++i, at += rangeSize) {
        CellRange range{biffNumber16(body, at) + 1, biffNumber16(body, at + 2) + 1,
                        biffNumber16(body, at + 4), biffNumber16(body, at + 6)};
        if (range.lastRow < range.firstRow || range.lastColumn < range.firstColumn ||
            range.firstColumn >= limits.maxColumns)
            continue;
        range.lastColumn = std::min(range.lastColumn, limits.maxColumns - 1);
        merges.push_back(range);
    }
}

void takeRow(QByteArrayView body, std::vector<bool> &hiddenRows)
{
    constexpr int isHidden = 0x20;
    const size_t number = size_t(biffNumber16(body, 0)) + 1;
    if (!(biffNumber16(body, 12) & isHidden))
        return;
    if (hiddenRows.size() <= number)
        hiddenRows.resize(number + 1);
    hiddenRows[number] = true;
}

/// The part of the stream at \a position; what lies within it has a greater depth.
Status beginPart(BiffRecords &records, qint64 position)
{
    records.seek(position);
    CORE_TRY(records.next());
    return records.type() == biff::beginOfPart ? ok() : Status(damagedSheet("no begin of the sheet"));
}

/// The depth behind the record on which \a records stands.
int depthBehind(const BiffRecords &records, int depth)
{
    return records.type() == biff::beginOfPart ? depth + 1
           : records.type() == biff::endOfPart ? depth - 1
                                               : depth;
}

} // namespace

Result<XlsOutline> readXlsOutline(BiffRecords &records, qint64 position, const ReadLimits &limits)
{
    XlsOutline outline;
    int last = 0;
    CORE_TRY(beginPart(records, position));
    for (int depth = 1; depth > 0; depth = depthBehind(records, depth)) {
        CORE_TRY(records.next());
        if (depth > 1)
            continue;
        const QByteArrayView body = records.body();
        if (records.type() == biff::row) {
            takeRow(body, outline.hiddenRows);
        } else if (records.type() == biff::mergedCells) {
            takeMerges(body, limits, outline.merges);
            if (outline.merges.size() > size_t(limits.maxMergedRanges))
                return badFile(BadFile::Bomb, u"too many merged cells"_s);
        } else if (shortestCells(records.type()) > 0) {
            const int row = biffNumber16(body, 0);
            outline.isOrdered = outline.isOrdered && row >= last;
            last = row;
        }
    }
    return outline;
}

XlsSheetParser::XlsSheetParser(BiffRecords &records, qint64 position, const XlsWorkbook &workbook,
                               const ReadLimits &limits, ReadRemarks &remarks)
    : m_records(records)
    , m_workbook(workbook)
    , m_limits(limits)
    , m_remarks(remarks)
{
    m_records.seek(position);
}

Result<bool> XlsSheetParser::parseSome()
{
    CORE_TRY(m_records.next());
    const int depth = m_depth;
    m_depth = depthBehind(m_records, depth);
    if (m_depth == 0) {
        awaitedIsMissing();
        finishRow();
        return false;
    }
    if (depth == 1 && m_depth == 1) {
        if (m_records.type() == biff::formulaText)
            CORE_TRY(parseFormulaText());
        else if (const qsizetype shortest = shortestCells(m_records.type()); shortest > 0)
            CORE_TRY(m_records.body().size() < shortest ? damagedSheet("short record") : parseCells());
    }
    return true;
}

Status XlsSheetParser::parseCells()
{
    const QByteArrayView body = m_records.body();
    const int column = biffNumber16(body, 2);
    const int style = biffNumber16(body, 4);
    CORE_TRY(beginRow(biffNumber16(body, 0) + 1));
    switch (m_records.type()) {
    case biff::number: return place(column, numberCell(biffDouble(body, 6), style));
    case biff::rk: return place(column, numberCell(rkNumber(biffNumber32(body, 6)), style));
    case biff::multipleRk: {
        constexpr qsizetype oneSize = 6;
        // The last column stands behind the numbers.
        for (qsizetype i = 0, at = 4; at + oneSize + 2 <= body.size(); ++i, at += oneSize)
            CORE_TRY(place(column + int(i),
                           numberCell(rkNumber(biffNumber32(body, at + 2)), biffNumber16(body, at))));
        return ok();
    }
    case biff::text:
    case biff::richText: {
        CORE_ASSIGN(QString text, readText(8, biffNumber16(body, 6)));
        return place(column, Cell::fromText(std::move(text)));
    }
    case biff::sharedText: return placeShared(column, biffNumber32(body, 6));
    case biff::boolOrError:
        return place(column, body[7] ? errorCell(quint8(body[6])) : Cell::fromYesNo(body[6] != 0));
    case biff::formula: return parseFormula(column);
    default: return ok();
    }
}

Status XlsSheetParser::parseFormula(int column)
{
    enum Kind { TextFollows, TruthValue, ErrorCode, EmptyText };
    constexpr int isNoNumber = 0xFFFF;
    constexpr int calculateOnOpening = 2;
    const QByteArrayView body = m_records.body();
    if (biffNumber16(body, 12) != isNoNumber) {
        const double value = biffDouble(body, 6);
        if (value == 0 && (biffNumber16(body, 14) & calculateOnOpening))
            remarkCell(perhapsNotCalculatedRemark(), column);
        return place(column, numberCell(value, biffNumber16(body, 4)));
    }
    const int value = quint8(body[8]);
    switch (quint8(body[6])) {
    case TextFollows: m_awaited = column; return ok();
    case TruthValue: return place(column, Cell::fromYesNo(value != 0));
    case ErrorCode: return place(column, errorCell(value));
    case EmptyText:
        if (!m_toldEmptyResults)
            remarkCell(emptyResultsRemark(), column);
        m_toldEmptyResults = true;
        return ok();
    default: return damagedSheet("result of a formula");
    }
}

Status XlsSheetParser::parseFormulaText()
{
    if (m_awaited < 0)
        return ok();
    const int column = std::exchange(m_awaited, -1);
    CORE_ASSIGN(QString text, readText(2, biffNumber16(m_records.body(), 0)));
    return place(column, Cell::fromText(std::move(text)));
}

Result<QString> XlsSheetParser::readText(qsizetype at, int length)
{
    if (!m_workbook.isUnicode) {
        const QByteArrayView bytes = biffBytes(m_records.body(), at, length);
        if (bytes.size() < length)
            return damagedSheet("text");
        return m_workbook.decoded(bytes);
    }
    QString text;
    BiffReading reading(m_records, at);
    if (length > 0 && !reading.text(length, text))
        return damagedSheet("text");
    return text;
}

Status XlsSheetParser::beginRow(int number)
{
    awaitedIsMissing();
    if (number > m_limits.maxRows)
        return tooManyRows(m_limits.maxRows);
    if (number != m_row.number) {
        finishRow();
        m_row.number = number;
    }
    return ok();
}

void XlsSheetParser::finishRow()
{
    if (!m_row.isBlank())
        rows.push_back(std::move(m_row));
    m_row = Row();
}

Status XlsSheetParser::place(int column, Cell cell)
{
    if (cell.isEmpty())
        return ok();
    if (column >= m_limits.maxColumns)
        return tooManyColumns(m_row.number, m_limits.maxColumns);
    if (cell.text.size() > m_limits.maxCellCharacters)
        return cellTooLong(m_row.number, column, m_limits.maxCellCharacters);
    if (size_t(column) >= m_row.cells.size())
        m_row.cells.resize(size_t(column) + 1);
    Cell &there = m_row.cells[size_t(column)];
    if (!there.isEmpty() && there != cell)
        remarkCell(twiceRemark(), column);
    there = std::move(cell);
    return ok();
}

Cell XlsSheetParser::numberCell(double value, int style) const
{
    constexpr double exactlyWhole = 1e15;
    if (!std::isfinite(value))
        return errorCell(-1);
    const bool isWhole = std::abs(value) < exactlyWhole && value == std::floor(value);
    Cell cell = isWhole ? Cell::fromInteger(qint64(value))
                        : Cell::fromNumber(QString::number(value, 'g', QLocale::FloatingPointShortest));
    if (size_t(style) < m_workbook.formats.size())
        applyFormat(m_workbook.formats[size_t(style)], m_workbook.dateSystem, cell);
    return cell;
}

Status XlsSheetParser::placeShared(int column, quint32 index)
{
    if (index >= m_workbook.strings.count()) {
        remarkCell(missingTextRemark(), column);
        return ok();
    }
    CORE_ASSIGN(QString text, m_workbook.strings.at(index));
    return place(column, Cell::fromText(std::move(text)));
}

void XlsSheetParser::awaitedIsMissing()
{
    if (m_awaited >= 0)
        remarkCell(notCalculatedRemark(), std::exchange(m_awaited, -1));
}

void XlsSheetParser::remarkCell(const QString &sentence, int column)
{
    m_remarks.add(m_row.number, sentence.arg(columnName(column) + QString::number(m_row.number)));
}

} // namespace core
