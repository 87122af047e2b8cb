// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agenda/due.h"
#include "core/evaluation/evaluationresult.h"
#include "core/features.h"
#include "core/registry/organization.h"
#include "core/supervision/grade.h"
#include "tests/gui/testwindow.h"
#include "tests/support/teststore.h"
#include "ui/dialogs/importdialog.h"
#include "ui/pages/evaluationmodel.h"
#include "ui/pages/explanation.h"
#include "ui/pages/explanationview.h"
#include "ui/pages/recordform.h"
#include "ui/style/theme.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/tag.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace {

using Window = TestWindow;

QString firstName(const QAbstractItemView *list)
{
    return list->model()->index(0, 0).data().toString();
}

} // namespace

TEST_CASE("a search by initials opens the record with Enter")
{
    Window window;
    const auto all = window.store().all<core::Organization>({.limit = 1});
    requireOk(all);
    const QString name = all->front().name;
    REQUIRE(QTest::qWaitForWindowActive(&window.window));
    auto *search = window.window.findChild<ui::SearchField *>();
    REQUIRE(search);
    window.find<ui::NavigationBar>("navigation")->setFocus();
    REQUIRE(!search->hasFocus());
    QTest::keyClick(&window.window, Qt::Key_K, Qt::ControlModifier);
    CHECK(search->hasFocus());
    Window::type(search, name);
    REQUIRE(Window::waitFor([&] { return search->popup()->isVisible(); }));
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    QApplication::processEvents();
    auto *form = window.find<QTabWidget>("tabs");
    CHECK(form->isVisible());
    CHECK(Window::waitFor([&] { return window.find<QLineEdit>("name")->text() == name; }));
    const auto *list = window.find<ui::DataTable>("list");
    CHECK(Window::waitFor([&] {
        const QModelIndex current = list->currentIndex();
        return current.siblingAtColumn(0).data().toString() == name &&
               list->viewport()->rect().contains(list->visualRect(current).center());
    }));
}

TEST_CASE("the list says how many records there are")
{
    Window window;
    window.open(u"organization"_s);
    const auto count = window.store().count({.type = u"organization"_s});
    requireOk(count);
    CHECK(Window::waitFor(
        [&] { return window.find<QLabel>("counted")->text().startsWith(QLocale().toString(*count)); }));
}

TEST_CASE("a filter under the heads narrows the list, says so, and is cleared")
{
    Window window;
    window.open(u"organization"_s);
    auto *list = window.find<ui::DataTable>("list");
    const int all = list->model()->rowCount();
    REQUIRE(all > 100);
    auto *filter = qobject_cast<QLineEdit *>(list->filterEditor(0));
    REQUIRE(filter);
    Window::type(filter, u"协会"_s);
    REQUIRE(Window::waitFor([&] { return list->model()->rowCount() < all; }));
    const int some = list->model()->rowCount();
    CHECK(some > 0);
    REQUIRE(Window::waitFor([&] { return !list->model()->index(some - 1, 0).data().toString().isEmpty(); }));
    for (int row = 0; row < some; ++row)
        CHECK(list->model()->index(row, 0).data().toString().contains(u"协会"_s));
    auto *tag = window.find<ui::Tag>("clearFilters");
    CHECK(tag->text().contains(QString::number(some)));
    QTest::keyClick(tag, Qt::Key_Return);
    REQUIRE(Window::waitFor([&] { return list->model()->rowCount() == all; }));
}

