// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scheme.h"
#include "core/store/query.h"
#include "core/store/store.h"

#include <QHash>

namespace core {

/// Places among some stored results, from 1; of those that are not rated there is none.
struct StoredPlaces
{
    QHash<QString, qint64> ofResult; ///< By id.
    QHash<qint64, qint64> ofNumber;  ///< By Store::order().
};

/// The places of the results that \a among finds, by what stands in the field \a points, equal ones by the
/// scheme's \a keys: for lists whose places are not stored. Takes a moment for a hundred thousand.
Result<StoredPlaces> placesAmong(const Store &store, const std::vector<TieKey> &keys, Query among,
                                 const QString &points);

} // namespace core
