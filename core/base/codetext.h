// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace core {

/// A code as somebody typed it, ready to be checked: full-width characters halved, spaces, apostrophes
/// and invisible characters gone, upper case. Nothing else changes: an O stays an O and is reported by the
/// check.
QString codeText(QStringView typed);

/// The codes of 18 characters in a text that holds more than a code, 51330421MJ0000026J（副本）: those of
/// which \a isCode is true, each once, as codeText() writes them.
QStringList codesIn(QStringView typed, bool (*isCode)(QStringView code));

/// The number of a document or a certificate as it is written down: half width, no blanks but between Latin
/// words, the year in 〔〕 (GB/T 9704-2012, 7.2.5) whatever brackets were typed, others as （）. Zeros and 第
/// stay: they are on the paper.
QString documentNumber(QStringView typed);

} // namespace core
