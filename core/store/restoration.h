// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <vector>

namespace core {

class FileLock;

/// A backup, as somebody needs to know it who chooses one.
struct BackupSummary
{
    QString path;
    QDateTime at; ///< When it was made: by its name, else when the file was written.
    qint64 bytes = 0;
    qint64 records = 0; ///< Of all types this program knows, without the recycle bin.
    qint64 entries = 0; ///< Of its journal.
    QString lastEntry;  ///< What its newest journal entry is called; empty: there is none.
    QString otherFile;  ///< Of which other data file it is (bureau, division); empty: of this one.
    QString fault;      ///< Why it cannot be restored, in a sentence; empty: nothing is known against it.
};

/// The backups the program has made of \a county (folder 备份 beside it), newest first; also those of a file
/// that had its name before another one's backup was put in its place. Reads each of them: not for the
/// window's thread.
std::vector<BackupSummary> backupSummaries(const QString &county);

/// What came of a restoration.
struct Restored
{
    QString county;
    QString kept; ///< Where the file lies that stood there before; empty: there was none.
    QDateTime at; ///< When the backup was made.
    qint64 records = 0;
    qint64 entries = 0;
    QString lost; ///< Restoration::lost().

    /// For the clerk: what stands in the file now, what does not any more, and where the former one lies.
    QString sentence() const;
};

/// A backup that was made whole, brought to the present schema and verified. It waits beside the file whose
/// place it is to take, and goes when it is not used. While it lives, no other program may write that file.
class Restoration
{
public:
    /// Leaves \a county as it is, which may be broken, missing or open in this program. Refused, with nothing
    /// left behind: a backup of a newer program, a broken or altered one, one whose attachments are not all
    /// there (FileFormat, NotFound, Storage); a disk without room (Storage); a county that another program
    /// has open for writing (Busy).
    static Result<std::unique_ptr<Restoration>> prepare(const QString &backup, const QString &county,
                                                        Progress *progress = nullptr);
    /// Whether \a backup can be restored: makes it whole in the temporary folder, verifies it and leaves
    /// nothing. The answer has no county.
    static Result<Restored> check(const QString &backup, Progress *progress = nullptr);
    ~Restoration();
    /// Which work takePlace() takes back, in a sentence: what was done since the backup. Empty: none, or
    /// nobody can tell because the file is broken, gone or another one.
    QString lost() const { return m_restored.lost; }
    /// What somebody has to know and to want before takePlace(), in sentences: the backup is one of another
    /// file, or the file holds what has left the house and the backup does not. Empty: nothing.
    QString warning() const { return m_warning; }
    Restoration(const Restoration &) = delete;
    Restoration &operator=(const Restoration &) = delete;

    /// Puts the backup in the place of the county, in one step, so that there is always one of the two; the
    /// former file stays beside it under a name that tells. Once only. Busy while anybody, also this program,
    /// has the county open.
    Result<Restored> takePlace();

private:
    Restoration() = default;
    Status makeWhole(const QString &backup, Progress *progress);
    /// Gives the former file the name \a kept besides.
    Status keepFormer(const QString &kept);

    std::shared_ptr<FileLock> m_lock;
    QString m_waiting; ///< The file that waits.
    QString m_warning;
    Restored m_restored;
};

} // namespace core
