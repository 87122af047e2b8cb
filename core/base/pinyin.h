// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace core {

/// A text whose code-point order is the order of \a text in a Chinese list: Latin and digits first (case
/// and width do not count, spaces are left out), then Chinese characters by pinyin, tone, strokes and code
/// point (GB/T 13418), then what has no reading. Store it and sort by it in binary; it is not to be shown.
/// One code point for each character of \a text, the same on every platform. A character with several
/// readings stands under its usual one: 长兴 under chang.
/// It depends on resources/pinyin/readings.txt: when that changes, stored keys must be made anew.
QString pinyinSortKey(QStringView text);

/// The pinyin initials of \a text, for search: "嘉善县" gives "jsx". Latin letters (in lower case) and digits
/// stay, everything else is left out. Behind the usual initial of a character with several readings stand the
/// others, in upper case: "长兴" gives "cZx", which is found by cx and by zx (initialsMatch()). So every
/// combination of readings is there in as many bytes as there are readings.
/// It depends on resources/pinyin/readings.txt: when that changes, stored initials must be made anew.
QByteArray pinyinInitials(QStringView text);

/// Where \a typed (lower case) ends in \a text when it begins there at \a at, each character by one of its
/// readings; −1: it does not. \a text may have other bytes than initials, which stand for themselves; \a at
/// is no upper-case letter.
qsizetype initialsMatch(QByteArrayView text, qsizetype at, QByteArrayView typed);

/// Whether \a c is a further reading of the character before it, in what pinyinInitials() gives.
constexpr bool isFurtherReading(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// How \a initial is written as a further reading; 0 for a digit, which has none.
constexpr char asFurtherReading(char initial)
{
    return initial >= 'a' && initial <= 'z' ? char(initial - 'a' + 'A') : '\0';
}

} // namespace core
