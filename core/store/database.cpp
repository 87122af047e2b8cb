// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/base/task.h"
#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/store/filelock.h"
#include "core/store/searchneedle.h"
#include "core/store/sidefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// contains_text(text, part): whether a search text has what is typed. SQLite's instr() compares character by
/// character, which is too slow for 100,000 names.
void containsText(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto bytes = [](sqlite3_value *value) {
        const auto *data = reinterpret_cast<const char *>(sqlite3_value_text(value));
        return QByteArrayView(data ? data : "", sqlite3_value_bytes(value));
    };
    const QByteArrayView part = bytes(arguments[1]);
    sqlite3_result_int(context, part.isEmpty() || findInSearchText(bytes(arguments[0]), 0, part) >= 0);
}

/// finds_covered(text, typed, privacy, kind): findsCovered() of a stored text, null or not.
void findsCoveredText(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto text = [](sqlite3_value *value) {
        const auto *data = reinterpret_cast<const char *>(sqlite3_value_text(value));
        return QString::fromUtf8(data ? data : "", sqlite3_value_bytes(value));
    };
    sqlite3_result_int(context, findsCovered(Privacy(sqlite3_value_int(arguments[2])),
                                             Kind(sqlite3_value_int(arguments[3])), text(arguments[0]),
                                             text(arguments[1])));
}

/// The name that SQLite gets for \a path. Windows wants a mark in front of paths of 260 characters and more,
/// and another way of SQLite's to reach them; QFile does both by itself.
QString nameForSqlite(const QString &path)
{
#ifdef Q_OS_WIN
    constexpr qsizetype longestPlain = 240; // leaves room for "-journal"
    const QString absolute = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    if (absolute.size() > longestPlain) {
        if (sqlite3_vfs *longPaths = sqlite3_vfs_find("win32-longpath"))
            sqlite3_vfs_register(longPaths, 1);
        return absolute.startsWith(u"\\\\"_s) ? u"\\\\?\\UNC"_s + absolute.mid(1) : u"\\\\?\\"_s + absolute;
    }
#endif
    return path;
}

/// Where nothing can be written beside a file, SQLite can read one that is written by way of a log only when
/// it takes for granted that nobody writes it. Somebody who does, from elsewhere, has a log there.
bool mustBeTakenAsFixed(const QString &path)
{
    const QFileInfo file(path);
    const bool canWrite = isWritable(path) && QFileInfo(file.absolutePath()).isWritable();
    return !canWrite && QFileInfo(path + sideFiles[0]).size() == 0;
}

/// Whether what SQLite says is what a full disk lets it say when it makes the log or its index.
bool isNoRoomBeside(int extended)
{
    const int code = extended & 0xFF;
    return extended == SQLITE_IOERR_SHMSIZE || extended == SQLITE_IOERR_SHMOPEN ||
           extended == SQLITE_IOERR_SHMMAP || code == SQLITE_FULL || code == SQLITE_CANTOPEN;
}

/// Makes an empty file before SQLite does: that would let others read it. Its logs have the rights it has.
Status makeForOwner(const QString &path)
{
    QFile file(path);
    const bool stands = file.exists() || file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                                                   QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return stands ? ok()
                  : Status(Error{Error::Code::Storage,
                                 tr("“%1”里建不了文件。请检查文件夹能否写入、磁盘是否已满，或者换一个位置。")
                                     .arg(QFileInfo(path).absolutePath()),
                                 file.errorString()});
}

} // namespace

void Database::prepareLibrary()
{
    // Nobody asks SQLite how much memory it uses, and counting costs a lock for every piece of it. Later than
    // its first use in the process it is refused, and goes on counting.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    prepareLibrary();
    if (mode == Mode::Create)
        CORE_TRY(makeForOwner(path));
    else if (mode == Mode::Memory)
        Q_ASSERT(path == ":memory:"_L1);
    else if (!FileLock::isHeld(path)) // else whoever took the lock has looked
        CORE_TRY(checkLogs(path));
    if (mode == Mode::ReadOnly && mustBeTakenAsFixed(path))
        return connect(path, mode, Way::Fixed);
    CORE_ASSIGN(std::unique_ptr<Database> database, connect(path, mode, Way::Usual));
    if (mode != Mode::ReadOnly || database->checkRoomBeside())
        return database;
    database.reset(); // two connections on one file drop each other's locks
    return openOnFullDisk(path);
}

