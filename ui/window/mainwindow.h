// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/prompt.h"

#include <QDate>
#include <QMainWindow>

#include <functional>
#include <memory>

class QStackedWidget;

namespace core {
class Store;
}

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
    /// up.
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
    bool m_closing = false;
};

} // namespace ui
