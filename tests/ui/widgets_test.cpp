// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/testprompt.h"

#include "ui/settings.h"
#include "ui/style/theme.h"
#include "ui/widgets/barmeter.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columnchooser.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/progresspanel.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/tag.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/topbar.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using ui::Icon;
using ui::Tone;
using Stakes = ui::Prompt::Stakes;
using FileKind = ui::Prompt::FileKind;

namespace {

/// A window that has the keyboard.
struct Window : QWidget
{
    Window()
        : column(new QVBoxLayout(this))
    {
        resize(800, 600);
    }
    void open()
    {
        show();
        QApplication::setActiveWindow(this);
    }
    QVBoxLayout *column;
};

const QList<ui::SearchHit> hits = {{u"社会组织"_s, u"晨曦养老服务中心"_s, u"罗溪镇"_s, 1},
                                   {u"社会组织"_s, u"银龄志愿服务队"_s, u"东门街道"_s, 2},
                                   {u"负责人"_s, u"杨丽"_s, {}, 3}};

} // namespace

TEST_CASE("the navigation is walked by arrows past its headings and opened by Enter")
{
    Window window;
    auto *bar = new ui::NavigationBar;
    window.column->addWidget(bar);
    bar->addPage(u"home"_s, u"今日要办"_s, Icon::Home);
    bar->addGroup(u"登记"_s);
    bar->addPage(u"organizations"_s, u"社会组织"_s);
    bar->addPage(u"people"_s, u"负责人"_s);
    bar->setChecked(u"home"_s);
    window.open();
    bar->setFocus();
    QSignalSpy opened(bar, &ui::NavigationBar::activated);
    QTest::keyClick(bar, Qt::Key_Down);
    CHECK(bar->checked() == u"home"_s); // moving opens nothing yet
    QTest::keyClick(bar, Qt::Key_Return);
    REQUIRE(opened.size() == 1);
    CHECK(opened[0][0] == u"organizations"_s);
    CHECK(bar->checked() == u"organizations"_s);
    QTest::keyClick(bar, Qt::Key_Down);
    QTest::keyClick(bar, Qt::Key_Down); // the end: stays
    QTest::keyClick(bar, Qt::Key_Return);
    CHECK(opened.last()[0] == u"people"_s);
    const QRect home = bar->visualItemRect(bar->item(1)); // item 0 is the room above
    QTest::mouseClick(bar->viewport(), Qt::LeftButton, {}, home.center());
    CHECK(opened.last()[0] == u"home"_s);
    const QRect heading = bar->visualItemRect(bar->item(2));
    QTest::mouseClick(bar->viewport(), Qt::LeftButton, {}, heading.center());
    CHECK(opened.size() == 3);
}

TEST_CASE("the search asks while typing, and arrows and Enter open a hit")
{
    Window window;
    auto *top = new ui::TopBar;
    window.column->addWidget(top);
    window.column->addStretch();
    window.open();
    ui::SearchField *search = top->search();
    QSignalSpy asked(search, &ui::SearchField::queryChanged);
    QSignalSpy opened(search, &ui::SearchField::activated);
    search->setFocus();
    QTest::keyClicks(search, u"yl"_s);
    CHECK(asked.size() == 2);
    CHECK(asked.last()[0] == u"yl"_s);
    search->setHits(hits);
    CHECK(search->popup()->isVisible());
    CHECK(search->popup()->count() == 5); // two headings, three hits
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Down); // over the second heading
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(opened.size() == 1);
    CHECK(opened[0][0].value<ui::SearchHit>().data == 3);
    CHECK_FALSE(search->popup()->isVisible());
    CHECK(search->text().isEmpty());
}

