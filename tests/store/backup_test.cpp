// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Backups, and the contents of attachments that stand once beside them.
#include "core/store/database.h"
#include "core/store/ownbackups.h"
#include "core/store/restoration.h"
#include "core/store/schema.h"
#include "tests/support/tamper.h"
#include "tests/support/teststore.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

constexpr qint64 fiveMegabytes = 5'000'000;

/// Bytes that no two attachments share and nothing makes shorter.
QByteArray uniqueContent(int seed)
{
    QByteArray content;
    for (int i = 0; content.size() < fiveMegabytes; ++i)
        content += QCryptographicHash::hash(QByteArray::number(seed) + QByteArray::number(i),
                                            QCryptographicHash::Sha256);
    return content.left(fiveMegabytes);
}

QFileInfoList backupsIn(const QString &folder)
{
    return QDir(folder + u"/备份"_s).entryInfoList({u"*.shanzhi"_s}, QDir::Files, QDir::Name);
}

QFileInfoList contentsIn(const QString &folder)
{
    return QDir(folder + u"/备份/附件"_s).entryInfoList(QDir::Files);
}

/// A county with an organization and an attachment of five megabytes.
class CountyWithAttachment
{
public:
    CountyWithAttachment()
    {
        organization.name = u"甲协会"_s;
        requireOk(store->change(u"新增甲协会"_s, [&](Change &change) -> Status {
            CORE_ASSIGN(attachment, change.attach(u"章程.pdf"_s, content));
            return change.insert(organization);
        }));
    }
    QString backUp()
    {
        const auto made = store->automaticBackup(u"试"_s);
        requireOk(made);
        return *made;
    }
    void alterContentBeside()
    {
        const QFileInfoList contents = contentsIn(store.folder());
        REQUIRE(contents.size() == 1);
        QFile file(contents.front().absoluteFilePath());
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek(fiveMegabytes / 2));
        REQUIRE(file.write("altered") == 7);
    }

    TestStore store;
    Organization organization;
    Attachment attachment;
    const QByteArray content = uniqueContent(1);
};

} // namespace

TEST_CASE("a backup takes the place neither of the file it copies nor of one that is open")
{
    TestStore store;
    Organization organization = someOrganization(u"甲协会"_s);
    requireOk(insertOne(*store, organization));
    const QString link = store.path() + u" 链接.shanzhi"_s;
    REQUIRE(QFile::link(store.path(), link));
    const auto reader = Store::open(store.path(), Store::Access::Read);
    requireOk(reader);
    for (const QString &path : {store.path(), link, store.folder() + u"/./示范县 测试.shanzhi"_s}) {
        INFO(path.toStdString());
        const Status refused = (*reader)->backup(path);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().text.contains(u"就是正在备份的数据文件"_s));
    }
    TestStore other;
    const Status refused = store->backup({other.path(), Existing::Replace});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Busy);
    // Nor of that of another county, whatever was said.
    other.close();
    const Status another = store->backup({other.path(), Existing::Replace});
    REQUIRE_FALSE(another);
    CHECK(another.error().text.contains(u"另一个数据文件"_s));
    other.reopen();
    CHECK(other->all<Organization>()->empty());

    // What is written now is not lost, and a former copy may be replaced.
    Organization second = someOrganization(u"乙协会"_s);
    requireOk(insertOne(*store, second));
    const QString copy = store.folder() + u"/副本.shanzhi"_s;
    requireOk(store->backup(copy));
    const Status there = store->backup(copy);
    REQUIRE_FALSE(there);
    CHECK(there.error().code == Error::Code::Conflict);
    requireOk(store->backup({copy, Existing::Replace}));
    store.reopen();
    CHECK(store->all<Organization>()->size() == 2);
}

