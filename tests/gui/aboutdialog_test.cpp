// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/runlog.h"
#include "tests/support/catch.h"
#include "ui/dialogs/aboutdialog.h"

#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

TEST_CASE("About tells the version, the terms of Qt and the licences, and has the program's icon")
{
    QWidget window;
    window.show();
    auto *dialog = new ui::AboutDialog(&window);
    dialog->open();
    QApplication::processEvents();
    REQUIRE(dialog->isVisible());
    CHECK(dialog->findChild<QLabel *>(u"version"_s)->text() == u"善治 " SHANZHI_VERSION ""_s);
    const QString notices = dialog->findChild<QPlainTextEdit *>(u"notices"_s)->toPlainText();
    CHECK(notices.contains(u"GNU LESSER GENERAL PUBLIC LICENSE"_s));
    CHECK(notices.contains(u"https://download.qt.io/archive/qt/"_s));
    CHECK(ui::programIcon().availableSizes().contains(QSize(256, 256)));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QApplication::processEvents();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(window.findChild<QDialog *>(u"aboutDialog"_s) == nullptr);
}

TEST_CASE("About opens the run log where one is written")
{
    const QTemporaryDir folder;
    core::runlog::begin(folder.path());
    QWidget window;
    window.show();
    auto *dialog = new ui::AboutDialog(&window);
    dialog->open();
    QApplication::processEvents();
    auto *open = dialog->findChild<QPushButton *>(u"openLog"_s);
    REQUIRE(open);
    QTextBrowser desktop; // what opens files, here
    QDesktopServices::setUrlHandler(u"file"_s, &desktop, "setSource");
    QTest::mouseClick(open, Qt::LeftButton);
    QDesktopServices::unsetUrlHandler(u"file"_s);
    CHECK(desktop.source() == QUrl::fromLocalFile(folder.path() + u"/shanzhi.log"_s));
    core::runlog::end();
    dialog->close();

    // Without a log there is nothing to open.
    auto *another = new ui::AboutDialog(&window);
    CHECK(another->findChild<QPushButton *>(u"openLog"_s) == nullptr);
    delete another;
}
