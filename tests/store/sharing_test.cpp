// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several stores and several programs on one file, and records that changed behind an undo.
#include "tests/support/programs.h"
#include "tests/support/tamper.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

Organization named(const QString &name)
{
    return {.name = name, .kind = OrganizationKind::Association};
}

Status add(Store &store, Organization &organization)
{
    return store.change(u"新增"_s, [&](Change &change) { return change.insert(organization); });
}

qint64 countOf(const Store &store)
{
    const auto count = store.count({.type = u"organization"_s});
    requireOk(count);
    return *count;
}

} // namespace

TEST_CASE("a second program may look but not write, and is told who writes")
{
    TestStore store;
    Organization organization = named(u"甲协会"_s);
    requireOk(add(*store, organization));
    store.close();
    QProcess other;
    other.start(programBeside(u"county_worker"_s), {u"hold"_s, store.path()});
    REQUIRE(other.waitForReadyRead(30'000));
    REQUIRE(other.readLine().trimmed() == "ready");

    const auto refused = Store::open(store.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Busy);
    CHECK(refused.error().text.contains(u"county_worker"_s));
    // Windows' names of computers know no case.
    CHECK(refused.error().text.contains(QSysInfo::machineHostName(), Qt::CaseInsensitive));
    CHECK(refused.error().detail.contains(QString::number(other.processId())));
    {
        const auto looking = Store::open(store.path(), Store::Access::Read);
        requireOk(looking);
        CHECK(countOf(**looking) == 1);
    }
    // A program that died does not keep the file locked.
    other.kill();
    REQUIRE(other.waitForFinished(30'000));
    CHECK(QFile::exists(store.path() + u".lock"_s));
    store.reopen();
    Organization second = named(u"乙协会"_s);
    requireOk(add(*store, second));
}

TEST_CASE("a county file works where its path has more than 260 characters")
{
    const QTemporaryDir folder;
    QString deep = folder.path();
#ifdef Q_OS_WIN
    while (deep.size() < 400)
        deep += u"/社会组织 年度积分评价 资料"_s;
#else // SQLite takes no more than 512 bytes of a path there
    while (deep.size() < 270)
        deep += u"/annual evaluation of social organizations"_s;
#endif
    REQUIRE(QDir().mkpath(deep));
    const QString path = deep + u"/示范县.shanzhi"_s;
    Organization organization = named(u"甲协会"_s);
    {
        const auto created = Store::create(path, {u"示范县民政局"_s, u"330421"_s, {}, 0});
        requireOk(created);
        requireOk(add(**created, organization));
        CHECK(QFile::exists(path + u".lock"_s));
        requireOk((*created)->automaticBackup(u"试"_s));
    }
    const auto opened = Store::open(path);
    requireOk(opened);
    CHECK((*opened)->get(organization.id)->name == organization.name);
    CHECK((*opened)->verify()->faults.empty());
    const QFileInfoList backups = QDir(deep + u"/备份"_s).entryInfoList(QDir::Files);
    REQUIRE(backups.size() == 1);
    const auto backup = Store::open(backups.first().absoluteFilePath(), Store::Access::Read);
    requireOk(backup);
    CHECK(countOf(**backup) == 1);
}

TEST_CASE("who reads sees the file as it was until the change is done")
{
    TestStore store;
    const auto reader = Store::open(store.path(), Store::Access::Read);
    requireOk(reader);
    Organization organization = named(u"甲协会"_s);
    requireOk(store->change(u"新增"_s, [&](Change &change) -> Status {
        CORE_TRY(change.insert(organization));
        CHECK(countOf(**reader) == 0);
        CHECK((*reader)->search(u"甲"_s)->empty());
        CHECK_FALSE((*reader)->get(organization.id));
        return ok();
    }));
    CHECK(countOf(**reader) == 1);
    CHECK((*reader)->search(u"甲"_s)->size() == 1);
}

TEST_CASE("who only reads leaves nothing beside the file and may change nothing")
{
    TestStore store;
    Organization organization = named(u"甲协会"_s);
    requireOk(add(*store, organization));
    store.close();
    const auto beside = [&] { return QDir(store.folder()).entryList({u"*.shanzhi-*"_s}, QDir::Files); };
    CHECK(beside().isEmpty());
    {
        const auto first = Store::open(store.path(), Store::Access::Read);
        const auto second = Store::open(store.path(), Store::Access::Read);
        requireOk(first);
        requireOk(second);
        CHECK(countOf(**first) == 1);
        CHECK(countOf(**second) == 1);
        const auto refused =
            (*first)->change(u"新增"_s, [&](Change &change) { return change.remove(organization.id); });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::ReadOnly);
    }
    CHECK(beside().isEmpty());
}

TEST_CASE("a large change is written once when nobody looks, and leaves the file as every other does")
{
    TestStore store;
    const auto stands = [&](const QString &behind) { return QFile::exists(store.path() + behind); };
    Organization organization = named(u"甲协会"_s);
    const auto body = [&](Change &change) -> Status {
        CORE_TRY(change.insert(organization));
        CHECK_FALSE(stands(u"-wal"_s));
        return ok();
    };
    requireOk(store->change(u"导入"_s, body, {.extent = ChangeOptions::Extent::Large}));
    CHECK(countOf(*store) == 1);
    CHECK_FALSE(stands(u"-journal"_s));
    const auto refused = store->change(u"导入"_s,
                                       [&](Change &change) -> Status {
                                           Organization second = named(u"乙协会"_s);
                                           CORE_TRY(change.insert(second));
                                           return Progress::cancelledError();
                                       },
                                       {.extent = ChangeOptions::Extent::Large});
    CHECK_FALSE(refused);
    CHECK(countOf(*store) == 1);
    // A small change after it goes through the log again: bytes 18 and 19 of the file (its format) are 2.
    Organization third = named(u"丙协会"_s);
    requireOk(add(*store, third));
    CHECK(stands(u"-wal"_s));
    QFile file(store.path());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(20).last(2) == QByteArray("\2\2"));
    requireOk(store->undo());
    requireOk(store->undo());
    CHECK(countOf(*store) == 0);
    CHECK(store->verify()->faults.empty());
}

TEST_CASE("who reads need not wait for a large change, and sees the file as it was")
{
    TestStore store;
    const auto reader = Store::open(store.path(), Store::Access::Read);
    requireOk(reader);
    Organization organization = named(u"甲协会"_s);
    requireOk(store->change(u"导入"_s,
                            [&](Change &change) -> Status {
                                CORE_TRY(change.insert(organization));
                                CHECK(countOf(**reader) == 0);
                                return ok();
                            },
                            {.extent = ChangeOptions::Extent::Large}));
    CHECK(countOf(**reader) == 1);
}

TEST_CASE("a backup made while a change is running holds the file as it was before, whole")
{
    TestStore store;
    Organization first = named(u"甲协会"_s);
    requireOk(add(*store, first));
    const auto other = Store::open(store.path());
    requireOk(other);
    const QString copy = store.folder() + u"/copy.shanzhi"_s;
    requireOk(store->change(u"许多"_s, [&](Change &change) -> Status {
        for (int i = 0; i < 500; ++i) {
            Organization one = named(u"第 %1 协会"_s.arg(i));
            CORE_TRY(change.insert(one));
        }
        return (*other)->backup(copy);
    }));
    const auto opened = Store::open(copy, Store::Access::Read);
    requireOk(opened);
    CHECK(countOf(**opened) == 1);
    const auto report = (*opened)->verify();
    requireOk(report);
    CHECK(report->faults.empty());
    CHECK(report->entries == 1);
    CHECK_FALSE(QFile::exists(copy + u"-wal"_s));
}

TEST_CASE("two stores of one program write in turn; a change inside the change of another is refused whole")
{
    TestStore store;
    const auto second = Store::open(store.path());
    requireOk(second);
    for (int i = 0; i < 4; ++i) {
        Organization one = named(u"第 %1 协会"_s.arg(i));
        requireOk(add(i % 2 == 0 ? *store : **second, one));
    }
    CHECK(countOf(*store) == 4);
    Organization outer = named(u"外协会"_s);
    Organization inner = named(u"内协会"_s);
    requireOk(store->change(u"外"_s, [&](Change &change) -> Status {
        CORE_TRY(change.insert(outer));
        const Status busy = add(**second, inner);
        REQUIRE_FALSE(busy);
        CHECK(busy.error().code == Error::Code::Busy);
        CHECK(busy.error().text.contains(u"稍候"_s));
        return ok();
    }));
    CHECK(countOf(*store) == 5);
    const auto report = store->verify();
    requireOk(report);
    CHECK(report->faults.empty());
    CHECK(report->entries == 5);
    // Undo in one store takes back what the other did last.
    requireOk((*second)->undo());
    CHECK_FALSE(store->get(outer.id));
    requireOk(store->refresh());
    CHECK(store->redoText() == u"外"_s);
}

TEST_CASE(
    "a record that is no longer as the change left it is a conflict that names it, and nothing is undone")
{
    TestStore store;
    Organization kept = named(u"甲协会"_s);
    Organization touched = named(u"乙协会"_s);
    requireOk(add(*store, kept));
    requireOk(add(*store, touched));
    requireOk(store->change(u"迁址"_s, [&](Change &change) -> Status {
        kept.address = u"一号"_s;
        touched.address = u"二号"_s;
        CORE_TRY(change.update(touched));
        return change.update(kept);
    }));
    store.close();
    tamper(store.path(), "UPDATE organization SET address = '三号' WHERE name = '乙协会'");
    store.reopen();
    const Status refused = store->undo();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Conflict);
    CHECK(refused.error().text.contains(u"乙协会"_s));
    CHECK(store->get(kept.id)->address == u"一号"_s);
    CHECK(store->undoText() == u"迁址"_s);
    CHECK(store->journal()->size() == 3);
}

TEST_CASE("a lock that a program left empty when it was killed keeps nobody out")
{
    TestStore store;
    store.close();
    {
        QFile lock(store.path() + u".lock"_s);
        REQUIRE(lock.open(QIODevice::WriteOnly));
    }
    const auto opened = Store::open(store.path());
    requireOk(opened);
    CHECK_FALSE((*opened)->isReadOnly());
}