#ifndef Q_OS_WIN
TEST_CASE("a backup goes where a link leads, which stays a link")
{
    TestStore store;
    const QTemporaryDir stick;
    const QString far = stick.filePath(u"副本.shanzhi"_s);
    const QString link = store.folder() + u"/U盘上的副本.shanzhi"_s;
    writeBytes(far, "old");
    REQUIRE(QFile::link(far, link));
    requireOk(store->backup({link, Existing::Replace}));
    CHECK(QFileInfo(link).isSymbolicLink());
    requireOk(Store::open(far, Store::Access::Read));
    CHECK(QDir(stick.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{u"副本.shanzhi"_s});
}
#endif

TEST_CASE("ten backups made by the program hold the content of an attachment once")
{
    CountyWithAttachment county;
    for (int i = 0; i < 12; ++i)
        county.backUp();
    const QFileInfoList backups = backupsIn(county.store.folder());
    CHECK(backups.size() == 10);
    for (const QFileInfo &backup : backups)
        CHECK(backup.size() < fiveMegabytes / 4);
    const QFileInfoList contents = contentsIn(county.store.folder());
    REQUIRE(contents.size() == 1);
    CHECK(contents.front().size() == fiveMegabytes);
    CHECK(contents.front().fileName() ==
          QString::fromLatin1(QCryptographicHash::hash(county.content, QCryptographicHash::Sha256).toHex()));
    // One that somebody makes on purpose needs nothing beside it.
    const QTemporaryDir stick;
    const QString whole = stick.filePath(u"县.shanzhi"_s);
    requireOk(county.store->backup(whole));
    CHECK(QFileInfo(whole).size() > fiveMegabytes);
    const auto opened = Store::open(whole, Store::Access::Read);
    requireOk(opened);
    CHECK(*(*opened)->attachment(county.attachment.hash) == county.content);
}

TEST_CASE("a backup made by the program is the same file but for the contents, which it finds beside it")
{
    CountyWithAttachment county;
    const QString path = county.backUp();
    {
        const auto backup = Store::open(path);
        requireOk(backup);
        CHECK((*backup)->headHash() == county.store->headHash());
        CHECK((*backup)->verify()->faults == std::vector<QString>());
        CHECK(*(*backup)->attachment(county.attachment.hash) == county.content);
        CHECK((*backup)->search(u"甲"_s)->size() == 1);
        CHECK((*backup)->undoText() == u"新增甲协会"_s);
        requireOk((*backup)->undo());
    }
    const auto schema = [](const QString &file) {
        auto database = Database::open(file, Database::Mode::ReadOnly);
        requireOk(database);
        auto select = (*database)->prepare("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema"
                                           " WHERE sql IS NOT NULL ORDER BY type, name)");
        requireOk(select);
        REQUIRE(*select->step());
        return select->text(0);
    };
    CHECK(schema(path) == schema(county.store.path()));
}

TEST_CASE("a backup is restored whole, also where nothing lies beside it")
{
    CountyWithAttachment county;
    const QString backup = county.backUp();
    const QTemporaryDir elsewhere;
    const QString restored = elsewhere.filePath(u"找回.shanzhi"_s);
    requireOk(Store::restore(backup, restored));
    const auto opened = Store::open(restored);
    requireOk(opened);
    CHECK((*opened)->get(county.organization.id)->name == u"甲协会"_s);
    CHECK(*(*opened)->attachment(county.attachment.hash) == county.content);
    CHECK((*opened)->verify()->faults == std::vector<QString>());

    const Status again = Store::restore(backup, restored);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Error::Code::Conflict);
    CHECK(Store::restore(elsewhere.filePath(u"没有.shanzhi"_s), elsewhere.filePath(u"b.shanzhi"_s))
              .error()
              .code == Error::Code::NotFound);
}

TEST_CASE("content that was altered beside the backups is found by its hash and never handed out")
{
    CountyWithAttachment county;
    const QString path = county.backUp();
    county.alterContentBeside();
    const auto backup = Store::open(path, Store::Access::Read);
    requireOk(backup);
    const auto content = (*backup)->attachment(county.attachment.hash);
    REQUIRE_FALSE(content);
    CHECK(content.error().code == Error::Code::Storage);
    CHECK(content.error().text.contains(u"改动"_s));
    CHECK((*backup)->verify()->faults.size() == 1);
    const QString restored = county.store.folder() + u"/找回.shanzhi"_s;
    CHECK_FALSE(Store::restore(path, restored));
    CHECK_FALSE(QFile::exists(restored));
    CHECK(QDir(county.store.folder()).entryList({u"*.part"_s}).isEmpty());
    // The file itself holds its own.
    CHECK(*county.store->attachment(county.attachment.hash) == county.content);
    CHECK(county.store->verify()->faults == std::vector<QString>());
}

TEST_CASE("content that is gone is said to be gone")
{
    CountyWithAttachment county;
    const QString path = county.backUp();
    REQUIRE(QFile::remove(contentsIn(county.store.folder()).front().absoluteFilePath()));
    const auto backup = Store::open(path, Store::Access::Read);
    requireOk(backup);
    CHECK((*backup)->attachment(county.attachment.hash).error().code == Error::Code::NotFound);
    CHECK((*backup)->verify()->faults.size() == 1);
    // The next backup puts it there again, for all.
    county.backUp();
    CHECK(*(*backup)->attachment(county.attachment.hash) == county.content);
}

