// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/base/outputfile.h"
#include "core/base/tr.h"
#include "core/store/database.h"
#include "core/store/filelock.h"
#include "core/store/journal.h"
#include "core/store/querysql.h"
#include "core/store/schema.h"
#include "core/store/sidefiles.h"
#include "core/store/storedname.h"
#include "core/store/storeprivate.h"
#include "core/store/writer.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Status writeInfo(Database &database, const FileInfo &written)
{
    const std::pair<const char *, QString> pairs[] = {
        {"bureau", written.bureau}, {"division_code", written.divisionCode}, {"site", written.site}};
    for (const auto &[key, value] : pairs) {
        CORE_ASSIGN(Statement insert, database.prepare("INSERT INTO file_info (key, value) VALUES (?,?)"));
        insert.bindUtf8(1, key);
        insert.bind(2, value);
        CORE_TRY(insert.run());
    }
    return ok();
}

QString noRoomToWrite(const QString &path)
{
    return tr("“%1”%2，只能查看，不能修改。处理以后请重新打开。")
        .arg(path, whyNothingCanBeMade(QFileInfo(path).absolutePath()));
}

} // namespace

Store::Store()
    : d(std::make_unique<Private>())
{}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::create(const QString &path, const FileInfo &info)
{
    if (QFile::exists(path)) {
        return Error{Error::Code::Conflict, tr("“%1”已经存在。请换一个名称，或者直接打开它。").arg(path), {}};
    }
    CORE_TRY(checkPlace(path));
    for (const QLatin1StringView suffix : sideFiles) {
        CORE_TRY(checkPlace({path + suffix, Existing::Replace}));
        if (QFileInfo(path + suffix).size() > 0)
            return Error{Error::Code::Conflict,
                         tr("“%1”是从前一个同名文件留下的日志，里面可能有没写进文件的数据。"
                            "请换一个名称，或者先把它移走。")
                             .arg(path + suffix),
                         {}};
    }
    std::unique_ptr<Store> store(new Store);
    Private &d = *store->d;
    d.path = path;
    const auto notMade = [&path](const Error &error) {
        return Error{error.code, tr("“%1”没有建成：%2").arg(path, error.text), error.detail};
    };
    auto lock = FileLock::acquire(path);
    if (!lock)
        return notMade(lock.error());
    d.lock = *std::move(lock);
    const Status made = [&]() -> Status {
        FileInfo written = info;
        if (written.site.isEmpty())
            written.site = newUuid();
        CORE_TRY(writeNewFile(path, [&](Database &database) -> Status {
            CORE_TRY(database.execute("PRAGMA page_size = 8192")); // see prepareWriting()
            CORE_TRY(migrate(database));
            return writeInfo(database, written);
        }));
        CORE_ASSIGN(d.database, Database::open(path, Database::Mode::ReadWrite));
        CORE_TRY(d.prepareWriting());
        CORE_TRY(d.readInfo());
        d.knownState = FileState::of(path);
        return ok();
    }();
    if (made)
        return store;
    d.database.reset();
    removeWithSideFiles(path);
    return notMade(made.error());
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, Access access, Progress *progress)
{
    if (!QFile::exists(path)) {
        return Error{
            Error::Code::NotFound, tr("找不到“%1”。文件可能被移走或改名，U 盘可能没有插好。").arg(path), {}};
    }
    std::unique_ptr<Store> store(new Store);
    Private &d = *store->d;
    d.path = withoutLink(path);
    if (access == Access::Write) {
        auto lock = FileLock::acquire(d.path);
        if (lock && isWritable(d.path))
            d.lock = *lock;
        else if (lock)
            d.readOnlyReason =
                tr("“%1”是只读文件，只能查看。要修改，请先去掉它的“只读”属性，再重新打开。").arg(path);
        else if (lock.error().code == Error::Code::ReadOnly)
            d.readOnlyReason = lock.error().text;
        else if (lock.error().code == Error::Code::Storage)
            d.readOnlyReason = noRoomToWrite(path);
        else
            return lock.error();
    } else {
        d.readOnlyReason = tr("文件是以只读方式打开的。");
    }
    if (d.lock.use_count() == 1) {
        CORE_TRY(checkLogs(d.path));
        CORE_TRY(checkOtherNames(d.path));
    }
    CORE_TRY(d.connect());
    const bool writable = d.readOnlyReason.isEmpty();
    CORE_ASSIGN(const int version, fileSchemaVersion(*d.database));
    if (version == 0) {
        return Error{Error::Code::FileFormat, tr("“%1”不是善治的数据文件，或者是空文件。").arg(path), {}};
    }
    if (version > schemaVersion()) {
        d.readOnlyReason = tr("这个文件由较新版本的程序保存，本程序只能查看。请升级程序后再修改。");
    } else if (writable) {
        CORE_TRY(checkNoTriggers(*d.database, d.path));
        CORE_TRY(d.prepareWriting());
        if (version < schemaVersion()) {
            if (progress)
                progress->setStage(tr("升级前备份"));
            CORE_TRY(store->automaticBackup(tr("升级前"), progress));
            CORE_TRY(migrate(*d.database, schemaSteps(), progress));
        }
    } else if (version < schemaVersion()) {
        return Error{Error::Code::ReadOnly,
                     tr("“%1”是旧版本的文件，要先以可写方式打开一次，升级后才能查看。").arg(path),
                     {}};
    }
    if (!writable) // as a writing store, but a window has a dozen of these
        CORE_TRY(d.database->execute("PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY;"));
    CORE_TRY(d.readInfo());
    CORE_TRY(d.readUndoStack());
    d.knownState = FileState::of(d.path);
    return store;
}

