// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace core {

/// The id of the one live record that \a text means: its id, its whole name, one of its searchable texts, or
/// what alone tells it apart (a code, or the year where there is one record of it). NotFound when none does,
/// Conflict when several do.
Result<QString> findRecord(const Store &store, const RecordType &type, const QString &text);

} // namespace core
