// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/teststore.h"

#include "core/registry/keptreason.h"
#include "tests/support/tamper.h"

#include <QFile>
#include <QSignalSpy>
#include <QThread>

#include <chrono>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// A town and an organization in it.
struct TownStore
{
    TestStore store;
    Division town{.code = u"330421001"_s, .name = u"东门街道"_s, .level = DivisionLevel::Town};
    Organization organization = someOrganization(u"甲服务中心"_s);

    TownStore()
    {
        requireOk(store->change(u"镇街"_s, [&](Change &change) { return change.insert(town); }));
        organization.town = town.id;
        requireOk(insertOne(*store, organization));
    }
};

} // namespace

TEST_CASE("what is inserted is read back, also after a restart")
{
    TestStore store;
    Organization written = someOrganization(u"示范县晨曦养老服务中心"_s, u"52330421MJ9876542F"_s);
    written.registeredOn = QDate(2016, 5, 18);
    written.registeredCapital = Money::yuan(300'000);
    written.roles = {OrganizationRole::CharitableOrganization, OrganizationRole::Hub};
    written.purpose = {u"为老服务\n“安康”"_s};
    requireOk(insertOne(*store, written));
    store.reopen();
    const auto read = store->get(written.id);
    requireOk(read);
    CHECK(read->name == written.name);
    CHECK(read->registeredOn == QDate(2016, 5, 18));
    CHECK(read->registeredCapital == Money::yuan(300'000));
    CHECK(read->roles == written.roles);
    CHECK(read->purpose == written.purpose);
    CHECK_FALSE(read->town);
}

TEST_CASE("an error undoes all of a change")
{
    TestStore store;
    const Status failed = store->change(u"两条"_s, [&](Change &change) -> Status {
        Organization first = someOrganization(u"甲协会"_s);
        CORE_TRY(change.insert(first));
        return Error{Error::Code::InvalidInput, u"不行"_s, {}};
    });
    CHECK_FALSE(failed);
    CHECK(*store->count({.type = u"organization"_s}) == 0);
    CHECK(store->journal()->empty());
    CHECK(store->undoText().isEmpty());
}

TEST_CASE("a second organization with the same credit code is refused by the name of the first")
{
    TestStore store;
    Organization first = someOrganization(u"甲服务中心"_s, u"52330421MJ9876542F"_s);
    Organization second = someOrganization(u"乙服务中心"_s, u"52330421MJ9876542F"_s);
    requireOk(insertOne(*store, first));
    const Status refused = insertOne(*store, second);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Conflict);
    CHECK(refused.error().text.contains(u"甲服务中心"_s));
    CHECK_FALSE(refused.error().text.contains(u"SQL"_s));
}

TEST_CASE("a soft problem is kept and listed until it is mended")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s, u"52330421MJ98765420"_s); // should end in F
    requireOk(insertOne(*store, organization));
    auto problems = store->problems(recordType<Organization>(), organization.id.text);
    requireOk(problems);
    const auto aboutCode = [&] {
        return std::count_if(problems->begin(), problems->end(),
                             [](const KeptProblem &p) { return p.field == u"credit_code"_s; });
    };
    REQUIRE(aboutCode() == 1);
    organization.creditCode = u"52330421MJ9876542F"_s;
    requireOk(store->change(u"改代码"_s, [&](Change &change) { return change.update(organization); }));
    problems = store->problems(recordType<Organization>(), organization.id.text);
    CHECK(aboutCode() == 0);
}

TEST_CASE("a record goes to the recycle bin and comes back; one that is needed stays")
{
    TownStore county;
    TestStore &store = county.store;
    const Division &town = county.town;
    const Organization &organization = county.organization;
    const Status refused = store->change(u"删镇街"_s, [&](Change &change) { return change.remove(town.id); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text.contains(u"社会组织"_s));
    requireOk(store->change(u"删除"_s, [&](Change &change) { return change.remove(organization.id); }));
    CHECK(*store->count({.type = u"organization"_s}) == 0);
    CHECK(*store->count({.type = u"organization"_s, .removedOnly = true}) == 1);
    CHECK(store->search(u"甲"_s)->empty());
    requireOk(store->change(u"还原"_s, [&](Change &change) {
        return change.restore(recordType<Organization>(), organization.id.text);
    }));
    CHECK(*store->count({.type = u"organization"_s}) == 1);
    CHECK(store->search(u"甲"_s)->size() == 1);
    CHECK(store->verify()->faults.empty());
}

TEST_CASE("history tells who did what to a record, newest first")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    organization.staffCount = 14;
    requireOk(store->change(u"修改从业人数"_s, [&](Change &change) { return change.update(organization); }));
    const auto history = store->history(recordType<Organization>(), organization.id.text);
    requireOk(history);
    REQUIRE(history->size() == 2);
    CHECK(history->front().first.actor == u"王科员"_s);
    CHECK(history->front().first.what == u"修改从业人数"_s);
    CHECK(history->front().second.after == QVariantMap{{u"staff_count"_s, 14LL}});
    CHECK(history->front().second.before == QVariantMap{{u"staff_count"_s, QVariant()}});
    CHECK(history->back().second.verb == RecordEdit::Verb::Insert);
}

