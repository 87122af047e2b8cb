// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/columnmapping.h"
#include "core/exchange/layoutmemory.h"
#include "core/tabular/tablereader.h"

namespace core {

/// How many rows of a sheet are looked at for its header.
inline constexpr int sheetHeadRows = 30;

/// The names of the current sheet and of its file.
QStringList sheetNames(const TableReader &reader, const QString &path);

/// The head of a sheet, and how its columns are read into records of a type.
struct SheetTable
{
    std::vector<Row> head; ///< Its first rows.
    TableHeader header;
    std::vector<Row> samples; ///< Those of head that stand below the header.
    QStringList names;        ///< Of the sheet and of its file.
    ColumnChoices choices;    ///< As given, or as remembered of such a sheet.
    /// Without a mapping the sheet holds no table of the type; a sentence says why.
    Result<ColumnMapping> mapping = ColumnMapping();
};

/// Looks at the current sheet of \a reader, without taking a row from it. An error where it has no header.
Result<SheetTable> readSheetTable(TableReader &reader, const RecordType &type, const QString &path,
                                  const Layouts &layouts, const ColumnChoices &choices);

/// The sheets in which a table is looked for where nobody said which: those that are shown, from the first
/// on, and at last those that are called 封面, 填表说明, 目录 and the like.
std::vector<int> sheetsToTry(const TableReader &reader);

/// Goes to a sheet, unless it is the one being read, of which nothing has been taken yet.
Status goToSheet(TableReader &reader, int sheet);

} // namespace core
