// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a file: whole ones, and those the program makes by itself, whose attachments stand once beside
// them.
#include "core/base/tr.h"
#include "core/store/attachmentfolder.h"
#include "core/store/filelock.h"
#include "core/store/ownbackups.h"
#include "core/store/schema.h"
#include "core/store/sidefiles.h"
#include "core/store/storeprivate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int mostOfSeries = 100; // changes that one backup serves

/// Copies page by page (SQLite backup API), also while others read and write.
Status copyPages(Database &source, Database &target, Progress *progress)
{
    constexpr int pagesAtOnce = 1024;
    sqlite3_backup *backup = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (!backup)
        return target.lastError("backup", Database::Doing::Writing);
    int result = SQLITE_OK;
    while (result == SQLITE_OK || result == SQLITE_BUSY) {
        result = sqlite3_backup_step(backup, pagesAtOnce);
        if (!progress)
            continue;
        const int pages = sqlite3_backup_pagecount(backup);
        progress->report(pages - sqlite3_backup_remaining(backup), pages);
        if (progress->isCancelled())
            break;
    }
    sqlite3_backup_finish(backup);
    if (progress && progress->isCancelled())
        return Progress::cancelledError();
    return result == SQLITE_DONE ? ok() : Status(target.lastError("backup", Database::Doing::Writing));
}

/// Puts what lies in \a folders into the file, so that it needs nothing beside it.
Status takeAttachmentsIn(Database &database, const std::vector<AttachmentFolder> &folders)
{
    CORE_ASSIGN(const std::vector<KeptAttachment> all, keptAttachments(database));
    for (const KeptAttachment &one : all) {
        if (one.isInFile)
            continue;
        CORE_ASSIGN(const QByteArray content, readAttachment(database, one.hash, folders));
        CORE_ASSIGN(Statement update, database.prepare("UPDATE attachment SET content = ? WHERE hash = ?"));
        update.bindBlob(1, content);
        update.bind(2, one.hash);
        CORE_TRY(update.run());
    }
    return ok();
}

Status copyWhole(Database &source, const QString &sourcePath, const QString &path, Progress *progress)
{
    return writeNewFile(path, [&](Database &target) -> Status {
        CORE_TRY(copyPages(source, target, progress));
        return takeAttachmentsIn(target, AttachmentFolder::forFile(sourcePath));
    });
}

/// The statements of the schema in an order in which they can be run, each with the name of the table or
/// index; without what other tools have put there.
Result<std::vector<std::pair<QString, QByteArray>>> schemaOf(Database &database, const QByteArray &schema)
{
    CORE_ASSIGN(Statement select,
                database.prepare("SELECT type || ' ' || name, sql FROM " + schema +
                                 ".sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL"
                                 " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type DESC"));
    std::vector<std::pair<QString, QByteArray>> all;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return all;
        all.emplace_back(select.text(0), select.bytes(1));
    }
}

/// Copies table by table and leaves the contents of attachments away. SQLite moves the rows of an empty table
/// of the same shape as they are, indexes and all, so this is nearly as fast as by pages.
Status copyWithoutContents(const QString &source, Database &target, Progress *progress)
{
    CORE_TRY(target.attach(source, "source"));
    CORE_TRY(target.execute("PRAGMA page_size = 8192; PRAGMA foreign_keys = OFF; BEGIN"));
    CORE_ASSIGN(const auto schema, schemaOf(target, "source"));
    for (const auto &[name, sql] : schema)
        CORE_TRY(target.execute(sql));
    qint64 done = 0;
    for (const auto &[name, sql] : schema) {
        if (progress) {
            progress->report(done++, qint64(schema.size()));
            if (progress->isCancelled())
                return Progress::cancelledError();
        }
        if (!name.startsWith("table "_L1))
            continue;
        const QByteArray table = name.mid(6).toUtf8();
        if (table == "attachment") {
            CORE_TRY(target.execute("INSERT INTO main.attachment (hash, size, content)"
                                    " SELECT hash, size, zeroblob(0) FROM source.attachment"));
        } else {
            CORE_TRY(target.execute("INSERT INTO main." + table + " SELECT * FROM source." + table));
        }
    }
    for (const QByteArray pragma : {"user_version", "application_id"}) {
        CORE_ASSIGN(const qint64 value, target.number("PRAGMA source." + pragma));
        CORE_TRY(target.execute("PRAGMA main." + pragma + " = " + QByteArray::number(value)));
    }
    return target.execute("COMMIT; DETACH source");
}

