// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importpreview.h"

#include "core/base/personalnumbers.h"
#include "core/base/tr.h"
#include "core/exchange/columnmapping.h"
#include "core/record/format.h"
#include "core/tabular/tablereader.h"

#include <QFileInfo>

#include <optional>

namespace core {

namespace {

constexpr int headRows = 30;
constexpr qsizetype sampleRows = 3;

/// One way to read the sheet.
struct Reading
{
    const RecordType *type = nullptr;
    TableHeader header;
    std::vector<Row> samples;
    DateSystem dates{};
    Result<ColumnMapping> mapping = ColumnMapping();
    qsizetype fit = 0; ///< The larger, the more of the sheet is understood.

    /// What may bring in new records goes before what only finds those that are there.
    std::pair<bool, qsizetype> fitness() const { return {mapping && mapping->missing.isEmpty(), fit}; }
};

Result<Reading> readAs(const RecordType &type, const std::vector<Row> &head, const TableReader &reader,
                       const QStringList &names, const Layouts &layouts, const ColumnChoices &choices)
{
    Reading reading;
    reading.type = &type;
    reading.dates = reader.dateSystem();
    CORE_ASSIGN(reading.header, findHeader(head, reader.merges(),
                                           [&](QStringView heading) { return isHeadingOf(type, heading); }));
    for (const Row &row : head) {
        if (row.number > reading.header.lastRow)
            reading.samples.push_back(row);
    }
    const QStringList titles = reading.header.titles + names;
    reading.mapping =
        mapColumns(type, reading.header, reading.samples, titles,
                   choices.isEmpty() ? rememberedChoices(layouts, type, reading.header) : choices);
    if (!reading.mapping)
        return reading;
    qsizetype own = 0;
    for (const ImportColumn &column : reading.mapping->columns)
        own += column.targetField < 0 ? 4 : 1;
    reading.fit = 1 + own - 2 * reading.mapping->ignored.size();
    const bool isNamed = std::any_of(titles.begin(), titles.end(),
                                     [&](const QString &title) { return title.contains(tr(type.title)); });
    if (isNamed)
        reading.fit += 3;
    return reading;
}

/// A cell as the preview shows it: what the sheet says of a person is covered as everywhere else.
QString sampleText(const Field *field, const Cell &cell, DateSystem dates)
{
    // A column that nobody reads, or that is read as something else, may hold persons too.
    if (!field || !isCovered(*field, Audience::ImportPreview))
        return withoutPersonalNumbers(cell.cleaned());
    const DateReading day = field->kind == Kind::Date ? cell.asDate(dates) : DateReading();
    return day.isDay() ? maskedValue(*field, day.date, Audience::ImportPreview)
                       : maskedText(*field, cell.cleaned(), Audience::ImportPreview);
}

ImportPreview previewOf(const Reading &reading)
{
    ImportPreview preview;
    preview.type = reading.type;
    preview.titles = reading.header.titles;
    preview.firstRow = reading.header.lastRow + 1;
    if (reading.mapping) {
        preview.notes = reading.mapping->notes;
        if (!reading.mapping->missing.isEmpty())
            preview.notes.append(onlyKnownNote(*reading.type));
    } else {
        preview.problem = reading.mapping.error().text;
    }
    for (const HeaderColumn &column : reading.header.columns) {
        ImportPreview::Column shown{columnName(column.column), column.withUnit(), {}, {}, {}};
        const Field *field = nullptr;
        if (reading.mapping) {
            for (const ImportColumn &known : reading.mapping->columns) {
                if (known.column != column.column)
                    continue;
                shown.meaning = columnMeaning(*reading.type, known);
                shown.field = fieldSaid(*reading.type, known);
                field = &reading.type->fields[size_t(known.field)];
                if (known.targetField >= 0)
                    field = &field->target().fields[size_t(known.targetField)];
            }
        }
        for (const Row &row : reading.samples) {
            if (shown.samples.size() < sampleRows)
                shown.samples.append(sampleText(field, row.at(column.column), reading.dates));
        }
        preview.columns.push_back(std::move(shown));
    }
    return preview;
}

} // namespace

Result<ImportPreview> previewTable(const QString &path, const RecordType *type, int sheet,
                                   const Layouts &layouts, const ColumnChoices &choices)
{
    CORE_ASSIGN(const std::unique_ptr<TableReader> reader, openTable(path));
    if (sheet >= 0)
        CORE_TRY(reader->selectSheet(sheet));
    CORE_ASSIGN(const std::vector<Row> head, reader->peek(headRows));
    const QStringList names = {reader->sheets().value(reader->currentSheet()),
                               QFileInfo(path).completeBaseName()};
    std::optional<Reading> best;
    if (type) {
        CORE_ASSIGN(best, readAs(*type, head, *reader, names, layouts, choices));
    } else {
        for (const RecordType *candidate : allRecordTypes()) {
            if (!candidate->traits.importable)
                continue;
            CORE_ASSIGN(Reading reading, readAs(*candidate, head, *reader, names, layouts, choices));
            if (reading.mapping && (!best || reading.fitness() > best->fitness()))
                best = std::move(reading);
        }
    }
    ImportPreview preview;
    if (best)
        preview = previewOf(*best);
    else
        preview.problem =
            tr("这张表的表头和任何一种台账都对不上。请选择它是哪一种台账，或检查表头是否在前 30 行。");
    preview.sheets = reader->sheets();
    preview.sheet = reader->currentSheet();
    return preview;
}

} // namespace core
