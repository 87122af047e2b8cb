// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/codetext.h"

#include "core/base/text.h"

namespace core {

QString codeText(QStringView typed)
{
    QString code = toHalfWidth(cleanText(typed)).toUpper();
    code.removeIf([](QChar c) { return c.isSpace(); });
    return code;
}

} // namespace core
