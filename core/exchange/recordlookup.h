// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/namekey.h"
#include "core/exchange/namingindex.h"
#include "core/record/recordtype.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <vector>

namespace core {

class Store;

/// Finds records of one type by what sheets call them. Holds what the naming fields of all live records are
/// in memory (NamingIndex: less than a hundred bytes each), so that a sheet of 100,000 rows needs no query
/// for each row.
class RecordLookup
{
public:
    /// What it is asked for: match() alone needs no texts. MatchRemoved: the same of the records that lie in
    /// the recycle bin.
    enum class Use { Match, MatchRemoved, MatchAndFind };
    static Result<RecordLookup> load(const Store &store, const RecordType &type, Use use);
    bool isEmpty() const { return m_index.size() == 0; }
    /// The memory that match() needs.
    qint64 bytes() const { return m_index.bytes(); }

    using Naming = core::Naming;
    /// What is left of values that somebody covered, by the position of their field.
    using Covered = std::vector<std::pair<int, QString>>;
    /// Of the values of a record; of what is \a covered the values hold nothing. Reads nothing that changes:
    /// any thread may ask.
    Naming namingOf(const QVariantList &values, const Covered &covered = {}) const;

    /// The place of a record in this lookup; stays valid.
    using Entry = qsizetype;
    static constexpr Entry none = -1;

    /// The records that a row may mean.
    struct Matches
    {
        std::vector<Entry> entries; ///< None: it is a new one. Several: it cannot be told which.
        bool isByName = false;      ///< Found by the last list.
        /// Found by a code: the other records that are called what the row says and the found one is not.
        std::vector<Entry> namesakes = {};
        /// Those that came with the sheet and may be the one that the row means, where one of both says
        /// nothing of a further field of the last list: two rows of one name, the town in one of them.
        std::vector<Entry> doubtful = {};
    };
    /// By RecordType::traits.match: the first list whose fields are all filled decides, one with a code that
    /// fails its check only among those of the same name: what is no code, 办理中, may stand beside many. The
    /// last one only finds records that do not contradict what is filled of the earlier ones. Where a row, or
    /// a record that was there before the sheet, says nothing of a further field of the last list, the name
    /// alone finds it: a sheet with names only means the organizations that are there, wherever they are.
    ///
    /// \a saysAll: the sheet has columns for all these fields, so that a row without a town means the one
    /// without a town before any other.
    Matches match(const Naming &naming, bool saysAll) const;
    /// Learns from the journal what the records were called before. For those that are found by their name
    /// alone, and are no persons.
    Status loadFormerNames(const Store &store);
    /// The records that were called so before and are not today, unless they lie elsewhere than \a naming
    /// says.
    std::vector<Entry> formerly(const Naming &naming) const;
    /// All that are called as \a naming says, wherever they are and whatever code they have, in the order in
    /// which they came.
    std::vector<Entry> withName(const Naming &naming) const;
    /// True when both have a code that passes its check, and they differ.
    static bool contradictSoundly(const Naming &one, const Naming &other);
    bool contradictSoundly(Entry entry, const Naming &naming) const
    {
        return contradictSoundly(m_index.namingOf(quint32(entry)), naming);
    }
    /// True when a code of it passes its check, or belongs to no check.
    static bool hasSoundKey(const Naming &naming);
    /// The record that has the same in \a list, where that fails its check; none: it does not fail, or nobody
    /// has it.
    Entry holderOfUnsound(const Naming &naming, qsizetype list) const;
    /// True of a record that was there when the lookup was made.
    bool wasThere(Entry entry) const { return size_t(entry) < m_loaded; }
    QString idOf(Entry entry) const { return m_index.idOf(quint32(entry)); }

    /// What a sheet says of a record it refers to.
    struct Mention
    {
        QString text;                               ///< Code or name, whichever it is.
        std::vector<std::pair<int, QString>> parts; ///< Texts of single fields: name, code.
        std::vector<QString> related;               ///< Ids that the right one refers to: its town.
        const char *among = nullptr; ///< FieldTraits::among; counts when a record of that group is known.
    };
    /// The records that fit the mention: none, the one, or several. A part that decides alone goes before
    /// all else that is said.
    std::vector<Entry> find(const Mention &mention) const;
    /// True of a field that is surer than a name: the code of an organization.
    bool decidesAlone(int field) const;
    /// What the record has in a naming field, texts folded; empty for other fields.
    QString valueOf(Entry entry, int field) const;
    /// For a mention that find() does not know: the records whose name it writes in another form
    /// (RecordTraits::nameForms), surer forms first.
    std::vector<Entry> findByForm(const Mention &mention) const;
    /// For a mention that nothing else knows: the records that were called so before.
    std::vector<Entry> findFormer(const Mention &mention) const;
    /// Names that are most like what is said, the likest first; at most three, of few records only.
    QStringList namesLike(const Mention &mention) const;
    /// The name of the record, as it is compared.
    QString nameOf(Entry entry) const;
    /// True when \a name ends with the class of some record of the group: 丁镇 among towns.
    bool hasClassAmong(const QString &name, const char *among) const;

