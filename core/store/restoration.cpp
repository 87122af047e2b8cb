// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/restoration.h"

#include "core/base/tr.h"
#include "core/store/attachmentfolder.h"
#include "core/store/database.h"
#include "core/store/filelock.h"
#include "core/store/ownbackups.h"
#include "core/store/schema.h"
#include "core/store/sidefiles.h"
#include "core/store/storeprivate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Error brokenBackup(const QString &backup, const QString &detail)
{
    return {Error::Code::FileFormat, tr("备份“%1”已损坏，不能恢复。请换一份备份。").arg(backup), detail};
}

/// The same error, where it speaks of a damaged data file: it is the backup that is damaged.
Error ofBackup(const Error &error, const QString &backup)
{
    return error.code == Error::Code::Damaged ? brokenBackup(backup, error.detail) : error;
}

/// A backup that this program can read, opened.
Result<std::unique_ptr<Database>> openBackup(const QString &backup)
{
    if (!QFile::exists(backup))
        return Error{Error::Code::NotFound, tr("找不到备份“%1”。").arg(backup), {}};
    std::unique_ptr<Database> database;
    int version = 0;
    const Status opened = [&]() -> Status {
        CORE_ASSIGN(database, Database::open(backup, Database::Mode::ReadOnly));
        CORE_ASSIGN(version, fileSchemaVersion(*database));
        return ok();
    }();
    if (!opened)
        return ofBackup(opened.error(), backup);
    if (version == 0)
        return Error{Error::Code::FileFormat, tr("“%1”不是善治的数据文件，或者是空文件。").arg(backup), {}};
    if (version > schemaVersion())
        return Error{Error::Code::FileFormat,
                     tr("备份“%1”由较新版本的程序保存，本程序不能恢复它。请升级程序后再恢复。").arg(backup),
                     {}};
    return database;
}

/// What a file says of itself: "示范县民政局，330421".
Result<QString> nameIn(Database &database)
{
    CORE_ASSIGN(Statement select, database.prepare("SELECT group_concat(value, '，') FROM (SELECT value FROM"
                                                   " file_info WHERE key IN ('bureau', 'division_code')"
                                                   " ORDER BY key)"));
    CORE_TRY(select.step());
    return select.text(0);
}

/// Counts what a backup of any schema holds.
Status countContent(Database &database, BackupSummary &summary)
{
    CORE_ASSIGN(summary.otherFile, nameIn(database));
    CORE_ASSIGN(summary.entries, database.number("SELECT count(*) FROM journal"));
    CORE_ASSIGN(Statement last, database.prepare("SELECT what FROM journal ORDER BY sequence DESC LIMIT 1"));
    CORE_ASSIGN(const bool any, last.step());
    if (any)
        summary.lastEntry = last.text(0);
    for (const RecordType *type : allRecordTypes()) {
        const QByteArray table(type->key);
        CORE_ASSIGN(const qint64 known,
                    database.number("SELECT count(*) FROM sqlite_schema WHERE name = '" + table + "'"));
        if (known == 0)
            continue; // of a later schema
        CORE_ASSIGN(const qint64 records,
                    database.number("SELECT count(*) FROM " + table + " WHERE removed_at IS NULL"));
        summary.records += records;
    }
    return ok();
}

BackupSummary summaryOf(const QString &backup)
{
    const QFileInfo file(backup);
    BackupSummary summary{.path = backup, .at = file.lastModified(), .bytes = file.size()};
    const Status read = [&]() -> Status {
        CORE_ASSIGN(const std::unique_ptr<Database> database, openBackup(backup));
        return countContent(*database, summary);
    }();
    if (!read)
        summary.fault = ofBackup(read.error(), backup).text;
    return summary;
}

/// All pages can be read and fit together.
Status checkPages(Database &database, const QString &backup)
{
    const Status checked = [&]() -> Status {
        CORE_ASSIGN(Statement check, database.prepare("PRAGMA quick_check(1)"));
        CORE_ASSIGN(const bool row, check.step());
        if (row && check.text(0) != "ok"_L1)
            return brokenBackup(backup, check.text(0));
        return ok();
    }();
    return checked ? ok() : Status(brokenBackup(backup, checked.error().detail));
}

