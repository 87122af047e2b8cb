// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A backup takes the place of the file, or nothing happens.
#include "core/store/restoration.h"

#include "tests/support/formerfile.h"
#include "tests/support/programs.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// A county that was backed up with one organization, and has two now; closed.
class BackedUp
{
public:
    BackedUp()
    {
        add(u"甲协会"_s);
        const auto made = store->automaticBackup(u"试"_s);
        requireOk(made);
        backup = *made;
        add(u"乙协会"_s);
        store.close();
    }
    void add(const QString &name)
    {
        requireOk(store->change(u"新增"_s + name, [&](Change &change) -> Status {
            const QByteArray bytes = name.toUtf8();
            CORE_ASSIGN(const Attachment attached, change.attach(u"章程.pdf"_s, bytes));
            if (attachment.isEmpty())
                attachment = attached.hash;
            Organization organization{.name = name, .kind = OrganizationKind::Association};
            return change.insert(organization);
        }));
    }
    QStringList files() const
    {
        return QDir(store.folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    /// Refused, and nothing is other than before.
    Error refusal(const QString &county)
    {
        const QByteArray before = bytesOf(county);
        const QStringList stood = files();
        const auto refused = Restoration::prepare(backup, county);
        REQUIRE_FALSE(refused);
        CHECK(bytesOf(county) == before);
        CHECK(files() == stood);
        return refused.error();
    }

    TestStore store;
    QString backup;
    QString attachment; ///< Hash of what came with the first organization.
};

/// Puts the backup in the place of the county, which nobody has open.
Restored restore(const QString &backup, const QString &county)
{
    const auto made = Restoration::prepare(backup, county);
    requireOk(made);
    auto restored = (*made)->takePlace();
    requireOk(restored);
    return *std::move(restored);
}

QStringList namesIn(const QString &path)
{
    const auto opened = Store::open(path, Store::Access::Read);
    requireOk(opened);
    CHECK((*opened)->verify()->faults == std::vector<QString>());
    const auto all = (*opened)->all<Organization>();
    requireOk(all);
    QStringList names;
    for (const Organization &one : *all)
        names.append(one.name);
    names.sort();
    return names;
}

} // namespace

TEST_CASE("a backup takes the place of the file, which stays beside it under a name that says so")
{
    BackedUp county;
    const auto summaries = backupSummaries(county.store.path());
    REQUIRE(summaries.size() == 1);
    CHECK(summaries.front().path == county.backup);
    CHECK(summaries.front().records == 1);
    CHECK(summaries.front().entries == 1);
    CHECK(summaries.front().lastEntry == u"新增甲协会"_s);
    CHECK(summaries.front().fault.isEmpty());
    CHECK(summaries.front().bytes == QFileInfo(county.backup).size());

    {
        const auto made = Restoration::prepare(county.backup, county.store.path());
        requireOk(made);
        CHECK(namesIn(county.store.path()) == QStringList({u"乙协会"_s, u"甲协会"_s}));
        const auto restored = (*made)->takePlace();
        requireOk(restored);
        CHECK(restored->records == 1);
        CHECK(restored->entries == 1);
        CHECK(QFileInfo(restored->kept).absolutePath() == county.store.folder());
        CHECK(QFileInfo(restored->kept).fileName().startsWith(u"示范县 测试 恢复前 "_s));
        CHECK(namesIn(restored->kept) == QStringList({u"乙协会"_s, u"甲协会"_s}));
        CHECK(restored->sentence().contains(restored->kept));
        CHECK(restored->sentence().contains(u"1 条记录"_s));
    }
    CHECK(namesIn(county.store.path()) == QStringList{u"甲协会"_s});
    // The file needs nothing of what lies beside it, and tells where it came from.
    REQUIRE(QDir(county.store.folder() + u"/备份"_s).removeRecursively());
    county.store.reopen();
    CHECK(*county.store->attachment(county.attachment) == u"甲协会"_s.toUtf8());
    CHECK(county.store->verify()->faults == std::vector<QString>());
    CHECK(county.store->journal()->front().what.contains(u"恢复"_s));
    // Undo does not go past it: what it would take back first was done before, and the rest lies elsewhere.
    CHECK(county.store->undoText() == QString());
    CHECK(county.store->undoBlock().contains(u"恢复前"_s));
    CHECK(county.store->undo().error().code == Error::Code::Conflict);
    Organization third = someOrganization(u"丙协会"_s);
    requireOk(insertOne(*county.store, third));
    CHECK(county.store->undoText() == u"新增丙协会"_s);
    requireOk(county.store->undo());
    county.store.reopen();
    CHECK(county.store->undoText() == QString());
}

TEST_CASE("a county that is opened by a link is the file itself: its log, its backups and what is restored")
{
    BackedUp county;
    const QTemporaryDir elsewhere;
    const QString link = elsewhere.filePath(u"桌面.shanzhi"_s);
    REQUIRE(QFile::link(county.store.path(), link));
    {
        const auto opened = Store::open(link);
        requireOk(opened);
        CHECK((*opened)->path() == county.store.path());
        // Its former backup is none that may be written over.
        CHECK_FALSE((*opened)->backup({county.backup, Existing::Replace}));
    }
    CHECK(QFileInfo(restore(county.backup, link).kept).absolutePath() == county.store.folder());
    CHECK(QFileInfo(link).isSymbolicLink());
    CHECK(namesIn(county.store.path()) == QStringList{u"甲协会"_s});
}

TEST_CASE("a restoration that is not carried out leaves everything as it was")
{
    BackedUp county;
    const QStringList stood = county.files();
    {
        const auto made = Restoration::prepare(county.backup, county.store.path());
        requireOk(made);
        CHECK(county.files() != stood);
    }
    CHECK(county.files() == stood);
    Progress progress;
    progress.cancel();
    const auto cancelled = Restoration::prepare(county.backup, county.store.path(), &progress);
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == Error::Code::Cancelled);
    CHECK(county.files() == stood);
}

