// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QHash>

namespace core {

/// What papers say of an organization besides its name, kind and points: 党组织, 评估等级.
struct PaperFact
{
    enum class Missing { Dash, LeftOut };

    const char *name; ///< Chinese.
    Missing missing;  ///< How papers show that there is nothing to say.
    bool wholeRow;    ///< Too long for half a row.
    /// What there was to say at the end of \a cutoff, by the id of the organization.
    Result<QHash<QString, QString>> (*read)(const Store &store, QDate cutoff);
};

} // namespace core
