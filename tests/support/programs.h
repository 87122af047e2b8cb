// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QString>

/// Another program of ours: beside the one that tests, where the build puts them all. They may have been
/// moved together since, as those for Windows are when they are tried.
inline QString programBeside(const QString &name)
{
    const QString path = QDir(QCoreApplication::applicationDirPath()).filePath(name);
#ifdef Q_OS_WIN
    return path + QStringLiteral(".exe");
#else
    return path;
#endif
}
