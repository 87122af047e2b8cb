// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Small sheets, and their way into a store.
#pragma once

#include "core/exchange/importtable.h"
#include "core/registry/division.h"
#include "core/tabular/tablewriter.h"
#include "tests/support/teststore.h"

#include <algorithm>

namespace exchangetest {

using namespace Qt::StringLiterals;
using namespace core;

using Table = std::vector<std::vector<Cell>>;

inline Cell text(const QString &value)
{
    return value.isEmpty() ? Cell() : Cell::fromText(value);
}

/// Writes a sheet; the first row is its header.
inline QString writeSheet(const QString &path, const std::vector<QStringList> &rows,
                          const QStringList &titles = {})
{
    auto writer = createTable({path, core::Existing::Replace});
    requireOk(writer);
    std::vector<WriteColumn> columns;
    for (const QString &heading : rows.front())
        columns.push_back({heading});
    requireOk((*writer)->addSheet(u"表"_s, columns, titles));
    for (size_t i = 1; i < rows.size(); ++i) {
        std::vector<Cell> cells;
        for (const QString &value : rows[i])
            cells.push_back(text(value));
        requireOk((*writer)->writeRow(cells));
    }
    requireOk((*writer)->finish());
    return path;
}

/// Imports the sheet. Whatever it is, the rows that were read are all accounted for.
inline ImportReport import(Store &store, const QString &path, const char *type, ImportOptions options = {})
{
    Progress progress;
    options.type = findRecordType(QAnyStringView(type));
    REQUIRE(options.type);
    const auto report = importTable(store, path, options, progress);
    requireOk(report);
    CHECK(report->rows() == report->read);
    return *report;
}

/// Imports a file of tests/fixtures/import.
inline ImportReport importFixture(Store &store, const QString &name, const char *type)
{
    return import(store, QStringLiteral(SHANZHI_FIXTURES "/import/") + name, type);
}

/// What the remarks and sentences of a report say, as one text.
inline QString saidOf(const ImportReport &report)
{
    QStringList said = importSentences(report);
    for (const auto *remarks : {&report.remarks.listed, &report.refusals}) {
        for (const RowRemark &remark : *remarks)
            said.append(u"%1: %2"_s.arg(remark.row).arg(remark.text));
    }
    return said.join(u'\n');
}

inline void addTowns(Store &store)
{
    requireOk(store.change(u"镇街"_s, [](Change &change) -> Status {
        Division east{.code = u"330421001"_s, .name = u"东门街道"_s, .level = DivisionLevel::Town};
        Division north{.code = u"330421100"_s, .name = u"北亭镇"_s, .level = DivisionLevel::Town};
        CORE_TRY(change.insert(east));
        return change.insert(north);
    }));
}

inline qint64 countOf(const Store &store, const QString &type)
{
    const auto count = store.count({.type = type});
    requireOk(count);
    return *count;
}

/// The one record of that name.
template<typename R>
R recordCalled(const Store &store, const QString &name)
{
    const auto all = store.all<R>();
    requireOk(all);
    const auto found = std::find_if(all->begin(), all->end(), [&](const R &one) { return one.name == name; });
    REQUIRE(found != all->end());
    return *found;
}

} // namespace exchangetest