bool Store::isOlder(const QString &path)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!QFile::exists(path) || !database)
        return false;
    const auto version = fileSchemaVersion(**database);
    return version && *version > 0 && *version < schemaVersion();
}

Store::Opener Store::another(Access access) const
{
    const Access granted = isReadOnly() ? Access::Read : access;
    return [path = d->path, actor = d->actor, granted]() -> Result<std::unique_ptr<Store>> {
        CORE_ASSIGN(std::unique_ptr<Store> store, open(path, granted));
        store->setActor(actor);
        return store;
    };
}

const QString &Store::path() const
{
    return d->path;
}

bool Store::isReadOnly() const
{
    return !d->readOnlyReason.isEmpty();
}

QString Store::readOnlyReason() const
{
    return d->readOnlyReason;
}

FileInfo Store::info() const
{
    return d->info;
}

void Store::setPatience(int milliseconds)
{
    d->database->setPatience(milliseconds);
}

void Store::interruptWhen(std::function<bool()> isUnwanted)
{
    d->database->interruptWhen(std::move(isUnwanted));
}

void Store::setActor(const QString &actor)
{
    d->actor = actor;
}

Result<QVariantList> Store::values(const RecordType &type, const QString &id) const
{
    QByteArray sql;
    for (const Field &field : type.fields)
        sql += (sql.isEmpty() ? "SELECT " : ", ") + QByteArray(field.key);
    CORE_ASSIGN(Statement select, d->database->prepare(sql + " FROM " + type.key + " WHERE id = ?"));
    select.bind(1, id);
    CORE_ASSIGN(const bool row, select.step());
    if (!row)
        return Error{Error::Code::NotFound, tr("这条%1已经不在了，请刷新后再试。").arg(tr(type.title)), id};
    QVariantList values;
    for (size_t i = 0; i < type.fields.size(); ++i)
        values.append(select.value(int(i), type.fields[i].kind));
    return values;
}

bool Store::isRemoved(const RecordType &type, const QString &id) const
{
    auto select = d->database->prepare(QByteArray("SELECT 1 FROM ") + type.key +
                                       " WHERE id = ? AND removed_at IS NOT NULL");
    if (!select)
        return false;
    select->bind(1, id);
    const auto row = select->step();
    return row && *row;
}

Result<Rows> Store::run(const Query &query) const
{
    CORE_ASSIGN(const QuerySql sql, querySql(query));
    return d->rows(sql);
}

