// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/base/task.h"
#include "core/record/format.h"
#include "core/store/change.h"
#include "core/store/journalentry.h"
#include "core/store/query.h"
#include "core/store/searchhit.h"
#include "core/store/verifyreport.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>
#include <span>

namespace core {

/// What a file says about itself.
struct FileInfo
{
    QString bureau;       ///< Name of the bureau: 示范县民政局.
    QString divisionCode; ///< Six digits, GB/T 2260: 330421.
    QString site;         ///< UUID of this copy; names its journal entries.
    int schemaVersion = 0;
};

/// Rows of an answer, values in the QVariant forms of core/record/codec.h.
struct Rows
{
    struct Column
    {
        QString name; ///< Path or measure name, as asked.
        Kind kind = Kind::Text;
        const Field *field = nullptr; ///< The field it shows; null for counts and parts of dates.
    };
    std::vector<Column> columns;
    std::vector<QVariantList> rows;
};

/// A problem that was let in, of one record.
struct KeptProblem
{
    const RecordType *type = nullptr;
    QString id;
    QString field; ///< Key; empty: the record as a whole.
    QString text;
    QString reason; ///< Why it is kept; empty: nobody said.
};

/// One open data file. Lives in the thread that opened it; another thread gets one of its own by another().
/// Reads never wait for a writer. Only one program at a time may write a file.
class Store : public QObject
{
    Q_OBJECT

public:
    enum class Access { Write, Read };

    /// Makes a new file, readable for its owner only. Conflict when one is there already, or a log of one;
    /// when it fails nothing is left.
    static Result<std::unique_ptr<Store>> create(const QString &path, const FileInfo &info);
    /// Opens a file and brings it to the present schema (backup first). A file of a newer program opens
    /// read-only; Busy when another program has it open for writing; Conflict when the log beside it is not
    /// its own. Bringing a large file to the present schema takes a while: \a progress tells how far it is.
    /// Cancelled, or killed, it leaves the file as it was.
    static Result<std::unique_ptr<Store>> open(const QString &path, Access access = Access::Write,
                                               Progress *progress = nullptr);
    /// True: opening this file for writing brings it to the present schema first, which may take minutes.
    static bool isOlder(const QString &path);
    ~Store() override;

    using Opener = std::function<Result<std::unique_ptr<Store>>()>;
    /// How another thread gets a store of its own on this file, for the same actor: it is opened where the
    /// answer is called, because a store belongs to the thread that opened it. One that may not write gives
    /// only such.
    Opener another(Access access) const;

    const QString &path() const;
    /// What nothing may be written over while this is open: the file, its logs and lock, the folder of its
    /// backups.
    QStringList ownFiles() const;
    bool isReadOnly() const;
    QString readOnlyReason() const; ///< For the clerk; empty when writable.
    FileInfo info() const;

    /// How long a change waits while another store writes the file, before it fails with Busy; default 5 s.
    /// The window does not wait.
    void setPatience(int milliseconds);
    /// \a isUnwanted is asked now and then while a question is being answered, in this store's thread; true
    /// ends the question with Cancelled.
    void interruptWhen(std::function<bool()> isUnwanted);

    /// Who writes, for the journal. Default: the name of the account on this computer.
    void setActor(const QString &actor);

    /// Runs \a body in one transaction. An error rolls all of it back; success is one undo step, one
    /// journal entry and one changed(). A body that writes nothing leaves no entry, unless it is outward.
    /// \a what names it: 撤销“\a what”.
    Status change(const QString &what, const std::function<Status(Change &)> &body,
                  const ChangeOptions &options = {});
    /// Takes back the last change not yet taken back. Conflict, with the record named, when a record
    /// is no longer as the change left it; and when that change is outward: undo never goes past one.
    Status undo(Progress *progress = nullptr);
    Status redo(Progress *progress = nullptr);
    /// Leaves an entry that changes nothing and cannot be undone: who looked at what (PIPL art. 51, 54).
    /// \a means: JournalEntry::means.
    Status note(const QString &what, const QString &means = {});
    QString undoText() const; ///< What undo() would take back; empty: nothing.
    QString redoText() const;
    /// Why undo() takes nothing back although something was done: what went out, or that the file is as a
    /// backup had it, in a sentence for the clerk. Empty: it does, or there is nothing.
    QString undoBlock() const;

    /// The record with this id, removed or not. NotFound when there is none.
    template<typename T>
    Result<T> get(const Id<T> &id) const
    {
        CORE_ASSIGN(const QVariantList list, values(recordType<T>(), id.text));
        T record{};
        recordType<T>().assign(&record, list);
        return record;
    }
    Result<QVariantList> values(const RecordType &type, const QString &id) const;
    bool isRemoved(const RecordType &type, const QString &id) const;
    /// Records of type T that \a query (conditions, sort, limit) selects.
    template<typename T>
    Result<std::vector<T>> all(Query query = {}) const
    {
        query.type = QString::fromLatin1(recordType<T>().key);
        query.columns.clear();
        std::vector<T> records;
        CORE_TRY(each(query, [&](const QVariantList &row) {
            recordType<T>().assign(&records.emplace_back(), row);
            return true;
        }));
        return records;
    }

