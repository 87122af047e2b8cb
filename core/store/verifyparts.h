// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/store/database.h"
#include "core/store/verifyreport.h"

#include <QStringList>

// What Store::verify() is made of; only for the sources of core/store. Each part adds what it finds to the
// report.

namespace core {

struct RecordType;

/// Records that have the same fault, some of them named.
class NamedRecords
{
public:
    /// Whether one more would be named.
    bool wantsName() const { return m_names.size() < mostNamed; }
    /// \a detail: what of it; may be empty.
    void add(const QString &name, const QString &detail = {});
    void addUnnamed() { ++m_count; }
    bool isEmpty() const { return m_count == 0; }
    /// "社会组织“甲协会”、“乙商会”等 12 条".
    QString text(const RecordType &type) const;

private:
    static constexpr qsizetype mostNamed = 3;
    QStringList m_names;
    qint64 m_count = 0;
};

/// Whether SQLite finds the pages and indexes of the file in order.
Status verifyPages(Database &database, VerifyReport &report);

/// Compares tables, columns and indexes with those of a file that this program would make, and finds triggers
/// and views. Of a newer file only the latter are told: its program may have added what it likes. False:
/// something that would have to be read is not there.
Result<bool> verifySchema(Database &database, VerifyReport &report);

/// Walks the whole chain, and beside it that from before a conversion, and says what is wrong with them; also
/// with what the file says of itself, which the chain begins with.
Status verifyJournal(Database &database, VerifyReport &report, Progress *progress);

/// Compares the records with what the journal says they should be: finds those that were written past it.
Status verifyRecords(Database &database, VerifyReport &report, Progress *progress);

/// Compares what is kept for each record beside it with what the record gives: its pinyin keys, what a search
/// looks at, its faults that were let in.
class DerivedCheck
{
public:
    explicit DerivedCheck(Database &database)
        : m_database(database)
    {}
    /// The columns that look() wants behind the fields, to be put into a SELECT: ", name_pinyin".
    static QByteArray columns(const RecordType &type);
    /// \a row: all fields of the record and, from \a first on, columns(). \a values: the fields.
    Status look(const RecordType &type, const QVariantList &values, bool removed, const Statement &row,
                int first);
    /// Tells what was found in the records of \a type.
    void tell(const RecordType &type, VerifyReport &report);
    /// Tells what belongs to no record that was looked at; after the last type.
    Status tellRest(VerifyReport &report);

private:
    Result<bool> hasSearchText(const RecordType &type, const QVariantList &values, bool removed);
    Result<bool> hasProblems(const RecordType &type, const QVariantList &values, bool removed);

    Database &m_database;
    NamedRecords m_pinyin;
    NamedRecords m_search;
    NamedRecords m_problems;
    qint64 m_searchTexts = 0;
    qint64 m_problemRows = 0;
};

} // namespace core