    /// Takes in a record that was just written.
    Entry add(const QString &id, const Naming &naming);
    /// Takes in what a record is called now.
    void rename(Entry entry, const Naming &naming);

private:
    RecordLookup(const RecordType &type, Use use);

    /// What find() needs besides.
    struct Known
    {
        QVariantList values; ///< Naming::values.
        QString group;       ///< RecordTraits::group; empty: the type has none, or it is not known.
    };
    /// \a valueOf: the value of a field by its position in m_naming.
    template<typename ValueOf>
    Naming namingOf(ValueOf valueOf, const Covered &covered) const;
    template<typename ValueOf>
    QString coveredAnchorOf(ValueOf valueOf, const Covered &covered) const;
    Matches matchByName(const Naming &naming, bool saysAll) const;
    std::vector<Entry> namesakesOf(const Naming &found, const Naming &naming) const;
    /// True when both are filled in the first \a lists and differ there.
    static bool contradict(const Naming &one, const Naming &other, qsizetype lists);
    /// False when both fill a further field of the last list and differ there.
    static bool mayBeOne(const Naming &one, const Naming &other);
    /// False when \a other gives a name, whole or covered, or a place, and \a one has another.
    static bool isCalledAlike(const Naming &one, const Naming &other);
    /// True when what a name says of the county around it is this county, or stands so in the register.
    bool isOwnRegion(QString region) const;
    /// The words without the county, city and province of the file in front, however short they are written.
    QString withoutOwnRegion(QString words) const;
    std::vector<Entry> findByForm(const Mention &mention, const QString &words) const;
    /// False of a village that lies in another town than its name says in front.
    bool mayLieWithin(size_t entry, const NameForms &forms, const std::vector<QString> &within) const;
    void indexTexts(size_t entry);
    void indexForms(size_t entry);
    /// What the mention says: its text, or its first part that is a word, or a code.
    static QString wordsOf(const Mention &mention);
    void keepAmong(std::vector<size_t> &entries, const char *among) const;
    /// Of several that could be meant those that refer to one of \a ids, when any does.
    void keepRelated(std::vector<size_t> &entries, const std::vector<QString> &ids) const;
    void findAs(const QString &text, size_t entry);
    /// Lets records that share a name be found as an export names them (distinctname.h). \a names: what the
    /// entries are called, folded.
    Status indexSharedNames(const Store &store, const std::vector<QString> &names);
    /// Entries that have all the parts that are named, where none of them decides alone.
    std::vector<size_t> withParts(const Mention &mention) const;

    const RecordType *m_type;
    Use m_use;
    std::vector<int> m_naming;                ///< Positions of the fields in the match lists.
    std::vector<std::vector<size_t>> m_lists; ///< The match lists, as positions in m_naming.
    size_t m_anchored = 0;     ///< How many fields of the last list, from its first, no record is without.
    bool m_isPersonal = false; ///< Among those is a person's name.
    NamingIndex m_index{0, 0, false};
    size_t m_loaded = 0;
    QHash<QString, std::vector<size_t>> m_byText;  ///< Any naming text → entries; for find().
    QHash<QString, std::vector<size_t>> m_byPlain; ///< NameForms::plain → entries.
    QHash<QString, std::vector<size_t>> m_byStem;  ///< NameForms::stem → entries.
    int m_name = -1; ///< Of the field that is the name, position in m_naming; −1: it is none of them.
    QHash<KeyDigest, std::vector<Entry>> m_formerly; ///< Naming::anchor of former names → entries.
    QHash<QString, std::vector<size_t>> m_byFormer;  ///< Former names, folded → entries; for findFormer().
    std::vector<QString> m_ownRegions;               ///< ownRegions(), of types with nameForms.
    QSet<QString> m_regions;                         ///< NameForms::region of the records.
    QSet<QString> m_groups;                          ///< All that Known::group is.
    std::deque<Known> m_known;                       ///< By entry; empty when it is asked for match() alone.
};

} // namespace core
