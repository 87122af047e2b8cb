// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A list of records with its form: where the keyboard is, and which record is shown.
#include "core/evaluation/manualscore.h"
#include "tests/gui/testwindow.h"
#include "tests/support/teststore.h"
#include "ui/widgets/datatable.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

TEST_CASE("after a save by key or by button the keyboard is where the clerk typed")
{
    TestWindow window;
    window.open(u"organization"_s);
    REQUIRE(QTest::qWaitForWindowActive(&window.window));
    auto *address = window.find<QLineEdit>("address");
    auto *save = window.find<QPushButton>("save");
    for (const bool byKey : {true, false}) {
        INFO((byKey ? "key" : "button"));
        address->setFocus();
        address->selectAll();
        TestWindow::type(address, byKey ? u"和平路 1 号"_s : u"和平路 2 号"_s);
        if (byKey) {
            QTest::keyClick(address, Qt::Key_S, Qt::ControlModifier);
        } else {
            save->setFocus(Qt::MouseFocusReason); // as the platforms do whose buttons take the focus
            QTest::mouseClick(save, Qt::LeftButton);
        }
        REQUIRE_FALSE(save->isEnabled()); // it is saved
        QTest::qWait(50);
        CHECK(QApplication::focusWidget() == address);
    }
}

TEST_CASE("a field whose value is covered after the save keeps the keyboard")
{
    TestWindow window;
    window.open(u"person"_s);
    REQUIRE(QTest::qWaitForWindowActive(&window.window));
    auto *cover = window.find<QAbstractButton>("phone_cover");
    cover->setFocus();
    QTest::keyClick(cover, Qt::Key_Space);
    auto *phone = window.find<QLineEdit>("phone");
    REQUIRE(phone->hasFocus());
    phone->selectAll();
    QTest::keyClicks(phone, u"13800138000"_s);
    QTest::keyClick(phone, Qt::Key_S, Qt::ControlModifier);
    REQUIRE(TestWindow::waitFor([&] { return cover->isVisible(); }));
    QTest::qWait(50);
    CHECK(QApplication::focusWidget() == cover);
}

TEST_CASE("when the record that is shown goes, the one beside it is shown: no form stays empty")
{
    TestWindow window;
    window.open(u"manual_score"_s);
    auto *list = window.find<ui::DataTable>("list");
    auto *form = window.find<ui::RecordForm>("");
    REQUIRE(TestWindow::waitFor([&] { return list->model()->rowCount() > 3; }));
    const auto shown = [&] { return form->recordId(); };
    const auto go = [&](int row) {
        const bool wasThere = list->currentIndex().row() == row;
        const QString before = shown();
        list->setCurrentIndex(list->model()->index(row, 0));
        REQUIRE(TestWindow::waitFor([&] { return wasThere || shown() != before; }));
    };
    const auto remove = [&] {
        const QString gone = shown();
        window.prompt.answer(u"删除"_s);
        window.click("remove");
        REQUIRE(TestWindow::waitFor([&] { return !shown().isEmpty() && shown() != gone; }));
        CHECK(form->isEnabled());
        CHECK_FALSE(window.store().isRemoved(core::recordType<core::ManualScore>(), shown()));
        CHECK(list->hasFocus());
    };
    go(2);
    const QString second = shown();
    go(1);
    remove();
    CHECK(shown() == second); // the next one has taken its place
    CHECK(list->currentIndex().row() == 1);
    go(list->model()->rowCount() - 2);
    const QString lastButOne = shown();
    go(list->model()->rowCount() - 1);
    remove();
    CHECK(shown() == lastButOne); // behind the last there is none
    // A new one that is given up, and one whose making is undone.
    window.click("new");
    REQUIRE(form->isNew());
    window.click("revert");
    CHECK(TestWindow::waitFor([&] { return shown() == lastButOne; }));
}