TEST_CASE("a backup of a newer program, a broken one and one without its attachments are refused")
{
    BackedUp county;
    const QByteArray good = bytesOf(county.backup);
    const auto replaceBy = [&](const QByteArray &bytes) {
        QFile file(county.backup);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    };
    SECTION("newer")
    {
        tamper(county.backup, "PRAGMA user_version = 99");
        CHECK(county.refusal(county.store.path()).text.contains(u"较新版本"_s));
        CHECK(backupSummaries(county.store.path()).front().fault.contains(u"较新版本"_s));
    }
    SECTION("cut off")
    {
        replaceBy(good.left(good.size() / 2));
        CHECK(county.refusal(county.store.path()).text.contains(u"已损坏"_s));
    }
    SECTION("something else")
    {
        replaceBy(QByteArray(5000, 'x'));
        CHECK(county.refusal(county.store.path()).code == Error::Code::FileFormat);
    }
    SECTION("a broken page")
    {
        const qint64 page = texts(county.backup, "SELECT rootpage FROM sqlite_schema WHERE name = 'journal'")
                                .front()
                                .toLongLong();
        QByteArray broken = good;
        broken.replace((page - 1) * 8192, 8192, QByteArray(8192, 'Z'));
        replaceBy(broken);
        // It is the backup that is damaged, and nobody is sent to look for another among the backups.
        for (const QString &text :
             {county.refusal(county.store.path()).text, Restoration::check(county.backup).error().text,
              backupSummaries(county.store.path()).front().fault}) {
            CHECK(text.contains(u"备份“"_s));
            CHECK(text.contains(u"已损坏"_s));
            CHECK_FALSE(text.contains(u"数据文件“"_s));
        }
    }
    SECTION("altered behind the journal")
    {
        tamper(county.backup, "UPDATE organization SET name = '丙协会'");
        CHECK(county.refusal(county.store.path()).text.contains(u"没有通过校验"_s));
    }
    SECTION("attachment gone")
    {
        REQUIRE(QDir(county.store.folder() + u"/备份/附件"_s).removeRecursively());
        CHECK(county.refusal(county.store.path()).code == Error::Code::NotFound);
    }
    SECTION("gone itself")
    {
        REQUIRE(QFile::remove(county.backup));
        CHECK(county.refusal(county.store.path()).code == Error::Code::NotFound);
    }
    SECTION("the file itself")
    {
        county.backup = county.store.path();
        CHECK(county.refusal(county.store.path()).code == Error::Code::InvalidInput);
    }
    SECTION("no room")
    {
        // A thousand terabytes of attachments.
        tamper(county.backup, "UPDATE attachment SET size = 1000000000000000");
        const QString text = county.refusal(county.store.path()).text;
        CHECK(text.contains(u"磁盘只剩"_s));
        CHECK(text.contains(u"这一步要 909.5 TB"_s)); // 10^15 bytes, divided by 1024 four times
    }
}

