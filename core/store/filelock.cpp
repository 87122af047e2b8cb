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

Error busyFor(const QString &file, const LockHolder &holder)
{
    const QString who = holder.user.isEmpty()
                            ? tr("计算机 %1 上的程序 %2").arg(holder.host, holder.program)
                            : tr("计算机 %1 上 %2 的程序 %3").arg(holder.host, holder.user, holder.program);
    const QString since = holder.since.toString(u"yyyy-MM-dd HH:mm"_s);
    const QString text =
        holder.isElsewhere
            ? tr("“%1”从 %2 起由%3 打开写入。请先在那边关闭，再到这里打开；也可以只读打开查看。"
                 "那台计算机已经关机、坏了或换掉了，锁是它没来得及解除的，可以解除锁定再打开"
                 "（命令行用 verify --unlock）。那边还开着时不要解除，两边同时写会损坏文件。")
            : tr("“%1”从 %2 起由%3 打开写入。请先在那边关闭，再到这里打开；也可以只读打开查看。");
    return {Error::Code::Busy, text.arg(file, since, who), u"pid %1"_s.arg(holder.process)};
}

} // namespace

std::optional<LockHolder> FileLock::holderOf(const QString &path)
{
    const QFileInfo file(lockPathOf(path));
    const QLockFile lock(file.filePath());
    LockHolder holder;
    if (!file.exists() || !lock.getLockInfo(&holder.process, &holder.host, &holder.program))
        return {};
    holder.user = file.owner();
    holder.since = file.lastModified();
    // Windows' names of computers know no case.
    holder.isElsewhere = holder.host.compare(QSysInfo::machineHostName(), Qt::CaseInsensitive) != 0;
    return holder;
}

bool FileLock::isLeft(const QString &path)
{
    const auto holder = holderOf(path);
    const QFileInfo lock(lockPathOf(path));
    return holder ? holder->isElsewhere : lock.exists() || lock.isSymLink();
}

Status FileLock::breakLeft(const QString &path)
{
    const auto holder = holderOf(path);
    if (holder && !holder->isElsewhere)
        return busyFor(QFileInfo(path).fileName(), *holder);
    const QString lockPath = lockPathOf(path);
    if (!isLeft(path) || QFile::remove(lockPath))
        return ok();
    return Error{
        Error::Code::ReadOnly, tr("锁“%1”删不掉，请检查它所在的文件夹是否允许写入。").arg(lockPath), {}};
}

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
        const bool isTaken = lock->m_lock.error() == QLockFile::LockFailedError;
        if (const auto holder = isTaken ? holderOf(path) : std::nullopt)
            return busyFor(file.fileName(), *holder);
        if (isTaken)
            return Error{
                Error::Code::Busy,
                tr("“%1”旁边有一个锁“%2”，从 %3 起就在那里，看不出是哪台计算机、哪个程序的，大概写坏了。"
                   "请先确认没有程序打开着这个文件，再解除锁定（命令行用 verify --unlock）；"
                   "也可以只读打开查看。")
                    .arg(file.fileName(), QFileInfo(lockPath).fileName(),
                         QFileInfo(lockPath).lastModified().toString(u"yyyy-MM-dd HH:mm"_s)),
                lockPath};
        if (lock->m_lock.error() == QLockFile::UnknownError && QFileInfo(file.absolutePath()).isDir())
            return Error{Error::Code::Storage,
                         tr("“%1”%2。处理以后请再试一次。")
                             .arg(file.fileName(), whyNothingCanBeMade(file.absolutePath())),
                         lockPath};
        return Error{Error::Code::ReadOnly,
                     tr("“%1”所在的文件夹不能写入，只能查看，不能修改。").arg(file.fileName()), lockPath};
    }
    held.locks.insert(lockPath, lock);
    return lock;
}

} // namespace core
