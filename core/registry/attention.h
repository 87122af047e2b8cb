// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QDate>
#include <QString>

#include <vector>

namespace core {

/// Something on the home page that wants attention, with the list behind it.
struct DataFinding
{
    enum class Weight { Late, Soon, Plain };
    QString key;   ///< Stable name, for tests and badges.
    QString label; ///< 缺统一社会信用代码
    qint64 count = 0;
    Weight weight = Weight::Plain;
    Query query; ///< The records it counts.
};

/// A date that is due.
struct DueItem
{
    QString subject;      ///< 换届, 等级到期
    QString organization; ///< Name.
    QString organizationId;
    QString town;
    QDate due;
};

/// How far the evaluation of a town has come.
struct TownProgress
{
    QString town;
    QString townId;
    qint64 rated = 0;
    qint64 total = 0;
};

/// The data check-up (数据体检): what is missing or doubtful in the registers on \a today, the worst first.
/// Findings without a hit are left out.
Result<std::vector<DataFinding>> dataFindings(const Store &store, QDate today);

/// Terms of office and grades that end by \a until, or have ended and were not renewed, the earliest first;
/// at most \a limit.
Result<std::vector<DueItem>> dueItems(const Store &store, QDate until, int limit);
/// How many of them there are before \a until (exclusive) from \a from (inclusive; invalid: from the start).
Result<qint64> countDue(const Store &store, QDate from, QDate until);

/// Active organizations of each town, and how many of them have a result for \a year; towns by their code.
Result<std::vector<TownProgress>> evaluationProgress(const Store &store, int year);

} // namespace core
