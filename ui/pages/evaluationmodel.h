// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "ui/pages/evaluationscope.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>

#include <array>

namespace ui {

/// The ranking of a year: results of organizations, windows of rows only; the store sorts and filters.
class EvaluationModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int windowRows = 128; ///< Rows that are asked for together.
    enum Column { Rank, Name, Town, Party, Standard, Service, Extra, Total, Band, Change, ColumnCount };
    /// Most points of the three rankings for the kind shown; 0: they differ, or have none.
    using Maxima = std::array<core::Decimal, 4>;

    explicit EvaluationModel(core::Store &store, QObject *parent = nullptr);

    /// Shows these results. \a places: digits after the point.
    void setScope(const EvaluationScope &scope, const Maxima &maxima, int places);
    /// Asks again for the same.
    void refresh();
    const EvaluationScope &scope() const { return m_scope; }
    qint64 count() const { return m_count; }

    QString organizationAt(int row) const;
    QString resultAt(int row) const;
    /// Row of an organization among the first \a most rows; −1: not there. Each window is a question.
    int rowOf(const QString &organization, int most = windowRows) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void failed(const core::Error &error);

private:
    struct Window
    {
        std::vector<QVariantList> rows;
        std::vector<qint64> ranks;
    };

    const Window *windowOf(int row) const;
    std::vector<qint64> ranksOf(const Window &window) const;
    void countPlaces() const;
    core::Query sorted() const;
    QString rankField() const;
    QVariant textOf(const QVariantList &row, qint64 rank, int column) const;
    std::optional<core::Decimal> changeOf(const QVariantList &row) const;

    core::Store &m_store;
    EvaluationScope m_scope;
    Maxima m_maxima{};
    int m_places = 1;
    int m_count = 0;
    std::vector<core::SortKey> m_sort;       ///< Chosen by the clerk; empty: the order of the ranking.
    mutable QHash<qint64, qint64> m_placeOf; ///< By points, where the file does not hold the place.
    mutable QCache<int, Window> m_windows{24};
};

} // namespace ui
