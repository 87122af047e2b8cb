// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sourcefiles.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

QStringList filesNamed(const QStringList &patterns, const QStringList &tops)
{
    const QDir root(QStringLiteral(SHANZHI_SOURCE));
    QStringList files;
    for (const QString &top : tops) {
        QDirIterator it(root.filePath(top), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files += root.relativeFilePath(it.next());
    }
    files.sort();
    return files;
}

QString sourceText(const QString &path)
{
    QFile file(QStringLiteral(SHANZHI_SOURCE "/") + path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

QStringList ownIncludes(const QString &text)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s,
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (auto matches = include.globalMatch(text); matches.hasNext();)
        found += matches.next().captured(1);
    return found;
}
