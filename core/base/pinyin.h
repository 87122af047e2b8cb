// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace core {

/// A text whose code-point order is the order of \a text in a Chinese list: Latin and digits first (case
/// and width do not count, spaces are left out), then Chinese characters by pinyin, tone, strokes and code
/// point (GB/T 13418), then what has no reading. Store it and sort by it in binary; it is not to be shown.
/// One code point for each character of \a text, the same on every platform. A character with several
/// readings stands under its usual one: 长兴 under chang.
/// It depends on resources/pinyin/readings.txt: when that changes, stored keys must be made anew.
QString pinyinSortKey(QStringView text);

/// The pinyin initials of \a text in lower case, for search: "嘉善县" gives "jsx". Latin letters and digits
/// stay, everything else is left out. With a character of several readings there is more than one answer,
/// the most usual first, at most \a maxVariants (≥ 1): "长兴" gives "cx" and "zx". Empty when nothing is
/// left.
QStringList pinyinInitials(QStringView text, int maxVariants = 4);

} // namespace core
