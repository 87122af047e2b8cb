// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordlookup.h"

#include "core/base/text.h"
#include "core/record/recordname.h"
#include "core/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isText(Kind kind)
{
    return kind == Kind::Text || kind == Kind::LongText;
}

} // namespace

QString foldedName(QStringView text)
{
    QString folded = toHalfWidth(text);
    QChar *kept = folded.data();
    for (const QChar c : std::as_const(folded)) {
        if (c != u' ')
            *kept++ = c.toUpper();
    }
    folded.truncate(kept - folded.constData());
    return folded;
}

RecordLookup::RecordLookup(const RecordType &type, Use use)
    : m_type(&type)
    , m_use(use)
{
    for (const auto &keys : type.traits.match) {
        std::vector<size_t> list;
        for (const char *key : keys) {
            const int field = type.indexOf(QAnyStringView(key));
            auto at = std::find(m_naming.begin(), m_naming.end(), field);
            if (at == m_naming.end())
                at = m_naming.insert(m_naming.end(), field);
            list.push_back(size_t(at - m_naming.begin()));
        }
        m_lists.push_back(std::move(list));
    }
    m_byList.resize(m_lists.size());
}

Result<RecordLookup> RecordLookup::load(const Store &store, const RecordType &type, Use use)
{
    RecordLookup lookup(type, use);
    Query query;
    query.type = QString::fromLatin1(type.key);
    query.columns.push_back(u"id"_s);
    for (const int field : lookup.m_naming)
        query.columns.push_back(QString::fromLatin1(type.fields[size_t(field)].key));
    // A name of several parts is what an exported sheet says of it.
    const RecordName name(type);
    const bool isNamed = use == Use::MatchAndFind && name.paths().size() > 1;
    const qsizetype first = qsizetype(query.columns.size());
    if (isNamed)
        query.columns.insert(query.columns.end(), name.paths().begin(), name.paths().end());
    CORE_TRY(store.each(query, [&](const QVariantList &row) {
        const Entry entry = lookup.add(
            row.first().toString(),
            lookup.namingOf([&](size_t i) -> const QVariant & { return row.at(qsizetype(i) + 1); }));
        if (isNamed)
            lookup.m_byText[foldedName(name.text(row, first, Audience::OpenExport))].push_back(size_t(entry));
        return true;
    }));
    return lookup;
}

RecordLookup::Naming RecordLookup::namingOf(const QVariantList &values) const
{
    return namingOf([&](size_t i) -> const QVariant & { return values.at(m_naming[i]); });
}

template<typename ValueOf>
RecordLookup::Naming RecordLookup::namingOf(ValueOf valueOf) const
{
    const auto folded = [&](size_t i) {
        const QString text = valueOf(i).toString();
        return isText(m_type->fields[size_t(m_naming[i])].kind) ? foldedName(text) : text;
    };
    Naming naming;
    naming.keys.resize(m_lists.size());
    for (size_t list = 0; list < m_lists.size(); ++list) {
        QString &key = naming.keys[list];
        const bool last = list + 1 == m_lists.size();
        for (const size_t at : m_lists[list]) {
            const QString text = folded(at);
            // In the last list what is missing counts as "missing", so that a second import of a sheet
            // without towns finds what the first brought in; the naming field itself must be there.
            if (text.isEmpty() && (key.isEmpty() || !last)) {
                key.clear();
                break;
            }
            key += text + u'\n';
        }
    }
    if (m_use == Use::MatchAndFind) {
        for (size_t i = 0; i < m_naming.size(); ++i)
            naming.values.append(folded(i));
    }
    return naming;
}

RecordLookup::Entry RecordLookup::add(const QString &id, Naming naming)
{
    m_entries.push_back({id, std::move(naming)});
    index(m_entries.size() - 1);
    return Entry(m_entries.size()) - 1;
}

void RecordLookup::rename(Entry entry, Naming naming)
{
    m_entries[size_t(entry)].naming = std::move(naming);
    index(size_t(entry));
}

