// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <memory>

namespace core {

/// Keeps other programs from writing a file: beside "a.shanzhi" stands "a.shanzhi.lock" while it is
/// open for writing. All stores of one program on one file share the lock. A lock that a crashed
/// program left behind is taken over, also one that it had not filled yet.
class FileLock
{
public:
    /// Busy, with the name of the program that holds it, when another one has it.
    static Result<std::shared_ptr<FileLock>> acquire(const QString &path);
    /// Whether this program has it.
    static bool isHeld(const QString &path);

private:
    explicit FileLock(const QString &lockPath)
        : m_lock(lockPath)
    {}
    QLockFile m_lock;
};

} // namespace core