/// Room for the backup with its attachments, and as much again where it has to be converted.
Status checkRoomFor(Database &database, const QString &backup, const QString &county)
{
    CORE_ASSIGN(const std::vector<KeptAttachment> attachments, keptAttachments(database));
    CORE_ASSIGN(const int version, fileSchemaVersion(database));
    qint64 needed = QFileInfo(backup).size() * (version < schemaVersion() ? 2 : 1);
    for (const KeptAttachment &one : attachments)
        needed += one.isInFile ? 0 : one.size;
    return checkRoom(QFileInfo(county).absolutePath(), needed);
}

Error stillOpen(const QString &county, const QString &detail)
{
    return {Error::Code::Busy,
            tr("“%1”还有程序打开着，没有恢复，现在的文件没有动。请都关闭后再恢复。").arg(county), detail};
}

/// Puts what lies in the log of \a county into it, so that all of it is one file. A file that is too broken
/// for that, or whose log is not its own, stays as it is.
Status closeFormer(const QString &county)
{
    if (!checkLogs(county))
        return ok();
    const Status closed = putLogIn(county);
    const bool isBroken =
        !closed && closed.error().code != Error::Code::Busy && closed.error().code != Error::Code::ReadOnly;
    // Whoever still reads the file would go on with its log, which the next one to open it would take for its
    // own.
    if (!isBroken && (!closed || QFile::exists(county + sideFiles[0])))
        return stillOpen(county, closed ? QString() : closed.error().detail);
    return ok();
}

QString nameOfFile(const FileInfo &info)
{
    return tr("%1，%2").arg(info.bureau, info.divisionCode);
}

/// What \a present holds that \a backup does not, newest first.
Result<std::vector<JournalEntry>> entriesSince(const Store &backup, const Store &present)
{
    CORE_ASSIGN(const std::vector<JournalEntry> kept, backup.journal());
    CORE_ASSIGN(std::vector<JournalEntry> entries, present.journal());
    QSet<QString> known;
    for (const JournalEntry &entry : kept)
        known.insert(entry.hash);
    std::erase_if(entries, [&](const JournalEntry &entry) { return known.contains(entry.hash); });
    return entries;
}

/// Which work is not in the file any more; \a entries: newest first.
QString lostText(const std::vector<JournalEntry> &entries)
{
    const auto timeOf = [](const JournalEntry &entry) {
        return entry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
    };
    if (entries.empty())
        return {};
    if (entries.size() == 1)
        return tr("这份备份以后做的 1 次操作（%1，%2），恢复后的文件里没有。")
            .arg(timeOf(entries.front()), entries.front().what);
    return tr("这份备份以后做的 %1 次操作（%2 到 %3，最后一次是“%4”），恢复后的文件里没有。")
        .arg(entries.size())
        .arg(timeOf(entries.back()), timeOf(entries.front()), entries.front().what);
}

/// What the newest of \a entries that left the house are called.
QString outwardActs(const std::vector<JournalEntry> &entries)
{
    constexpr qsizetype told = 5;
    QStringList acts;
    for (const JournalEntry &entry : entries) {
        if (entry.outward)
            acts.append(tr("%1（%2）").arg(entry.what, entry.at.toLocalTime().toString(u"yyyy-MM-dd"_s)));
    }
    const qsizetype all = acts.size();
    const QString list = acts.mid(0, told).join(u'、');
    return all > told ? tr("%1等 %2 件").arg(list).arg(all) : list;
}

/// What Restoration says before it puts a backup in the place of a county.
struct Consequences
{
    QString lost;
    QString warning;
};

