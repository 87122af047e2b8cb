// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/attention.h"
#include "ui/pages/page.h"

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
    void build();
    void ask();
    void showDue();
    void showFindings();
    void showProgress();
    void showTiles();

    qint64 m_overdue = 0;
    bool m_stale = true;
    std::vector<core::DueItem> m_due;
    std::vector<core::Finding> m_findings;
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
};

} // namespace ui
