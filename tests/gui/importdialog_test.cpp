// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/testsession.h"
#include "tests/support/catch.h"

#include "core/registry/organization.h"
#include "core/sample/samplefiles.h"
#include "core/tabular/tablereader.h"
#include "core/tabular/tablewriter.h"
#include "tests/support/teststore.h"
#include "ui/dialogs/importdialog.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tag.h"

#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace {

qint64 countOf(core::Store &store, const QString &type)
{
    core::Query query;
    query.type = type;
    const auto count = store.count(query);
    requireOk(count);
    return *count;
}

/// A dialog over a window, as the clerk has it before her.
struct OpenedDialog
{
    explicit OpenedDialog(TestSession &session)
        : dialog(new ui::ImportDialog(session.session, &window))
    {
        showActive(window, {1182, 694});
        dialog->open();
        QApplication::setActiveWindow(dialog);
    }
    QPushButton *button(const char *name) const
    {
        return dialog->findChild<QPushButton *>(QLatin1StringView(name));
    }
    QString text(const char *name) const
    {
        return dialog->findChild<QAbstractButton *>(QLatin1StringView(name))->text();
    }
    ui::DataTable *table(const char *name) const
    {
        return dialog->findChild<ui::DataTable *>(QLatin1StringView(name));
    }

    QWidget window;
    QPointer<ui::ImportDialog> dialog;
};

QString cellText(const ui::DataTable &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

/// The sample workbook of a type.
QString workbookOf(const QString &type)
{
    const auto files = core::sampleFiles({.organizations = 120});
    requireOk(files);
    const auto file = std::find_if(files->begin(), files->end(),
                                   [&](const core::SampleFile &candidate) { return candidate.type == type; });
    REQUIRE(file != files->end());
    return QDir(SampleStore::workbooks()).filePath(file->name);
}

/// Three organizations, one of them without a kind that anybody knows.
QString sheetWithABadRow(const QString &folder)
{
    const QString path = folder + u"/新登记.xlsx"_s;
    auto writer = core::createTable(path);
    requireOk(writer);
    requireOk((*writer)->addSheet(u"名单"_s, {{u"单位名称"_s}, {u"类型"_s}, {u"食堂"_s}},
                                  {u"示范县新登记社会组织"_s}));
    for (const auto &[name, kind] :
         {std::pair{u"示范县甲协会"_s, u"社会团体"_s}, std::pair{u"示范县乙中心"_s, u"民办非企业单位"_s},
          std::pair{u"示范县丙公司"_s, u"有限公司"_s}}) {
        const core::Cell cells[] = {core::Cell::fromText(name), core::Cell::fromText(kind), {}};
        requireOk((*writer)->writeRow(cells));
    }
    requireOk((*writer)->finish());
    return path;
}

} // namespace

TEST_CASE("a dropped workbook is recognized, checked, imported and taken back again by keys alone")
{
    TestSession test(SampleStore::State::Empty);
    OpenedDialog opened(test);
    REQUIRE(!opened.button("accept")->isEnabled());
    opened.dialog->setFile(workbookOf(u"division"_s));
    REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));
    REQUIRE(opened.dialog->findChild<QComboBox *>(u"type"_s)->currentText() == u"区划"_s);
    REQUIRE(opened.table("columns")->model()->rowCount() >= 4);
    keepPicture(*opened.dialog, u"import-columns"_s);

    const qint64 before = countOf(*test.store, u"division"_s);
    QTest::keyClick(opened.dialog, Qt::Key_Return);
    REQUIRE(waitFor([&] { return opened.text("accept").startsWith(u"导入"_s); }));
    REQUIRE(countOf(*test.store, u"division"_s) == before); // the check changes nothing
    keepPicture(*opened.dialog, u"import-checked"_s);
    QTest::keyClick(opened.dialog, Qt::Key_Return);
    REQUIRE(waitFor([&] { return opened.dialog.isNull(); }));
    REQUIRE(countOf(*test.store, u"division"_s) > before);
    REQUIRE(test.prompt.errors().isEmpty());
    REQUIRE(test.navigator.told.size() == 1);

    test.navigator.lastAction();
    REQUIRE(waitFor([&] { return test.navigator.told.size() == 2; }));
    REQUIRE(countOf(*test.store, u"division"_s) == before);
}

TEST_CASE("every sample workbook is recognized as what it is")
{
    const auto files = core::sampleFiles({.organizations = 120});
    requireOk(files);
    for (const core::SampleFile &file : *files) {
        const auto preview = core::previewTable(QDir(SampleStore::workbooks()).filePath(file.name));
        requireOk(preview);
        INFO(file.name.toStdString() << ": " << preview->problem.toStdString());
        REQUIRE(preview->type);
        REQUIRE(QString::fromLatin1(preview->type->key) == file.type);
    }
}

