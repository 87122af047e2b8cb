// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filelock.h"

#include "core/base/outputfile.h"
#include "core/base/tr.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QThread>

#include <mutex>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The lock belongs to the process, as the file system sees it; hence one table for the process.
struct HeldLocks
{
    std::mutex mutex;
    QHash<QString, std::weak_ptr<FileLock>> locks;
};

HeldLocks &heldLocks()
{
    static HeldLocks held;
    return held;
}

QString lockPathOf(const QString &path)
{
    const QFileInfo file(path);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder + u'/' + file.fileName() + lockFile;
}

/// Whether a lock is empty and stays so: a program that was killed while it made it left it. One that is
/// being made is filled within moments.
bool namesNobody(const QString &lockPath)
{
    constexpr int looks = 10;
    for (int i = 0; i < looks; ++i) {
        const QFileInfo lock(lockPath);
        if (!lock.exists() || lock.size() > 0)
            return false;
        QThread::msleep(20);
    }
    return true;
}

} // namespace

bool FileLock::isHeld(const QString &path)
{
    HeldLocks &held = heldLocks();
    const std::lock_guard guard(held.mutex);
    return !held.locks.value(lockPathOf(path)).expired();
}

Result<std::shared_ptr<FileLock>> FileLock::acquire(const QString &path)
{
    const QFileInfo file(path);
    const QString lockPath = lockPathOf(path);
    HeldLocks &held = heldLocks();
    const std::lock_guard guard(held.mutex);
    if (auto lock = held.locks.value(lockPath).lock())
        return lock;
    std::shared_ptr<FileLock> lock(new FileLock(lockPath));
    lock->m_lock.setStaleLockTime(0);
    bool isLocked = lock->m_lock.tryLock(0);
    if (!isLocked && namesNobody(lockPath)) {
        QFile::remove(lockPath);
        isLocked = lock->m_lock.tryLock(0);
    }
    if (!isLocked) {
        qint64 process = 0;
        QString host;
        QString program;
        if (lock->m_lock.error() == QLockFile::LockFailedError &&
            lock->m_lock.getLockInfo(&process, &host, &program)) {
            return Error{Error::Code::Busy,
                         tr("“%1”正由另一个程序（%2，计算机 %3）打开写入。请先在那边关闭，再到这里打开；"
                            "也可以只读打开查看。")
                             .arg(file.fileName(), program, host),
                         u"pid %1"_s.arg(process)};
        }
        return Error{Error::Code::ReadOnly,
                     tr("“%1”所在的文件夹不能写入，只能查看，不能修改。").arg(file.fileName()), lockPath};
    }
    held.locks.insert(lockPath, lock);
    return lock;
}

} // namespace core
