// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

#include "ui/settings.h"

#include <QApplication>
#include <QLocale>
#include <QTemporaryDir>
#include <QThreadPool>

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
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QApplication application(argc, argv);
    const int failed = Catch::Session().run(argc, argv);
    QThreadPool::globalInstance()->waitForDone(); // what still reads in the background needs the application
    return failed;
}
