// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/testsession.h"
#include "tests/support/catch.h"

#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/manualscore.h"
#include "core/evaluation/ranking.h"
#include "core/evaluation/shippedschemes.h"
#include "core/evaluation/storedevaluation.h"
#include "tests/support/part.h"
#include "tests/support/teststore.h"
#include "ui/charts/barchart.h"
#include "ui/pages/evaluationmodel.h"
#include "ui/pages/evaluationpage.h"
#include "ui/pages/explanation.h"
#include "ui/pages/explanationview.h"
#include "ui/pages/rankingpanel.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tag.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize pageSize{1182, 694};

struct Opened
{
    explicit Opened(SampleStore::State state, ui::Theme theme = ui::Theme::Light)
        : test(state)
        , page(test.session)
    {
        showActive(page, pageSize, theme);
        page.enter();
        page.focusFirst();
        QTest::qWait(80);
        if (state == SampleStore::State::Evaluated) {
            REQUIRE(waitFor([&] { return rows()->rowCount() > 0; }));
            REQUIRE(waitFor([&] { return !part<ui::ExplanationView>("why")->why().name.isEmpty(); }));
            REQUIRE(waitFor([&] { return !part<ui::BarChart>("chart")->bars().empty(); }));
        }
    }
    template<typename W>
    W *part(const char *name) const
    {
        return partOf<W>(page, name);
    }
    QAbstractItemModel *rows() const { return part<ui::DataTable>("results")->model(); }
    QString cell(int row, int column) const { return rows()->index(row, column).data().toString(); }
    qint64 count(const core::Query &query)
    {
        const auto count = test.store->count(query);
        requireOk(count);
        return *count;
    }
    void publish()
    {
        test.prompt.answer(u"公布"_s);
        QTest::mouseClick(part<QPushButton>("publish"), Qt::LeftButton);
        REQUIRE(waitFor([&] { return part<QAbstractButton>("stateTag")->text().startsWith(u"已公布"_s); },
                        10'000));
    }

    TestSession test;
    ui::EvaluationPage page;
};

core::Query resultsOf(int year)
{
    core::Query query;
    query.type = u"evaluation_result"_s;
    query.where = core::Condition::is(u"year"_s, year);
    return query;
}

} // namespace

TEST_CASE("a year that was never evaluated is computed by one click and shows its ranking")
{
    Opened opened(SampleStore::State::Imported);
    REQUIRE(opened.part<QPushButton>("computeFirst")->isVisible());
    keepPicture(opened.page, u"evaluation-empty"_s);
    QTest::mouseClick(opened.part<QPushButton>("computeFirst"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return opened.test.navigator.told.size() == 1; }));
    REQUIRE(opened.test.prompt.errors().isEmpty());
    REQUIRE(waitFor([&] { return opened.rows()->rowCount() == opened.count(resultsOf(2025)); }));
    REQUIRE(opened.cell(0, ui::EvaluationModel::Rank) == u"1"_s);
    REQUIRE(opened.part<QPushButton>("compute")->text().contains(u"秒"_s));
    REQUIRE(opened.part<QAbstractButton>("stateTag")->text() == u"试算"_s);
}

TEST_CASE("the arrow keys lead from one organization's explanation to the next")
{
    Opened opened(SampleStore::State::Evaluated);
    const QAbstractItemModelTester tester(opened.rows());
    auto *why = opened.part<ui::ExplanationView>("why");
    REQUIRE(why->why().name == opened.cell(0, ui::EvaluationModel::Name));
    REQUIRE(why->why().score.startsWith(opened.cell(0, ui::EvaluationModel::Total)));
    QTest::keyClick(opened.part<ui::DataTable>("results"), Qt::Key_Down);
    REQUIRE(waitFor([&] { return why->why().name == opened.cell(1, ui::EvaluationModel::Name); }, 2000));
    keepPicture(opened.page, u"evaluation"_s);

    // The points of the indicators add up to the group they stand in.
    core::Decimal sum;
    core::Decimal group;
    for (const ui::Why::Row &row : why->why().rows) {
        const auto points = core::Decimal::fromString(row.points.section(u" / "_s, 0, 0));
        if (row.kind == ui::Why::Row::Kind::Group) {
            if (row.name.startsWith(u"二、"_s))
                break;
            group = points.value_or(core::Decimal());
        } else if (row.kind == ui::Why::Row::Kind::Indicator) {
            sum += points.value_or(core::Decimal());
        }
    }
    INFO(sum.toString().toStdString() << " in " << group.toString().toStdString());
    REQUIRE(group > core::Decimal());
    REQUIRE(sum <= group);
}

