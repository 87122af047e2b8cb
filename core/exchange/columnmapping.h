// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"
#include "core/tabular/header.h"

#include <span>
#include <vector>

namespace core {

/// What somebody has decided about the columns of a sheet, beyond what their headings say.
struct ColumnChoices
{
    /// A column, by its heading or its letter, and the field it is read into, by its label, a heading or the
    /// key.
    std::vector<std::pair<QString, QString>> mapped;
    QStringList skipped; ///< Columns that are not read, by heading or letter.

    bool isEmpty() const { return mapped.empty() && skipped.isEmpty(); }
};

/// What a column of a sheet is read into.
struct ImportColumn
{
    int column = 0;       ///< From 0.
    QString heading;      ///< As the sheet has it.
    QString unit;         ///< "万元" of the heading.
    int field = -1;       ///< Position in RecordType::fields.
    int targetField = -1; ///< Of a reference: position of the target's field that the column holds; −1:
                          ///< anything that names it.
    int unitColumn = -1;  ///< The column that says the unit of each row; −1: there is none.
};

/// How the columns of a sheet are read.
struct ColumnMapping
{
    std::vector<ImportColumn> columns;
    int formerNames =
        -1; ///< The column with former names of the records, which find them; −1: there is none.
    QStringList ignored;   ///< Headings that no field claims.
    QVariantMap constants; ///< Values by field key that the title of the sheet gives to all rows.
    QString ofYear;    ///< Key of the constant that is a day of which only the year is known; empty: none.
    QStringList notes; ///< What is assumed for all rows: "类型：按标题取“社会团体”".
    /// Why no row can be a new record, a sentence: neither a column nor the titles tell a choice that must be
    /// known. Records that are there are found all the same. Empty: they can.
    QString missing;

    /// True when a column is read into the field, or into a part of what it refers to.
    bool reads(int field) const;
};

/// What a column is read into, for people: “名称”, “所属镇街·代码”.
QString columnMeaning(const RecordType &type, const ImportColumn &column);

/// A field, or a part of what a field refers to, that a column can be read into.
struct MappableField
{
    QString said;  ///< What names it in ColumnChoices::mapped.
    QString label; ///< columnMeaning() of such a column.
};
std::vector<MappableField> mappableFields(const RecordType &type);
/// MappableField::said of what the column is read into.
QString fieldSaid(const RecordType &type, const ImportColumn &column);

/// Why a new record cannot do without a field that neither a column nor the titles tell, for the clerk.
QString notSaid(const Field &field);

/// What ColumnMapping::missing means for the whole sheet, for the clerk.
QString onlyKnownNote(const RecordType &type);

/// True when some field of \a type, or of what it refers to, has this heading (as HeadingText::heading).
bool isHeadingOf(const RecordType &type, QStringView heading);

/// Matches the columns by \a choices, then by the headings of the description: whole ones first, then those
/// that give two names (统一社会信用代码/注册号). What pathHeading() writes is read too. Where several fields
/// claim a column, the one that can read most of \a samples gets it. \a titles: texts that may tell a choice
/// or a year all rows share (titlewords.h), or the unit of all amounts: titles of the sheet, its name, and
/// last the name of the file. InvalidInput when no column names the records, or when \a choices names a
/// column or a field that does not exist.
Result<ColumnMapping> mapColumns(const RecordType &type, const TableHeader &header,
                                 std::span<const Row> samples, const QStringList &titles,
                                 const ColumnChoices &choices = {});

} // namespace core
