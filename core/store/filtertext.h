// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"
#include "core/record/format.h"
#include "core/store/query.h"

#include <optional>

namespace core {

/// The condition that a clerk means by what stands in the filter of a column. Text: contains. Numbers,
/// money and dates: "70", "<70", ">=5", "5-10" (both included); a date also "2025" and "2025-03".
/// Choices and yes/no: the label. References: the name contains. "无" or "-": nothing entered.
/// A text or a date that \a audience reads covered is found by what is seen of it, or by all of it
/// (findsCovered()); of other covered values the condition is one that checkNothingCovered() refuses.
/// Empty when the text is no filter for this field (yet).
std::optional<Condition> conditionFromText(const Field &field, const QString &path, const QString &text,
                                           Audience audience = Audience::Screen);

} // namespace core