TEST_CASE("contents that no backup needs any more go, and those that one needs stay")
{
    CountyWithAttachment county;
    county.backUp();
    const QString folder = county.store.folder() + u"/备份/附件/"_s;
    const QString needed = folder + county.attachment.hash;
    const QString old = folder + QString(64, u'a');
    const QString fresh = folder + QString(64, u'b');
    for (const QString &path : {old, fresh}) {
        writeBytes(path, "x");
    }
    const QDateTime longAgo = QDateTime::currentDateTime().addDays(-40);
    for (const QString &path : {old, needed}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.setFileTime(longAgo, QFileDevice::FileModificationTime));
    }
    for (int i = 0; i < 10; ++i)
        county.backUp();
    CHECK_FALSE(QFile::exists(old));
    CHECK(QFile::exists(needed));
    CHECK(QFile::exists(fresh)); // perhaps of a backup that another program is making
}

namespace {

/// Copies the backup \a from under another name in its folder.
QString copyAs(const QString &from, const QString &name)
{
    const QString path = QFileInfo(from).absolutePath() + u'/' + name;
    REQUIRE(QFile::copy(from, path));
    return path;
}

std::unique_ptr<Store> countyAt(const QString &path)
{
    auto made = Store::create(path, {u"示范县民政局"_s, u"330421"_s, {}, 0});
    requireOk(made);
    return *std::move(made);
}

QString backUp(Store &store)
{
    const auto made = store.automaticBackup(u"试"_s);
    requireOk(made);
    return *made;
}

/// More often than backups are kept.
void backUpOften(Store &store)
{
    for (int i = 0; i < 12; ++i)
        backUp(store);
}

} // namespace

TEST_CASE("the backups of a file are its own, whatever others in the folder are called")
{
    const QTemporaryDir folder;
    const auto own = countyAt(folder.filePath(u"县.shanzhi"_s));
    QStringList others;
    // Names that begin alike, or are patterns; one called after a backup; one with another ending.
    for (const QString &name : {u"县 北.shanzhi"_s, u"县 - 副本.shanzhi"_s, u"县[1].shanzhi"_s,
                                u"县 *.shanzhi"_s, u"县 20260101-080000-000 试.shanzhi"_s, u"县.db"_s}) {
        const auto other = countyAt(folder.filePath(name));
        others.append(backUp(*other));
        CHECK(other->lastBackup().isValid());
    }
    CHECK_FALSE(own->lastBackup().isValid());
    backUpOften(*own);
    for (const QString &other : others) {
        INFO(other.toStdString());
        CHECK(QFile::exists(other));
    }
    // That of 县.db, which has the same name, is told as another file's.
    const auto ownSummaries = [&] {
        std::vector<BackupSummary> summaries = backupSummaries(own->path());
        CHECK(std::erase_if(summaries, [](const BackupSummary &one) { return !one.otherFile.isEmpty(); }) ==
              1);
        return summaries.size();
    };
    CHECK(ownSummaries() == 10);
    const auto patterned = Store::open(folder.filePath(u"县[1].shanzhi"_s));
    requireOk(patterned);
    backUpOften(**patterned);
    CHECK(backupSummaries((*patterned)->path()).size() == 10);
    CHECK(ownSummaries() == 10);
}

TEST_CASE("a copy of the file has backups of its own, and a file of another name finds its former ones")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"县.shanzhi"_s);
    const QString copy = folder.filePath(u"县 - 副本.shanzhi"_s);
    QString first;
    {
        const auto store = countyAt(path);
        first = backUp(*store);
        requireOk(store->backup(copy));
    }
    const auto copied = Store::open(copy);
    requireOk(copied);
    CHECK_FALSE((*copied)->lastBackup().isValid());
    backUpOften(**copied);
    CHECK(QFile::exists(first));
    const QString renamed = folder.filePath(u"新名.shanzhi"_s);
    REQUIRE(QFile::rename(path, renamed));
    const auto summaries = backupSummaries(renamed);
    REQUIRE(summaries.size() == 1);
    CHECK(summaries.front().path == first);
    const auto store = Store::open(renamed);
    requireOk(store);
    CHECK((*store)->lastBackup().isValid());
    // Somebody may have carried the file of that name away.
    backUpOften(**store);
    CHECK(QFile::exists(first));
}

TEST_CASE("the backup just made stays where the clock was a year ahead before")
{
    TestStore store;
    const QString first = backUp(*store);
    for (int i = 10; i < 20; ++i)
        copyAs(first, u"示范县 测试 20990101-0800%1-000 试.shanzhi"_s.arg(i));
    const QString made = backUp(*store);
    CHECK(QFile::exists(made));
    CHECK(QFile::exists(first));
    CHECK(backupsIn(store.folder()).size() == 10);
    CHECK(store->lastBackup() == QFileInfo(made).lastModified());
}

