// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What records were called before.
#include "core/exchange/recordlookup.h"
#include "core/record/format.h"
#include "core/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

Status RecordLookup::loadFormerNames(const Store &store)
{
    const Field &field = m_type->displayField();
    const bool isByNameAlone = m_anchored == 1 && m_name == int(m_lists.back().front());
    if (!isByNameAlone || field.kind != Kind::Text || isPersonal(field))
        return ok();
    CORE_ASSIGN(const auto texts, store.formerTexts(*m_type, field));
    if (texts.empty())
        return ok();
    QHash<QString, Entry> entries;
    for (const auto &[id, text] : texts)
        entries.insert(id, none);
    for (Entry entry = 0; entry < Entry(m_index.size()); ++entry) {
        if (const auto found = entries.find(idOf(entry)); found != entries.end())
            *found = entry;
    }
    const auto put = [](auto &list, auto entry) {
        if (std::find(list.begin(), list.end(), entry) == list.end())
            list.push_back(entry);
    };
    QVariantList values(qsizetype(m_type->fields.size()));
    for (const auto &[id, text] : texts) {
        const Entry entry = entries.value(id);
        if (entry == none)
            continue; // it lies in the recycle bin
        values[m_naming[size_t(m_name)]] = text;
        const KeyDigest anchor = namingOf(values).anchor;
        if (anchor.isNull() || anchor == m_index.namingOf(quint32(entry)).anchor)
            continue;
        put(m_formerly[anchor], entry);
        if (m_use == Use::MatchAndFind)
            put(m_byFormer[nameKey(field, text)], size_t(entry));
    }
    return ok();
}

std::vector<RecordLookup::Entry> RecordLookup::formerly(const Naming &naming) const
{
    std::vector<Entry> entries =
        naming.anchor.isNull() ? std::vector<Entry>() : m_formerly.value(naming.anchor);
    std::erase_if(entries, [&](Entry entry) { return !mayBeOne(m_index.namingOf(quint32(entry)), naming); });
    return entries;
}

std::vector<RecordLookup::Entry> RecordLookup::findFormer(const Mention &mention) const
{
    std::vector<size_t> entries = m_byFormer.value(wordsOf(mention));
    keepAmong(entries, mention.among);
    keepRelated(entries, mention.related);
    return {entries.begin(), entries.end()};
}

} // namespace core
