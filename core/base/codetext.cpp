// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/codetext.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// \a text without its blanks, but for those between Latin words: "No 12" keeps none, "ISO TC 1" the first.
QString withoutBlanks(const QString &text)
{
    const auto isLatin = [&](qsizetype at) {
        return at >= 0 && at < text.size() && text[at].unicode() < 0x80 && text[at].isLetter();
    };
    QString kept;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSpace() || (isLatin(i - 1) && isLatin(i + 1)))
            kept += text[i];
    }
    return kept;
}

} // namespace

QString codeText(QStringView typed)
{
    const auto isPlain = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z'); };
    if (std::all_of(typed.begin(), typed.end(), isPlain))
        return typed.toString();
    QString code = toHalfWidth(cleanText(typed)).toUpper();
    // Excel marks a number that is a text by an apostrophe, which some programs write out.
    code.removeIf([](QChar c) { return c.isSpace() || c == u'\'' || c == u'‘' || c == u'’' || c == u'`'; });
    constexpr qsizetype creditCodeLength = 18;
    // What a program that takes codes for numbers writes behind them.
    static const QRegularExpression asNumber(u"^([0-9A-Z]{18})\\.0+$"_s);
    if (const auto match = asNumber.match(code); match.hasMatch())
        code = match.captured(1);
    QString joined = code;
    joined.removeIf([](QChar c) { return c == u'-' || c == u'—' || c == u'－' || c == u'.' || c == u'·'; });
    const bool isCreditCode =
        joined.size() == creditCodeLength && std::all_of(joined.begin(), joined.end(), isPlain);
    return isCreditCode ? joined : code;
}

QStringList codesIn(QStringView typed, bool (*isCode)(QStringView code))
{
    static const QRegularExpression run(u"[0-9A-Z]+"_s);
    constexpr qsizetype length = 18;
    QStringList codes;
    const auto look = [&](const QString &text) {
        for (auto matches = run.globalMatch(text); matches.hasNext();) {
            const QString found = matches.next().captured();
            // Several codes may have had only blanks between them.
            for (qsizetype at = 0; found.size() % length == 0 && at < found.size(); at += length) {
                const QString code = found.mid(at, length);
                if (isCode(code) && !codes.contains(code))
                    codes.append(code);
            }
        }
    };
    QString text = toHalfWidth(cleanText(typed)).toUpper();
    look(text);
    // Written in groups: 51 330421 MJ0000026 J.
    text.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    look(text);
    return codes;
}

QString documentNumber(QStringView typed)
{
    static const QRegularExpression year(u"\\(((?:19|20)[0-9]{2})年?\\)"_s);
    // Most hold nothing that could be written in two ways.
    constexpr char16_t fullWidth = 0xFF00;
    if (std::all_of(typed.begin(), typed.end(),
                    [](QChar c) { return c == u'-' || (c.isLetterOrNumber() && c.unicode() < fullWidth); }))
        return typed.toString();
    QString number = withoutBlanks(toHalfWidth(cleanText(typed)));
    // 《》 stand around the name of what is numbered.
    std::transform(number.begin(), number.end(), number.begin(), foldedBracket);
    number.replace(year, u"〔\\1〕"_s);
    return number.replace(u'(', u'（').replace(u')', u'）');
}

} // namespace core
