// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/field.h"
#include "core/store/sidefiles.h"

#include <QByteArray>
#include <QHash>
#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace core {

class Database;
class StoredRow;

/// A prepared statement, borrowed from the Database that made it; goes back to its cache when it dies.
class Statement
{
public:
    Statement(Statement &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
        , m_sql(std::move(other.m_sql))
        , m_handle(std::exchange(other.m_handle, nullptr))
    {}
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Parameters count from 1.
    void bindNull(int index);
    void bind(int index, qint64 value);
    void bind(int index, QStringView value);
    void bindUtf8(int index, const QByteArray &value);
    void bindBlob(int index, const QByteArray &value);
    /// As bindUtf8(), without a copy: \a value must live until the statement has run.
    void bindStatic(int index, QByteArrayView value);
    /// Binds all columns of \a row, from the first parameter on; without a copy, as bindStatic().
    void bindRow(const StoredRow &row);
    /// Binds a stored value: null, QString or qlonglong (see toStored()).
    void bindStored(int index, const QVariant &stored);

    /// True: there is a row. False: done.
    Result<bool> step();
    /// Runs a statement that gives no rows and makes it ready for the next values.
    Status run();
    void reset();

    /// Columns count from 0.
    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    /// The value of a column that holds a field of this kind, in the form of core/record/codec.h.
    QVariant value(int column, Kind kind) const;

private:
    friend class Database;
    Statement(Database *database, QByteArray sql, sqlite3_stmt *handle)
        : m_database(database)
        , m_sql(std::move(sql))
        , m_handle(handle)
    {}
    Database *m_database;
    QByteArray m_sql;
    sqlite3_stmt *m_handle;
};

/// One connection to one SQLite file: the one place that touches the driver. Qt's plugin opens it, so
/// that there is one SQLite in the process; statements go straight to its C interface, which is twice
/// as fast (100,000 records).
class Database
{
public:
    /// ReadOnly refuses every change, but SQLite may do what any connection does where the file can be
    /// written: take back what a killed program left half done, and put away the log when it is the last to
    /// close.
    /// Where nothing can be written beside it, also because the disk is full, it is read all the same.
    /// Memory is a file of its own that is nowhere and goes with the object.
    enum class Mode { Create, ReadWrite, ReadOnly, Memory };
    /// What must be said to SQLite before its first use in the process.
    static void prepareLibrary();
    /// Conflict when a log stands beside it that is not its own (checkLogs()), unless this program has its
    /// lock.
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// NotFound when another file, or none, stands where the file was opened: somebody has moved, removed or
    /// replaced it. What is written then goes into a file that nobody will find.
    Status checkPlace() const;

    /// Storage when the log cannot be made, as on a full disk: then this connection answers nothing.
    Status checkRoomBeside();

    /// Conflict when somebody has written a file that is read as one that nobody writes.
    Result<Statement> prepare(const QByteArray &sql);
    /// Runs statements that give no rows, split by SQLite itself.
    Status execute(const QByteArray &sql);
    /// Makes the tables of another file readable here as \a name.table.
    Status attach(const QString &path, const QByteArray &name);
    /// First column of the first row, as a number; 0 when there is none.
    Result<qint64> number(const QByteArray &sql);
    sqlite3 *handle() const { return m_handle; }
    /// How long a change waits while another connection writes.
    void setPatience(int milliseconds);
    /// Asked now and then while a statement runs: true ends it with Cancelled.
    void interruptWhen(std::function<bool()> isUnwanted);

    /// What was being done when something failed.
    enum class Doing {
        Reading,
        Writing, ///< Or reading within a change, which is given up then.
    };
    /// What the driver says now, as a sentence for the clerk; \a sql goes to the log.
    Error lastError(const QByteArray &sql, Doing doing) const;

private:
    friend class Statement;
    enum class Way {
        Usual,
        Fixed, ///< As a file that nobody writes: without log and locks.
    };
    Database() = default;
    static Result<std::unique_ptr<Database>> connect(const QString &path, Mode mode, Way way);
    /// For reading only. Busy when the log holds something and somebody else reads the file.
    static Result<std::unique_ptr<Database>> openOnFullDisk(const QString &path);
    Status checkFixed() const;
    /// Asked before the statement runs: a change that failed may be over by itself.
    Doing doing(sqlite3_stmt *statement) const;
    QString m_connection;
    QString m_path;
    sqlite3 *m_handle = nullptr;
    Mode m_mode = Mode::ReadOnly;
    std::optional<FileState> m_fixed; ///< Of a file that is read as one that nobody writes.
    std::function<bool()> m_isUnwanted;
    QHash<QByteArray, std::vector<sqlite3_stmt *>> m_idle;
};

/// How a value of \a kind stands in the file: null, text or a whole number.
QVariant toStored(Kind kind, const QVariant &value);
/// "2025-03-01", as dates stand in the file.
QByteArray storedDate(QDate date);
/// The reverse of toStored().
QVariant fromStored(Kind kind, const QVariant &stored);

} // namespace core
