// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// Workbooks of Excel 97 and 95 that tests put together record by record (MS-XLS, MS-CFB).
namespace xlsfiles {

/// Little-endian.
QByteArray two(int number);
QByteArray four(quint32 number);
QByteArray eight(double number);

QByteArray record(int type, const QByteArray &body);
/// A text as records hold it: flags and UTF-16. Its length stands before and is not in it.
QByteArray wide(const QString &text);
/// Row and column from 0, and style 0: the head of every cell.
QByteArray cell(int row, int column);
/// A formula whose result is the eight bytes \a result.
QByteArray formula(int row, int column, const QByteArray &result, int flags = 0);

struct XlsSheet
{
    QByteArray records;                                   ///< Between its begin and its end.
    int state = 0;                                        ///< 1: hidden.
    int kind = 0;                                         ///< 2: a chart.
    QByteArray name = "\x01" + QByteArray(1, '\0') + "A"; ///< Length, flags, characters.
};

/// The stream of a workbook: \a globals stand before its sheets. \a version 0x0500 is that of Excel 95.
QByteArray xlsStream(const QByteArray &globals, const std::vector<XlsSheet> &sheets, int version = 0x0600);

/// The file that holds \a stream under \a name, in sectors of 512 bytes.
QByteArray compoundFile(QByteArray stream, const QString &name = QStringLiteral("Workbook"));

/// compoundFile() of a workbook with one sheet.
QByteArray xlsFile(const QByteArray &globals, const QByteArray &records);

} // namespace xlsfiles
