// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/models/linelist.h"
#include "ui/pages/page.h"
#include "ui/storequestions.h"

namespace ui {

class DataTable;

/// Every change of the file, newest first, with its edits in sentences beside it.
class JournalPage : public Page
{
    Q_OBJECT
public:
    explicit JournalPage(Session &session, QWidget *parent = nullptr);

    void enter() override;
    void focusFirst() override;

private:
    enum Subject { Entries, Edits };
    void showEdits(int row);

    LineList<core::JournalEntry> *m_entries;
    LineList<QString> *m_edits;
    DataTable *m_table;
    DataTable *m_details;
    StoreQuestions m_questions;
};

} // namespace ui