TEST_CASE("rows that cannot be taken are listed with the reason and handed back as a sheet")
{
    TestSession test(SampleStore::State::Empty);
    OpenedDialog opened(test);
    test.prompt.answer(sheetWithABadRow(test.store.folder()));
    QTest::mouseClick(opened.button("chooseFile"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));
    REQUIRE(opened.dialog->findChild<QComboBox *>(u"type"_s)->currentData().toString() == u"organization"_s);
    REQUIRE(cellText(*opened.table("columns"), 0, 2) == u"名称"_s);
    REQUIRE(cellText(*opened.table("columns"), 0, 3) == u"示范县甲协会"_s);
    REQUIRE(cellText(*opened.table("columns"), 2, 2) == u"不读入"_s);

    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.text("refused") == u"退回 1"_s; }));
    REQUIRE(opened.text("added") == u"新增 2"_s);
    REQUIRE(cellText(*opened.table("refusals"), 0, 0) == u"5"_s);
    REQUIRE(cellText(*opened.table("refusals"), 0, 1).contains(u"有限公司"_s));
    keepPicture(*opened.dialog, u"import-refused"_s);

    const QString saved = test.store.folder() + u"/退回.xlsx"_s;
    test.prompt.answer(saved);
    QTest::mouseClick(opened.button("saveRefused"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return test.navigator.told.size() == 1; }));
    auto reader = core::openTable(saved);
    requireOk(reader);
    const auto rows = (*reader)->peek(10);
    requireOk(rows);
    REQUIRE(rows->back().at(0).text == u"示范县丙公司"_s);
    REQUIRE(rows->back().at(3).text.contains(u"有限公司"_s));

    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.dialog.isNull(); }));
    REQUIRE(countOf(*test.store, u"organization"_s) == 2);
}

TEST_CASE("what a sheet changes is shown old and new before the import, and reached by keys")
{
    TestSession test(SampleStore::State::Empty);
    core::Organization organization = someOrganization(u"示范县甲协会"_s);
    organization.kind = core::OrganizationKind::Association;
    organization.address = u"园区路 8 号"_s;
    organization.contactPhone = u"13812341020"_s;
    requireOk(insertOne(*test.store, organization));
    const QString path = test.store.folder() + u"/台账.csv"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(
        "名称,类型,住所,联系电话,登记日期\n示范县甲协会,社会团体,园区路 18 号,13900004471,2023-02-30\n");
    file.close();
    OpenedDialog opened(test);
    opened.dialog->setFile(path);
    REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));
    auto *tabs = opened.dialog->findChild<QTabBar *>(u"parts"_s);
    REQUIRE(tabs);
    CHECK_FALSE(tabs->isTabVisible(1));
    QTest::keyClick(opened.dialog, Qt::Key_Return);
    REQUIRE(waitFor(
        [&] { return opened.text("updated") == u"更新 1"_s && opened.button("accept")->isEnabled(); }));
    CHECK(tabs->tabText(1) == u"变动 2 处"_s);
    CHECK(tabs->currentIndex() == 1);
    ui::DataTable *changes = opened.table("changes");
    CHECK(changes->isVisible());
    REQUIRE(changes->model()->rowCount() == 2);
    CHECK(cellText(*changes, 0, 0) == u"2"_s);
    CHECK(cellText(*changes, 0, 1) == u"示范县甲协会"_s);
    CHECK(cellText(*changes, 1, 1).isEmpty()); // it stands once
    QStringList lines;
    for (int row = 0; row < 2; ++row)
        lines.append(cellText(*changes, row, 2) + u' ' + cellText(*changes, row, 3) + u'→' +
                     cellText(*changes, row, 4));
    CHECK(lines.contains(u"住所 园区路 8 号→园区路 18 号"_s));
    CHECK(lines.contains(u"联系电话 138****1020→139****4471"_s));
    keepPicture(*opened.dialog, u"import-changes"_s);

    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Left);
    CHECK(opened.table("columns")->isVisible());
    QTest::keyClick(tabs, Qt::Key_Right);
    REQUIRE(changes->isVisible());
    QTest::keyClick(tabs, Qt::Key_Tab);
    CHECK(changes->hasFocus());
    QTest::keyClick(changes, Qt::Key_End, Qt::ControlModifier);
    CHECK(changes->currentIndex().row() == 1);

    // The date that cannot be is handed back beside the name, to be mended.
    CHECK(opened.text("leftOut") == u"没有采用 1 格"_s);
    const QString saved = test.store.folder() + u"/改.csv"_s;
    test.prompt.answer(saved);
    QTest::mouseClick(opened.button("saveRefused"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return test.navigator.told.size() == 1; }));
    CHECK(test.navigator.told.front().startsWith(u"没有采用的 1 格已存为"_s));
    QFile rest(saved);
    REQUIRE(rest.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(rest.readAll()).contains(u"示范县甲协会,,,,2023-02-30,"_s));
    rest.close();
    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.dialog.isNull(); }));
}

