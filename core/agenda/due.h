// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feature/duesource.h"
#include "core/store/store.h"

#include <span>
#include <vector>

namespace core {

/// Days on which something is due.
struct DueSpan
{
    QDate from;  ///< Invalid: since ever.
    QDate until; ///< Not included.

    /// What was due before \a today and was not done.
    static DueSpan late(QDate today) { return {{}, today}; }
    /// What is due on \a today or within the days of the rule due_soon_days; nothing where no rule is in
    /// force.
    static DueSpan soon(QDate today);
    /// Both.
    static DueSpan lateOrSoon(QDate today) { return {{}, soon(today).until}; }
};

/// How many days before its day something is soon due: the rule due_soon_days; 0 where none is in force.
int dueSoonDays(QDate today);

/// A record that is due.
struct DueItem
{
    const DueSource *source = nullptr;
    QString id; ///< Of the record.
    QDate due;
    QString organization; ///< Name.
    QString town;         ///< Name; may be empty.

    const RecordType &type() const { return *findRecordType(source->query.type); }
};

using DueSources = std::span<const DueSource *const>;

/// The records of one source that are due in \a span: what is counted is what is listed.
Query dueQuery(const DueSource &source, const DueSpan &span);

/// How many there are over all sources.
Result<qint64> countDue(const Store &store, DueSources sources, const DueSpan &span);

/// The first \a limit over all sources, the earliest first; of the same day in the order of the sources, then
/// of entry. −1: all.
Result<std::vector<DueItem>> dueItems(const Store &store, DueSources sources, const DueSpan &span,
                                      int limit = -1);

} // namespace core
