// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/field.h"

#include <QVariantList>

#include <memory>
#include <span>
#include <vector>

namespace core {

/// A name as other sheets may write it.
struct NameForms
{
    QString plain; ///< Without what only dresses it: "乙街道" of "嘉善县乙街道办事处".
    QString stem;  ///< Also without its class: "乙".
    QString within; ///< What it lies in, where it says that too: "甲镇" of "甲镇乙村", the code of the town.
    QString region; ///< What it says of the county around it and above: "嘉善县" of "嘉善县乙街道".
    /// It says that nothing of the asked group is meant: 县本级, or the code of the county, where towns
    /// stand.
    bool isNone = false;
    bool isWhole = false; ///< It names its class, so that the stem alone tells nothing: "甲村" is not 甲镇.
};

/// A field that another one tells where nobody says it: the level of a division, by its code.
struct ToldField
{
    const char *field;                     ///< Key.
    const char *by;                        ///< Key of the field that tells it.
    QVariant (*value)(const QVariant &by); ///< Invalid: it does not.
};

/// What the members of a record cannot tell about the whole.
struct RecordTraits
{
    /// Keys of the fields that together are its name: in references, history, search, titles. A reference is
    /// told by the name of what it refers to (core/record/recordname.h). At least one is never empty.
    std::vector<const char *> display = {"name"};
    /// How a row of a sheet finds the record it means: the first list whose fields are all filled decides.
    std::vector<std::vector<const char *>> match = {};
    /// No two records that are not removed agree in all fields of one of these lists, when all are filled:
    /// what the thing itself allows only once, such as one inspection of an organization and year. Held at
    /// the write door, on every way in; a single text field says it by FieldTraits::unique instead.
    std::vector<std::vector<const char *>> unique = {};
    /// Key of the reference to the record whose rows these are: shown and saved in its form, removed,
    /// restored and told with it, never in the navigation. Null: a record of its own.
    const char *parent = nullptr;
    /// Lists of optional references of which exactly one is set: what may go to one of several types.
    std::vector<std::vector<const char *>> exactlyOne = {};
    /// How a name of this type is written otherwise; null: only as it is. For finding what a sheet refers to.
    NameForms (*nameForms)(QStringView name) = nullptr;
    const char *aliases =
        nullptr; ///< Key of the text that lists further names of a record; null: none has any.
    const char *group = nullptr;      ///< Key of the choice that FieldTraits::among speaks of.
    std::vector<ToldField> told = {}; ///< What a sheet need not say. The first that tells a field decides.
    const char *removeAdvice = "";    ///< What to do instead of removing a record that others need, Chinese.
    const char *date = nullptr; ///< Key of the date (or the year, an integer) it belongs to; null: none.
    /// Key of the date until when it holds, from `date` on: two that hold at once for the same owner are
    /// perhaps one. Null: it does not hold for a time.
    const char *until = nullptr;
    bool importable = true; ///< Sheets of this type can be imported.
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

    /// The first field of its name: the main column of its list.
    const Field &displayField() const { return *field(QAnyStringView(traits.display.front())); }
    /// True when the field is a part of its name.
    bool isInName(const Field &one) const;
    /// Everything wrong with these values, what RecordTraits says of several fields too.
    std::vector<Problem> problems(const QVariantList &values) const;
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

/// The types whose records are rows of a record of \a parent.
std::vector<const RecordType *> childTypesOf(const RecordType &parent);

/// The type with this key; null: none.
const RecordType *findRecordType(QAnyStringView key);

} // namespace core
