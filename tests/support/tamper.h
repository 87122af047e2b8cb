// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "tests/support/teststore.h"

#include <QFile>

// What a curious person with a database browser does to a file, and sees in it.

/// Runs SQL on the file behind the store's back.
inline void tamper(const QString &path, const QByteArray &sql)
{
    auto database = core::Database::open(path, core::Database::Mode::ReadWrite);
    requireOk(database);
    requireOk((*database)->execute(sql));
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// The lock that a program on another computer leaves, as QLockFile writes it.
inline void lockFromElsewhere(const QString &path)
{
    writeBytes(path + QStringLiteral(".lock"), "4711\nshanzhi\nDESKTOP-OLD\n0123456789abcdef\n\n");
}

/// How many faults verify() finds in a copy of the file that \a sql was run on.
inline size_t faultsAfter(const QString &path, const QByteArray &sql)
{
    const QString copy = path + QStringLiteral(".copy");
    QFile::remove(copy);
    REQUIRE(QFile::copy(path, copy));
    tamper(copy, sql);
    const auto opened = core::Store::open(copy, core::Store::Access::Read);
    requireOk(opened);
    const auto report = (*opened)->verify();
    requireOk(report);
    return report->faults.size();
}

/// The first column of the answer to \a sql, one text a row.
inline QStringList texts(core::Database &database, const QByteArray &sql)
{
    auto select = database.prepare(sql);
    requireOk(select);
    QStringList found;
    for (;;) {
        const auto row = select->step();
        requireOk(row);
        if (!*row)
            return found;
        found.append(select->text(0));
    }
}

/// The same of a file, behind the store's back.
inline QStringList texts(const QString &path, const QByteArray &sql)
{
    auto database = core::Database::open(path, core::Database::Mode::ReadOnly);
    requireOk(database);
    return texts(**database, sql);
}
