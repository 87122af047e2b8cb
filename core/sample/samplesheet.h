// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sample/sampleclerk.h"
#include "core/sample/samplecounty.h"
#include "core/tabular/tablewriter.h"

#include <functional>
#include <vector>

namespace core {

/// Takes one row; false: no more wanted.
using SampleRowSink = std::function<bool(const std::vector<Cell> &cells)>;

/// A workbook of the sample county with one sheet: what stands above the rows, and the rows one by one.
struct SampleSheet
{
    QString file;          ///< Without ending: 社会团体登记台账.
    const char *type = ""; ///< Key of the record type it is imported as.
    QStringList titles;    ///< Merged rows above the header.
    std::vector<WriteColumn> columns;
    /// Gives the rows in order; the same every time.
    std::function<void(const SampleRowSink &)> rows;
    QString foot; ///< Stands below the rows: 制表人 and the date.
};

/// Column of a sheet whose rows are made from values of type Row.
template<typename Row>
struct SampleColumn
{
    const char *heading;
    WriteColumn::Kind kind;
    Cell (*cell)(const SampleCounty &, const Row &, SampleClerk &);
    double width = 0;
};

/// What a clerk writes around a sheet.
struct SampleHead
{
    QString file;     ///< Without ending.
    const char *type; ///< Key of the record type.
    QString title;    ///< Without the county.
    QString note;     ///< Second title row: who keeps it, units.
    QString date = QStringLiteral("2026年1月8日");
};

/// A sheet with a 序号 column in front. \a each gives the values of the rows to its argument until that
/// answers false. \a county must live as long as the sheet.
template<typename Row>
SampleSheet sampleSheet(const SampleCounty &county, const SampleHead &head,
                        std::vector<SampleColumn<Row>> columns,
                        std::function<void(const std::function<bool(const Row &)> &)> each)
{
    SampleSheet sheet;
    sheet.file = head.file;
    sheet.type = head.type;
    sheet.titles = {county.words().countyName + head.title, head.note};
    sheet.foot = QStringLiteral("制表人：沈佳宁　　时间：") + head.date;
    sheet.columns.push_back({QStringLiteral("序号"), WriteColumn::Kind::Integer, 6});
    for (const SampleColumn<Row> &column : columns)
        sheet.columns.push_back({QString::fromUtf8(column.heading), column.kind, column.width});
    sheet.rows = [&county, file = head.file, columns = std::move(columns),
                  each = std::move(each)](const SampleRowSink &sink) {
        quint64 stream = 0;
        for (const QChar c : file)
            stream = stream * 65'599 + c.unicode();
        SampleClerk clerk(county.random(stream, 0));
        std::vector<Cell> cells(columns.size() + 1);
        qint64 number = 0;
        each([&](const Row &row) {
            cells[0] = Cell::fromInteger(++number);
            for (size_t i = 0; i < columns.size(); ++i)
                cells[i + 1] = columns[i].cell(county, row, clerk);
            return sink(cells);
        });
    };
    return sheet;
}

/// The registers: divisions, organizations, persons in charge. \a county must outlive the sheets.
std::vector<SampleSheet> sampleRegisters(const SampleCounty &county);
/// Party life, activities, inspections, penalties, grades, projects and scores of 2024 and 2025.
std::vector<SampleSheet> sampleYearSheets(const SampleCounty &county);

} // namespace core
