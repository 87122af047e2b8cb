// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"

#include <QString>

namespace core {

/// A name as it is compared: half width, without blanks and line ends, upper case, with one kind of brackets,
/// quotation marks, dashes and middle dots (买买提·艾力 is also written with •, ・, ‧ or a full stop),
/// without quotation marks around it and a full stop behind it.
QString foldedName(QStringView text);

/// What a field that names records holds, as it is compared. A person is the same without the dots too:
/// 买买提艾力 is 买买提·艾力.
QString nameKey(const Field &field, QStringView text);

/// \a name without the number that somebody has written before it: 一、甲协会, 2.乙协会, (3)丙社. Empty:
/// there is none.
QString nameBehindNumber(const QString &name);

/// The name of a person without the bracket behind it that tells sex, people or party: 李四（女，汉族）.
/// Empty: there is none.
QString nameBeforeNote(const QString &name);

/// \a name and the former name that somebody has written behind it: 甲协会（原名：乙协会）. Both empty: there
/// is none.
struct FormerName
{
    QString name;
    QString former;
    bool isCertain = false; ///< It says 原名 or 曾用名: with 原 alone, 原创音乐协会 may be meant.
};
FormerName formerNameIn(const QString &name);

/// False for nearly every name: what stands in a bracket behind it may say more than a name.
bool endsInBracket(QStringView name);

} // namespace core
