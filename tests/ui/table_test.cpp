// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "ui/widgets/datatable.h"
#include "ui/widgets/filterheader.h"
#include "ui/widgets/tabletext.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A table of eight columns and forty rows, wider than its window.
struct Sheet
{
    Sheet()
        : model(40, 8)
    {
        for (int row = 0; row < 40; ++row) {
            for (int column = 0; column < 8; ++column)
                model.setData(model.index(row, column), u"%1-%2"_s.arg(row).arg(column));
        }
        for (int column = 0; column < 8; ++column)
            model.setHeaderData(column, Qt::Horizontal, u"列%1"_s.arg(column));
        table.setModel(&model);
        for (int column = 0; column < 8; ++column)
            table.setColumnWidth(column, 120);
        table.resize(500, 400);
    }
    void open()
    {
        table.show();
        QApplication::setActiveWindow(&table);
        table.setFocus();
    }

    QStandardItemModel model;
    ui::DataTable table;
};

} // namespace

TEST_CASE("cells go out as tab-separated text that spreadsheets read back as the same text")
{
    CHECK(ui::toTsv({{u"名称"_s, u"积分"_s}, {u"甲"_s, u"57.5"_s}}) == u"名称\t积分\n甲\t57.5"_s);
    CHECK(ui::toTsv({{u"一行\n二行"_s, u"带\t制表"_s, u"\"引号\""_s}}) ==
          u"\"一行\n二行\"\t\"带\t制表\"\t\"\"\"引号\"\"\""_s);
    // What a spreadsheet would run stays text; negative numbers stay numbers.
    CHECK(ui::toTsv({{u"=1+1"_s, u"+86 573"_s, u"@SUM(A1)"_s, u"-1+2"_s, u" =A1"_s}}) ==
          u"'=1+1\t'+86 573\t'@SUM(A1)\t'-1+2\t' =A1"_s);
    CHECK(ui::toTsv({{u"-3.5"_s, u"+2"_s, u"—"_s}}) == u"-3.5\t+2\t—"_s);
}

TEST_CASE("cells go out as a table too, in which codes are declared text")
{
    const QString html = ui::toHtmlTable({{u"51330421<5"_s, u"57.5"_s}}, {{false, true}});
    CHECK(html.contains(u"<td style=\"mso-number-format:'\\@'\">51330421&lt;5</td><td>57.5</td>"_s));
}

TEST_CASE("Ctrl+C copies the selected rows in the order shown, without hidden columns")
{
    Sheet sheet;
    sheet.open();
    for (int column = 3; column < 8; ++column)
        sheet.table.setColumnHidden(column, true);
    sheet.table.horizontalHeader()->moveSection(0, 1);
    sheet.table.setCurrentIndex(sheet.model.index(4, 0));
    QTest::keyClick(&sheet.table, Qt::Key_Down, Qt::ShiftModifier);
    sheet.model.setData(sheet.model.index(5, 2), u"=1+1"_s);
    sheet.model.setData(sheet.model.index(4, 1), u"330421"_s, ui::CopyRole);
    QTest::keyClick(&sheet.table, Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == u"330421\t4-0\t4-2\n5-1\t5-0\t'=1+1"_s);
    CHECK(QApplication::clipboard()->mimeData()->html().contains(u"=1+1"_s));
}

TEST_CASE("Enter and double click activate a row, arrows report the row they come to")
{
    Sheet sheet;
    sheet.open();
    sheet.table.setCurrentIndex(sheet.model.index(0, 0));
    QSignalSpy activated(&sheet.table, &ui::DataTable::rowActivated);
    QSignalSpy changed(&sheet.table, &ui::DataTable::rowChanged);
    QTest::keyClick(&sheet.table, Qt::Key_Down);
    QTest::keyClick(&sheet.table, Qt::Key_Right); // the same row
    QTest::keyClick(&sheet.table, Qt::Key_Return);
    REQUIRE(activated.size() == 1);
    CHECK(activated[0][0].toModelIndex().row() == 1);
    CHECK(changed.size() == 1);
    const QPoint third = sheet.table.visualRect(sheet.model.index(3, 1)).center();
    QTest::mouseClick(sheet.table.viewport(), Qt::LeftButton, {}, third);
    QTest::mouseDClick(sheet.table.viewport(), Qt::LeftButton, {}, third);
    CHECK(activated.last()[0].toModelIndex().row() == 3);
}

