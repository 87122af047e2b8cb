// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace core {

/// How a number may be written, beyond digits, a sign, a point and commas between thousands.
struct NumberStyle
{
    enum class Words {
        None, ///< Nothing more.
        Count, ///< Also a unit behind it, 万 and its like, Chinese numerals; (12), △12 and 负12 are negative.
        Amount, ///< The same of renminbi: 元, 元整, ￥, 人民币, RMB.
    };
    int places = 6; ///< Digits kept after the point, 0–6.
    Words words = Words::None;
    QStringView unit = {}; ///< Of the field: 人, 平方米, %. Its other spellings are known: 名, ㎡.
    int shift = 0; ///< The power of ten of the heading: 4 under 万元. Counts where the text says none itself.
};

/// What stands where a number should stand.
struct NumberReading
{
    enum class Kind {
        Number,
        Grouping,   ///< Its commas do not stand between thousands: "4,5" may be 4.5, 45 or two numbers.
        Scientific, ///< "3.00E+04": how the digits went on is lost.
        TooLarge,
        Unreadable,
    };
    Kind kind = Kind::Unreadable;
    qint64 value = 0;       ///< In units of 10^−places, rounded half up.
    bool isRounded = false; ///< Something was rounded off.

    bool isNumber() const { return kind == Kind::Number; }
};

/// Reads the one grammar that amounts, counts and points have. Never goes through floating point. Any number
/// of digits is read; the value is within ±9 · 10^18.
NumberReading readNumber(QStringView text, const NumberStyle &style = {});

/// The power of ten between the \a unit of a heading and that of a field: 4 from 元 to 万元, 0 from 人 to 名.
/// Empty when one is not the other's multiple: 亩 and 平方米.
std::optional<int> unitShift(QStringView fieldUnit, QStringView unit);

} // namespace core