TEST_CASE("a record is edited, saved by Ctrl+S, and undone by its name")
{
    Window window;
    window.open(u"organization"_s);
    auto *list = window.find<ui::DataTable>("list");
    const QString name = firstName(list);
    auto *address = window.find<QLineEdit>("address");
    address->setFocus();
    address->selectAll();
    Window::type(address, u"和平路 88 号"_s);
    CHECK(window.find<QPushButton>("save")->isEnabled());
    QTest::keyClick(address, Qt::Key_S, Qt::ControlModifier);
    REQUIRE(Window::waitFor([&] { return window.store().undoText().contains(name); }));
    CHECK(window.find<QPushButton>("undo")->toolTip().contains(name));
    const QString id = window.store()
                           .all<core::Organization>({.where = core::Condition::is(u"name"_s, name)})
                           ->front()
                           .id.text;
    CHECK(window.store().get(core::Id<core::Organization>{id})->address == u"和平路 88 号"_s);
    window.click("undo");
    REQUIRE(Window::waitFor(
        [&] { return window.store().get(core::Id<core::Organization>{id})->address != u"和平路 88 号"_s; }));
    REQUIRE(Window::waitFor([&] { return window.find<QLineEdit>("address")->text() != u"和平路 88 号"_s; }));
}

TEST_CASE("after something went out the undo button is off and says why, and Ctrl+Z takes nothing back")
{
    Window window;
    window.open(u"home"_s);
    const auto one = window.store().all<core::Organization>({.limit = 1});
    REQUIRE(one);
    core::Organization organization = one->front();
    organization.address = u"和平路 88 号"_s;
    REQUIRE(window.store().change(u"送达告知书"_s,
                                  [&](core::Change &change) { return change.update(organization); },
                                  {.outward = true}));
    auto *undo = window.find<QPushButton>("undo");
    CHECK_FALSE(undo->isEnabled());
    CHECK(undo->toolTip().contains(u"送达告知书"_s));
    const QString head = window.store().headHash();
    QTest::keyClick(&window.window, Qt::Key_Z, Qt::ControlModifier);
    CHECK(Window::waitFor([&] {
        const QList<QLabel *> labels = window.window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"送达告知书"_s);
        });
    }));
    CHECK(window.store().headHash() == head);
}

TEST_CASE(
    "Ctrl+Z in a field takes back what is typed there, and when nothing is left the last step of the file")
{
    Window window;
    window.open(u"organization"_s);
    REQUIRE(QTest::qWaitForWindowActive(&window.window));
    const auto undoText = [&] { return window.store().undoText(); };
    auto *address = window.find<QLineEdit>("address");
    const QString before = address->text();
    const QString stepBefore = undoText();
    address->setFocus();
    address->selectAll();
    Window::type(address, u"和平路 88 号"_s);
    QTest::keyClick(address, Qt::Key_Z, Qt::ControlModifier);
    CHECK(window.find<QLineEdit>("address")->text() == before);
    CHECK(undoText() == stepBefore);

    address->selectAll();
    Window::type(address, u"和平路 99 号"_s);
    QTest::keyClick(address, Qt::Key_S, Qt::ControlModifier);
    REQUIRE(Window::waitFor([&] { return undoText() != stepBefore; }));
    auto *shown = window.find<QLineEdit>("address");
    REQUIRE(Window::waitFor([&] { return !shown->isUndoAvailable(); }));
    shown->setFocus();
    QTest::keyClick(shown, Qt::Key_Z, Qt::ControlModifier);
    CHECK(Window::waitFor([&] { return window.find<QLineEdit>("address")->text() == before; }));
    CHECK(undoText() == stepBefore);
}

TEST_CASE("Ctrl+Z after a refused save takes back what was typed, and never what was done to the file before")
{
    Window window;
    window.open(u"organization"_s);
    REQUIRE(QTest::qWaitForWindowActive(&window.window));
    const QString head = window.store().headHash();
    auto *name = window.find<QLineEdit>("name");
    const QString before = name->text();
    name->setFocus();
    QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(name, Qt::Key_Delete);
    window.find<QLineEdit>("address")->setFocus(); // leaving a field tidies what stands there
    QTest::keyClick(window.find<QLineEdit>("address"), Qt::Key_S, Qt::ControlModifier);
    auto *problem =
        window.window.findChild<QWidget *>(u"organization"_s)->findChild<QLabel *>(u"name_problem"_s);
    REQUIRE(Window::waitFor([&] { return problem->isVisible(); }));

    // A field that was left alone has nothing to take back.
    QTest::keyClick(window.find<QLineEdit>("address"), Qt::Key_Z, Qt::ControlModifier);
    QTest::qWait(200);
    CHECK(window.store().headHash() == head);
    CHECK(window.window.workspace()->hasUnsavedWork());

    name->setFocus();
    QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
    CHECK(name->text() == before);
    CHECK(window.store().headHash() == head);
}

