// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a list: its heads, the choice of its columns, its export.
#include "core/registry/organization.h"
#include "core/registry/person.h"
#include "core/tabular/tablereader.h"
#include "tests/gui/testsession.h"
#include "tests/support/part.h"
#include "tests/support/teststore.h"
#include "ui/models/duemodel.h"
#include "ui/models/scorecolumns.h"
#include "ui/pages/duepage.h"
#include "ui/pages/evaluationmodel.h"
#include "ui/pages/evaluationpage.h"
#include "ui/pages/recordpage.h"
#include "ui/settings.h"
#include "ui/widgets/columnchooser.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tag.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

/// Clicks on the head of a column, wherever it stands; frozen columns have heads of their own.
void clickHead(ui::DataTable &table, int column)
{
    QHeaderView *heads = table.horizontalHeader();
    if (table.frozenPart() && table.frozenPart()->isVisible() && !table.frozenPart()->isColumnHidden(column))
        heads = table.frozenPart()->horizontalHeader();
    QTest::mouseClick(heads->viewport(), Qt::LeftButton, {},
                      QPoint(heads->sectionViewportPosition(column) + 12, 12));
    QTest::qWait(0);
}

QStringList cells(const QAbstractItemModel &model, int column)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, column).data().toString());
    return all;
}

int columnNamed(const QAbstractItemModel &model, const QString &heading)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal).toString() == heading)
            return column;
    }
    FAIL(heading.toStdString() + " is no column");
    return -1;
}

QStringList reversed(QStringList list)
{
    std::reverse(list.begin(), list.end());
    return list;
}

struct OrganizationList
{
    TestSession test{SampleStore::State::Evaluated};
    ui::RecordPage page{test.session, core::recordType<core::Organization>()};
    ui::DataTable *table = partOf<ui::DataTable>(page, "list");

    OrganizationList()
    {
        showActive(page, {1182, 694});
        page.enter();
        REQUIRE(waitFor([&] { return isThere(); }));
    }
    bool isThere() const
    {
        const QAbstractItemModel &model = *table->model();
        return model.rowCount() > 0 && !cells(model, 0).contains(QString());
    }
    QStringList names() const { return cells(*table->model(), 0); }
};

} // namespace

TEST_CASE("a click on a head of a list sorts it by that column, the next one the other way round")
{
    OrganizationList list;
    const auto all = list.test.store->all<core::Organization>();
    requireOk(all);
    const int column = columnNamed(*list.table->model(), u"统一社会信用代码"_s);
    QStringList codes;
    for (const core::Organization &organization : *all)
        codes.append(organization.creditCode);
    codes.removeAll(QString());
    codes.sort();
    const auto shown = [&] {
        QStringList filled = cells(*list.table->model(), column);
        filled.removeAll(u"—"_s);
        return filled;
    };
    const QStringList before = list.names();
    REQUIRE(shown() != codes);
    clickHead(*list.table, column);
    CHECK(waitFor([&] { return list.isThere() && shown() == codes; }, 5000));
    clickHead(*list.table, column);
    CHECK(waitFor([&] { return list.isThere() && shown() == reversed(codes); }, 5000));
    clickHead(*list.table, 0);
    CHECK(waitFor([&] { return list.names() == before; }, 5000));
    clickHead(*list.table, 0);
    CHECK(waitFor([&] { return list.names() == reversed(before); }, 5000));
    CHECK(list.test.prompt.errors().isEmpty());
}

