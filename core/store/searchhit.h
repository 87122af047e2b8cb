// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"

#include <QString>

namespace core {

/// One hit of a search.
struct SearchHit
{
    const RecordType *type = nullptr;
    QString id;
    QString title;
    QString hint; ///< Code, town: what tells equal names apart.
};

} // namespace core
