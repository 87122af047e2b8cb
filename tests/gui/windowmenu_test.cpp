// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The menu behind ⋯, the keys that do the same, and the page before a file is open.
#include "core/party/partyactivity.h"
#include "core/registry/organization.h"
#include "tests/gui/testwindow.h"
#include "tests/support/tamper.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/newcountydialog.h"
#include "ui/settings.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/progresspanel.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

/// The first organization of the county, moved to another address by a step called 登记地址.
core::Id<core::Organization> moveOne(TestWindow &window)
{
    const auto one = window.store().all<core::Organization>({.limit = 1});
    requireOk(one);
    core::Organization moved = one->front();
    moved.address = u"和平路 88 号"_s;
    requireOk(
        window.store().change(u"登记地址"_s, [&](core::Change &change) { return change.update(moved); }));
    return moved.id;
}

/// A task that runs until it is let go.
struct LongTask
{
    explicit LongTask(ui::Workspace &workspace)
        : m_workspace(workspace)
    {
        REQUIRE(workspace.tasks().start<int>(
            &workspace, u"很久"_s,
            [this](core::Store &, core::Progress &) -> core::Result<int> {
                while (!m_isOver)
                    QThread::msleep(5);
                return 1;
            },
            [](const core::Result<int> &) {}));
    }
    ~LongTask()
    {
        m_isOver = true;
        TestWindow::waitFor([&] { return !m_workspace.isBusy(); });
    }

private:
    ui::Workspace &m_workspace;
    std::atomic<bool> m_isOver = false;
};

} // namespace

TEST_CASE("the menu and the keys take the last step back and do it again, and name it")
{
    TestWindow window;
    const core::Id<core::Organization> id = moveOne(window);
    const auto isMoved = [&] { return window.store().get(id)->address == u"和平路 88 号"_s; };
    window.choose("undoAction", u"撤销：登记地址"_s);
    REQUIRE(TestWindow::waitFor([&] { return !isMoved() && !window.window.workspace()->isBusy(); }));
    window.choose("redoAction", u"重做：登记地址"_s);
    REQUIRE(TestWindow::waitFor([&] { return isMoved() && !window.window.workspace()->isBusy(); }));
    window.key(QKeySequence::Undo);
    REQUIRE(TestWindow::waitFor([&] { return !isMoved() && !window.window.workspace()->isBusy(); }));
    // Whatever the keys of redo are on this system, those of the others are known too.
    for (const QKeySequence &redo :
         {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}) {
        INFO(redo.toString().toStdString());
        REQUIRE_FALSE(isMoved());
        window.key(redo);
        CHECK(TestWindow::waitFor([&] { return isMoved() && !window.window.workspace()->isBusy(); }));
        window.key(QKeySequence::Undo);
        REQUIRE(TestWindow::waitFor([&] { return !isMoved() && !window.window.workspace()->isBusy(); }));
    }
    CHECK(window.prompt.errors().isEmpty());
}

TEST_CASE("both keys of redo give an editor back what Ctrl+Z took, and leave the file alone")
{
    TestWindow window;
    moveOne(window);
    window.key(QKeySequence::Undo);
    REQUIRE(TestWindow::waitFor(
        [&] { return !window.store().redoText().isEmpty() && !window.window.workspace()->isBusy(); }));
    window.open(u"division"_s);
    auto *name = window.find<QLineEdit>("name");
    name->setFocus();
    const QString before = name->text();
    for (const QKeySequence &redo :
         {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}) {
        INFO(redo.toString().toStdString());
        name->end(false);
        QTest::keyClicks(name, u"x"_s);
        QTest::keySequence(name, QKeySequence::Undo);
        REQUIRE(name->text() == before);
        QTest::keySequence(name, redo);
        CHECK(name->text() == before + u'x');
        QTest::keySequence(name, QKeySequence::Undo);
    }
    CHECK_FALSE(window.window.workspace()->isBusy());
    CHECK(window.store().redoText() == u"登记地址"_s); // as it was
}