TEST_CASE("the search closes by Esc, says when nothing is found, and drops answers that come late")
{
    Window window;
    auto *search = new ui::SearchField;
    window.column->addWidget(search);
    window.column->addStretch();
    window.open();
    search->setFocus();
    QTest::keyClicks(search, u"zz"_s);
    search->setHits({});
    REQUIRE(search->popup()->count() == 1);
    CHECK(search->popup()->item(0)->text().contains(u"没有找到“zz”"_s));
    QTest::keyClick(search, Qt::Key_Return); // nothing to open
    CHECK(search->popup()->isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    CHECK_FALSE(search->popup()->isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    CHECK(search->text().isEmpty());
    search->setHits(hits);
    CHECK_FALSE(search->popup()->isVisible());
}

TEST_CASE("Ctrl+K goes to the search from anywhere in the window")
{
    Window window;
    auto *search = new ui::SearchField;
    auto *other = new QLineEdit;
    window.column->addWidget(search);
    window.column->addWidget(other);
    window.open();
    other->setFocus();
    QTest::keyClick(other, Qt::Key_K, Qt::ControlModifier);
    CHECK(window.focusWidget() == search);
}

TEST_CASE("tiles, meters, tags and buttons obey the keyboard as they obey the mouse")
{
    Window window;
    auto *tile = new ui::StatTile(Icon::Triangle, u"已超期"_s);
    auto *meter = new ui::BarMeter;
    meter->setRows({{u"东门街道"_s, 1, 2}, {u"罗溪镇"_s, 2, 2}});
    auto *tag = new ui::Tag(u"已筛选 37 / 3,080"_s, Tone::Accent);
    tag->setClosable(u"清除"_s);
    auto *button = ui::makeButton(u"导入"_s, ui::ButtonKind::Primary, Icon::Import, "import");
    for (QWidget *part : std::initializer_list<QWidget *>{tile, meter, tag, button})
        window.column->addWidget(part);
    window.open();
    QSignalSpy clicked(tile, &ui::StatTile::clicked);
    tile->setFocus();
    QTest::keyClick(tile, Qt::Key_Return);
    QTest::mouseClick(tile, Qt::LeftButton);
    CHECK(clicked.size() == 2);
    QSignalSpy row(meter, &ui::BarMeter::activated);
    QTest::keyClick(meter, Qt::Key_Down);
    QTest::keyClick(meter, Qt::Key_Return);
    QTest::mouseClick(meter, Qt::LeftButton, {}, QPoint(20, 5));
    REQUIRE(row.size() == 2);
    CHECK(row[0][0] == 1);
    CHECK(row[1][0] == 0);
    QSignalSpy closed(tag, &ui::Tag::closed);
    QTest::keyClick(tag, Qt::Key_Delete);
    QTest::mouseClick(tag, Qt::LeftButton);
    CHECK(closed.size() == 2);
    QSignalSpy pressed(button, &QPushButton::clicked);
    QTest::keyClick(button, Qt::Key_Return);
    CHECK(pressed.size() == 1);
}

TEST_CASE("tags that do not fit stand in the next line")
{
    QWidget area;
    auto *flow = new ui::FlowLayout(&area, 6);
    for (int i = 0; i < 6; ++i)
        flow->addWidget(new ui::Tag(u"社会服务机构"_s));
    const int one = flow->itemAt(0)->sizeHint().width();
    CHECK(flow->heightForWidth(6 * one + 5 * 6) == 20);
    CHECK(flow->heightForWidth(6 * one + 5 * 6 - 1) == 46);
    CHECK(flow->heightForWidth(one) == 6 * 20 + 5 * 6);
}

TEST_CASE("the progress panel shows the task as it goes and tells it to stop")
{
    Window window;
    auto *panel = new ui::ProgressPanel;
    window.column->addWidget(panel);
    window.open();
    CHECK_FALSE(panel->isVisible());
    auto task = std::make_shared<core::Progress>();
    panel->follow(u"年度评价"_s, task);
    auto *bar = panel->findChild<QProgressBar *>();
    auto *stage = panel->findChild<QLabel *>(u"stage"_s);
    CHECK(bar->maximum() == 0); // the end is not known
    task->setStage(u"计算得分"_s);
    task->report(5'000'000'000, 10'000'000'000); // more than an int holds
    QTest::qWait(250);
    CHECK(stage->text() == u"年度评价 · 计算得分"_s);
    CHECK(bar->value() * 2 == bar->maximum());
    QSignalSpy cancelled(panel, &ui::ProgressPanel::cancelled);
    QTest::mouseClick(panel->findChild<QPushButton *>(u"cancelTask"_s), Qt::LeftButton);
    CHECK(task->isCancelled());
    CHECK(cancelled.size() == 1);
    panel->finish();
    CHECK_FALSE(panel->isVisible());
}

TEST_CASE("a toast offers its action once and goes away")
{
    Window window;
    window.open();
    ui::Toast toast(&window);
    int undone = 0;
    toast.showMessage(u"已删除 3 家"_s, u"撤销"_s, [&] { ++undone; });
    REQUIRE(toast.isVisible());
    CHECK(toast.text() == u"已删除 3 家"_s);
    QTest::mouseClick(toast.findChild<QPushButton *>(u"toastAction"_s), Qt::LeftButton);
    CHECK(undone == 1);
    CHECK_FALSE(toast.isVisible());
    toast.showMessage(u"已保存"_s);
    CHECK_FALSE(toast.findChild<QPushButton *>(u"toastAction"_s)->isVisible());
}

TEST_CASE("an empty state offers what to do next")
{
    ui::EmptyState state(Icon::Import, u"还没有社会组织"_s, u"先导入登记台账。"_s);
    QPushButton *import = state.addAction(u"导入台账…"_s, "import");
    QSignalSpy clicked(import, &QPushButton::clicked);
    state.show();
    QTest::mouseClick(import, Qt::LeftButton);
    CHECK(clicked.size() == 1);
}

TEST_CASE("the column chooser toggles columns by Space and never a fixed one")
{
    ui::ColumnChooser chooser(nullptr);
    chooser.setColumns({{0, u"名称"_s, true, true}, {3, u"类型"_s, true}, {5, u"镇街"_s, false}});
    QSignalSpy toggled(&chooser, &ui::ColumnChooser::columnToggled);
    chooser.show();
    chooser.list()->setFocus();
    chooser.list()->setCurrentRow(1);
    QTest::keyClick(chooser.list(), Qt::Key_Space);
    REQUIRE(toggled.size() == 1);
    CHECK(toggled[0][0] == 3);
    CHECK(toggled[0][1] == false);
    chooser.list()->setCurrentRow(0);
    QTest::keyClick(chooser.list(), Qt::Key_Space);
    CHECK(toggled.size() == 1);
}

TEST_CASE("a real question runs its action only by its verb")
{
    Window window;
    window.open();
    ui::WindowPrompt prompt(&window);
    int done = 0;
    const auto box = [&] {
        auto *found = window.findChild<QDialog *>(u"confirmBox"_s);
        REQUIRE(found);
        return found;
    };
    prompt.confirm(u"将删除 3 家社会组织。"_s, u"删除"_s, Stakes::Loss, [&] { ++done; });
    CHECK(box()->isVisible()); // and confirm() has returned: nothing waits
    CHECK(box()->windowModality() == Qt::WindowModal);
    QTest::keyClick(box(), Qt::Key_Escape);
    CHECK(done == 0);
    QTest::qWait(0); // lets the closed dialog go
    prompt.confirm(u"将删除 3 家社会组织。"_s, u"删除"_s, Stakes::Loss, [&] { ++done; });
    auto *accept = box()->findChild<QPushButton *>(u"accept"_s);
    CHECK(accept->text() == u"删除"_s);
    QTest::mouseClick(accept, Qt::LeftButton);
    CHECK(done == 1);
}

TEST_CASE("Enter says no to what destroys or overwrites, and yes to what costs nothing")
{
    Window window;
    window.open();
    ui::WindowPrompt prompt(&window);
    int done = 0;
    const auto enter = [&](const char *name) {
        auto *box = window.findChild<QDialog *>(QLatin1StringView(name));
        REQUIRE(box);
        QApplication::setActiveWindow(box);
        QTest::qWait(1);
        REQUIRE(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        CHECK_FALSE(box->isVisible());
        QTest::qWait(1); // lets the closed dialog go
    };
    prompt.confirm(u"将删除 3 家社会组织。"_s, u"删除"_s, Stakes::Loss, [&] { ++done; });
    enter("confirmBox");
    CHECK(done == 0);
    prompt.confirm(u"别人正在用，只能看。"_s, u"只读打开"_s, Stakes::None, [&] { ++done; });
    enter("confirmBox");
    CHECK(done == 1);
    // Of several, the first that costs nothing, wherever it stands; without one, none.
    QStringList chosen;
    const auto choice = [&](const QString &verb, Stakes stakes) {
        return ui::Prompt::Choice{verb, stakes, [&chosen, verb] { chosen.append(verb); }};
    };
    prompt.choose(u"锁着"_s, u"怎么办"_s, {choice(u"解锁"_s, Stakes::Loss), choice(u"看"_s, Stakes::None)});
    enter("choiceBox");
    prompt.choose(u"锁着"_s, u"怎么办"_s, {choice(u"看"_s, Stakes::None), choice(u"解锁"_s, Stakes::Loss)});
    enter("choiceBox");
    prompt.choose(u"锁着"_s, u"怎么办"_s, {choice(u"看"_s, Stakes::None), choice(u"等"_s, Stakes::None)});
    enter("choiceBox");
    prompt.choose(u"锁着"_s, u"怎么办"_s, {choice(u"解锁"_s, Stakes::Loss), choice(u"删"_s, Stakes::Loss)});
    enter("choiceBox");
    CHECK(chosen == QStringList{u"看"_s, u"看"_s, u"看"_s});
    prompt.inform(u"知道"_s, u"已恢复"_s);
    enter("informBox");
    prompt.error({core::Error::Code::Storage, u"磁盘已满。"_s, {}});
    enter("errorBox");
}

TEST_CASE("a dangerous button obeys Enter when the clerk has gone to it, and looks dangerous")
{
    Window window;
    window.open();
    ui::WindowPrompt prompt(&window);
    int done = 0;
    prompt.confirm(u"将删除 3 家社会组织。"_s, u"删除"_s, Stakes::Loss, [&] { ++done; });
    auto *box = window.findChild<QDialog *>(u"confirmBox"_s);
    REQUIRE(box);
    QApplication::setActiveWindow(box);
    auto *accept = box->findChild<QPushButton *>(u"accept"_s);
    CHECK(accept->property("danger").toBool());
    CHECK(box->findChild<QPushButton *>(u"reject"_s)->isDefault());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    REQUIRE(accept->hasFocus());
    QTest::keyClick(accept, Qt::Key_Return);
    CHECK(done == 1);
}

TEST_CASE("what is said looks as good or as bad as it is")
{
    Window window;
    window.open();
    ui::applyTheme(*qApp, ui::Theme::Light);
    ui::WindowPrompt prompt(&window);
    const auto sign = [&](Tone tone) {
        prompt.inform(u"校验"_s, u"结果"_s, tone);
        auto *box = window.findChild<QDialog *>(u"informBox"_s);
        REQUIRE(box);
        const QImage image = box->grab(QRect(20, 20, 24, 24)).toImage();
        box->close();
        QTest::qWait(1);
        return image;
    };
    CHECK(sign(Tone::Fine) != sign(Tone::Late)); // a check and a warning
    CHECK(sign(Tone::Late) != sign(Tone::Soon));
    CHECK(sign(Tone::Late) == sign(Tone::Late));
}

TEST_CASE("a reason is never blank")
{
    Window window;
    window.open();
    ui::WindowPrompt prompt(&window);
    std::optional<QString> reason;
    int answers = 0;
    prompt.askReason(u"校验位不符，仍要保存？"_s, [&](const std::optional<QString> &text) {
        reason = text;
        ++answers;
    });
    auto *box = window.findChild<QDialog *>(u"reasonBox"_s);
    REQUIRE(box);
    auto *accept = box->findChild<QPushButton *>(u"accept"_s);
    auto *text = box->findChild<QPlainTextEdit *>(u"reason"_s);
    QTest::keyClicks(text, u"  "_s);
    CHECK_FALSE(accept->isEnabled());
    QTest::keyClicks(text, u"old code "_s);
    REQUIRE(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    CHECK(answers == 1);
    CHECK(reason == u"old code"_s);
    prompt.askReason(u"再问一次"_s, [&](const std::optional<QString> &given) {
        reason = given;
        ++answers;
    });
    QTest::qWait(0);
    QTest::keyClick(window.findChild<QDialog *>(u"reasonBox"_s), Qt::Key_Escape);
    CHECK(answers == 2);
    CHECK_FALSE(reason.has_value());
}

TEST_CASE("a line of text is asked for until there is one, and given by Enter without blanks around it")
{
    Window window;
    window.open();
    ui::WindowPrompt prompt(&window);
    std::optional<QString> line = u"untouched"_s;
    prompt.askText(u"核对"_s, u"输入日志首。"_s, u"日志首"_s,
                   [&](const std::optional<QString> &text) { line = text; });
    auto *box = window.findChild<QDialog *>(u"textBox"_s);
    REQUIRE(box);
    auto *text = box->findChild<QLineEdit *>(u"text"_s);
    QTest::keyClicks(text, u" "_s);
    QTest::keyClick(text, Qt::Key_Return);
    CHECK(line == u"untouched"_s);
    QTest::keyClicks(text, u"7f3a "_s);
    QTest::keyClick(text, Qt::Key_Return);
    CHECK(line == u"7f3a"_s);
}

TEST_CASE("an error is shown with its sentence alone, and a cancelled task is no error")
{
    Window window;
    window.open();
    ui::WindowPrompt prompt(&window);
    prompt.error({core::Error::Code::Cancelled, u"已取消。"_s, {}});
    CHECK(window.findChild<QDialog *>() == nullptr);
    prompt.error({core::Error::Code::Storage, u"磁盘已满，没有保存。请腾出空间后再试。"_s, u"SQLITE_FULL"_s});
    auto *box = window.findChild<QDialog *>(u"errorBox"_s);
    REQUIRE(box);
    QString shown;
    for (const QLabel *label : box->findChildren<QLabel *>())
        shown += label->text();
    CHECK(shown.contains(u"磁盘已满"_s));
    CHECK_FALSE(shown.contains(u"SQLITE"_s));
    QTest::keyClick(box, Qt::Key_Return);
    CHECK_FALSE(box->isVisible());
}

TEST_CASE("the prompt of tests answers from its queue and remembers what was said")
{
    TestPrompt prompt;
    int done = 0;
    prompt.confirm(u"删除？"_s, u"删除"_s, Stakes::Loss, [&] { ++done; });
    CHECK(done == 0); // no answer is a no
    prompt.answer(u"是"_s);
    prompt.confirm(u"删除？"_s, u"删除"_s, Stakes::Loss, [&] { ++done; });
    CHECK(done == 1);
    prompt.answer(u"/tmp/a.xlsx"_s);
    prompt.refuse();
    QStringList files;
    for (int i = 0; i < 2; ++i)
        prompt.openFile(FileKind::Table, u"导入"_s, {},
                        [&](const std::optional<QString> &file) { files.append(file.value_or(u"-"_s)); });
    CHECK(files == QStringList{u"/tmp/a.xlsx"_s, u"-"_s});
    prompt.error({core::Error::Code::Busy, u"文件正被使用。"_s, {}});
    CHECK(prompt.errors().size() == 1);
    CHECK(prompt.said().last() == u"文件正被使用。"_s);
}

TEST_CASE("files are asked for without waiting")
{
    Window window;
    window.open();
    ui::WindowPrompt prompt(&window);
    int answers = 0;
    prompt.openFile(FileKind::Table, u"导入台账"_s, u"表格 (*.xlsx *.csv)"_s,
                    [&](const std::optional<QString> &file) {
                        CHECK_FALSE(file.has_value());
                        ++answers;
                    });
    auto *dialog = window.findChild<QFileDialog *>();
    REQUIRE(dialog);
    CHECK(dialog->windowTitle() == u"导入台账"_s);
    dialog->reject();
    CHECK(answers == 1);
}

TEST_CASE("a folder that is gone is not proposed")
{
    Window window;
    window.open();
    QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", QFile::encodeName(home.path())); // without documents in it
    ui::settings::lastFolder.keep(home.path() + u"/stick that was drawn"_s);
    ui::WindowPrompt prompt(&window);
    prompt.chooseFolder(FileKind::Report, u"选择存放报告的文件夹"_s, [](const std::optional<QString> &) {});
    qputenv("HOME", before);
    ui::settings::lastFolder.keep({});
    auto *dialog = window.findChild<QFileDialog *>();
    REQUIRE(dialog);
    REQUIRE(dialog->selectedFiles().size() == 1);
    CHECK(QFileInfo(dialog->selectedFiles().front()).isDir());
    dialog->reject();
}

TEST_CASE("a file is looked for where the last one of its kind was, the first one beside the open file")
{
    Window window;
    window.open();
    const QTemporaryDir folder;
    const auto at = [&](const QString &name) { return QDir(folder.path()).filePath(name); };
    for (const QString &name : {u"县"_s, u"台账"_s, u"报告"_s})
        REQUIRE(QDir(folder.path()).mkdir(name));
    QFile table(at(u"台账/名单.csv"_s));
    REQUIRE(table.open(QIODevice::WriteOnly));
    table.close();
    ui::WindowPrompt prompt(&window);
    prompt.setHome(at(u"县"_s));
    const ui::Prompt::Answer nothing = [](const std::optional<QString> &) {};
    const auto opened = [&] {
        auto *dialog = window.findChild<QFileDialog *>();
        REQUIRE(dialog);
        return dialog;
    };
    const auto placeOf = [&](FileKind kind) {
        prompt.openFile(kind, u"打开"_s, u"所有文件 (*)"_s, nothing);
        auto *dialog = opened();
        const QString place = dialog->directory().dirName();
        dialog->reject();
        QTest::qWait(1);
        return place;
    };
    CHECK(placeOf(FileKind::Table) == u"县"_s);
    std::optional<QString> chosen;
    prompt.openFile(FileKind::Table, u"打开"_s, u"所有文件 (*)"_s,
                    [&](const std::optional<QString> &path) { chosen = path; });
    opened()->selectFile(table.fileName());
    opened()->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(table.fileName());
    QTest::keyClick(opened()->findChild<QLineEdit *>(u"fileNameEdit"_s), Qt::Key_Return);
    REQUIRE(chosen == table.fileName());
    QTest::qWait(1);
    CHECK(placeOf(FileKind::Table) == u"台账"_s);
    CHECK(placeOf(FileKind::Report) == u"县"_s); // another kind
    CHECK(placeOf(FileKind::County) == u"县"_s);
    prompt.saveFile(FileKind::Report, u"存为 PDF"_s, u"2025年度积分评价总表.pdf"_s, u"PDF (*.pdf)"_s,
                    nothing);
    CHECK(opened()->directory().dirName() == u"县"_s);
    CHECK(QFileInfo(opened()->selectedFiles().value(0)).fileName() == u"2025年度积分评价总表.pdf"_s);
    opened()->reject();
    QTest::qWait(1);
    ui::settings::folders.of(u"table"_s).keep({});
    ui::settings::lastFolder.keep({});
}
