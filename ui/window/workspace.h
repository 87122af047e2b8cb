// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/featurepages.h"
#include "ui/session.h"
#include "ui/storequestions.h"
#include "ui/taskrunner.h"

#include <QDateTime>
#include <QHash>
#include <QWidget>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class QAction;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace ui {

class NavigationBar;
class Page;
class ProgressPanel;
class Prompt;
class RecordPage;
class StatusLine;
class Toast;
class TopBar;

/// Everything in the window while a file is open: bars, pages, status. Owns the store.
class Workspace : public QWidget, public Navigator
{
    Q_OBJECT
public:
    Workspace(std::unique_ptr<core::Store> store, Prompt &prompt, std::function<QDate()> today,
              QWidget *parent = nullptr);
    ~Workspace() override;

    core::Store &store() const { return *m_store; }
    TaskRunner &tasks() { return m_tasks; }
    /// The menu behind ⋯; the window adds what concerns files and looks.
    QMenu *menu() const { return m_menu; }
    /// True when a task runs or a form holds what is not saved.
    bool isBusy() const;
    bool hasUnsavedWork() const;
    void importFile(const QString &path);

    void showPage(const QString &key) override;
    void showRecord(const core::RecordType &type, const QString &id) override;
    void showList(const core::Query &query, const QString &what) override;
    void showDue(Due due) override;
    void showReports(const PrintScope &scope) override;
    void showImport() override { importFile({}); }
    void tell(const QString &text, const QString &actionText = {},
              std::function<void()> action = {}) override;

Q_SIGNALS:
    void restoreWanted(); ///< The clerk wants the file back as a backup has it.

protected:
    /// Editors keep Ctrl+Z for themselves even when they have nothing to take back: then it is the file's.
    /// And they know one key of redo only.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void buildNavigation();
    void buildActions();
    void search(const QString &text);
    Page *page(const QString &key);
    /// Opens the page of a type; null where that is a page of its own (PageEntry), which is shown as it is.
    RecordPage *recordPage(const core::RecordType &type);
    /// Whether a task runs that must end first; the clerk is told so.
    bool isStillBusy();
    void newRecord();
    void undo();
    void redo();
    /// What people know as the keys of redo, whatever system they learned them on.
    static QList<QKeySequence> redoKeys();
    /// One step back or forward in what was done to the file.
    struct Step
    {
        QString what;    ///< What is undone or done again; empty: there is nothing.
        QString title;   ///< Of the task.
        QString unsaved; ///< Said instead while the page has unsaved work.
        core::Status (core::Store::*run)(core::Progress *);
        std::function<void()> done; ///< Tells of it.
    };
    void takeStep(const Step &step);
    void showUndo();
    void showStatus();
    void backUp();
    /// Verifies the file, and compares the head on a paper with its journal.
    void verify(const QString &head = {});
    void compareHead();

    enum Subject { Preparing, Searching, Status };
    /// What the line at the bottom says of the file, and the pills of the navigation.
    struct FileState
    {
        QStringList inBrief; ///< What the features say.
        QDateTime backup;
        QString journalHead;
        std::vector<std::pair<QString, Badge>> badges; ///< By the key of the entry.
    };
    static core::Result<FileState> stateOf(const core::Store &store, QDate today);
    void showState(const FileState &state);

    std::unique_ptr<core::Store> m_store;
    StoreQuestions m_questions;
    StoreQuestions m_searcher;
    TaskRunner m_tasks;
    Session m_session;
    QHash<QString, Page *> m_pages;
    QString m_current;
    TopBar *m_top;
    NavigationBar *m_navigation;
    QStackedWidget *m_stack;
    ProgressPanel *m_progress;
    StatusLine *m_status;
    Toast *m_toast;
    QMenu *m_menu;
    QPushButton *m_undoButton;
    QPushButton *m_importButton;
    QPushButton *m_newButton;
    QAction *m_undo;
    QAction *m_redo;
};

} // namespace ui
