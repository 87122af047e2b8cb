// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/celldelegate.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace ui {

/// One column of a LineList.
template<typename Line>
struct LineColumn
{
    QString heading;
    std::function<QString(const Line &)> text;
    CellLook look = CellLook::Plain;
    bool isFigure = false; ///< Figures and their heading stand at the right.
};

/// A short list that is read whole: lines are values, columns say what they show of one. What may be long is
/// a RecordListModel, which reads as far as it is looked at.
template<typename Line>
class LineList : public QAbstractTableModel
{
public:
    explicit LineList(std::vector<LineColumn<Line>> columns, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
    {}

    void setLines(std::vector<Line> lines)
    {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
    }
    const Line &line(int row) const { return m_lines[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_lines.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const LineColumn<Line> &column = m_columns[size_t(index.column())];
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return column.text(line(index.row()));
        if (role == LookRole && column.look != CellLook::Plain)
            return int(column.look);
        return alignment(column, role);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const LineColumn<Line> &column = m_columns[size_t(section)];
        return role == Qt::DisplayRole ? column.heading : alignment(column, role);
    }

private:
    static QVariant alignment(const LineColumn<Line> &column, int role)
    {
        const bool right = role == Qt::TextAlignmentRole && column.isFigure;
        return right ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    }

    std::vector<LineColumn<Line>> m_columns;
    std::vector<Line> m_lines;
};

} // namespace ui
