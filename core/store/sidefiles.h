// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/base/result.h"

#include <QString>

#include <functional>

namespace core {

class Database;

/// The file itself where \a path is a symbolic link: lock, log and backups belong to the file, not to the
/// name that it was opened by. Else \a path.
QString withoutLink(const QString &path);

/// Whether this account may write a file: its rights allow it, and it is not marked as read-only, which holds
/// for an administrator too.
bool isWritable(const QString &path);

/// By what one sees that somebody has written a file.
struct FileState
{
    qint64 size = -1;
    qint64 writtenAt = 0; ///< Milliseconds since 1970.

    static FileState of(const QString &path);
    bool operator==(const FileState &) const = default;
};

/// Busy when a file that has several names (hard links) is open under another one, Conflict when what is
/// written under another one still lies in the log there: each name has a log of its own, and two logs for
/// one file destroy it. Asked by who has the lock for this name.
Status checkOtherNames(const QString &path);

/// How the name of a file ends that is not whole yet. Other programs have no files with this ending.
inline constexpr QLatin1StringView unfinished(".shanzhi-part");

/// Fills a new data file by \a fill and gives it the name \a path when that is done: what was there stays
/// until then. It needs nothing beside it.
Status writeNewFile(const QString &path, const std::function<Status(Database &)> &fill);

/// What a killed program left of a new file helps nobody. Busy when it is being made.
Status removeUnfinished(const QString &part);

/// Puts what lies in the log of a file into it, so that all of it is one file. Busy while others have it
/// open.
Status putLogIn(const QString &path);

/// Removes a file and what stands beside it, as far as it is there.
void removeWithSideFiles(const QString &path);

/// Conflict when a log beside \a path does not belong to what stands there now: somebody has put a backup or
/// another file in the place of the one whose log a dead program left. SQLite would apply it. Ok also where
/// nothing can tell.
Status checkLogs(const QString &path);

} // namespace core
