// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordlookup.h"

#include "core/base/text.h"
#include "core/exchange/distinctname.h"
#include "core/exchange/ownregions.h"
#include "core/record/format.h"
#include "core/record/recordname.h"
#include "core/store/store.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>
#include <span>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isText(Kind kind)
{
    return kind == Kind::Text || kind == Kind::LongText;
}

/// True of a field that every record has filled.
bool isNeverEmpty(const Field &field)
{
    return field.traits.required || (!isText(field.kind) && !field.nullable);
}

} // namespace

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
    const int name = type.indexOf(QAnyStringView(type.traits.display.front()));
    const auto at = std::find(m_naming.begin(), m_naming.end(), name);
    if (at != m_naming.end())
        m_name = int(at - m_naming.begin());
    if (m_lists.empty())
        return;
    for (const size_t naming : m_lists.back()) {
        const Field &field = type.fields[size_t(m_naming[naming])];
        if (m_anchored > 0 && !isNeverEmpty(field))
            break;
        ++m_anchored;
        m_isPersonal = m_isPersonal || isPersonal(field);
    }
    m_index = NamingIndex(m_lists.size() - 1, m_lists.back().size() - m_anchored, m_isPersonal);
}

Result<RecordLookup> RecordLookup::load(const Store &store, const RecordType &type, Use use)
{
    RecordLookup lookup(type, use);
    if (type.traits.nameForms)
        lookup.m_ownRegions = ownRegions(store.info());
    Query query;
    query.type = QString::fromLatin1(type.key);
    query.removedOnly = use == Use::MatchRemoved;
    query.columns.push_back(u"id"_s);
    for (const int field : lookup.m_naming)
        query.columns.push_back(QString::fromLatin1(type.fields[size_t(field)].key));
    // Its name, of several parts or one, is what an exported sheet says of a record.
    const RecordName name(type);
    const bool isFound = use == Use::MatchAndFind;
    const qsizetype first = qsizetype(query.columns.size());
    if (isFound)
        query.columns.insert(query.columns.end(), name.paths().begin(), name.paths().end());
    const auto further = [&](const char *key) {
        if (use != Use::MatchAndFind || !key)
            return qsizetype(-1);
        query.columns.push_back(QString::fromLatin1(key));
        return qsizetype(query.columns.size()) - 1;
    };
    const qsizetype group = further(type.traits.group);
    const qsizetype aliases = further(type.traits.aliases);
    std::vector<QString> names;
    CORE_TRY(store.each(query, [&](const QVariantList &row) {
        const Entry entry = lookup.add(
            row.first().toString(),
            lookup.namingOf([&](size_t i) -> const QVariant & { return row.at(qsizetype(i) + 1); }, {}));
        if (isFound) {
            names.push_back(foldedName(name.text(row, first, Audience::OpenExport)));
            lookup.findAs(names.back(), size_t(entry));
        }
        if (group >= 0)
            lookup.m_groups.insert(lookup.m_known[size_t(entry)].group = row.at(group).toString());
        static const QRegularExpression divider(u"[、,，;；/\\s]+"_s);
        for (const QString &alias :
             aliases < 0 ? QStringList() : row.at(aliases).toString().split(divider, Qt::SkipEmptyParts))
            lookup.findAs(foldedName(alias), size_t(entry));
        return true;
    }));
    if (isFound)
        CORE_TRY(lookup.indexSharedNames(store, names));
    lookup.m_loaded = lookup.m_index.size();
    return lookup;
}

Status RecordLookup::indexSharedNames(const Store &store, const std::vector<QString> &names)
{
    for (size_t entry = 0; entry < names.size(); ++entry) {
        if (m_byText.value(names[entry]).size() < 2)
            continue;
        CORE_ASSIGN(const QVariantList values, store.values(*m_type, idOf(Entry(entry))));
        findAs(foldedName(distinctName(store, *m_type, values, Audience::OpenExport)), entry);
    }
    return ok();
}

void RecordLookup::findAs(const QString &text, size_t entry)
{
    std::vector<size_t> &entries = m_byText[text];
    if (std::find(entries.begin(), entries.end(), entry) == entries.end())
        entries.push_back(entry);
}

RecordLookup::Naming RecordLookup::namingOf(const QVariantList &values, const Covered &covered) const
{
    return namingOf([&](size_t i) -> const QVariant & { return values.at(m_naming[i]); }, covered);
}

