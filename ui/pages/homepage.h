// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agenda/due.h"
#include "core/agenda/findings.h"
#include "ui/pages/page.h"
#include "ui/storequestions.h"

#include <vector>

class QAbstractTableModel;
class QVBoxLayout;

namespace ui {

class BarMeter;
class Card;
class DataTable;
class EmptyState;
class DueModel;
class StatTile;
class TextLabel;

/// 今日要办: what is due, what is missing, how far the year is.
class HomePage : public Page
{
    Q_OBJECT
public:
    explicit HomePage(Session &session, QWidget *parent = nullptr);

    void enter() override;
    void focusFirst() override;

Q_SIGNALS:
    void counted(); ///< The figures shown are those of the file.

private:
    /// A figure of the head with its number, and those said beside it.
    struct Figure
    {
        core::HeadFigure figure;
        qint64 count = 0;
        std::vector<qint64> among;
    };
    /// Everything the page shows, asked in one go off the window's thread.
    struct Answer
    {
        qint64 late = 0;
        qint64 soon = 0;
        std::vector<core::DueItem> due; ///< The first of them.
        std::vector<Figure> figures;
        std::vector<core::Found> found;
        std::vector<core::JobProgress> progress;

        /// Nothing is in the registers.
        bool isEmpty() const;
    };
    /// A job of the year with its bars.
    struct Job
    {
        Card *card;
        BarMeter *meter;
    };
    static core::Result<Answer> answerFrom(const core::Store &store, QDate today);
    void build();
    QWidget *buildTiles();
    QWidget *buildDue();
    QWidget *buildCheckUp();
    void ask();
    void show(Answer answer);
    void showDue();
    void showFindings();
    void showProgress();
    void showTiles();

    Answer m_answer;
    TextLabel *m_day;
    StatTile *m_late;
    StatTile *m_soon;
    std::vector<StatTile *> m_figures; ///< Those of the answer, in their order.
    Card *m_dueCard;
    DataTable *m_dueTable;
    DueModel *m_dueModel;
    QVBoxLayout *m_right;
    std::vector<Job> m_jobs; ///< Those of the answer, in their order.
    DataTable *m_findingTable;
    QAbstractTableModel *m_findingModel;
    EmptyState *m_empty;
    QWidget *m_body;
    StoreQuestions m_questions;
};

} // namespace ui
