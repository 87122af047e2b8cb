// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person with a database browser, a bad disk or another program does to a file, and what is said of
// it.
#include "core/store/journal.h"
#include "core/store/schema.h"
#include "tests/support/tamper.h"
#include "tests/support/teststore.h"

#include <QFile>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

constexpr int pageSize = 8192; // see Store::create()

/// An organization without a code, which is a fault that was let in, moved twice; closed.
class VerifiedCounty
{
public:
    VerifiedCounty()
    {
        Organization organization = someOrganization(u"甲服务中心"_s);
        requireOk(insertOne(*store, organization));
        requireOk(moveOne(*store, organization, u"一号"_s));
        requireOk(moveOne(*store, organization, u"二号"_s));
        store.close();
    }
    QString path() const { return store.path(); }

    TestStore store;
};

/// What verify() says of a copy of the file that \a sql was run on.
VerifyReport reportAfter(const QString &path, const QByteArray &sql)
{
    const QString copy = path + u".copy"_s;
    QFile::remove(copy);
    REQUIRE(QFile::copy(path, copy));
    tamper(copy, sql);
    const auto opened = Store::open(copy, Store::Access::Read);
    requireOk(opened);
    const auto report = (*opened)->verify();
    requireOk(report);
    return *report;
}

QString faultsOf(const VerifyReport &report)
{
    return QStringList(report.faults.begin(), report.faults.end()).join(u'\n');
}

/// Where the page of a table or index begins in the file.
qint64 placeOf(const QString &path, const QByteArray &name)
{
    const QStringList places = texts(path, "SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'");
    REQUIRE(places.size() == 1);
    return (places.front().toLongLong() - 1) * pageSize;
}

void overwrite(const QString &path, qint64 place, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(place));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// Overwrites the page where a table or index begins, as a disk with a broken sector returns it.
void breakPage(const QString &path, const QByteArray &name)
{
    overwrite(path, placeOf(path, name), QByteArray(pageSize, '\x5a'));
}

/// Each of two indexes of one page gets what the other holds.
void exchangePages(const QString &path, const std::pair<const char *, const char *> &indexes)
{
    const QByteArray whole = bytesOf(path);
    const qint64 first = placeOf(path, indexes.first);
    const qint64 second = placeOf(path, indexes.second);
    overwrite(path, first, whole.mid(second, pageSize));
    overwrite(path, second, whole.mid(first, pageSize));
}

const QByteArray trigger = "CREATE TRIGGER quiet AFTER UPDATE ON organization BEGIN"
                           " UPDATE organization SET remarks = 'x' WHERE id = new.id; END";

} // namespace

TEST_CASE("verify finds what was altered past the program, names it, and does not call it damage")
{
    const VerifiedCounty county;
    const VerifyReport whole = reportAfter(county.path(), "SELECT 1");
    CHECK(whole.faults == std::vector<QString>());
    CHECK_FALSE(whole.isDamaged);
    struct Alteration
    {
        const char *sql;
        const char16_t *named;
    };
    for (const auto &[sql, named] : {
             Alteration{"UPDATE journal SET what = '别的' WHERE sequence = 2", u"第 2 条日志"},
             {"UPDATE journal SET kind = 'revision' WHERE sequence = 2", u"第 2 条日志"},
             {"UPDATE journal SET at = replace(at, 'Z', '+00:00') WHERE sequence = 2", u"第 2 条日志"},
             {"UPDATE journal_edit SET after = replace(after, '一号', '三号')", u"第 2 条日志"},
             {"UPDATE journal_edit SET sequence = 3 WHERE sequence = 2", u"第 2 条日志"},
             {"DELETE FROM journal WHERE sequence = 2", u"之前缺了日志条目"},
             {"UPDATE journal SET first_edit = first_edit + 1 WHERE sequence = 2", u"的修改明细接不上"},
             {"INSERT INTO journal_edit (position, sequence, type, record, verb, before, after)"
              " VALUES (99, 3, 'organization', '0', 'insert', '', '{}')",
              u"不属于任何日志条目"},
             {"DELETE FROM journal_edit WHERE sequence = 2", u"第 2 条日志"},
             {"UPDATE journal SET sequence = sequence + 10; UPDATE journal_edit SET sequence = sequence + 10",
              u"第 11 条日志"},
             {"UPDATE organization SET address = '三号'", u"“甲服务中心”（住所）"},
             {"UPDATE organization SET removed_at = '2025-01-01'", u"“甲服务中心”（是否已删除）"},
             {"UPDATE organization SET id = '0'", u"“甲服务中心”"},
             {"DELETE FROM organization", u"“甲服务中心”"},
             {"INSERT INTO organization (id, name, kind, status) VALUES ('0', '乙协会', 'association', "
              "'active')",
              u"“乙协会”不见于日志"},
             {"INSERT INTO person (id, organization, name, is_legal_representative, part_time_official)"
              " VALUES ('0', '1', '丙', 0, 0)",
              u"指向"},
             {"UPDATE organization SET name_pinyin = 'zz'", u"“甲服务中心”"},
             {"UPDATE search_entry SET folded = '\n乙'", u"“甲服务中心”"},
             {"UPDATE search_entry SET type = 'person'", u"“甲服务中心”"},
             {"DELETE FROM search_entry", u"“甲服务中心”"},
             {"INSERT INTO search_entry (type, record, folded) VALUES ('organization', '0', '\n乙')",
              u"检索"},
             {"UPDATE problem SET text = '没有问题'", u"“甲服务中心”"},
             {"DELETE FROM problem", u"“甲服务中心”"},
             {"INSERT INTO problem (type, record, field, text) SELECT type, record, 'address', '不对' FROM"
              " problem LIMIT 1",
              u"“甲服务中心”"},
             {"INSERT INTO problem (type, record, field, text) VALUES ('organization', '0', '', '不对')",
              u"提示"},
             {"UPDATE file_info SET value = '别县民政局' WHERE key = 'bureau'", u"单位名称"},
             {"UPDATE file_info SET value = '330424' WHERE key = 'division_code'", u"单位名称"},
             {"UPDATE file_info SET value = '0' WHERE key = 'site'", u"单位名称"},
             {"DELETE FROM file_info WHERE key = 'bureau'", u"bureau"},
             {"INSERT INTO file_info VALUES ('colour', 'red')", u"colour"},
             {trigger.constData(), u"quiet"},
             {"CREATE VIEW seen AS SELECT name FROM organization", u"seen"},
             {"CREATE TABLE notes (x TEXT)", u"notes"},
             {"ALTER TABLE organization ADD COLUMN colour TEXT", u"colour"},
             {"ALTER TABLE grade DROP COLUMN decision_reason", u"decision_reason"},
             {"DROP TABLE import_layout", u"import_layout）”表，被删掉了"},
             {"DROP INDEX organization_town", u"organization_town"},
             {"DROP INDEX organization_town; CREATE INDEX organization_town ON organization(address)",
              u"organization_town"},
             {"CREATE INDEX mine ON organization(address)", u"mine"},
         }) {
        INFO(sql);
        const VerifyReport report = reportAfter(county.path(), sql);
        INFO(faultsOf(report).toStdString());
        CHECK(faultsOf(report).contains(QStringView(named)));
        CHECK_FALSE(report.isDamaged);
    }
}

