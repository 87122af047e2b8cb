// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace core {

/// Where \a part, as it is typed (folded UTF-8, maybe behind a line feed), stands in search texts at or
/// behind \a from; −1: nowhere. Letters and digits are also found as initials (pinyinInitials()), each
/// character by any of its readings. \a part is not empty.
///
/// \a anchor: the position in \a part that is looked for first; the rarest byte makes it quick.
qsizetype findInSearchText(QByteArrayView text, qsizetype from, QByteArrayView part, qsizetype anchor = 0);

} // namespace core
