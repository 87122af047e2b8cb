// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "ui/widgets/prompt.h"

#include <QDate>
#include <QMainWindow>

#include <functional>
#include <memory>

class QStackedWidget;

namespace core {
class Restoration;
class Store;
} // namespace core

namespace ui {

class StartPage;
class Workspace;

/// The window: a start page while no file is open, else the workspace of the file.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// \a prompt and \a today are seams for tests; without a prompt the window asks by dialogs.
    explicit MainWindow(Prompt *prompt = nullptr, std::function<QDate()> today = &QDate::currentDate,
                        QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a file; an error is shown and what was open stays open. Asks before unsaved changes are given
    /// up. A file of an older version is brought to the present one first, beside the window, which says how
    /// far it is.
    void openFile(const QString &path);
    Workspace *workspace() const { return m_workspace; }
    QSize sizeHint() const override { return {1366, 768}; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void chooseFile();
    void newFile();
    /// Runs \a then once what is open may be left: no task runs, nothing unsaved is lost without a question.
    void leaveFile(std::function<void()> then);
    void open(const QString &path);
    void openNow(const QString &path);
    void refuse(const core::Error &error, const QString &path);
    /// Offers the backups of \a county; the one that is chosen takes its place.
    void offerBackups(const QString &county);
    void restore(const QString &county, const QString &backup);
    void takePlace(const std::shared_ptr<core::Restoration> &waiting, const QString &county);
    void chooseFileToRestore();
    /// Runs \a work on a file beside the window, under a dialog that says how far it is; \a done gets what it
    /// answered.
    template<typename T>
    void runBeside(const QString &what, const QString &text,
                   std::function<core::Result<T>(core::Progress &)> work,
                   std::function<void(core::Result<T>)> done);
    void show(std::unique_ptr<core::Store> store);
    void closeFile();
    void extendMenu();
    void showAbout();

    WindowPrompt m_windowPrompt{this};
    Prompt &m_prompt;
    std::function<QDate()> m_today;
    QStackedWidget *m_stack;
    StartPage *m_start;
    Workspace *m_workspace = nullptr;
    std::shared_ptr<core::Progress> m_work; ///< What runs beside the window; null: nothing.
    bool m_closing = false;
};

} // namespace ui