TEST_CASE("on a page without records of its own, new begins a record of the first register")
{
    Window window;
    for (const QString &page : {u"home"_s, u"evaluation"_s}) {
        window.window.workspace()->showPage(page);
        QApplication::processEvents();
        window.click("new");
        auto *form = window.window.findChild<QWidget *>(u"organization"_s)->findChild<ui::RecordForm *>();
        CHECK(form->isVisible());
        CHECK(form->isNew());
    }
}

TEST_CASE("an empty required field is told beside the field and nothing is saved")
{
    Window window;
    window.open(u"organization"_s);
    const QString head = window.store().headHash();
    window.click("new");
    auto *name = window.find<QLineEdit>("name");
    CHECK(name->text().isEmpty());
    Window::type(window.find<QLineEdit>("address"), u"一号"_s);
    window.click("save");
    CHECK(window.store().headHash() == head);
    auto *problem = window.find<QLabel>("name_problem");
    CHECK(problem->text().contains(u"不能为空"_s));
    Window::type(name, u"示范县新生协会"_s);
    window.click("save");
    CHECK(window.store().headHash() != head);
    CHECK(*window.store().count({.type = u"organization"_s,
                                 .where = core::Condition::is(u"name"_s, u"示范县新生协会"_s)}) == 1);
}

TEST_CASE("changes that are not saved are not lost without a question")
{
    Window window;
    window.open(u"organization"_s);
    auto *list = window.find<ui::DataTable>("list");
    auto *address = window.find<QLineEdit>("address");
    address->selectAll();
    Window::type(address, u"没有保存"_s);
    list->setCurrentIndex(list->model()->index(3, 0));
    CHECK(list->currentIndex().row() == 0);
    CHECK(window.prompt.said().last().contains(u"还没有保存"_s));
    CHECK(window.prompt.lastStakes() == ui::Prompt::Stakes::Loss);
    CHECK(window.find<QLineEdit>("address")->text() == u"没有保存"_s);
    window.window.close();
    CHECK(window.window.isVisible());
    window.prompt.answer(u"是"_s);
    window.window.close();
    CHECK(Window::waitFor([&] { return !window.window.isVisible(); }));
}

TEST_CASE("a record that is opened from elsewhere does not take the place of one with unsaved changes")
{
    Window window;
    window.open(u"organization"_s);
    const auto all = window.store().all<core::Organization>({.limit = 50});
    requireOk(all);
    auto *name = window.find<QLineEdit>("name");
    const QString edited = name->text();
    const auto other = std::find_if(all->begin(), all->end(), [&](const core::Organization &organization) {
        return organization.name != edited;
    });
    REQUIRE(other != all->end());
    auto *address = window.find<QLineEdit>("address");
    address->selectAll();
    Window::type(address, u"没有保存"_s);
    const auto open = [&] {
        window.window.workspace()->showRecord(core::recordType<core::Organization>(), other->id.text);
    };
    open();
    REQUIRE(Window::waitFor([&] { return !window.prompt.said().isEmpty(); }));
    CHECK(window.prompt.said().last().contains(u"还没有保存"_s));
    CHECK(window.prompt.lastStakes() == ui::Prompt::Stakes::Loss);
    CHECK(name->text() == edited);
    CHECK(address->text() == u"没有保存"_s);
    window.prompt.answer(u"是"_s);
    open();
    CHECK(Window::waitFor([&] { return name->text() == other->name; }));
}

TEST_CASE("another file is not opened over unsaved changes without a question")
{
    Window window;
    const OtherFile other;
    window.open(u"organization"_s);
    auto *address = window.find<QLineEdit>("address");
    address->selectAll();
    Window::type(address, u"没有保存"_s);
    window.window.openFile(other.path);
    CHECK(window.store().path() != other.path);
    CHECK(window.prompt.said().last().contains(u"还没有保存"_s));
    CHECK(window.prompt.lastStakes() == ui::Prompt::Stakes::Loss);
    window.prompt.answer(u"是"_s);
    window.window.openFile(other.path);
    CHECK(window.store().path() == other.path);
}