void RecordLookup::index(size_t entry)
{
    const Naming &naming = m_entries[entry].naming;
    for (size_t list = 0; list < m_lists.size(); ++list) {
        const QString &key = naming.keys[list];
        if (!key.isEmpty() && !m_byList[list].contains(key))
            m_byList[list].insert(key, entry);
    }
    if (m_use == Use::Match)
        return;
    for (size_t i = 0; i < m_naming.size(); ++i) {
        const QString text = naming.values.at(qsizetype(i)).toString();
        if (!isText(m_type->fields[size_t(m_naming[i])].kind) || text.isEmpty())
            continue;
        std::vector<size_t> &entries = m_byText[text];
        if (std::find(entries.begin(), entries.end(), entry) == entries.end())
            entries.push_back(entry);
    }
}

RecordLookup::Entry RecordLookup::match(const Naming &naming) const
{
    for (size_t list = 0; list < m_lists.size(); ++list) {
        const QString &key = naming.keys[list];
        const auto found = key.isEmpty() ? m_byList[list].constEnd() : m_byList[list].constFind(key);
        if (found == m_byList[list].constEnd())
            continue;
        const Naming &known = m_entries[*found].naming;
        bool contradicts = false;
        for (size_t earlier = 0; earlier < list; ++earlier) {
            contradicts = contradicts || (!known.keys[earlier].isEmpty() && !naming.keys[earlier].isEmpty() &&
                                          known.keys[earlier] != naming.keys[earlier]);
        }
        if (!contradicts)
            return Entry(*found);
    }
    return none;
}

std::vector<size_t> RecordLookup::withParts(const Mention &mention) const
{
    std::vector<size_t> entries;
    const auto narrow = [&](int part, const QString &wanted) {
        const auto at = std::find(m_naming.begin(), m_naming.end(), part);
        std::erase_if(entries, [&](size_t entry) {
            return m_entries[entry].naming.values.at(at - m_naming.begin()).toString() != wanted;
        });
    };
    const auto names = [&](const std::pair<int, QString> &said, bool text) {
        const Kind kind = m_type->fields[size_t(said.first)].kind;
        return !said.second.isEmpty() && (text ? isText(kind) : kind == Kind::Integer) &&
               std::find(m_naming.begin(), m_naming.end(), said.first) != m_naming.end();
    };
    bool isFirst = true;
    for (const auto &said : mention.parts) {
        if (!names(said, true))
            continue;
        const QString wanted = foldedName(said.second);
        if (isFirst)
            entries = m_byText.value(wanted);
        isFirst = false;
        narrow(said.first, wanted);
    }
    // What is no text, a year, narrows as it is written.
    for (const auto &said : mention.parts) {
        if (names(said, false))
            narrow(said.first, foldedName(said.second));
    }
    return entries;
}

std::vector<QString> RecordLookup::find(const Mention &mention) const
{
    std::vector<size_t> candidates;
    bool started = false;
    // Single fields that decide alone go first: a code is surer than a name.
    for (const auto &list : m_lists) {
        const int field = m_naming[list.front()];
        for (const auto &[part, text] : mention.parts) {
            if (part != field || text.isEmpty() || started)
                continue;
            const auto found = m_byText.constFind(foldedName(text));
            if (found == m_byText.constEnd())
                continue;
            for (const size_t entry : *found) {
                if (m_entries[entry].naming.values.at(qsizetype(list.front())).toString() == foldedName(text))
                    candidates.push_back(entry);
            }
            started = !candidates.empty();
        }
    }
    if (!started && !mention.text.isEmpty())
        candidates = m_byText.value(foldedName(mention.text));
    if (!started && mention.text.isEmpty())
        candidates = withParts(mention);
    if (candidates.size() > 1 && !mention.related.empty()) {
        std::vector<size_t> related;
        for (const size_t entry : candidates) {
            const auto refersTo = [&](const QString &id) {
                return m_entries[entry].naming.values.contains(QVariant(id));
            };
            if (std::any_of(mention.related.begin(), mention.related.end(), refersTo))
                related.push_back(entry);
        }
        if (!related.empty())
            candidates = related;
    }
    std::vector<QString> ids;
    ids.reserve(candidates.size());
    for (const size_t entry : candidates)
        ids.push_back(m_entries[entry].id);
    return ids;
}

} // namespace core
