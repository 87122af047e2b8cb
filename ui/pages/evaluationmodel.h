// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/storedplaces.h"
#include "core/store/store.h"
#include "ui/models/rowwindows.h"
#include "ui/pages/evaluationscope.h"

#include <QAbstractTableModel>
#include <QHash>

namespace ui {

/// The ranking of a year: results of organizations, windows of rows only; the store sorts and filters, off
/// the window's thread. Until it has answered, what was there before is shown.
class EvaluationModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// The rankings have a column each, from FirstRanking on.
    enum Column {
        Rank,
        Name,
        Town,
        FirstRanking,
        Extra = FirstRanking + int(core::enumCount<core::Ranking>),
        Total,
        Band,
        Change,
        ColumnCount
    };
    static Column columnOf(core::Ranking ranking) { return Column(FirstRanking + int(ranking)); }
    /// The ranking a column shows; empty: it shows something else.
    static std::optional<core::Ranking> rankingIn(int column);
    /// Most points of the rankings for the kind shown; 0: they differ, or have none.
    using Maxima = core::ByRanking<core::Decimal>;

    explicit EvaluationModel(core::Store &store, QObject *parent = nullptr);

    /// Shows these results of an evaluation by \a scheme.
    void setScope(const EvaluationScope &scope, const Maxima &maxima, const core::Scheme &scheme);
    qint64 count() const { return m_rows.count(); }
    qint64 everyone() const { return m_everyone; } ///< Of the scope without its range.

    QString organizationAt(int row) const; ///< Empty: not there yet.
    QString resultAt(int row) const;
    /// Row of an organization among the rows that are there; −1: not there.
    int rowOf(const QString &organization) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void counted(); ///< The rows of another scope, or in another order, are there.
    void filled();  ///< Rows that were empty are there.
    void failed(const core::Error &error);

private:
    /// What is shown: asked for together.
    struct Shown
    {
        EvaluationScope scope;
        Maxima maxima{};
        int places = 1;                    ///< Digits after the point.
        std::vector<core::TieKey> tieKeys; ///< Of the scheme.
        std::vector<core::SortKey> sort;   ///< Chosen by the clerk; empty: the order of the ranking.
        bool isLastFirst = false;          ///< That order, turned round.

        QString rankField() const;
        core::Query sorted() const;
        void sortByPlace(std::vector<qint64> &order, const core::StoredPlaces &places) const;
        RowWindows::Fetch fetch() const;
    };
    struct Counts
    {
        RowWindows::Order order;
        qint64 everyone = 0;
        core::StoredPlaces places;
        RowWindows::Windows windows;
    };
    enum Subject { Counting, Fetching };

    void ask();
    static core::Result<Counts> read(const core::Store &store, const Shown &wanted);
    qint64 rankOf(const QVariantList &row) const;
    QVariant textOf(const QVariantList &row, int column) const;
    std::optional<core::Decimal> changeOf(const QVariantList &row) const;

    Shown m_wanted;
    Shown m_shown;
    qint64 m_everyone = 0;
    core::StoredPlaces m_places; ///< Where the results do not hold them themselves.
    StoreQuestions m_questions;
    RowWindows m_rows{m_questions, Fetching};
};

} // namespace ui