TEST_CASE("a bar of the distribution leads to exactly the organizations it counts")
{
    Opened opened(SampleStore::State::Evaluated);
    auto *chart = opened.part<ui::BarChart>("chart");
    int fullest = 0;
    for (int i = 0; i < int(chart->bars().size()); ++i) {
        if (chart->bars()[size_t(i)].height() > chart->bars()[size_t(fullest)].height())
            fullest = i;
    }
    const int counted = int(chart->bars()[size_t(fullest)].height());
    REQUIRE(counted > 0);
    const core::Decimal from = *core::Decimal::fromString(chart->bars()[size_t(fullest)].label);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->middleOf(fullest));
    REQUIRE(waitFor([&] { return opened.rows()->rowCount() == counted; }));
    for (int row = 0; row < counted; ++row) {
        const auto total = core::Decimal::fromString(opened.cell(row, ui::EvaluationModel::Total));
        REQUIRE(total);
        REQUIRE(*total >= from);
        REQUIRE(*total < from + core::Decimal(5));
    }
    auto *tag = opened.part<ui::Tag>("rangeTag");
    REQUIRE(tag->isVisible());
    // Places of four digits are not cut.
    const auto *table = opened.part<ui::DataTable>("results");
    CHECK(table->columnWidth(ui::EvaluationModel::Rank) >=
          table->fontMetrics().horizontalAdvance(QString::number(opened.count(resultsOf(2025)))) + 16);
    QTest::qWait(30);
    keepPicture(opened.page, u"evaluation-range"_s);
    QTest::keyClick(tag, Qt::Key_Return);
    REQUIRE(waitFor([&] { return opened.rows()->rowCount() == opened.count(resultsOf(2025)); }));
}

TEST_CASE("a bar of the averages by town narrows the ranking to that town")
{
    Opened opened(SampleStore::State::Evaluated);
    opened.part<QTabBar>("chartMode")->setCurrentIndex(2);
    auto *chart = opened.part<ui::BarChart>("chart");
    QTest::qWait(100); // the towns are counted
    REQUIRE(chart->bars().size() > 1);
    const QString town = chart->bars()[1].label;
    QTest::qWait(30);
    keepPicture(opened.page, u"evaluation-towns"_s);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Return);
    REQUIRE(opened.part<QComboBox>("town")->currentText() == town);
    const auto onlyThatTown = [&] {
        const int last = opened.rows()->rowCount() - 1;
        return last >= 0 && opened.cell(last, ui::EvaluationModel::Town) == town;
    };
    REQUIRE(waitFor(onlyThatTown));
    for (int row = 0; row < opened.rows()->rowCount(); ++row)
        REQUIRE(opened.cell(row, ui::EvaluationModel::Town) == town);
}

