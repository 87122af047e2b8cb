// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/yearenddata.h"

#include <QAbstractTableModel>

#include <memory>

namespace ui {

/// The organizations whose reports are to be printed, in the order of printing.
class ReportListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// \a rows: positions in the outcome of \a data.
    void setRows(std::shared_ptr<const core::YearEndData> data, std::vector<qsizetype> rows);
    const std::vector<qsizetype> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const core::YearEndData> m_data;
    std::vector<qsizetype> m_rows;
};

} // namespace ui
