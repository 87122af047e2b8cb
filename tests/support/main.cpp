// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

#include "ui/settings.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QThreadPool>

namespace {

/// Two screens: the one of an office, and at its right, at x = 3000, the smallest there is, 1366×768 at 150
/// %.
QString writeScreens(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("screens.json")));
    file.open(QIODevice::WriteOnly);
    file.write(R"({"screens": [{"name": "office", "x": 0, "y": 0, "width": 1920, "height": 1080},
                   {"name": "small", "x": 3000, "y": 0, "width": 911, "height": 512}]})");
    return file.fileName();
}

} // namespace

int main(int argc, char *argv[])
{
    // No test reads or writes what belongs to the person who runs it.
    const QTemporaryDir home;
    qputenv("HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_CACHE_HOME", home.path().toUtf8());
    ui::settings::keepIn(home.path());
#ifndef Q_OS_WIN // the offscreen platform has no fonts there
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (platform.isEmpty() || platform == "offscreen")
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(writeScreens(home)));
#endif
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QApplication application(argc, argv);
    const int failed = Catch::Session().run(argc, argv);
    QThreadPool::globalInstance()->waitForDone(); // what still reads in the background needs the application
    return failed;
}
