// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

/// \a text with what looks like a mobile number or an identity number in it covered (core/base/mask.h): for
/// texts of which nobody has said that they are about a person. Credit codes stay as they are.
QString withoutPersonalNumbers(const QString &text);

} // namespace core
