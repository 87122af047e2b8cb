// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/csvreader.h"

#include "core/base/tr.h"
#include "core/tabular/badfile.h"
#include "core/tabular/sheeterrors.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype sniffedCharacters = 64 * 1024;
constexpr int sniffedRecords = 50;

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// How often \a delimiter stands outside quotes in each of the first records that are not blank.
std::vector<int> delimiterCounts(QStringView text, QChar delimiter)
{
    std::vector<int> counts;
    int count = 0;
    bool quoted = false;
    bool blank = true;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && isLineEnd(c)) {
            if (!blank)
                counts.push_back(count);
            count = 0;
            blank = true;
            if (counts.size() == size_t(sniffedRecords))
                return counts;
            continue;
        } else if (!quoted && c == delimiter) {
            ++count;
        }
        blank = blank && c.isSpace();
    }
    if (!blank)
        counts.push_back(count);
    return counts;
}

bool startsFormula(QStringView text)
{
    // A sign alone is a way to write "none", not a formula.
    return text.size() > 1 && u"=+-@\t\r"_s.contains(text[0]);
}

qsizetype leadingApostrophes(QStringView text)
{
    qsizetype count = 0;
    while (count < text.size() && text[count] == u'\'')
        ++count;
    return count;
}

} // namespace

QChar findDelimiter(QStringView text)
{
    QChar best = u',';
    qint64 bestScore = 0;
    for (const QChar delimiter : {QChar(u','), QChar(u'\t'), QChar(u';'), QChar(u'|')}) {
        const std::vector<int> counts = delimiterCounts(text, delimiter);
        // Records that agree on their number of fields weigh more than many fields.
        qint64 score = 0;
        for (size_t i = 0; i < counts.size(); ++i) {
            const bool agrees = i > 0 && counts[i] == counts[i - 1];
            score += counts[i] == 0 ? 0 : 1 + (agrees ? 10 : 0);
        }
        if (score > bestScore) {
            best = delimiter;
            bestScore = score;
        }
    }
    return best;
}

QString guardFormula(const QString &text)
{
    const QStringView bare = QStringView(text).mid(leadingApostrophes(text));
    return startsFormula(bare) ? u'\'' + text : text;
}

QString plainField(const QString &field)
{
    constexpr qsizetype around = 3; // ="…"
    if (field.size() < around || !field.startsWith(u"=\""_s) || !field.endsWith(u'"'))
        return unguardFormula(field);
    QString text = field.mid(2, field.size() - around);
    // A quote alone ends the text, so that this is a formula: ="a"&"b".
    if (QString(text).remove(u"\"\""_s).contains(u'"'))
        return unguardFormula(field);
    return text.replace(u"\"\""_s, u"\""_s);
}

QString unguardFormula(const QString &text)
{
    const qsizetype apostrophes = leadingApostrophes(text);
    return apostrophes > 0 && startsFormula(QStringView(text).mid(apostrophes)) ? text.mid(1) : text;
}

CsvReader::CsvReader(const QString &path, const ReadLimits &limits)
    : m_file(path)
    , m_limits(limits)
{}

Result<std::unique_ptr<CsvReader>> CsvReader::open(const QString &path, const ReadLimits &limits)
{
    std::unique_ptr<CsvReader> reader(new CsvReader(path, limits));
    if (!reader->m_file.open(QIODevice::ReadOnly))
        return badFile(BadFile::CannotOpen, reader->m_file.errorString());
    if (reader->m_file.size() > limits.maxCsvBytes)
        return badFile(BadFile::Bomb, u"CSV too large"_s);
    CORE_ASSIGN(reader->m_encoding, detectEncoding(reader->m_file));
    CORE_TRY(reader->selectSheet(0));
    return reader;
}

QStringList CsvReader::sheets() const
{
    return {QFileInfo(m_file).completeBaseName()};
}

double CsvReader::progress() const
{
    return m_file.size() > 0 ? double(m_file.pos()) / double(m_file.size()) : 1.0;
}

Status CsvReader::openSheet(int index, std::vector<CellRange> &)
{
    if (index != 0)
        return Error{Error::Code::InvalidInput, tr("CSV 文件只有一张表。请选择第 1 张。"), {}};
    m_file.seek(0);
    m_decoder = std::make_unique<TextDecoder>(m_encoding);
    m_text.clear();
    m_at = 0;
    m_record = 0;
    if (!fill())
        return badFile(BadFile::Empty);
    constexpr qsizetype separatorLine = 5;
    if (m_text.startsWith(u"sep="_s, Qt::CaseInsensitive) && m_text.size() > separatorLine &&
        isLineEnd(m_text[separatorLine])) {
        m_delimiter = m_text[separatorLine - 1];
        m_at = separatorLine + (m_text.mid(separatorLine, 2) == u"\r\n" ? 2 : 1);
    } else {
        m_delimiter = findDelimiter(QStringView(m_text).left(sniffedCharacters));
    }
    return ok();
}

