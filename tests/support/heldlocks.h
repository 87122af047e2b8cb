// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#ifdef Q_OS_LINUX

#include <sys/stat.h>

/// The locks that this process has on the file, as the system lists them.
inline QStringList locksOn(const QString &path)
{
    QFile list(QStringLiteral("/proc/locks"));
    REQUIRE(list.open(QIODevice::ReadOnly));
    struct stat found = {};
    REQUIRE(stat(QFile::encodeName(path).constData(), &found) == 0);
    const QString whose = QStringLiteral(" %1 ").arg(QCoreApplication::applicationPid());
    const QString which = QStringLiteral(":%1 ").arg(found.st_ino);
    QStringList locks;
    for (const QString &line : QString::fromUtf8(list.readAll()).split(u'\n')) {
        if (line.contains(whose) && line.contains(which))
            locks.append(line.section(QStringLiteral(": "), 1));
    }
    return locks;
}

#endif
