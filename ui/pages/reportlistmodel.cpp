// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportlistmodel.h"

#include "core/base/tr.h"
#include "ui/widgets/celldelegate.h"

namespace ui {

void ReportListModel::setRows(std::shared_ptr<const core::YearEndData> data, std::vector<qsizetype> rows)
{
    beginResetModel();
    m_data = std::move(data);
    m_rows = std::move(rows);
    endResetModel();
}

int ReportListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ReportListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const qsizetype at = m_rows[size_t(index.row())];
    const core::Score &score = m_data->outcome().scores[size_t(at)];
    const bool isName = index.column() == 0;
    switch (role) {
    case Qt::DisplayRole:
        if (isName)
            return m_data->name(at);
        return score.rated ? score.total.toString(m_data->outcome().plan.scheme->places) : core::tr("不参评");
    case Qt::ToolTipRole: return isName ? QVariant(m_data->name(at)) : QVariant();
    case Qt::TextAlignmentRole: return isName ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case LookRole: return isName ? QVariant() : QVariant(int(CellLook::Coloured));
    case ToneRole:
        if (isName || !score.rated)
            return {};
        return int(score.warning == core::WarningLevel::Warning ? Tone::Late
                   : score.warning == core::WarningLevel::Watch ? Tone::Soon
                                                                : Tone::Neutral);
    default: return {};
    }
}

QVariant ReportListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::DisplayRole)
        return section == 0 ? core::tr("社会组织") : core::tr("总分");
    return {};
}

} // namespace ui
