// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/filenames.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {

QString safeFileName(const QString &name)
{
    // Linux takes 255 bytes; room is left for " (99)", the extension and the name a half-written file has.
    constexpr qsizetype bytes = 200;
    static const QRegularExpression refused(
        u"[<>:\"/\\\\|?*\\x{0}-\\x{1f}\\x{7f}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}]"_s);
    static const QRegularExpression device(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QString safe = name.simplified();
    safe.replace(refused, u"_"_s);
    while (safe.toUtf8().size() > bytes)
        safe.chop(safe.back().isLowSurrogate() ? 2 : 1);
    while (safe.endsWith(u'.') || safe.endsWith(u' '))
        safe.chop(1);
    if (safe.startsWith(u'.'))
        safe[0] = u'_';
    if (device.match(safe).hasMatch())
        safe.prepend(u'_');
    return safe.isEmpty() ? u"_"_s : safe;
}

QString FileNames::unique(const QString &name)
{
    const QString safe = safeFileName(name);
    QString candidate = safe;
    for (int number = 2; m_taken.contains(candidate.toCaseFolded()); ++number)
        candidate = u"%1 (%2)"_s.arg(safe).arg(number);
    m_taken.insert(candidate.toCaseFolded());
    return candidate;
}

} // namespace ui
