// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A list of records with its form: where the keyboard is, and which record is shown.
#include "core/agenda/due.h"
#include "core/evaluation/manualscore.h"
#include "core/features.h"
#include "tests/gui/testwindow.h"
#include "tests/support/teststore.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/tag.h"

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

TEST_CASE("what a tile has narrowed a page to is given up when the page is opened from the navigation")
{
    TestWindow window;
    auto *home = window.window.findChild<QWidget *>(u"home"_s);
    auto *navigation = window.find<ui::NavigationBar>("navigation");
    const auto rows = [&] {
        for (const auto *list : window.window.findChildren<ui::DataTable *>(u"list"_s)) {
            if (list->isVisible())
                return list->model()->rowCount();
        }
        return -1;
    };
    REQUIRE(TestWindow::waitFor([&] { return home->findChildren<ui::StatTile *>().size() > 3; }));
    int narrowed = 0;
    for (const char *name : {"warned", "late", "soon"}) {
        INFO(name);
        auto *tile = home->findChild<ui::StatTile *>(QString::fromLatin1(name));
        REQUIRE(tile);
        REQUIRE(TestWindow::waitFor([&] { return tile->isVisible(); })); // it is shown with the first answer
        const int figure = tile->figure().remove(u',').toInt();
        QTest::mouseClick(tile, Qt::LeftButton);
        REQUIRE(TestWindow::waitFor([&] { return rows() == figure || (figure == 0 && rows() <= 0); }));
        const QString page = QString::fromLatin1(name) == u"warned"_s ? u"organization"_s : u"due"_s;
        REQUIRE(window.window.findChild<QWidget *>(page)->isVisible());
        // Back and forth between the pages by themselves keeps it; the entry of the navigation shows all.
        window.window.workspace()->showPage(u"home"_s);
        Q_EMIT navigation->activated(page);
        const auto items = core::dueItems(window.store(), core::allDueSources(),
                                          core::DueSpan::lateOrSoon(SampleStore::today()));
        requireOk(items);
        const auto count = window.store().count({.type = u"organization"_s});
        requireOk(count);
        const int all = page == u"due"_s ? int(items->size()) : int(*count);
        narrowed += figure < all ? 1 : 0;
        CHECK(TestWindow::waitFor([&] { return rows() == all || (all == 0 && rows() <= 0); }));
        window.window.workspace()->showPage(u"home"_s);
    }
    CHECK(narrowed > 0);
}

TEST_CASE("a filter that the clerk typed stays when she comes back by the navigation")
{
    TestWindow window;
    window.open(u"organization"_s);
    auto *list = window.find<ui::DataTable>("list");
    const int all = list->model()->rowCount();
    list->setFilterText(0, u"协会"_s);
    REQUIRE(TestWindow::waitFor([&] { return list->model()->rowCount() < all; }));
    const int some = list->model()->rowCount();
    window.window.workspace()->showPage(u"home"_s);
    Q_EMIT window.find<ui::NavigationBar>("navigation")->activated(u"organization"_s);
    QTest::qWait(100);
    CHECK(list->model()->rowCount() == some);
    CHECK(list->filterText(0) == u"协会"_s);
}

TEST_CASE("a list that could not be read while the file was away is read when its page is opened again")
{
    TestWindow window;
    const QString path = window.store().path();
    REQUIRE(QFile::rename(path, path + u".away"_s));
    window.window.workspace()->showPage(u"inspection"_s);
    const auto *page = window.window.findChild<QWidget *>(u"inspection"_s);
    REQUIRE(page);
    const auto *list = page->findChild<ui::DataTable *>(u"list"_s);
    REQUIRE(list);
    REQUIRE(TestWindow::waitFor([&] { return !window.prompt.errors().isEmpty(); }));
    CHECK(list->model()->rowCount() == 0);
    REQUIRE(QFile::rename(path + u".away"_s, path));
    window.window.workspace()->showPage(u"home"_s);
    window.window.workspace()->showPage(u"inspection"_s);
    CHECK(TestWindow::waitFor([&] { return list->model()->rowCount() > 0; }));
}

TEST_CASE("the tags of a person tell nothing that is covered in the form below")
{
    TestWindow window;
    window.open(u"person"_s);
    const auto *form = window.find<ui::RecordForm>("");
    const auto stored = window.store().values(*core::findRecordType("person"), form->recordId());
    REQUIRE(stored);
    const auto *type = core::findRecordType("person");
    const core::Field *political = type->field("political_status");
    REQUIRE(political);
    const QString open = core::displayValue(*political, stored->at(type->indexOf("political_status")));
    REQUIRE_FALSE(open.isEmpty());
    for (const auto *tag : form->findChildren<ui::Tag *>())
        CHECK(tag->text() != open);
}