TEST_CASE("figures above or below a limit are those that are shown: an organization without points has none")
{
    OrganizationList list;
    const auto extras = ui::organizationScoreColumns(*list.test.store);
    ui::RecordPage page(list.test.session, core::recordType<core::Organization>(), extras);
    showActive(page, {1366, 700});
    page.enter();
    auto *table = partOf<ui::DataTable>(page, "list");
    const QAbstractItemModel &model = *table->model();
    const int points = columnNamed(model, u"积分"_s);
    const auto isThere = [&] { return model.rowCount() > 0 && !cells(model, 0).contains(QString()); };
    REQUIRE(waitFor(isThere, 5000));
    const QStringList all = cells(model, points);
    const auto below = [&](double limit) {
        return std::count_if(all.begin(), all.end(), [&](const QString &text) {
            bool isFigure = false;
            const double figure = text.toDouble(&isFigure);
            return isFigure && figure < limit;
        });
    };
    const auto empty = std::count_if(all.begin(), all.end(), [](const QString &text) {
        bool isFigure = false;
        (void)text.toDouble(&isFigure);
        return !isFigure;
    });
    REQUIRE(empty > 0);
    REQUIRE(below(60) > 0);
    table->setFilterText(points, u"<60"_s);
    CHECK(waitFor([&] { return model.rowCount() == below(60); }, 5000));
    table->setFilterText(points, u"<=0"_s);
    CHECK(waitFor([&] { return model.rowCount() == below(0.01); }, 5000));
    table->setFilterText(points, u"无"_s);
    CHECK(waitFor([&] { return model.rowCount() == empty; }, 5000));
    // Their heads take no arrow from the column that sorts.
    table->clearFilters();
    CHECK(waitFor([&] { return model.rowCount() == all.size() && isThere(); }, 5000));
    clickHead(*table, 0);
    REQUIRE(waitFor([&] { return table->horizontalHeader()->sortIndicatorSection() == 0; }, 5000));
    static_cast<QAbstractItemView *>(table)->scrollTo(model.index(0, points));
    clickHead(*table, points);
    CHECK(table->horizontalHeader()->sortIndicatorSection() == 0);
}

TEST_CASE("a head that cannot sort keeps the order and the arrow where they were")
{
    OrganizationList list;
    ui::EvaluationPage page(list.test.session);
    showActive(page, {1182, 694});
    page.enter();
    auto *results = partOf<ui::DataTable>(page, "results");
    REQUIRE(waitFor([&] { return results->model()->rowCount() > 0; }));
    clickHead(*results, ui::EvaluationModel::Change);
    CHECK(results->horizontalHeader()->sortIndicatorSection() == -1);
    clickHead(*results, ui::EvaluationModel::Extra);
    CHECK(results->horizontalHeader()->sortIndicatorSection() == -1);
    CHECK(results->model()->index(0, ui::EvaluationModel::Rank).data().toString() == u"1"_s);
}

TEST_CASE("the heads of the evaluation sort by points and names, and back by place from either end")
{
    TestSession test(SampleStore::State::Evaluated);
    ui::EvaluationPage page(test.session);
    showActive(page, {1182, 694});
    page.enter();
    auto *table = partOf<ui::DataTable>(page, "results");
    const QAbstractItemModel &model = *table->model();
    REQUIRE(waitFor([&] { return model.rowCount() > 0; }));
    const auto points = [&](int column) {
        std::vector<core::Decimal> all;
        for (const QString &text : cells(model, column)) {
            if (const auto value = core::Decimal::fromString(text))
                all.push_back(*value);
        }
        return all;
    };
    const auto rises = [&](int column) {
        const std::vector<core::Decimal> all = points(column);
        return all.size() > 50 && std::is_sorted(all.begin(), all.end());
    };
    const auto falls = [&](int column) {
        const std::vector<core::Decimal> all = points(column);
        return all.size() > 50 && std::is_sorted(all.rbegin(), all.rend());
    };
    for (const core::Ranking ranking : core::allOf<core::Ranking>()) {
        const int column = ui::EvaluationModel::columnOf(ranking);
        INFO("column " << column);
        clickHead(*table, column);
        CHECK(waitFor([&] { return rises(column); }, 5000));
        clickHead(*table, column);
        CHECK(waitFor([&] { return falls(column); }, 5000));
    }
    clickHead(*table, ui::EvaluationModel::Total);
    CHECK(waitFor([&] { return rises(ui::EvaluationModel::Total); }, 5000));
    clickHead(*table, ui::EvaluationModel::Rank);
    CHECK(
        waitFor([&] { return falls(ui::EvaluationModel::Total) && rises(ui::EvaluationModel::Rank); }, 5000));
    clickHead(*table, ui::EvaluationModel::Rank);
    CHECK(
        waitFor([&] { return rises(ui::EvaluationModel::Total) && falls(ui::EvaluationModel::Rank); }, 5000));
}