TEST_CASE("a place over all kinds is that on paper: equal points are told apart by the scheme's rule")
{
    Opened opened(SampleStore::State::Evaluated);
    const auto evaluation = core::latestEvaluation(*opened.test.store);
    requireOk(evaluation);
    const auto outcome = core::loadScores(*opened.test.store, evaluation->id, core::Recheck::No);
    requireOk(outcome);
    const auto organizations = opened.test.store->all<core::Organization>();
    requireOk(organizations);
    QHash<QString, QString> nameOf;
    for (const core::Organization &organization : *organizations)
        nameOf.insert(organization.id.text, organization.name);
    int toldApart = 0;
    for (int tab = 0; tab <= int(core::enumCount<core::Ranking>); ++tab) {
        INFO("tab " << tab);
        const auto points = [tab](const core::Score &score) {
            return tab == 0 ? score.total : score.ranked[core::Ranking(tab - 1)];
        };
        // What the summary prints: core::rankBy() over everything, from what was computed.
        const auto ranks = core::rankBy(outcome->plan, outcome->candidates, outcome->scores, points);
        QHash<QString, qint64> printed;
        QSet<QString> pointsSeen;
        QSet<QString> placesSeen;
        for (size_t i = 0; i < ranks.size(); ++i) {
            if (ranks[i].rank == 0)
                continue;
            printed.insert(nameOf.value(outcome->candidates[i].id), ranks[i].rank);
            pointsSeen.insert(points(outcome->scores[i]).toString());
            placesSeen.insert(QString::number(ranks[i].rank));
        }
        toldApart += int(placesSeen.size() - pointsSeen.size());
        opened.part<QTabBar>("rankings")->setCurrentIndex(tab);
        REQUIRE(waitFor([&] {
            return printed.value(opened.cell(0, ui::EvaluationModel::Name)) == 1 &&
                   opened.cell(0, ui::EvaluationModel::Rank) == u"1"_s;
        }));
        qint64 before = 0;
        for (int row = 0; row < 60; ++row) {
            const QString name = opened.cell(row, ui::EvaluationModel::Name);
            INFO(row << ": " << name.toStdString());
            const qint64 place = opened.cell(row, ui::EvaluationModel::Rank).toLongLong();
            CHECK(place == printed.value(name));
            CHECK(place >= before); // and the rows stand in the order of their places
            before = place;
        }
    }
    CHECK(toldApart > 0); // the sample has equal points that the rule tells apart
}

TEST_CASE("the link behind a figure opens as many records as it says")
{
    Opened opened(SampleStore::State::Evaluated);
    auto *why = opened.part<ui::ExplanationView>("why");
    bool followed = false;
    for (int row = 0; row < opened.rows()->rowCount() && !followed; ++row) {
        opened.part<ui::DataTable>("results")->selectRow(row);
        QTest::qWait(60);
        for (const ui::Why::Row &line : why->why().rows) {
            if (!line.records)
                continue;
            auto *label = why->findChild<QLabel *>(u"text_"_s + line.code);
            REQUIRE(label);
            label->setFocus();
            QTest::keyClick(label, Qt::Key_Tab); // onto the link
            QTest::keyClick(label, Qt::Key_Return);
            REQUIRE(opened.test.navigator.lists.size() == 1);
            REQUIRE(
                line.linkText.contains(QString::number(opened.count(opened.test.navigator.lists.front()))));
            REQUIRE(opened.test.navigator.visited.front().startsWith(why->why().name));
            followed = true;
            break;
        }
    }
    REQUIRE(followed);
}