template<typename ValueOf>
RecordLookup::Naming RecordLookup::namingOf(ValueOf valueOf, const Covered &covered) const
{
    const auto folded = [&](size_t i) {
        const QString text = valueOf(i).toString();
        const Field &field = m_type->fields[size_t(m_naming[i])];
        return isText(field.kind) ? nameKey(field, text) : text;
    };
    const auto keyOf = [&](std::span<const size_t> fields) {
        QString key;
        for (const size_t at : fields) {
            const QString text = folded(at);
            if (text.isEmpty())
                return QString();
            key += text + u'\n';
        }
        return key;
    };
    const auto isSound = [&](size_t at) {
        const Field &field = m_type->fields[size_t(m_naming[at])];
        return !field.traits.check || field.traits.check(folded(at)).empty();
    };
    const auto digestOrNull = [](const QString &key) { return key.isEmpty() ? KeyDigest() : digestOf(key); };
    Naming naming;
    if (!m_lists.empty()) {
        for (const std::span<const size_t> list : std::span(m_lists).first(m_lists.size() - 1)) {
            const QString key = keyOf(list);
            naming.keys.append(key.isEmpty() ? KeyDigest() : Naming::keyOf(key, isSound(list.back())));
        }
        const std::span<const size_t> last = m_lists.back();
        naming.anchor = digestOrNull(keyOf(last.first(m_anchored)));
        for (const size_t at : last.subspan(m_anchored))
            naming.further.append(Naming::furtherOf(folded(at)));
        if (m_isPersonal)
            naming.coveredAnchor = digestOrNull(coveredAnchorOf(valueOf, covered));
    }
    if (m_use == Use::MatchAndFind) {
        for (size_t i = 0; i < m_naming.size(); ++i)
            naming.values.append(folded(i));
    }
    return naming;
}

template<typename ValueOf>
QString RecordLookup::coveredAnchorOf(ValueOf valueOf, const Covered &covered) const
{
    QString key;
    for (const size_t at : std::span<const size_t>(m_lists.back()).first(m_anchored)) {
        const int position = m_naming[at];
        const Field &field = m_type->fields[size_t(position)];
        const auto left = std::find_if(covered.begin(), covered.end(),
                                       [&](const auto &one) { return one.first == position; });
        QString text = left != covered.end() ? left->second : valueOf(at).toString();
        if (isPersonal(field) && left == covered.end())
            text = maskedText(field, text, Audience::Export);
        if (text.isEmpty())
            return {};
        key += (isText(field.kind) ? foldedName(text) : text) + u'\n';
    }
    return key;
}

RecordLookup::Entry RecordLookup::add(const QString &id, const Naming &naming)
{
    const size_t entry = m_index.size();
    m_index.add(id, naming);
    if (m_use == Use::MatchAndFind) {
        m_known.push_back({naming.values, {}});
        indexTexts(entry);
    }
    return Entry(entry);
}

void RecordLookup::rename(Entry entry, const Naming &naming)
{
    m_index.rename(quint32(entry), naming);
    if (m_use == Use::MatchAndFind) {
        m_known[size_t(entry)].values = naming.values;
        indexTexts(size_t(entry));
    }
}

void RecordLookup::indexTexts(size_t entry)
{
    indexForms(entry);
    for (size_t i = 0; i < m_naming.size(); ++i) {
        const QString text = m_known[entry].values.at(qsizetype(i)).toString();
        if (!isText(m_type->fields[size_t(m_naming[i])].kind) || text.isEmpty())
            continue;
        findAs(text, entry);
    }
}

void RecordLookup::indexForms(size_t entry)
{
    if (!m_type->traits.nameForms || m_name < 0)
        return;
    const NameForms forms = m_type->traits.nameForms(nameOf(Entry(entry)));
    m_byPlain[forms.plain].push_back(entry);
    m_byStem[forms.stem].push_back(entry);
    if (!forms.region.isEmpty())
        m_regions.insert(forms.region);
}

QString RecordLookup::nameOf(Entry entry) const
{
    return m_name < 0 || m_known.empty() ? QString() : m_known[size_t(entry)].values.value(m_name).toString();
}

QString RecordLookup::valueOf(Entry entry, int field) const
{
    const auto at = std::find(m_naming.begin(), m_naming.end(), field);
    return at == m_naming.end() || m_known.empty()
               ? QString()
               : m_known[size_t(entry)].values.value(at - m_naming.begin()).toString();
}

bool RecordLookup::decidesAlone(int field) const
{
    return std::any_of(m_lists.begin(), m_lists.end(), [&](const std::vector<size_t> &list) {
        return &list != &m_lists.back() && list.size() == 1 && m_naming[list.front()] == field;
    });
}

