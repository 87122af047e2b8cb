// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/outputfile.h"

#include "tests/support/catch.h"
#include "tests/support/fulldisk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <filesystem>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

class OutputFolder
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
        return path(name);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QStringList names() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

private:
    QTemporaryDir m_folder;
};

Status writeOutput(const Output &output, const QByteArray &content)
{
    CORE_ASSIGN(const std::unique_ptr<OutputFile> file, OutputFile::create(output));
    CORE_TRY(file->write(content));
    return file->commit();
}

Error::Code refusal(const Output &output)
{
    const Status status = writeOutput(output, "new");
    REQUIRE_FALSE(status);
    CHECK_FALSE(status.error().text.isEmpty());
    return status.error().code;
}

} // namespace

TEST_CASE("A file that is there is replaced only when somebody said so")
{
    const OutputFolder folder;
    const QString path = folder.write(u"名册.csv"_s, "old");
    CHECK(refusal(path) == Error::Code::Conflict);
    CHECK(folder.read(u"名册.csv"_s) == "old");
    REQUIRE(writeOutput({path, Existing::Replace}, "new"));
    CHECK(folder.read(u"名册.csv"_s) == "new");
    REQUIRE(writeOutput(folder.path(u"另一份.csv"_s), "new"));
    CHECK(folder.names() == QStringList({u"另一份.csv"_s, u"名册.csv"_s}));
}

TEST_CASE("What is in use is never written over, by whatever name it is called")
{
    const OutputFolder folder;
    const QString used = folder.write(u"台账.csv"_s, "old");
    REQUIRE(QFile::link(used, folder.path(u"软链接.csv"_s)));
    std::filesystem::create_hard_link(QFileInfo(used).filesystemAbsoluteFilePath(),
                                      QFileInfo(folder.path(u"硬链接.csv"_s)).filesystemAbsoluteFilePath());
    for (const QString &name : {u"台账.csv"_s, u"软链接.csv"_s, u"硬链接.csv"_s, u"./台账.csv"_s}) {
        INFO(name.toStdString());
        CHECK(refusal({folder.path(name), Existing::Replace, {used}}) == Error::Code::InvalidInput);
        CHECK(folder.read(u"台账.csv"_s) == "old");
    }
    // A log may appear while something is being written under its name.
    const QString log = folder.path(u"县.shanzhi-wal"_s);
    CHECK(refusal({log, Existing::Replace, {log}}) == Error::Code::InvalidInput);
    // A folder stands for the files in it, and not for those that are not there yet.
    REQUIRE(QDir().mkpath(folder.path(u"备份/附件"_s)));
    folder.write(u"备份/附件/00aa"_s, "old");
    const QStringList spared{folder.path(u"备份"_s)};
    CHECK(refusal({folder.path(u"备份/附件/00aa"_s), Existing::Replace, spared}) ==
          Error::Code::InvalidInput);
    std::filesystem::create_hard_link(
        QFileInfo(folder.path(u"备份/附件/00aa"_s)).filesystemAbsoluteFilePath(),
        QFileInfo(folder.path(u"外面.csv"_s)).filesystemAbsoluteFilePath());
    CHECK(refusal({folder.path(u"外面.csv"_s), Existing::Replace, spared}) == Error::Code::InvalidInput);
    CHECK(writeOutput({folder.path(u"备份/新.csv"_s), Existing::Keep, spared}, "new"));
}

TEST_CASE("A data file and its logs are never written over by something else")
{
    const OutputFolder folder;
    for (const QByteArray &head :
         {QByteArray("SQLite format 3\0\x20\0\2\2", 20), QByteArray("\x37\x7f\x06\x82\0\x2d", 6),
          QByteArray("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7\0", 9)}) {
        const QString path = folder.write(u"别的县.shanzhi"_s, head);
        CHECK(refusal({path, Existing::Replace}) == Error::Code::InvalidInput);
        CHECK(folder.read(u"别的县.shanzhi"_s) == head);
    }
}