TEST_CASE("a removed record goes to the recycle bin and comes back from there")
{
    Window window;
    window.open(u"party_activity"_s);
    const qint64 before = *window.store().count({.type = u"party_activity"_s});
    window.prompt.answer(u"是"_s);
    window.click("remove");
    CHECK(window.prompt.lastStakes() == ui::Prompt::Stakes::Loss);
    CHECK(*window.store().count({.type = u"party_activity"_s}) == before - 1);
    window.open(u"recyclebin"_s);
    const auto *removed = window.window.findChild<ui::DataTable *>(u"removed"_s);
    CHECK(Window::waitFor([&] { return removed->model()->rowCount() == 1; }));
    window.click("restore");
    CHECK(*window.store().count({.type = u"party_activity"_s}) == before);
}

TEST_CASE("every figure of the home page opens a list of as many rows")
{
    Window window;
    auto *home = window.window.findChild<QWidget *>(u"home"_s);
    REQUIRE(home);
    auto *findings = home->findChild<ui::DataTable *>(u"findings"_s);
    REQUIRE(Window::waitFor([&] { return findings->model()->rowCount() > 0; }));
    const auto number = [](QString text) { return text.remove(u',').toInt(); };
    const auto listShows = [&](int rows) {
        return Window::waitFor([&] {
            for (auto *list : window.window.findChildren<ui::DataTable *>(u"list"_s)) {
                if (list->isVisible())
                    return list->model()->rowCount() == rows;
            }
            return rows == 0;
        });
    };
    const auto goHome = [&] {
        window.window.workspace()->showPage(u"home"_s);
        QApplication::processEvents();
    };
    QStringList tiles;
    for (auto *tile : home->findChildren<ui::StatTile *>()) {
        const int figure = number(tile->figure());
        INFO(tile->objectName().toStdString() << ": " << figure);
        tiles.append(tile->objectName());
        QTest::mouseClick(tile, Qt::LeftButton);
        QApplication::processEvents();
        CHECK_FALSE(home->isVisible());
        CHECK(listShows(figure));
        goHome();
    }
    QStringList named{u"late"_s, u"soon"_s};
    for (const core::HeadFigure &figure : core::allHeadFigures(SampleStore::today()))
        named.append(figure.finding.key);
    CHECK(named.contains(u"warned"_s));
    CHECK(tiles == named);
    for (int row = 0; row < findings->model()->rowCount(); ++row) {
        INFO(findings->model()->index(row, 0).data().toString().toStdString());
        const int figure = number(findings->model()->index(row, 1).data().toString());
        CHECK(figure > 0);
        static_cast<QAbstractItemView *>(findings)->scrollTo(findings->model()->index(row, 0));
        QTest::mouseClick(findings->viewport(), Qt::LeftButton, {},
                          findings->visualRect(findings->model()->index(row, 0)).center());
        QApplication::processEvents();
        CHECK_FALSE(home->isVisible());
        CHECK(listShows(figure));
        goHome();
    }
    CHECK(window.prompt.errors().isEmpty());
}

