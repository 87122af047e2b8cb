// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/xlsxwriter.h"

#include "core/base/tr.h"
#include "core/tabular/zipfile.h"

#include <QByteArrayMatcher>
#include <QFile>
#include <QRegularExpression>

#include <xlsxwriter.h>

#include <algorithm>
#include <limits>
#include <string_view>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int rowsOfExcel = 1'048'576;
constexpr int longestCell = 32'767;
constexpr int longestSheetName = 31;
constexpr qsizetype exactDigits = 15;

/// A heading's width on screen in characters: Chinese characters are twice as wide.
double shownWidth(const QString &text)
{
    double width = 0;
    for (const QChar c : text)
        width += c.unicode() < 0x2E80 ? 1 : 2;
    return width;
}

double columnWidth(const WriteColumn &column)
{
    constexpr double margin = 4; // The filter's button stands beside the heading.
    if (column.width > 0)
        return column.width;
    const double least = column.kind == WriteColumn::Kind::Date    ? 12
                         : column.kind == WriteColumn::Kind::Money ? 16
                                                                   : 8;
    return std::min(std::max(least, shownWidth(column.heading) + margin), 60.0);
}

/// A name that Excel accepts for a sheet.
QString sheetName(const QString &name, int number)
{
    QString clean = name;
    for (const QChar bad : u"[]:*?/\\"_s)
        clean.replace(bad, u'_');
    while (clean.startsWith(u'\''))
        clean.remove(0, 1);
    clean.truncate(longestSheetName);
    while (clean.endsWith(u'\''))
        clean.chop(1);
    return clean.isEmpty() ? u"Sheet%1"_s.arg(number) : clean;
}

