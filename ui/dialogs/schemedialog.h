// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scheme.h"
#include "ui/session.h"
#include "ui/widgets/dialogbox.h"

#include <optional>

class QListWidget;
class QStandardItemModel;

namespace ui {

class DataTable;
class TextLabel;

/// Chooses the scheme of a year: one that comes with the program, or a file. Shows what the scheme holds
/// and everything its check finds. Window-modal; deletes itself when closed.
class SchemeDialog : public DialogBox
{
    Q_OBJECT
public:
    SchemeDialog(Session &session, int year, const core::Scheme &current, QWidget *window);

    void accept() override;

Q_SIGNALS:
    void chosen(const core::Scheme &scheme);

private:
    struct Entry
    {
        QString title;
        QByteArray json;
    };
    void add(const QString &title, const QByteArray &json);
    void openFile();
    void showEntry(int row);
    void showFindings(const std::vector<core::Finding> &findings);

    Session &m_session;
    int m_year;
    std::vector<Entry> m_entries;
    std::optional<core::Scheme> m_scheme;
    QListWidget *m_list;
    TextLabel *m_about;
    TextLabel *m_verdict;
    QStandardItemModel *m_findings;
    DataTable *m_table;
    QPushButton *m_accept;
};

/// “3 类 15 项 · 满分 100＋10”: what a scheme holds, in a few words.
QString schemeSummary(const core::Scheme &scheme);

} // namespace ui