    Result<Rows> run(const Query &query) const;
    /// Calls \a take with each row until it answers false.
    Status each(const Query &query, const std::function<bool(const QVariantList &row)> &take) const;
    /// Numbers of the records that \a query selects, in its order (limit and offset left aside): a long list
    /// asks for them once, and for the rows that are looked at by rowsOf().
    Result<std::vector<qint64>> order(const Query &query) const;
    /// The columns of \a query for the records of these numbers, one row each; that of a record which is gone
    /// has no values.
    Result<Rows> rowsOf(const Query &query, std::span<const qint64> numbers) const;
    /// The number of a record in an order(); 0: there is no such record.
    Result<qint64> numberOf(const RecordType &type, const QString &id) const;
    /// How many records the conditions of \a query select (limit and offset left aside).
    Result<qint64> count(const Query &query) const;
    /// The same for several queries, with one reading of a table for all that have to read it.
    Result<std::vector<qint64>> counts(std::span<const Query> queries) const;
    /// What a record is called (core/record/recordname.h), as far as \a audience may read it. Empty when
    /// there is no such record.
    QString display(const RecordType &type, const QString &id, Audience audience = Audience::Screen) const;
    /// The same for a record with these values, stored or not.
    QString display(const RecordType &type, const QVariantList &values,
                    Audience audience = Audience::Screen) const;

    /// Hits whose searchable fields contain \a text, or whose Chinese text has these pinyin initials;
    /// names that begin with it first. \a only: of this type; null: of all.
    Result<std::vector<SearchHit>> search(const QString &text, int limit = 50,
                                          const RecordType *only = nullptr) const;

    /// Reads the searchable texts into memory and keeps them up to date: searches are ten times as fast with
    /// a million records. For whoever searches while somebody types.
    Status prepareSearch() const;

    Result<std::vector<KeptProblem>> problems(const RecordType &type, const QString &id) const;
    /// Problems over all records, newest first.
    Result<std::vector<KeptProblem>> allProblems(int limit = -1) const;

    /// The content of an attachment: out of the file or, of a backup made by the program, out of what lies
    /// beside the backups. NotFound; Storage when it is not what its hash says.
    Result<QByteArray> attachment(const QString &hash) const;
    /// Keeps the content of a file before the record that will name it is saved. Contents stand outside the
    /// journal, which names them by hash.
    Result<Attachment> keepAttachment(const QString &name, const QByteArray &content);

    /// Newest first.
    Result<std::vector<JournalEntry>> journal(int limit = -1, qint64 before = -1) const;
    /// Edits of an entry, in the order they were made.
    Result<std::vector<RecordEdit>> edits(qint64 sequence, int limit = -1) const;
    /// Edits of one record, and of the rows that belong to it, with their entries, newest first.
    Result<std::vector<std::pair<JournalEntry, RecordEdit>>> history(const RecordType &type,
                                                                     const QString &id) const;
    /// What a text field of records was before it became what it is, by the id of the record: as the journal
    /// tells, the oldest first. Not of personal fields.
    Result<std::vector<std::pair<QString, QString>>> formerTexts(const RecordType &type,
                                                                 const Field &field) const;
    QString headHash() const;
    /// Which entry a head hash on paper belongs to: \a head is 64 hexadecimal digits, or the first eight or
    /// more and after "..." the last, as papers print it; blanks are left aside. InvalidInput when it is not
    /// that, NotFound when no entry of this file has it.
    Result<HeadEntry> entryOfHead(const QString &head) const;
    /// When the file was last backed up by this program; invalid: never.
    QDateTime lastBackup() const;

    Result<VerifyReport> verify(Progress *progress = nullptr) const;
    /// Copies the file, as it is now, also while others read and write. The copy is whole: it needs nothing
    /// beside it. A file that is there is replaced when that was said, but never this file, its logs or its
    /// backups (InvalidInput), nor one that somebody has open for writing (Busy).
    Status backup(const Output &output, Progress *progress = nullptr) const;
    /// A backup beside the file (folder 备份), named by time and \a reason; the oldest of this file beyond
    /// ten go, and beyond a size: a GB, or three times that of the file. Storage before anything is written
    /// when there is no room. Contents of attachments stand once in the folder 附件 there, for all backups,
    /// as long as one needs them. Answers its path.
    Result<QString> automaticBackup(const QString &reason, Progress *progress = nullptr);
    /// The same before a change of a series: the backup made before the first of them serves all, for an
    /// hour, when nothing but changes that \a isOfSeries has been done to the file since.
    Result<QString> backupBefore(const QString &reason,
                                 const std::function<bool(const JournalEntry &)> &isOfSeries);
    /// Makes a whole file at \a path out of \a backup and what lies beside it, whatever its schema. Conflict
    /// when there is one already; nothing is left when a content is missing or altered.
    static Status restore(const QString &backup, const QString &path, Progress *progress = nullptr);

    /// Tells of what other stores on this file (tasks) have committed since: emits changed() for it.
    /// \a told: what those stores told of, so that a large change need not be read from the journal again.
    Status refresh(const std::vector<ChangeSet> &told = {});

Q_SIGNALS:
    /// After a commit, or after refresh() found some.
    void changed(const core::ChangeSet &changes);

private:
    Store();
    friend class Writer;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace core
