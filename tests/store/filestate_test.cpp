// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a file while it is open, and files that are locked or cannot be written.
#include "core/store/filelock.h"
#include "tests/support/heldlocks.h"
#include "tests/support/programs.h"
#include "tests/support/tamper.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QProcess>

#include <filesystem>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

Status addNamed(Store &store, const QString &name)
{
    Organization organization = someOrganization(name);
    return insertOne(store, organization);
}

qint64 organizationsIn(const QString &path)
{
    const auto opened = Store::open(path, Store::Access::Read);
    requireOk(opened);
    return *(*opened)->count({.type = u"organization"_s});
}

void setRights(const QString &path, unsigned rights)
{
    std::filesystem::permissions(path.toStdString(), std::filesystem::perms(rights));
}

} // namespace

#ifdef Q_OS_LINUX

// Without them the next program to look at the file removes the log under the open county.
TEST_CASE("a county keeps its locks while further stores on it are opened, asked and closed")
{
    TestStore store;
    requireOk(addNamed(*store, u"示范县葡萄协会"_s));
    const QStringList before = locksOn(store.path());
    REQUIRE_FALSE(before.isEmpty());
    for (const Store::Access access : {Store::Access::Read, Store::Access::Write}) {
        CHECK(organizationsIn(store.path()) == 1);
        const auto other = store->another(access)();
        requireOk(other);
        requireOk((*other)->verify());
    }
    CHECK_FALSE(Store::isOlder(store.path()));
    CHECK(locksOn(store.path()) == before);
}

#endif

#ifndef Q_OS_WIN // there the system keeps an open file where and what it is

TEST_CASE("nothing is saved into a file that was moved, removed or replaced while it was open")
{
    enum class Accident { Moved, Removed, Replaced, FolderMoved };
    for (const Accident accident :
         {Accident::Moved, Accident::Removed, Accident::Replaced, Accident::FolderMoved}) {
        INFO(int(accident));
        const QTemporaryDir outer;
        REQUIRE(QDir(outer.path()).mkdir(u"甲"_s));
        const QString path = outer.filePath(u"甲/县.shanzhi"_s);
        auto created = Store::create(path, {u"局"_s, u"330421"_s, {}, 0});
        requireOk(created);
        const std::unique_ptr<Store> store = *std::move(created);
        requireOk(addNamed(*store, u"甲协会"_s));
        const QString away = outer.filePath(u"移走.shanzhi"_s);
        switch (accident) {
        case Accident::Moved: REQUIRE(QFile::rename(path, away)); break;
        case Accident::Removed: REQUIRE(QFile::remove(path)); break;
        case Accident::Replaced:
            REQUIRE(QFile::copy(path, away));
            std::filesystem::rename(away.toStdString(), path.toStdString());
            break;
        case Accident::FolderMoved: REQUIRE(QDir(outer.path()).rename(u"甲"_s, u"乙"_s)); break;
        }
        const Status refused = addNamed(*store, u"乙协会"_s);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::NotFound);
        CHECK(refused.error().text.contains(u"没有保存"_s));
        CHECK_FALSE(store->keepAttachment(u"章程.pdf"_s, "x"));
        CHECK_FALSE(store->automaticBackup(u"试"_s));
        CHECK_FALSE(QFile::exists(outer.filePath(u"甲/备份"_s)));
        // The way out that the sentence names: what is open is not lost.
        const QString saved = outer.filePath(u"另存.shanzhi"_s);
        requireOk(store->backup(saved));
        CHECK(organizationsIn(saved) == 1);
        if (accident == Accident::Moved) {
            REQUIRE(QFile::rename(away, path));
            requireOk(addNamed(*store, u"乙协会"_s));
        }
    }
}

