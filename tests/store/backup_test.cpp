// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Backups, and the contents of attachments that stand once beside them.
#include "core/store/database.h"
#include "core/store/schema.h"
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
    const Status refused = store->backup(other.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Busy);
    other.reopen();
    CHECK(other->all<Organization>()->empty());

    // What is written now is not lost, and a former copy may be replaced.
    Organization second = someOrganization(u"乙协会"_s);
    requireOk(insertOne(*store, second));
    const QString copy = store.folder() + u"/副本.shanzhi"_s;
    requireOk(store->backup(copy));
    requireOk(store->backup(copy));
    store.reopen();
    CHECK(store->all<Organization>()->size() == 2);
}

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
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("x");
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
