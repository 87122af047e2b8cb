// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/linelist.h"
#include "ui/pages/page.h"
#include "ui/storequestions.h"

class QPushButton;

namespace ui {

class DataTable;
class EmptyState;

/// Records that were removed, of all types; they can be taken back.
class RecycleBinPage : public Page
{
    Q_OBJECT
public:
    /// A record that was removed.
    struct Line
    {
        const core::RecordType *type;
        QString id;
        QString name;
    };

    explicit RecycleBinPage(Session &session, QWidget *parent = nullptr);

    void enter() override;
    void focusFirst() override;

private:
    void showLines();
    void restore();

    LineList<Line> *m_model;
    DataTable *m_table;
    EmptyState *m_empty;
    QWidget *m_card;
    QPushButton *m_restore;
    StoreQuestions m_questions;
};

} // namespace ui
