// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A dead program leaves a log beside the file; whoever puts another file in its place must not get a mixture.
#include "core/store/sidefiles.h"

#include "core/store/restoration.h"
#include "tests/support/tamper.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

void copyOver(const QString &from, const QString &to)
{
    QFile::remove(to);
    REQUIRE(QFile::copy(from, to));
}

void addTo(Store &store, const QString &name)
{
    Organization organization = someOrganization(name);
    requireOk(insertOne(store, organization));
}

/// A county as a program leaves it that dies with one change in the log: "县.shanzhi" in a folder of its own.
class DeadCounty
{
public:
    DeadCounty()
    {
        addTo(*store, u"甲协会"_s);
        store.close();
        copyOver(store.path(), path(u"早.shanzhi"_s)); // by hand, while it was closed
        store.reopen();
        addTo(*store, u"乙协会"_s);
        const auto made = store->automaticBackup(u"试"_s);
        requireOk(made);
        copyOver(*made, path(u"备份.shanzhi"_s));
        store.close();
        store.reopen();
        addTo(*store, u"丙协会"_s);
        copyOver(store.path(), county());
        copyOver(store.path() + u"-wal"_s, county() + u"-wal"_s);
        store.close();
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString county() const { return path(u"县.shanzhi"_s); }
    /// It is not opened in any way, and all stands as it stood.
    void checkRefused()
    {
        const QByteArray file = bytesOf(county());
        const QByteArray log = bytesOf(county() + u"-wal"_s);
        for (const auto access : {Store::Access::Write, Store::Access::Read}) {
            const auto refused = Store::open(county(), access);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == Error::Code::Conflict);
            CHECK(refused.error().text.contains(u"县.shanzhi-wal"_s));
        }
        CHECK_FALSE(Store::isOlder(county()));
        CHECK(bytesOf(county()) == file);
        CHECK(bytesOf(county() + u"-wal"_s) == log);
    }
    size_t organizations() const
    {
        const auto opened = Store::open(county());
        requireOk(opened);
        CHECK((*opened)->verify()->faults == std::vector<QString>());
        return (*opened)->all<Organization>()->size();
    }

    TestStore store;

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("the log that a killed program left is applied to its own file")
{
    const DeadCounty dead;
    CHECK(dead.organizations() == 3);
    CHECK(dead.organizations() == 3);
}

TEST_CASE("a log that a dying program did not finish is no log of another file")
{
    // The header of the log, that of a frame, and the page in it.
    constexpr qint64 header = 32;
    constexpr qint64 frame = 24 + 8192;
    for (const qint64 size :
         {qint64(10), header, header + 10, header + 24, header + 24 + 10, header + frame - 1, header + frame,
          header + frame + 24, header + 2 * frame - 1}) {
        INFO(size);
        const DeadCounty dead;
        REQUIRE(QFile::resize(dead.county() + u"-wal"_s, size));
        CHECK(dead.organizations() == 2);
    }
}

TEST_CASE("a log is not applied to a backup, or an older copy, that was copied over its file")
{
    for (const auto &[name, organizations] :
         {std::pair{u"备份.shanzhi"_s, 2}, std::pair{u"早.shanzhi"_s, 1}}) {
        INFO(name.toStdString());
        DeadCounty dead;
        copyOver(dead.path(name), dead.county());
        dead.checkRefused();
        REQUIRE(QFile::rename(dead.county() + u"-wal"_s, dead.path(u"移走"_s)));
        CHECK(dead.organizations() == size_t(organizations));
    }
}

TEST_CASE("a log is not applied to a file of another county")
{
    DeadCounty dead;
    TestStore other;
    addTo(*other, u"外县协会"_s);
    addTo(*other, u"外县学会"_s);
    other.close();
    for (int i = 0; i < 3; ++i) { // more often written than the other
        other.reopen();
        addTo(*other, u"外县研究会%1"_s.arg(i));
        other.close();
    }
    copyOver(other.path(), dead.county());
    dead.checkRefused();
}

TEST_CASE("a backup is restored over a file whose log is not its own, and both are kept as they were")
{
    DeadCounty dead;
    copyOver(dead.path(u"早.shanzhi"_s), dead.county());
    const QByteArray file = bytesOf(dead.county());
    const QByteArray log = bytesOf(dead.county() + u"-wal"_s);
    const auto made = Restoration::prepare(dead.path(u"备份.shanzhi"_s), dead.county());
    requireOk(made);
    const auto restored = (*made)->takePlace();
    requireOk(restored);
    CHECK(bytesOf(restored->kept) == file);
    CHECK(bytesOf(restored->kept + u"-wal"_s) == log);
    CHECK(dead.organizations() == 2);
}

TEST_CASE("a backup with a log of something else beside it is refused as such")
{
    DeadCounty dead;
    copyOver(dead.county() + u"-wal"_s, dead.path(u"备份.shanzhi-wal"_s));
    const auto refused = Restoration::prepare(dead.path(u"备份.shanzhi"_s), dead.county());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text.contains(u"备份.shanzhi-wal"_s));
    CHECK(dead.organizations() == 3);
}

