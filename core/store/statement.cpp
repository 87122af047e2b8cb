// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into a statement and comes out of it, and how values stand in the file.
#include "core/store/database.h"
#include "core/store/preparedrecord.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace core {

Statement::~Statement()
{
    if (!m_handle)
        return;
    reset();
    m_database->m_idle[m_sql].push_back(m_handle);
}

void Statement::bindNull(int index)
{
    sqlite3_bind_null(m_handle, index);
}

void Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_handle, index, value);
}

void Statement::bind(int index, QStringView value)
{
    bindUtf8(index, value.toUtf8());
}

void Statement::bindUtf8(int index, const QByteArray &value)
{
    sqlite3_bind_text64(m_handle, index, value.constData(), sqlite3_uint64(value.size()), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void Statement::bindBlob(int index, const QByteArray &value)
{
    sqlite3_bind_blob64(m_handle, index, value.constData(), sqlite3_uint64(value.size()), SQLITE_TRANSIENT);
}

void Statement::bindStored(int index, const QVariant &stored)
{
    if (!stored.isValid())
        bindNull(index);
    else if (stored.typeId() == QMetaType::QString)
        bind(index, QStringView(*static_cast<const QString *>(stored.constData())));
    else
        bind(index, stored.toLongLong());
}

void Statement::bindStatic(int index, QByteArrayView value)
{
    // A null pointer would bind null.
    sqlite3_bind_text64(m_handle, index, value.isNull() ? "" : value.data(), sqlite3_uint64(value.size()),
                        SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindRow(const StoredRow &row)
{
    for (int column = 0; column < row.count(); ++column) {
        if (row.isNull(column))
            bindNull(column + 1);
        else if (row.isNumber(column))
            bind(column + 1, row.number(column));
        else
            bindStatic(column + 1, row.text(column));
    }
}

Result<bool> Statement::step()
{
    const Database::Doing doing = m_database->doing(m_handle);
    switch (sqlite3_step(m_handle)) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: return false;
    default: break;
    }
    const Error error = m_database->lastError(m_sql, doing);
    sqlite3_reset(m_handle);
    return error;
}

Status Statement::run()
{
    CORE_TRY(step());
    sqlite3_reset(m_handle);
    return ok();
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

QString Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_handle, column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_handle, column));
    return {data, sqlite3_column_bytes(m_handle, column)};
}

QVariant Statement::value(int column, Kind kind) const
{
    if (isNull(column))
        return kind == Kind::MultiChoice ? QVariant(QStringList()) : QVariant();
    switch (kind) {
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money: return QVariant(integer(column));
    case Kind::YesNo: return QVariant(integer(column) != 0);
    case Kind::Text:
    case Kind::LongText:
    case Kind::Choice:
    case Kind::Reference:
    case Kind::Attachment: return text(column);
    case Kind::Date:
    case Kind::Time:
    case Kind::MultiChoice: return fromStored(kind, text(column));
    }
    return {};
}

QVariant toStored(Kind kind, const QVariant &value)
{
    if (!value.isValid())
        return kind == Kind::Text || kind == Kind::LongText ? QVariant(u""_s) : QVariant();
    switch (kind) {
    case Kind::Text:
    case Kind::LongText:
    case Kind::Choice:
    case Kind::Reference:
    case Kind::Attachment:
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money: return value;
    case Kind::YesNo: return QVariant(qlonglong(value.toBool() ? 1 : 0));
    case Kind::Date: return QString::fromLatin1(storedDate(value.toDate()));
    case Kind::Time: return value.toDateTime().toUTC().toString(Qt::ISODateWithMs);
    case Kind::MultiChoice: {
        // Commas on both ends, so that one choice is found by one comparison: ",hub,".
        const QStringList keys = value.toStringList();
        return keys.isEmpty() ? QVariant() : QVariant(u',' + keys.join(u',') + u',');
    }
    }
    return {};
}

QByteArray storedDate(QDate date)
{
    int year = 0;
    int month = 0;
    int day = 0;
    date.getDate(&year, &month, &day);
    if (year < 1000 || year > 9999)
        return date.toString(Qt::ISODate).toLatin1();
    const auto digit = [](int value) { return char('0' + value % 10); };
    const char text[] = {digit(year / 1000),
                         digit(year / 100),
                         digit(year / 10),
                         digit(year),
                         '-',
                         digit(month / 10),
                         digit(month),
                         '-',
                         digit(day / 10),
                         digit(day)};
    return {text, sizeof text};
}

QVariant fromStored(Kind kind, const QVariant &stored)
{
    if (kind == Kind::MultiChoice)
        return stored.toString().split(u',', Qt::SkipEmptyParts);
    if (!stored.isValid())
        return {};
    switch (kind) {
    case Kind::YesNo: return QVariant(stored.toLongLong() != 0);
    case Kind::Date: return QDate::fromString(stored.toString(), Qt::ISODate);
    case Kind::Time: return QDateTime::fromString(stored.toString(), Qt::ISODateWithMs);
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money: return QVariant(stored.toLongLong());
    case Kind::Text:
    case Kind::LongText:
    case Kind::Choice:
    case Kind::Reference:
    case Kind::Attachment:
    case Kind::MultiChoice: return stored;
    }
    return {};
}

} // namespace core