/// Hashes of the contents that the files in these folders need from beside them; empty answer: one of them
/// cannot be read, so nobody knows.
std::optional<QSet<QString>> contentsNeeded(const QStringList &folders)
{
    QSet<QString> needed;
    for (const QString &folder : folders) {
        const QFileInfoList files = QDir(folder).entryInfoList({u"*.shanzhi"_s}, QDir::Files);
        for (const QFileInfo &file : files) {
            const auto database = Database::open(file.absoluteFilePath(), Database::Mode::ReadOnly);
            if (!database)
                return {};
            const auto kept = keptAttachments(**database);
            if (!kept)
                return {};
            for (const KeptAttachment &one : *kept) {
                if (!one.isInFile)
                    needed.insert(one.hash);
            }
        }
    }
    return needed;
}

/// Sees to it that every content of the file lies in \a beside.
Status putAttachmentsBeside(Database &database, const QString &path, const std::vector<KeptAttachment> &all,
                            const AttachmentFolder &beside)
{
    for (const KeptAttachment &one : all) {
        if (beside.holds(one.hash, one.size))
            continue;
        const auto content = readAttachment(database, one.hash, AttachmentFolder::forFile(path));
        // What this file has lost already cannot be backed up, but the rest can.
        if (!content && content.error().code == Error::Code::NotFound)
            continue;
        CORE_TRY(content);
        CORE_TRY(beside.keep(one.hash, *content));
    }
    return ok();
}

/// How large a copy of all that the file holds would be.
Result<qint64> bytesOfCopy(Database &database)
{
    CORE_ASSIGN(const qint64 pages, database.number("PRAGMA page_count"));
    CORE_ASSIGN(const qint64 pageSize, database.number("PRAGMA page_size"));
    return pages * pageSize;
}

/// Whether \a backup holds all that was done to the file before a series of changes that goes on to this day.
Result<bool> stillServes(Database &database, const QString &backup,
                         const std::function<bool(const JournalEntry &)> &isOfSeries)
{
    const auto copy = Database::open(backup, Database::Mode::ReadOnly);
    const auto last = copy ? readEntries(**copy, 1, -1) : Result<std::vector<StoredEntry>>(copy.error());
    if (!last || last->empty())
        return false; // it can be read no more
    const StoredEntry &known = last->front();
    CORE_ASSIGN(const std::optional<StoredEntry> same, readEntry(database, known.entry.sequence));
    if (!same || same->entry.hash != known.entry.hash)
        return false;
    CORE_ASSIGN(const std::vector<StoredEntry> newest, readEntries(database, mostOfSeries, -1));
    for (const StoredEntry &stored : newest) {
        if (stored.entry.sequence == known.entry.sequence)
            return true;
        if (!isOfSeries(stored.entry))
            return false;
    }
    return false;
}

} // namespace

QDateTime Store::lastBackup() const
{
    const std::vector<OwnBackup> backups = backupsOf(d->path, d->info.site);
    const auto last = std::find_if(backups.rbegin(), backups.rend(),
                                   [](const OwnBackup &one) { return one.file.size() > 0; });
    return last == backups.rend() ? QDateTime() : last->file.lastModified();
}

QStringList Store::ownFiles() const
{
    QStringList files{d->path, d->path + lockFile, backupFolder(d->path)};
    for (const QLatin1StringView suffix : sideFiles)
        files.append(d->path + suffix);
    return files;
}

