// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importpreview.h"

#include "core/base/personalnumbers.h"
#include "core/base/tr.h"
#include "core/exchange/columnmapping.h"
#include "core/exchange/sheetkind.h"
#include "core/record/format.h"
#include "core/tabular/tablereader.h"

#include <QFileInfo>

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

/// Asks which register is meant.
QString whyNoGuess(const RegisterGuess &guess)
{
    if (guess.types.empty())
        return tr("这张表的表头和任何一种台账都对不上。请选择它是哪一种台账，或检查表头是否在前 30 行。");
    QStringList titles;
    for (const RecordType *type : guess.types)
        titles.append(tr(type->title));
    return tr("从表头看不出这张表是%1，请选择它是哪一种台账。").arg(titles.join(tr("还是")));
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
    ImportPreview preview;
    if (!type) {
        const RegisterGuess guess = guessRegister({head, reader->merges(), names}, layouts);
        if (guess.types.size() == 1)
            type = guess.types.front();
        else
            preview.problem = whyNoGuess(guess);
    }
    if (type) {
        CORE_ASSIGN(const Reading reading, readAs(*type, head, *reader, names, layouts, choices));
        preview = previewOf(reading);
    }
    preview.sheets = reader->sheets();
    preview.sheet = reader->currentSheet();
    return preview;
}

} // namespace core