Result<std::unique_ptr<Database>> Database::openOnFullDisk(const QString &path)
{
    const auto isLogEmpty = [&path] { return QFileInfo(path + sideFiles[0]).size() == 0; };
    if (!isLogEmpty()) {
        // Alone with the file, SQLite needs no index beside it. What a killed program left in the log goes
        // into the file, as with any connection that is the last to close, as far as that need not grow.
        CORE_ASSIGN(std::unique_ptr<Database> alone, connect(path, Mode::ReadWrite, Way::Usual));
        alone->setPatience(0);
        CORE_TRY(alone->execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA schema_version"));
        (void)alone->execute("PRAGMA wal_checkpoint(TRUNCATE)");
        if (!isLogEmpty()) {
            sqlite3_db_config(alone->m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
            CORE_TRY(alone->execute("PRAGMA query_only = 1"));
            return alone;
        }
    }
    return connect(path, Mode::ReadOnly, Way::Fixed);
}

Result<std::unique_ptr<Database>> Database::connect(const QString &path, Mode mode, Way way)
{
    std::unique_ptr<Database> database(new Database);
    database->m_connection = QUuid::createUuid().toString();
    database->m_path = path;
    database->m_mode = mode;
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
    if (way == Way::Fixed) {
        database->m_fixed = FileState::of(path);
        connection.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s);
        connection.setDatabaseName(
            QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded()) +
            u"?immutable=1"_s);
    } else {
        connection.setDatabaseName(nameForSqlite(path));
    }
    if (!connection.open()) {
        return Error{Error::Code::Storage,
                     tr("打不开“%1”。请检查文件是否还在、能否读取，再试一次。").arg(path),
                     connection.lastError().text()};
    }
    const QVariant handle = connection.driver()->handle();
    // Two copies of SQLite in one process, one inside Qt's plugin, would work on each other's memory.
    QSqlQuery library(u"SELECT sqlite_source_id()"_s, connection);
    if (handle.typeName() == nullptr || qstrcmp(handle.typeName(), "sqlite3*") != 0 || !library.next() ||
        library.value(0).toString() != QLatin1StringView(sqlite3_sourceid()))
        return Error{Error::Code::Storage, tr("数据库组件不可用，请重新安装本程序。"), {}};
    database->m_handle = *static_cast<sqlite3 *const *>(handle.data());
    sqlite3_extended_result_codes(database->m_handle, 1);
    sqlite3_create_function_v2(database->m_handle, "contains_text", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                               nullptr, containsText, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(database->m_handle, "finds_covered", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                               nullptr, findsCoveredText, nullptr, nullptr, nullptr);
    // The file may have been in other hands: what stands in its schema is run with no rights of ours, and
    // nobody writes past the schema.
    sqlite3_db_config(database->m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database->m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database->setPatience(5000);
    if (mode == Mode::ReadOnly)
        CORE_TRY(database->execute("PRAGMA query_only = 1"));
    return database;
}

Database::~Database()
{
    for (const auto &statements : std::as_const(m_idle)) {
        for (sqlite3_stmt *statement : statements)
            sqlite3_finalize(statement);
    }
    // The last to close puts what is in the log into the file and removes the log: not into a file that
    // somebody has copied over it, and not while another program has it open, whose locks something else may
    // have dropped.
    const bool isOthers =
        m_mode == Mode::ReadOnly && !FileLock::isHeld(m_path) && FileLock::holderOf(m_path).has_value();
    if (m_handle && (isOthers || (checkPlace() && !checkLogs(m_path))))
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (!m_connection.isEmpty())
        QSqlDatabase::removeDatabase(m_connection);
}

Status Database::checkPlace() const
{
    int isMoved = 0;
    // Where the system lets nobody move an open file, SQLite does not know this question.
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &isMoved);
    if (isMoved == 0)
        return ok();
    return Error{Error::Code::NotFound,
                 tr("“%1”在打开以后被移走、删除，或者换成了别的文件，这一步没有保存。"
                    "请查明是谁动了文件；窗口里还开着它的，先用“立即备份…”把那里的内容另存一份，再关闭。")
                     .arg(m_path),
                 {}};
}

Status Database::checkRoomBeside()
{
    // The first question makes the log and its index.
    const Status asked = execute("PRAGMA schema_version");
    return asked || !isNoRoomBeside(sqlite3_extended_errcode(m_handle)) ? ok() : asked;
}

Status Database::checkFixed() const
{
    if (!m_fixed || *m_fixed == FileState::of(m_path))
        return ok();
    return Error{
        Error::Code::Conflict,
        tr("“%1”只能查看时，有别的程序改动了它，这里读到的已经不作数。请关闭后重新打开。").arg(m_path),
        {}};
}

Result<Statement> Database::prepare(const QByteArray &sql)
{
    CORE_TRY(checkFixed());
    if (const auto found = m_idle.find(sql); found != m_idle.end() && !found->empty()) {
        sqlite3_stmt *handle = found->back();
        found->pop_back();
        return Statement(this, sql, handle);
    }
    sqlite3_stmt *handle = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle,
                           nullptr) != SQLITE_OK)
        return lastError(sql, doing(nullptr));
    return Statement(this, sql, handle);
}