/// Of putting \a backup in the place of \a county, which may be broken or gone.
Result<Consequences> consequencesOf(const Store &backup, const QString &county)
{
    if (!QFile::exists(county) || !checkLogs(county))
        return Consequences();
    const auto opened = Store::open(county, Store::Access::Read);
    if (!opened && opened.error().code == Error::Code::Storage)
        return opened.error(); // the disk, not the file: nobody knows what would be lost
    if (!opened)
        return Consequences();
    const Store &present = **opened;
    if (present.info().site != backup.info().site)
        return Consequences{{},
                            tr("这份备份是另一个数据文件（%1）的，不是现在这个（%2）的。")
                                .arg(nameOfFile(backup.info()), nameOfFile(present.info()))};
    CORE_ASSIGN(const std::vector<JournalEntry> entries, entriesSince(backup, present));
    const QString acts = outwardActs(entries);
    return Consequences{
        lostText(entries),
        acts.isEmpty()
            ? QString()
            : tr("这份备份以后对外办过的事，恢复后文件里就没有了，而在外面已经生效：%1。").arg(acts)};
}

std::filesystem::path systemPath(const QString &path)
{
    return QFileInfo(path).filesystemAbsoluteFilePath();
}

} // namespace

std::vector<BackupSummary> backupSummaries(const QString &county)
{
    std::vector<BackupSummary> summaries;
    for (const OwnBackup &backup : backupsBeside(county, siteOf(county))) {
        BackupSummary summary = summaryOf(backup.file.absoluteFilePath());
        summary.at = backup.at; // the file may have been copied since
        if (!backup.isOther)
            summary.otherFile.clear();
        summaries.push_back(std::move(summary));
    }
    std::reverse(summaries.begin(), summaries.end());
    return summaries;
}

QString Restored::sentence() const
{
    const QString text =
        kept.isEmpty()
            ? tr("已恢复到 %1 的备份：%2 条记录、%3 次操作，校验完好。")
            : tr("已恢复到 %1 的备份：%2 条记录、%3 次操作，校验完好。原来的文件没有删除，留作“%4”。");
    QString filled = text.arg(at.toString(u"yyyy-MM-dd HH:mm"_s), QLocale().toString(records),
                              QLocale().toString(entries));
    if (!kept.isEmpty())
        filled = filled.arg(kept);
    return lost.isEmpty() ? filled : filled + u'\n' + lost;
}

Result<std::unique_ptr<Restoration>> Restoration::prepare(const QString &backup, const QString &county,
                                                          Progress *progress)
{
    std::unique_ptr<Restoration> made(new Restoration);
    const Status prepared = [&]() -> Status {
        if (isSameFile(backup, county))
            return Error{Error::Code::InvalidInput, tr("“%1”就是现在的文件，请选一份备份。").arg(backup), {}};
        made->m_restored.county = withoutLink(county);
        CORE_TRY(checkPlace({made->m_restored.county, Existing::Replace}));
        CORE_ASSIGN(made->m_lock, FileLock::acquire(made->m_restored.county));
        made->m_waiting = made->m_restored.county + u".restored"_s;
        const Status whole = made->makeWhole(backup, progress);
        return whole ? ok() : Status(ofBackup(whole.error(), backup));
    }();
    if (prepared)
        return made;
    Error error = prepared.error();
    if (error.code != Error::Code::Cancelled)
        error.text = tr("没有恢复，现在的文件没有动：%1").arg(error.text);
    return error;
}

Result<Restored> Restoration::check(const QString &backup, Progress *progress)
{
    const QTemporaryDir folder;
    Restoration made;
    made.m_waiting = folder.filePath(u"check.shanzhi"_s);
    made.m_restored.county = made.m_waiting;
    if (const Status whole = made.makeWhole(backup, progress); !whole)
        return ofBackup(whole.error(), backup);
    made.m_restored.county.clear();
    return made.m_restored;
}

Restoration::~Restoration()
{
    if (!m_waiting.isEmpty())
        removeWithSideFiles(m_waiting);
}

