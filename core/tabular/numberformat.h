// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tabular/cell.h"

#include <QStringView>

namespace core {

/// What numbers with a format are shown as.
enum class NumberFormat : quint8 {
    Number,
    Date,     ///< A day, with or without a time.
    Time,     ///< Hours and minutes.
    Duration, ///< Hours that go on beyond a day ([h]:mm), or minutes and seconds.
    Percent,  ///< A hundred times the number, with % behind it.
};

/// All that a format says of a number.
struct CellFormat
{
    NumberFormat meaning = NumberFormat::Number;
    quint8 multiple = 0; ///< Cell::multiple
    quint8 zeros = 0;    ///< Cell::zeros

    friend bool operator==(const CellFormat &, const CellFormat &) = default;
};

/// The number of the unit, 万元 or 千, that stands alone in \a literal; 0: none.
quint8 multipleIn(QStringView literal);
/// The unit of that number: "万元".
QStringView multipleText(quint8 multiple);

/// The meaning of a format: of the built-in ones by \a id (ECMA-376 part 1, 18.8.30, with the zh-CN list),
/// else by the letters in the first section of \a code outside quotes and brackets. \a code is empty when the
/// workbook has none for \a id.
NumberFormat numberFormat(int id, QStringView code);

/// The same with the unit that is written behind the digits, 0"万元", and the zeros before them, 000000. A
/// format that divides the number itself, 0!.0,"万元", has no unit to be counted once more.
CellFormat cellFormat(int id, QStringView code);

/// Makes of the number in \a cell what its format says: a date, a time, a duration; a number stays one. A
/// date that the workbook's \a system does not know stays the number it is.
void applyFormat(const CellFormat &format, DateSystem system, Cell &cell);

} // namespace core