Result<std::vector<qint64>> Store::order(const Query &query) const
{
    CORE_ASSIGN(const QuerySql sql, querySql(query, Answer::Order));
    std::vector<qint64> numbers;
    CORE_TRY(d->eachRow(sql, [&](const QVariantList &row) {
        numbers.push_back(row.first().toLongLong());
        return true;
    }));
    return numbers;
}

Result<Rows> Store::rowsOf(const Query &query, std::span<const qint64> numbers) const
{
    CORE_ASSIGN(QuerySql sql, querySql(query, Answer::Picked));
    QByteArray list;
    for (const qint64 number : numbers)
        list += (list.isEmpty() ? '[' : ',') + QByteArray::number(number);
    sql.values = {QString::fromLatin1(list.isEmpty() ? "[]" : list + ']')};
    return d->rows(sql);
}

Result<qint64> Store::numberOf(const RecordType &type, const QString &id) const
{
    CORE_ASSIGN(Statement select,
                d->database->prepare(QByteArray("SELECT ordinal FROM ") + type.key + " WHERE id = ?"));
    select.bind(1, id);
    CORE_ASSIGN(const bool row, select.step());
    return row ? select.integer(0) : qint64(0);
}

Status Store::each(const Query &query, const std::function<bool(const QVariantList &)> &take) const
{
    CORE_ASSIGN(const QuerySql sql, querySql(query));
    return d->eachRow(sql, take);
}

Result<qint64> Store::count(const Query &query) const
{
    CORE_ASSIGN(const std::vector<qint64> counts, this->counts({&query, 1}));
    return counts.front();
}

Result<std::vector<qint64>> Store::counts(std::span<const Query> queries) const
{
    std::vector<qint64> counts(queries.size());
    CORE_ASSIGN(const std::vector<CountSql> statements, countSql(queries));
    for (const CountSql &sql : statements) {
        CORE_ASSIGN(Statement select, d->database->prepare(sql.text));
        for (qsizetype i = 0; i < sql.values.size(); ++i)
            select.bindStored(int(i) + 1, sql.values.at(i));
        CORE_ASSIGN(const bool row, select.step());
        for (size_t i = 0; row && i < sql.queries.size(); ++i)
            counts[sql.queries[i]] = select.integer(int(i));
    }
    return counts;
}

QString Store::display(const RecordType &type, const QString &id, Audience audience) const
{
    return storedName(*d->database, type, id, audience);
}

QString Store::display(const RecordType &type, const QVariantList &values, Audience audience) const
{
    return nameOf(*d->database, type, values, audience);
}

Result<std::vector<KeptProblem>> Store::problems(const RecordType &type, const QString &id) const
{
    return d->readProblems(" WHERE p.record = ? AND p.type = ?", {id, QString::fromLatin1(type.key)}, -1);
}

Result<std::vector<KeptProblem>> Store::allProblems(int limit) const
{
    return d->readProblems("", {}, limit);
}

Status Store::Private::connect()
{
    if (readOnlyReason.isEmpty()) {
        CORE_ASSIGN(database, Database::open(path, Database::Mode::ReadWrite));
        if (database->checkRoomBeside())
            return ok();
        database.reset();
        readOnlyReason = noRoomToWrite(path);
    }
    CORE_ASSIGN(database, Database::open(path, Database::Mode::ReadOnly));
    return ok();
}

Status Store::Private::prepareWriting()
{
    // WAL: readers never wait for the writer; FULL: a committed change survives a power cut (3–4 ms).
    // Pages of 8 kB (Store::create()) and 64 MB of them in memory halve what a large import writes.
    return database->execute("PRAGMA journal_mode = WAL;"
                             "PRAGMA synchronous = FULL;"
                             "PRAGMA foreign_keys = ON;"
                             "PRAGMA cache_size = -65536;"
                             "PRAGMA temp_store = MEMORY;");
}

