// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/personalnumbers.h"

#include "core/base/identitynumber.h"
#include "core/base/mask.h"
#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// False for nearly every cell: no number of a person has fewer digits.
bool mayHoldNumber(QStringView text)
{
    constexpr qsizetype fewest = 11;
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }) >= fewest;
}

QString bare(const QString &number)
{
    QString plain = toHalfWidth(number);
    plain.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    return plain;
}

/// What \a number is covered as; itself when it is of no person.
QString coveredNumber(const QString &number)
{
    constexpr qsizetype mobileDigits = 11;
    const QString plain = bare(number);
    if (plain.size() == mobileDigits)
        return maskPhone(plain);
    using enum IdentityNumberIssue;
    const IdentityNumber identity = parseIdentityNumber(plain);
    // One with a slip in it is a person's all the same, if it tells a birthday.
    const bool isPersons = !identity.has(Region) && identity.birthDate.isValid();
    return isPersons ? maskIdentityNumber(plain) : number;
}

} // namespace

QString withoutPersonalNumbers(const QString &text)
{
    if (!mayHoldNumber(text))
        return text;
    static const QRegularExpression numbers(
        uR"((?<![0-9０-９A-Za-z])(?:[1１][3-9３-９](?:[\s-]?[0-9０-９]){9}|(?:[0-9０-９][\s]?){17}[0-9０-９XxＸｘ]|[0-9０-９]{15})(?![0-9０-９A-Za-z]))"_s);
    QString covered;
    qsizetype end = 0;
    for (auto all = numbers.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        covered += QStringView(text).mid(end, match.capturedStart() - end);
        covered += coveredNumber(match.captured());
        end = match.capturedEnd();
    }
    covered += QStringView(text).mid(end);
    return covered;
}

} // namespace core
