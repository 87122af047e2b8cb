// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/recordtype.h"
#include "core/store/database.h"

#include <map>

namespace core {

/// Holds RecordType::traits.unique for one change, by looking for the record that is there already. No UNIQUE
/// index does it: a file may hold records from before a key was known, and must still open, be read and be
/// mended.
class UniqueKeys
{
public:
    explicit UniqueKeys(Database &database)
        : m_database(&database)
    {}

    /// Refuses values whose key another record that is not removed has; the sentence names that record.
    /// \a written: positions of the fields that are new; null: all. A double that was there before, and whose
    /// key is not written, is let be and answered as a problem.
    Result<std::vector<Problem>> check(const RecordType &type, const QVariantList &values,
                                       const std::vector<size_t> *written);

private:
    struct Key
    {
        std::vector<size_t> fields;
        Statement find;
    };
    Result<std::vector<Key> *> keysOf(const RecordType &type);
    /// Id of the other record with this key; empty: there is none, or the key is not filled.
    Result<QString> otherWith(Key &key, const RecordType &type, const QVariantList &values);

    Database *m_database;
    std::map<const RecordType *, std::vector<Key>> m_keys;
};

/// Whether a problem of a record, told at \a field, is the sentence of takenText().
bool tellsOfDouble(const RecordType &type, const QByteArray &field, const QString &text);

/// The sentence that says which record, \a other, has the values of \a fields already.
QString takenText(Database &database, const RecordType &type, const std::vector<size_t> &fields,
                  const QVariantList &values, const QString &other);

} // namespace core
