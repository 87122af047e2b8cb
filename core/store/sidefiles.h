// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/base/result.h"

#include <QString>

namespace core {

/// The file itself where \a path is a symbolic link: lock, log and backups belong to the file, not to the
/// name that it was opened by. Else \a path.
QString withoutLink(const QString &path);

/// Removes a file and what stands beside it, as far as it is there.
void removeWithSideFiles(const QString &path);

/// Conflict when a log beside \a path does not belong to what stands there now: somebody has put a backup or
/// another file in the place of the one whose log a dead program left. SQLite would apply it. Ok also where
/// nothing can tell.
Status checkLogs(const QString &path);

} // namespace core
