// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"

#include <QDateTime>
#include <QStringList>

#include <functional>
#include <vector>

namespace core {

struct Act;
struct BackFill;
struct PreparedRecord;
struct Verb;
class Store;

/// What a committed change touched; lists patch their rows by it.
struct ChangeSet
{
    /// Above this many records of one type the ids are not listed: ask again.
    static constexpr qsizetype listedIds = 1000;

    struct Touched
    {
        const RecordType *type = nullptr;
        QStringList ids;   ///< Empty when `many`.
        bool many = false; ///< More than listedIds records.
    };
    qint64 sequence = 0; ///< Journal number of the last change in it.
    QString what;        ///< What the last change was called.
    std::vector<Touched> touched;

    const Touched *of(const RecordType &type) const;
};

/// What is true of a change besides what it writes.
struct ChangeOptions
{
    /// How much a change writes.
    enum class Extent {
        Usual,
        /// Thousands of records: what is new is written once instead of twice, unless somebody else has the
        /// file open. Who opens it meanwhile waits for the end.
        Large,
    };
    Extent extent = Extent::Usual;
    /// Something has left the house with it: a number was issued, a paper delivered, a year published. Undo
    /// stops before it; only its counter-act, with a reason, goes back. Leaves an entry even when it writes
    /// no record.
    bool outward = false;
    QString reason; ///< Why, in the words of who did it; stands in the journal. May be empty.
};

/// The right to write. Only the Store makes one, so nothing is written outside a transaction.
///
/// Every write runs the checks of the type: a Block problem refuses it, a Warn problem is kept in the
/// list of problems of the record (Store::problems) until it is mended. Read-only fields keep what they hold,
/// and what a new record holds in them, except inside a verb (runVerb), an act (runAct) and the back-filling
/// of old papers (runBackFill).
class Change
{
public:
    Change(const Change &) = delete;
    Change &operator=(const Change &) = delete;

    /// Inserts; gives the record an id when it has none.
    template<typename T>
    Status insert(T &record)
    {
        if (record.id.isNull())
            record.id = Id<T>::create();
        return insert(recordType<T>(), recordType<T>().values(&record));
    }
    /// Writes all fields of a record that exists. NotFound when it does not.
    template<typename T>
    Status update(const T &record)
    {
        return update(recordType<T>(), recordType<T>().values(&record));
    }
    template<typename T>
    Status remove(const Id<T> &id)
    {
        return remove(recordType<T>(), id.text);
    }

    /// As above, for generic code. \a values stand in the order of the fields; values[0] is the id.
    Status insert(const RecordType &type, const QVariantList &values);
    /// As insert(); \a record is what prepareRecord() made of \a values before, perhaps in another thread.
    Status insert(const RecordType &type, const QVariantList &values, const PreparedRecord &record);
    Status update(const RecordType &type, const QVariantList &values);
    /// Changes single fields by key, as a form does.
    Status edit(const RecordType &type, const QString &id, const QVariantMap &values);
    /// Moves the record to the recycle bin. Refused while records that are not removed need it.
    Status remove(const RecordType &type, const QString &id);
    /// Takes it back from there.
    Status restore(const RecordType &type, const QString &id);
    /// Keeps the content of a file; its hash and size stand in the answer. The same content is kept once.
    Result<Attachment> attach(const QString &name, const QByteArray &content);

private:
    friend class Store;
    friend class Writer;
    friend Status runVerb(Store &, const Verb &, const QString &, const QVariantMap &, const QDateTime &);
    friend Status runAct(Store &, const Act &, const QString &, const std::function<Status(Change &)> &,
                         const ChangeOptions &);
    friend Status runBackFill(Store &, const BackFill &, const QString &,
                              const std::function<Status(Change &)> &, ChangeOptions);
    explicit Change(class Writer &writer)
        : m_writer(writer)
    {}
    class Writer &m_writer;
};

} // namespace core