TEST_CASE("a store tells of its own changes and, when asked, of those of another store")
{
    TestStore store;
    QSignalSpy spy(&*store, &Store::changed);
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    REQUIRE(spy.size() == 1);
    CHECK(spy.at(0).at(0).value<ChangeSet>().of(recordType<Organization>())->ids ==
          QStringList{organization.id.text});
    auto other = Store::open(store.path());
    requireOk(other);
    Organization second = someOrganization(u"乙服务中心"_s);
    requireOk(insertOne(**other, second));
    CHECK(spy.size() == 1);
    requireOk(store->refresh());
    REQUIRE(spy.size() == 2);
    CHECK(spy.at(1).at(0).value<ChangeSet>().of(recordType<Organization>())->ids ==
          QStringList{second.id.text});
    CHECK(store->undoText() == u"新增乙服务中心"_s);
    requireOk(store->refresh());
    CHECK(spy.size() == 2);
}

TEST_CASE("a backup is a whole file of its own")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    const auto path = store->automaticBackup(u"手动"_s);
    requireOk(path);
    auto opened = Store::open(*path, Store::Access::Read);
    requireOk(opened);
    CHECK((*opened)->get(organization.id)->name == organization.name);
    CHECK((*opened)->verify()->faults.empty());
    CHECK((*opened)->isReadOnly());
    CHECK_FALSE((*opened)->change(u"改"_s, [](Change &) { return ok(); }));
    CHECK(store->lastBackup().isValid());
}

TEST_CASE("a record does not come back before what it refers to")
{
    TownStore county;
    TestStore &store = county.store;
    const Division &town = county.town;
    const Organization &organization = county.organization;
    requireOk(store->change(u"删除"_s, [&](Change &change) { return change.remove(organization.id); }));
    requireOk(store->change(u"删镇街"_s, [&](Change &change) { return change.remove(town.id); }));
    const auto back = [&](const RecordType &type, const QString &id) {
        return store->change(u"还原"_s, [&](Change &change) { return change.restore(type, id); });
    };
    const Status refused = back(recordType<Organization>(), organization.id.text);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text.contains(u"东门街道"_s));
    requireOk(back(recordType<Division>(), town.id.text));
    requireOk(back(recordType<Organization>(), organization.id.text));
}

TEST_CASE("what is no file of ours is refused with a sentence")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.shanzhi"_s);
    for (const QByteArray &content : {QByteArray(), QByteArray("hello"), QByteArray(8192, 'x')}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto opened = Store::open(path);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == Error::Code::FileFormat);
        CHECK_FALSE(opened.error().text.contains(u"SQLite"_s));
    }
    CHECK(Store::open(folder.filePath(u"none.shanzhi"_s)).error().code == Error::Code::NotFound);
}

TEST_CASE("a file of a newer program opens read-only and says so")
{
    TestStore store;
    store.close();
    tamper(store.path(), "PRAGMA user_version = 9999");
    auto opened = Store::open(store.path());
    requireOk(opened);
    CHECK((*opened)->isReadOnly());
    CHECK((*opened)->readOnlyReason().contains(u"升级"_s));
}

#ifdef Q_OS_LINUX
TEST_CASE("a full disk refuses the change and keeps what was there")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    // No file may grow beyond a limit: what a full disk looks like to the program.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    rlimit tight = before;
    tight.rlim_cur = 1'500'000;
    REQUIRE(setrlimit(RLIMIT_FSIZE, &tight) == 0);
    const auto extent = GENERATE(ChangeOptions::Extent::Usual, ChangeOptions::Extent::Large);
    const Status refused = store->change(u"大附件"_s,
                                         [&](Change &change) -> Status {
                                             CORE_TRY(change.attach(u"大"_s, QByteArray(4'000'000, 'x')));
                                             Organization more = someOrganization(u"乙服务中心"_s);
                                             return change.insert(more);
                                         },
                                         {.extent = extent});
    REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Error::Code::Storage);
    CHECK(refused.error().text.contains(u"磁盘"_s));
    CHECK(*store->count({.type = u"organization"_s}) == 1);
    CHECK(store->verify()->faults.empty());
    Organization later = someOrganization(u"丙服务中心"_s);
    requireOk(insertOne(*store, later));
}
#endif

