// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/dialogs/aboutdialog.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

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