TEST_CASE("a rollback journal is applied to its own file, and to no backup that was copied over it")
{
    TestStore store;
    addTo(*store, u"甲协会"_s);
    const auto backup = store->automaticBackup(u"试"_s);
    requireOk(backup);
    addTo(*store, u"乙协会"_s);
    store.close();
    const QTemporaryDir folder;
    const QString county = folder.filePath(u"县.shanzhi"_s);
    {
        // As a large import writes, which is killed.
        auto killed = Database::open(store.path(), Database::Mode::ReadWrite);
        requireOk(killed);
        requireOk((*killed)->execute(
            "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 10; BEGIN IMMEDIATE;"
            "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
            "INSERT INTO problem (type, record, field, text)"
            " SELECT 'organization', hex(randomblob(16)), '', 'x' FROM n"));
        copyOver(store.path(), county);
        copyOver(store.path() + u"-journal"_s, county + u"-journal"_s);
        requireOk((*killed)->execute("ROLLBACK"));
    }
    const QString journal = county + u"-journal"_s;
    const QByteArray log = bytesOf(journal);
    {
        const auto opened = Store::open(county);
        requireOk(opened);
        CHECK((*opened)->all<Organization>()->size() == 2);
        const auto problems = (*opened)->allProblems();
        requireOk(problems);
        CHECK(std::none_of(problems->begin(), problems->end(),
                           [](const KeptProblem &problem) { return problem.text == u"x"_s; }));
    }
    copyOver(*backup, county);
    {
        QFile again(journal);
        REQUIRE(again.open(QIODevice::WriteOnly));
        REQUIRE(again.write(log) == log.size());
    }
    const QByteArray file = bytesOf(county);
    const auto refused = Store::open(county);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text.contains(u"县.shanzhi-journal"_s));
    CHECK(bytesOf(county) == file);
    CHECK(bytesOf(journal) == log);
}

TEST_CASE("no new file is made beside the log of one that is gone")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"县.shanzhi"_s);
    {
        QFile log(path + u"-wal"_s);
        REQUIRE(log.open(QIODevice::WriteOnly));
        log.write("x");
    }
    const auto refused = Store::create(path, {u"局"_s, u"330421"_s, {}, 0});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Conflict);
    CHECK(bytesOf(path + u"-wal"_s) == "x");
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("no county is made or restored under a name that SQLite would take for the log of another")
{
    TestStore store;
    const QString backup = store.folder() + u"/副本.shanzhi"_s;
    requireOk(store->backup(backup));
    store.close();
    for (const QLatin1StringView suffix : {"-wal"_L1, "-journal"_L1}) {
        const QString log = store.path() + suffix;
        const auto made = Store::create(log, {u"局"_s, u"330421"_s, {}, 0});
        REQUIRE_FALSE(made);
        CHECK(made.error().code == Error::Code::InvalidInput);
        const auto restored = Restoration::prepare(backup, log);
        REQUIRE_FALSE(restored);
        CHECK(restored.error().code == Error::Code::InvalidInput);
        CHECK_FALSE(QFile::exists(log));
    }
    store.reopen();
}
