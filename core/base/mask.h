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
/// "陈**", "张某某", "1970-**-**", "3304XXXXXXXX0018", "138xxx45678".
bool looksMasked(QStringView text);

/// The same of a name that is no person's, in which a circle may be a zero: "样*会", "××协会", "某某商会".
bool looksMaskedName(QStringView text);

/// False when \a whole cannot be what \a masked covers: "330421197003120027" may be "330421XXXXXXXX0027" and
/// "330421****27", "陈小明" may be "陈*", "陈某某" and "陈女士". Blanks, hyphens and full width do not count.
bool agreesWithMask(QStringView whole, QStringView masked);
/// The same of two covered texts, as far as beginning and end show.
bool masksMayAgree(QStringView one, QStringView other);

} // namespace core
