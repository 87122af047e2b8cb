// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"
#include "core/supervision/grade.h"
#include "tests/gui/testsession.h"
#include "tests/gui/testwindow.h"
#include "tests/support/part.h"
#include "tests/support/teststore.h"
#include "ui/pages/evaluationpage.h"
#include "ui/pages/recordform.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// The form of one grade, 4A until 2028, as the clerk sees it.
struct GradeForm
{
    TestSession test{SampleStore::State::Imported};
    core::Grade grade;
    ui::RecordForm form{test.session, core::recordType<core::Grade>()};

    GradeForm()
    {
        const auto one = test.store->all<core::Organization>({.limit = 1});
        requireOk(one);
        grade = {.organization = one->front().id,
                 .level = core::GradeLevel::Four,
                 .assessedOn = QDate(2023, 5, 1),
                 .validTo = QDate(2028, 4, 30),
                 .certificate = u"ZH-1"_s};
        requireOk(test.store->change(u"新建"_s, [&](core::Change &change) { return change.insert(grade); }));
        showActive(form, {620, 760});
        form.showRecord(grade.id.text);
    }
    core::Grade stored()
    {
        const auto now = test.store->get(grade.id);
        requireOk(now);
        return *now;
    }
    /// Opens the menu with the mouse and takes what stands under \a key with the keys.
    QAction *point(const char *key)
    {
        auto *menu = partOf<QMenu>(form, "verbMenu");
        auto *action = menu->findChild<QAction *>(QString::fromLatin1(key));
        REQUIRE(action);
        return action;
    }
    void take(const char *key)
    {
        QAction *action = point(key);
        auto *menu = partOf<QMenu>(form, "verbMenu");
        auto *button = partOf<QPushButton>(form, "verbs");
        REQUIRE(button->isVisible());
        // A menu runs a loop of its own until it is answered.
        QTimer::singleShot(0, menu, [menu, action] {
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::qWait(20);
    }
    QDialog *dialog() { return form.findChild<QDialog *>(u"verbDialog"_s); }
};

void typeInto(QWidget *into, const QString &text)
{
    into->setFocus();
    QTest::keyClicks(into, text);
}

} // namespace

TEST_CASE("a grade is cancelled from the menu of its form, with the dialog filled in by keys, and undone")
{
    GradeForm shown;
    CHECK(shown.point("cancel")->isEnabled());
    CHECK(shown.point("cancel")->text().endsWith(u'…')); // it asks first
    CHECK_FALSE(shown.point("reinstate")->isEnabled());
    CHECK(shown.point("reinstate")->toolTip() == u"这个等级没有降低或取消，不需要恢复。"_s);
    shown.take("cancel");
    QDialog *dialog = shown.dialog();
    REQUIRE(dialog);
    keepPicture(*dialog, u"verb-dialog"_s);
    CHECK(partOf<QPushButton>(*dialog, "accept")->isDefault());
    auto *reason = partOf<QLineEdit>(*dialog, "reason");
    auto *day = partOf<QWidget>(*dialog, "decided_on");
    // Nothing is filled in: it says so beside the field and stays.
    QTest::mouseClick(partOf<QPushButton>(*dialog, "accept"), Qt::LeftButton);
    REQUIRE(dialog->isVisible());
    CHECK(partOf<QLabel>(*dialog, "decided_on_problem")->isVisible());
    CHECK_FALSE(shown.stored().decision);

    typeInto(day, u"2025-03-01"_s);
    QTest::keyClick(day, Qt::Key_Tab);
    QInputMethodEvent words;
    words.setCommitString(u"连续两年未参加年检"_s);
    QApplication::sendEvent(reason, &words);
    QTest::mouseClick(partOf<QPushButton>(*dialog, "accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return shown.dialog() == nullptr || !shown.dialog()->isVisible(); }, 5000));
    CHECK(shown.test.prompt.errors().isEmpty());
    const core::Grade now = shown.stored();
    CHECK((now.decision == core::GradeDecision::Cancelled));
    CHECK(now.validTo == QDate(2025, 3, 1));
    CHECK(now.decisionReason == u"连续两年未参加年检"_s);
    CHECK(shown.test.store->journal(1)->front().reason == u"连续两年未参加年检"_s);
    CHECK_FALSE(shown.point("cancel")->isEnabled());
    CHECK(shown.point("reinstate")->isEnabled());

    requireOk(shown.test.store->undo());
    CHECK_FALSE(shown.stored().decision);
    CHECK(shown.point("cancel")->isEnabled());
}

TEST_CASE("what the guard of a verb refuses is shown, and the dialog keeps what was typed")
{
    GradeForm shown;
    shown.take("lower");
    QDialog *dialog = shown.dialog();
    REQUIRE(dialog);
    auto *level = partOf<QComboBox>(*dialog, "level");
    REQUIRE(level->currentIndex() == -1); // nobody has chosen yet
    level->setFocus();
    QTest::keyClick(level, Qt::Key_End);
    typeInto(partOf<QWidget>(*dialog, "decided_on"), u"2025-03-01"_s);
    typeInto(partOf<QWidget>(*dialog, "reason"), u"abc"_s);
    QTest::mouseClick(partOf<QPushButton>(*dialog, "accept"), Qt::LeftButton);
    REQUIRE(shown.test.prompt.errors().size() == 1);
    CHECK(shown.test.prompt.errors().front().text.contains(u"应低于现在的 4A"_s));
    CHECK(dialog->isVisible());
    CHECK(partOf<QLineEdit>(*dialog, "reason")->text() == u"abc"_s);
    CHECK((shown.stored().level == core::GradeLevel::Four));
}

TEST_CASE("a form with unsaved changes offers no verb and says why")
{
    GradeForm shown;
    typeInto(partOf<QLineEdit>(shown.form, "certificate"), u"9"_s);
    CHECK_FALSE(shown.point("cancel")->isEnabled());
    CHECK(shown.point("cancel")->toolTip() == u"请先保存或还原修改，再办理。"_s);
    CHECK(partOf<QPushButton>(shown.form, "save")->isEnabled());
}

TEST_CASE("a type without verbs shows no button for them")
{
    TestSession test(SampleStore::State::Imported);
    ui::RecordForm form(test.session, core::recordType<core::Division>());
    showActive(form, {620, 760});
    const auto one = test.store->all<core::Division>({.limit = 1});
    requireOk(one);
    form.showRecord(one->front().id.text);
    CHECK(partOf<QPushButton>(form, "remove")->isVisible());
    CHECK_FALSE(partOf<QPushButton>(form, "verbs")->isVisible());
}

TEST_CASE("a published year is withdrawn on its page, with a reason")
{
    TestSession test(SampleStore::State::Evaluated);
    ui::EvaluationPage page(test.session);
    showActive(page, {1180, 716});
    page.setYear(2025);
    page.enter();
    const auto tag = [&] { return partOf<QAbstractButton>(page, "stateTag")->text(); };
    auto *publish = partOf<QPushButton>(page, "publish");
    auto *withdraw = partOf<QPushButton>(page, "withdraw");
    REQUIRE(waitFor([&] { return publish->isVisible() && publish->isEnabled(); }));
    CHECK_FALSE(withdraw->isVisible());
    test.prompt.answer(u"公布"_s);
    QTest::mouseClick(publish, Qt::LeftButton);
    REQUIRE(waitFor([&] { return tag().startsWith(u"已公布"_s); }, 10'000));
    CHECK(test.prompt.lastStakes() == ui::Prompt::Stakes::Loss); // everybody outside will know it
    const core::Status undone = test.store->undo();
    REQUIRE_FALSE(undone);
    CHECK(undone.error().text.contains(u"公布 2025 年度积分评价"_s));

    QTest::mouseClick(withdraw, Qt::LeftButton);
    auto *dialog = partOf<QDialog>(page, "verbDialog");
    REQUIRE(dialog);
    keepPicture(*dialog, u"verb-withdraw"_s);
    // It goes out of the house: Enter alone never does it.
    CHECK_FALSE(partOf<QPushButton>(*dialog, "accept")->isDefault());
    CHECK(partOf<QPushButton>(*dialog, "reject")->isDefault());
    QInputMethodEvent words;
    words.setCommitString(u"一家组织的处罚漏录"_s);
    QApplication::sendEvent(partOf<QLineEdit>(*dialog, "reason"), &words);
    QTest::mouseClick(partOf<QPushButton>(*dialog, "accept"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return !tag().startsWith(u"已公布"_s); }, 10'000));
    CHECK(test.prompt.errors().isEmpty());
    CHECK(publish->isVisible());
    CHECK_FALSE(withdraw->isVisible());
    CHECK(test.store->journal(1)->front().reason == u"一家组织的处罚漏录"_s);
}

TEST_CASE(
    "Ctrl+Z after a year is published changes nothing and names the verb that goes back, which then does")
{
    TestWindow window;
    window.open(u"evaluation"_s);
    const core::Id<core::Evaluation> year = evaluationOf(window.store(), 2025);
    auto *page = window.window.findChild<ui::EvaluationPage *>();
    REQUIRE(page);
    page->setYear(2025);
    const auto isIn = [&](core::EvaluationState state) {
        return !window.window.workspace()->isBusy() && window.store().get(year)->state == state;
    };
    auto *publish = window.find<QPushButton>("publish");
    REQUIRE(TestWindow::waitFor([&] { return publish->isEnabled(); }));
    window.prompt.answer(u"公布"_s);
    QTest::mouseClick(publish, Qt::LeftButton);
    REQUIRE(TestWindow::waitFor([&] { return isIn(core::EvaluationState::Published); }));

    const QString head = window.store().headHash();
    window.key(QKeySequence(u"Ctrl+Z"_s));
    CHECK(TestWindow::waitFor([&] { return window.says(u"要收回，请办理“撤销公布”，并写明理由。"_s); }));
    QTest::qWait(200); // what undo would have started has come back by now
    CHECK(isIn(core::EvaluationState::Published));
    CHECK(window.store().headHash() == head);

    QTest::mouseClick(window.find<QPushButton>("withdraw"), Qt::LeftButton);
    auto *dialog = window.find<QDialog>("verbDialog");
    TestWindow::type(partOf<QLineEdit>(*dialog, "reason"), u"一家组织的处罚漏录"_s);
    QTest::mouseClick(partOf<QPushButton>(*dialog, "accept"), Qt::LeftButton);
    REQUIRE(TestWindow::waitFor([&] { return isIn(core::EvaluationState::Draft); }));
    CHECK(window.store().journal(1)->front().reason == u"一家组织的处罚漏录"_s);
    CHECK(window.prompt.errors().isEmpty());

    // That went out as well, and nothing takes it back. What is done after it is undone as ever.
    const QString withdrawn = window.store().headHash();
    window.key(QKeySequence(u"Ctrl+Z"_s));
    CHECK(TestWindow::waitFor([&] { return window.says(u"核对以后可以重新公布"_s); }));
    CHECK_FALSE(window.says(u"请办理"_s));
    CHECK(window.store().headHash() == withdrawn);
    core::Organization organization = window.store().all<core::Organization>({.limit = 1})->front();
    const QString address = std::exchange(organization.address, u"和平路 88 号"_s);
    requireOk(window.store().change(u"修改地址"_s,
                                    [&](core::Change &change) { return change.update(organization); }));
    QApplication::processEvents();
    window.key(QKeySequence(u"Ctrl+Z"_s));
    CHECK(TestWindow::waitFor([&] { return window.store().get(organization.id)->address == address; }));
}
