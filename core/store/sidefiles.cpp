// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a log belongs to a file, told by the change counter that SQLite keeps on the first page and raises
// when it writes that page: https://sqlite.org/fileformat2.html
#include "core/store/sidefiles.h"

#include "core/base/sha256.h"
#include "core/base/tr.h"
#include "core/store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <vector>

using namespace Qt::StringLiterals;

namespace core {

namespace {

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return bytes.size() >= at + 4 ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

/// The first page of a file, from the file itself or out of a log.
struct FirstPage
{
    QByteArray bytes;

    quint32 counter() const { return numberAt(bytes, 24); }
    quint32 pages() const { return numberAt(bytes, 28); }
    quint32 pageSize() const
    {
        const auto size = qFromBigEndian<quint16>(bytes.constData() + 16);
        return size == 1 ? 65536 : size;
    }
    /// Whether the file is written by way of a log of the other kind than a rollback journal.
    bool isWal() const { return bytes.at(18) == 2; }
};

constexpr int largestPage = 65536;

#ifdef Q_OS_UNIX
/// The beginning of a file, read as SQLite reads it. POSIX gives locks to a process and takes all of them on
/// a file when the process closes it anywhere: to open it past SQLite would drop the locks of an open county,
/// and the next program to look at it would remove its log (https://sqlite.org/howtocorrupt.html, 2.2).
QByteArray beginningOf(const QString &path)
{
    Database::prepareLibrary();
    sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
    auto *name = sqlite3_create_filename(QFile::encodeName(QFileInfo(path).absoluteFilePath()).constData(),
                                         "", "", 0, nullptr);
    const auto memory = std::make_unique<std::byte[]>(size_t(vfs->szOsFile));
    auto *file = reinterpret_cast<sqlite3_file *>(memory.get());
    QByteArray bytes;
    sqlite3_int64 size = 0;
    constexpr int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
    if (vfs->xOpen(vfs, name, file, flags, nullptr) == SQLITE_OK &&
        file->pMethods->xFileSize(file, &size) == SQLITE_OK) {
        bytes.resize(qsizetype(std::min<sqlite3_int64>(size, largestPage)));
        if (file->pMethods->xRead(file, bytes.data(), int(bytes.size()), 0) != SQLITE_OK)
            bytes.clear();
    }
    if (file->pMethods)
        file->pMethods->xClose(file);
    sqlite3_free_filename(name);
    return bytes;
}
#else
QByteArray beginningOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(largestPage) : QByteArray();
}
#endif

/// Empty for what is no file of SQLite.
std::optional<FirstPage> firstPageOf(const QString &path)
{
    FirstPage page{beginningOf(path)};
    if (page.bytes.size() < 100 || !page.bytes.startsWith("SQLite format 3"))
        return {};
    page.bytes.truncate(page.pageSize());
    return page;
}

/// Whether what is in the write-ahead log came after what \a now says of the file.
bool walFits(QFile &log, const FirstPage &now)
{
    constexpr qsizetype headerSize = 32;
    constexpr qsizetype frameHeaderSize = 24;
    const QByteArray header = log.read(headerSize);
    if (header.size() < headerSize)
        return true; // SQLite does not read it either
    // Our backups are not written by way of such a log; a file that is has another mark.
    if (!now.isWal() || numberAt(header, 8) != now.pageSize())
        return false;
    std::vector<quint32> counters;
    for (qint64 at = headerSize;; at += frameHeaderSize + now.pageSize()) {
        if (!log.seek(at))
            break;
        const QByteArray frame = log.read(frameHeaderSize);
        // What is left of an earlier round has other salts.
        if (frame.size() < frameHeaderSize || frame.mid(8, 8) != header.mid(16, 8))
            break;
        if (log.size() < at + frameHeaderSize + now.pageSize())
            break; // a program died between the frame's header and its page
        constexpr qsizetype upToCounter = 28;
        if (numberAt(frame, 0) == 1)
            counters.push_back(numberAt(log.read(upToCounter), 24));
    }
    // The file may hold any part of the log already. A first page that was in memory keeps its count.
    return counters.empty() || now.counter() + 1 == counters.front() ||
           std::find(counters.begin(), counters.end(), now.counter()) != counters.end();
}

/// Whether the rollback journal holds what stood in the file before what \a now says of it.
bool journalFits(QFile &journal, const FirstPage &now)
{
    constexpr qsizetype headerSize = 28;
    const QByteArray header = journal.read(headerSize);
    if (header.size() < headerSize || !header.startsWith("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"))
        return true; // SQLite does not read it either
    const quint32 pagesBefore = numberAt(header, 16);
    const quint32 pageSize = numberAt(header, 24);
    if (pageSize != now.pageSize())
        return false;
    for (qint64 at = numberAt(header, 20);; at += 4 + qint64(pageSize) + 4) {
        const QByteArray number = journal.seek(at) ? journal.read(4) : QByteArray();
        if (number.size() < 4)
            break;
        if (numberAt(number, 0) != 1)
            continue;
        const FirstPage before{journal.read(pageSize)};
        if (before.bytes.size() < pageSize)
            break; // not all of it had been written: nothing of the file was
        return before.bytes == now.bytes || before.counter() + 1 == now.counter();
    }
    // The first page goes into the journal before the file changes its size or anything is final.
    return pagesBefore == now.pages();
}

/// The log beside \a path that does not belong to it; empty: there is none.
QString foreignLog(const QString &path)
{
    const std::optional<FirstPage> now = firstPageOf(path);
    if (!now)
        return {};
    const std::pair<QLatin1StringView, bool (*)(QFile &, const FirstPage &)> logs[] = {
        {sideFiles[0], walFits}, {sideFiles[1], journalFits}};
    for (const auto &[suffix, fits] : logs) {
        QFile log(path + suffix);
        if (log.exists() && log.open(QIODevice::ReadOnly) && !fits(log, *now))
            return log.fileName();
    }
    return {};
}

/// What a file is called until it is whole: by its name, where the system can keep what is added to that.
QString partOf(const QString &path)
{
    constexpr qsizetype longestName = 255; // bytes
    constexpr qsizetype hashDigits = 16;
    const QFileInfo file(path);
    const QByteArray name = file.fileName().toUtf8();
    if (name.size() + unfinished.size() + sideFiles[1].size() <= longestName)
        return path + unfinished;
    return file.absolutePath() + u'/' + QString::fromLatin1(Sha256::hexOf(name).left(hashDigits)) +
           unfinished;
}

QStringList logsBeside(const QString &path)
{
    QStringList logs;
    for (const QLatin1StringView suffix : sideFiles) {
        if (QFile::exists(path + suffix))
            logs.append(path + suffix);
    }
    return logs;
}

} // namespace

