// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the tables of a file are those of the program and nothing else.
#include "core/base/tr.h"
#include "core/store/schema.h"
#include "core/store/verifyparts.h"

#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct SchemaObject
{
    QString sql;
    QString table; ///< What an index or a trigger belongs to.
};
/// By type ("table", "index", "trigger", "view") and name. Without what SQLite makes by itself: indexes of
/// UNIQUE columns, and statistics.
using Schema = std::map<std::pair<QString, QString>, SchemaObject>;

Result<Schema> schemaIn(Database &database)
{
    CORE_ASSIGN(Statement select, database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema"
                                                   " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"));
    Schema schema;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return schema;
        schema[{select.text(0), select.text(1)}] = {select.text(3).simplified(), select.text(2)};
    }
}

/// The columns of a table with all that is said of each.
Result<std::map<QString, QString>> columnsOf(Database &database, const QString &table)
{
    CORE_ASSIGN(Statement select,
                database.prepare("SELECT name, said FROM (SELECT name, type || ' ' || \"notnull\" || ' ' ||"
                                 " coalesce(dflt_value, '-') || ' ' || pk || ' ' || hidden AS said"
                                 " FROM pragma_table_xinfo(?))"));
    select.bind(1, table);
    std::map<QString, QString> columns;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return columns;
        columns[select.text(0)] = select.text(1);
    }
}

/// What the clerk knows a table by.
QString titleOf(const QString &table)
{
    const RecordType *type = findRecordType(table);
    return type ? tr("%1（%2）").arg(tr(type->title), table) : table;
}

QString added(const QString &type, const QString &name, const SchemaObject &object)
{
    if (type == "table"_L1)
        return tr("多了一张表“%1”，不是本程序建的。").arg(name);
    if (type == "view"_L1)
        return tr("多了一个视图“%1”，不是本程序建的。").arg(name);
    return (type == "trigger"_L1 ? tr("“%2”表上多了一个触发器“%1”，不是本程序建的，它会悄悄改动数据。")
                                 : tr("“%2”表上多了一个索引“%1”，不是本程序建的。"))
        .arg(name, titleOf(object.table));
}

/// Compares the columns of a table that is not as the program makes it. False: one is missing.
Result<bool> compareColumns(Database &own, Database &database, const QString &table, VerifyReport &report)
{
    CORE_ASSIGN(const auto expected, columnsOf(own, table));
    CORE_ASSIGN(const auto found, columnsOf(database, table));
    const size_t before = report.faults.size();
    bool isComplete = true;
    for (const auto &[name, said] : expected) {
        const auto same = found.find(name);
        if (same == found.end()) {
            report.faults.push_back(tr("“%1”表缺了一列“%2”，被删掉了。").arg(titleOf(table), name));
            isComplete = false;
        } else if (same->second != said) {
            report.faults.push_back(tr("“%1”表的“%2”列被改动过。").arg(titleOf(table), name));
        }
    }
    for (const auto &[name, said] : found) {
        if (!expected.contains(name))
            report.faults.push_back(tr("“%1”表多了一列“%2”，不是本程序建的。").arg(titleOf(table), name));
    }
    if (report.faults.size() == before)
        report.faults.push_back(tr("“%1”表的规定被改动过。").arg(titleOf(table)));
    return isComplete;
}

/// A county without records, of the same step as a file of version \a version.
Result<std::unique_ptr<Database>> emptyCounty(int version)
{
    CORE_ASSIGN(std::unique_ptr<Database> own, Database::open(u":memory:"_s, Database::Mode::Memory));
    const auto steps = schemaSteps();
    const auto end = std::find_if(steps.begin(), steps.end(),
                                  [&](const SchemaStep &step) { return step.version > version; });
    CORE_TRY(migrate(*own, steps.first(size_t(end - steps.begin()))));
    return own;
}

/// What an empty county holds. That of the present schema is made once in a program: it takes longer than
/// all the rest for a small file.
Result<Schema> expectedSchema(int version)
{
    const auto make = [](int of) -> Result<Schema> {
        CORE_ASSIGN(const std::unique_ptr<Database> own, emptyCounty(of));
        return schemaIn(*own);
    };
    if (version != schemaVersion())
        return make(version);
    static const Result<Schema> present = make(schemaVersion());
    return present;
}

} // namespace

Result<bool> verifySchema(Database &database, VerifyReport &report)
{
    CORE_ASSIGN(const int version, fileSchemaVersion(database));
    CORE_ASSIGN(const Schema expected, expectedSchema(version));
    CORE_ASSIGN(const Schema found, schemaIn(database));
    const bool isNewer = version > schemaVersion();
    bool isComplete = true;
    for (const auto &[key, object] : expected) {
        const auto &[type, name] = key;
        const auto same = found.find(key);
        const bool isTable = type == "table"_L1;
        if (same == found.end() && isTable) {
            isComplete = false;
            report.faults.push_back(tr("缺了“%1”表，被删掉了。").arg(titleOf(name)));
        } else if (isNewer || (same != found.end() && same->second.sql == object.sql)) {
            continue;
        } else if (isTable) {
            CORE_ASSIGN(const std::unique_ptr<Database> own, emptyCounty(version));
            CORE_ASSIGN(const bool all, compareColumns(*own, database, name, report));
            isComplete = isComplete && all;
        } else {
            report.faults.push_back((same == found.end() ? tr("“%2”表上的索引“%1”被删掉了。")
                                                         : tr("“%2”表上的索引“%1”被改动过。"))
                                        .arg(name, titleOf(object.table)));
        }
    }
    for (const auto &[key, object] : found) {
        const bool isCode = key.first == "trigger"_L1 || key.first == "view"_L1;
        if (!expected.contains(key) && (isCode || !isNewer))
            report.faults.push_back(added(key.first, key.second, object));
    }
    return isComplete;
}

} // namespace core
