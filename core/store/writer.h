// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/preparedrecord.h"
#include "core/store/store.h"
#include "core/store/uniquekeys.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>

namespace core {

/// Writes the records of one change and its journal entry. Lives as long as the transaction.
class Writer
{
public:
    /// Reads where the journal stands. \a site and \a actor go into the entry.
    static Result<Writer> begin(Database &database, const QString &site, const QString &actor);

    /// \a record: what prepareRecord() made of \a values.
    Status insert(const RecordType &type, const QVariantList &values, const PreparedRecord &record);
    Status update(const RecordType &type, const QVariantList &values);
    Status edit(const RecordType &type, const QString &id, const QVariantMap &values);
    Status remove(const RecordType &type, const QString &id);
    Status restore(const RecordType &type, const QString &id);
    Result<Attachment> attach(const QString &name, const QByteArray &content);

    /// How far the read-only fields of a type are open.
    enum class Opening {
        Whole,     ///< A verb or an act writes.
        OldPapers, ///< Those that may be back-filled.
    };
    /// From here on the change may write them. Only runVerb(), runAct() and runBackFill() have a change to
    /// open.
    void open(const RecordType &type, Opening opening);
    /// By what they are open, for the journal (JournalEntry::means).
    void setMeans(const QString &means) { m_means = means; }

    /// Does the opposite of an edit that the journal holds. Conflict when the record is no longer as
    /// that edit left it.
    Status invert(const StoredEdit &edit);

    qint64 edits() const { return m_edits; }
    /// Writes the entry; the transaction may then be committed.
    Result<JournalEntry> finish(JournalEntry::Kind kind, qint64 target, const QString &what,
                                const ChangeOptions &options);
    ChangeSet changeSet(const JournalEntry &entry) const;

private:
    explicit Writer(Database &database)
        : m_database(&database)
        , m_unique(database)
    {}

    /// A read-only field that the change may not write.
    struct Closed
    {
        size_t position = 0;
        QVariant initial; ///< What a new record holds in it, as stored.
    };
    struct Current
    {
        QVariantList values;
        bool removed = false;
        QString removedAt; ///< Also tells what was removed together.
    };
    const std::vector<Closed> &closedFields(const RecordType &type);
    Result<std::optional<Current>> current(const RecordType &type, const QString &id);
    Result<Current> live(const RecordType &type, const QString &id);
    Status insertRow(const RecordType &type, const QVariantList &values, const PreparedRecord &record);
    Result<Statement *> insertStatement(const RecordType &type);
    /// Also adds to \a problems what is let be.
    Status updateRow(const RecordType &type, const QVariantList &values, const std::vector<size_t> &changed,
                     std::vector<Problem> &problems);
    /// \a at: when it was removed; empty: it is not.
    Status setRemoved(const RecordType &type, const QString &id, const QString &at);
    /// Without the rows that belong to it.
    Status removeOne(const RecordType &type, const Current &before, const QString &at);
    Status restoreOne(const RecordType &type, const QVariantList &values);
    Status removeTree(const RecordType &type, const QString &id, const QString &at);
    Status restoreTree(const RecordType &type, const Current &record);
    Result<QStringList> childrenOf(const RecordType &child, const QString &parent, const QString &removedAt);
    Status checkNotNeeded(const RecordType &type, const QVariantList &values);
    Status checkReferencesInUse(const RecordType &type, const QVariantList &values);
    QString nameOf(const RecordType &type, const QVariantList &values);
    Status deleteRow(const RecordType &type, const QString &id);
    Error conflictOf(const RecordType &type, const QVariantList &values, const Error &error);
    Status log(const RecordType &type, const QString &id, RecordEdit::Verb verb, const JournalValues &before,
               const JournalValues &after);
    Status keepProblems(const RecordType &type, const QString &id, const std::vector<Problem> &problems,
                        bool isNew);
    Status indexText(const RecordType &type, const QString &id, const QByteArray &text, bool isNew);
    Status forgetText(const QString &id);
    Error changedSince(const RecordType &type, const QString &id);

    Database *m_database;
    UniqueKeys m_unique;
    QString m_site;
    QString m_actor;
    QString m_now; ///< When the change began: what it removes is told together by it.
    QString m_previousHash;
    qint64 m_sequence = 1;
    qint64 m_firstEdit = 1;
    qint64 m_edits = 0;
    std::unique_ptr<EditsHash> m_hash = std::make_unique<EditsHash>();
    QHash<const RecordType *, QSet<QString>> m_touched;
    std::map<const RecordType *, Opening> m_open;
    QString m_means;
    // Kept for all records of the change.
    std::map<const RecordType *, std::vector<Closed>> m_closed;
    std::map<const RecordType *, Statement> m_inserts;
    std::optional<Statement> m_insertText;
    std::optional<Statement> m_insertProblem;
    std::optional<Statement> m_insertEdit;
};

/// Positions of the fields of \a values that hold something, without the id.
std::vector<size_t> filledFields(const RecordType &type, const QVariantList &values);

} // namespace core
