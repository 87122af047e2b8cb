// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk on which nothing more fits: what is there can be read, and nothing is said to be saved.
#include "tests/support/fulldisk.h"
#include "tests/support/tamper.h"
#include "tests/support/teststore.h"

#include <QDir>

#include <filesystem>

using namespace Qt::StringLiterals;
using namespace core;

#ifdef Q_OS_UNIX

namespace {

/// What was seen while nothing could be written; looked at when the test may write again.
struct SeenOnFullDisk
{
    QString reason;
    qint64 organizations = -1;
    std::vector<QString> faults{u"not verified"_s};
    std::optional<Error> change;
    std::optional<Error> backup;
    std::optional<Error> automatic;
};

SeenOnFullDisk lookOnFullDisk(const QString &path)
{
    SeenOnFullDisk seen;
    const FullDisk full(0);
    const auto opened = Store::open(path);
    if (!opened) {
        seen.reason = opened.error().text + opened.error().detail;
        return seen;
    }
    Store &store = **opened;
    seen.reason = store.readOnlyReason();
    seen.organizations = *store.count({.type = u"organization"_s});
    seen.faults = store.verify()->faults;
    Organization other = someOrganization(u"丙协会"_s);
    const auto errorOf = [](const auto &result) {
        return result ? std::optional<Error>() : std::optional<Error>(result.error());
    };
    seen.change = errorOf(insertOne(store, other));
    seen.backup = errorOf(store.backup(path + u".backup"_s));
    seen.automatic = errorOf(store.automaticBackup(u"试"_s));
    return seen;
}

/// How a county was left before the disk was full.
enum class Left {
    Closed,
    Killed, ///< What was written last lies in the log.
    TwoNames,
};

} // namespace

TEST_CASE("a county on a full disk is looked at, also what lies in its log, and nothing is saved")
{
    for (const Left left : {Left::Closed, Left::Killed, Left::TwoNames}) {
        INFO(int(left));
        TestStore store;
        Organization first = someOrganization(u"甲协会"_s);
        requireOk(insertOne(*store, first));
        store.reopen();
        Organization second = someOrganization(u"乙协会"_s);
        requireOk(insertOne(*store, second));
        if (left != Left::Killed)
            store.close();
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"县.shanzhi"_s);
        REQUIRE(QFile::copy(store.path(), path));
        if (left == Left::Killed)
            REQUIRE(QFile::copy(store.path() + u"-wal"_s, path + u"-wal"_s));
        if (left == Left::TwoNames)
            std::filesystem::create_hard_link(path.toStdString(),
                                              folder.filePath(u"另名.shanzhi"_s).toStdString());
        const QByteArray bytes = bytesOf(path);
        const SeenOnFullDisk seen = lookOnFullDisk(path);
        INFO(seen.reason.toStdString());
        CHECK(seen.reason.contains(u"已经满了，只能查看"_s));
        CHECK(seen.organizations == 2);
        CHECK(seen.faults == std::vector<QString>());
        REQUIRE(seen.change);
        CHECK(seen.change->code == Error::Code::ReadOnly);
        CHECK(seen.change->text == seen.reason);
        CHECK(seen.backup);
        CHECK(seen.automatic);
        CHECK(bytesOf(path) == bytes);
        CHECK(QDir(folder.path())
                  .entryList({u"*.lock"_s, u"*.backup*"_s, u"*part*"_s}, QDir::Files | QDir::Hidden)
                  .isEmpty());
        CHECK(QDir(folder.filePath(u"备份"_s)).entryList(QDir::Files).isEmpty());

        const auto later = Store::open(path); // somebody has tidied the disk
        requireOk(later);
        CHECK((*later)->readOnlyReason() == QString());
        CHECK(*(*later)->count({.type = u"organization"_s}) == 2);
        Organization third = someOrganization(u"丙协会"_s);
        requireOk(insertOne(**later, third));
    }
}

TEST_CASE("who looks at a county on a full disk is told when another program has written it since")
{
    TestStore store;
    store.close();
    Result<std::unique_ptr<Store>> looking = [&] {
        const FullDisk full(0);
        return Store::open(store.path());
    }();
    requireOk(looking);
    CHECK(*(*looking)->count({.type = u"organization"_s}) == 0);
    store.reopen();
    Organization first = someOrganization(u"甲协会"_s);
    requireOk(insertOne(*store, first));
    store.close();
    const auto counted = (*looking)->count({.type = u"organization"_s});
    REQUIRE_FALSE(counted);
    CHECK(counted.error().code == Error::Code::Conflict);
    CHECK(counted.error().text.contains(u"重新打开"_s));
}

TEST_CASE("a new county on a full disk leaves nothing and says that the disk is full")
{
    const QTemporaryDir folder;
    const auto made = [&] {
        const FullDisk full(0);
        return Store::create(folder.filePath(u"县.shanzhi"_s), {u"局"_s, u"330421"_s, {}, 0});
    }();
    REQUIRE_FALSE(made);
    CHECK(made.error().code == Error::Code::Storage);
    CHECK(made.error().text.contains(u"没有建成"_s));
    CHECK(made.error().text.contains(u"满了"_s));
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

#endif
