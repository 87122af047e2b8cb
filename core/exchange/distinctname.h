// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/format.h"
#include "core/record/recordtype.h"

#include <QSet>

namespace core {

class Store;

/// What a record is called in a sheet where others of its type have the same name: “书画社 · 北亭镇”, with
/// what else tells records of the type apart (RecordTraits::match) as far as it is filled and not of a
/// person. \a values: of the record.
QString distinctName(const Store &store, const RecordType &type, const QVariantList &values,
                     Audience audience);

/// The names that several records of \a type have, as \a audience reads them.
Result<QSet<QString>> sharedNames(const Store &store, const RecordType &type, Audience audience);

} // namespace core
