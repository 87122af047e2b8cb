// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/ownfonts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>

namespace ui {

using namespace Qt::StringLiterals;

QString familyOf(OwnFont font)
{
    return font == OwnFont::Sans ? u"Shanzhi Sans"_s : u"Shanzhi Serif"_s;
}

bool loadOwnFont(OwnFont font)
{
    const QString family = familyOf(font);
    if (QFontDatabase::hasFamily(family))
        return true;
    const QString pattern = QString(family).remove(u' ') + u"-*.otf"_s;
    for (const QString &folder : ownFontFolders(QCoreApplication::applicationDirPath())) {
        const QDir dir(folder);
        const QStringList files = dir.entryList({pattern}, QDir::Files, QDir::Name);
        bool loaded = files.size() >= 2;
        for (const QString &file : files)
            loaded = QFontDatabase::addApplicationFont(dir.filePath(file)) >= 0 && loaded;
        if (loaded)
            return true;
    }
    return false;
}

QStringList ownFontFolders(const QString &programFolder)
{
    const QDir program(programFolder);
    return {QDir::cleanPath(program.filePath(u"../share/shanzhi/fonts"_s)),
            QDir::cleanPath(program.filePath(u"fonts"_s))};
}

} // namespace ui
