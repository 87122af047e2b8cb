// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sqlitepeer.h"

#include "tests/bench/measure.h"

#include <sqlite3.h>

#include <QFile>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

struct Close
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    void operator()(sqlite3_value *value) const { sqlite3_value_free(value); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;
using Value = std::unique_ptr<sqlite3_value, Close>;

struct Table
{
    QByteArray name;
    int columns = 0;
    std::vector<Value> values; ///< Row by row.
};

Database openDatabase(const QString &path, int flags)
{
    sqlite3 *opened = nullptr;
    sqlite3_open_v2(QFile::encodeName(path).constData(), &opened, flags, nullptr);
    return Database(opened);
}

Statement prepare(const Database &database, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database.get(), sql.constData(), int(sql.size()), &statement, nullptr) !=
        SQLITE_OK)
        failed(QString::fromUtf8(sqlite3_errmsg(database.get())), QString::fromUtf8(sql));
    return Statement(statement);
}

bool execute(const Database &database, const QByteArray &sql)
{
    return sqlite3_exec(database.get(), sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK ||
           failed(QString::fromUtf8(sqlite3_errmsg(database.get())), QString::fromUtf8(sql));
}

QByteArray textOf(const Statement &statement, int column)
{
    return {reinterpret_cast<const char *>(sqlite3_column_text(statement.get(), column)),
            sqlite3_column_bytes(statement.get(), column)};
}

/// Makes the tables (all, or the register's alone) with their indexes, and reads their rows.
bool copyTables(const Database &source, const Database &target, bool all, std::vector<Table> &tables)
{
    const QByteArray which = "FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'" +
                             QByteArray(all ? "" : " AND tbl_name = 'organization'");
    // Tables before their indexes.
    const Statement made = prepare(source, "SELECT type, name, sql " + which +
                                               " AND type IN ('table', 'index') ORDER BY type = 'index'");
    while (sqlite3_step(made.get()) == SQLITE_ROW) {
        if (!execute(target, textOf(made, 2)))
            return false;
        if (textOf(made, 0) == "table")
            tables.push_back({textOf(made, 1), 0, {}});
    }
    for (Table &table : tables) {
        const Statement rows = prepare(source, "SELECT * FROM " + table.name);
        table.columns = sqlite3_column_count(rows.get());
        while (sqlite3_step(rows.get()) == SQLITE_ROW) {
            for (int i = 0; i < table.columns; ++i)
                table.values.emplace_back(sqlite3_value_dup(sqlite3_column_value(rows.get(), i)));
        }
    }
    return !tables.empty();
}

bool insertRows(const Database &target, const Table &table)
{
    const QByteArray marks = QByteArray(", ?").repeated(table.columns).mid(2);
    const Statement insert = prepare(target, "INSERT INTO " + table.name + " VALUES (" + marks + ")");
    for (size_t first = 0; first < table.values.size(); first += size_t(table.columns)) {
        for (int i = 0; i < table.columns; ++i)
            sqlite3_bind_value(insert.get(), i + 1, table.values[first + size_t(i)].get());
        if (sqlite3_step(insert.get()) != SQLITE_DONE)
            return failed(QString::fromUtf8(sqlite3_errmsg(target.get())), QString::fromUtf8(table.name));
        sqlite3_reset(insert.get());
    }
    return true;
}

/// Whether every table has as many rows as were to be inserted: what is timed has happened.
bool hasAll(const Database &target, const std::vector<Table> &tables)
{
    for (const Table &table : tables) {
        const Statement count = prepare(target, "SELECT count(*) FROM " + table.name);
        sqlite3_step(count.get());
        if (sqlite3_column_int64(count.get(), 0) * table.columns != qint64(table.values.size()))
            return failed(u"the rows are not all there"_s, QString::fromUtf8(table.name));
    }
    return true;
}

} // namespace

int sqlitePeerChild(const QString &county, const QString &target, bool all)
{
    QFile::remove(target);
    const Database source = openDatabase(county, SQLITE_OPEN_READONLY);
    const Database written = openDatabase(target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    // As an import into a file that nobody else has open (core/store/change.cpp): a rollback journal.
    std::vector<Table> tables;
    if (!execute(written, "PRAGMA page_size = 8192; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
                          "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY") ||
        !copyTables(source, written, all, tables))
        return 1;
    bool inserted = true;
    const double time = seconds([&] {
        inserted = execute(written, "BEGIN");
        for (const Table &table : tables)
            inserted = inserted && insertRows(written, table);
        inserted = inserted && execute(written, "COMMIT");
    });
    if (!inserted || !hasAll(written, tables))
        return 1;
    printLine(QString::number(time, 'f', 6));
    return 0;
}

} // namespace bench
