// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/store/database.h"
#include "core/store/journalvalues.h"
#include "core/store/store.h"

#include <QByteArray>

#include <optional>
#include <vector>

// The journal: for every change one row in `journal`, and one row in `journal_edit` for every record it
// wrote. Each entry carries
//     edits_hash = SHA-256 over its edits, each as: position, type, record, verb, before, after
//     hash       = SHA-256 over: previous hash, sequence, kind, target, at, actor, site, what, edits,
//                  edits_hash, outward (0 or 1), reason, means, bridge
// every part as its length in bytes, a colon and the bytes. The first entry has the hash of what the file
// says of itself (journalBeginning()) before it. Altering, removing or reordering an entry or an edit breaks
// the chain from there on; cutting off the end shows against a head hash printed before.
//
// before and after hold commitments to personal values, which stand in before_private and after_private
// (journalvalues.h). A file of schema 1 was hashed in another way (journalformat1.h): its entries keep their
// old hash, and a bridge entry holds what ties that chain to this one.

namespace core {

/// One edit as it stands in the file.
struct StoredEdit
{
    qint64 position = 0;
    QByteArray type;
    QByteArray record;
    QByteArray verb;
    JournalValues before;
    JournalValues after;
    /// Of its entry. No hash covers it: the position says which entry an edit belongs to.
    qint64 sequence = 0;
};

/// Hash over edits as they are written or read.
class EditsHash
{
public:
    void add(const StoredEdit &edit);
    QByteArray takeHex() { return m_hash.takeHex(); }

private:
    Sha256 m_hash;
};

/// Everything of an entry that its hash covers.
struct StoredEntry
{
    JournalEntry entry;
    QString site;
    QString previousHash;
    QByteArray editsHash;
    qint64 firstEdit = 0; ///< Position of the first edit; the others follow without a gap.
    QByteArray bridge;    ///< Of a bridge entry: JSON of what it ties to (journalconversion.h).
    QByteArray oldHash;   ///< Of an entry from before the conversion: its hash then. Not covered by the hash.
    /// The kind as it stands in the file, which may be one of a newer program; empty: that of the entry.
    QByteArray storedKind;
    /// False: a column that was read holds its value in another form than it is written in.
    bool isAsWritten = true;

    QByteArray computedHash() const;
};

/// The names by which verbs and kinds stand in the file.
QByteArray verbName(RecordEdit::Verb verb);
std::optional<RecordEdit::Verb> verbFromName(const QByteArray &name);

QByteArray kindName(JournalEntry::Kind kind);

/// What stands for the previous hash in the first entry: SHA-256 over bureau, division code and site of the
/// file. In older files it is empty.
Result<QByteArray> journalBeginning(Database &database);

/// Who writes unless somebody is named: the account on this computer.
QString accountName();

Status insertEntry(Database &database, const StoredEntry &entry);
/// The statement for insertEdit(), prepared once for all edits of a change.
Result<Statement> prepareInsertEdit(Database &database);
Status insertEdit(Statement &insert, qint64 sequence, const StoredEdit &edit);
/// Newest first; \a before < 0: from the end.
Result<std::vector<StoredEntry>> readEntries(Database &database, int limit, qint64 before);
/// Calls \a take with every entry, the oldest first, until it fails.
Status eachEntry(Database &database, const std::function<Status(const StoredEntry &)> &take);
/// Entries whose hash, or old hash, begins and ends with these hexadecimal digits.
Result<std::vector<StoredEntry>> findHead(Database &database, const QByteArray &beginning,
                                          const QByteArray &end);
Result<std::optional<StoredEntry>> readEntry(Database &database, qint64 sequence);
/// Calls \a take with the edits of an entry, in their order or backwards, until it fails.
Status readEdits(Database &database, const StoredEntry &entry, bool backwards,
                 const std::function<Status(const StoredEdit &)> &take);

/// The edits of one record, and of the rows that belong to it, with the numbers of their entries, newest
/// first.
Result<std::vector<std::pair<qint64, StoredEdit>>> readEditsOf(Database &database, const RecordType &type,
                                                               const QString &record);

/// Ids of records with what an open text field of them was before an edit, the oldest first.
Result<std::vector<std::pair<QString, QString>>> readFormerTexts(Database &database, const RecordType &type,
                                                                 const Field &field);

/// The edit as the features see it; empty when its type is not known to this program.
std::optional<RecordEdit> editFromStored(const StoredEdit &edit);

} // namespace core