TEST_CASE("a reason is kept by the program and its words may be mended, but not what it belongs to")
{
    TestStore store;
    const QString record = newUuid();
    const KeptProblem problem{&recordType<Organization>(), record, u"credit_code"_s, u"校验位不对。"_s, {}};
    requireOk(keepReason(*store, {problem}, u"证书如此"_s));
    const auto kept = store->all<KeptReason>();
    requireOk(kept);
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().recordId == record);
    const auto edit = [&](const QString &key, const QString &value) {
        return store->change(u"改"_s, [&](Change &change) {
            return change.edit(recordType<KeptReason>(), kept->front().id.text, {{key, value}});
        });
    };
    CHECK_FALSE(edit(u"record_id"_s, newUuid()));
    CHECK_FALSE(edit(u"id"_s, newUuid()));
    CHECK(edit(u"reason"_s, u"证书上如此"_s));
}

TEST_CASE("another thread writes with a store of its own, for the same person")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    const Store::Opener toWrite = store->another(Store::Access::Write);
    const Store::Opener toRead = store->another(Store::Access::Read);
    Status written = ok();
    bool isReadOnly = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        written = [&]() -> Status {
            CORE_ASSIGN(const std::unique_ptr<Store> own, toWrite());
            organization.address = u"一号"_s;
            return own->change(u"迁址"_s, [&](Change &change) { return change.update(organization); });
        }();
        if (const auto reader = toRead())
            isReadOnly =
                (*reader)->isReadOnly() && (*(*reader)->another(Store::Access::Write)())->isReadOnly();
    }));
    thread->start();
    REQUIRE(thread->wait(30'000));
    requireOk(written);
    CHECK(isReadOnly);
    CHECK(store->journal()->front().actor == u"王科员"_s);
    CHECK(store->get(organization.id)->address == u"一号"_s);
}

TEST_CASE("a question that nobody wants any more ends, and the store answers the next one")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    bool isUnwanted = true;
    store->interruptWhen([&] { return isUnwanted; });
    // Asked every few thousand steps of the database: one short question may still slip through.
    Result<qint64> asked = 0;
    for (int i = 0; asked && i < 100'000; ++i)
        asked = store->count({.type = u"organization"_s});
    REQUIRE_FALSE(asked);
    CHECK(asked.error().code == Error::Code::Cancelled);
    isUnwanted = false;
    CHECK(*store->count({.type = u"organization"_s}) == 1);
}

TEST_CASE("a store without patience says at once that another one is writing")
{
    TestStore store;
    const auto other = Store::open(store.path());
    requireOk(other);
    (*other)->setPatience(10);
    requireOk(store->change(u"长"_s, [&](Change &change) -> Status {
        Organization mine = someOrganization(u"甲服务中心"_s);
        CORE_TRY(change.insert(mine));
        const auto begun = std::chrono::steady_clock::now();
        Organization theirs = someOrganization(u"乙服务中心"_s);
        const Status refused = insertOne(**other, theirs);
        CHECK_FALSE(refused);
        CHECK(refused.error().code == Error::Code::Busy);
        CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(2));
        return ok();
    }));
    CHECK(*store->count({.type = u"organization"_s}) == 1);
}

TEST_CASE("what a task told of is not read from the journal again, and says the same")
{
    TestStore store;
    const auto task = Store::open(store.path());
    requireOk(task);
    std::vector<ChangeSet> told;
    QObject::connect(task->get(), &Store::changed, [&](const ChangeSet &set) { told.push_back(set); });
    std::vector<ChangeSet> heard;
    QObject::connect(&*store, &Store::changed, [&](const ChangeSet &set) { heard.push_back(set); });
    const auto write = [&](const QString &name) {
        Organization organization = someOrganization(name);
        requireOk(insertOne(**task, organization));
        return organization.id.text;
    };
    const QStringList ids = {write(u"甲服务中心"_s), write(u"乙服务中心"_s)};
    REQUIRE(told.size() == 2);
    requireOk(store->refresh(told));
    REQUIRE(heard.size() == 1);
    REQUIRE(heard.front().of(recordType<Organization>()));
    QStringList fromTold = heard.front().of(recordType<Organization>())->ids;
    fromTold.sort();
    CHECK(fromTold == QStringList(ids));
    CHECK(heard.front().sequence == told.back().sequence);
    CHECK(store->undoText() == u"新增乙服务中心"_s);
    // A change that nobody told of is found in the journal.
    const QString third = write(u"丙服务中心"_s);
    requireOk(store->refresh({told.front()}));
    REQUIRE(heard.size() == 2);
    CHECK(heard.back().of(recordType<Organization>())->ids == QStringList{third});
}
