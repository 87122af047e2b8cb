// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mask.h"

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
    // One of these is enough; the others also stand in names and numbers that nobody has covered.
    static constexpr QStringView covers = u"*＊✱●■□█※…";
    static constexpr QStringView repeatedCovers = u"×•·○xXｘＸ#＃?？_＿★☆◆◇▓";
    // A surname with a form of address: 张女士.
    constexpr qsizetype longestAddressed = 4;
    static constexpr std::array<QStringView, 4> addresses{u"先生", u"女士", u"小姐", u"同志"};
    if (text.size() > 2 && text.size() <= longestAddressed &&
        std::any_of(addresses.begin(), addresses.end(),
                    [&](QStringView address) { return text.endsWith(address); }))
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
        }
    }
    return false;
}

} // namespace core
