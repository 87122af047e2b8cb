// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace core {

/// A code as somebody typed it, ready to be checked: full-width characters halved, spaces, apostrophes
/// and invisible characters gone, upper case. Nothing else changes: an O stays an O and is reported by the
/// check.
QString codeText(QStringView typed);

/// The number of a document or a certificate as it is written down: half width, no blanks but between Latin
/// words, the year in 〔〕 (GB/T 9704-2012, 7.2.5) whatever brackets were typed, others as （）. Zeros and 第
/// stay: they are on the paper.
QString documentNumber(QStringView typed);

} // namespace core