TEST_CASE("after an import without some cells the dialog stays until they are taken away or left")
{
    TestSession test(SampleStore::State::Empty);
    const QString path = test.store.folder() + u"/台账.csv"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("名称,类型,登记日期\n示范县甲协会,社会团体,2023-02-30\n");
    file.close();
    OpenedDialog opened(test);
    opened.dialog->setFile(path);
    REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));
    QTest::keyClick(opened.dialog, Qt::Key_Return);
    REQUIRE(waitFor([&] { return opened.text("accept") == u"导入 1 行"_s; }));
    QTest::keyClick(opened.dialog, Qt::Key_Return);
    REQUIRE(waitFor([&] { return opened.text("accept") == u"关闭"_s; }));
    CHECK(opened.dialog->findChild<QLabel *>(u"hint"_s)->text().contains(u"没有采用的 1 格没有导入"_s));
    CHECK(opened.button("saveRefused")->isVisible());
    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.dialog.isNull(); }));
}

TEST_CASE("of a workbook with two sheets the one that is chosen by keys is read, checked and imported")
{
    TestSession test(SampleStore::State::Empty);
    const QString path = test.store.folder() + u"/两张表.xlsx"_s;
    auto writer = core::createTable(path);
    requireOk(writer);
    for (const QString &name : {u"甲"_s, u"乙"_s}) {
        requireOk((*writer)->addSheet(name + u"表"_s, {{u"单位名称"_s}, {u"类型"_s}}));
        const core::Cell cells[] = {core::Cell::fromText(u"示范县%1协会"_s.arg(name)),
                                    core::Cell::fromText(u"社会团体"_s)};
        requireOk((*writer)->writeRow(cells));
    }
    requireOk((*writer)->finish());
    OpenedDialog opened(test);
    opened.dialog->setFile(path);
    REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));
    auto *sheet = opened.dialog->findChild<QComboBox *>(u"sheet"_s);
    REQUIRE(sheet);
    REQUIRE(sheet->count() == 2);
    CHECK(sheet->isEnabled());
    CHECK(sheet->currentText() == u"甲表"_s);
    REQUIRE(waitFor([&] { return cellText(*opened.table("columns"), 0, 3) == u"示范县甲协会"_s; }, 5000));
    sheet->setFocus();
    QTest::keyClick(sheet, Qt::Key_Down);
    REQUIRE(waitFor([&] { return cellText(*opened.table("columns"), 0, 3) == u"示范县乙协会"_s; }, 5000));
    CHECK(sheet->currentText() == u"乙表"_s);
    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(
        waitFor([&] { return opened.text("added") == u"新增 1"_s && opened.button("accept")->isEnabled(); }));
    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.dialog.isNull(); }));
    const auto all = test.store->all<core::Organization>();
    requireOk(all);
    REQUIRE(all->size() == 1);
    CHECK(all->front().name == u"示范县乙协会"_s);
}

