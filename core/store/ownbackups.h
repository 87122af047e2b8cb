// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QFileInfo>
#include <QString>

#include <vector>

namespace core {

class Database;

/// A backup that the program made by itself: "县 20261201-083000-123 导入前.shanzhi".
struct OwnBackup
{
    QFileInfo file;
    QDateTime at; ///< By the clock when it was made, which may have been wrong.
    QString reason;
    bool hasName = true;  ///< That of the county; false: the county had another one then.
    bool isOther = false; ///< Of another file that had the name of the county: it can be read and says so.
};

/// When a backup was made: by its name, or when the file was written.
QDateTime madeAt(const QString &backup);
/// The folder where the backups of a county lie.
QString backupFolder(const QString &county);
/// Where a backup of now goes.
QString nameOfBackup(const QString &county, const QDateTime &now, const QString &reason);
/// What tells a file from all others, also from one of the same name; empty where it cannot be read.
QString siteIn(Database &database);
/// The site of a closed file.
QString siteOf(const QString &path);

/// The backups of \a county, whose site is \a site (empty: nobody can read it any more), the oldest first:
/// those of its name and site, and those of its site alone when no file stands here that they are named
/// after. One that cannot be read is among them when it has the name. Whatever stands there from a clock that
/// was ahead was made before now, so it comes first.
std::vector<OwnBackup> backupsOf(const QString &county, const QString &site);

/// The same, and those of another file that had its name.
std::vector<OwnBackup> backupsBeside(const QString &county, const QString &site);

/// Those of \a backups (of the site \a site, the oldest first) that go once \a made has been added: all
/// beyond a number, and beyond a size that grows with the file. Never \a made, one that only its site tells,
/// or one that nobody can read, which is no backup.
QFileInfoList backupsThatGo(const std::vector<OwnBackup> &backups, const QString &site, const QString &made);

} // namespace core