TEST_CASE("the heads of what is due sort by day and by organization")
{
    TestSession test(SampleStore::State::Empty);
    requireOk(test.store->change(u"新增"_s, [](core::Change &change) -> core::Status {
        int day = 3;
        for (const QString &name : {u"丁会"_s, u"甲会"_s, u"丙会"_s, u"乙会"_s}) {
            day = day * 3 % 11; // 9, 5, 4, 1
            core::Organization one;
            one.name = name;
            one.termEndsOn = QDate(2025, 11, day);
            CORE_TRY(change.insert(one));
        }
        return core::ok();
    }));
    ui::DuePage page(test.session);
    showActive(page, {1182, 694});
    page.enter();
    auto *table = partOf<ui::DataTable>(page, "list");
    REQUIRE(waitFor([&] { return table->model()->rowCount() == 4; }));
    const auto days = [&] { return cells(*table->model(), ui::DueModel::Day); };
    QStringList rising = days();
    std::sort(rising.begin(), rising.end());
    clickHead(*table, ui::DueModel::Day);
    CHECK(days() == rising);
    clickHead(*table, ui::DueModel::Day);
    CHECK(days() == reversed(rising));
    clickHead(*table, ui::DueModel::Organization);
    CHECK(cells(*table->model(), ui::DueModel::Organization) ==
          QStringList{u"丙会"_s, u"丁会"_s, u"甲会"_s, u"乙会"_s}); // bing, ding, jia, yi
}

TEST_CASE("a column is chosen below its button, is remembered, and the default comes back with its ticks")
{
    OrganizationList list;
    const auto headings = [&] {
        QStringList all;
        for (int column = 0; column < list.table->model()->columnCount(); ++column)
            all.append(list.table->model()->headerData(column, Qt::Horizontal).toString());
        return all;
    };
    const QStringList usual = headings();
    REQUIRE_FALSE(usual.contains(u"登记日期"_s));
    clickHead(*list.table, 0); // the order goes with the columns it was chosen on
    QTest::mouseClick(partOf<QPushButton>(list.page, "chooseColumns"), Qt::LeftButton);
    auto *chooser = list.page.findChild<ui::ColumnChooser *>();
    REQUIRE(chooser);
    const auto entry = [&](const QString &title) {
        const QList<QListWidgetItem *> found = chooser->list()->findItems(title, Qt::MatchExactly);
        REQUIRE(found.size() == 1);
        return found.front();
    };
    QListWidget *ticks = chooser->list();
    ticks->setFocus();
    ticks->setCurrentItem(entry(u"登记日期"_s));
    QTest::keyClick(ticks, Qt::Key_Space);
    CHECK(headings().contains(u"登记日期"_s));
    CHECK(list.table->horizontalHeader()->sortIndicatorSection() == -1);
    CHECK(ui::settings::columns.of(u"organization"_s).value().contains(u"registered_on"_s));
    QTest::mouseClick(partOf<QPushButton>(*chooser, "resetColumns"), Qt::LeftButton);
    CHECK(headings() == usual);
    CHECK((entry(u"登记日期"_s)->checkState() == Qt::Unchecked));
    CHECK(ui::settings::columns.of(u"organization"_s).value().isEmpty());
    QTest::keyClick(chooser, Qt::Key_Escape);
    CHECK(waitFor([&] { return list.page.findChild<ui::ColumnChooser *>() == nullptr; }, 2000));
}

TEST_CASE("a list is exported as it is filtered and sorted, with its columns and persons covered")
{
    OrganizationList list;
    ui::settings::columns.of(u"organization"_s).keep({u"name"_s, u"legal_representative"_s});
    ui::RecordPage page(list.test.session, core::recordType<core::Organization>());
    ui::settings::columns.of(u"organization"_s).keep({});
    showActive(page, {1182, 694});
    auto *table = partOf<ui::DataTable>(page, "list");
    table->setFilterText(0, u"协会"_s);
    clickHead(*table, 0);
    clickHead(*table, 0); // from the last to the first
    const qint64 wanted = *list.test.store->count(
        {.type = u"organization"_s,
         .where = core::Condition::compare(core::Condition::Op::Contains, u"name"_s, u"协会"_s)});
    REQUIRE(wanted > 3);
    REQUIRE(waitFor([&] { return table->model()->rowCount() == wanted; }));
    REQUIRE(waitFor([&] { return !cells(*table->model(), 0).contains(QString()); }));
    const QStringList shown = cells(*table->model(), 0);
    const QString path = list.test.store.folder() + u"/名单.xlsx"_s;
    list.test.prompt.answer(path);
    QTest::mouseClick(partOf<QPushButton>(page, "exportList"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return list.test.navigator.told.size() == 1; }));
    CHECK(list.test.navigator.told.front() == u"已导出 %1 条到 %2"_s.arg(wanted).arg(path));
    auto reader = core::openTable(path);
    requireOk(reader);
    const auto rows = (*reader)->peek(int(wanted) + 5);
    requireOk(rows);
    QStringList names;
    bool isCovered = true;
    for (size_t row = rows->size() - size_t(wanted); row < rows->size(); ++row) {
        names.append((*rows)[row].at(0).text);
        const QString person = (*rows)[row].at(1).text;
        isCovered = isCovered && (person.isEmpty() || person.contains(u'*'));
    }
    CHECK(names == shown);
    CHECK(isCovered);
}