TEST_CASE("Nothing is written under a name where a data file has its log or lock, whosever it is")
{
    const OutputFolder folder;
    const QString county = folder.write(u"别的县.shanzhi"_s, QByteArray("SQLite format 3\0\x20\0\2\2", 20));
    const QString table = folder.write(u"名册.csv"_s, "old");
    for (const QString &suffix : {u"-wal"_s, u"-journal"_s, u"-shm"_s, u".lock"_s}) {
        INFO(suffix.toStdString());
        CHECK(refusal({county + suffix, Existing::Replace}) == Error::Code::InvalidInput);
        CHECK_FALSE(QFileInfo::exists(county + suffix));
        CHECK(writeOutput(table + suffix, "new")); // nobody's
    }
}

TEST_CASE("A place where nothing can be written is told in a sentence that names it")
{
    const OutputFolder folder;
    CHECK(refusal(folder.path(u"没有/a.csv"_s)) == Error::Code::NotFound);
    CHECK(refusal(folder.path(u"."_s)) == Error::Code::InvalidInput);
    const QString longName = QString(u"长"_s).repeated(90) + u".csv"_s;
    const Status tooLong = writeOutput(folder.path(longName), "x");
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().text.contains(u"名称太长"_s));
#ifdef Q_OS_UNIX
    // As root it would be replaced by a plain file.
    CHECK(refusal({u"/dev/null"_s, Existing::Replace}) == Error::Code::InvalidInput);
#endif
}

#ifdef Q_OS_UNIX
TEST_CASE("What did not reach the disk is not done, and leaves what was there")
{
    const OutputFolder folder;
    const QString path = folder.write(u"名册.csv"_s, "old");
    for (const qsizetype size : {1, 1000, 100'000}) {
        INFO(size);
        const Status status = [&] {
            const FullDisk full(rlim_t(size - 1));
            return writeOutput({path, Existing::Replace}, QByteArray(size, 'x'));
        }();
        REQUIRE_FALSE(status);
        CHECK(status.error().code == Error::Code::Storage);
        CHECK(folder.read(u"名册.csv"_s) == "old");
        CHECK(status.error().text.contains(u"原来的文件没有改动"_s));
        CHECK(folder.names() == QStringList{u"名册.csv"_s});
    }
    const Status first = [&] {
        const FullDisk full(0);
        return writeOutput(folder.path(u"新.csv"_s), "x");
    }();
    REQUIRE_FALSE(first);
    CHECK_FALSE(first.error().text.contains(u"原来的文件"_s)); // there is none
    // Also for whoever writes to the device and does not look.
    const Status unseen = [&]() -> Status {
        const FullDisk full(10);
        CORE_ASSIGN(const std::unique_ptr<OutputFile> file, OutputFile::create({path, Existing::Replace}));
        file->device().write(QByteArray(20'000, 'x')); // the disk takes ten bytes of it
        return file->commit();
    }();
    CHECK_FALSE(unseen);
    CHECK(folder.read(u"名册.csv"_s) == "old");
}

TEST_CASE("What is written can be read by its owner only, also where everybody could read what was there")
{
    const OutputFolder folder;
    const QString path = folder.write(u"名册.csv"_s, "old");
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    REQUIRE(writeOutput({path, Existing::Replace}, "new"));
    REQUIRE(writeOutput(folder.path(u"新.csv"_s), "new"));
    for (const QString &name : {u"名册.csv"_s, u"新.csv"_s}) {
        const auto mode = std::filesystem::status(QFileInfo(folder.path(name)).filesystemAbsoluteFilePath());
        CHECK(mode.permissions() ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }
}
#endif

TEST_CASE("A file takes the place of another in one step, or goes")
{
    const OutputFolder folder;
    const QString whole = folder.write(u"县.part"_s, "new");
    const QString path = folder.write(u"县.shanzhi"_s, "old");
    REQUIRE(takeName(whole, {path, Existing::Replace}));
    CHECK(folder.read(u"县.shanzhi"_s) == "new");
    CHECK(folder.names() == QStringList{u"县.shanzhi"_s});
    const Status refused = takeName(folder.write(u"县.part"_s, "x"), folder.path(u"没有/县.shanzhi"_s));
    CHECK_FALSE(refused);
    CHECK(folder.names() == QStringList{u"县.shanzhi"_s});
}
