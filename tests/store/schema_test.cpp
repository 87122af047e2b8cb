// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/database.h"
#include "tests/support/tamper.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <array>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

std::unique_ptr<Database> openFile(const QString &path, Database::Mode mode = Database::Mode::Create)
{
    auto database = Database::open(path, mode);
    requireOk(database);
    return *std::move(database);
}

/// Every table and index with its SQL, white space evened out.
QStringList schemaOf(Database &database)
{
    QStringList all;
    for (const QString &sql :
         texts(database,
               "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1"))
        all.append(sql.simplified());
    return all;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString writeStep(const QTemporaryDir &folder, const QString &name, const QByteArray &sql)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(sql);
    return file.fileName();
}

} // namespace

TEST_CASE("a released step of the schema never changes")
{
    struct Released
    {
        int version;
        const char *sha256;
    };
    // A line is never corrected, only added when a version with a new step is released.
    const std::array released = {
        Released{1, "7dc890b01bc769a9642de9a3b7f372ca5d549446e4066b7abe2568b73f0f33dd"},
    };
    constexpr size_t unreleased = 1; // at most one at the end, which may still change
    INFO("new statements go into the last step while it is unreleased; only else into a new one, which is "
         "unreleased then");
    REQUIRE(schemaSteps().size() == released.size() + unreleased);
    for (size_t i = 0; i < released.size(); ++i) {
        CHECK(schemaSteps()[i].version == released[i].version);
        const QByteArray content = contentOf(schemaSteps()[i].resource);
        CHECK(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().toStdString() ==
              released[i].sha256);
    }
    CHECK(schemaVersion() == schemaSteps().back().version);
}

