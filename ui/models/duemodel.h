// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agenda/due.h"

#include <QAbstractTableModel>
#include <QHash>

namespace core {
class WorkCalendar;
}

namespace ui {

/// What is due, one row a record, the earliest first.
class DueModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Subject, Organization, Town, Deadline, Day, ColumnCount };

    explicit DueModel(QObject *parent = nullptr);

    /// Shows \a items as they are on \a today. The filters stay.
    void setItems(std::vector<core::DueItem> items, QDate today);
    const core::DueItem &at(int row) const { return m_items[m_rows[size_t(row)]]; }
    qint64 total() const { return qint64(m_items.size()); } ///< Without filters.

    /// Rows whose text in \a column contains \a text; of Deadline those of the state. Empty: all.
    void setFilter(int column, const QString &text);
    /// What the filter of Deadline accepts: late, soon.
    static QStringList states();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    QString text(const core::DueItem &item, int column) const;
    bool isWanted(const core::DueItem &item) const;
    void fill();

    std::vector<core::DueItem> m_items;
    std::vector<size_t> m_rows; ///< Positions of the items shown.
    QHash<int, QString> m_filters;
    int m_sorted = -1; ///< Column; −1: as they came.
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QDate m_today;
    const core::WorkCalendar &m_calendar;
};

} // namespace ui