TEST_CASE("what is late is the same number on the tile, in the list, on the pill and for the command line")
{
    Window window;
    // One grade that was renewed, one that was not: only the other is late.
    const auto all = window.store().all<core::Organization>({.limit = 2});
    requireOk(all);
    requireOk(window.store().change(u"评估"_s, [&](core::Change &change) -> core::Status {
        const auto grade = [&](const core::Organization &who, QDate on, QDate validTo) -> core::Status {
            core::Grade one{.organization = who.id, .level = core::GradeLevel::Three, .assessedOn = on};
            one.validTo = validTo;
            return change.insert(one);
        };
        CORE_TRY(grade(all->at(0), {2031, 1, 1}, {2036, 1, 1}));
        return grade(all->at(1), {2030, 1, 1}, {2025, 1, 1});
    }));
    const auto items =
        core::dueItems(window.store(), core::allDueSources(), core::DueSpan::late(SampleStore::today()));
    requireOk(items);
    const QString late = QString::number(items->size());
    REQUIRE(items->size() > 1);
    auto *tile = window.window.findChild<ui::StatTile *>(u"late"_s);
    CHECK(Window::waitFor([&] { return tile->figure() == late; }));
    auto *bar = window.find<ui::NavigationBar>("navigation");
    CHECK(Window::waitFor([&] { return bar->badge(u"home"_s) == qint64(items->size()); }));
    QTest::mouseClick(tile, Qt::LeftButton);
    auto *list = window.find<ui::DataTable>("list");
    CHECK(Window::waitFor([&] { return list->model()->rowCount() == int(items->size()); }));
    // A row opens the record it is about.
    int row = 0;
    while (list->model()->index(row, 0).data().toString() != u"等级到期"_s)
        REQUIRE(++row < list->model()->rowCount());
    list->selectRow(row);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    auto *grades = window.window.findChild<QWidget *>(u"grade"_s);
    REQUIRE(grades);
    CHECK(grades->isVisible());
}

TEST_CASE("the file of an organization says why it was not rated, and names its points where it was")
{
    Window window;
    const auto results = window.store().all<core::EvaluationResult>({});
    requireOk(results);
    for (const bool rated : {false, true}) {
        const auto result = std::find_if(results->begin(), results->end(),
                                         [&](const auto &candidate) { return candidate.rated == rated; });
        REQUIRE(result != results->end());
        window.window.workspace()->showRecord(core::recordType<core::Organization>(),
                                              result->organization.text);
        auto *tabs = window.find<QTabWidget>("tabs");
        tabs->setCurrentIndex(1);
        const QAbstractItemModel *lines = window.find<ui::DataTable>("related")->model();
        QString detail;
        CHECK(Window::waitFor([&] {
            for (int row = 0; row < lines->rowCount(); ++row) {
                if (lines->index(row, 0).data().toString() == QString::number(result->year))
                    detail = lines->index(row, 1).data().toString();
            }
            return !detail.isEmpty();
        }));
        INFO(detail.toStdString());
        CHECK(detail.startsWith(u"不参评："_s) == !rated);
        CHECK(detail.contains(u"总分 %1 分"_s.arg(result->total.toString())) == rated);
    }
}

TEST_CASE("on 1366×768 at 150 % what is late, total and band are seen without scrolling sideways")
{
    Window window;
    window.window.resize(911, 512);
    const auto isInSight = [&](const char *name, std::initializer_list<int> columns) {
        auto *table = window.find<ui::DataTable>(name);
        REQUIRE(Window::waitFor([&] { return table->model()->rowCount() > 0; }));
        QApplication::processEvents();
        CHECK(table->horizontalScrollBar()->maximum() == 0);
        for (const int column : columns) {
            INFO(name << ", column " << column);
            CHECK_FALSE(table->isColumnHidden(column));
            CHECK(table->columnWidth(column) >= 42);
            CHECK(table->columnViewportPosition(column) + table->columnWidth(column) <=
                  table->viewport()->width());
        }
    };
    isInSight("due", {0, 1, 2, 3});
    window.open(u"evaluation"_s);
    using Column = ui::EvaluationModel::Column;
    isInSight("results", {Column::Rank, Column::Name, Column::Total, Column::Band});
    auto *why = window.find<ui::ExplanationView>("why");
    REQUIRE(Window::waitFor([&] { return !why->why().rows.empty(); }));
    const auto indicator =
        std::find_if(why->why().rows.begin(), why->why().rows.end(),
                     [](const ui::Why::Row &row) { return row.kind == ui::Why::Row::Kind::Indicator; });
    REQUIRE(indicator != why->why().rows.end());
    CHECK(why->findChild<QLabel *>(u"text_"_s + indicator->code)->width() > 200);
    window.window.resize(1366, 768);
    QApplication::processEvents();
    CHECK_FALSE(window.find<ui::DataTable>("results")->isColumnHidden(Column::FirstRanking));
}

