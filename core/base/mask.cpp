// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mask.h"

#include "core/base/text.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// \a text with its first \a head and last \a tail characters kept; all covered when it is not longer than
/// both.
QString covered(QStringView text, qsizetype head, qsizetype tail)
{
    if (text.size() <= head + tail)
        return QString(text.size(), u'*');
    return text.first(head).toString() + QString(text.size() - head - tail, u'*') +
           text.last(tail).toString();
}

bool hasTwoCharacterSurname(QStringView name)
{
    static constexpr std::array<QStringView, 16> surnames{
        u"欧阳", u"上官", u"司马", u"诸葛", u"皇甫", u"尉迟", u"公孙", u"令狐",
        u"慕容", u"司徒", u"夏侯", u"东方", u"宇文", u"长孙", u"端木", u"南宫"};
    return name.size() > 2 && std::find(surnames.begin(), surnames.end(), name.first(2)) != surnames.end();
}

// One of these is enough; the others also stand in names and numbers that nobody has covered.
constexpr QStringView covers = u"*＊﹡∗✱●■□█※…";
constexpr QStringView repeatedCovers = u"×•·○◯xXｘＸ#＃?？_＿★☆◆◇▓▲△";

/// A sign that also groups the digits of a number: 0573--84012345.
bool isSign(QChar c)
{
    return QStringView(u"-—－.~、").contains(c);
}

/// True when the \a run of equal characters that ends at \a last stands for digits: 138xxx45678, 1380013xxx.
/// Two at the end may be the end of a code.
bool standsForDigits(QStringView text, qsizetype last, qsizetype run)
{
    constexpr qsizetype fewestAtEnd = 3;
    const QStringView after = text.sliced(last + 1).trimmed();
    const QStringView before = text.first(last + 1 - run).trimmed();
    return !before.isEmpty() && before.back().isDigit() &&
           (after.isEmpty() ? run >= fewestAtEnd : after.front().isDigit());
}

/// What is written instead of a number that was taken out.
bool saysCovered(QStringView text)
{
    static constexpr std::array<QStringView, 9> words{u"脱敏", u"遮盖", u"遮挡",   u"屏蔽", u"隐去",
                                                      u"打码", u"尾号", u"（略）", u"(略)"};
    constexpr QStringView marks = u"敏盖挡蔽去码尾略"; // most texts have none of them
    return std::any_of(text.begin(), text.end(), [&](QChar c) { return marks.contains(c); }) &&
           std::any_of(words.begin(), words.end(), [&](QStringView word) { return text.contains(word); });
}

/// A surname with a form of address: 张女士.
bool isAddressed(QStringView text)
{
    constexpr qsizetype longest = 4;
    static constexpr std::array<QStringView, 4> addresses{u"先生", u"女士", u"小姐", u"同志"};
    return text.size() > 2 && text.size() <= longest &&
           std::any_of(addresses.begin(), addresses.end(),
                       [&](QStringView address) { return text.endsWith(address); });
}

/// What stands for one character of a Chinese name, in which it never is itself: 陈X, 陈－明. Dots only at
/// the end.
bool coversCharacter(QStringView name, qsizetype at)
{
    constexpr QStringView anywhere = u"xXｘＸoOｏＯ×_＿-－?？";
    return at > 0 && (anywhere.contains(name[at]) ||
                      (at + 1 == name.size() && QStringView(u"•·・").contains(name[at])));
}

/// A Chinese name of a usual length with a sign in the place of a character.
bool isNameWithCover(QStringView text)
{
    constexpr qsizetype longest = 4;
    if (text.size() < 2 || text.size() > longest || text.front().script() != QChar::Script_Han)
        return false;
    bool isCovered = false;
    for (qsizetype i = 1; i < text.size(); ++i) {
        const bool covers = coversCharacter(text, i);
        if (!covers && text[i].script() != QChar::Script_Han)
            return false;
        isCovered = isCovered || covers;
    }
    return isCovered;
}

/// A text as values are compared with what is left of them.
QString compared(QStringView text)
{
    QString plain = toHalfWidth(text).toUpper();
    plain.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    return plain;
}