bool RecordLookup::hasClassAmong(const QString &name, const char *among) const
{
    if (!m_type->traits.nameForms)
        return false;
    const auto classOf = [&](const QString &words) {
        const NameForms forms = m_type->traits.nameForms(words);
        return forms.plain.startsWith(forms.stem) ? forms.plain.sliced(forms.stem.size()) : QString();
    };
    const QString wanted = classOf(foldedName(name));
    std::vector<size_t> entries(m_known.size());
    std::iota(entries.begin(), entries.end(), size_t(0));
    keepAmong(entries, among);
    return !wanted.isEmpty() && std::any_of(entries.begin(), entries.end(), [&](size_t entry) {
        return classOf(nameOf(Entry(entry))) == wanted;
    });
}

QString RecordLookup::wordsOf(const Mention &mention)
{
    const auto isWord = [](const QString &text) {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    };
    if (!mention.text.isEmpty() || mention.parts.empty())
        return foldedName(mention.text);
    for (const auto &[part, text] : mention.parts) {
        if (isWord(text))
            return foldedName(text);
    }
    return foldedName(mention.parts.front().second);
}

void RecordLookup::keepAmong(std::vector<size_t> &entries, const char *among) const
{
    const QString group = QString::fromLatin1(among);
    // Where nobody keeps the groups apart, none is asked for.
    if (among && m_groups.contains(group))
        std::erase_if(entries, [&](size_t entry) { return m_known[entry].group != group; });
}

void RecordLookup::keepRelated(std::vector<size_t> &entries, const std::vector<QString> &ids) const
{
    if (entries.size() < 2 || ids.empty())
        return;
    std::vector<size_t> related;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(related), [&](size_t entry) {
        return std::any_of(ids.begin(), ids.end(),
                           [&](const QString &id) { return m_known[entry].values.contains(QVariant(id)); });
    });
    if (!related.empty())
        entries = std::move(related);
}

QStringList RecordLookup::namesLike(const Mention &mention) const
{
    constexpr size_t mostCompared = 5'000;
    constexpr size_t mostNamed = 3;
    const QString words = wordsOf(mention);
    if (words.isEmpty() || m_name < 0)
        return {};
    std::vector<size_t> entries(m_known.size());
    std::iota(entries.begin(), entries.end(), size_t(0));
    keepAmong(entries, mention.among);
    if (entries.size() > mostCompared)
        return {};
    std::vector<std::pair<int, QString>> names;
    for (const size_t entry : entries) {
        const QString name = nameOf(Entry(entry));
        const int like = likeness(words, name);
        if (like * 2 > int(std::min(words.size(), name.size())))
            names.emplace_back(-like, name);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end()); // several may be called the same
    QStringList likest;
    for (size_t i = 0; i < std::min(names.size(), mostNamed); ++i)
        likest.append(names[i].second);
    return likest;
}

bool RecordLookup::contradict(const Naming &one, const Naming &other, qsizetype lists)
{
    for (qsizetype list = 0; list < lists; ++list) {
        if (!one.keys[list].isNull() && !other.keys[list].isNull() && one.keys[list] != other.keys[list])
            return true;
    }
    return false;
}

bool RecordLookup::contradictSoundly(const Naming &one, const Naming &other)
{
    for (qsizetype list = 0; list < one.keys.size(); ++list) {
        if (!one.keys[list].isNull() && !other.keys[list].isNull() && one.keys[list] != other.keys[list] &&
            Naming::isSound(one.keys[list]) && Naming::isSound(other.keys[list]))
            return true;
    }
    return false;
}

bool RecordLookup::mayBeOne(const Naming &one, const Naming &other)
{
    for (qsizetype i = 0; i < one.further.size(); ++i) {
        if (one.further[i] != other.further[i] && one.further[i] != 0 && other.further[i] != 0)
            return false;
    }
    return true;
}

RecordLookup::Matches RecordLookup::match(const Naming &naming, bool saysAll) const
{
    for (qsizetype list = 0; list < naming.keys.size(); ++list) {
        const KeyDigest &key = naming.keys[list];
        const quint32 entry = key.isNull() ? NamingIndex::none : m_index.withKey(size_t(list), key);
        if (entry == NamingIndex::none)
            continue;
        const Naming found = m_index.namingOf(entry);
        if (!Naming::isSound(key) && !isCalledAlike(found, naming))
            continue;
        if (!contradict(found, naming, list))
            return {{Entry(entry)}, false, namesakesOf(found, naming), {}};
    }
    return matchByName(naming, saysAll);
}

