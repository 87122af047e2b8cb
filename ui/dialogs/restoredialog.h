// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/restoration.h"
#include "ui/models/linelist.h"
#include "ui/widgets/dialogbox.h"

namespace ui {

class DataTable;
class Prompt;
class TextLabel;

/// Offers the backups of a file, newest first, with what each holds; or one that lies elsewhere.
class RestoreDialog : public DialogBox
{
    Q_OBJECT
public:
    RestoreDialog(const QString &county, Prompt &prompt, QWidget *window);

    void accept() override;

Q_SIGNALS:
    void chosen(const QString &backup);

private:
    void show(std::vector<core::BackupSummary> backups);
    void chooseElsewhere();
    /// Says of the current backup why it cannot be restored, if so.
    void showCurrent(int row);

    Prompt &m_prompt;
    LineList<core::BackupSummary> *m_backups;
    DataTable *m_table;
    TextLabel *m_state;
    QPushButton *m_restore;
};

} // namespace ui
