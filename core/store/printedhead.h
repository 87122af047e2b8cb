// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace core {

/// What a head hash must begin and end with to be the one that somebody has typed off a paper.
struct HeadPattern
{
    QByteArray beginning;
    QByteArray end;

    bool fits(const QByteArray &hash) const { return hash.startsWith(beginning) && hash.endsWith(end); }
};

/// Reads a head as it is printed (“日志首 7f3a 91c0 ... c21e”), shown by the window, or typed: large or
/// small, in the wide letters of an input method, with blanks or without, with what stands before it on the
/// paper, and with or without the sign for the part that is left out. More than one pattern where that sign
/// may be missing. InvalidInput: no head; Conflict: too few digits to tell one head from another.
Result<std::vector<HeadPattern>> readPrintedHead(const QString &text);

} // namespace core