TEST_CASE("a change during which the file is moved away is not said to be saved")
{
    TestStore store;
    requireOk(addNamed(*store, u"甲协会"_s));
    const QString away = store.path() + u".away"_s;
    for (const auto extent : {ChangeOptions::Extent::Usual, ChangeOptions::Extent::Large}) {
        Organization organization = someOrganization(u"乙协会"_s);
        const Status refused = store->change(u"导入"_s,
                                             [&](Change &change) -> Status {
                                                 CORE_TRY(change.insert(organization));
                                                 REQUIRE(QFile::rename(store.path(), away));
                                                 return ok();
                                             },
                                             {.extent = extent});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::NotFound);
        REQUIRE(QFile::rename(away, store.path()));
    }
    CHECK(store->journal()->size() == 1);
    CHECK(store->verify()->faults == std::vector<QString>());
}

TEST_CASE("nothing is saved into a file that was copied over while it was open")
{
    for (const bool isBackup : {true, false}) {
        for (const bool hasLog : {true, false}) {
            for (const auto extent : {ChangeOptions::Extent::Usual, ChangeOptions::Extent::Large}) {
                INFO(isBackup << hasLog << int(extent));
                TestStore store;
                requireOk(addNamed(*store, u"甲协会"_s));
                const QString early = store.path() + u".early"_s;
                if (isBackup) {
                    requireOk(store->backup(early));
                } else {
                    store.close();
                    REQUIRE(QFile::copy(store.path(), early));
                    store.reopen();
                }
                requireOk(addNamed(*store, u"乙协会"_s));
                store.reopen(); // which puts it from the log into the file
                if (hasLog)
                    requireOk(addNamed(*store, u"丁协会"_s));
                const QByteArray other = bytesOf(early);
                writeBytes(store.path(), other);
                Organization organization = someOrganization(u"丙协会"_s);
                const Status refused =
                    store->change(u"新增"_s, [&](Change &change) { return change.insert(organization); },
                                  {.extent = extent});
                REQUIRE_FALSE(refused);
                CHECK(refused.error().code == Error::Code::Conflict);
                CHECK(refused.error().text.contains(u"没有保存"_s));
                store.close();
                CHECK(bytesOf(store.path()) == other);
                // The log of the former file is told, and is not put into the one that lies there now.
                const auto opened = Store::open(store.path());
                CHECK(bool(opened) != hasLog);
                if (opened)
                    CHECK(*(*opened)->count({.type = u"organization"_s}) == 1);
            }
        }
    }
}

TEST_CASE("a file that is made read-only while it is open takes nothing until it may be written again")
{
    TestStore store;
    requireOk(addNamed(*store, u"甲协会"_s));
    setRights(store.path(), 0444);
    const Status refused = addNamed(*store, u"乙协会"_s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::ReadOnly);
    CHECK(refused.error().text.contains(u"只读"_s));
    setRights(store.path(), 0600);
    requireOk(addNamed(*store, u"乙协会"_s));
}

