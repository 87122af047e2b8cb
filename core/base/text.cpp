// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include "core/base/tr.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cmath>

namespace core {

namespace {

constexpr char16_t fullWidthOffset = 0xFEE0;

char16_t halfWidth(char16_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return char16_t(c - fullWidthOffset);
    return c == 0x3000 ? u' ' : c;
}

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/// True of nearly every character: Latin letters, digits and signs, Chinese characters.
constexpr bool isPlainlyVisible(char16_t u)
{
    return (u > u' ' && u < 0x7F) || (u > 0x3000 && u < 0xD800);
}

/// True when cleanText() leaves \a text as it is.
bool isClean(QStringView text)
{
    if (text.isEmpty())
        return true;
    if (text.front().isSpace() || text.back().isSpace())
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return u == u' ' || u == u'\n' || isPlainlyVisible(u) ||
               (!c.isSpace() && !isZeroWidth(c) && !isControl(u));
    });
}

} // namespace

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return !isPlainlyVisible(c.unicode()) && (c.isSpace() || isZeroWidth(c));
    });
}

bool isZeroWidth(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x200B && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2060 && u <= 0x206F) ||
           u == 0x00AD || u == 0x180E || u == 0xFEFF;
}

QChar foldedBracket(QChar c)
{
    // Unicode has these among the brackets; to people they are quotation marks.
    static constexpr QStringView quotes =
        u"\u201a\u201c\u201d\u201e\u300a\u300b\u300c\u300d\u300e\u300f"
        u"\u301d\u301e\u301f\ufe3d\ufe3e\ufe41\ufe42\ufe43\ufe44\uff62\uff63";
    static constexpr QStringView opening = u"<\ufe64\uff1c"; // signs of mathematics to Unicode
    static constexpr QStringView closing = u">\ufe65\uff1e";
    if (c.isLetterOrNumber() || quotes.contains(c))
        return c;
    if (c.category() == QChar::Punctuation_Open || opening.contains(c))
        return u'(';
    return c.category() == QChar::Punctuation_Close || closing.contains(c) ? QChar(u')') : c;
}

QString sizeInWords(qint64 bytes)
{
    constexpr int step = 1024;
    if (bytes < step)
        return tr("%1 字节").arg(bytes);
    auto size = double(bytes) / step;
    size_t unit = 0;
    constexpr std::array units{"KB", "MB", "GB", "TB"};
    // 1023.96 would be written as 1024.0
    for (; std::round(size * 10) >= step * 10 && unit + 1 < units.size(); ++unit)
        size /= step;
    return u"%1 %2"_s.arg(size, 0, 'f', 1).arg(QLatin1StringView(units[unit]));
}

int likeness(QStringView a, QStringView b)
{
    int common = 0;
    QString rest = b.toString();
    for (const QChar c : a) {
        const qsizetype at = rest.indexOf(c);
        if (at < 0)
            continue;
        rest.remove(at, 1);
        ++common;
    }
    qsizetype start = 0;
    while (start < a.size() && start < b.size() && a[start] == b[start])
        ++start;
    return common + int(start);
}

QString oneLine(const QString &text)
{
    if (!text.contains(u'\n'))
        return text;
    const auto isWide = [](QChar c) { return c.unicode() >= 0x2E80; };
    QString line;
    for (const QStringView part : QStringView(text).split(u'\n')) {
        const QStringView piece = part.trimmed();
        if (piece.isEmpty())
            continue;
        if (!line.isEmpty() && !isWide(line.back()) && !isWide(piece.front()))
            line += u' ';
        line += piece;
    }
    return line;
}

QString toHalfWidth(QStringView text)
{
    QString out = text.toString();
    for (QChar &c : out)
        c = QChar(halfWidth(c.unicode()));
    return out;
}

QString cleanText(const QString &text)
{
    return isClean(text) ? text : cleanText(QStringView(text));
}

QString cleanText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const char16_t u = c.unicode();
        if (u == u'\r') {
            if (i + 1 == text.size() || text[i + 1] != u'\n')
                out += u'\n';
        } else if (u == u'\n' || u == 0x2028 || u == 0x2029 || u == 0x0B || u == 0x0C) {
            out += u'\n';
        } else if (u == u'\t' || c.isSpace()) {
            out += u' ';
        } else if (!isZeroWidth(c) && !isControl(u)) {
            out += c;
        }
    }
    return out.trimmed();
}

} // namespace core
