// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/recordtype.h"

#include <QHash>

#include <vector>

namespace core {

class Store;

/// Finds records of one type by what sheets call them. Holds the naming fields of all live records in
/// memory (about 200 bytes each), so that a sheet of 100,000 rows needs no query for each row.
class RecordLookup
{
public:
    /// What it is asked for: match() alone needs half the memory.
    enum class Use { Match, MatchAndFind };
    static Result<RecordLookup> load(const Store &store, const RecordType &type, Use use);

    /// What names a record.
    struct Naming
    {
        std::vector<QString> keys; ///< One for each list of RecordType::traits.match; empty: not all filled.
        QVariantList values;       ///< The fields of all lists, texts folded; for find() only.
    };
    /// Of the values of a record. Reads nothing that changes: any thread may ask.
    Naming namingOf(const QVariantList &values) const;

    /// The place of a record in this lookup; stays valid.
    using Entry = qsizetype;
    static constexpr Entry none = -1;
    /// The record that a row of this type means, by RecordType::traits.match: the first list whose fields
    /// are all filled decides; a later list only finds records whose fields of the earlier ones are empty.
    Entry match(const Naming &naming) const;
    const QString &idOf(Entry entry) const { return m_entries[size_t(entry)].id; }

    /// What a sheet says of a record it refers to.
    struct Mention
    {
        QString text;                               ///< Code or name, whichever it is.
        std::vector<std::pair<int, QString>> parts; ///< Texts of single fields: name, code.
        std::vector<QString> related;               ///< Ids that the right one refers to: its town.
    };
    /// Ids that fit the mention: none, the one, or several.
    std::vector<QString> find(const Mention &mention) const;

    /// Takes in a record that was just written.
    Entry add(const QString &id, Naming naming);
    /// Takes in what a record is called now.
    void rename(Entry entry, Naming naming);

private:
    RecordLookup(const RecordType &type, Use use);

    struct Known
    {
        QString id;
        Naming naming;
    };
    /// \a valueOf: the value of a field by its position in m_naming.
    template<typename ValueOf>
    Naming namingOf(ValueOf valueOf) const;
    void index(size_t entry);
    /// Entries that have all the parts that are named, where none of them decides alone.
    std::vector<size_t> withParts(const Mention &mention) const;

    const RecordType *m_type;
    Use m_use;
    std::vector<int> m_naming;                    ///< Positions of the fields in the match lists.
    std::vector<std::vector<size_t>> m_lists;     ///< The match lists, as positions in m_naming.
    std::vector<QHash<QString, size_t>> m_byList; ///< Per list: key → entry.
    QHash<QString, std::vector<size_t>> m_byText; ///< Any naming text → entries; for find().
    std::vector<Known> m_entries;
};

/// A name as it is compared: half width, without spaces, upper case.
QString foldedName(QStringView text);

} // namespace core
