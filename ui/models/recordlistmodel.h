// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/style/tokens.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>

#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// A column whose values do not stand in the record itself: the points of an organization.
struct ExtraColumn
{
    struct Value
    {
        QVariant shown; ///< Text, or a number's text for the right side.
        Tone tone = Tone::Neutral;
    };
    QString key; ///< For remembering the choice of columns.
    QString heading;
    bool number = false;
    bool tagged = false;
    QStringList choices = {}; ///< Of its filter; empty: a field to type into.
    /// Values for the records of one window.
    std::function<QHash<QString, Value>(const QStringList &ids)> fetch;
    /// What its filter means; empty when the text is no filter.
    std::function<std::optional<core::Condition>(const QString &text)> condition;
};

/// The records of one type as a table. Holds windows of rows, never all of them: the store sorts, filters
/// and counts. Follows the store's changes.
class RecordListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    RecordListModel(core::Store &store, const core::RecordType &type, QObject *parent = nullptr);

    const core::RecordType &type() const { return m_type; }
    /// Columns: positions of fields, in the order shown.
    void setColumns(std::vector<int> fields, std::vector<ExtraColumn> extras = {});
    int fieldOf(int column) const; ///< −1: an extra column.
    const ExtraColumn *extraOf(int column) const;

    /// What the page as a whole is about, besides the filters of the columns.
    void setScope(const core::Condition &scope, std::optional<core::DateWindow> window = {},
                  std::optional<int> year = {});
    /// The filter of a column; empty: none. False when the text is no filter.
    bool setFilter(int column, const QString &text);
    void clearFilters();
    bool isFiltered() const { return !m_filters.isEmpty() || !m_scope.isTrivial() || m_window; }
    qint64 total() const { return m_total; } ///< Without filters.
    /// The query behind what is shown, for export and reports.
    core::Query query() const;

    QString idAt(int row) const;
    /// The row of a record, looked for among the rows fetched so far and then by asking; −1: not shown.
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void counted(); ///< The number of rows or of all records is another one.
    void failed(const core::Error &error);

private:
    static constexpr int windowRows = 128;
    struct Window
    {
        std::vector<QVariantList> rows;
        std::vector<QHash<QString, ExtraColumn::Value>> extras; ///< One for each extra column.
    };

    const Window *windowOf(int row) const;
    void ask();
    void follow(const core::ChangeSet &changes);

    core::Store &m_store;
    const core::RecordType &m_type;
    std::vector<int> m_fields;
    std::vector<ExtraColumn> m_extras;
    core::Condition m_scope;
    std::optional<core::DateWindow> m_window;
    std::optional<int> m_year;
    QHash<int, std::pair<QString, core::Condition>> m_filters;
    std::vector<core::SortKey> m_sort;
    int m_count = 0;
    qint64 m_total = 0;
    mutable QCache<int, Window> m_windows{24};
};

} // namespace ui
