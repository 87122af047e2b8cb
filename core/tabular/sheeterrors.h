// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace core {

// What the readers of .xlsx, .xls and .csv say alike. Rows from 1, columns from 0.

Error tooManyRows(int limit);
Error tooManyColumns(int row, int limit);
Error cellTooLong(int row, int column, int limit);
/// \a index from 0 of \a count sheets.
Error noSuchSheet(int index, qsizetype count);

// Remarks on a cell; %1 is its name ("B3").

QString notCalculatedRemark();
/// The formula says that it is to be calculated when the workbook is opened, and its result is 0.
QString perhapsNotCalculatedRemark();
/// The first of the formulas without result of a workbook that does not tell an empty one from none.
QString emptyResultsRemark();
QString missingTextRemark();
QString twiceRemark();

} // namespace core
