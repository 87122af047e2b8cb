// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/codetext.h"

#include "core/base/text.h"

#include <algorithm>

namespace core {

QString codeText(QStringView typed)
{
    const auto isPlain = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z'); };
    if (std::all_of(typed.begin(), typed.end(), isPlain))
        return typed.toString();
    QString code = toHalfWidth(cleanText(typed)).toUpper();
    // Excel marks a number that is a text by an apostrophe, which some programs write out.
    code.removeIf([](QChar c) { return c.isSpace() || c == u'\'' || c == u'‘' || c == u'’' || c == u'`'; });
    constexpr qsizetype creditCodeLength = 18;
    QString joined = code;
    joined.removeIf([](QChar c) { return c == u'-' || c == u'—' || c == u'－' || c == u'.' || c == u'·'; });
    const bool isCreditCode =
        joined.size() == creditCodeLength && std::all_of(joined.begin(), joined.end(), isPlain);
    return isCreditCode ? joined : code;
}

} // namespace core
