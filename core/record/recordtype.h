// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"

#include <QVariantList>

#include <memory>
#include <span>
#include <vector>

namespace core {

/// What the members of a record cannot tell about the whole.
struct RecordTraits
{
    const char *display =
        "name"; ///< Key of the text field that stands for the record: in references, history, search.
    /// How a row of a sheet finds the record it means: the first list whose fields are all filled decides.
    std::vector<std::vector<const char *>> match = {};
    const char *date = nullptr; ///< Key of the date (or the year, an integer) it belongs to; null: none.
    bool importable = true;     ///< Sheets of this type can be imported.
};

/// What a plain struct consists of: its members, and the rules across them. Records are described so, and
/// what a verb asks for (core/record/verb.h). Descriptions are C++ fixed at build time; they say what a field
/// is, never behaviour.
struct Description
{
    std::vector<Field> fields;
    std::vector<Problem> (*check)(const void *record) = nullptr; ///< Rules across fields.
    std::shared_ptr<void> (*create)() = nullptr;                 ///< One with default values.

    /// Position of the field with this key; -1: none.
    int indexOf(QAnyStringView fieldKey) const;
    /// The field with this key; null: none.
    const Field *field(QAnyStringView fieldKey) const;

    /// The values of all fields, in their order.
    QVariantList values(const void *record) const;
    /// Those of one that nobody has filled in yet.
    QVariantList defaults() const { return values(create().get()); }
    /// Puts \a values into \a record. Says which fields do not accept their value.
    std::vector<Problem> assign(void *record, const QVariantList &values) const;
    /// Everything wrong with these values: lengths, required fields, the checks of fields and record.
    std::vector<Problem> problems(const QVariantList &values) const;
};

/// A kind of record: all that store, forms, lists, import, export and history need to know of it. Its first
/// field is the id.
struct RecordType : Description
{
    const char *key = nullptr;   ///< SQL table and section of packets. Never changes once released.
    const char *title = nullptr; ///< Chinese.
    RecordTraits traits;

    /// The field that stands for the record.
    const Field &displayField() const { return *field(QAnyStringView(traits.display)); }
};

/// Types by their descriptions, recordType<T>().
using TypeList = std::vector<const RecordType *>;

/// The problems that block, as one text; empty: none does.
QString blockingText(const std::vector<Problem> &problems);

/// The description of T. Specialised once, next to T.
template<typename T>
const RecordType &recordType();

/// Every record type, in an order in which references point backwards (except to themselves).
std::span<const RecordType *const> allRecordTypes();

/// The type with this key; null: none.
const RecordType *findRecordType(QAnyStringView key);

} // namespace core