Status Restoration::makeWhole(const QString &backup, Progress *progress)
{
    const auto stage = [progress](const QString &what) {
        if (progress)
            progress->setStage(what);
    };
    removeWithSideFiles(m_waiting); // what a killed program left
    stage(tr("检查备份"));
    {
        CORE_ASSIGN(const std::unique_ptr<Database> source, openBackup(backup));
        CORE_TRY(checkPages(*source, backup));
        CORE_TRY(checkNoTriggers(*source, backup));
        CORE_TRY(checkRoomFor(*source, backup, m_restored.county));
    }
    stage(tr("取出备份"));
    CORE_TRY(Store::restore(backup, m_waiting, progress));
    {
        // Not by Store::open(): what would have to be backed up first is the backup itself.
        CORE_ASSIGN(const std::unique_ptr<Database> waiting,
                    Database::open(m_waiting, Database::Mode::ReadWrite));
        CORE_TRY(migrate(*waiting, schemaSteps(), progress));
    }
    stage(tr("校验"));
    CORE_ASSIGN(std::unique_ptr<Store> store, Store::open(m_waiting));
    CORE_ASSIGN(const VerifyReport report, store->verify(progress));
    if (report.isDamaged)
        return brokenBackup(backup, report.faults.front());
    if (!report.faults.empty())
        return Error{Error::Code::FileFormat,
                     tr("备份“%1”没有通过校验（%2）请换一份备份；只想看它的内容，可以直接打开它。")
                         .arg(backup, report.faults.front()),
                     {}};
    const BackupSummary summary = summaryOf(m_waiting);
    m_restored.at = madeAt(backup);
    m_restored.records = summary.records;
    m_restored.entries = summary.entries;
    CORE_ASSIGN(const Consequences consequences, consequencesOf(*store, m_restored.county));
    m_restored.lost = consequences.lost;
    m_warning = consequences.warning;
    CORE_TRY(store->note(tr("从备份“%1”恢复").arg(QFileInfo(backup).fileName()), restorationMeans));
    // The file alone takes the place of the county.
    store.reset();
    return putLogIn(m_waiting);
}

Status Restoration::keepFormer(const QString &kept)
{
    if (!QFile::exists(m_restored.county))
        return ok();
    if (m_lock.use_count() > 1)
        return stillOpen(m_restored.county, {});
    CORE_TRY(closeFormer(m_restored.county));
    // A second name costs nothing and leaves the first where it is; some USB sticks know no second names.
    std::error_code fault;
    std::filesystem::create_hard_link(systemPath(m_restored.county), systemPath(kept), fault);
    if (fault && !QFile::copy(m_restored.county, kept)) {
        QFile::remove(kept);
        return Error{
            Error::Code::Storage,
            tr("现在的文件不能另存为“%1”，没有恢复，它也没有动。请检查磁盘是否已满、能否写入。").arg(kept),
            QString::fromStdString(fault.message())};
    }
    m_restored.kept = kept;
    return ok();
}

Result<Restored> Restoration::takePlace()
{
    const QFileInfo former(m_restored.county);
    const QString kept = former.absolutePath() + u'/' + former.completeBaseName() + u' ' + tr("恢复前") +
                         u' ' + QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss-zzz"_s) +
                         u".shanzhi"_s;
    // What a window asked of the file last may still be on its way out.
    constexpr int attempts = 20;
    Status keeping = keepFormer(kept);
    for (int i = 1; i < attempts && !keeping && keeping.error().code == Error::Code::Busy; ++i) {
        QThread::msleep(100);
        keeping = keepFormer(kept);
    }
    CORE_TRY(keeping);
    const auto moveSideFiles = [](const QString &from, const QString &to) {
        for (const QLatin1StringView suffix : sideFiles)
            QFile::rename(from + suffix, to + suffix);
    };
    // Only a file that is gone, or too broken to be closed, still has these: SQLite would take them for those
    // of the new one.
    moveSideFiles(m_restored.county, kept);
    std::error_code fault;
    std::filesystem::rename(systemPath(m_waiting), systemPath(m_restored.county), fault);
    if (fault) {
        moveSideFiles(kept, m_restored.county);
        QFile::remove(m_restored.kept);
        return Error{
            Error::Code::Storage,
            tr("“%1”不能换成备份，没有恢复，它也没有动。请检查磁盘能否写入、文件是否被别的程序占用。")
                .arg(m_restored.county),
            QString::fromStdString(fault.message())};
    }
    m_waiting.clear();
    return m_restored;
}

} // namespace core
