// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "core/base/tr.h"
#include "core/newcounty.h"
#include "core/store/filelock.h"
#include "core/store/restoration.h"
#include "core/store/store.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/newcountydialog.h"
#include "ui/dialogs/restoredialog.h"
#include "ui/dialogs/workdialog.h"
#include "ui/settings.h"
#include "ui/style/theme.h"
#include "ui/window/startpage.h"
#include "ui/window/workspace.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int shownFiles = 5;

QString fileFilter()
{
    return core::tr("善治数据文件 (*.shanzhi)");
}

QStringList knownFiles()
{
    QStringList paths = settings::recentFiles.value();
    paths.removeIf([](const QString &path) { return !QFile::exists(path); });
    return paths;
}

} // namespace

MainWindow::MainWindow(Prompt *prompt, std::function<QDate()> today, QWidget *parent)
    : QMainWindow(parent)
    , m_prompt(prompt ? *prompt : m_windowPrompt)
    , m_today(std::move(today))
    , m_stack(new QStackedWidget)
    , m_start(new StartPage)
{
    setObjectName(u"window"_s);
    setWindowTitle(core::tr("善治"));
    setMinimumSize(900, 500); // 1366×768 at 150 %, 1920×1080 at 200 %
    m_stack->addWidget(m_start);
    setCentralWidget(m_stack);
    m_start->setRecentFiles(knownFiles());
    connect(m_start, &StartPage::newWanted, this, &MainWindow::newFile);
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseFile);
    connect(m_start, &StartPage::fileWanted, this, &MainWindow::openFile);
    connect(m_start, &StartPage::restoreWanted, this, &MainWindow::chooseFileToRestore);
    resize(sizeHint());
    restoreGeometry(settings::geometry.value());
}

MainWindow::~MainWindow()
{
    if (m_work)
        m_work->cancel();
    delete m_workspace; // before the prompt it uses
}

void MainWindow::leaveFile(std::function<void()> then)
{
    if (!m_workspace && !m_work)
        return then();
    if (m_work || m_workspace->isBusy()) {
        return m_prompt.inform(core::tr("任务还在运行"),
                               core::tr("请等它结束，或者先点“取消”，再关闭窗口或换一个文件。"));
    }
    if (!m_workspace->hasUnsavedWork())
        return then();
    m_prompt.confirm(core::tr("有修改还没有保存。放弃修改并关闭？"), core::tr("放弃并关闭"),
                     Prompt::Stakes::Loss, std::move(then));
}

void MainWindow::openFile(const QString &path)
{
    leaveFile([this, path] { open(path); });
}

template<typename T>
void MainWindow::runBeside(const QString &what, const QString &text,
                           std::function<core::Result<T>(core::Progress &)> work,
                           std::function<void(core::Result<T>)> done)
{
    const auto dialog = std::make_shared<QPointer<WorkDialog>>();
    m_work = core::runTask<T>(this, std::move(work),
                              [this, dialog, done = std::move(done)](core::Result<T> result) {
                                  m_work.reset();
                                  if (*dialog)
                                      (*dialog)->finish();
                                  done(std::move(result));
                              });
    *dialog = new WorkDialog(what, text, m_work, this);
    (*dialog)->open();
}

void MainWindow::open(const QString &path)
{
    if (!core::Store::isOlder(path))
        return openNow(path);
    runBeside<std::monostate>(
        core::tr("升级数据文件"),
        core::tr("“%1”由旧版本的程序保存，打开以前先备份，再升级到现在的版本。大的文件要几分钟；"
                 "取消的话，文件还是原来的样子。")
            .arg(QFileInfo(path).fileName()),
        [path](core::Progress &progress) -> core::Status {
            CORE_TRY(core::Store::open(path, core::Store::Access::Write, &progress));
            return core::ok();
        },
        [this, path](const core::Status &upgraded) {
            if (upgraded)
                openNow(path);
            else
                refuse(upgraded.error(), path);
        });
}

void MainWindow::openNow(const QString &path)
{
    auto opened = core::Store::open(path);
    if (opened)
        show(*std::move(opened));
    else
        refuse(opened.error(), path);
}

void MainWindow::refuse(const core::Error &error, const QString &path)
{
    if (error.code != core::Error::Code::Busy && error.code != core::Error::Code::ReadOnly)
        return m_prompt.error(error);
    const auto look = [this, path] {
        auto readOnly = core::Store::open(path, core::Store::Access::Read);
        if (readOnly)
            show(*std::move(readOnly));
        else
            m_prompt.error(readOnly.error());
    };
    const QString lookOnly = core::tr("只读打开");
    if (error.code != core::Error::Code::Busy || !core::FileLock::isLeft(path))
        return m_prompt.confirm(error.text, lookOnly, Prompt::Stakes::None, look);
    m_prompt.choose(core::tr("这个文件锁着"), error.text,
                    {{core::tr("解除锁定并打开"), Prompt::Stakes::Loss,
                      [this, path] {
                          if (const core::Status broken = core::FileLock::breakLeft(path); !broken)
                              return m_prompt.error(broken.error());
                          open(path);
                      }},
                     {lookOnly, Prompt::Stakes::None, look}});
}

void MainWindow::chooseFileToRestore()
{
    m_prompt.openFile(Prompt::FileKind::County, core::tr("要恢复哪个数据文件"), fileFilter(),
                      [this](const std::optional<QString> &path) {
                          if (path)
                              offerBackups(*path);
                      });
}

