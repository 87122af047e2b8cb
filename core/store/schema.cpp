// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/base/tr.h"
#include "core/store/database.h"
#include "core/store/journalconversion.h"
#include "core/store/searchtextconversion.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

QByteArray columnSql(const Field &field)
{
    const QByteArray null = field.nullable ? "" : " NOT NULL";
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText: return "TEXT NOT NULL DEFAULT ''";
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money:
    case Kind::YesNo: return "INTEGER" + null;
    case Kind::Date:
    case Kind::Time:
    case Kind::Choice:
    case Kind::Attachment: return "TEXT" + null;
    case Kind::MultiChoice: return "TEXT";
    case Kind::Reference:
        return "TEXT" + null + " REFERENCES " + field.target().key + "(id) DEFERRABLE INITIALLY DEFERRED";
    }
    return {};
}

namespace {

/// True where the look for a record with the same key begins with this field, and no other index leads there.
bool leadsUniqueKey(const RecordType &type, const Field &field)
{
    const QLatin1StringView key(field.key);
    if (type.traits.date && key == QLatin1StringView(type.traits.date))
        return false; // few records: one a year
    return std::any_of(type.traits.unique.begin(), type.traits.unique.end(),
                       [&](const auto &list) { return key == QLatin1StringView(list.front()); });
}

} // namespace

QByteArray tableSql(const RecordType &type)
{
    const QByteArray table = type.key;
    QByteArray sql =
        "CREATE TABLE " + table + " (\n    ordinal INTEGER PRIMARY KEY,\n    id TEXT NOT NULL UNIQUE";
    QByteArray indexes;
    const auto index = [&](const QByteArray &name, const QByteArray &columns, const QByteArray &unique = {},
                           const QByteArray &where = {}) {
        indexes += "CREATE " + unique + "INDEX " + table + "_" + name + " ON " + table + "(" + columns + ")" +
                   where + ";\n";
    };
    // Lists count and sort the records that are not removed: an index that begins with removed_at answers
    // both without touching the rows.
    bool counted = false;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const QByteArray key = field.key;
        sql += ",\n    " + key + " " + columnSql(field);
        if (field.traits.unique)
            index(key, key, "UNIQUE ", " WHERE removed_at IS NULL AND " + key + " <> ''");
        else if (field.kind == Kind::Reference || leadsUniqueKey(type, field))
            index(key, key);
        if (type.traits.date && key == type.traits.date) {
            index(key, "removed_at, " + key);
            counted = true;
        }
        if (field.traits.pinyin) {
            sql += ",\n    " + key + "_pinyin TEXT NOT NULL DEFAULT ''";
            index(key + "_pinyin", "removed_at, " + key + "_pinyin");
            counted = true;
        }
    }
    if (!counted)
        index("removed_at", "removed_at");
    return sql + ",\n    removed_at TEXT\n) STRICT;\n" + indexes;
}

std::span<const SchemaStep> schemaSteps()
{
    static const std::array steps = {
        SchemaStep{1, u":/schema/0001_initial.sql"_s},
        SchemaStep{2, u":/schema/0002_journal.sql"_s, convertJournal},
    };
    return steps;
}

int schemaVersion()
{
    return schemaSteps().back().version;
}

Result<int> fileSchemaVersion(Database &database)
{
    CORE_ASSIGN(const qint64 id, database.number("PRAGMA application_id"));
    CORE_ASSIGN(const qint64 version, database.number("PRAGMA user_version"));
    CORE_ASSIGN(const qint64 tables, database.number("SELECT count(*) FROM sqlite_schema"));
    if (id == 0 && version == 0 && tables == 0)
        return 0;
    if (id != applicationId)
        return Error{
            Error::Code::FileFormat, tr("这不是善治的数据文件。请选择扩展名为 .shanzhi 的文件。"), {}};
    return int(version);
}

Status checkNoTriggers(Database &database, const QString &path)
{
    CORE_ASSIGN(Statement select, database.prepare("SELECT name FROM sqlite_schema"
                                                   " WHERE type IN ('trigger', 'view') ORDER BY name"));
    QStringList names;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        names.append(select.text(0));
    }
    if (names.isEmpty())
        return ok();
    return Error{Error::Code::ReadOnly,
                 tr("“%1”里有别的工具加的触发器或视图（%2），会在保存时悄悄改动数据，所以不能修改，只能查看。"
                    "请用那个工具把它们删掉，或者从“备份”文件夹恢复。")
                     .arg(QFileInfo(path).fileName(), names.join(u'、')),
                 {}};
}

Result<MigrationOutcome> migrate(Database &database, std::span<const SchemaStep> steps, Progress *progress)
{
    CORE_ASSIGN(const int found, fileSchemaVersion(database));
    if (found > steps.back().version)
        return MigrationOutcome::Newer;
    if (found == steps.back().version)
        return MigrationOutcome::Current;
    for (const SchemaStep &step : steps) {
        if (step.version <= found)
            continue;
        QFile file(step.resource);
        if (!file.open(QIODevice::ReadOnly))
            return Error{Error::Code::Storage, tr("程序不完整，请重新安装。"), step.resource};
        const QByteArray version = QByteArray::number(step.version);
        CORE_TRY(database.execute("BEGIN IMMEDIATE"));
        Status done = database.execute(file.readAll());
        if (done && step.convert)
            done = step.convert(database, progress);
        // Whatever version wrote them: by the descriptions, whose tables are there from the last step on.
        if (done && &step == &schemaSteps().back())
            done = makeSearchTextsAnew(database, progress);
        if (done)
            done = database.execute("PRAGMA user_version = " + version +
                                    ";\nPRAGMA application_id = " + QByteArray::number(applicationId) + ";");
        if (done)
            done = database.execute("COMMIT");
        if (!done) {
            (void)database.execute("ROLLBACK");
            return done.error();
        }
    }
    return MigrationOutcome::Upgraded;
}

} // namespace core
