// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/recordtype.h"

#include <QDateTime>
#include <QString>
#include <QVariantMap>

namespace core {

/// JournalEntry::means of the note that a backup took the place of the file: undo does not go past it.
inline constexpr QLatin1StringView restorationMeans("restore");

/// One entry of the journal.
struct JournalEntry
{
    enum class Kind {
        Change,
        Undo,
        Redo,
        Note,   ///< Something that happened without changing a record: personal data was shown.
        Bridge, ///< The journal was brought to another format: ties the hashes before it to those after.
    };
    qint64 sequence = 0;
    Kind kind = Kind::Change;
    qint64 target = 0; ///< The entry that Undo takes back or Redo does again.
    QDateTime at;      ///< UTC.
    QString actor;
    QString what;
    qint64 edits = 0;     ///< How many records it wrote.
    bool outward = false; ///< Something left the house with it (ChangeOptions::outward).
    QString reason;       ///< Why, as who did it said; may be empty.
    /// By what read-only fields were open to it: the key of a verb after that of its type
    /// ("evaluation.publish"), the key of an act ("keep_year"), or "back_fill" for old papers. Of a note:
    /// restorationMeans. Empty: by nothing.
    QString means;
    QString hash; ///< 64 hexadecimal digits; covers the entry, its edits and the hash before.
};

/// The entry that a head hash belongs to.
struct HeadEntry
{
    JournalEntry entry;
    bool isOldFormat = false; ///< The hash is that from before the journal was brought to its present format.
    qint64 entries = 0;       ///< How many the journal has now.

    /// For the clerk: which entry it is, of how many, written when and by whom.
    QString sentence() const;
};

/// What comparing a head with the journal has found, in a few characters: the title of HeadEntry::sentence(),
/// or of the sentence of the error.
QString headVerdict(const Result<HeadEntry> &found);

/// What one journal entry did to one record. A removed record keeps its values; `removed` says so.
struct RecordEdit
{
    const RecordType *type = nullptr;
    QString id;
    /// By key. A personal value that was sealed or destroyed is a WithheldValue (journalvalues.h); a field of
    /// a newer program that this one does not know stands here as it is.
    QVariantMap before; ///< Changed fields only; empty for an insert.
    QVariantMap after;  ///< Changed fields; every filled field for an insert.
    enum class Verb {
        Insert,
        Update,
        Remove,
        Restore,
        Erase
    } verb = Verb::Update; ///< Erase: an insert taken back.
};

} // namespace core
