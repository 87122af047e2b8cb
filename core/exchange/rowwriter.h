// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importreport.h"
#include "core/exchange/importrows.h"
#include "core/exchange/nearnames.h"
#include "core/exchange/recordlookup.h"
#include "core/exchange/references.h"
#include "core/exchange/refusedsheet.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace core {

class Change;
class Store;

/// Takes parsed rows, finds out which record each one is, and writes it.
class RowWriter
{
public:
    RowWriter(Store &store, const RecordType &type, const ColumnMapping &mapping, ImportReport &report,
              RefusedSheet &refused);

    /// Reads what is there of the records that rows may mean. To be called before complete().
    Status prepare();
    /// Does all that can be done with a row before it is written; may run in the reading thread, else take()
    /// does it. A row that may refer to rows of the same sheet must wait until those are written.
    void complete(ParsedRow &row) const;
    QString sectionIn(const Row &row) const;
    Status take(Change &change, ParsedRow &row);
    /// Rows that referred to something that had not come yet.
    Status takeWaiting(Change &change);
    /// Adds to the report what is to be said of all rows together.
    void finish();

private:
    /// The record that a row means.
    struct Meant
    {
        RecordLookup::Entry entry = RecordLookup::none; ///< None: a new one.
        bool isByName = false;
        QVariantList stored; ///< What it holds; empty of a new one.
        QString refusal;     ///< Why it cannot be told which; empty: it can.
    };

    static bool isWord(const Field &field);
    static bool isClass(const Field &field);
    Status lookupOf(const RecordType &type, RecordLookup::Use use = RecordLookup::Use::MatchAndFind);

    Status write(Change &change, ParsedRow &row);
    Result<Meant> meantBy(ParsedRow &row) const;
    Result<Meant> oneOf(const ParsedRow &row, std::vector<Meant> candidates) const;
    Meant refused(QString reason) const { return {RecordLookup::none, true, {}, std::move(reason)}; }
    QString coveredOther(const ParsedRow &row) const;
    QString whyOther(const ParsedRow &row, const Meant &candidate) const;
    QString contradiction(const Meant &found, RecordLookup::Entry namesake) const;
    bool dropNumber(ParsedRow &row) const;
    bool dropBracket(ParsedRow &row, const Meant &meant) const;
    void leaveOutTaken(ParsedRow &row, RecordLookup::Entry meant) const;
    QString withDropped(const ParsedRow &row, const QString &reason) const;
    Result<Meant> byFormerName(ParsedRow &row) const;
    Result<Meant> formerlyCalled(const ParsedRow &row) const;
    Result<Meant> byRecordedName(ParsedRow &row) const;
    Result<QString> whyDoubtful(const ParsedRow &row, const std::vector<RecordLookup::Entry> &entries) const;
    bool isUniqueInItsPlace() const;
    Result<QString> distinctNameOf(RecordLookup::Entry entry) const;
    Result<bool> noteOthersOfName(ParsedRow &row);
    Status noteDocument(ParsedRow &row);
    Status loadDocuments();
    void keepDocuments(const QVariantList &values);
    bool mayBeKnownDocument(const ParsedRow &row, const std::vector<const char *> &list) const;
    QString whySeveral(const ParsedRow &row) const;
    QString whyNoName(const ParsedRow &row) const;
    bool noteNamesake(ParsedRow &row) const;
    Status noteNearName(ParsedRow &row);
    RecordLookup::Naming namingAs(const ParsedRow &row, const QString &name) const;
    void rename(ParsedRow &row, const QString &name) const;
    QString whyFormerlyNamed(const ParsedRow &row) const;
    bool agreesWithEarlier(const ParsedRow &row, RecordLookup::Entry entry) const;
    QString codeLabels() const;
    QString ambiguity(const ParsedRow &row, const std::vector<Meant> &candidates) const;
    bool agreesWithCovered(const ParsedRow &row, const QVariantList &stored) const;
    bool isNamedAs(const ParsedRow &row, const QVariantList &stored) const;
    QVariantList merged(const ParsedRow &row, const Meant &meant, QStringList *notes) const;
    void tellChange(const Field &field, const QVariant &held, const QVariant &said, QStringList &notes) const;
    static bool isKeptText(const Field &field, const QVariant &held, const QVariant &said);
    void countKept(const ParsedRow &row, const QVariantList &stored);
    Status add(Change &change, ParsedRow &row);
    Status update(Change &change, ParsedRow &row, const Meant &meant);
    QString whyNoNewRecord(const ParsedRow &row) const;
    QString whyInRecycleBin(const ParsedRow &row) const;
    const Field *ownerField() const;
    Result<QString> whyOfSameYear(const ParsedRow &row) const;
    Status noteOverlap(ParsedRow &row) const;
    void noteFaults(const ParsedRow &row, const std::vector<Problem> &problems);
    Status written(const ParsedRow &row, qint64 &counter, RecordLookup::Entry entry);
    Status handBack(const ParsedRow &row);
    Status refuse(const ParsedRow &row, const QString &reason);
    Status refuse(const ParsedRow &row, const Error &error);
    bool isOfThisSheet(RecordLookup::Entry entry) const;

    Store &m_store;
    const RecordType &m_type;
    const ColumnMapping &m_mapping;
    ImportReport &m_report;
    RefusedSheet &m_refused;
    Lookups m_lookups;
    std::optional<RecordLookup> m_removed; ///< What lies in the recycle bin; empty: nothing of the type.
    NearNames m_near;
    QString m_bureau; ///< What signs the sheets of this county.
    bool m_refersToItself = false;
    bool m_saysAll = true;        ///< The sheet has columns for all that the last list of matches names.
    bool m_isDecided = false;     ///< Verbs write records of the type.
    std::vector<char> m_isNaming; ///< By field: it stands in a list of matches.
    std::vector<int> m_rows;      ///< By entry of the lookup: the row of this import it came from, or 0.
    /// By the anchors of names that records of this sheet had before.
    QHash<KeyDigest, RecordLookup::Entry> m_formerNames;
    /// By field: hashes of the numbers of documents that records hold. A list has no index for most of them,
    /// and hardly any row says one that is there.
    std::optional<std::map<int, QSet<size_t>>> m_documents;
    /// Of records that this sheet has made: what stood covered in their rows.
    std::map<RecordLookup::Entry, RecordLookup::Covered> m_coveredOf;
    std::set<RecordLookup::Entry> m_nowhere; ///< Made by rows that say of a place that it is none.
    std::map<int, qint64> m_covered;         ///< By field: how many covered values were not read.
    std::map<int, RowRemarks> m_kept;        ///< By field: the rows with a placeholder for what is there.
    std::vector<ParsedRow> m_waiting;
};

} // namespace core
