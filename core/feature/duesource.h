// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/query.h"

namespace core {

/// Something that has to be done by a date which stands in a record. Counts, lists, tiles, pills and the
/// command line are all made from it (core/agenda/due.h), so that they agree.
struct DueSource
{
    const char *key;      ///< Stable name: term, grade.
    const char *title;    ///< What is to be done, Chinese: 换届.
    Query query;          ///< The records that can be due: type and conditions. Without a date none is.
    QString date;         ///< Path to the date.
    QString organization; ///< Path to the organization; empty: the record is one.
    /// What the data check-up calls those that are late, Chinese: 任期已满未换届; null: it leaves them out.
    const char *late = nullptr;
};

} // namespace core