TEST_CASE("verify finds a table that was made anew in another way")
{
    const VerifiedCounty county;
    const QByteArray sql =
        texts(county.path(), "SELECT sql FROM sqlite_schema WHERE name = 'search_entry'").front().toUtf8();
    for (const auto &[from, to, named] :
         {std::tuple{"folded TEXT NOT NULL", "folded TEXT", u"“search_entry”表的“folded”列被改动过"},
          std::tuple{") STRICT", ", CHECK (ordinal > 0)) STRICT", u"“search_entry”表的规定被改动过"}}) {
        REQUIRE(sql.contains(from));
        const VerifyReport report = reportAfter(
            county.path(), "CREATE TABLE kept AS SELECT * FROM search_entry; DROP TABLE search_entry;" +
                               QByteArray(sql).replace(from, to) +
                               "; INSERT INTO search_entry SELECT * FROM kept; DROP TABLE kept");
        INFO(faultsOf(report).toStdString());
        CHECK(report.faults.size() == 1);
        CHECK(faultsOf(report).contains(QStringView(named)));
    }
}

TEST_CASE("what is saved while a file is verified is no alteration")
{
    VerifiedCounty county;
    county.store.reopen();
    constexpr int many = 300; // so that reading them takes a while
    Organization organization;
    requireOk(county.store->change(u"新增"_s, [&](Change &change) -> Status {
        for (int i = 0; i < many; ++i) {
            organization = someOrganization(u"乙服务中心%1"_s.arg(i));
            CORE_TRY(change.insert(organization));
        }
        return ok();
    }));
    const auto reader = Store::open(county.path(), Store::Access::Read);
    requireOk(reader);
    int saved = 0;
    Status done = ok();
    (*reader)->interruptWhen([&] {
        if (done && saved < 30)
            done = moveOne(*county.store, organization, QString::number(++saved));
        return false;
    });
    const auto report = (*reader)->verify();
    requireOk(report);
    requireOk(done);
    CHECK(saved > 1);
    CHECK(faultsOf(*report).toStdString().empty());
}

TEST_CASE("an entry whose hash was computed anew does not fit the one after it any more")
{
    const VerifiedCounty county;
    tamper(county.path(), "UPDATE journal SET what = '别的' WHERE sequence = 2");
    QByteArray hash;
    {
        const auto database = Database::open(county.path(), Database::Mode::ReadOnly);
        requireOk(database);
        const auto entry = readEntry(**database, 2);
        requireOk(entry);
        REQUIRE(*entry);
        hash = (*entry)->computedHash();
    }
    const VerifyReport report =
        reportAfter(county.path(), "UPDATE journal SET hash = '" + hash + "' WHERE sequence = 2");
    INFO(faultsOf(report).toStdString());
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults.front().startsWith(u"第 3 条日志"_s));
    CHECK(report.faults.front().contains(u"与前一条接不上"_s));
}