TEST_CASE("an empty file is no backup: it is neither told of nor counted")
{
    TestStore store;
    REQUIRE(QDir().mkpath(store.folder() + u"/备份"_s));
    for (int i = 10; i < 20; ++i) {
        QFile empty(store.folder() + u"/备份/示范县 测试 20260101-0800%1-000 试.shanzhi"_s.arg(i));
        REQUIRE(empty.open(QIODevice::WriteOnly));
    }
    CHECK_FALSE(store->lastBackup().isValid());
    const QString first = backUp(*store);
    backUp(*store);
    CHECK(QFile::exists(first));
    CHECK(store->lastBackup().isValid());
}

TEST_CASE("backups have a size as well as a number")
{
    const QTemporaryDir folder;
    constexpr qint64 megabyte = 1 << 20;
    int files = 0;
    // Empty space on the disk: only the size counts here.
    const auto fileOf = [&](int number, qint64 bytes) {
        const QString path = folder.filePath(u"%1.shanzhi"_s.arg(number));
        {
            auto database = Database::open(path, Database::Mode::Create);
            requireOk(database);
            requireOk((*database)->execute("CREATE TABLE file_info (key, value); INSERT INTO file_info VALUES"
                                           " ('site', 'a')"));
        }
        REQUIRE(QFile::resize(path, bytes));
        return QFileInfo(path);
    };
    const auto going = [&](int count, qint64 bytes) {
        std::vector<OwnBackup> backups;
        for (int i = 0; i < count; ++i)
            backups.push_back({fileOf(++files, bytes), QDateTime::currentDateTime(), u"试"_s});
        const QString made = backups.back().file.absoluteFilePath();
        const QFileInfoList gone = backupsThatGo(backups, u"a"_s, made);
        CHECK_FALSE(gone.contains(QFileInfo(made)));
        return gone.size();
    };
    CHECK(going(10, 100 * megabyte) == 0); // 1000 MB: within a GB
    CHECK(going(11, megabyte) == 1);       // ten
    CHECK(going(10, 500 * megabyte) == 7); // three times 500 MB
    CHECK(going(3, 2000 * megabyte) == 0);
    CHECK(going(4, 2000 * megabyte) == 1);
}

TEST_CASE("a name so long that nothing can be added to it is shortened for the backups, and they are found")
{
    const QTemporaryDir folder;
    const QString name = QString(u"县"_s).repeated(75);
    const auto store = countyAt(folder.filePath(name + u"甲.shanzhi"_s));
    const auto other = countyAt(folder.filePath(name + u"乙.shanzhi"_s));
    for (int i = 0; i < 11; ++i)
        backUp(*store);
    CHECK(backupSummaries(store->path()).size() == 10);
    CHECK_FALSE(other->lastBackup().isValid());
}

TEST_CASE("what a killed backup left goes with the next one, unless somebody is making it")
{
    TestStore store;
    const QString first = backUp(*store);
    const QString left = copyAs(first, u"示范县 测试 20260101-080000-000 试.shanzhi.shanzhi-part"_s);
    const QString making = copyAs(first, u"别的县 20260101-080000-000 试.shanzhi.shanzhi-part"_s);
    auto maker = Database::open(making, Database::Mode::ReadWrite);
    requireOk(maker);
    requireOk((*maker)->execute("BEGIN IMMEDIATE; CREATE TABLE more (a)"));
    backUp(*store);
    CHECK_FALSE(QFile::exists(left));
    CHECK(QFile::exists(making));
}

TEST_CASE("one backup serves a series of changes, until something else is done to the file")
{
    TestStore store;
    Organization organization = someOrganization(u"甲协会"_s);
    requireOk(insertOne(*store, organization));
    const auto isOfSeries = [](const JournalEntry &entry) { return entry.what.startsWith(u"导入"_s); };
    const auto before = [&] {
        const auto made = store->backupBefore(u"导入前"_s, isOfSeries);
        requireOk(made);
        return *made;
    };
    const QString first = before();
    requireOk(moveOne(*store, organization, u"一路"_s, u"导入甲"_s));
    requireOk(moveOne(*store, organization, u"二路"_s, u"导入乙"_s));
    CHECK(before() == first);
    CHECK(backupsIn(store.folder()).size() == 1);
    requireOk(moveOne(*store, organization, u"三路"_s, u"手工修改"_s));
    const QString second = before();
    CHECK(second != first);
    CHECK(before() == second);
    // One that is broken, or of another history, serves nobody.
    {
        QFile file(second);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("rubbish");
    }
    CHECK(before() != second);
}

TEST_CASE("what has no room on the disk is told before it is begun")
{
    const QTemporaryDir folder;
    CHECK(checkRoom(folder.path(), 1));
    const Status refused = checkRoom(folder.path(), 1LL << 60);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Storage);
    CHECK(refused.error().text.contains(u"没有开始"_s));
}
