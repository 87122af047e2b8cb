// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with a whole file: it converts an old one, and puts a backup in the place of one.
#include "core/newcounty.h"
#include "tests/gui/testsession.h"
#include "tests/support/formerfile.h"
#include "tests/support/fulldisk.h"
#include "tests/support/heldlocks.h"
#include "tests/support/part.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/progresspanel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QDialog>
#include <QFileDialog>
#include <QFileSystemModel>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

struct OpenWindow
{
    TestPrompt prompt;
    ui::MainWindow window{&prompt, &SampleStore::today};

    OpenWindow() { showActive(window, {1366, 768}); }
    QDialog *dialog(const char *name)
    {
        const auto dialogs = window.findChildren<QDialog *>(QString::fromLatin1(name));
        for (QDialog *one : dialogs) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    /// Takes an entry of the menu behind "more" with the keys.
    void take(const char *key)
    {
        QMenu *menu = window.workspace()->menu();
        auto *action = window.workspace()->findChild<QAction *>(QString::fromLatin1(key));
        REQUIRE(action);
        QTest::mouseClick(partOf<QPushButton>(window, "more"), Qt::LeftButton);
        REQUIRE(waitFor([&] { return menu->isVisible(); }));
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
    }
    bool said(const QString &words) const
    {
        return std::any_of(prompt.said().begin(), prompt.said().end(),
                           [&](const QString &text) { return text.contains(words); });
    }
};

/// A county that was backed up with one organization and has two now.
struct CountyWithBackup
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"示范县.shanzhi"_s);
    QString backup;

    CountyWithBackup()
    {
        const auto store = core::createCounty(path, u"330421"_s, u"示范县民政局"_s);
        requireOk(store);
        const auto add = [&](const QString &name) {
            core::Organization organization{.name = name};
            requireOk((*store)->change(u"新增"_s + name,
                                       [&](core::Change &change) { return change.insert(organization); }));
        };
        add(u"甲协会"_s);
        const auto made = (*store)->automaticBackup(u"试"_s);
        requireOk(made);
        backup = *made;
        add(u"乙协会"_s);
    }
    QStringList kept() const
    {
        return QDir(folder.path()).entryList({u"示范县 恢复前 *.shanzhi"_s}, QDir::Files);
    }
};

qint64 organizationsIn(const core::Store &store)
{
    const auto count = store.count({.type = u"organization"_s});
    requireOk(count);
    return *count;
}

} // namespace

TEST_CASE("a file of an older version is converted beside the window, which says how far it is")
{
    const FormerFile file(60);
    OpenWindow open;
    int beats = 0;
    QTimer heart;
    QObject::connect(&heart, &QTimer::timeout, [&] { ++beats; });
    open.window.openFile(file.path());
    CHECK_FALSE(open.window.workspace());
    QDialog *dialog = open.dialog("workDialog");
    REQUIRE(dialog);
    keepPicture(open.window, u"convert"_s);
    heart.start(1);
    const auto *stage = partOf<QLabel>(*dialog, "stage");
    CHECK(waitFor([&] { return stage->text().contains(u"转换日志"_s); }));
    keepPicture(*dialog, u"convert-dialog"_s);
    CHECK(stage->width() >= stage->sizeHint().width()); // nothing of it is cut off
    const auto *count = partOf<QLabel>(*dialog, "count");
    CHECK(waitFor([&] { return count->text().contains(u" / "_s) && !count->text().startsWith(u"0 "_s); }));
    heart.stop();
    CHECK(beats > 0); // a window that is blocked has none; how long it was, shanzhi-bench tells
    REQUIRE(waitFor([&] { return open.window.workspace() != nullptr; }));
    CHECK(open.window.workspace()->store().info().schemaVersion == core::schemaVersion());
    CHECK(organizationsIn(open.window.workspace()->store()) == 2);
    CHECK(waitFor([&] { return !open.dialog("workDialog"); }));
    CHECK(open.prompt.errors().isEmpty());
}

