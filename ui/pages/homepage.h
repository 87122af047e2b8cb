// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/attention.h"
#include "ui/pages/page.h"
#include "ui/reader.h"

#include <vector>

class QAbstractTableModel;

namespace ui {

class BarMeter;
class Card;
class DataTable;
class EmptyState;
class FindingList;
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
    /// How many things are overdue, for the navigation.
    qint64 overdue() const { return m_overdue; }

Q_SIGNALS:
    void counted();
    void importWanted();

private:
    /// Everything the page shows, asked in one go off the window's thread.
    struct Answer
    {
        qint64 organizations = 0;
        qint64 onFile = 0;
        qint64 late = 0;
        qint64 soon = 0;
        qint64 warned = 0;
        std::vector<core::DueItem> due;
        std::vector<core::DataFinding> findings;
        std::vector<core::TownProgress> towns;
    };
    static core::Result<Answer> answerFrom(const core::Store &store, QDate today, int year, int soonDays);
    /// The year whose evaluation is going on: in the first half still the last one.
    int evaluatedYear() const;
    int soonDays() const;
    void build();
    void ask();
    void show(Answer answer);
    void showDue();
    void showFindings();
    void showProgress();
    void showTiles(const Answer &answer);

    qint64 m_overdue = 0;
    bool m_stale = true;
    std::vector<core::DueItem> m_due;
    std::vector<core::DataFinding> m_findings;
    std::vector<core::TownProgress> m_towns;
    TextLabel *m_day;
    StatTile *m_late;
    StatTile *m_soon;
    StatTile *m_warned;
    StatTile *m_count;
    Card *m_dueCard;
    DataTable *m_dueTable;
    QAbstractTableModel *m_dueModel;
    Card *m_progressCard;
    BarMeter *m_meter;
    DataTable *m_findingTable;
    QAbstractTableModel *m_findingModel;
    EmptyState *m_empty;
    QWidget *m_body;
    Reader m_reader;
};

} // namespace ui
