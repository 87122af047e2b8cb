// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/encoding.h"
#include "core/tabular/tablereader.h"

#include <QFile>

namespace core {

/// Reads CSV (RFC 4180 and what is in use beside it): comma, semicolon or tab, found from the first rows;
/// CR LF, LF or CR; quotes with line breaks inside; Excel's "sep=;" line. Use openTable().
class CsvReader : public TableReader
{
public:
    static Result<std::unique_ptr<CsvReader>> open(const QString &path, const ReadLimits &limits);

    QStringList sheets() const override;
    double progress() const override;

protected:
    Status openSheet(int index, std::vector<CellRange> &merges) override;
    Result<bool> readRow(Row &out) override;

private:
    CsvReader(const QString &path, const ReadLimits &limits);
    /// The next character of the text; false at its end.
    bool next(QChar &c);
    bool peekNext(QChar &c);
    bool fill();
    /// Reads one record, blank or not; false at the end.
    Result<bool> readRecord(std::vector<Cell> &cells);
    Status readField(QString &field, bool &endOfRecord, int column);
    Status readQuoted(QString &field, int column);
    Status checkLength(const QString &field, int column, bool quoted) const;

    QFile m_file;
    ReadLimits m_limits;
    TextEncoding m_encoding = TextEncoding::Utf8;
    std::unique_ptr<TextDecoder> m_decoder;
    QChar m_delimiter = u',';
    QString m_text;
    qsizetype m_at = 0;
    int m_record = 0;
};

/// The delimiter (comma, semicolon, tab or stroke) that \a text, the start of a file, uses most evenly.
QChar findDelimiter(QStringView text);

/// CSV has no types, so a text that a spreadsheet would take for a formula is written with an apostrophe in
/// front, and one apostrophe more when it already had some: these two are each other's inverse.
QString guardFormula(const QString &text);
QString unguardFormula(const QString &text);

/// What a field of a CSV file says: ="0571" is how programs keep a spreadsheet from taking 0571 for a number,
/// and says 0571; else unguardFormula().
QString plainField(const QString &field);

} // namespace core
