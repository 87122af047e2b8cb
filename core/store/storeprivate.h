// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/filelock.h"
#include "core/store/journal.h"
#include "core/store/querysql.h"
#include "core/store/searchtext.h"
#include "core/store/sidefiles.h"
#include "core/store/store.h"
#include "core/store/writer.h"

#include <memory>
#include <vector>

namespace core {

/// What a Store keeps; only for the sources of core/store.
struct Store::Private
{
    /// An entry that undo or redo may invert.
    struct Step
    {
        qint64 sequence = 0;
        QString what;
        bool outward = false;
        bool isRestoration = false; ///< The file is as a backup had it: no change, but undo stops there.
        const Verb *verb = nullptr; ///< What it was done by; null: by none.
    };

    QString path;
    QString readOnlyReason;
    std::shared_ptr<FileLock> lock; ///< Released last: the database closes first.
    std::unique_ptr<Database> database;
    FileInfo info;
    QString actor;
    std::vector<Step> done;   ///< Last: what undo takes back.
    std::vector<Step> undone; ///< Last: what redo does again.
    qint64 seen = 0;          ///< Last journal entry that changed() has told of.
    bool changing = false;
    FileState knownState;    ///< After the last write.
    qint64 knownSchema = -1; ///< SQLite's count of changes of the schema, when it was looked at last.
    std::unique_ptr<SearchText> searchText; ///< Of a store that is prepared for searching.

    /// The step that undo takes back; null: there is none, or it stops there.
    const Step *stepToUndo() const;
    /// Opens the file; where the disk has no room to write it, for looking only, which readOnlyReason says
    /// then.
    Status connect();
    Status prepareWriting();
    /// Before anything is written, in its transaction: refuses when the file is not where and what it was
    /// when this was asked last.
    Status checkFile();
    /// Alone with the file among all who write it; what \a body has written is there when this is ok.
    Status inTransaction(const std::function<Status()> &body);
    /// Refuses when somebody has changed the schema since this was asked last, and put a trigger there.
    Status checkSchemaSince();
    Status readInfo();

    /// Lets the next change write what is new straight into the file, and what it replaces into a journal
    /// beside it: as safe as WAL, which writes everything twice. False when somebody else has the file open:
    /// in WAL they need not wait. Until prepareWriting().
    bool writeOnce();
    Status transact(Store &store, JournalEntry::Kind kind, qint64 target, const QString &what,
                    const ChangeOptions &options, const std::function<Status(Writer &)> &body);
    Status invertEntry(Store &store, qint64 sequence, JournalEntry::Kind kind, Progress *progress);
    /// Undo reaches back this far after a restart.
    static constexpr int undoSteps = 1000;
    Status readUndoStack();
    void pushStep(const JournalEntry &entry);
    Result<ChangeSet> readNewEntries(const std::vector<ChangeSet> &told = {});
    Result<std::vector<ChangeSet::Touched>> readTouched() const;

    /// Records whose text contains \a needle, those first where a part of it begins with it.
    Result<std::vector<SearchText::Found>> findText(const QByteArray &needle, size_t limit,
                                                    const RecordType *only) const;
    Result<Rows> rows(const QuerySql &sql) const;
    Status eachRow(const QuerySql &sql, const std::function<bool(const QVariantList &)> &take) const;
    Result<std::vector<KeptProblem>> readProblems(const QByteArray &where, const QStringList &values,
                                                  int limit) const;
};

} // namespace core
