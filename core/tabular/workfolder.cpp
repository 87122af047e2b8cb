// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/workfolder.h"

#include <QDir>
#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr QLatin1StringView workFolderName("shanzhi-table-");

QString workLockOf(const QString &folder)
{
    return folder + u".lock"_s;
}

void removeLeftFolders()
{
    const QDir temporary(QDir::tempPath());
    const QStringList folders =
        temporary.entryList({workFolderName + u'*'}, QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QString &name : folders) {
        const QString folder = temporary.filePath(name);
        QLockFile lock(workLockOf(folder));
        lock.setStaleLockTime(0);
        if (lock.tryLock(0))
            QDir(folder).removeRecursively();
    }
}

} // namespace

WorkFolder::WorkFolder()
    : m_path(QDir::tempPath() + u'/' + workFolderName + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_lock(workLockOf(m_path))
{
    removeLeftFolders();
    m_lock.setStaleLockTime(0);
    m_isValid =
        m_lock.tryLock(0) && QDir().mkdir(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

WorkFolder::~WorkFolder()
{
    if (m_isValid)
        QDir(m_path).removeRecursively();
}

} // namespace core
