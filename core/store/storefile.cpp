// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Searching, checking and copying a file: what a Store does with the file as a whole.
#include "core/base/tr.h"
#include "core/store/storeprivate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int backupsKept = 10;

QString backupFolder(const QString &path)
{
    return QFileInfo(path).absolutePath() + u'/' + tr("备份");
}

/// Backups of this file, oldest first: their names begin with the name of the file and the time.
QFileInfoList backupsOf(const QString &path)
{
    const QDir folder(backupFolder(path));
    return folder.entryInfoList({QFileInfo(path).completeBaseName() + u" *.shanzhi"_s}, QDir::Files,
                                QDir::Name);
}

/// What tells this record from others of its name: its other searchable texts, and where it belongs.
QString hintOf(const Store &store, const RecordType &type, const QVariantList &values)
{
    QStringList parts;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const QString text = values.at(qsizetype(i)).toString();
        if (text.isEmpty() || &field == &type.displayField())
            continue;
        if (field.traits.searchable && field.traits.privacy != Privacy::Sensitive)
            parts.append(text);
        else if (field.kind == Kind::Reference && field.target && field.traits.listed)
            parts.append(store.display(field.target(), text));
    }
    return parts.join(u" · "_s);
}

} // namespace

Result<std::vector<SearchText::Found>> Store::Private::findText(const QByteArray &needle, size_t limit,
                                                                const RecordType *only) const
{
    if (searchText) {
        CORE_TRY(searchText->refresh(*database));
        return searchText->find(*database, needle, limit, only);
    }
    // One pass: what begins with the text ends it early, what only contains it fills the rest.
    CORE_ASSIGN(Statement select,
                database->prepare("SELECT type, record, contains_text(folded, ?) FROM search_entry"
                                  " WHERE contains_text(folded, ?)"));
    select.bindUtf8(1, '\n' + needle);
    select.bindUtf8(2, needle);
    std::vector<SearchText::Found> beginning;
    std::vector<SearchText::Found> containing;
    while (beginning.size() < limit) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        if (only && select.bytes(0) != only->key)
            continue;
        std::vector<SearchText::Found> &list = select.integer(2) != 0 ? beginning : containing;
        if (list.size() < limit)
            list.push_back({select.bytes(0), select.text(1)});
    }
    beginning.insert(beginning.end(), containing.begin(), containing.end());
    return beginning;
}

Status Store::prepareSearch() const
{
    if (!d->searchText)
        d->searchText = std::make_unique<SearchText>();
    return d->searchText->refresh(*d->database);
}

Result<std::vector<SearchHit>> Store::search(const QString &text, int limit, const RecordType *only) const
{
    const QString needle = text.trimmed().toLower();
    std::vector<SearchHit> hits;
    if (needle.isEmpty())
        return hits;
    CORE_ASSIGN(const std::vector<SearchText::Found> found,
                d->findText(needle.toUtf8(), size_t(limit), only));
    for (const auto &[typeKey, id] : found) {
        const RecordType *type = findRecordType(QLatin1StringView(typeKey));
        if (!type || int(hits.size()) >= limit)
            continue;
        CORE_ASSIGN(const QVariantList record, values(*type, id));
        hits.push_back({type, id, record.at(type->indexOf(type->traits.display)).toString(),
                        hintOf(*this, *type, record)});
    }
    return hits;
}

QDateTime Store::lastBackup() const
{
    const QFileInfoList backups = backupsOf(d->path);
    return backups.isEmpty() ? QDateTime() : backups.last().lastModified();
}

Result<VerifyReport> Store::verify(Progress *progress) const
{
    CORE_ASSIGN(VerifyReport report, verifyJournal(*d->database, progress));
    CORE_ASSIGN(Statement integrity, d->database->prepare("PRAGMA integrity_check(20)"));
    for (;;) {
        CORE_ASSIGN(const bool row, integrity.step());
        if (!row)
            break;
        if (integrity.text(0) != "ok"_L1)
            report.faults.push_back(tr("数据文件内部损坏，请从备份恢复（%1）。").arg(integrity.text(0)));
    }
    CORE_ASSIGN(Statement foreign, d->database->prepare("PRAGMA foreign_key_check"));
    CORE_ASSIGN(const bool dangling, foreign.step());
    if (dangling)
        report.faults.push_back(tr("有记录指向不存在的记录（%1）。").arg(foreign.text(0)));
    CORE_TRY(verifyRecords(*d->database, report, progress));
    return report;
}

Status Store::backup(const QString &path, Progress *progress) const
{
    const QString part = path + u".part"_s;
    QFile::remove(part);
    Status copied = [&]() -> Status {
        CORE_ASSIGN(const std::unique_ptr<Database> target, Database::open(part, Database::Mode::Create));
        sqlite3_backup *backup = sqlite3_backup_init(target->handle(), "main", d->database->handle(), "main");
        if (!backup)
            return target->lastError("backup");
        int result = SQLITE_OK;
        while (result == SQLITE_OK || result == SQLITE_BUSY) {
            result = sqlite3_backup_step(backup, 1024);
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
        if (result != SQLITE_DONE)
            return target->lastError("backup");
        // A copy in WAL mode would want two more files beside it on a USB stick.
        return target->execute("PRAGMA journal_mode = DELETE");
    }();
    if (!copied) {
        QFile::remove(part);
        return copied;
    }
    QFile::remove(path);
    if (!QFile::rename(part, path)) {
        QFile::remove(part);
        return Error{Error::Code::Storage, tr("备份不能写到“%1”，请换一个位置。").arg(path), {}};
    }
    return ok();
}

Result<QString> Store::automaticBackup(const QString &reason, Progress *progress)
{
    const QString folder = backupFolder(d->path);
    if (!QDir().mkpath(folder))
        return Error{Error::Code::Storage, tr("不能建立备份文件夹“%1”。").arg(folder), {}};
    // What a killed program left of a backup helps nobody.
    const QFileInfoList broken =
        QDir(folder).entryInfoList({QFileInfo(d->path).completeBaseName() + u" *.part"_s}, QDir::Files);
    for (const QFileInfo &part : broken)
        QFile::remove(part.absoluteFilePath());
    const QString target = folder + u'/' + QFileInfo(d->path).completeBaseName() + u' ' +
                           QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss-zzz"_s) + u' ' + reason +
                           u".shanzhi"_s;
    CORE_TRY(backup(target, progress));
    QFileInfoList backups = backupsOf(d->path);
    while (backups.size() > backupsKept)
        QFile::remove(backups.takeFirst().absoluteFilePath());
    return target;
}

} // namespace core
