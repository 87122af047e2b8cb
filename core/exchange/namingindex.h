// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/exchange/keydigest.h"

#include <QString>
#include <QVarLengthArray>
#include <QVariantList>

#include <map>
#include <memory>
#include <vector>

namespace core {

/// What names a record, as it is compared. The texts themselves are not kept: a register has a million.
struct Naming
{
    /// One for each list of RecordType::traits.match but the last; null: not all of its fields are filled.
    /// Whether the last of its fields passes its check is the last bit: it follows from the text, so that
    /// equal texts still have equal keys.
    QVarLengthArray<KeyDigest, 2> keys;
    /// The fields of the last list that no record is without, as one key; null: they are not filled.
    KeyDigest anchor;
    KeyDigest coveredAnchor; ///< The same with persons covered, of types that are named by them.
    /// The other fields of the last list, which may be empty: 0. They only tell records of one name apart.
    QVarLengthArray<quint64, 4> further;
    QVariantList values; ///< The fields of all lists, texts folded; for RecordLookup::find() only.

    /// The key of \a list with a sound or unsound last field.
    static KeyDigest keyOf(QStringView text, bool isSound);
    static bool isSound(const KeyDigest &key) { return (key.low & 1) != 0; }
    static quint64 furtherOf(QStringView text);
};

/// Entries by the digest of something they have; several may have the same. Eight bytes for each and some
/// room: it does not keep the digest, so that who asks compares it.
class DigestIndex
{
public:
    void insert(const KeyDigest &digest, quint32 value);
    /// Calls \a visit with what was put in under \a digest, and seldom with others, until it gives false.
    template<typename Visit>
    void each(const KeyDigest &digest, Visit visit) const
    {
        if (m_slots.empty())
            return;
        const quint32 tag = tagOf(digest);
        for (size_t at = placeOf(tag); m_slots[at].value != vacant; at = next(at)) {
            if (m_slots[at].tag == tag && !visit(m_slots[at].value))
                return;
        }
    }
    qint64 bytes() const { return qint64(m_slots.capacity()) * qint64(sizeof(Slot)); }

private:
    static constexpr quint32 vacant = UINT32_MAX;
    struct Slot
    {
        quint32 tag = 0;
        quint32 value = vacant;
    };
    static quint32 tagOf(const KeyDigest &digest) { return quint32(digest.high >> 32); }
    size_t placeOf(quint32 tag) const { return size_t((quint64(tag) * m_slots.size()) >> 32); }
    size_t next(size_t at) const { return at + 1 == m_slots.size() ? 0 : at + 1; }
    void put(Slot slot);
    void grow();

    std::vector<Slot> m_slots; ///< Open addressing, one beside the other.
    size_t m_used = 0;
};

/// The ids and namings of many records in less than a hundred bytes each, and which of them has a key.
class NamingIndex
{
public:
    /// \a keys, \a further: how many a naming has of them. \a isPersonal: it has a coveredAnchor.
    NamingIndex(size_t keys, size_t further, bool isPersonal);

    quint32 size() const { return m_size; }
    /// Its place is size() before.
    void add(const QString &id, const Naming &naming);
    /// Its former keys still find it, unless another one has them.
    void rename(quint32 entry, const Naming &naming);
    QString idOf(quint32 entry) const;
    /// Without Naming::values.
    Naming namingOf(quint32 entry) const;

    static constexpr quint32 none = UINT32_MAX;
    /// The one that had the key first.
    quint32 withKey(size_t list, const KeyDigest &key) const;
    /// Those that have it now, in ascending order.
    std::vector<quint32> withAnchor(const KeyDigest &anchor) const { return with(m_byAnchor, 0, anchor); }
    std::vector<quint32> withCoveredAnchor(const KeyDigest &anchor) const
    {
        return with(m_byCovered, 1, anchor);
    }
    /// What is kept takes so much memory.
    qint64 bytes() const;

private:
    /// Where the digests of an entry stand, counted in words.
    size_t keyAt(size_t list) const { return idWords + list * digestWords; }
    size_t anchorAt(size_t which) const { return keyAt(m_keys + which); }
    size_t furtherAt() const { return anchorAt(m_isPersonal ? 2 : 1); }
    const quint64 *wordsOf(quint32 entry) const;
    quint64 *wordsOf(quint32 entry);
    KeyDigest digest(quint32 entry, size_t at) const;
    void write(quint32 entry, const Naming &naming);
    void indexKeys(quint32 entry, const Naming &naming);
    std::vector<quint32> with(const DigestIndex &index, size_t which, const KeyDigest &anchor) const;
    bool contains(const DigestIndex &index, size_t which, const KeyDigest &anchor, quint32 entry) const;

    static constexpr size_t idWords = 2;
    static constexpr size_t digestWords = 2;
    static constexpr size_t blockEntries = 4096;
    static constexpr quint32 formerBit = 1U << 31;

    /// A key under which a record was known before.
    struct Former
    {
        KeyDigest key;
        quint32 entry = 0;
    };
    size_t m_keys;
    size_t m_further;
    bool m_isPersonal;
    size_t m_width; ///< Words of an entry.
    quint32 m_size = 0;
    /// Of a vector that grows, two copies stand side by side for a while.
    std::vector<std::unique_ptr<quint64[]>> m_blocks;
    std::map<quint32, QString> m_otherIds; ///< Those that are no UUID.
    std::vector<DigestIndex> m_byKey;      ///< Values with formerBit: places in m_former.
    std::vector<Former> m_former;
    DigestIndex m_byAnchor;
    DigestIndex m_byCovered;
};

} // namespace core
