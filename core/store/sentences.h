// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace core {

/// What an edit did to a record, as a person would say it: “从业人数：14 改为 16；住所：填写“一号””.
/// Personal data is masked.
QString editSentence(const Store &store, const RecordEdit &edit);

/// A value as lists show it: displayValue(), for a reference the name of the record.
QString shownValue(const Store &store, const Field &field, const QVariant &value);

} // namespace core