TEST_CASE("a workbook that is dropped onto the window is offered for import")
{
    Window window;
    QString workbook;
    for (const QFileInfo &file : QDir(SampleStore::workbooks()).entryInfoList({u"*.xlsx"_s}))
        workbook = workbook.isEmpty() ? file.absoluteFilePath() : workbook;
    REQUIRE_FALSE(workbook.isEmpty());
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(workbook)});
    // As the window system tells it: to the window, which finds the widget under the pointer.
    QWindow *handle = window.window.windowHandle();
    const QPoint at = window.window.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(handle, &enter);
    REQUIRE(enter.isAccepted());
    QDragMoveEvent move(at, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(handle, &move);
    QDropEvent drop(at, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(handle, &drop);
    auto *dialog = window.window.findChild<ui::ImportDialog *>();
    REQUIRE(dialog);
    CHECK(dialog->isVisible());
    auto *columns = dialog->findChild<ui::DataTable *>(u"columns"_s);
    REQUIRE(columns);
    CHECK(Window::waitFor([&] { return columns->model()->rowCount() > 2; }));
    CHECK(dialog->findChild<QPushButton *>(u"accept"_s)->isEnabled());
}

TEST_CASE("text that is dragged over the window is not taken for a file")
{
    Window window;
    QMimeData dragged;
    dragged.setText(u"台账.xlsx"_s);
    QDragEnterEvent enter(window.window.rect().center(), Qt::CopyAction, &dragged, Qt::LeftButton,
                          Qt::NoModifier);
    QApplication::sendEvent(window.window.windowHandle(), &enter);
    CHECK_FALSE(enter.isAccepted());
    CHECK_FALSE(window.window.findChild<ui::ImportDialog *>());
}

TEST_CASE("the pages of the window are drawn for looking at")
{
    const QString folder = qEnvironmentVariable("SHANZHI_PICTURES");
    if (folder.isEmpty()) {
        SUCCEED("set SHANZHI_PICTURES to a folder to have them");
        return;
    }
    QDir().mkpath(folder);
    Window window(qEnvironmentVariable("SHANZHI_FILE"));
    // SHANZHI_SIZE=960x540 with QT_SCALE_FACTOR=2 is a screen of 1920×1080 at 200 %.
    const QStringList size = qEnvironmentVariable("SHANZHI_SIZE", u"1366x768"_s).split(u'x');
    window.window.resize(size.value(0).toInt(), size.value(1).toInt());
    const auto shoot = [&](const QString &name) {
        QTest::qWait(2500); // what is asked off the window has come by then
        window.window.grab().save(folder + u'/' + name + u".png"_s);
    };
    for (const auto &[theme, suffix] : {std::pair{ui::Theme::Light, u""_s}, {ui::Theme::Dark, u"-dark"_s}}) {
        ui::applyTheme(*qApp, theme);
        const QList<QListWidgetItem *> items = [&] {
            auto *navigation = window.window.findChild<ui::NavigationBar *>(u"navigation"_s);
            QList<QListWidgetItem *> all;
            for (int i = 0; i < navigation->count(); ++i)
                all.append(navigation->item(i));
            return all;
        }();
        CHECK(items.size() > 5);
        for (const QString &page :
             {u"home"_s, u"organization"_s, u"division"_s, u"person"_s, u"party_activity"_s, u"evaluation"_s,
              u"reports"_s, u"journal"_s, u"recyclebin"_s}) {
            window.open(page);
            shoot(page + suffix);
            if (page == u"organization"_s) {
                auto *tabs = window.find<QTabWidget>("tabs");
                tabs->setCurrentIndex(1);
                shoot(u"organization-file"_s + suffix);
                tabs->setCurrentIndex(2);
                shoot(u"organization-history"_s + suffix);
                tabs->setCurrentIndex(0);
            }
        }
    }
}
