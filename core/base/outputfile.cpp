// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/outputfile.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace core {

namespace {

#ifdef Q_OS_WIN
constexpr Qt::CaseSensitivity nameCase = Qt::CaseInsensitive;
#else
constexpr Qt::CaseSensitivity nameCase = Qt::CaseSensitive;
#endif

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

std::filesystem::path fileSystemPath(const QString &path)
{
    return QFileInfo(path).filesystemAbsoluteFilePath();
}

/// Whether the last byte of an open file is on the disk; empty, or what the system says.
QString syncFault(int handle)
{
#ifdef Q_OS_WIN
    const bool done = _commit(handle) == 0;
#else
    const bool done = fsync(handle) == 0;
#endif
    // Some file systems know no such thing, and not every file has such a handle.
    const bool unknown = errno == EINVAL || errno == ENOTSUP || errno == EBADF;
    return done || unknown ? QString() : QString::fromLocal8Bit(std::strerror(errno));
}

/// Whether the file is one of those in a folder, by its place or by a link.
bool isIn(const QString &folder, const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return false;
    if (file.canonicalFilePath().startsWith(QFileInfo(folder).canonicalFilePath() + u'/'))
        return true;
    std::error_code fault;
    if (std::filesystem::hard_link_count(fileSystemPath(path), fault) == 1)
        return false; // whoever prints thousands of reports would look through the folder for each
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (isSameFile(files.next(), path))
            return true;
    }
    return false;
}

/// Whether it begins as a file of SQLite, or as one of its logs.
bool isDataFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(16);
    return head == QByteArray("SQLite format 3\0", 16) || head.startsWith("\x37\x7f\x06\x82") ||
           head.startsWith("\x37\x7f\x06\x83") || head.startsWith("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7");
}

/// Whether it is the name of the log or the lock of a data file that stands there.
bool isBesideDataFile(const QString &path)
{
    const auto belongs = [&path](QLatin1StringView suffix) {
        return path.endsWith(suffix, nameCase) && isDataFile(path.chopped(suffix.size()));
    };
    return std::any_of(sideFiles.begin(), sideFiles.end(), belongs) || belongs(lockFile);
}

} // namespace