TEST_CASE("a person's score is kept with evidence, out of range refused, and asks for computing again")
{
    Opened opened(SampleStore::State::Evaluated);
    auto *why = opened.part<ui::ExplanationView>("why");
    const auto manual = std::find_if(why->why().rows.begin(), why->why().rows.end(),
                                     [](const ui::Why::Row &row) { return row.manual; });
    REQUIRE(manual != why->why().rows.end());
    auto *label = why->findChild<QLabel *>(u"text_"_s + manual->code);
    REQUIRE(label->text().contains(u"评分…"_s));
    REQUIRE_FALSE(manual->records); // the only link of its line
    label->setFocus();
    QTest::keyClick(label, Qt::Key_Tab);
    QTest::keyClick(label, Qt::Key_Return);
    auto *dialog = opened.page.findChild<QDialog *>(u"scoreDialog"_s);
    REQUIRE(dialog);
    auto *value = dialog->findChild<QLineEdit *>(u"value"_s);
    value->clear();
    QTest::keyClicks(value, u"99"_s);
    QTest::keyClick(value, Qt::Key_Return);
    REQUIRE(dialog->findChild<QLabel *>(u"problem"_s)->text().contains(u"只能评"_s));
    value->clear();
    QTest::keyClicks(value, u"1.5"_s);
    dialog->findChild<QPlainTextEdit *>(u"evidence"_s)->setPlainText(u"现场核查记录"_s);
    dialog->findChild<QLineEdit *>(u"scorer"_s)->setText(u"李科员"_s);
    keepPicture(*dialog, u"evaluation-score"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
    REQUIRE(waitFor(
        [&] { return opened.part<QAbstractButton>("stateTag")->text() == u"数据已改，需重新计算"_s; }, 2000));
    REQUIRE(!opened.part<QPushButton>("publish")->isEnabled());
    core::Query query;
    query.where = core::Condition::is(u"scorer"_s, u"李科员"_s);
    const auto scores = opened.test.store->all<core::ManualScore>(query);
    requireOk(scores);
    REQUIRE(scores->size() == 1);
    REQUIRE(scores->front().value == core::Decimal::fromMicro(1'500'000));
    REQUIRE(scores->front().evidence.text == u"现场核查记录"_s);
}

TEST_CASE("a published year can no longer be computed")
{
    Opened opened(SampleStore::State::Evaluated);
    opened.publish();
    REQUIRE(!opened.part<QPushButton>("compute")->isEnabled());
    REQUIRE(!opened.part<QPushButton>("publish")->isVisible());
}

TEST_CASE("a scheme with faults is shown with its faults and cannot be used")
{
    Opened opened(SampleStore::State::Evaluated);
    QTest::mouseClick(opened.part<QPushButton>("chooseScheme"), Qt::LeftButton);
    auto *dialog = opened.page.findChild<QDialog *>(u"schemeDialog"_s);
    REQUIRE(dialog);
    keepPicture(*dialog, u"evaluation-scheme"_s);
    REQUIRE(dialog->findChild<QPushButton *>(u"accept"_s)->isEnabled());
    const QString path = opened.test.store.folder() + u"/方案.json"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{\"key\": \"x\", \"colour\": \"red\"}");
    file.close();
    opened.test.prompt.answer(path);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"openScheme"_s), Qt::LeftButton);
    REQUIRE(!dialog->findChild<QPushButton *>(u"accept"_s)->isEnabled());
    REQUIRE(dialog->findChild<ui::DataTable *>(u"findings"_s)->model()->rowCount() > 0);
}

TEST_CASE("the evaluation page is drawn in the dark as well")
{
    Opened opened(SampleStore::State::Evaluated, ui::Theme::Dark);
    opened.part<QComboBox>("kind")->setCurrentIndex(1);
    QTest::qWait(60);
    keepPicture(opened.page, u"evaluation-dark"_s);
    const QImage picture = opened.page.grab().toImage();
    REQUIRE(picture.pixelColor(3, 3).lightness() < 90);
    ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Theme::Light);
}

TEST_CASE("a second scheme stands beside the published one, and each of the two can be shown")
{
    Opened opened(SampleStore::State::Evaluated);
    opened.publish();
    auto *evaluations = opened.part<QComboBox>("evaluations");
    REQUIRE(!evaluations->isVisible()); // one evaluation needs no choice
    const QString first = opened.cell(0, ui::EvaluationModel::Total);

    QTest::mouseClick(opened.part<QPushButton>("chooseScheme"), Qt::LeftButton);
    auto *dialog = opened.page.findChild<QDialog *>(u"schemeDialog"_s);
    REQUIRE(dialog);
    const QString path = opened.test.store.folder() + u"/怀宁.json"_s;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(*core::shippedScheme(u"huaining-2022"_s));
    file.close();
    opened.test.prompt.answer(path);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"openScheme"_s), Qt::LeftButton);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
    REQUIRE(opened.part<QAbstractButton>("stateTag")->text() == u"另一方案，计算后与现有评价并存"_s);
    QTest::mouseClick(opened.part<QPushButton>("compute"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return evaluations->isVisible(); }, 10'000));
    REQUIRE(opened.test.prompt.errors().isEmpty());
    REQUIRE(evaluations->count() == 2);
    REQUIRE(evaluations->currentText().startsWith(u"怀宁县"_s));
    REQUIRE(opened.part<QAbstractButton>("stateTag")->text() == u"试算"_s);
    REQUIRE(waitFor([&] { return opened.cell(0, ui::EvaluationModel::Total) != first; }));

    evaluations->setFocus();
    QTest::keyClick(evaluations, Qt::Key_Up);
    REQUIRE(waitFor([&] { return opened.cell(0, ui::EvaluationModel::Total) == first; }));
    REQUIRE(opened.part<QAbstractButton>("stateTag")->text().startsWith(u"已公布"_s));
}

