// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/codetext.h"

namespace core {

QString codeText(QStringView typed)
{
    QString code;
    for (const QChar c : typed.toString().normalized(QString::NormalizationForm_KC)) {
        if (!c.isSpace() && c.category() != QChar::Other_Format && c.category() != QChar::Other_Control)
            code += c.toUpper();
    }
    return code;
}

} // namespace core