Status Store::Private::checkFile()
{
    CORE_TRY(database->checkPlace());
    if (!isWritable(path))
        return Error{Error::Code::ReadOnly,
                     tr("“%1”在打开以后被改成了只读，这一步没有保存。去掉它的“只读”属性就能继续。").arg(path),
                     {}};
    const FileState now = FileState::of(path);
    if (now == knownState)
        return ok();
    // Written by another store of this program, or copied over by somebody: then what another connection
    // reads there is not what this one has.
    const Status same = [&]() -> Status {
        CORE_TRY(checkLogs(path));
        CORE_ASSIGN(const std::unique_ptr<Database> fresh, Database::open(path, Database::Mode::ReadOnly));
        CORE_ASSIGN(const std::vector<StoredEntry> there, readEntries(*fresh, 1, -1));
        CORE_ASSIGN(const std::vector<StoredEntry> here, readEntries(*database, 1, -1));
        const auto headOf = [](const std::vector<StoredEntry> &entries) {
            return entries.empty() ? QString() : entries.front().entry.hash;
        };
        if (headOf(there) != headOf(here))
            return Error{Error::Code::Conflict, {}, {}};
        return ok();
    }();
    if (!same)
        return Error{Error::Code::Conflict,
                     tr("“%1”在打开以后被别的文件覆盖了，这一步没有保存。请关闭，不要再录入；"
                        "用“从备份恢复…”可以回到最近的备份。")
                         .arg(path),
                     same.error().detail};
    knownState = now;
    return ok();
}

Status Store::Private::checkSchemaSince()
{
    CORE_ASSIGN(const qint64 now, database->number("PRAGMA schema_version"));
    if (now == knownSchema)
        return ok();
    CORE_TRY(checkNoTriggers(*database, path));
    knownSchema = now;
    return ok();
}

Status Store::Private::readInfo()
{
    CORE_ASSIGN(Statement select, database->prepare("SELECT key, value FROM file_info"));
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        const QString key = select.text(0);
        const QString value = select.text(1);
        if (key == "bureau"_L1)
            info.bureau = value;
        else if (key == "division_code"_L1)
            info.divisionCode = value;
        else if (key == "site"_L1)
            info.site = value;
    }
    CORE_ASSIGN(const qint64 version, database->number("PRAGMA user_version"));
    info.schemaVersion = int(version);
    if (actor.isEmpty())
        actor = accountName();
    return ok();
}

Result<Rows> Store::Private::rows(const QuerySql &sql) const
{
    Rows answer;
    for (const ResultColumn &column : sql.columns)
        answer.columns.push_back({column.name, column.kind, column.field});
    CORE_TRY(eachRow(sql, [&](const QVariantList &row) {
        answer.rows.push_back(row);
        return true;
    }));
    return answer;
}

Status Store::Private::eachRow(const QuerySql &sql,
                               const std::function<bool(const QVariantList &)> &take) const
{
    CORE_ASSIGN(Statement select, database->prepare(sql.text));
    for (qsizetype i = 0; i < sql.values.size(); ++i)
        select.bindStored(int(i) + 1, sql.values.at(i));
    const int columns = int(sql.columns.size());
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return ok();
        QVariantList values;
        values.reserve(columns);
        for (int i = 0; i < columns; ++i)
            values.append(select.value(i, sql.columns[size_t(i)].kind));
        if (!take(values))
            return ok();
    }
}

Result<std::vector<KeptProblem>> Store::Private::readProblems(const QByteArray &where,
                                                              const QStringList &values, int limit) const
{
    CORE_ASSIGN(
        Statement select,
        database->prepare("SELECT p.type, p.record, p.field, p.text, coalesce(k.reason, '') FROM problem p"
                          " LEFT JOIN kept_reason k ON k.record_id = p.record AND k.field = p.field"
                          " AND k.record_type = p.type AND k.removed_at IS NULL" +
                          where + " ORDER BY p.ordinal DESC LIMIT " + QByteArray::number(limit)));
    for (qsizetype i = 0; i < values.size(); ++i)
        select.bind(int(i) + 1, values.at(i));
    std::vector<KeptProblem> problems;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return problems;
        const RecordType *type = findRecordType(QLatin1StringView(select.bytes(0)));
        if (type)
            problems.push_back({type, select.text(1), select.text(2), select.text(3), select.text(4)});
    }
}

} // namespace core