TEST_CASE("the menu and Ctrl+I open the import, the menu and Ctrl+N begin a record")
{
    TestWindow window;
    const auto dialog = [&] { return window.window.findChild<ui::ImportDialog *>(u"importDialog"_s); };
    window.choose("importAction");
    REQUIRE(dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    REQUIRE(TestWindow::waitFor([&] { return !dialog(); }));
    window.key(Qt::CTRL | Qt::Key_I);
    REQUIRE(dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    REQUIRE(TestWindow::waitFor([&] { return !dialog(); }));

    window.open(u"division"_s);
    auto *form = window.window.findChild<QWidget *>(u"division"_s)->findChild<ui::RecordForm *>();
    window.choose("newAction");
    CHECK(form->isNew());
    window.click("revert");
    REQUIRE_FALSE(form->isNew());
    window.key(Qt::CTRL | Qt::Key_N);
    CHECK(form->isNew());
}

TEST_CASE("the backup of the menu is a file that opens and holds what the open one holds")
{
    TestWindow window;
    moveOne(window);
    REQUIRE(window.find<ui::Workspace>("workspace")->acceptDrops());
    const QString path = QDir(window.sample.folder()).filePath(u"备份.shanzhi"_s);
    window.prompt.answer(path);
    window.choose("backupAction");
    REQUIRE(TestWindow::waitFor([&] { return window.says(u"已备份到"_s); }));
    const auto copy = core::Store::open(path, core::Store::Access::Read);
    requireOk(copy);
    CHECK((*copy)->headHash() == window.store().headHash());
    CHECK(*(*copy)->count({.type = u"organization"_s}) == *window.store().count({.type = u"organization"_s}));
    CHECK(window.prompt.errors().isEmpty());
}

TEST_CASE("the check of the menu counts the entries of an untouched file and finds what was altered")
{
    TestWindow window;
    const auto entries = window.store().journal(10'000);
    requireOk(entries);
    window.choose("verifyAction");
    const auto said = [&] { return window.prompt.said().join(u'\n'); };
    REQUIRE(TestWindow::waitFor([&] { return said().contains(u"日志首："_s + window.store().headHash()); }));
    CHECK(said().contains(u"核对了 %1 条日志"_s.arg(entries->size())));

    tamper(window.store().path(), "UPDATE organization SET address = '别处' WHERE ordinal = 1");
    window.choose("verifyAction");
    CHECK(TestWindow::waitFor([&] { return said().contains(u"发现改动"_s); }));
    CHECK(said().contains(u"（住所）的内容与日志不符"_s));
}

TEST_CASE("the title says what became of a head on paper: its entry, not in this journal, too short, no head")
{
    TestWindow window;
    moveOne(window);
    const QString head = window.store().headHash();
    requireOk(window.store().note(u"看过"_s));
    const auto now = window.store().journal(1);
    requireOk(now);
    const qint64 last = now->front().sequence;
    const QString whole = u"数据完整，未被改动"_s;
    const auto ask = [&](const QString &typed) {
        const qsizetype before = window.prompt.said().size();
        window.prompt.answer(typed);
        window.choose("headAction");
        REQUIRE(TestWindow::waitFor([&] { return window.prompt.said().size() == before + 2; }));
        return window.prompt.said().last();
    };
    const QString printed = u"日志首 %1 %2 ... %3"_s.arg(head.left(4), head.mid(4, 4), head.right(4));
    for (const QString &typed : {printed, printed.toUpper(), head, head.left(8) + head.right(4)}) {
        const QString said = ask(typed);
        INFO(typed.toStdString() << ": " << said.toStdString());
        CHECK(said.startsWith(u"日志首属于第 %1 条日志（"_s.arg(last - 1)));
        CHECK(said.contains(u"第 %1 条日志的（共 %2 条）"_s.arg(last - 1).arg(last)));
        CHECK(said.contains(whole));
        CHECK(window.prompt.lastTone() == ui::Tone::Fine);
    }
    // The file is whole all the same: that is said too, but is not the title.
    const QString foreign = ask(QString(64, u'0'));
    CHECK(foreign.startsWith(u"日志里没有这个日志首\n"_s));
    CHECK(foreign.contains(u"没有日志首“000000"_s));
    CHECK(foreign.contains(whole));
    CHECK(window.prompt.lastTone() == ui::Tone::Late);
    CHECK(ask(head.left(5)).startsWith(u"日志首的位数太少，不能判断\n"_s));
    CHECK(window.prompt.lastTone() == ui::Tone::Soon);
    CHECK(ask(u"那张纸"_s).startsWith(u"输入的不是日志首\n"_s));
    CHECK(window.prompt.lastTone() == ui::Tone::Soon);
    // Found in a file that somebody has altered: no good news.
    tamper(window.store().path(), "UPDATE organization SET address = '别处' WHERE ordinal = 1");
    CHECK(ask(head).contains(u"发现改动"_s));
    CHECK(window.prompt.lastTone() == ui::Tone::Late);
}

TEST_CASE("while a task runs the window shows it, and what must wait for it says so")
{
    TestWindow window;
    window.open(u"organization"_s);
    const QString head = window.store().headHash();
    auto *panel = window.window.findChild<ui::ProgressPanel *>(u"progress"_s);
    REQUIRE(panel);
    CHECK_FALSE(panel->isVisible());
    {
        const LongTask task(*window.window.workspace());
        CHECK(TestWindow::waitFor([&] { return panel->isVisible(); }));
        CHECK_FALSE(window.find<QPushButton>("new")->isEnabled());
        CHECK_FALSE(window.find<QPushButton>("import")->isEnabled());
        for (const char *entry :
             {"backupAction", "verifyAction", "newAction", "importAction", "headAction"}) {
            INFO(entry);
            window.window.workspace()->tell(u"别的话"_s);
            window.choose(entry);
            CHECK(window.says(u"还有任务在运行，请等它结束。"_s));
        }
        CHECK(window.prompt.said().isEmpty());
        CHECK_FALSE(window.window.findChild<ui::ImportDialog *>());
        CHECK_FALSE(window.find<ui::RecordForm>("")->isNew());
    }
    CHECK(TestWindow::waitFor([&] { return !panel->isVisible(); }));
    CHECK(window.find<QPushButton>("new")->isEnabled());
    CHECK(window.store().headHash() == head);
}

TEST_CASE("a file that is open for reading offers nothing that would write")
{
    SampleStore sample(SampleStore::State::Evaluated);
    const auto one = sample->all<core::PartyActivity>({.limit = 1});
    requireOk(one);
    requireOk(
        sample->change(u"删除"_s, [&](core::Change &change) { return change.remove(one->front().id); }));
    const QString path = sample->path();
    TestPrompt prompt;
    auto store = core::Store::open(path, core::Store::Access::Read);
    requireOk(store);
    ui::Workspace workspace(*std::move(store), prompt, &SampleStore::today);
    workspace.resize(1366, 768);
    workspace.show();
    QApplication::setActiveWindow(&workspace);
    for (const char *name : {"new", "import"})
        CHECK_FALSE(workspace.findChild<QPushButton *>(QLatin1StringView(name))->isEnabled());
    QTest::keyClick(&workspace, Qt::Key_N, Qt::ControlModifier);
    QTest::keyClick(&workspace, Qt::Key_I, Qt::ControlModifier);
    REQUIRE(prompt.errors().size() == 2);
    CHECK((prompt.errors()[0].code == core::Error::Code::ReadOnly));
    CHECK((prompt.errors()[1].code == core::Error::Code::ReadOnly));

    workspace.showPage(u"grade"_s); // what verbs are for
    auto *page = workspace.findChild<QWidget *>(u"grade"_s);
    auto *form = page->findChild<ui::RecordForm *>();
    REQUIRE(TestWindow::waitFor([&] { return !form->recordId().isEmpty(); }));
    for (const char *name : {"verbs", "remove", "keepReason"}) {
        INFO(name);
        CHECK_FALSE(form->findChild<QPushButton *>(QLatin1StringView(name))->isVisible());
    }
    auto *certificate = form->findChild<QLineEdit *>(u"certificate"_s);
    certificate->setFocus();
    QTest::keyClicks(certificate, u"9"_s);
    CHECK_FALSE(form->findChild<QPushButton *>(u"save"_s)->isEnabled());

    workspace.showPage(u"recyclebin"_s);
    const auto *removed = workspace.findChild<ui::DataTable *>(u"removed"_s);
    REQUIRE(TestWindow::waitFor([&] { return removed->model()->rowCount() == 1; }));
    CHECK_FALSE(workspace.findChild<QPushButton *>(u"restore"_s)->isEnabled());
}

TEST_CASE("an empty county begins with the import, from the button on its first page")
{
    TestWindow window({}, SampleStore::State::Empty);
    window.click("importFirst");
    REQUIRE(window.window.findChild<ui::ImportDialog *>());
    CHECK(window.window.findChild<ui::ImportDialog *>()->isVisible());
}

TEST_CASE("F6 goes from the page to the navigation and back")
{
    TestWindow window;
    window.open(u"organization"_s);
    REQUIRE(QTest::qWaitForWindowActive(&window.window));
    auto *list = window.find<QWidget>("list");
    list->setFocus();
    QTest::keyClick(&window.window, Qt::Key_F6);
    CHECK(window.find<ui::NavigationBar>("navigation")->hasFocus());
    QTest::keyClick(&window.window, Qt::Key_F6);
    CHECK(list->hasFocus());
}

TEST_CASE("the menu opens another file, begins a new one, tells about the program, and changes its look")
{
    TestWindow window;
    const OtherFile other;
    window.choose(u"新建数据文件…"_s);
    auto *dialog = window.window.findChild<ui::NewCountyDialog *>(u"newCounty"_s);
    REQUIRE(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    window.choose(u"关于善治"_s);
    auto *about = window.window.findChild<ui::AboutDialog *>();
    REQUIRE(about);
    QTest::keyClick(about, Qt::Key_Escape);
    QTest::qWait(0);

    window.choose(u"外观"_s);
    auto *look = window.window.workspace()->menu()->findChild<QMenu *>();
    REQUIRE(look);
    look->popup(QPoint(10, 10));
    TestWindow::press(*look, u"深色"_s);
    CHECK((ui::currentTheme() == ui::Theme::Dark));
    CHECK((ui::settings::theme.value() == ui::Theme::Dark));
    look->popup(QPoint(10, 10));
    TestWindow::press(*look, u"浅色"_s);
    CHECK((ui::currentTheme() == ui::Theme::Light));
    CHECK((ui::settings::theme.value() == ui::Theme::Light));

    window.prompt.answer(other.path);
    window.choose(u"打开数据文件…"_s);
    CHECK(TestWindow::waitFor([&] { return window.store().path() == other.path; }));
    CHECK(window.prompt.errors().isEmpty());
}

TEST_CASE("before a file is open the first page makes one, opens one, and offers the last ones")
{
    const SampleStore sample(SampleStore::State::Empty);
    const QString path = QDir(sample.folder()).filePath(u"示范县.shanzhi"_s);
    TestPrompt prompt;
    ui::settings::recentFiles.keep({});
    const auto press = [](ui::MainWindow &window, const char *name) {
        window.resize(1366, 768);
        window.QWidget::show();
        auto *button = window.findChild<QPushButton *>(QLatin1StringView(name));
        REQUIRE(button);
        REQUIRE(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QApplication::processEvents();
    };
    {
        ui::MainWindow window(&prompt, &SampleStore::today);
        CHECK_FALSE(window.findChild<QPushButton *>(u"recentFile"_s));
        press(window, "newFile");
        auto *dialog = window.findChild<ui::NewCountyDialog *>();
        REQUIRE(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"bureau"_s), u"Bureau"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"divisionCode"_s), u"330421"_s);
        const QString made = QDir(sample.folder()).filePath(u"新县"_s);
        prompt.answer(made);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"create"_s), Qt::LeftButton);
        REQUIRE(TestWindow::waitFor([&] { return window.workspace() != nullptr; }));
        CHECK(window.workspace()->store().path() == made + u".shanzhi"_s);
        CHECK(window.workspace()->store().info().bureau == u"Bureau"_s);
    }
    ui::settings::recentFiles.keep({});
    {
        ui::MainWindow window(&prompt, &SampleStore::today);
        prompt.answer(path);
        press(window, "openFile");
        REQUIRE(window.workspace());
        CHECK(window.workspace()->store().path() == path);
    }
    ui::MainWindow window(&prompt, &SampleStore::today);
    press(window, "recentFile");
    REQUIRE(window.workspace());
    CHECK(window.workspace()->store().path() == path);
    CHECK(prompt.errors().isEmpty());
}