/// What can be seen of a covered text, part by part: the first and the last may be empty.
QStringList seenParts(QStringView masked)
{
    constexpr qsizetype addressLength = 2;
    if (saysCovered(masked))
        return {QString(), QString()};
    if (isAddressed(masked))
        return {compared(masked.chopped(addressLength)), QString()};
    constexpr qsizetype fewestSigns = 3;
    const bool isName = isNameWithCover(masked);
    QStringList parts{QString()};
    bool isCovered = false;
    for (qsizetype i = 0; i < masked.size();) {
        qsizetype end = i + 1;
        while (end < masked.size() && masked[end] == masked[i])
            ++end;
        const QChar c = masked[i];
        const bool covering = covers.contains(c) || c == u'某' ||
                              (repeatedCovers.contains(c) && (end - i > 1 || (isCovered && !c.isLetter()))) ||
                              (isSign(c) && end - i >= fewestSigns) || (isName && coversCharacter(masked, i));
        if (covering && !isCovered)
            parts.append(QString());
        else if (!covering)
            parts.back() += compared(masked.sliced(i, end - i));
        isCovered = covering;
        i = end;
    }
    return parts;
}

} // namespace

QString maskIdentityNumber(QStringView number)
{
    return covered(number.trimmed(), 6, 4);
}

QString maskPhone(QStringView phone)
{
    QStringList masked;
    for (const QStringView part : phone.split(u'、')) {
        const QStringView number = part.trimmed();
        const qsizetype dash = number.indexOf(u'-');
        const bool hasAreaCode = dash == 3 || dash == 4;
        masked += hasAreaCode ? number.first(dash + 1).toString() + covered(number.sliced(dash + 1), 0, 4)
                              : covered(number, number.size() == 11 ? 3 : 0, 4);
    }
    return masked.join(u'、');
}

QString maskName(QStringView name)
{
    const QStringView trimmed = name.trimmed();
    // One character beyond the BMP is two units of UTF-16, but one star.
    const qsizetype kept =
        hasTwoCharacterSurname(trimmed) || (!trimmed.isEmpty() && trimmed[0].isHighSurrogate()) ? 2 : 1;
    if (trimmed.size() <= kept)
        return trimmed.isEmpty() ? QString() : u"*"_s;
    return trimmed.first(kept).toString() + QString(trimmed.sliced(kept).toUcs4().size(), u'*');
}

bool looksMasked(QStringView text)
{
    if (isAddressed(text) || saysCovered(text) || isNameWithCover(text))
        return true;
    constexpr qsizetype fewest = 2;
    constexpr qsizetype fewestLetters = 4; // codes end in XX
    qsizetype run = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        run = i > 0 && text[i - 1] == c ? run + 1 : 1;
        if (c == u'某') {
            if (i >= (hasTwoCharacterSurname(text) ? 2 : 1))
                return true;
        } else if (!c.isDigit() && c.script() != QChar::Script_Han) {
            if (covers.contains(c) ||
                (run >= (c.isLetter() ? fewestLetters : fewest) && repeatedCovers.contains(c)))
                return true;
            if (run >= fewest && standsForDigits(text, i, run) &&
                (repeatedCovers.contains(c) || (isSign(c) && run > fewest)))
                return true;
        }
    }
    return false;
}

bool looksMaskedName(QStringView text)
{
    static constexpr QStringView stars = u"*＊﹡∗✱";
    static constexpr QStringView nameCovers = u"*＊﹡∗✱■□█×xXｘＸ某";
    constexpr qsizetype fewest = 2;
    const auto isLatin = [](QChar c) { return c.isLetter() && c.script() == QChar::Script_Latin; };
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        while (end < text.size() && text[end] == text[i])
            ++end;
        // MAXX is a word.
        const bool isInWord =
            isLatin(text[i]) &&
            ((i > 0 && isLatin(text[i - 1])) ||
             (end < text.size() && text[end].isLetterOrNumber() && text[end].script() != QChar::Script_Han));
        const bool isStarred = i > 0 && stars.contains(text[i]) && text[i - 1].isLetter();
        if (isStarred || (end - i >= fewest && nameCovers.contains(text[i]) && !isInWord))
            return true;
        i = end;
    }
    return false;
}

bool masksMayAgree(QStringView one, QStringView other)
{
    const QStringList a = seenParts(one);
    const QStringList b = seenParts(other);
    return (a.front().startsWith(b.front()) || b.front().startsWith(a.front())) &&
           (a.back().endsWith(b.back()) || b.back().endsWith(a.back()));
}

bool agreesWithMask(QStringView whole, QStringView masked)
{
    const QString value = compared(whole);
    qsizetype at = 0;
    const QStringList seen = seenParts(masked);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        const QString &part = seen[i];
        const bool isLast = i + 1 == seen.size();
        qsizetype found = at;
        if (i == 0)
            found = value.startsWith(part) ? 0 : -1;
        else if (isLast)
            found = value.endsWith(part) ? value.size() - part.size() : -1;
        else
            found = value.indexOf(part, at);
        if (found < at)
            return false;
        at = found + part.size();
    }
    return true;
}

} // namespace core
