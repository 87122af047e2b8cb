// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace core {

// Personal data as it may stand on paper and in lists that leave the desk (PIPL art. 28 and 51). All of these
// are total: what is not in the expected form is covered up rather than shown.

/// "330421199001010018" → "330421********0018": the first six and the last four stay. A number too short for
/// that keeps nothing.
QString maskIdentityNumber(QStringView number);

/// "13812345678" → "138****5678", "0573-84021234" → "0573-****1234". Of several numbers ("、") each is
/// masked.
QString maskPhone(QStringView phone);

/// "陈小明" → "陈**": the surname and a star for each other character; a two-character surname stays whole.
QString maskName(QStringView name);

/// True of a personal text that somebody has covered, by these functions or as others do it: "138****5678",
/// "陈**", "张某某", "1970-**-**", "3304XXXXXXXX0018".
bool looksMasked(QStringView text);

} // namespace core
