// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/layoutmemory.h"
#include "core/record/recordtype.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace core {

/// How a sheet would be read, before a row of it is checked.
struct ImportPreview
{
    struct Column
    {
        QString letter;      ///< "A", as Excel shows it.
        QString heading;     ///< As the sheet has it.
        QString meaning;     ///< Label of the field; empty: the column is not read.
        QString field;       ///< MappableField::said of it; empty: the column is not read.
        QStringList samples; ///< Of the first rows; personal data covered.
    };
    const RecordType *type = nullptr; ///< What the rows are read as; null: no type fits.
    QStringList sheets;
    int sheet = 0;
    QStringList titles; ///< Above the header.
    int firstRow = 0;   ///< Of the data, as Excel shows it.
    std::vector<Column> columns;
    QStringList notes; ///< What is assumed for all rows.
    QString problem;   ///< Why the sheet cannot be read as this type; empty: it can.
};

/// Looks at the first rows of a sheet. \a type null: the one that guessRegister() is sure of, else none.
/// \a sheet −1: the first visible one that can be read so. Columns are read as \a choices say or, when there
/// are none, as \a layouts remember. The error of a file that cannot be read is a sentence for the clerk.
Result<ImportPreview> previewTable(const QString &path, const RecordType *type = nullptr, int sheet = -1,
                                   const Layouts &layouts = {}, const ColumnChoices &choices = {});

} // namespace core
