// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace ui {

/// The cells of \a rows as tab-separated text. Text that a spreadsheet would take for a formula gets an
/// apostrophe before it; tabs, line ends and quotes inside a cell are quoted.
QString toTsv(const QList<QStringList> &rows);

/// The same as an HTML table in which every cell is declared to be text, so that spreadsheets keep credit
/// codes and leading zeros; cells of \a numbers are left to be numbers.
QString toHtmlTable(const QList<QStringList> &rows, const QList<QList<bool>> &numbers);

} // namespace ui