bool CsvReader::fill()
{
    while (m_at >= m_text.size()) {
        const QByteArray piece = m_file.read(textPiece);
        if (piece.isEmpty())
            return false;
        m_text = m_decoder->decode(piece);
        m_at = 0;
    }
    return true;
}

bool CsvReader::next(QChar &c)
{
    if (m_at >= m_text.size() && !fill())
        return false;
    c = m_text.at(m_at++);
    return true;
}

bool CsvReader::peekNext(QChar &c)
{
    if (m_at >= m_text.size() && !fill())
        return false;
    c = m_text.at(m_at);
    return true;
}

Status CsvReader::checkLength(const QString &field, int column, bool quoted) const
{
    if (field.size() <= m_limits.maxCellCharacters)
        return ok();
    const QString where = columnName(column) + QString::number(m_record);
    const QString text =
        quoted
            ? tr("从单元格 %1 起的引号没有配对，或内容超过 %2 个字，程序没有读取。请检查这一行的引号后再试。")
            : tr("单元格 %1 的内容超过 %2 个字，程序没有读取。请缩短这个单元格的内容后再试。");
    return Error{Error::Code::FileFormat, text.arg(where).arg(m_limits.maxCellCharacters), {}};
}

Status CsvReader::readQuoted(QString &field, int column)
{
    QChar c;
    while (next(c)) {
        if (c == u'"') {
            QChar following;
            if (!peekNext(following) || following != u'"')
                return ok();
            ++m_at;
        }
        field += c;
        if (field.size() > m_limits.maxCellCharacters)
            return checkLength(field, column, true);
    }
    return Error{Error::Code::FileFormat,
                 tr("从单元格 %1%2 起的引号没有配对，文件可能不完整。请检查这一行的引号，或重新导出后再试。")
                     .arg(columnName(column))
                     .arg(m_record),
                 {}};
}

Status CsvReader::readField(QString &field, bool &endOfRecord, int column)
{
    field.clear();
    QChar c;
    if (peekNext(c) && c == u'=') {
        ++m_at;
        field = c;
        // ="…" is a quoted text, in which delimiters may stand.
        if (peekNext(c) && c == u'"') {
            ++m_at;
            field.clear();
            CORE_TRY(readQuoted(field, column));
            field = u"=\""_s + field.replace(u'"', u"\"\""_s) + u'"';
        }
    } else if (peekNext(c) && c == u'"') {
        ++m_at;
        CORE_TRY(readQuoted(field, column));
    }
    for (;;) {
        // The usual case: up to the next delimiter within what is already decoded.
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != m_delimiter && !isLineEnd(m_text.at(m_at)))
            ++m_at;
        field += QStringView(m_text).mid(start, m_at - start);
        CORE_TRY(checkLength(field, column, false));
        if (m_at < m_text.size() || !fill())
            break;
    }
    endOfRecord = true;
    if (!next(c))
        return ok();
    endOfRecord = c != m_delimiter;
    if (c == u'\r' && peekNext(c) && c == u'\n')
        ++m_at;
    return ok();
}

Result<bool> CsvReader::readRecord(std::vector<Cell> &cells)
{
    cells.clear();
    QChar c;
    if (!peekNext(c))
        return false;
    if (++m_record > m_limits.maxRows)
        return tooManyRows(m_limits.maxRows);
    QString field;
    bool endOfRecord = false;
    for (int column = 0; !endOfRecord; ++column) {
        CORE_TRY(readField(field, endOfRecord, column));
        if (field.isEmpty())
            continue;
        if (column >= m_limits.maxColumns)
            return tooManyColumns(m_record, m_limits.maxColumns);
        cells.resize(size_t(column) + 1);
        cells.back() = Cell::fromText(plainField(field));
    }
    return true;
}

Result<bool> CsvReader::readRow(Row &out)
{
    for (;;) {
        CORE_ASSIGN(const bool more, readRecord(out.cells));
        if (!more)
            return false;
        out.number = m_record;
        if (!out.isBlank())
            return true;
    }
}

} // namespace core