void failBeyondFileLimits()
{
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

bool isSameFile(const QString &a, const QString &b)
{
    std::error_code fault;
    if (std::filesystem::equivalent(fileSystemPath(a), fileSystemPath(b), fault))
        return true;
    const auto placeOf = [](const QString &path) {
        const QFileInfo file(path);
        return QFileInfo(file.absolutePath()).canonicalFilePath() + u'/' + file.fileName();
    };
    return placeOf(a).compare(placeOf(b), nameCase) == 0;
}

Status checkPlace(const Output &output)
{
    constexpr qsizetype longestName = 255; // bytes on Linux, characters on Windows
    const QFileInfo file(output.path);
    if (file.isDir())
        return Error{Error::Code::InvalidInput,
                     tr("“%1”是一个文件夹，文件没有写出。请在后面写上文件名。").arg(output.path),
                     {}};
    if (file.fileName().isEmpty())
        return Error{Error::Code::InvalidInput, tr("没有给出文件名，文件没有写出。"), output.path};
    if (!file.absoluteDir().exists())
        return Error{
            Error::Code::NotFound,
            tr("要保存到的文件夹不存在，文件没有写出：%1。请另选一个位置。").arg(file.absolutePath()),
            {}};
    if (QFile::encodeName(file.fileName()).size() > longestName)
        return Error{Error::Code::InvalidInput,
                     tr("“%1…”这个名称太长，文件没有写出。请改短一些。").arg(file.fileName().left(20)),
                     output.path};
    const bool isSpared = std::any_of(output.spared.begin(), output.spared.end(), [&](const QString &spared) {
        return QFileInfo(spared).isDir() ? isIn(spared, output.path) : isSameFile(spared, output.path);
    });
    if (isSpared || isBesideDataFile(output.path))
        return Error{
            Error::Code::InvalidInput,
            tr("“%1”正在使用（数据文件、它的备份，或者正在读取的文件），没有写出。请换一个名称或位置。")
                .arg(output.path),
            {}};
    if (!file.exists())
        return ok();
    if (!file.isFile())
        return Error{Error::Code::InvalidInput,
                     tr("“%1”不是普通文件，没有写出。请换一个名称或位置。").arg(output.path),
                     {}};
    if (output.existing == Existing::Keep)
        return Error{Error::Code::Conflict,
                     tr("“%1”已经存在，没有覆盖它。请换一个名称或位置；确实要替换它，在命令行加 --force。")
                         .arg(output.path),
                     {}};
    return ok();
}

Status checkOutput(const Output &output)
{
    CORE_TRY(checkPlace(output));
    if (isDataFile(output.path))
        return Error{
            Error::Code::InvalidInput,
            tr("“%1”是数据文件，不能用别的内容覆盖它，没有写出。请换一个名称或位置。").arg(output.path),
            {}};
    return ok();
}

Status checkRoom(const QString &folder, qint64 bytes)
{
    const QStorageInfo disk(folder);
    if (!disk.isValid() || disk.bytesAvailable() >= bytes)
        return ok(); // where nobody can tell, writing will
    return Error{Error::Code::Storage,
                 tr("“%1”所在的磁盘只剩 %2，这一步要 %3，没有开始。请清理磁盘，或者换一个位置。")
                     .arg(folder, sizeInWords(disk.bytesAvailable()), sizeInWords(bytes)),
                 {}};
}

QString whyNothingCanBeMade(const QString &folder)
{
    return QFileInfo(folder).isWritable() ? tr("所在的磁盘写不进去，大概已经满了")
                                          : tr("所在的文件夹不允许写入");
}

Error writeFailed(const QString &path, const QString &detail)
{
    const QString why =
        tr("文件没有写完，可能磁盘已满、没有写入权限，或文件正在 Excel 或 WPS 中打开。%1请处理后重新导出。");
    return {Error::Code::Storage, why.arg(QFile::exists(path) ? tr("原来的文件没有改动，") : QString()),
            detail};
}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const Output &output)
{
    CORE_TRY(checkOutput(output));
    std::unique_ptr<OutputFile> made(new OutputFile(output.path));
    if (!made->m_file.open(QIODevice::WriteOnly))
        return writeFailed(output.path, made->m_file.errorString());
    made->m_file.setPermissions(ownerOnly); // a USB stick knows no owners
    return made;
}

qint64 OutputFile::WholeFile::writeData(const char *data, qint64 size)
{
    qint64 written = 0;
    while (written < size) {
        const qint64 more = QSaveFile::writeData(data + written, size - written);
        if (more <= 0)
            return -1;
        written += more;
    }
    return written;
}

Status OutputFile::write(const QByteArray &bytes)
{
    return m_file.write(bytes) == bytes.size() ? ok()
                                               : Status(writeFailed(m_file.fileName(), m_file.errorString()));
}

Status OutputFile::commit()
{
    // QSaveFile::commit() looks neither at what its last buffer met on the way to the disk nor at the disk.
    const bool wasWritten = m_file.error() == QFileDevice::NoError && m_file.flush();
    const QString fault = wasWritten ? syncFault(m_file.handle()) : m_file.errorString();
    if (!wasWritten || !fault.isEmpty()) {
        m_file.cancelWriting();
        return writeFailed(m_file.fileName(), fault);
    }
    return m_file.commit() ? ok() : Status(writeFailed(m_file.fileName(), m_file.errorString()));
}

Status takeName(const QString &whole, const Output &output)
{
    const QString fault = [&]() -> QString {
        QFile file(whole);
        if (!file.open(QIODevice::ReadWrite))
            return file.errorString();
        return syncFault(file.handle());
    }();
    std::error_code refused;
    if (fault.isEmpty())
        std::filesystem::rename(fileSystemPath(whole), fileSystemPath(output.path), refused);
    if (fault.isEmpty() && !refused)
        return ok();
    QFile::remove(whole);
    return writeFailed(output.path, fault.isEmpty() ? QString::fromStdString(refused.message()) : fault);
}

} // namespace core