TEST_CASE("filters are typed and chosen, say so, and are taken back by Esc and by their cross")
{
    Sheet sheet;
    sheet.table.setTextFilter(0, u"尾号…"_s);
    sheet.table.setChoiceFilter(1, {u"社会团体"_s, u"基金会"_s});
    sheet.open();
    QSignalSpy changed(&sheet.table, &ui::DataTable::filterChanged);
    auto *edit = qobject_cast<QLineEdit *>(sheet.table.filterEditor(0));
    REQUIRE(edit);
    edit->setFocus();
    QTest::keyClicks(edit, u"54"_s);
    CHECK(changed.size() == 2);
    CHECK(changed.last() == QVariantList{0, u"54"_s});
    CHECK(edit->property("active").toBool());
    QTest::keyClick(edit, Qt::Key_Escape);
    CHECK(changed.last() == QVariantList{0, QString()});
    CHECK_FALSE(edit->property("active").toBool());
    QTest::keyClicks(edit, u"5"_s);
    QTest::mouseClick(edit, Qt::LeftButton, {}, QPoint(edit->width() - 8, edit->height() / 2));
    CHECK(sheet.table.filterText(0).isEmpty());
    auto *combo = qobject_cast<QComboBox *>(sheet.table.filterEditor(1));
    REQUIRE(combo);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    CHECK(changed.last() == QVariantList{1, u"社会团体"_s});
    QTest::mouseClick(combo, Qt::LeftButton, {}, QPoint(combo->width() - 8, combo->height() / 2));
    CHECK(changed.last() == QVariantList{1, QString()});
}

TEST_CASE("filters are reached from the table and left for it by keys")
{
    Sheet sheet;
    sheet.table.setTextFilter(0);
    sheet.table.setTextFilter(1);
    sheet.open();
    sheet.table.setCurrentIndex(sheet.model.index(0, 0));
    QTest::keyClick(&sheet.table, Qt::Key_Up);
    QWidget *first = sheet.table.filterEditor(0);
    CHECK(sheet.table.window()->focusWidget() == first);
    QTest::keyClick(first, Qt::Key_Tab);
    CHECK(sheet.table.window()->focusWidget() == sheet.table.filterEditor(1));
    QTest::keyClick(sheet.table.filterEditor(1), Qt::Key_Down);
    CHECK(sheet.table.window()->focusWidget() == &sheet.table);
}

TEST_CASE("clearing all filters reports each one once")
{
    Sheet sheet;
    sheet.table.setTextFilter(0);
    sheet.table.setChoiceFilter(2, {u"甲"_s});
    sheet.table.setFilterText(0, u"a"_s);
    sheet.table.setFilterText(2, u"甲"_s);
    QSignalSpy changed(&sheet.table, &ui::DataTable::filterChanged);
    sheet.table.clearFilters();
    CHECK(changed.size() == 2);
    CHECK(sheet.table.filterText(0).isEmpty());
    CHECK(sheet.table.filterText(2).isEmpty());
}

TEST_CASE("filters stand below their columns, also when columns are resized, scrolled or hidden")
{
    Sheet sheet;
    sheet.table.setTextFilter(1);
    sheet.table.setTextFilter(2);
    sheet.open();
    // Heads are laid out when control returns to the event loop.
    const auto isBelow = [&](int column) {
        return QTest::qWaitFor([&] {
            const QWidget *editor = sheet.table.filterEditor(column);
            const int left = sheet.table.columnViewportPosition(column);
            return editor->x() >= left && editor->x() < left + 8 &&
                   editor->width() <= sheet.table.columnWidth(column);
        });
    };
    CHECK(isBelow(1));
    sheet.table.setColumnWidth(1, 60);
    CHECK(isBelow(2));
    sheet.table.horizontalScrollBar()->setValue(90);
    CHECK(sheet.table.horizontalScrollBar()->value() == 90);
    CHECK(isBelow(2));
    sheet.table.setColumnHidden(1, true);
    CHECK(QTest::qWaitFor([&] { return !sheet.table.filterEditor(1)->isVisible(); }));
    CHECK(isBelow(2));
}

