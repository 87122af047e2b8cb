// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchneedle.h"

#include "core/base/pinyin.h"

#include <algorithm>
#include <cstring>

namespace core {

namespace {

/// Position of \a byte at or behind \a from, or the size of \a text. memchr() looks for a byte at many
/// gigabytes a second.
qsizetype positionOf(char byte, QByteArrayView text, qsizetype from)
{
    if (from >= text.size())
        return text.size();
    const void *found = std::memchr(text.data() + from, uchar(byte), size_t(text.size() - from));
    return found ? static_cast<const char *>(found) - text.data() : text.size();
}

/// Only letters and digits stand in initials.
bool canBeInitials(QByteArrayView part)
{
    const QByteArrayView typed = part.front() == '\n' ? part.sliced(1) : part;
    return std::all_of(typed.begin(), typed.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

qsizetype findAsItStands(QByteArrayView text, qsizetype from, QByteArrayView part, qsizetype anchor)
{
    for (qsizetype at = from + anchor;; ++at) {
        at = positionOf(part[anchor], text, at);
        const qsizetype begin = at - anchor;
        if (begin + part.size() > text.size())
            return -1;
        if (std::memcmp(text.data() + begin, part.data(), size_t(part.size())) == 0)
            return begin;
    }
}

/// The first byte of the character that is \a count before the one with a reading at \a at; −1: it lies
/// before \a from.
qsizetype characterBefore(QByteArrayView text, qsizetype from, qsizetype at, qsizetype count)
{
    for (;; --at, --count) {
        while (at >= from && isFurtherReading(text[at]))
            --at;
        if (at < from || count == 0)
            return at < from ? -1 : at;
    }
}

qsizetype findByReadings(QByteArrayView text, qsizetype from, QByteArrayView part, qsizetype anchor)
{
    const char usual = part[anchor];
    const char further = asFurtherReading(usual);
    qsizetype asUsual = -1;
    for (qsizetype at = from;; ++at) {
        if (asUsual < at)
            asUsual = positionOf(usual, text, at);
        // No further than that: what lies behind it is looked through when it comes to it.
        at = further ? positionOf(further, text.first(asUsual), at) : asUsual;
        if (at >= text.size())
            return -1;
        const qsizetype begin = characterBefore(text, from, at, anchor);
        if (begin >= 0 && initialsMatch(text, begin, part) >= 0)
            return begin;
    }
}

} // namespace

qsizetype findInSearchText(QByteArrayView text, qsizetype from, QByteArrayView part, qsizetype anchor)
{
    return canBeInitials(part) ? findByReadings(text, from, part, anchor)
                               : findAsItStands(text, from, part, anchor);
}

} // namespace core