QString withoutLink(const QString &path)
{
    const QFileInfo file(path);
    return file.isSymbolicLink() && file.exists() ? file.canonicalFilePath() : path;
}

bool isWritable(const QString &path)
{
    const QFileInfo file(path);
    constexpr QFileDevice::Permissions any =
        QFileDevice::WriteOwner | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    return file.isWritable() && (file.permissions() & any) != 0;
}

FileState FileState::of(const QString &path)
{
    const QFileInfo file(path);
    return {file.size(), file.lastModified().toMSecsSinceEpoch()};
}

Status checkOtherNames(const QString &path)
{
    std::error_code fault;
    const QFileInfo file(path);
    if (std::filesystem::hard_link_count(file.filesystemAbsoluteFilePath(), fault) < 2 || fault)
        return ok();
    const QFileInfoList others = file.absoluteDir().entryInfoList(QDir::Files);
    for (const QFileInfo &other : others) {
        if (other.fileName() == file.fileName() || QFileInfo(other.filePath() + sideFiles[0]).size() == 0 ||
            !isSameFile(other.filePath(), path))
            continue;
        return Error{Error::Code::Conflict,
                     tr("“%1”和“%2”是同一个文件的两个名称，“%2”的日志里还有没写进文件的数据。"
                        "请打开“%2”。")
                         .arg(file.fileName(), other.fileName()),
                     {}};
    }
    // Whoever has it open keeps SQLite's lock on the file itself, whatever its name: then the way of writing
    // cannot be changed.
    const QStringList logs = logsBeside(path);
    {
        CORE_ASSIGN(const std::unique_ptr<Database> database,
                    Database::open(path, Database::Mode::ReadWrite));
        database->setPatience(0);
        // On a full disk nobody writes it, by whatever name.
        if (!database->checkRoomBeside() || database->execute("PRAGMA journal_mode = DELETE"))
            return ok();
    }
    for (const QString &log : logsBeside(path)) {
        if (!logs.contains(log))
            QFile::remove(log);
    }
    return Error{Error::Code::Busy,
                 tr("“%1”有几个名称（硬链接），正以另一个名称打开着。请先在那边关闭，再到这里打开；"
                    "也可以只读打开查看。")
                     .arg(file.fileName()),
                 {}};
}

Status removeUnfinished(const QString &part)
{
    if (!QFile::exists(part))
        return ok();
    if (const auto database = Database::open(part, Database::Mode::ReadWrite)) {
        (*database)->setPatience(0);
        const Status alone = (*database)->execute("BEGIN EXCLUSIVE");
        if (!alone && alone.error().code == Error::Code::Busy)
            return Error{Error::Code::Busy, tr("“%1”正由另一个程序备份，请等它做完。").arg(part), {}};
    }
    removeWithSideFiles(part);
    return ok();
}

Status writeNewFile(const QString &path, const std::function<Status(Database &)> &fill)
{
    const QString part = partOf(path);
    CORE_TRY(removeUnfinished(part));
    Status copied = [&]() -> Status {
        CORE_ASSIGN(const std::unique_ptr<Database> target, Database::open(part, Database::Mode::Create));
        CORE_TRY(target->execute("PRAGMA synchronous = OFF")); // takeName() waits for the disk, once
        CORE_TRY(fill(*target));
        // A copy in WAL mode would want two more files beside it on a USB stick.
        return target->execute("PRAGMA journal_mode = DELETE");
    }();
    if (!copied) {
        removeWithSideFiles(part);
        return copied;
    }
    return takeName(part, path);
}

Status putLogIn(const QString &path)
{
    CORE_ASSIGN(const std::unique_ptr<Database> database, Database::open(path, Database::Mode::ReadWrite));
    return database->execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
}

void removeWithSideFiles(const QString &path)
{
    QFile::remove(path);
    for (const QLatin1StringView suffix : sideFiles)
        QFile::remove(path + suffix);
}

Status checkLogs(const QString &path)
{
    // Another program may be writing between one look and the next.
    constexpr int looks = 3;
    QString foreign = foreignLog(path);
    for (int i = 1; i < looks && !foreign.isEmpty(); ++i) {
        QThread::msleep(20);
        foreign = foreignLog(path);
    }
    if (foreign.isEmpty())
        return ok();
    const QString log = QFileInfo(foreign).fileName();
    return Error{Error::Code::Conflict,
                 tr("“%1”旁边的日志“%2”是别的文件或更早的文件留下的，大概有人把备份直接复制到了这里。"
                    "没有打开，什么都没有改动。要用现在这个文件，请先把“%2”移到别处；"
                    "要用日志里没写完的数据，请先把原来的文件放回来。")
                     .arg(path, log),
                 {}};
}

} // namespace core