/// Text as a workbook may hold it: what looks like an OOXML escape is escaped, what XML cannot say is left
/// out.
QByteArray toXstring(const QString &text)
{
    static const QRegularExpression escape(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
    QString out = text;
    if (out.contains(u"_x"_s))
        out.replace(escape, u"_x005F_"_s);
    out.removeIf([](QChar c) { return c.unicode() == 0 || c.unicode() == 0xFFFE || c.unicode() == 0xFFFF; });
    return out.toUtf8();
}

qsizetype digitCount(const QString &number)
{
    return std::count_if(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// How many cells the worksheet in \a stream has. Text cannot hold a bare '<'.
Result<qint64> countCells(ZipStream &stream)
{
    static constexpr std::string_view cell = "<c r=";
    constexpr qsizetype pieceSize = 64 * 1024;
    const QByteArrayMatcher matcher(cell.data(), qsizetype(cell.size()));
    QByteArray kept;
    for (qint64 count = 0;;) {
        QByteArray piece(pieceSize, Qt::Uninitialized);
        CORE_ASSIGN(const int got, stream.read(piece.data(), int(piece.size())));
        if (got == 0)
            return count;
        piece.truncate(got);
        piece.prepend(kept);
        for (qsizetype at = matcher.indexIn(piece); at >= 0; at = matcher.indexIn(piece, at + 1))
            ++count;
        kept = piece.right(qsizetype(cell.size()) - 1);
    }
}

} // namespace

Result<std::unique_ptr<TableWriter>> XlsxWriter::create(const Output &output)
{
    std::unique_ptr<XlsxWriter> writer(new XlsxWriter(output));
    if (!writer->m_folder.isValid())
        return writeFailed(output.path, writer->m_folder.path());
    // The library opens files by their 8-bit name: it gets a name of ours, and the result is copied.
    writer->m_folderName = QFile::encodeName(writer->m_folder.path());
    writer->m_temporaryName = QFile::encodeName(writer->m_folder.filePath(u"table.xlsx"_s));
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = writer->m_folderName.data();
    writer->m_workbook = workbook_new_opt(writer->m_temporaryName.constData(), &options);
    if (!writer->m_workbook)
        return writeFailed(output.path, u"workbook_new_opt"_s);
    writer->m_headerFormat = workbook_add_format(writer->m_workbook);
    format_set_bold(writer->m_headerFormat);
    format_set_text_wrap(writer->m_headerFormat);
    format_set_align(writer->m_headerFormat, LXW_ALIGN_CENTER);
    format_set_align(writer->m_headerFormat, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bg_color(writer->m_headerFormat, 0xE8EEF4);
    format_set_border(writer->m_headerFormat, LXW_BORDER_THIN);
    format_set_border_color(writer->m_headerFormat, 0xB8C4D0);
    writer->m_titleFormat = workbook_add_format(writer->m_workbook);
    format_set_bold(writer->m_titleFormat);
    format_set_font_size(writer->m_titleFormat, 14);
    format_set_align(writer->m_titleFormat, LXW_ALIGN_CENTER);
    return std::unique_ptr<TableWriter>(std::move(writer));
}

XlsxWriter::~XlsxWriter()
{
    // Also frees; the file goes with the temporary folder.
    if (m_workbook)
        workbook_close(m_workbook);
}

lxw_format *XlsxWriter::makeFormat(const WriteColumn &column)
{
    lxw_format *format = workbook_add_format(m_workbook);
    switch (column.kind) {
    case WriteColumn::Kind::Text: format_set_num_format(format, "@"); break;
    case WriteColumn::Kind::Integer: format_set_num_format(format, "0"); break;
    case WriteColumn::Kind::Decimal: {
        const QByteArray places(std::clamp(column.places, 0, 6), '0');
        format_set_num_format(format, places.isEmpty() ? "0" : ("0." + places).constData());
        break;
    }
    case WriteColumn::Kind::Money: format_set_num_format(format, "#,##0.00"); break;
    case WriteColumn::Kind::Date: format_set_num_format(format, "yyyy-mm-dd"); break;
    case WriteColumn::Kind::YesNo: format_set_align(format, LXW_ALIGN_CENTER); break;
    }
    return format;
}

Status XlsxWriter::addSheet(const QString &name, const std::vector<WriteColumn> &columns,
                            const QStringList &titles)
{
    finishSheet();
    m_cells.push_back(0);
    const QByteArray title = sheetName(name, int(m_cells.size())).toUtf8();
    m_sheet = workbook_add_worksheet(m_workbook, title.constData());
    if (!m_sheet) {
        m_cells.pop_back();
        return Error{Error::Code::InvalidInput,
                     tr("工作表名称“%1”重复，文件没有写出。请给每张表起不同的名称。").arg(name),
                     {}};
    }
    m_columns = columns;
    m_formats.clear();
    for (size_t i = 0; i < columns.size(); ++i) {
        m_formats.push_back(makeFormat(columns[i]));
        const auto column = lxw_col_t(i);
        worksheet_set_column(m_sheet, column, column, columnWidth(columns[i]), nullptr);
    }
    m_row = 0;
    for (const QString &line : titles) {
        const auto row = lxw_row_t(m_row);
        const QByteArray text = toXstring(line);
        m_cells.back() += std::max<qint64>(1, qint64(columns.size()));
        if (columns.size() > 1)
            worksheet_merge_range(m_sheet, row, 0, row, lxw_col_t(columns.size() - 1), text.constData(),
                                  m_titleFormat);
        else
            worksheet_write_string(m_sheet, row, 0, text.constData(), m_titleFormat);
        ++m_row;
    }
    m_headerRow = m_row;
    for (size_t i = 0; i < columns.size(); ++i)
        CORE_TRY(writeText(int(i), columns[i].heading, m_headerFormat));
    ++m_row;
    worksheet_freeze_panes(m_sheet, lxw_row_t(m_row), 0);
    return ok();
}

Status XlsxWriter::writeText(int column, const QString &text, lxw_format *format)
{
    if (text.size() > longestCell) {
        return Error{Error::Code::InvalidInput,
                     tr("单元格 %1%2 的内容超过 %3 个字，Excel 放不下，文件没有写出。请缩短后重新导出。")
                         .arg(columnName(column))
                         .arg(m_row + 1)
                         .arg(longestCell),
                     {}};
    }
    const QByteArray utf8 = toXstring(text);
    const lxw_error error =
        worksheet_write_string(m_sheet, lxw_row_t(m_row), lxw_col_t(column), utf8.constData(), format);
    if (error != LXW_NO_ERROR)
        return writeFailed(m_output.path, QString::fromUtf8(lxw_strerror(error)));
    ++m_cells.back();
    return ok();
}

Status XlsxWriter::writeCell(int column, const Cell &cell)
{
    const bool known = size_t(column) < m_columns.size();
    lxw_format *format = known ? m_formats[size_t(column)] : nullptr;
    const bool textColumn = !known || m_columns[size_t(column)].kind == WriteColumn::Kind::Text;
    switch (cell.kind) {
    case Cell::Kind::Empty: return ok();
    case Cell::Kind::Number: {
        const QString number = numberText(cell.text);
        bool isNumber = false;
        const double value = number.toDouble(&isNumber);
        if (textColumn || !isNumber || digitCount(number) > exactDigits)
            return writeText(column, number, format);
        ++m_cells.back();
        worksheet_write_number(m_sheet, lxw_row_t(m_row), lxw_col_t(column), value, format);
        return ok();
    }
    case Cell::Kind::Date: {
        constexpr int firstYearOfExcel = 1900;
        if (textColumn || cell.date.year() < firstYearOfExcel)
            return writeText(column, cell.value(), format);
        lxw_datetime day = {cell.date.year(), cell.date.month(), cell.date.day(), 0, 0, 0};
        ++m_cells.back();
        worksheet_write_datetime(m_sheet, lxw_row_t(m_row), lxw_col_t(column), &day, format);
        return ok();
    }
    case Cell::Kind::Text:
    case Cell::Kind::Time:
    case Cell::Kind::Duration:
    case Cell::Kind::YesNo:
    case Cell::Kind::Error: return writeText(column, cell.value(), format);
    }
    return ok();
}

Status XlsxWriter::writeRow(std::span<const Cell> cells)
{
    if (!m_sheet)
        return writeFailed(m_output.path, u"no sheet"_s);
    if (m_row >= rowsOfExcel) {
        return Error{
            Error::Code::InvalidInput,
            tr("内容超过一张工作表的 %1 行，文件没有写出。请缩小范围，分几次导出。").arg(rowsOfExcel),
            {}};
    }
    for (size_t i = 0; i < cells.size(); ++i)
        CORE_TRY(writeCell(int(i), cells[i]));
    ++m_row;
    return ok();
}

void XlsxWriter::finishSheet()
{
    if (m_sheet && !m_columns.empty() && m_row > m_headerRow + 1) {
        worksheet_autofilter(m_sheet, lxw_row_t(m_headerRow), 0, lxw_row_t(m_row - 1),
                             lxw_col_t(m_columns.size() - 1));
    }
    m_sheet = nullptr;
}

Status XlsxWriter::checkWritten() const
{
    ReadLimits unlimited;
    unlimited.maxInflateRatio = std::numeric_limits<int>::max();
    CORE_ASSIGN(const ZipFile zip, ZipFile::open(m_folder.filePath(u"table.xlsx"_s), unlimited));
    for (size_t sheet = 0; sheet < m_cells.size(); ++sheet) {
        CORE_ASSIGN(const auto stream, zip.openEntry(u"xl/worksheets/sheet%1.xml"_s.arg(sheet + 1)));
        CORE_ASSIGN(const qint64 cells, countCells(*stream));
        if (cells != m_cells[sheet])
            return writeFailed(m_output.path,
                               u"%1 of %2 cells in sheet %3"_s.arg(cells).arg(m_cells[sheet]).arg(sheet + 1));
    }
    return ok();
}

Status XlsxWriter::finish()
{
    finishSheet();
    const lxw_error error = workbook_close(std::exchange(m_workbook, nullptr));
    if (error != LXW_NO_ERROR)
        return writeFailed(m_output.path, QString::fromUtf8(lxw_strerror(error)));
    if (const Status checked = checkWritten(); !checked)
        return writeFailed(m_output.path, checked.error().detail);
    QFile written(m_folder.filePath(u"table.xlsx"_s));
    if (!written.open(QIODevice::ReadOnly))
        return writeFailed(m_output.path, written.errorString());
    CORE_ASSIGN(const std::unique_ptr<OutputFile> target, OutputFile::create(m_output));
    constexpr qint64 pieceSize = 1 << 20;
    while (!written.atEnd()) {
        const QByteArray piece = written.read(pieceSize);
        if (piece.isEmpty())
            return writeFailed(m_output.path, written.errorString());
        CORE_TRY(target->write(piece));
    }
    return target->commit();
}

} // namespace core
