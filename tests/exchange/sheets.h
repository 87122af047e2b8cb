// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importtable.h"
#include "core/tabular/tablewriter.h"
#include "tests/support/teststore.h"

#include <QStringList>

#include <vector>

// Sheets that are written and imported.

/// Writes a sheet; the first row is its header.
inline QString writeSheet(const QString &path, const std::vector<QStringList> &rows,
                          const QStringList &titles = {})
{
    auto writer = core::createTable(path);
    requireOk(writer);
    std::vector<core::WriteColumn> columns;
    for (const QString &heading : rows.front())
        columns.push_back({heading});
    requireOk((*writer)->addSheet(QStringLiteral("表"), columns, titles));
    for (size_t i = 1; i < rows.size(); ++i) {
        std::vector<core::Cell> cells;
        for (const QString &value : rows[i])
            cells.push_back(core::Cell::fromText(value));
        requireOk((*writer)->writeRow(cells));
    }
    requireOk((*writer)->finish());
    return path;
}

/// Imports the sheet. Whatever it is, the rows that were read are all accounted for.
inline core::ImportReport import(core::Store &store, const QString &path, const char *type,
                                 core::ImportOptions options = {})
{
    core::Progress progress;
    options.type = core::findRecordType(QAnyStringView(type));
    REQUIRE(options.type);
    const auto report = core::importTable(store, path, options, progress);
    requireOk(report);
    CHECK(report->rows() == report->read);
    return *report;
}

/// Imports a file of tests/fixtures/import.
inline core::ImportReport importFixture(core::Store &store, const QString &name, const char *type)
{
    return import(store, QStringLiteral(SHANZHI_FIXTURES "/import/") + name, type);
}

/// What the remarks and sentences of a report say, as one text.
inline QString saidOf(const core::ImportReport &report)
{
    QStringList said = core::importSentences(report);
    for (const core::RowRemark &remark : report.remarks.listed)
        said.append(QStringLiteral("%1: %2").arg(remark.row).arg(remark.text));
    for (const core::RowRemark &remark : report.refusals)
        said.append(QStringLiteral("%1: %2").arg(remark.row).arg(remark.text));
    return said.join(u'\n');
}

inline void addTowns(core::Store &store)
{
    requireOk(store.change(QStringLiteral("镇街"), [](core::Change &change) -> core::Status {
        core::Division east{.code = QStringLiteral("330421001"),
                            .name = QStringLiteral("东门街道"),
                            .level = core::DivisionLevel::Town};
        core::Division north{.code = QStringLiteral("330421100"),
                             .name = QStringLiteral("北亭镇"),
                             .level = core::DivisionLevel::Town};
        CORE_TRY(change.insert(east));
        return change.insert(north);
    }));
}
