// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QLockFile>

#include <memory>
#include <optional>

namespace core {

/// Who has a data file open for writing, or had when his computer died.
struct LockHolder
{
    QString program;
    QString host;
    QString user; ///< Empty where the system does not tell.
    qint64 process = 0;
    QDateTime since;
    /// On another computer: nobody here can see whether the program still runs.
    bool isElsewhere = false;
};

/// Keeps other programs from writing a file: beside "a.shanzhi" stands "a.shanzhi.lock" while it is
/// open for writing. All stores of one program on one file share the lock. A lock that a crashed
/// program left behind is taken over, also one that it had not filled yet.
class FileLock
{
public:
    /// Busy, with the name of the program that holds it, when another one has it, or may have it; Storage
    /// when the disk has no room for it.
    static Result<std::shared_ptr<FileLock>> acquire(const QString &path);
    /// Whether this program has it.
    static bool isHeld(const QString &path);
    /// Who the lock of a file names; empty: there is none, or it names nobody.
    static std::optional<LockHolder> holderOf(const QString &path);
    /// Whether there is a lock that breakLeft() would remove: of another computer, or one that names nobody.
    static bool isLeft(const QString &path);
    /// Removes a lock that a program on another computer has left, when somebody says that it writes no more.
    /// Busy for one of this computer, whose end shows by itself. Ok when there is none.
    static Status breakLeft(const QString &path);

private:
    explicit FileLock(const QString &lockPath)
        : m_lock(lockPath)
    {}
    QLockFile m_lock;
};

} // namespace core