void MainWindow::offerBackups(const QString &county)
{
    auto *dialog = new RestoreDialog(county, m_prompt, this);
    connect(dialog, &RestoreDialog::chosen, this, [this, county](const QString &backup) {
        leaveFile([this, county, backup] { restore(county, backup); });
    });
    dialog->open();
}

void MainWindow::restore(const QString &county, const QString &backup)
{
    using Made = std::unique_ptr<core::Restoration>;
    const QString what = core::tr("从备份恢复");
    runBeside<Made>(
        what, core::tr("备份先取齐、校验，再放到数据文件的位置。到那时为止，现在的文件不动。"),
        [county, backup](core::Progress &progress) {
            return core::Restoration::prepare(backup, county, &progress);
        },
        [this, what, county](core::Result<Made> made) {
            if (!made)
                return m_prompt.error(made.error());
            const std::shared_ptr<core::Restoration> waiting = *std::move(made);
            const auto putInPlace = [this, waiting, county] { takePlace(waiting, county); };
            QStringList consequences{waiting->warning(), waiting->lost()};
            consequences.removeAll(QString());
            if (consequences.isEmpty())
                putInPlace();
            else
                m_prompt.confirm(consequences.join(u'\n'), what, Prompt::Stakes::Loss, putInPlace);
        });
}

void MainWindow::takePlace(const std::shared_ptr<core::Restoration> &waiting, const QString &county)
{
    closeFile(); // nobody may have the file open while it is replaced
    runBeside<core::Restored>(
        core::tr("从备份恢复"), core::tr("正在换上备份，原来的文件改名留在旁边。"),
        [waiting](core::Progress &) { return waiting->takePlace(); },
        [this, county](const core::Result<core::Restored> &restored) {
            openNow(county);
            if (restored)
                m_prompt.inform(core::tr("已从备份恢复"), restored->sentence());
            else
                m_prompt.error(restored.error());
        });
}

void MainWindow::show(std::unique_ptr<core::Store> store)
{
    closeFile();
    const QString path = store->path();
    m_workspace = new Workspace(std::move(store), m_prompt, m_today);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    setWindowTitle(core::tr("%1 — 善治").arg(QFileInfo(path).completeBaseName()));
    m_prompt.setHome(QFileInfo(path).absolutePath());
    extendMenu();
    QStringList recent = knownFiles();
    recent.removeAll(path);
    recent.prepend(path);
    settings::recentFiles.keep(recent.mid(0, shownFiles));
    settings::lastFile.keep(path);
}

void MainWindow::closeFile()
{
    delete m_workspace;
    m_workspace = nullptr;
    m_start->setRecentFiles(knownFiles());
    setWindowTitle(core::tr("善治"));
}

void MainWindow::extendMenu()
{
    connect(m_workspace, &Workspace::restoreWanted, this,
            [this] { offerBackups(m_workspace->store().path()); });
    QMenu *menu = m_workspace->menu();
    connect(menu->addAction(core::tr("新建数据文件…")), &QAction::triggered, this, &MainWindow::newFile);
    QAction *open = menu->addAction(core::tr("打开数据文件…"));
    open->setShortcut(QKeySequence::Open);
    m_workspace->addAction(open);
    // Later: the menu that is pressed goes with the file that is open.
    connect(open, &QAction::triggered, this, &MainWindow::chooseFile, Qt::QueuedConnection);
    menu->addSeparator();
    QMenu *look = menu->addMenu(core::tr("外观"));
    auto *group = new QActionGroup(look);
    for (const auto &[theme, text] : {std::pair{Theme::Light, core::tr("浅色")},
                                      {Theme::Dark, core::tr("深色")},
                                      {Theme::HighContrast, core::tr("高对比")}}) {
        QAction *action = look->addAction(text);
        action->setCheckable(true);
        action->setChecked(theme == currentTheme());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [chosen = theme] {
            settings::theme.keep(chosen);
            applyTheme(*qApp, chosen);
        });
    }
    connect(menu->addAction(core::tr("关于善治")), &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::chooseFile()
{
    m_prompt.openFile(Prompt::FileKind::County, core::tr("打开数据文件"), fileFilter(),
                      [this](const std::optional<QString> &path) {
                          if (path)
                              openFile(*path);
                      });
}

void MainWindow::newFile()
{
    auto *dialog = new NewCountyDialog(this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QString bureau = dialog->bureau();
        const QString code = dialog->divisionCode();
        m_prompt.saveFile(Prompt::FileKind::County, core::tr("新建数据文件"), bureau + u".shanzhi"_s,
                          fileFilter(), [this, bureau, code](const std::optional<QString> &path) {
                              if (!path)
                                  return;
                              const QString target =
                                  path->endsWith(u".shanzhi"_s) ? *path : *path + u".shanzhi"_s;
                              leaveFile([this, target, code, bureau] {
                                  auto created = core::createCounty(target, code, bureau);
                                  if (created)
                                      show(*std::move(created));
                                  else
                                      m_prompt.error(created.error());
                              });
                          });
    });
    dialog->open();
}

void MainWindow::showAbout()
{
    (new AboutDialog(this))->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    settings::geometry.keep(saveGeometry());
    const bool mayGo = !m_work && !(m_workspace && (m_workspace->isBusy() || m_workspace->hasUnsavedWork()));
    if (m_closing || mayGo)
        return event->accept();
    event->ignore();
    leaveFile([this] {
        m_closing = true;
        QTimer::singleShot(0, this, &QWidget::close); // not within the event that is being answered
    });
}

} // namespace ui
