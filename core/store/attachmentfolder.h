// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <vector>

namespace core {

class Database;

/// Contents of attachments that stand once beside all backups of a folder: one file each, named by the
/// SHA-256 of its content. A backup made by the program itself holds none of its own.
class AttachmentFolder
{
public:
    explicit AttachmentFolder(QString path)
        : m_path(std::move(path))
    {}
    /// Where the contents lie that the backups in \a backupFolder need.
    static AttachmentFolder ofBackups(const QString &backupFolder);
    /// Where to look for what the file \a county does not hold itself: it may be a backup, or one that was
    /// put back in the place of the file.
    static std::vector<AttachmentFolder> forFile(const QString &county);

    /// Told by its size alone: what was kept was checked by its hash, and is when it is read.
    bool holds(const QString &hash, qint64 size) const;
    Status keep(const QString &hash, const QByteArray &content) const;
    /// NotFound when it is not there; Storage when it is not what its name says.
    Result<QByteArray> read(const QString &hash) const;
    /// Removes all contents but \a needed, and those of the last day: another program may be making a backup.
    void removeOthers(const QSet<QString> &needed) const;

private:
    QString fileOf(const QString &hash) const;
    QString m_path;
};

/// The content with this hash out of a file or, where the file does not hold it, out of \a folders.
/// NotFound, or Storage when it is not what its hash says.
Result<QByteArray> readAttachment(Database &database, const QString &hash,
                                  const std::vector<AttachmentFolder> &folders);

/// An attachment of a file as its table has it.
struct KeptAttachment
{
    QString hash;
    qint64 size = 0;
    bool isInFile = true; ///< False: its content lies beside the backups.
};
Result<std::vector<KeptAttachment>> keptAttachments(Database &database);

} // namespace core
