// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordname.h"

namespace core {

class Database;

/// What the record with this id is called, removed or not, in one statement; empty when there is none.
QString storedName(Database &database, const RecordType &type, const QString &id, Audience audience);

/// What a record with these values is called, stored or not: the values of its own fields, the names of what
/// it refers to.
QString nameOf(Database &database, const RecordType &type, const QVariantList &values, Audience audience);

} // namespace core
