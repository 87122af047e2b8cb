// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/testsession.h"
#include "tests/support/catch.h"

#include "core/tabular/tablereader.h"
#include "tests/support/part.h"
#include "tests/support/teststore.h"
#include "ui/pages/evaluationscope.h"
#include "ui/pages/reportspage.h"
#include "ui/print/previewview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tag.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPrintDialog>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

struct OpenedReports
{
    explicit OpenedReports(SampleStore::State state, ui::Theme theme = ui::Theme::Light)
        : test(state)
        , page(test.session)
    {
        showActive(page, {1182, 694}, theme);
        page.enter();
        // Whatever paper comes first: most of what is tested here is said of this one.
        QTest::mouseClick(part<QAbstractButton>("yearEndReports"), Qt::LeftButton);
    }
    template<typename W>
    W *part(const char *name) const
    {
        return partOf<W>(page, name);
    }
    QAbstractItemModel *rows() const { return part<ui::DataTable>("organizations")->model(); }
    bool hasPages() const { return part<ui::PreviewView>("preview")->pageCount() > 0; }

    TestSession test;
    ui::ReportsPage page;
};

QString textOf(const ui::PaperPage &page)
{
    QString text;
    for (const ui::PageItem &item : page.items) {
        if (const auto *line = std::get_if<ui::TextItem>(&item))
            text += line->text;
    }
    return text;
}

} // namespace