TEST_CASE("the conversion of a file can be left, which leaves the file as it was; the window stays till then")
{
    const FormerFile file(60);
    OpenWindow open;
    open.window.openFile(file.path());
    QDialog *dialog = open.dialog("workDialog");
    REQUIRE(dialog);
    open.window.close();
    CHECK(open.window.isVisible());
    CHECK(open.said(u"任务还在运行"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    REQUIRE(waitFor([&] { return !open.dialog("workDialog"); }));
    CHECK_FALSE(open.window.workspace());
    CHECK(open.prompt.errors().isEmpty());
    CHECK(core::Store::isOlder(file.path()));

    // The button under what is told of the work does the same.
    open.window.openFile(file.path());
    dialog = open.dialog("workDialog");
    REQUIRE(dialog);
    const auto *progress = partOf<ui::ProgressPanel>(*dialog, "workProgress");
    CHECK(progress->isVisible());
    QTest::mouseClick(partOf<QPushButton>(*progress, "cancelTask"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return !open.dialog("workDialog"); }));
    CHECK_FALSE(open.window.workspace());
    CHECK(core::Store::isOlder(file.path()));

    open.window.openFile(file.path());
    REQUIRE(waitFor([&] { return open.window.workspace() != nullptr; }));
    CHECK_FALSE(core::Store::isOlder(file.path()));
}

TEST_CASE("a backup is chosen from the menu, takes the place of the open file, and the former one is kept")
{
    const CountyWithBackup county;
    OpenWindow open;
    open.window.openFile(county.path);
    REQUIRE(open.window.workspace());
    CHECK(organizationsIn(open.window.workspace()->store()) == 2);

    open.take("restoreAction");
    QDialog *dialog = open.dialog("restoreDialog");
    REQUIRE(dialog);
    auto *table = partOf<ui::DataTable>(*dialog, "backups");
    auto *accept = partOf<QPushButton>(*dialog, "accept");
    CHECK_FALSE(accept->isEnabled());
    REQUIRE(waitFor([&] { return table->model()->rowCount() == 1; }));
    keepPicture(*dialog, u"restore"_s);
    const QString size = table->model()->index(0, 1).data().toString();
    INFO(size.toStdString());
    CHECK(size.endsWith(u" KB"_s));                                 // not KiB, as attachments tell it
    CHECK(table->model()->index(0, 2).data().toString() == u"2"_s); // a new county has its own division
    CHECK(table->model()->index(0, 4).data().toString() == u"新增甲协会"_s);
    REQUIRE(accept->isEnabled());
    open.prompt.answer(u"恢复"_s);
    QTest::mouseClick(accept, Qt::LeftButton);
    REQUIRE(waitFor([&] { return open.said(u"已从备份恢复"_s); }));
    CHECK(open.said(u"这份备份以后做的 1 次操作"_s)); // told, and asked, before
    CHECK(open.prompt.lastStakes() == ui::Prompt::Stakes::Loss);
    CHECK(open.prompt.errors().isEmpty());
    REQUIRE(open.window.workspace());
    CHECK(organizationsIn(open.window.workspace()->store()) == 1);
    REQUIRE(county.kept().size() == 1);
    CHECK(open.said(county.kept().front()));
    const auto former = core::Store::open(county.folder.filePath(county.kept().front()));
    requireOk(former);
    CHECK(organizationsIn(**former) == 2);
}

TEST_CASE("a broken backup is shown with what is wrong, cannot be chosen, and elsewhere there may be another")
{
    const CountyWithBackup county;
    const QString elsewhere = county.folder.filePath(u"另存.shanzhi"_s);
    REQUIRE(QFile::copy(county.backup, elsewhere));
    tamper(county.backup, "PRAGMA user_version = 99");
    OpenWindow open;
    open.window.openFile(county.path);
    open.take("restoreAction");
    QDialog *dialog = open.dialog("restoreDialog");
    REQUIRE(dialog);
    REQUIRE(waitFor([&] { return partOf<QLabel>(*dialog, "backupState")->text().contains(u"较新版本"_s); }));
    CHECK_FALSE(partOf<QPushButton>(*dialog, "accept")->isEnabled());
    QTest::keyClick(partOf<ui::DataTable>(*dialog, "backups"), Qt::Key_Return);
    CHECK(dialog->isVisible());
    CHECK(county.kept().isEmpty());

    open.prompt.answer(elsewhere);
    open.prompt.answer(u"恢复"_s);
    QTest::mouseClick(partOf<QPushButton>(*dialog, "elsewhere"), Qt::LeftButton);
    REQUIRE(waitFor([&] { return open.said(u"已从备份恢复"_s); }));
    CHECK(organizationsIn(open.window.workspace()->store()) == 1);
}

TEST_CASE("what is refused while a backup is restored leaves the open file open")
{
    const CountyWithBackup county;
    OpenWindow open;
    open.window.openFile(county.path);
    tamper(county.backup, "UPDATE organization SET name = '丙协会'");
    open.take("restoreAction");
    QDialog *dialog = open.dialog("restoreDialog");
    REQUIRE(dialog);
    auto *accept = partOf<QPushButton>(*dialog, "accept");
    REQUIRE(waitFor([&] { return accept->isEnabled(); }));
    const ui::Workspace *before = open.window.workspace();
    QTest::mouseClick(accept, Qt::LeftButton);
    REQUIRE(waitFor([&] { return !open.prompt.errors().isEmpty(); }));
    CHECK(open.prompt.errors().front().text.contains(u"没有通过校验"_s));
    CHECK(open.window.workspace() == before);
    CHECK(organizationsIn(open.window.workspace()->store()) == 2);
    CHECK(county.kept().isEmpty());
}

TEST_CASE("a backup from before something left the house is put in place only after a yes")
{
    const CountyWithBackup county;
    {
        const auto store = core::Store::open(county.path);
        requireOk(store);
        requireOk((*store)->change(u"送达文书 1 号"_s, [](core::Change &) { return core::ok(); },
                                   {.outward = true}));
    }
    OpenWindow open;
    open.window.openFile(county.path);
    for (const bool wanted : {false, true}) {
        open.take("restoreAction");
        QDialog *dialog = open.dialog("restoreDialog");
        REQUIRE(dialog);
        auto *accept = partOf<QPushButton>(*dialog, "accept");
        REQUIRE(waitFor([&] { return accept->isEnabled(); }));
        if (wanted)
            open.prompt.answer(u"恢复"_s);
        const qsizetype before = open.prompt.said().size();
        QTest::mouseClick(accept, Qt::LeftButton);
        REQUIRE(waitFor([&] { return open.prompt.said().size() > before; }));
        CHECK(open.prompt.said().at(before).contains(u"送达文书 1 号"_s));
        REQUIRE(waitFor([&] { return !open.dialog("workDialog") && !open.dialog("restoreDialog"); }));
        if (wanted)
            REQUIRE(waitFor([&] { return open.said(u"已从备份恢复"_s); }));
        CHECK(organizationsIn(open.window.workspace()->store()) == (wanted ? 1 : 2));
    }
    CHECK(county.kept().size() == 1);
}

TEST_CASE("a file that cannot be opened any more is restored from the start page")
{
    const CountyWithBackup county;
    {
        QFile file(county.path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("rubbish");
    }
    OpenWindow open;
    open.window.openFile(county.path);
    CHECK_FALSE(open.window.workspace());
    CHECK(open.prompt.errors().size() == 1);
    open.prompt.answer(county.path);
    QTest::mouseClick(partOf<QPushButton>(open.window, "restoreFile"), Qt::LeftButton);
    QDialog *dialog = open.dialog("restoreDialog");
    REQUIRE(dialog);
    auto *accept = partOf<QPushButton>(*dialog, "accept");
    REQUIRE(waitFor([&] { return accept->isEnabled(); }));
    QTest::keyClick(partOf<ui::DataTable>(*dialog, "backups"), Qt::Key_Return);
    REQUIRE(waitFor([&] { return open.window.workspace() != nullptr; }));
    CHECK(organizationsIn(open.window.workspace()->store()) == 1);
    CHECK(county.kept().size() == 1);
}

TEST_CASE("the window asks what becomes of the lock of another computer, and does that")
{
    for (const bool breaks : {true, false}) {
        const CountyWithBackup county;
        lockFromElsewhere(county.path);
        OpenWindow open;
        open.prompt.answer(breaks ? u"解除锁定并打开"_s : u"只读打开"_s);
        open.window.openFile(county.path);
        CHECK(open.said(u"DESKTOP-OLD"_s));
        REQUIRE(open.window.workspace());
        CHECK(open.window.workspace()->store().isReadOnly() != breaks);
        CHECK(bytesOf(county.path + u".lock"_s).contains("DESKTOP-OLD") != breaks);
    }
    const CountyWithBackup county;
    lockFromElsewhere(county.path);
    OpenWindow open;
    open.prompt.refuse();
    open.window.openFile(county.path);
    CHECK_FALSE(open.window.workspace());
}

TEST_CASE("the window offers the way out also for a lock that names nobody")
{
    const CountyWithBackup county;
    writeBytes(county.path + u".lock"_s, QByteArray(40, '\0'));
    OpenWindow open;
    open.prompt.answer(u"解除锁定并打开"_s);
    open.window.openFile(county.path);
    REQUIRE(open.window.workspace());
    CHECK_FALSE(open.window.workspace()->store().isReadOnly());
}

#ifdef Q_OS_UNIX
TEST_CASE("the window shows a file on a full disk, for looking only, and says why")
{
    const CountyWithBackup county;
    OpenWindow open;
    bool isShown = false;
    bool isReadOnly = false;
    QString reason;
    {
        const FullDisk full(0);
        open.window.openFile(county.path);
        isShown = open.window.workspace() != nullptr;
        if (isShown) {
            isReadOnly = open.window.workspace()->store().isReadOnly();
            reason = open.window.workspace()->store().readOnlyReason();
        }
    }
    REQUIRE(isShown);
    CHECK(isReadOnly);
    CHECK(reason.contains(u"满了，只能查看"_s));
    CHECK(open.prompt.errors().isEmpty());
    CHECK(organizationsIn(open.window.workspace()->store()) == 2);
}
#endif

TEST_CASE("a file with a trigger of somebody else is shown for looking only, when that is wanted")
{
    const CountyWithBackup county;
    tamper(county.path, "CREATE TRIGGER quiet AFTER UPDATE ON organization BEGIN SELECT 1; END");
    OpenWindow open;
    open.prompt.answer(u"是"_s);
    open.window.openFile(county.path);
    CHECK(open.said(u"quiet"_s));
    CHECK(open.prompt.lastStakes() == ui::Prompt::Stakes::None); // looking costs nothing
    REQUIRE(open.window.workspace());
    CHECK(open.window.workspace()->store().isReadOnly());
}

#ifdef Q_OS_LINUX

// Reading a file and closing it drops every lock that the process has on it: the next program to look at the
// county would remove its log under the open window.
TEST_CASE("a dialog of files that shows the folder of the open county leaves its locks")
{
    TestStore store;
    requireOk(store->count({.type = u"organization"_s})); // SQLite takes its locks with the first question
    const auto locks = [&] { return locksOn(store.path()) + locksOn(store.path() + u"-shm"_s); };
    const QStringList before = locks();
    REQUIRE(before.size() >= 2);
    QWidget window;
    showActive(window, {1366, 768});
    ui::WindowPrompt prompt(&window);
    prompt.setHome(store.folder());
    using Kind = ui::Prompt::FileKind;
    const std::vector<std::function<void()>> dialogs = {
        [&] { prompt.openFile(Kind::Attachment, u"打开"_s, u"*"_s, [](const std::optional<QString> &) {}); },
        [&] {
            prompt.saveFile(Kind::Export, u"另存为"_s, u"表.xlsx"_s, u"*"_s,
                            [](const std::optional<QString> &) {});
        },
        [&] { prompt.chooseFolder(Kind::Report, u"文件夹"_s, [](const std::optional<QString> &) {}); }};
    for (const auto &open : dialogs) {
        open();
        auto *dialog = window.findChild<QFileDialog *>();
        REQUIRE(dialog);
        CHECK(dialog->directory() == QDir(store.folder()));
        auto *model = dialog->findChild<QFileSystemModel *>();
        REQUIRE(model);
        REQUIRE(waitFor([&] {
            return dialog->fileMode() == QFileDialog::Directory ||
                   model->rowCount(model->index(store.folder())) > 0;
        }));
        QTest::qWait(300); // what a file is, another thread looks up
        CHECK(locks() == before);
        dialog->reject();
        REQUIRE(waitFor([&] { return !window.findChild<QFileDialog *>(); }));
    }
    CHECK(locks() == before);
}

#endif