TEST_CASE("a covered column is not filtered digit by digit before it is shown, which is noted")
{
    TestSession test(SampleStore::State::Empty);
    core::Organization organization = someOrganization(u"示范县葡萄协会"_s);
    requireOk(insertOne(*test.store, organization));
    for (const auto &[name, phone] :
         {std::pair{u"陈小明"_s, u"13812345678"_s}, std::pair{u"李红"_s, u"13900001111"_s}}) {
        core::Person person{.organization = organization.id, .name = name};
        person.phone = phone;
        person.politicalStatus = core::PoliticalStatus::Masses;
        requireOk(insertOne(*test.store, person));
    }
    const auto columns = ui::settings::columns.of(u"person"_s);
    columns.keep({u"name"_s, u"phone"_s, u"political_status"_s});
    ui::RecordPage page(test.session, core::recordType<core::Person>());
    columns.keep({});
    showActive(page, {1182, 694});
    page.enter();
    auto *table = partOf<ui::DataTable>(page, "list");
    auto *hint = partOf<QLabel>(page, "coverHint");
    auto *uncover = partOf<QPushButton>(page, "uncover");
    auto *counted = partOf<ui::Tag>(page, "clearFilters");
    const QAbstractItemModel &model = *table->model();
    REQUIRE(waitFor([&] { return model.rowCount() == 2; }));
    const int phone = columnNamed(model, u"电话"_s);
    auto *edit = qobject_cast<QLineEdit *>(table->filterEditor(phone));
    REQUIRE(edit);
    const auto says = [&](const QString &text) {
        return waitFor([&] { return counted->text() == text; }, 5000);
    };

    edit->setFocus();
    QTest::keyClicks(edit, u"138"_s);
    CHECK(says(u"已筛选 1 / 2"_s)); // 138****5678 shows it
    QTest::keyClicks(edit, u"1"_s);
    CHECK(says(u"已筛选 0 / 2"_s));
    CHECK(hint->isVisible());
    CHECK(hint->text().contains(u"“电话”遮盖着"_s));
    CHECK(hint->text().contains(u"显示完整信息"_s));
    keepPicture(page, u"list-covered-filter"_s);
    QTest::keyClicks(edit, u"2345678"_s);
    CHECK(says(u"已筛选 1 / 2"_s)); // all of it, by who has it
    CHECK(cells(model, phone) == QStringList{u"138****5678"_s});

    // A choice has so few values that each would tell.
    auto *choice = qobject_cast<QComboBox *>(table->filterEditor(columnNamed(model, u"政治面貌"_s)));
    REQUIRE(choice);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    CHECK(waitFor([&] { return hint->text().contains(u"“政治面貌”遮盖着，不能按它挑选"_s); }, 5000));
    CHECK(choice->currentIndex() == 0);
    CHECK(counted->text() == u"已筛选 1 / 2"_s);

    QTest::mouseClick(uncover, Qt::LeftButton);
    CHECK(waitFor([&] { return cells(model, phone) == QStringList{u"13812345678"_s}; }, 5000));
    CHECK_FALSE(hint->isVisible());
    const auto noted = test.store->journal(1);
    requireOk(noted);
    CHECK(noted->front().what == u"在列表里显示了负责人，未遮盖个人信息"_s);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, u"4567"_s);
    CHECK(says(u"已筛选 1 / 2"_s));
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_End);
    CHECK(choice->currentIndex() > 0);
    keepPicture(page, u"list-uncovered"_s);

    page.hide();
    static_cast<QWidget &>(page).show();
    CHECK(waitFor([&] { return !cells(model, phone).contains(u"13812345678"_s); }, 5000));
    CHECK(choice->currentIndex() == 0);
    CHECK(says(u"已筛选 0 / 2"_s)); // the four digits are asked of what is seen
    CHECK(uncover->text() == u"显示完整信息"_s);
}
