// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/namingindex.h"

#include <algorithm>

namespace core {

KeyDigest Naming::keyOf(QStringView text, bool isSound)
{
    KeyDigest key = digestOf(text);
    key.low = (key.low & ~quint64(1)) | (isSound ? 1U : 0U);
    return key;
}

quint64 Naming::furtherOf(QStringView text)
{
    return text.isEmpty() ? 0 : std::max<quint64>(digestOf(text).high, 1);
}

void DigestIndex::insert(const KeyDigest &digest, quint32 value)
{
    // Fuller, what is not there is looked for in a long row of slots.
    constexpr size_t tenths = 10;
    constexpr size_t fullest = 8;
    if (m_used * tenths >= m_slots.size() * fullest)
        grow();
    put({tagOf(digest), value});
    ++m_used;
}

void DigestIndex::put(Slot slot)
{
    size_t at = placeOf(slot.tag);
    while (m_slots[at].value != vacant)
        at = next(at);
    m_slots[at] = slot;
}

void DigestIndex::grow()
{
    constexpr size_t fewest = 64;
    const std::vector<Slot> full = std::move(m_slots);
    m_slots = std::vector<Slot>(std::max(fewest, full.size() + full.size() / 2));
    for (const Slot &slot : full) {
        if (slot.value != vacant)
            put(slot);
    }
}

NamingIndex::NamingIndex(size_t keys, size_t further, bool isPersonal)
    : m_keys(keys)
    , m_further(further)
    , m_isPersonal(isPersonal)
    , m_width(furtherAt() + further)
    , m_byKey(keys)
{}

const quint64 *NamingIndex::wordsOf(quint32 entry) const
{
    return m_blocks[entry / blockEntries].get() + entry % blockEntries * m_width;
}

quint64 *NamingIndex::wordsOf(quint32 entry)
{
    return m_blocks[entry / blockEntries].get() + entry % blockEntries * m_width;
}

KeyDigest NamingIndex::digest(quint32 entry, size_t at) const
{
    const quint64 *words = wordsOf(entry) + at;
    return {words[0], words[1]};
}

void NamingIndex::add(const QString &id, const Naming &naming)
{
    if (m_size % blockEntries == 0)
        m_blocks.push_back(std::make_unique<quint64[]>(blockEntries * m_width));
    const quint32 entry = m_size++;
    if (const auto bits = uuidBits(id)) {
        quint64 *words = wordsOf(entry);
        words[0] = bits->high;
        words[1] = bits->low;
    } else {
        m_otherIds.emplace(entry, id);
    }
    write(entry, naming);
    indexKeys(entry, naming);
    if (!naming.anchor.isNull())
        m_byAnchor.insert(naming.anchor, entry);
    if (m_isPersonal && !naming.coveredAnchor.isNull())
        m_byCovered.insert(naming.coveredAnchor, entry);
}

void NamingIndex::rename(quint32 entry, const Naming &naming)
{
    const Naming before = namingOf(entry);
    write(entry, naming);
    for (size_t list = 0; list < m_keys; ++list) {
        const KeyDigest &key = before.keys[qsizetype(list)];
        if (key.isNull() || withKey(list, key) != none)
            continue;
        m_byKey[list].insert(key, formerBit | quint32(m_former.size()));
        m_former.push_back({key, entry});
    }
    indexKeys(entry, naming);
    if (!naming.anchor.isNull() && !contains(m_byAnchor, 0, naming.anchor, entry))
        m_byAnchor.insert(naming.anchor, entry);
    if (m_isPersonal && !naming.coveredAnchor.isNull() &&
        !contains(m_byCovered, 1, naming.coveredAnchor, entry))
        m_byCovered.insert(naming.coveredAnchor, entry);
}

void NamingIndex::write(quint32 entry, const Naming &naming)
{
    quint64 *word = wordsOf(entry) + idWords;
    const auto put = [&](const KeyDigest &digest) {
        *word++ = digest.high;
        *word++ = digest.low;
    };
    for (const KeyDigest &key : naming.keys)
        put(key);
    put(naming.anchor);
    if (m_isPersonal)
        put(naming.coveredAnchor);
    std::copy(naming.further.begin(), naming.further.end(), word);
}

void NamingIndex::indexKeys(quint32 entry, const Naming &naming)
{
    for (size_t list = 0; list < m_keys; ++list) {
        const KeyDigest &key = naming.keys[qsizetype(list)];
        if (!key.isNull() && withKey(list, key) == none)
            m_byKey[list].insert(key, entry);
    }
}

Naming NamingIndex::namingOf(quint32 entry) const
{
    Naming naming;
    for (size_t list = 0; list < m_keys; ++list)
        naming.keys.append(digest(entry, keyAt(list)));
    naming.anchor = digest(entry, anchorAt(0));
    if (m_isPersonal)
        naming.coveredAnchor = digest(entry, anchorAt(1));
    const quint64 *further = wordsOf(entry) + furtherAt();
    naming.further.append(further, qsizetype(m_further));
    return naming;
}

QString NamingIndex::idOf(quint32 entry) const
{
    if (const auto other = m_otherIds.find(entry); other != m_otherIds.end())
        return other->second;
    const quint64 *words = wordsOf(entry);
    return uuidText({words[0], words[1]});
}

quint32 NamingIndex::withKey(size_t list, const KeyDigest &key) const
{
    quint32 found = none;
    m_byKey[list].each(key, [&](quint32 value) {
        if (value & formerBit) {
            const Former &former = m_former[value ^ formerBit];
            found = former.key == key ? former.entry : none;
        } else if (digest(value, keyAt(list)) == key) {
            found = value;
        }
        return found == none;
    });
    return found;
}

std::vector<quint32> NamingIndex::with(const DigestIndex &index, size_t which, const KeyDigest &anchor) const
{
    std::vector<quint32> entries;
    index.each(anchor, [&](quint32 entry) {
        if (digest(entry, anchorAt(which)) == anchor)
            entries.push_back(entry);
        return true;
    });
    std::sort(entries.begin(), entries.end());
    return entries;
}

bool NamingIndex::contains(const DigestIndex &index, size_t which, const KeyDigest &anchor,
                           quint32 entry) const
{
    const std::vector<quint32> entries = with(index, which, anchor);
    return std::find(entries.begin(), entries.end(), entry) != entries.end();
}

qint64 NamingIndex::bytes() const
{
    const auto words = qint64(m_blocks.size()) * qint64(blockEntries) * qint64(m_width);
    qint64 bytes = words * qint64(sizeof(quint64)) + m_byAnchor.bytes() + m_byCovered.bytes() +
                   qint64(m_former.capacity()) * qint64(sizeof(Former));
    for (const DigestIndex &index : m_byKey)
        bytes += index.bytes();
    return bytes;
}

} // namespace core