TEST_CASE("each sheet is looked at anew until the clerk has chosen the register herself")
{
    TestSession test(SampleStore::State::Empty);
    const QString path = test.store.folder() + u"/台账和年检.xlsx"_s;
    auto writer = core::createTable(path);
    requireOk(writer);
    struct Sheet
    {
        QString name;
        QStringList head, row;
    };
    const Sheet sheets[] = {
        {u"台账"_s,
         {u"单位名称"_s, u"类型"_s, u"住所"_s, u"注册资金"_s},
         {u"甲协会"_s, u"社会团体"_s, u"东路 1 号"_s, u"30000"_s}},
        {u"年检"_s, {u"单位名称"_s, u"年检年度"_s, u"年检结论"_s}, {u"甲协会"_s, u"2024"_s, u"合格"_s}}};
    for (const Sheet &one : sheets) {
        std::vector<core::WriteColumn> columns;
        std::vector<core::Cell> cells;
        for (const QString &heading : one.head)
            columns.push_back({heading});
        for (const QString &text : one.row)
            cells.push_back(core::Cell::fromText(text));
        requireOk((*writer)->addSheet(one.name, columns));
        requireOk((*writer)->writeRow(cells));
    }
    requireOk((*writer)->finish());
    OpenedDialog opened(test);
    opened.dialog->setFile(path);
    auto *type = opened.dialog->findChild<QComboBox *>(u"type"_s);
    auto *sheet = opened.dialog->findChild<QComboBox *>(u"sheet"_s);
    REQUIRE((type && sheet));
    const auto shows = [&](const char *key) {
        return waitFor([&] { return type->currentData().toString() == QLatin1StringView(key); }, 5000);
    };
    const auto press = [](QComboBox *list, Qt::Key key) {
        list->setFocus();
        QTest::keyClick(list, key);
    };
    REQUIRE(shows("organization"));
    press(sheet, Qt::Key_Down);
    REQUIRE(shows("inspection"));
    press(sheet, Qt::Key_Up);
    REQUIRE(shows("organization"));
    press(type, Qt::Key_Home);
    const QString chosen = type->currentData().toString();
    REQUIRE(chosen != u"inspection"_s);
    press(sheet, Qt::Key_Down);
    REQUIRE(waitFor([&] { return cellText(*opened.table("columns"), 1, 1) == u"年检年度"_s; }, 5000));
    CHECK(type->currentData().toString() == chosen);
}

TEST_CASE("a file that is no table is refused with a sentence and nothing can be imported")
{
    TestSession test(SampleStore::State::Empty);
    OpenedDialog opened(test);
    const QString path = test.store.folder() + u"/图片.xlsx"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("\x89PNG\r\n\x1a\n and so on");
    file.close();
    opened.dialog->setFile(path);
    auto *hint = opened.dialog->findChild<QLabel *>(u"hint"_s);
    REQUIRE(waitFor([&] { return hint->text().contains(u"选择另一个 .xlsx、.xls 或 .csv 表格"_s); }, 5000));
    REQUIRE(!opened.button("accept")->isEnabled());
    QTest::keyClick(opened.dialog, Qt::Key_Escape);
    REQUIRE(waitFor([&] { return opened.dialog.isNull(); }, 2000));
}

TEST_CASE("a column is read into the field that its list says, and so is the next sheet of the same layout")
{
    TestSession test(SampleStore::State::Empty);
    const auto sheet = [&](const QString &name, const QString &organization) {
        const QString path = test.store.folder() + u'/' + name;
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(u"名称,类型,别称,注册资金,办公楼\n%1,社会团体,旧名,30000,东路 1 号\n"_s.arg(organization)
                       .toUtf8());
        file.close();
        return path;
    };
    const auto list = [](const OpenedDialog &opened, const QString &letter) {
        auto *found = opened.dialog->findChild<QComboBox *>(u"meaning-"_s + letter);
        REQUIRE(found);
        return found;
    };
    // Chooses by keys, as the clerk does.
    const auto choose = [&](const OpenedDialog &opened, const QString &letter, const QString &field) {
        QComboBox *fields = list(opened, letter);
        const int wanted = fields->findText(field);
        REQUIRE(wanted >= 0);
        fields->setFocus();
        while (fields->currentIndex() != wanted)
            QTest::keyClick(fields, fields->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    };
    {
        OpenedDialog opened(test);
        opened.dialog->setFile(sheet(u"一.csv"_s, u"甲协会"_s));
        REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));
        CHECK(list(opened, u"A"_s)->currentText() == u"名称"_s);
        CHECK(list(opened, u"E"_s)->currentText() == u"不读入"_s);
        CHECK(list(opened, u"D"_s)->currentText() == u"注册资金"_s);
        keepPicture(*opened.dialog, u"import-mapping"_s);

        // Without the names the sheet says nothing, which is told; what was chosen stays to be seen.
        choose(opened, u"A"_s, u"不读入"_s);
        auto *hint = opened.dialog->findChild<QLabel *>(u"hint"_s);
        REQUIRE(waitFor([&] { return hint->text().contains(u"找不到“名称”的列"_s); }, 5000));
        CHECK_FALSE(opened.button("accept")->isEnabled());
        CHECK(list(opened, u"A"_s)->currentText() == u"不读入"_s);
        choose(opened, u"A"_s, u"名称"_s);
        REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));
        choose(opened, u"E"_s, u"住所"_s);
        REQUIRE(waitFor([&] { return cellText(*opened.table("columns"), 4, 2) == u"住所"_s; }, 5000));
        choose(opened, u"D"_s, u"不读入"_s);
        REQUIRE(waitFor([&] { return cellText(*opened.table("columns"), 3, 2) == u"不读入"_s; }, 5000));
        REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));

        QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
        REQUIRE(waitFor([&] { return opened.text("added") == u"新增 1"_s; }));
        QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
        REQUIRE(waitFor([&] { return opened.dialog.isNull(); }));
    }
    REQUIRE(test.prompt.errors().isEmpty());
    const auto first = test.store->all<core::Organization>();
    requireOk(first);
    REQUIRE(first->size() == 1);
    CHECK(first->front().name == u"甲协会"_s);
    CHECK(first->front().address == u"东路 1 号"_s);
    CHECK_FALSE(first->front().registeredCapital);

    OpenedDialog next(test);
    next.dialog->setFile(sheet(u"二.csv"_s, u"乙协会"_s));
    REQUIRE(waitFor([&] { return next.button("accept")->isEnabled(); }, 5000));
    CHECK(list(next, u"E"_s)->currentText() == u"住所"_s);
    CHECK(list(next, u"D"_s)->currentText() == u"不读入"_s);
    QTest::keyClick(next.dialog, Qt::Key_Escape);
    REQUIRE(waitFor([&] { return next.dialog.isNull(); }, 2000));
}