TEST_CASE("another name of an open file does not open it for writing a second time")
{
    TestStore store;
    requireOk(addNamed(*store, u"甲协会"_s));
    const QString other = store.folder() + u"/另名.shanzhi"_s;
    std::filesystem::create_hard_link(store.path().toStdString(), other.toStdString());
    {
        const auto refused = Store::open(other);
        REQUIRE_FALSE(refused);
        CHECK((refused.error().code == Error::Code::Conflict)); // what is written lies in the other log
        CHECK(refused.error().text.contains(u"示范县 测试.shanzhi"_s));
    }
    store.close();
    const QDir elsewhere(store.folder() + u"/别处"_s);
    REQUIRE(elsewhere.mkpath(u"."_s));
    const QString far = elsewhere.filePath(u"远名.shanzhi"_s);
    std::filesystem::create_hard_link(other.toStdString(), far.toStdString());
    QProcess holder;
    holder.start(programBeside(u"county_worker"_s), {u"hold"_s, store.path()});
    REQUIRE(holder.waitForReadyRead(30'000));
    for (const QString &name : {other, far}) {
        const auto refused = Store::open(name);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::Busy);
        CHECK(refused.error().text.contains(u"硬链接"_s));
        CHECK_FALSE(QFile::exists(name + u"-wal"_s));
    }
    holder.kill();
    REQUIRE(holder.waitForFinished(30'000));
    const auto opened = Store::open(far);
    requireOk(opened);
    requireOk(addNamed(**opened, u"乙协会"_s));
    {
        const auto refused = Store::open(store.path()); // in this program too
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::Busy);
    }
}

TEST_CASE("a file, or a folder, that cannot be written lets the file be looked at and says why")
{
    TestStore store;
    requireOk(addNamed(*store, u"甲协会"_s));
    store.close();
    {
        setRights(store.path(), 0444);
        const auto opened = Store::open(store.path());
        requireOk(opened);
        CHECK((*opened)->readOnlyReason().contains(u"只读文件"_s));
        CHECK(*(*opened)->count({.type = u"organization"_s}) == 1);
        CHECK((*opened)->verify()->faults == std::vector<QString>());
    }
    CHECK(QDir(store.folder()).entryList(QDir::Files).size() == 1);
    setRights(store.path(), 0644);
    setRights(store.folder(), 0555);
    QProcess looker;
    looker.start(programBeside(u"county_worker"_s), {u"look"_s, store.path()});
    REQUIRE(looker.waitForFinished(30'000));
    const QString said = QString::fromUtf8(looker.readAll());
    setRights(store.folder(), 0755);
    INFO(said.toStdString());
    CHECK(looker.exitCode() == 0);
    CHECK(said.contains(u"文件夹不能写入"_s));
    CHECK(said.contains(u"\n1\n"_s));
    CHECK(QDir(store.folder()).entryList(QDir::Files).size() == 1);
}

#endif

TEST_CASE("the lock of another computer says whose it is and since when, and goes when somebody says so")
{
    TestStore store;
    requireOk(addNamed(*store, u"甲协会"_s));
    store.close();
    lockFromElsewhere(store.path());
    {
        QFile lock(store.path() + u".lock"_s);
        REQUIRE(lock.open(QIODevice::ReadWrite));
        REQUIRE(
            lock.setFileTime(QDateTime(QDate(2026, 3, 2), QTime(8, 30)), QFileDevice::FileModificationTime));
    }
    const auto refused = Store::open(store.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Busy);
    for (const QString &part : {u"DESKTOP-OLD"_s, u"shanzhi"_s, u"2026-03-02 08:30"_s, u"--unlock"_s,
                                QFileInfo(store.path()).owner()})
        CHECK(refused.error().text.contains(part));
    requireOk(FileLock::breakLeft(store.path()));
    store.reopen();
    requireOk(addNamed(*store, u"乙协会"_s));
    // One of this computer, of a program that runs, is not broken.
    CHECK(FileLock::breakLeft(store.path()).error().code == Error::Code::Busy);
    CHECK(QFile::exists(store.path() + u".lock"_s));
    store.close();
    requireOk(FileLock::breakLeft(store.path()));
}

TEST_CASE("a lock that names nobody is told, keeps others out, and goes when somebody says so")
{
    TestStore store;
    store.close();
    const QString lock = store.path() + u".lock"_s;
    for (const QByteArray &content : {QByteArray("not a lock\n"), QByteArray(40, '\0')}) {
        writeBytes(lock, content);
        const auto refused = Store::open(store.path());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::Busy);
        CHECK(refused.error().text.contains(QFileInfo(lock).fileName()));
        CHECK(refused.error().text.contains(u"--unlock"_s));
        CHECK(bytesOf(lock) == content);
        requireOk(Store::open(store.path(), Store::Access::Read));
        requireOk(FileLock::breakLeft(store.path()));
        store.reopen();
        store.close();
    }
#ifndef Q_OS_WIN
    REQUIRE(QDir().mkdir(lock));
    CHECK(Store::open(store.path()).error().code == Error::Code::Busy);
    CHECK_FALSE(FileLock::breakLeft(store.path())); // and it is not said to be gone
#endif
}
