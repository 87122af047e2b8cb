// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a log belongs to a file, told by the change counter that SQLite keeps on the first page and raises
// when it writes that page: https://sqlite.org/fileformat2.html
#include "core/store/sidefiles.h"

#include "core/base/tr.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QtEndian>

#include <algorithm>
#include <optional>
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

/// Empty for what is no file of SQLite.
std::optional<FirstPage> firstPageOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    FirstPage page{file.peek(100)};
    if (page.bytes.size() < 100 || !page.bytes.startsWith("SQLite format 3"))
        return {};
    page.bytes = file.read(page.pageSize());
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

} // namespace

QString withoutLink(const QString &path)
{
    const QFileInfo file(path);
    return file.isSymbolicLink() && file.exists() ? file.canonicalFilePath() : path;
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
