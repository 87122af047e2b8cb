// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <array>

namespace core {

/// What SQLite puts beside a file that is being written: the name of the file and one of these.
inline constexpr std::array sideFiles{QLatin1StringView("-wal"), QLatin1StringView("-journal"),
                                      QLatin1StringView("-shm")};

/// Removes a file and what stands beside it, as far as it is there.
void removeWithSideFiles(const QString &path);

/// Conflict when a log beside \a path does not belong to what stands there now: somebody has put a backup or
/// another file in the place of the one whose log a dead program left. SQLite would apply it. Ok also where
/// nothing can tell.
Status checkLogs(const QString &path);

} // namespace core