TEST_CASE("the explanation heads with name, points, band and place, and every line ends with its points")
{
    Opened opened(SampleStore::State::Evaluated);
    const auto *why = opened.part<ui::ExplanationView>("why");
    const auto text = [&](const QString &name) {
        const auto *label = why->findChild<QLabel *>(name);
        INFO(name.toStdString());
        REQUIRE(label);
        return label->text();
    };
    for (int row = 0; row < 3; ++row) {
        const QString name = opened.cell(row, ui::EvaluationModel::Name);
        REQUIRE(waitFor([&] { return text(u"whyName"_s) == name; }, 2000));
        CHECK(text(u"whyScore"_s) == u"%1 分 · %2"_s.arg(opened.cell(row, ui::EvaluationModel::Total),
                                                         opened.cell(row, ui::EvaluationModel::Band)));
        const auto results = opened.test.store->all<core::EvaluationResult>(
            {.where = core::Condition::all(
                 {core::Condition::is(u"organization.name"_s, name), core::Condition::is(u"year"_s, 2025)})});
        requireOk(results);
        REQUIRE(results->size() == 1);
        const core::EvaluationResult &result = results->front();
        CHECK(text(u"whyPlace"_s).contains(u"第 %1 名"_s.arg(*result.rankInKind)));
        CHECK(text(u"whyPlace"_s).contains(u"距上一名还差"_s) == (*result.rankInKind > 1));
        core::Decimal groups;
        for (const ui::Why::Row &line : why->why().rows) {
            if (line.kind == ui::Why::Row::Kind::Remark)
                continue;
            REQUIRE(why->findChild<QWidget *>(u"row_"_s + line.code));
            const QString points = text(u"points_"_s + line.code);
            if (line.kind == ui::Why::Row::Kind::Group && points.contains(u'/') && line.name.contains(u'、'))
                groups += *core::Decimal::fromString(points.section(u" / "_s, 0, 0));
        }
        CHECK(groups + result.bonus - result.deduction == result.total);
        QTest::keyClick(opened.part<ui::DataTable>("results"), Qt::Key_Down);
    }
}

TEST_CASE("a shipped scheme is chosen by keys and named beside the year, and giving up changes nothing")
{
    Opened opened(SampleStore::State::Evaluated);
    const auto named = [&] { return opened.part<QAbstractButton>("schemeTag")->toolTip(); };
    const QString before = named();
    const auto open = [&] {
        QTest::mouseClick(opened.part<QPushButton>("chooseScheme"), Qt::LeftButton);
        QPointer<QDialog> dialog = opened.page.findChild<QDialog *>(u"schemeDialog"_s);
        REQUIRE(dialog);
        return dialog;
    };
    const auto walkToUsable = [](QDialog &dialog) {
        auto *list = dialog.findChild<QListWidget *>(u"schemes"_s);
        const auto *accept = dialog.findChild<QPushButton *>(u"accept"_s);
        REQUIRE(list);
        list->setFocus();
        do {
            const int row = list->currentRow();
            QTest::keyClick(list, Qt::Key_Down);
            REQUIRE(list->currentRow() == row + 1);
            const QString verdict = dialog.findChild<QLabel *>(u"verdict"_s)->text();
            CHECK(accept->isEnabled() ==
                  (verdict.startsWith(u"检查通过"_s) || verdict.startsWith(u"可以使用"_s)));
        } while (!accept->isEnabled());
        return list->currentItem()->text();
    };
    QPointer<QDialog> dialog = open();
    walkToUsable(*dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"reject"_s), Qt::LeftButton);
    REQUIRE(waitFor([&] { return dialog.isNull(); }, 2000));
    CHECK(named() == before);

    dialog = open();
    const QString title = walkToUsable(*dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
    REQUIRE(waitFor([&] { return dialog.isNull(); }, 2000));
    CHECK(named().startsWith(title));
    CHECK(named() != before);
}