TEST_CASE("a field that is chosen for a second column is read from that one only")
{
    TestSession test(SampleStore::State::Empty);
    const QString path = test.store.folder() + u"/两列.csv"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("名称,类型,注册资金,注册资金（万元）\n甲协会,社会团体,3,3\n");
    file.close();
    OpenedDialog opened(test);
    opened.dialog->setFile(path);
    REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));
    auto *second = opened.dialog->findChild<QComboBox *>(u"meaning-D"_s);
    REQUIRE(second);
    REQUIRE(second->currentText() == u"不读入"_s);
    const int wanted = second->findText(u"注册资金"_s);
    second->setFocus();
    QTest::keyClick(second, Qt::Key_Home);
    for (int i = 0; i < wanted; ++i)
        QTest::keyClick(second, Qt::Key_Down);
    REQUIRE(waitFor([&] { return cellText(*opened.table("columns"), 2, 2) == u"不读入"_s; }, 5000));
    CHECK(cellText(*opened.table("columns"), 3, 2) == u"注册资金"_s);
    CHECK(QApplication::focusWidget() == second); // the next arrow is for the same list
    REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));
    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.text("added") == u"新增 1"_s; }));
    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.dialog.isNull(); }));
    const auto all = test.store->all<core::Organization>();
    requireOk(all);
    CHECK(all->front().registeredCapital == core::Money{3'000'000});
}

TEST_CASE("another register is chosen after a column was mapped: the fields to choose from are its own")
{
    TestSession test(SampleStore::State::Empty);
    const QString path = test.store.folder() + u"/名单.csv"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("名称,类型,办公楼,级别,代码\n北亭镇,社会团体,东路 1 号,镇街,330421100\n");
    file.close();
    OpenedDialog opened(test);
    opened.dialog->setFile(path);
    REQUIRE(waitFor([&] { return opened.button("accept")->isEnabled(); }, 5000));
    auto *type = opened.dialog->findChild<QComboBox *>(u"type"_s);
    const auto list = [&](const QString &letter) {
        return opened.dialog->findChild<QComboBox *>(u"meaning-"_s + letter);
    };
    const auto choose = [](QComboBox *box, const QString &text) {
        const int wanted = box->findText(text);
        REQUIRE(wanted >= 0);
        box->setFocus();
        while (box->currentIndex() != wanted)
            QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    };
    const auto read = [&](int row, const QString &meaning) {
        return waitFor([&] { return cellText(*opened.table("columns"), row, 2) == meaning; }, 5000);
    };
    const auto ready = [&](const QString &title) {
        return waitFor([&] { return type->currentText() == title && opened.button("accept")->isEnabled(); },
                       5000);
    };
    choose(type, u"社会组织"_s);
    REQUIRE(ready(u"社会组织"_s));
    choose(list(u"C"_s), u"住所"_s);
    REQUIRE(read(2, u"住所"_s));
    choose(type, u"区划"_s);
    REQUIRE(ready(u"区划"_s));
    REQUIRE(read(2, u"不读入"_s));
    CHECK(list(u"C"_s)->findText(u"住所"_s) < 0);
    CHECK(read(3, u"级别"_s));
    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.text("added") == u"新增 1"_s; }));
    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.text("accept") == u"关闭"_s; })); // 社会团体 is no class of places
    QTest::mouseClick(opened.button("accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.dialog.isNull(); }));
    CHECK(countOf(*test.store, u"division"_s) > 0);
    CHECK(countOf(*test.store, u"organization"_s) == 0);
}