TEST_CASE("the preview shows the report of the organization that is chosen, and steps to the next")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    REQUIRE(waitFor([&] { return opened.hasPages(); }, 20'000));
    QTest::qWait(50);
    keepPicture(opened.page, u"reports"_s);
    const QImage first = opened.part<ui::PreviewView>("preview")->grab().toImage();
    QTest::mouseClick(opened.part<QPushButton>("next"), Qt::LeftButton);
    REQUIRE(opened.part<ui::DataTable>("organizations")->currentIndex().row() == 1);
    REQUIRE(
        waitFor([&] { return opened.part<ui::PreviewView>("preview")->grab().toImage() != first; }, 20'000));
    QTest::mouseClick(opened.part<QPushButton>("previous"), Qt::LeftButton);
    REQUIRE(opened.part<ui::DataTable>("organizations")->currentIndex().row() == 0);
    REQUIRE(waitFor([&] { return !opened.part<QPushButton>("previous")->isEnabled(); }, 5000));
    REQUIRE(
        waitFor([&] { return opened.part<ui::PreviewView>("preview")->grab().toImage() == first; }, 20'000));
    REQUIRE(opened.test.prompt.errors().isEmpty());
}

TEST_CASE("a long year is let go when another page comes, and read again for the next visit")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    REQUIRE(waitFor([&] { return opened.hasPages(); }, 20'000));
    const int reports = opened.rows()->rowCount();
    opened.page.leave(); // 120 organizations are few
    REQUIRE(opened.rows()->rowCount() == reports);
    opened.page.setLongYear(100);
    opened.page.leave();
    REQUIRE(opened.rows()->rowCount() == 0);
    REQUIRE_FALSE(opened.hasPages());
    opened.page.enter();
    REQUIRE(waitFor([&] { return opened.hasPages(); }, 20'000));
    REQUIRE(opened.rows()->rowCount() == reports);
    REQUIRE(opened.test.prompt.errors().isEmpty());
}

TEST_CASE("of two long years only one is held: the first is let go before the second is read")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    REQUIRE(waitFor([&] { return opened.hasPages(); }, 20'000));
    const std::weak_ptr<const ui::PaperYear> first = opened.page.findChild<ui::Paper *>()->year();
    REQUIRE_FALSE(first.expired());
    auto *years = opened.part<QComboBox>("year");
    REQUIRE(years->count() == 2);
    opened.page.setLongYear(100);
    QTest::keyClick(years, Qt::Key_Down);
    REQUIRE(opened.rows()->rowCount() == 0); // no event was waited for: the second is not there yet
    REQUIRE_FALSE(opened.hasPages());
    REQUIRE(waitFor([&] { return first.expired(); }));
    REQUIRE(waitFor([&] { return opened.hasPages(); }, 20'000));
}

TEST_CASE("the pages of the preview name the organization that is chosen in the list")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    auto *preview = opened.part<ui::PreviewView>("preview");
    const auto named = [&] { return textOf(preview->pages().pages.front()); };
    for (int row = 0; row < 3; ++row) {
        const QString name = opened.rows()->index(row, 0).data().toString();
        REQUIRE(waitFor([&] { return opened.hasPages() && named().contains(name); }, 20'000));
        if (row > 0) {
            const QString before = opened.rows()->index(row - 1, 0).data().toString();
            REQUIRE((name.contains(before) || !named().contains(before)));
        }
        QTest::keyClick(opened.part<ui::DataTable>("organizations"), Qt::Key_Down);
    }
}

TEST_CASE("what is confirmed in the print dialog goes to the printer, one report after the other")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    REQUIRE(waitFor([&] { return opened.hasPages(); }, 20'000));
    auto *kind = opened.part<QComboBox>("kindFilter");
    QTest::keyClick(kind, Qt::Key_End); // the kind with the fewest
    REQUIRE(waitFor([&] { return opened.hasPages(); }, 20'000));
    const int count = opened.rows()->rowCount();
    REQUIRE(count > 0);
    QTest::mouseClick(opened.part<QPushButton>("printPaper"), Qt::LeftButton);
    auto *dialog = opened.page.findChild<QPrintDialog *>(u"printDialog"_s);
    REQUIRE(dialog);
    REQUIRE(dialog->isVisible());
    // Paper that can be looked at: the last printer of the list writes into a file.
    const QString path = opened.test.store.folder() + u"/paper.pdf"_s;
    auto *printers = dialog->findChild<QComboBox *>(u"printers"_s);
    REQUIRE(printers);
    QTest::keyClick(printers, Qt::Key_End);
    auto *file = dialog->findChild<QLineEdit *>(u"filename"_s);
    REQUIRE(file);
    QTest::keyClick(file, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(file, path);
    auto *buttons = dialog->findChild<QDialogButtonBox *>();
    REQUIRE(buttons);
    QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.test.navigator.told.size() == 1; }, 120'000));
    REQUIRE(opened.test.prompt.errors().isEmpty());
    REQUIRE(opened.test.navigator.told.front().contains(QString::number(count)));
    QFile paper(path);
    REQUIRE(paper.open(QIODevice::ReadOnly));
    const QByteArray bytes = paper.readAll();
    REQUIRE(bytes.startsWith("%PDF"));
    REQUIRE(bytes.count("/Type /Page\n") >= count);
}

TEST_CASE("a print dialog that is cancelled prints nothing")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    REQUIRE(waitFor([&] { return opened.hasPages(); }, 20'000));
    QTest::mouseClick(opened.part<QPushButton>("printPaper"), Qt::LeftButton);
    QPointer<QPrintDialog> dialog = opened.page.findChild<QPrintDialog *>(u"printDialog"_s);
    REQUIRE(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    REQUIRE(waitFor([&] { return dialog.isNull(); }));
    REQUIRE_FALSE(opened.test.tasks.isBusy());
    REQUIRE(opened.test.navigator.told.isEmpty());
}

TEST_CASE("reports asked for by another page are only those, and clearing the tag shows all again")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    REQUIRE(waitFor([&] { return opened.rows()->rowCount() > 0; }, 20'000));
    const int all = opened.rows()->rowCount();
    ui::EvaluationScope scope;
    scope.evaluation = evaluationOf(*opened.test.store, 2025);
    scope.kind = u"intermediary"_s;
    opened.page.show({scope.evaluation, scope.organizations()});
    const auto wanted = opened.test.store->count(scope.query());
    requireOk(wanted);
    REQUIRE(*wanted > 0);
    REQUIRE(*wanted < all);
    REQUIRE(waitFor([&] { return opened.rows()->rowCount() == *wanted; }, 20'000));
    auto *tag = opened.part<ui::Tag>("onlyTag");
    QTest::keyClick(tag, Qt::Key_Return);
    REQUIRE(waitFor([&] { return opened.rows()->rowCount() == all; }));
}

TEST_CASE("a year finds the organizations that are asked for among others it does not have")
{
    TestSession test(SampleStore::State::Evaluated);
    const auto year = ui::PaperYear::load(*test.store, evaluationOf(*test.store, 2025));
    requireOk(year);
    const std::vector<core::Candidate> &candidates = (*year)->data.outcome().candidates;
    const size_t last = candidates.size() - 1;
    QStringList ids{u"0"_s,           u"z"_s,          candidates[7].id + u"0"_s, candidates[last].id,
                    candidates[7].id, candidates[0].id};
    ids.sort();
    const std::vector<bool> found = (*year)->among(ids);
    REQUIRE(found.size() == candidates.size());
    for (size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i);
        REQUIRE(found[i] == (i == 0 || i == 7 || i == last));
    }
    REQUIRE((*year)->among({}) == std::vector<bool>(candidates.size()));
}

TEST_CASE("the filters leave the reports that the file itself counts for a kind, a town, a band, a warning")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    REQUIRE(waitFor([&] { return opened.rows()->rowCount() > 0; }, 20'000));
    const int all = opened.rows()->rowCount();
    const std::pair<const char *, QString> filters[] = {{"kindFilter", u"organization.kind"_s},
                                                        {"townFilter", u"organization.town.name"_s},
                                                        {"bandFilter", u"band"_s},
                                                        {"warningFilter", u"warning"_s}};
    for (const auto &[name, path] : filters) {
        auto *filter = opened.part<QComboBox>(name);
        QTest::keyClick(filter, Qt::Key_Home);
        REQUIRE(opened.rows()->rowCount() == all);
        int narrowed = 0;
        for (int choice = 1; choice < filter->count(); ++choice) {
            QTest::keyClick(filter, Qt::Key_Down);
            REQUIRE(filter->currentIndex() == choice);
            ui::EvaluationScope scope;
            scope.evaluation = evaluationOf(*opened.test.store, 2025);
            core::Query query = scope.query();
            query.where =
                core::Condition::all({query.where, core::Condition::is(path, filter->currentText())});
            const auto counted = opened.test.store->count(query);
            requireOk(counted);
            INFO(name << ": " << filter->currentText().toStdString());
            REQUIRE(opened.rows()->rowCount() == *counted);
            narrowed += *counted > 0 && *counted < all ? 1 : 0;
        }
        REQUIRE(narrowed > 1);
        QTest::keyClick(filter, Qt::Key_Home);
    }
}

TEST_CASE("one PDF for each organization of a town is written into the folder that was chosen")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    REQUIRE(waitFor([&] { return opened.rows()->rowCount() > 0; }, 20'000));
    auto *kind = opened.part<QComboBox>("kindFilter");
    kind->setCurrentIndex(1);
    Q_EMIT kind->activated(1);
    const int count = opened.rows()->rowCount();
    REQUIRE(count > 0);
    REQUIRE(waitFor([&] { return opened.part<QPushButton>("savePdf")->isEnabled(); }, 5000));
    const QString folder = opened.test.store.folder() + u"/报告"_s;
    opened.test.prompt.answer(folder);
    QTest::mouseClick(opened.part<QPushButton>("savePdf"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.test.navigator.told.size() == 1; }, 120'000));
    REQUIRE(opened.test.prompt.errors().isEmpty());
    REQUIRE(QDir(folder).entryList({u"*.pdf"_s}).size() == count);
    // Once more into the same folder: a question whose Enter is no.
    CHECK_FALSE(opened.test.prompt.lastStakes());
    opened.test.prompt.answer(folder);
    QTest::mouseClick(opened.part<QPushButton>("savePdf"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.test.prompt.lastStakes().has_value(); }, 5000));
    CHECK(opened.test.prompt.lastStakes() == ui::Prompt::Stakes::Loss);
}

TEST_CASE("the name that is offered for a PDF says which reports are in it")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    REQUIRE(waitFor([&] { return opened.rows()->rowCount() > 1; }, 20'000));
    auto *division = opened.part<QComboBox>("division");
    division->setCurrentIndex(2); // all in one file
    Q_EMIT division->activated(2);
    const auto offered = [&] {
        REQUIRE(waitFor([&] { return opened.part<QPushButton>("savePdf")->isEnabled(); }, 5000));
        QTest::mouseClick(opened.part<QPushButton>("savePdf"), Qt::LeftButton);
        return opened.test.prompt.lastSuggested();
    };
    CHECK(offered() == u"2025年度积分评价报告.pdf"_s);
    const auto choose = [&](const char *name, int index) {
        auto *filter = opened.part<QComboBox>(name);
        filter->setCurrentIndex(index);
        Q_EMIT filter->activated(index);
        return filter->currentText();
    };
    const QString town = choose("townFilter", 1);
    REQUIRE(opened.rows()->rowCount() > 1);
    CHECK(offered() == u"2025年度积分评价报告（%1）.pdf"_s.arg(town));
    QString kind;
    for (int index = 1; index < opened.part<QComboBox>("kindFilter")->count(); ++index) {
        kind = choose("kindFilter", index);
        if (opened.rows()->rowCount() > 1)
            break;
    }
    REQUIRE(opened.rows()->rowCount() > 1);
    CHECK(offered() == u"2025年度积分评价报告（%1、%2）.pdf"_s.arg(town, kind));
}

TEST_CASE("the ranking is exported as a workbook that begins with the best of its kind")
{
    OpenedReports opened(SampleStore::State::Evaluated);
    REQUIRE(waitFor([&] { return opened.rows()->rowCount() > 0; }, 20'000));
    const QString path = opened.test.store.folder() + u"/排名.xlsx"_s;
    opened.test.prompt.answer(path);
    QTest::mouseClick(opened.part<QPushButton>("saveRanking"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.test.navigator.told.size() == 1; }));
    auto reader = core::openTable(path);
    requireOk(reader);
    const auto rows = (*reader)->peek(8);
    requireOk(rows);
    REQUIRE(std::any_of(rows->begin(), rows->end(), [&](const core::Row &row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [&](const core::Cell &cell) {
            return cell.text == opened.rows()->index(0, 0).data().toString();
        });
    }));
}

TEST_CASE("notice and summary are previewed with their own options")
{
    OpenedReports opened(SampleStore::State::Evaluated, ui::Theme::Dark);
    REQUIRE(waitFor([&] { return opened.hasPages(); }, 20'000));
    const QString report = opened.part<QLabel>("info")->text();
    QTest::mouseClick(opened.part<QAbstractButton>("notice"), Qt::LeftButton, {}, {12, 10});
    REQUIRE(waitFor([&] { return opened.part<QLabel>("info")->text() != report; }, 30'000));
    REQUIRE(!opened.part<QPushButton>("next")->isVisible());
    keepPicture(opened.page, u"reports-notice-dark"_s);
    QTest::keyClick(opened.part<QAbstractButton>("notice"), Qt::Key_Down);
    REQUIRE(opened.part<QAbstractButton>("summary")->isChecked());
    REQUIRE(waitFor([&] { return opened.part<ui::PreviewView>("preview")->pageCount() == 1; }, 30'000));
    ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Theme::Light);
    QTest::qWait(30);
    keepPicture(opened.page, u"reports-summary"_s);
}

TEST_CASE("without an evaluated year the page says what to do first")
{
    OpenedReports opened(SampleStore::State::Imported);
    REQUIRE(waitFor([&] { return opened.part<QPushButton>("evaluate")->isVisible(); }, 10'000));
    QTest::mouseClick(opened.part<QPushButton>("evaluate"), Qt::LeftButton);
    REQUIRE(opened.test.navigator.visited == QStringList{u"evaluation"_s});
}
