// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/namekey.h"

#include "core/base/text.h"
#include "core/record/format.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// True for what people type for the dot between the parts of a name. Letters that look like it are among
/// them (Hangul, Canadian syllables): input methods offer them. Round marks are not: they cover characters.
constexpr bool isMiddleDot(char16_t c)
{
    switch (c) {
    case u'.':
    case u'\u00b7': // middle dot, the official one
    case u'\u02d9':
    case u'\u0387':
    case u'\u1427':
    case u'\u16eb':
    case u'\u2022': // bullet
    case u'\u2024':
    case u'\u2027':
    case u'\u2219':
    case u'\u22c5':
    case u'\u2e30':
    case u'\u2e31':
    case u'\u2e33':
    case u'\u3002': // 。
    case u'\u30fb': // Katakana
    case u'\u318d':
    case u'\ua78f':
    case u'\ufe52': // small full stop
    case u'\uff61':
    case u'\uff65': return true;
    default: return false;
    }
}

/// The one character by which others of its kind are compared.
QChar foldedCharacter(QChar c)
{
    static constexpr QStringView dashes = u"\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    static constexpr QStringView quotes = u"'\u2018\u2019\u201c\u201d\u300a\u300b"
                                          u"\u300c\u300d\u300e\u300f";
    if (isMiddleDot(c.unicode()))
        return u'\u00b7';
    if (c.isLetterOrNumber())
        return c;
    if (dashes.contains(c))
        return u'-';
    return quotes.contains(c) ? QChar(u'"') : foldedBracket(c);
}

} // namespace

QString foldedName(QStringView text)
{
    QString folded = toHalfWidth(text);
    QChar *kept = folded.data();
    for (const QChar c : std::as_const(folded)) {
        if (!c.isSpace() && !isZeroWidth(c))
            *kept++ = foldedCharacter(c.toUpper());
    }
    folded.truncate(kept - folded.constData());
    constexpr QStringView closing = u"·,;:、";
    while (folded.size() > 1 && closing.contains(folded.back()))
        folded.chop(1);
    if (folded.size() > 2 && folded.front() == u'"' && folded.back() == u'"' && folded.count(u'"') == 2)
        return folded.mid(1, folded.size() - 2);
    return folded;
}

QString nameKey(const Field &field, QStringView text)
{
    QString key = foldedName(text);
    if (isPersonal(field))
        key.remove(u'\u00b7');
    return key;
}

QString nameBehindNumber(const QString &name)
{
    // An import asks for every name: nearly all begin with a character with which no number begins.
    constexpr QStringView begins = u"(（0123456789一二三四五六七八九十";
    const auto isEnclosed = [](QChar c) { // ① to ⒛, ㈠ to ㈩
        return (c >= u'\u2460' && c <= u'\u249b') || (c >= u'\u3220' && c <= u'\u3229');
    };
    if (name.isEmpty() || (!begins.contains(name.front()) && !isEnclosed(name.front())))
        return {};
    static const QRegularExpression numbered(
        uR"(^(?:[(（](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|\d{1,4}\s*(?:[、)）]|[.．](?!\d))|[一二三四五六七八九十]{1,3}、|[①-⑳㈠-㈩⑴-⒇⒈-⒛])\s*(.+)$)"_s);
    return numbered.match(name).captured(1);
}

bool endsInBracket(QStringView name)
{
    return !name.isEmpty() && QStringView(u")）]】〕").contains(name.back());
}

QString nameBeforeNote(const QString &name)
{
    if (!endsInBracket(name))
        return {};
    static const QRegularExpression bracket(uR"(^(.+?)\s*[(（\[【〔]([^()（）\[\]【】〔〕]+)[)）\]】〕]$)"_s);
    static const QRegularExpression divider(u"[、,，;；/\\s]+"_s);
    static const QRegularExpression ofPerson(
        u"^(?:[男女]性?|\\p{Han}{1,5}族|(?:中共)?(?:预备|正式)?党员|共?青?团员|群众|无党派(?:人士)?)$"_s);
    const QRegularExpressionMatch match = bracket.match(name);
    const QStringList notes = match.captured(2).split(divider, Qt::SkipEmptyParts);
    const bool isNote = !notes.isEmpty() && std::all_of(notes.begin(), notes.end(), [](const QString &note) {
        return ofPerson.match(note).hasMatch();
    });
    return isNote ? match.captured(1) : QString();
}

FormerName formerNameIn(const QString &name)
{
    if (!endsInBracket(name))
        return {};
    static const QRegularExpression written(
        uR"(^(.+?)\s*[(（\[【〔](原名称?|曾用名|前身|原称|原为|原)[为是:：]?\s*(.{3,}?)[)）\]】〕]$)"_s);
    const QRegularExpressionMatch match = written.match(name);
    return {match.captured(1), match.captured(3), match.hasMatch() && match.captured(2) != u"原"};
}

} // namespace core
