// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "tests/support/teststore.h"

/// Runs SQL on the file behind the store's back, as a curious person with a database browser would.
inline void tamper(const QString &path, const QByteArray &sql)
{
    auto database = core::Database::open(path, core::Database::Mode::ReadWrite);
    requireOk(database);
    requireOk((*database)->execute(sql));
}