TEST_CASE("a new file has the schema of the steps, and the tables of the descriptions")
{
    QTemporaryDir folder;
    TestStore store;
    const auto fresh = openFile(store.path(), Database::Mode::ReadOnly);
    const auto stepped = openFile(folder.filePath(u"steps.db"_s));
    for (const SchemaStep &step : schemaSteps())
        requireOk(stepped->execute(contentOf(step.resource)));
    CHECK(schemaOf(*fresh) == schemaOf(*stepped));

    const auto described = openFile(folder.filePath(u"described.db"_s));
    for (const RecordType *type : allRecordTypes())
        requireOk(described->execute(tableSql(*type)));
    for (const RecordType *type : allRecordTypes()) {
        INFO("record type " << type->key << ": bin/print_schema " << type->key
                            << " prints what the steps should come to");
        const QByteArray table = "('" + QByteArray(type->key) + "')";
        const QByteArray statements[] = {
            "SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || coalesce(dflt_value, '-') || ' ' || "
            "pk"
            " FROM pragma_table_info" +
                table + " ORDER BY name",
            "SELECT \"from\" || ' ' || \"table\" || ' ' || \"to\" || ' ' || on_delete FROM "
            "pragma_foreign_key_list" +
                table + " ORDER BY 1",
            "SELECT name || ' ' || \"unique\" || ' ' || partial FROM pragma_index_list" + table +
                " ORDER BY 1",
            "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '" +
                QByteArray(type->key) + "' ORDER BY name",
            "SELECT name || ' ' || strict FROM pragma_table_list" + table,
        };
        for (const QByteArray &sql : statements)
            CHECK(texts(*fresh, sql) == texts(*described, sql));
    }
    // No table of records that nobody describes.
    QStringList known = {u"attachment"_s,   u"file_info"_s, u"journal"_s,
                         u"journal_edit"_s, u"problem"_s,   u"search_entry"_s};
    for (const RecordType *type : allRecordTypes())
        known.append(QString::fromLatin1(type->key));
    known.sort();
    CHECK(texts(*fresh, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") == known);
}

TEST_CASE("every outcome of a migration: current, upgraded, newer")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.shanzhi"_s);
    const std::array first = {
        SchemaStep{1, writeStep(folder, u"1.sql"_s, "CREATE TABLE a (x TEXT NOT NULL) STRICT; -- one; two")}};
    const std::array both = {first[0], SchemaStep{2, writeStep(folder, u"2.sql"_s,
                                                               "ALTER TABLE a ADD COLUMN y INTEGER;"
                                                               "UPDATE a SET y = length(x);")}};
    const auto database = openFile(path);
    CHECK(*fileSchemaVersion(*database) == 0);
    CHECK((*migrate(*database, first) == MigrationOutcome::Upgraded));
    CHECK(*fileSchemaVersion(*database) == 1);
    CHECK((*migrate(*database, first) == MigrationOutcome::Current));
    requireOk(database->execute("INSERT INTO a (x) VALUES ('三会一课')"));
    CHECK((*migrate(*database, both) == MigrationOutcome::Upgraded));
    CHECK(*fileSchemaVersion(*database) == 2);
    CHECK(*database->number("SELECT y FROM a") == 4);
    CHECK((*migrate(*database, first) == MigrationOutcome::Newer));
    CHECK(*fileSchemaVersion(*database) == 2);
    // From nothing to the present in one go gives the same schema.
    const auto fresh = openFile(folder.filePath(u"b.shanzhi"_s));
    CHECK((*migrate(*fresh, both) == MigrationOutcome::Upgraded));
    CHECK(schemaOf(*fresh) == schemaOf(*database));
}

TEST_CASE("a step that fails leaves the file as it was before this step")
{
    QTemporaryDir folder;
    const std::array steps = {
        SchemaStep{1, writeStep(folder, u"1.sql"_s, "CREATE TABLE a (x TEXT NOT NULL) STRICT;")},
        SchemaStep{2, writeStep(folder, u"2.sql"_s, "INSERT INTO a VALUES ('kept');")},
        SchemaStep{3, writeStep(folder, u"3.sql"_s,
                                "DELETE FROM a; CREATE TABLE b (y TEXT) STRICT;"
                                "INSERT INTO no_such_table VALUES (1);")}};
    const auto database = openFile(folder.filePath(u"a.shanzhi"_s));
    const auto failed = migrate(*database, steps);
    REQUIRE_FALSE(failed);
    CHECK_FALSE(failed.error().text.contains(u"SQL"_s));
    CHECK(*fileSchemaVersion(*database) == 2);
    CHECK(texts(*database, "SELECT x FROM a") == QStringList{u"kept"_s});
    CHECK(schemaOf(*database).size() == 1);
    const std::array missing = {steps[0], steps[1], SchemaStep{3, folder.filePath(u"none.sql"_s)}};
    CHECK_FALSE(migrate(*database, missing));
    CHECK(*fileSchemaVersion(*database) == 2);
}

TEST_CASE("an older file is backed up before it is upgraded, and stays as it was when that fails")
{
    TestStore store;
    store.close();
    // Older than every version: the first step then fails on the tables that are there.
    requireOk(openFile(store.path(), Database::Mode::ReadWrite)->execute("PRAGMA user_version = -1"));
    const QStringList before = schemaOf(*openFile(store.path(), Database::Mode::ReadOnly));
    const auto opened = Store::open(store.path());
    REQUIRE_FALSE(opened);
    const QStringList backups = QDir(store.folder() + u"/备份"_s).entryList({u"*.shanzhi"_s}, QDir::Files);
    REQUIRE(backups.size() == 1);
    CHECK(backups.front().contains(u"升级前"_s));
    const auto copy = openFile(store.folder() + u"/备份/"_s + backups.front(), Database::Mode::ReadOnly);
    CHECK(*copy->number("PRAGMA user_version") == -1);
    CHECK(schemaOf(*copy) == before);
    const auto original = openFile(store.path(), Database::Mode::ReadOnly);
    CHECK(*original->number("PRAGMA user_version") == -1);
    CHECK(schemaOf(*original) == before);
    // To look at an older file one must have upgraded it.
    const auto looked = Store::open(store.path(), Store::Access::Read);
    REQUIRE_FALSE(looked);
    CHECK(looked.error().code == Error::Code::ReadOnly);
}