bool RecordLookup::isCalledAlike(const Naming &one, const Naming &other)
{
    if (!mayBeOne(one, other))
        return false;
    if (!other.anchor.isNull())
        return one.anchor == other.anchor;
    return other.coveredAnchor.isNull() || one.coveredAnchor == other.coveredAnchor;
}

bool RecordLookup::hasSoundKey(const Naming &naming)
{
    return std::any_of(naming.keys.begin(), naming.keys.end(),
                       [](const KeyDigest &key) { return !key.isNull() && Naming::isSound(key); });
}

RecordLookup::Entry RecordLookup::holderOfUnsound(const Naming &naming, qsizetype list) const
{
    const KeyDigest &key = naming.keys[list];
    if (key.isNull() || Naming::isSound(key))
        return none;
    const quint32 entry = m_index.withKey(size_t(list), key);
    // One that had it before has it no more.
    return entry == NamingIndex::none || m_index.namingOf(entry).keys[list] != key ? none : Entry(entry);
}

std::vector<RecordLookup::Entry> RecordLookup::namesakesOf(const Naming &found, const Naming &naming) const
{
    std::vector<Entry> namesakes;
    if (naming.anchor.isNull() || found.anchor == naming.anchor)
        return namesakes;
    // Where the found one lies in another town too, the town speaks for neither. One with a code of its own
    // is called so wherever it lies: the row would give two records one name.
    const bool saysPlace = mayBeOne(found, naming);
    for (const quint32 entry : m_index.withAnchor(naming.anchor)) {
        const Naming other = m_index.namingOf(entry);
        if (!saysPlace || mayBeOne(other, naming) || contradictSoundly(other, found))
            namesakes.push_back(Entry(entry));
    }
    return namesakes;
}

std::vector<RecordLookup::Entry> RecordLookup::withName(const Naming &naming) const
{
    const bool isCovered = naming.anchor.isNull();
    const KeyDigest &key = isCovered ? naming.coveredAnchor : naming.anchor;
    if (key.isNull())
        return {};
    const std::vector<quint32> found = isCovered ? m_index.withCoveredAnchor(key) : m_index.withAnchor(key);
    return {found.begin(), found.end()};
}

RecordLookup::Matches RecordLookup::matchByName(const Naming &naming, bool saysAll) const
{
    const bool isCovered = naming.anchor.isNull();
    const KeyDigest &key = isCovered ? naming.coveredAnchor : naming.anchor;
    Matches matches{{}, true};
    if (key.isNull())
        return matches;
    std::vector<Entry> likely; // where one of both says nothing of a further field
    for (const quint32 entry : isCovered ? m_index.withCoveredAnchor(key) : m_index.withAnchor(key)) {
        const Naming known = m_index.namingOf(entry);
        if (contradictSoundly(known, naming))
            continue;
        if (known.further == naming.further)
            matches.entries.push_back(Entry(entry));
        else if (mayBeOne(known, naming))
            (wasThere(Entry(entry)) ? likely : matches.doubtful).push_back(Entry(entry));
    }
    if (!matches.entries.empty())
        matches.doubtful.clear();
    if (matches.entries.empty() || !saysAll)
        matches.entries.insert(matches.entries.end(), likely.begin(), likely.end());
    std::sort(matches.entries.begin(), matches.entries.end());
    return matches;
}

std::vector<size_t> RecordLookup::withParts(const Mention &mention) const
{
    std::vector<size_t> entries;
    const auto narrow = [&](int part, const QString &wanted) {
        const auto at = std::find(m_naming.begin(), m_naming.end(), part);
        std::erase_if(entries, [&](size_t entry) {
            return m_known[entry].values.at(at - m_naming.begin()).toString() != wanted;
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

std::vector<RecordLookup::Entry> RecordLookup::find(const Mention &mention) const
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
                if (m_known[entry].values.at(qsizetype(list.front())).toString() == foldedName(text))
                    candidates.push_back(entry);
            }
            started = !candidates.empty();
        }
    }
    if (!started && !mention.text.isEmpty())
        candidates = m_byText.value(foldedName(mention.text));
    if (!started && mention.text.isEmpty())
        candidates = withParts(mention);
    keepAmong(candidates, mention.among);
    keepRelated(candidates, mention.related);
    return {candidates.begin(), candidates.end()};
}

} // namespace core
