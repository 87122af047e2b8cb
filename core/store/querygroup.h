// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/querysql.h"

namespace core {

/// The statement of a query that groups or measures.
Result<QuerySql> groupSql(const RecordType &type, const Query &query, Answer answer);

} // namespace core
