// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/duemodel.h"

#include "core/base/calendar.h"
#include "core/base/deadlinewords.h"
#include "core/base/pinyin.h"
#include "core/base/tr.h"
#include "ui/widgets/celldelegate.h"

#include <algorithm>

namespace ui {

namespace {

bool isLate(const core::DueItem &item, QDate today)
{
    return item.due < today;
}

} // namespace

DueModel::DueModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_calendar(core::WorkCalendar::shipped())
{}

void DueModel::setItems(std::vector<core::DueItem> items, QDate today)
{
    m_items = std::move(items);
    m_today = today;
    fill();
}

void DueModel::setFilter(int column, const QString &text)
{
    if (text.isEmpty())
        m_filters.remove(column);
    else
        m_filters.insert(column, text);
    fill();
}

QStringList DueModel::states()
{
    return {core::tr("已超期"), core::tr("将到期")};
}

bool DueModel::isWanted(const core::DueItem &item) const
{
    for (auto filter = m_filters.begin(); filter != m_filters.end(); ++filter) {
        const bool fits = filter.key() == Deadline
                              ? filter.value() == states()[isLate(item, m_today) ? 0 : 1]
                              : text(item, filter.key()).contains(filter.value(), Qt::CaseInsensitive);
        if (!fits)
            return false;
    }
    return true;
}

void DueModel::fill()
{
    beginResetModel();
    m_rows.clear();
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (isWanted(m_items[i]))
            m_rows.push_back(i);
    }
    if (m_sorted == Deadline || m_sorted == Day) {
        std::ranges::stable_sort(m_rows, {}, [this](size_t i) { return m_items[i].due; });
    } else if (m_sorted >= 0) {
        std::vector<QByteArray> keys(m_items.size());
        for (const size_t i : m_rows)
            keys[i] = core::pinyinSortKey(text(m_items[i], m_sorted)).toUtf8();
        std::ranges::stable_sort(m_rows, {}, [&](size_t i) -> const QByteArray & { return keys[i]; });
    }
    if (m_order == Qt::DescendingOrder && m_sorted >= 0)
        std::ranges::reverse(m_rows);
    endResetModel();
}

void DueModel::sort(int column, Qt::SortOrder order)
{
    m_sorted = column;
    m_order = order;
    fill();
}

int DueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DueModel::text(const core::DueItem &item, int column) const
{
    switch (column) {
    case Subject: return core::tr(item.source->title);
    case Organization: return item.organization;
    case Town: return item.town;
    case Day: return item.due.toString(Qt::ISODate);
    default: return core::deadlineWords(item.due, m_today, m_calendar);
    }
}

QVariant DueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const core::DueItem &item = at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(item, index.column());
    if (role == ToneRole && index.column() == Deadline) // only what is late or soon due is listed
        return int(isLate(item, m_today) ? Tone::Late : Tone::Soon);
    if (role == LookRole && (index.column() == Town || index.column() == Day))
        return int(CellLook::Secondary);
    return {};
}

QVariant DueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList heads{core::tr("事项"), core::tr("社会组织"), core::tr("镇街"), core::tr("时限"),
                            core::tr("到期日")};
    return heads.value(section);
}

} // namespace ui