TEST_CASE("frozen columns stay while the others scroll, with one selection and one filter each")
{
    Sheet sheet;
    sheet.table.setTextFilter(0);
    sheet.table.setTextFilter(3);
    sheet.table.setFrozenColumns(1);
    sheet.table.setTextFilter(1);
    sheet.open();
    QTableView *frozen = sheet.table.frozenPart();
    REQUIRE(frozen);
    CHECK(frozen->isVisible());
    CHECK(frozen->width() == sheet.table.columnWidth(0));
    sheet.table.horizontalScrollBar()->setValue(200);
    CHECK(frozen->columnViewportPosition(0) == 0);
    CHECK(frozen->isColumnHidden(1));
    sheet.table.verticalScrollBar()->setValue(64);
    CHECK(frozen->verticalScrollBar()->value() == 64);
    sheet.table.setCurrentIndex(sheet.model.index(5, 3));
    CHECK(frozen->selectionModel()->isRowSelected(5));
    QSignalSpy changed(&sheet.table, &ui::DataTable::filterChanged);
    QTest::keyClicks(sheet.table.filterEditor(0), u"x"_s);
    CHECK(changed.size() == 1);
    sheet.table.setColumnWidth(0, 150);
    CHECK(frozen->width() == 150);
}

TEST_CASE("a click on a head says how to sort, on frozen and other columns alike")
{
    Sheet sheet;
    sheet.table.enableSorting();
    sheet.table.setFrozenColumns(1);
    sheet.open();
    QHeaderView *heads = sheet.table.horizontalHeader();
    QSignalSpy sorted(heads, &QHeaderView::sortIndicatorChanged);
    const int x = heads->sectionViewportPosition(2) + 30;
    QTest::mouseClick(heads->viewport(), Qt::LeftButton, {}, QPoint(x, 15));
    REQUIRE_FALSE(sorted.isEmpty());
    CHECK(sorted.last()[0] == 2);
    QTest::mouseClick(sheet.table.frozenPart()->horizontalHeader()->viewport(), Qt::LeftButton, {},
                      QPoint(30, 15));
    CHECK(sorted.last()[0] == 0);
    const auto first = sorted.last()[1].value<Qt::SortOrder>();
    QTest::mouseClick(sheet.table.frozenPart()->horizontalHeader()->viewport(), Qt::LeftButton, {},
                      QPoint(30, 15));
    CHECK(sorted.last()[1].value<Qt::SortOrder>() != first);
}

TEST_CASE("pages add their verbs to the menu of a row")
{
    Sheet sheet;
    sheet.open();
    int ran = 0;
    QObject::connect(&sheet.table, &ui::DataTable::contextMenuWanted, &sheet.table,
                     [&](QMenu *menu, const QModelIndex &index) {
                         CHECK(index.row() == 2);
                         menu->addAction(u"打开"_s, &sheet.table, [&] { ++ran; });
                     });
    const QPoint at = sheet.table.visualRect(sheet.model.index(2, 0)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, sheet.table.viewport()->mapToGlobal(at));
    QApplication::sendEvent(sheet.table.viewport(), &event);
    auto *menu = sheet.table.findChild<QMenu *>();
    REQUIRE(menu);
    menu->actions().first()->trigger();
    CHECK(ran == 1);
    menu->close();
}

TEST_CASE("rows are 32 high and numbers stand at the right without being told")
{
    Sheet sheet;
    sheet.open();
    CHECK(sheet.table.rowHeight(0) == 32);
    CHECK(ui::isNumber(57));
    CHECK(ui::isNumber(qint64(57)));
    CHECK_FALSE(ui::isNumber(u"57"_s));
}
