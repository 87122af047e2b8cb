// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace core {

/// The digit that a Chinese numeral stands for, also in the forms of cheques: 零 〇 ○ are 0, 叁 is 3, 两
/// is 2. −1 for other characters.
int chineseDigit(QChar c);

/// The power of ten that 十 百 千 万 亿 multiply by, also as 拾 佰 仟 萬 億. 0 for other characters.
int chineseMagnitude(QChar c);

/// A whole number in Chinese numerals, which may hold Arabic ones: "二十四", "廿四", "壹拾万", "3万5千",
/// "1亿2000万". Empty when it is none, or when it could mean two: "三万五" is 35,000 to some and 30,005 to
/// others.
std::optional<qint64> readChineseNumber(QStringView text);

} // namespace core
