// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/format.h"
#include "core/store/store.h"
#include "ui/models/rowwindows.h"
#include "ui/style/tokens.h"

#include <QAbstractTableModel>
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
    /// Values for the records of one window. Runs in the thread of the store.
    std::function<QHash<QString, Value>(const core::Store &store, const QStringList &ids)> fetch;
    /// What its filter means; empty when the text is no filter.
    std::function<std::optional<core::Condition>(const QString &text)> condition;
};

/// The records of one type as a table. The store sorts, filters and fetches, off the window's thread. Until
/// it has answered, what was there before is shown; rows that are not there yet are empty. Follows the
/// store's changes.
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
    /// The filter of a column; empty: none. Says why when the text is no filter, or asks about what is
    /// covered; what the column was filtered by before holds then.
    core::Status setFilter(int column, const QString &text);
    QString filterText(int column) const { return m_filters.value(column).first; }
    void clearFilters();
    /// Whether the values of persons are shown as they are: Audience::Screen or OpenScreen. Filters that may
    /// not be asked any more are taken away.
    void setAudience(core::Audience audience);
    core::Audience audience() const { return m_audience; }
    /// True when a column is one that the screen covers until it is asked.
    bool hasPersonalColumns() const;
    bool isCoveredColumn(int column) const { return coversColumn(column, m_audience); }
    /// Headings of the columns that are covered and filtered.
    QStringList coveredFilters() const;
    bool isFiltered() const { return !m_filters.isEmpty() || !m_scope.isTrivial() || m_window; }
    qint64 total() const { return m_total; } ///< Without filters; −1: not known yet.
    /// The query behind what is shown, for export and reports.
    core::Query query() const;

    /// True when the last answer was an error: what is shown is older, or nothing.
    bool hasFailed() const { return m_hasFailed; }
    /// Asks once more when the last answer was an error: the file may be back.
    void askAgain();

    /// True while another set of rows is awaited than the one that is shown.
    bool isAsking() const { return m_isNew; }

    QString idAt(int row) const; ///< Empty: not there yet.
    /// Tells \a done the row of a record; −1: not in the list. The last search replaces the one before.
    void find(const QString &id, std::function<void(int row)> done);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void counted(); ///< The number of rows or of all records is there, or another one.
    void filled();  ///< Rows that were empty are there.
    void failed(const core::Error &error);

private:
    struct Counts
    {
        RowWindows::Order order;
        qint64 total = 0;
        RowWindows::Windows windows;
    };
    enum Subject { Counting, Fetching, Finding };

    core::Result<core::Condition> conditionFor(int column, const QString &text) const;
    bool coversColumn(int column, core::Audience audience) const;
    RowWindows::Fetch fetch() const;
    void ask();
    void count(std::vector<int> numbers, StoreQuestions::Wait wait);
    void show(Counts counts);
    void patch(Counts counts);
    void follow(const core::ChangeSet &changes);

    const core::RecordType &m_type;
    std::vector<int> m_fields;
    std::vector<ExtraColumn> m_extras;
    core::Condition m_scope;
    std::optional<core::DateWindow> m_window;
    std::optional<int> m_year;
    QHash<int, std::pair<QString, core::Condition>> m_filters;
    std::vector<core::SortKey> m_sort; ///< Never empty.
    core::Audience m_audience = core::Audience::Screen;
    bool m_isNew = false; ///< The answer that is awaited has other rows, not the same ones changed.
    bool m_hasFailed = false;
    qint64 m_total = -1;
    /// The order that was made last; only the thread of the questions uses it.
    std::shared_ptr<RowWindows::Order> m_latest = std::make_shared<RowWindows::Order>();
    StoreQuestions m_questions;
    RowWindows m_rows{m_questions, Fetching};
};

} // namespace ui