Status Store::backup(const Output &output, Progress *progress) const
{
    // The link stays one: it may lead to a stick, and nobody would look for the copy beside it.
    const QString path = withoutLink(output.path);
    // Whoever writes a file goes on writing the one that a copy has taken the name of: all of that would be
    // lost.
    if (isSameFile(path, d->path))
        return Error{Error::Code::InvalidInput,
                     tr("“%1”就是正在备份的数据文件，没有备份。请换一个名称或位置。").arg(path),
                     {}};
    CORE_TRY(checkPlace(output.sparing(ownFiles())));
    CORE_ASSIGN(const qint64 bytes, bytesOfCopy(*d->database));
    CORE_TRY(checkRoom(QFileInfo(path).absolutePath(), bytes));
    std::shared_ptr<FileLock> lock;
    if (QFile::exists(path)) {
        CORE_ASSIGN(lock, FileLock::acquire(path));
        if (lock.use_count() > 1)
            return Error{
                Error::Code::Busy, tr("“%1”正打开着，没有覆盖它。请换一个名称或位置。").arg(path), {}};
        const QString site = siteOf(path);
        if (!site.isEmpty() && site != siteIn(*d->database))
            return Error{
                Error::Code::InvalidInput,
                tr("“%1”是另一个数据文件，不是这个文件的备份，没有覆盖它。请换一个名称或位置。").arg(path),
                {}};
    }
    return copyWhole(*d->database, d->path, path, progress);
}

Status Store::restore(const QString &backup, const QString &path, Progress *progress)
{
    if (QFile::exists(path))
        return Error{Error::Code::Conflict, tr("“%1”已经存在，没有覆盖它。请换一个名称。").arg(path), {}};
    if (!QFile::exists(backup))
        return Error{Error::Code::NotFound, tr("找不到备份“%1”。").arg(backup), {}};
    CORE_ASSIGN(const std::unique_ptr<Database> source, Database::open(backup, Database::Mode::ReadOnly));
    CORE_ASSIGN(const int version, fileSchemaVersion(*source));
    if (version == 0)
        return Error{Error::Code::FileFormat, tr("“%1”不是善治的数据文件，或者是空文件。").arg(backup), {}};
    return copyWhole(*source, backup, path, progress);
}

Result<QString> Store::automaticBackup(const QString &reason, Progress *progress)
{
    CORE_TRY(d->database->checkPlace()); // else a folder would be made where no file is
    const QString folder = backupFolder(d->path);
    const QFileInfoList parts = QDir(folder).entryInfoList({u'*' + unfinished}, QDir::Files);
    for (const QFileInfo &part : parts)
        (void)removeUnfinished(part.absoluteFilePath());
    CORE_ASSIGN(const qint64 bytes, bytesOfCopy(*d->database));
    CORE_TRY(checkRoom(QDir(folder).exists() ? folder : QFileInfo(d->path).absolutePath(), bytes));
    if (!QDir().mkpath(folder))
        return Error{Error::Code::Storage, tr("不能建立备份文件夹“%1”。").arg(folder), {}};
    const QString target = nameOfBackup(d->path, QDateTime::currentDateTime(), reason);
    const AttachmentFolder beside = AttachmentFolder::ofBackups(folder);
    CORE_ASSIGN(const std::vector<KeptAttachment> attachments, keptAttachments(*d->database));
    CORE_TRY(putAttachmentsBeside(*d->database, d->path, attachments, beside));
    CORE_TRY(writeNewFile(target, [&](Database &copy) {
        return attachments.empty() ? copyPages(*d->database, copy, progress)
                                   : copyWithoutContents(d->path, copy, progress);
    }));
    const QString site = siteIn(*d->database);
    const QFileInfoList going = backupsThatGo(backupsOf(d->path, site), site, target);
    for (const QFileInfo &old : going)
        QFile::remove(old.absoluteFilePath());
    if (going.isEmpty())
        return target;
    if (const auto needed = contentsNeeded({folder, QFileInfo(d->path).absolutePath()}))
        beside.removeOthers(*needed);
    return target;
}

Result<QString> Store::backupBefore(const QString &reason,
                                    const std::function<bool(const JournalEntry &)> &isOfSeries)
{
    constexpr qint64 longestSeries = 3600; // seconds
    const std::vector<OwnBackup> backups = backupsOf(d->path, d->info.site);
    const QDateTime now = QDateTime::currentDateTime();
    if (!backups.empty() && backups.back().reason == reason && backups.back().hasName &&
        backups.back().at <= now && backups.back().at.secsTo(now) < longestSeries) {
        const QString last = backups.back().file.absoluteFilePath();
        CORE_ASSIGN(const bool serves, stillServes(*d->database, last, isOfSeries));
        if (serves)
            return last;
    }
    return automaticBackup(reason);
}

} // namespace core
