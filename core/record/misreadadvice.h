// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What may stand where something stands that cannot be read, and what was probably meant.
#pragma once

#include "core/record/field.h"

#include <QString>

namespace core {

/// How a text that is no number or amount could become one, to be said behind “不是数”; empty: nobody knows.
QString numberAdvice(const Field &field, const QString &text, bool isMoney);

/// How a text that is no date should have been written.
QString dateAdvice(const QString &text);

/// "不在可选范围内，可填：甲、乙；最接近的是“甲”".
QString choicesInstead(const Field &field, const QString &text);

} // namespace core
