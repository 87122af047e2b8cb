// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/storequestions.h"

#include <QCache>
#include <QVariantList>

#include <span>
#include <utility>
#include <vector>

namespace ui {

/// The rows of a long list: the numbers of all of them, in order, and the values of those around what is
/// looked at. Values that are not there are asked for when they are looked at.
class RowWindows : public QObject
{
    Q_OBJECT
public:
    static constexpr int length = 128; ///< Rows that are fetched together.
    using Order = std::shared_ptr<const std::vector<qint64>>;
    using Rows = std::vector<QVariantList>;
    using Windows = std::vector<std::pair<int, Rows>>; ///< By number.
    /// Values of records; runs in the thread of the questions.
    using Fetch = std::function<core::Result<Rows>(const core::Store &, std::span<const qint64> numbers)>;

    /// \a subject is that of its own among \a questions.
    RowWindows(StoreQuestions &questions, int subject)
        : m_questions(questions)
        , m_subject(subject)
    {}

    /// The windows of these numbers, for set(). Any thread.
    static core::Result<Windows> read(const core::Store &store, const Fetch &fetch, const Order &order,
                                      const std::vector<int> &numbers);

    void set(Order order, Fetch fetch, Windows windows);
    /// Keeps the order; its rows have other columns from now on.
    void setFetch(Fetch fetch);
    int count() const { return m_order ? int(m_order->size()) : 0; }
    /// Null: there is no such row, or its values are not there yet.
    const QVariantList *row(int row) const;
    /// A row, among those that are there, whose value at \a position is \a value; −1: none.
    int find(int position, const QString &value) const;
    /// The windows around the row that was looked at last.
    std::vector<int> seen() const;

Q_SIGNALS:
    void filled(int first, int last); ///< Rows that were not there are there.
    void failed(const core::Error &error);

private:
    void fetchMissing();
    void keep(Windows windows);

    StoreQuestions &m_questions;
    const int m_subject;
    Order m_order;
    Fetch m_fetch;
    mutable QCache<int, Rows> m_windows{24};
    mutable std::vector<int> m_missing; ///< Asked for; the last ones were looked at last.
    mutable int m_lastSeen = 0;
    mutable bool m_isFetching = false; ///< Within row(): nobody needs to be told.
};

} // namespace ui