Status Database::execute(const QByteArray &sql)
{
    const char *rest = sql.constData();
    const char *const end = rest + sql.size();
    while (rest < end) {
        sqlite3_stmt *statement = nullptr;
        const char *next = nullptr;
        if (sqlite3_prepare_v2(m_handle, rest, int(end - rest), &statement, &next) != SQLITE_OK)
            return lastError(sql, doing(nullptr));
        rest = next;
        if (!statement)
            continue; // white space or a comment
        const Doing what = doing(statement);
        int result = SQLITE_ROW;
        while (result == SQLITE_ROW)
            result = sqlite3_step(statement);
        const bool failed = result != SQLITE_DONE;
        const Error error = failed ? lastError(sql, what) : Error{};
        sqlite3_finalize(statement);
        if (failed)
            return error;
    }
    return ok();
}

Status Database::attach(const QString &path, const QByteArray &name)
{
    CORE_ASSIGN(Statement statement, prepare("ATTACH ? AS " + name));
    statement.bind(1, nameForSqlite(path));
    return statement.run();
}

Result<qint64> Database::number(const QByteArray &sql)
{
    CORE_ASSIGN(Statement statement, prepare(sql));
    CORE_ASSIGN(const bool row, statement.step());
    return row ? statement.integer(0) : qint64(0);
}

void Database::setPatience(int milliseconds)
{
    sqlite3_busy_timeout(m_handle, milliseconds);
}

void Database::interruptWhen(std::function<bool()> isUnwanted)
{
    constexpr int steps = 2000; // well below a millisecond
    m_isUnwanted = std::move(isUnwanted);
    sqlite3_progress_handler(
        m_handle, m_isUnwanted ? steps : 0,
        [](void *self) { return static_cast<Database *>(self)->m_isUnwanted() ? 1 : 0; }, this);
}

Database::Doing Database::doing(sqlite3_stmt *statement) const
{
    const bool isChange = sqlite3_txn_state(m_handle, "main") == SQLITE_TXN_WRITE;
    return isChange || (statement && sqlite3_stmt_readonly(statement) == 0) ? Doing::Writing : Doing::Reading;
}

Error Database::lastError(const QByteArray &sql, Doing doing) const
{
    const int extended = sqlite3_extended_errcode(m_handle);
    const bool writing = doing == Doing::Writing;
    Error error{Error::Code::Storage,
                {},
                u"SQLite %1: %2; %3"_s.arg(extended).arg(QString::fromUtf8(sqlite3_errmsg(m_handle)),
                                                         QString::fromUtf8(sql.left(300)))};
    switch (extended == SQLITE_IOERR_SHMSIZE ? SQLITE_FULL : extended & 0xFF) {
    case SQLITE_INTERRUPT: return Progress::cancelledError();
    case SQLITE_FULL:
        error.text = writing ? tr("磁盘已满，这一步没有保存，原有数据不受影响。请清理磁盘后再试。")
                             : tr("磁盘已满，没有空间查询，这次没有查出来。请清理磁盘后再试。");
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        error.code = Error::Code::Busy;
        error.text = writing ? tr("数据文件正被另一个程序写入，这一步没有保存。请稍候再试。")
                             : tr("数据文件正被另一个程序占用，这次没有读出来。请稍候再试。");
        break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        error.code = Error::Code::ReadOnly;
        error.text = tr("数据文件“%1”不能写入，请检查它所在的文件夹是否允许写入。").arg(m_path);
        break;
    case SQLITE_CANTOPEN:
        error.code = Error::Code::ReadOnly;
        error.text = writing ? tr("数据文件“%1”不能写入，请检查它所在的文件夹是否允许写入。").arg(m_path)
                             : tr("数据文件“%1”读不出来，请检查它是否还在、能否读取。").arg(m_path);
        break;
    case SQLITE_CORRUPT:
        error.code = Error::Code::Damaged;
        error.text = tr("数据文件“%1”已损坏。请不要继续录入，从“备份”文件夹里恢复最近的备份。").arg(m_path);
        break;
    case SQLITE_NOTADB:
        error.code = Error::Code::FileFormat;
        error.text = tr("“%1”不是善治的数据文件，或者已损坏。").arg(m_path);
        break;
    case SQLITE_IOERR:
        error.text = writing ? tr("读写磁盘时出错，这一步没有保存。请检查磁盘或 U 盘是否完好、是否被拔出。")
                             : tr("读磁盘时出错，这次没有读出来。请检查磁盘或 U 盘是否完好、是否被拔出。");
        break;
    case SQLITE_CONSTRAINT:
        error.code = Error::Code::Conflict;
        error.text = tr("数据之间有矛盾，这一步没有保存。");
        break;
    case SQLITE_NOMEM:
        error.text = writing ? tr("内存不足，这一步没有保存。请关闭其他程序后再试。")
                             : tr("内存不足，这次没有读出来。请关闭其他程序后再试。");
        break;
    default:
        error.text = writing ? tr("数据文件读写失败，这一步没有保存。请重新打开程序再试。")
                             : tr("数据文件读取失败，这次没有读出来。请重新打开程序再试。");
        break;
    }
    return error;
}

} // namespace core
