// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks that our own writer does not make: with merged cells, numbers as they come, several sheets.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace exchangetest {

/// A sheet to be written. A cell that begins with '#' is a number, "#2021.1".
struct SheetText
{
    QString name;
    std::vector<QStringList> rows;
    std::vector<QByteArray> merges; ///< "A2:A4"
};

/// Writes the sheets as an .xlsx to \a path, which is returned. \a counts1904: days are counted from 1904.
QString writeWorkbook(const QString &path, const std::vector<SheetText> &sheets, bool counts1904 = false);

} // namespace exchangetest