TEST_CASE("a file that another program has open, or this one, is not replaced")
{
    BackedUp county;
    {
        QProcess other;
        other.start(programBeside(u"county_worker"_s), {u"hold"_s, county.store.path()});
        REQUIRE(other.waitForReadyRead(30'000));
        const auto refused = Restoration::prepare(county.backup, county.store.path());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::Busy);
        CHECK(refused.error().text.contains(u"county_worker"_s));
        other.closeWriteChannel();
        REQUIRE(other.waitForFinished(30'000));
    }
    const auto made = Restoration::prepare(county.backup, county.store.path());
    requireOk(made);
    {
        const auto writer = Store::open(county.store.path());
        requireOk(writer);
        CHECK((*made)->takePlace().error().code == Error::Code::Busy);
    }
    {
        const auto reader = Store::open(county.store.path(), Store::Access::Read);
        requireOk(reader);
        CHECK((*reader)->all<Organization>()->size() == 2);
        CHECK((*made)->takePlace().error().code == Error::Code::Busy);
        CHECK((*reader)->all<Organization>()->size() == 2);
    }
    requireOk((*made)->takePlace());
    CHECK(namesIn(county.store.path()) == QStringList{u"甲协会"_s});
}

TEST_CASE("a file that is broken, or gone, is restored too, and its remains are kept")
{
    BackedUp county;
    const QString path = county.store.path();
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("rubbish");
    }
    CHECK(bytesOf(restore(county.backup, path).kept) == "rubbish");
    CHECK(namesIn(path) == QStringList{u"甲协会"_s});
    REQUIRE(QFile::remove(path));
    {
        QFile log(path + u"-wal"_s); // of the file that is gone
        REQUIRE(log.open(QIODevice::WriteOnly));
        log.write("rubbish");
    }
    CHECK(restore(county.backup, path).kept.isEmpty());
    CHECK_FALSE(QFile::exists(path + u"-wal"_s));
    CHECK(namesIn(path) == QStringList{u"甲协会"_s});
}

TEST_CASE("a backup of an older schema is brought to the present one while it is restored")
{
    const FormerFile former;
    former.open(); // converts it and leaves the backup that was made before
    const auto backups = backupSummaries(former.path());
    REQUIRE(backups.size() == 1);
    CHECK(backups.front().fault.isEmpty());
    CHECK(backups.front().entries == 7);
    restore(backups.front().path, former.path());
    const auto store = former.open();
    CHECK(store->info().schemaVersion == schemaVersion());
    CHECK(store->verify()->faults == std::vector<QString>());
    CHECK(backupSummaries(former.path()).size() == 1);
}

TEST_CASE("what has left the house since a backup is told before it is restored, and what came before is not")
{
    TestStore store;
    const auto goOut = [&](const QString &what) {
        requireOk(store->change(what, [](Change &) { return ok(); }, {.outward = true}));
    };
    goOut(u"公布 2024 年度积分评价"_s);
    const auto backup = store->automaticBackup(u"试"_s);
    requireOk(backup);
    const auto warningNow = [&] {
        const auto made = Restoration::prepare(*backup, store.path());
        requireOk(made);
        return (*made)->warning();
    };
    requireOk(store->note(u"查看"_s));
    CHECK(warningNow().isEmpty());
    for (int i = 1; i <= 6; ++i)
        goOut(u"送达文书 %1 号"_s.arg(i));
    const QString warning = warningNow();
    CHECK(warning.contains(u"送达文书 6 号"_s));
    CHECK(warning.contains(u"等 6 件"_s));
    CHECK_FALSE(warning.contains(u"送达文书 1 号"_s));
    CHECK_FALSE(warning.contains(u"2024"_s));
}

TEST_CASE("which work a restoration takes back is told before it, with how much and from when to when")
{
    BackedUp county; // one change after the backup
    const auto lostNow = [&] {
        const auto made = Restoration::prepare(county.backup, county.store.path());
        requireOk(made);
        CHECK((*made)->warning().isEmpty());
        return (*made)->lost();
    };
    CHECK(lostNow().contains(u"1 次操作"_s));
    CHECK(lostNow().contains(u"新增乙协会"_s));
    {
        const auto store = Store::open(county.store.path());
        requireOk(store);
        requireOk((*store)->note(u"查看"_s));
        requireOk((*store)->undo());
    }
    const QString lost = lostNow();
    CHECK(lost.contains(u"3 次操作"_s));
    CHECK(lost.contains(QDate::currentDate().toString(u"yyyy-MM-dd"_s)));
    CHECK(restore(county.backup, county.store.path()).sentence().contains(lost));
    // What has the same work is no loss.
    const auto same = Restoration::prepare(county.backup, county.store.path());
    requireOk(same);
    CHECK((*same)->lost().contains(u"1 次操作"_s)); // the note that it was restored
}

TEST_CASE("a backup has the time of its name, and those of the former file stay in the list when another's "
          "is restored")
{
    BackedUp county;
    {
        QFile backup(county.backup);
        REQUIRE(backup.open(QIODevice::ReadWrite));
        REQUIRE(
            backup.setFileTime(QDateTime(QDate(2020, 1, 1), QTime(0, 0)), QFileDevice::FileModificationTime));
    }
    CHECK(backupSummaries(county.store.path()).front().at.date() == QDate::currentDate());
    TestStore other;
    Organization foreign = someOrganization(u"外县协会"_s);
    requireOk(insertOne(*other, foreign));
    const auto backup = other->automaticBackup(u"试"_s);
    requireOk(backup);
    restore(*backup, county.store.path());
    const auto summaries = backupSummaries(county.store.path());
    REQUIRE(summaries.size() == 1);
    CHECK(summaries.front().path == county.backup);
    CHECK(summaries.front().otherFile == u"示范县民政局，330421"_s);
    CHECK(summaries.front().fault.isEmpty());
    // It is none of the file that stands there now: neither counted nor cleared away.
    const auto store = Store::open(county.store.path());
    requireOk(store);
    CHECK_FALSE((*store)->lastBackup().isValid());
    requireOk((*store)->automaticBackup(u"试"_s));
    CHECK(QFile::exists(county.backup));
    CHECK(backupSummaries(county.store.path()).size() == 2);
}

TEST_CASE("a backup is checked without leaving anything")
{
    BackedUp county;
    const QStringList stood = county.files();
    const auto checked = Restoration::check(county.backup);
    requireOk(checked);
    CHECK(checked->records == 1);
    CHECK(county.files() == stood);
    tamper(county.backup, "UPDATE organization SET name = '丁协会'");
    const auto altered = Restoration::check(county.backup);
    REQUIRE_FALSE(altered);
    CHECK(altered.error().code == Error::Code::FileFormat);
}
