// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <vector>

namespace core {

/// Records that want attention: what is missing or doubtful in the registers. Its figure is the number of
/// rows of its list, which is its query.
struct DataFinding
{
    enum class Weight { Late, Soon, Plain };
    QString key;   ///< Stable name, for tests.
    QString title; ///< 缺统一社会信用代码
    Weight weight = Weight::Plain;
    Query query; ///< Type and conditions.
};

/// A figure at the head of the home page, shown also when it is 0.
struct HeadFigure
{
    DataFinding finding;
    QString hint; ///< Said beside it: of which year.
    /// Records among them that are said beside the figure as well, with their name; may be empty.
    std::vector<std::pair<QString, Query>> among = {};
};

/// How far a job of the year has come, part by part.
struct JobProgress
{
    struct Part
    {
        QString name;
        qint64 done = 0; ///< Never more than all.
        qint64 all = 0;
        Query query; ///< All of the part.
    };
    QString title;    ///< 2025 年度评价进度
    QString doneWord; ///< 已评
    std::vector<Part> parts;
};

/// Records by which one sees that an organization is at work.
struct ActivitySource
{
    const char *type;     ///< Key of the record type.
    QString organization; ///< Path to the organization.
    QString date;         ///< Path to the day.
};

} // namespace core
