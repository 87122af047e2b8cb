// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importpreview.h"

#include "core/base/personalnumbers.h"
#include "core/base/tr.h"
#include "core/exchange/sheetkind.h"
#include "core/exchange/sheettable.h"
#include "core/record/format.h"

namespace core {

namespace {

constexpr qsizetype sampleRows = 3;

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

ImportPreview previewOf(const RecordType &type, const SheetTable &table, DateSystem dates)
{
    ImportPreview preview;
    preview.type = &type;
    preview.titles = table.header.titles;
    preview.firstRow = table.header.lastRow + 1;
    if (table.mapping) {
        preview.notes = table.mapping->notes;
        if (!table.mapping->missing.isEmpty())
            preview.notes.append(onlyKnownNote(type));
    } else {
        preview.problem = table.mapping.error().text;
    }
    for (const HeaderColumn &column : table.header.columns) {
        ImportPreview::Column shown{columnName(column.column), column.withUnit(), {}, {}, {}};
        const Field *field = nullptr;
        if (table.mapping) {
            for (const ImportColumn &known : table.mapping->columns) {
                if (known.column != column.column)
                    continue;
                shown.meaning = columnMeaning(type, known);
                shown.field = fieldSaid(type, known);
                field = &type.fields[size_t(known.field)];
                if (known.targetField >= 0)
                    field = &field->target().fields[size_t(known.targetField)];
            }
        }
        for (const Row &row : table.samples) {
            if (shown.samples.size() < sampleRows)
                shown.samples.append(sampleText(field, row.at(column.column), dates));
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

/// What a preview is asked for, besides the sheet.
struct PreviewQuestion
{
    const QString &path;
    const RecordType *type;
    const Layouts &layouts;
    const ColumnChoices &choices;
};

/// The preview of the current sheet.
Result<ImportPreview> previewHere(TableReader &reader, const PreviewQuestion &question)
{
    ImportPreview preview;
    const RecordType *type = question.type;
    if (!type) {
        CORE_ASSIGN(const std::vector<Row> head, reader.peek(sheetHeadRows));
        const RegisterGuess guess =
            guessRegister({head, reader.merges(), sheetNames(reader, question.path)}, question.layouts);
        if (guess.types.size() == 1)
            type = guess.types.front();
        else
            preview.problem = whyNoGuess(guess);
    }
    if (type) {
        CORE_ASSIGN(const SheetTable table,
                    readSheetTable(reader, *type, question.path, question.layouts, question.choices));
        preview = previewOf(*type, table, reader.dateSystem());
    }
    preview.sheets = reader.sheets();
    preview.sheet = reader.currentSheet();
    return preview;
}

} // namespace

Result<ImportPreview> previewTable(const QString &path, const RecordType *type, int sheet,
                                   const Layouts &layouts, const ColumnChoices &choices)
{
    CORE_ASSIGN(const std::unique_ptr<TableReader> reader, openTable(path));
    const int first = sheet >= 0 ? sheet : reader->currentSheet();
    const PreviewQuestion question{path, type, layouts, choices};
    for (const int one : sheet >= 0 ? std::vector<int>{sheet} : sheetsToTry(*reader)) {
        CORE_TRY(goToSheet(*reader, one));
        auto preview = previewHere(*reader, question);
        if (preview && preview->problem.isEmpty())
            return preview;
    }
    CORE_TRY(goToSheet(*reader, first));
    return previewHere(*reader, question);
}

} // namespace core
