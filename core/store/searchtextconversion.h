// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

namespace core {

class Database;

/// Writes the search texts of a file of the present schema as this program makes them: an older one may have
/// written them in another form (one line for each of a few readings). Records without one get none.
Status makeSearchTextsAnew(Database &database, Progress *progress);

} // namespace core
