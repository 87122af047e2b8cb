// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importpreview.h"
#include "core/exchange/importtable.h"
#include "ui/session.h"
#include "ui/widgets/dialogbox.h"

#include <optional>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QStandardItemModel;
class QTabBar;

namespace ui {

class ImportChanges;
class ImportColumns;
class ProgressPanel;
class Tag;
class TextLabel;

/// Brings a sheet in: shows how it will be read, where columns can be read otherwise or left out, checks
/// every row without changing anything, hands back the rows that cannot be taken, then imports. Window-modal;
/// deletes itself when closed.
class ImportDialog : public DialogBox
{
    Q_OBJECT
public:
    ImportDialog(Session &session, QWidget *window);

    /// Reads the head of the file: chosen by the clerk, or dropped on the window.
    void setFile(const QString &path);

    void accept() override;
    void reject() override;

Q_SIGNALS:
    void imported(const QString &typeKey);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /// What the accepting button does next.
    enum class Step { Choose, Check, Import, Done };
    /// What the tabs show, in their order.
    enum Part { Columns, Changes, Refusals, Remarks };

    void buildFile();
    void buildResult();
    void buildTables();
    void chooseFile();
    void forgetChoices();
    void readHead(const core::RecordType *type, int sheet);
    void showHead(core::ImportPreview preview);
    void setStep(Step step);
    void showReport();
    void hideReport();
    void check();
    void import();
    void saveRefused();
    bool run(const QString &what, core::ImportOptions options, std::function<void(core::ImportReport)> done);
    core::ImportOptions options() const;
    QString resultText() const;
    QString stateText() const;
    QString handedBack() const;
    /// True when something of the sheet is to be handed back for mending.
    bool hasRest() const { return m_report && m_report->refused + m_report->leftOut > 0; }

    Session &m_session;
    QString m_path;
    core::ImportPreview m_preview;
    bool m_isTypeChosen = false;   ///< By the clerk: else each sheet is looked at anew.
    core::ColumnChoices m_choices; ///< Of the clerk, for this file; empty: what was remembered holds.
    std::optional<core::ImportReport> m_report;
    Step m_step = Step::Choose;
    bool m_running = false;
    bool m_refusedSaved = false;
    int m_headRequest = 0; ///< Answers to older questions about the head are dropped.

    QLineEdit *m_file = nullptr;
    QComboBox *m_type = nullptr;
    QComboBox *m_sheet = nullptr;
    TextLabel *m_hint = nullptr;
    QWidget *m_counts = nullptr;
    Tag *m_added = nullptr;
    Tag *m_updated = nullptr;
    Tag *m_unchanged = nullptr;
    Tag *m_refused = nullptr;
    Tag *m_leftOut = nullptr;
    QPushButton *m_saveRefused = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStandardItemModel *m_refusalModel = nullptr;
    QStandardItemModel *m_remarkModel = nullptr;
    ImportColumns *m_columns = nullptr;
    ImportChanges *m_changes = nullptr;
    ProgressPanel *m_progress = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_reject = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace ui
