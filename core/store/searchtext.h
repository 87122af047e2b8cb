// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/recordtype.h"

#include <QByteArray>

#include <array>
#include <string>
#include <vector>

namespace core {

class Database;

/// The searchable texts of a file in memory, one after the other: with a million records the database takes a
/// quarter of a second to go through its rows, and this a few milliseconds to go through the bytes.
///
/// A text stays when its record is changed or removed, and the new one is added behind: what is found is
/// compared with what stands in the file.
class SearchText
{
public:
    struct Found
    {
        QByteArray type;
        QString record;
    };

    /// Reads what other connections and this one have written since the last time.
    Status refresh(Database &database);
    /// Records whose text contains \a needle (folded UTF-8), those first where a part of it begins with the
    /// needle; no more than \a limit of each. \a only: of this type; null: of all.
    Result<std::vector<Found>> find(Database &database, const QByteArray &needle, size_t limit,
                                    const RecordType *only) const;
    /// searchMayFind() of a row of the search table.
    static bool mayBeFound(const QByteArray &type, const QByteArray &folded, const QByteArray &needle);

private:
    Status readAll(Database &database);
    Status readRecord(Database &database, const QByteArray &id);
    void add(qint64 ordinal, const QByteArray &text);
    /// Where \a part begins at or behind \a from; npos: nowhere.
    size_t next(const QByteArray &part, size_t from) const;

    std::string m_text;                    ///< Each ends with a zero byte.
    std::array<size_t, 256> m_frequency{}; ///< How often each byte is in it.
    std::vector<size_t> m_ends;            ///< Behind the zero byte of each.
    std::vector<qint64> m_ordinals;        ///< Of the row each was read from.
    size_t m_added = 0;                    ///< Since everything was read.
    qint64 m_sequence = -1;                ///< Last entry of the journal whose edits are known here.
};

} // namespace core
