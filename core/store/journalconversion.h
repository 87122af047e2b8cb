// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <QByteArray>

#include <optional>

namespace core {

class Database;

/// The part of schema step 2 that is no SQL: brings the journal of a file of schema 1 to the second format.
/// Personal values move beside their commitments, every entry is hashed anew and keeps its old hash, and a
/// bridge entry ties both chains together. Runs in the transaction of the step. Frozen with it.
Status convertJournal(Database &database, Progress *progress);

/// What a bridge entry says of the chain before it; stands in the entry as JSON.
struct JournalBridge
{
    qint64 entries = 0; ///< How many there were.
    QByteArray head;    ///< The old hash of the last.
    QByteArray hashes;  ///< SHA-256 over all old hashes, each followed by a line feed.
    qint64 faults = 0;  ///< Entries whose old hash did not fit when they were converted.

    QByteArray json() const;
    static std::optional<JournalBridge> fromJson(const QByteArray &json);
};

} // namespace core