TEST_CASE("verify tells how many records were altered, added or removed when they are many")
{
    TestStore store;
    constexpr int all = 12;
    for (int i = 0; i < all; ++i) {
        Organization organization = someOrganization(u"第%1协会"_s.arg(i));
        requireOk(insertOne(*store, organization));
    }
    store.close();
    for (const char *sql : {"UPDATE organization SET address = '三号'", "DELETE FROM organization"}) {
        INFO(sql);
        CHECK(faultsOf(reportAfter(store.path(), sql)).contains(u"等 12 条"_s));
    }
}

TEST_CASE("what is found of a removed record, though it should not be, is told")
{
    TestStore store;
    Organization organization = someOrganization(u"甲协会"_s);
    requireOk(insertOne(*store, organization));
    requireOk(store->change(u"删除"_s, [&](Change &change) { return change.remove(organization.id); }));
    store.close();
    CHECK(reportAfter(store.path(), "SELECT 1").faults == std::vector<QString>());
    const VerifyReport report = reportAfter(store.path(), "INSERT INTO search_entry (type, record, folded)"
                                                          " SELECT 'organization', id, '' FROM organization");
    CHECK(faultsOf(report).contains(u"“甲协会”的检索内容"_s));
}

TEST_CASE("what any program may leave in a file is no alteration")
{
    const VerifiedCounty county;
    CHECK(reportAfter(county.path(), "ANALYZE; VACUUM; REINDEX").faults == std::vector<QString>());
}

TEST_CASE("verify tells a broken disk from somebody who altered the content")
{
    for (const char *name : {"organization_town", "organization", "search_entry", "journal_edit"}) {
        INFO(name);
        const VerifiedCounty county;
        breakPage(county.path(), name);
        const auto opened = Store::open(county.path(), Store::Access::Read);
        requireOk(opened);
        const auto report = (*opened)->verify();
        requireOk(report);
        CHECK(report->isDamaged);
        CHECK(report->faults.front().contains(u"损坏"_s));
    }
}

TEST_CASE("an index that does not hold what its table holds is damage, and the table is named")
{
    const VerifiedCounty county;
    exchangePages(county.path(), {"organization_registered_on", "organization_town"});
    const auto opened = Store::open(county.path(), Store::Access::Read);
    requireOk(opened);
    const auto report = (*opened)->verify();
    requireOk(report);
    INFO(faultsOf(*report).toStdString());
    CHECK(report->isDamaged);
    CHECK(faultsOf(*report).startsWith(u"数据文件内部损坏，坏的是存放这些内容的地方：社会组织"_s));
}

TEST_CASE("what a newer program has added to a file is no alteration, a trigger in it is one")
{
    const VerifiedCounty county;
    const QByteArray newer = "PRAGMA user_version = " + QByteArray::number(schemaVersion() + 1) +
                             "; ALTER TABLE organization ADD COLUMN colour TEXT; CREATE TABLE notes (x TEXT);"
                             " CREATE INDEX mine ON notes(x); DROP INDEX organization_town;"
                             " INSERT INTO file_info VALUES ('colour', 'red');"
                             " UPDATE search_entry SET folded = folded || '红'; DELETE FROM problem;";
    CHECK(reportAfter(county.path(), newer).faults == std::vector<QString>());
    CHECK(faultsOf(reportAfter(county.path(), newer + trigger)).contains(u"quiet"_s));
}

TEST_CASE("a file with a trigger or a view of somebody else is opened for reading only")
{
    for (const QByteArray &sql : {trigger, QByteArray("CREATE VIEW seen AS SELECT name FROM organization"),
                                  QByteArray("CREATE VIEW \"quiet''\" AS SELECT 1")}) {
        INFO(sql.constData());
        const VerifiedCounty county;
        tamper(county.path(), sql);
        const QByteArray before = bytesOf(county.path());
        const auto refused = Store::open(county.path());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::ReadOnly);
        CHECK(refused.error().text.contains(sql.contains("seen") ? u"seen"_s : u"quiet"_s));
        CHECK(bytesOf(county.path()) == before);
        requireOk(Store::open(county.path(), Store::Access::Read));
    }
}

TEST_CASE("a trigger that comes into an open file does not run at what the program writes")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    tamper(store.path(), trigger);
    const Status refused = moveOne(*store, organization, u"一号"_s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text.contains(u"quiet"_s));
    CHECK(store->get(organization.id)->remarks.text == QString());
    CHECK(store->get(organization.id)->address == QString());
    tamper(store.path(), "DROP TRIGGER quiet");
    requireOk(moveOne(*store, organization, u"一号"_s));
}

TEST_CASE("what stands in a schema is trusted with nothing, and nobody writes past SQLite")
{
    const VerifiedCounty county;
    const auto database = Database::open(county.path(), Database::Mode::ReadWrite);
    requireOk(database);
    CHECK(*(*database)->number("PRAGMA trusted_schema") == 0);
    CHECK_FALSE((*database)->execute("PRAGMA writable_schema = 1;"
                                     "UPDATE sqlite_schema SET sql = sql WHERE name = 'organization'"));
}
