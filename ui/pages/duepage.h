// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/storequestions.h"

namespace ui {

class DataTable;
class DueModel;
class EmptyState;
class Tag;
class TextLabel;

/// 到期事项: all that is late or soon due, over all features, each row the record it is about.
class DuePage : public Page
{
    Q_OBJECT
public:
    explicit DuePage(Session &session, QWidget *parent = nullptr);

    void enter() override;
    void showAll() override;
    void focusFirst() override;
    /// Lists only what is late, only what is soon due, or all.
    void show(Due due);

private:
    void build();
    void ask();
    void showCounts();

    DueModel *m_model;
    TextLabel *m_counted;
    Tag *m_filtered;
    DataTable *m_table;
    EmptyState *m_empty;
    bool m_isNarrowed = false; ///< To what a figure elsewhere counts.
    StoreQuestions m_questions;
};

} // namespace ui
