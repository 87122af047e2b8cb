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

} // namespace core
