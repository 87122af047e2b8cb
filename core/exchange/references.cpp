// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/references.h"

#include "core/base/tr.h"
#include "core/exchange/mentions.h"
#include "core/record/format.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// Ids of what the mentioned record itself should refer to: the town that stands beside a name.
std::vector<QString> relatedOf(const RecordType &target, const Lookups &lookups,
                               const RecordLookup::Mention &mention)
{
    std::vector<QString> ids;
    for (const auto &[part, text] : mention.parts) {
        const Field &field = target.fields[size_t(part)];
        if (field.kind != Kind::Reference)
            continue;
        const auto lookup = lookups.find(&field.target());
        if (lookup == lookups.end())
            continue;
        const MentionReading place = readMention(field, lookup->second, {text, {}, {}, field.traits.among});
        for (const RecordLookup::Entry entry : place.entries)
            ids.push_back(lookup->second.idOf(entry));
    }
    return ids;
}

/// True when nothing of the group that the field asks for is meant: 县本级 where towns stand.
bool namesNone(const Field &field, const RecordLookup::Mention &mention)
{
    const auto forms = field.target().traits.nameForms;
    if (!forms || !field.traits.among)
        return false;
    return mention.parts.empty() ? forms(mention.text).isNone
                                 : std::all_of(mention.parts.begin(), mention.parts.end(),
                                               [&](const auto &part) { return forms(part.second).isNone; });
}

/// True for a field by which rows find their records.
bool isMatchedBy(const RecordType &type, const Field &field)
{
    return std::any_of(type.traits.match.begin(), type.traits.match.end(), [&](const auto &list) {
        return std::any_of(list.begin(), list.end(), [&](const char *key) {
            return QLatin1StringView(key) == QLatin1StringView(field.key);
        });
    });
}

/// Tells that the record lies elsewhere than the sheet says.
void noteOtherPlace(const Field &field, const Lookups &lookups, const RecordLookup::Mention &mention,
                    RecordLookup::Entry entry, QStringList &notes)
{
    const RecordType &target = field.target();
    for (const auto &[part, text] : mention.parts) {
        const Field &place = target.fields[size_t(part)];
        const auto places = place.kind == Kind::Reference ? lookups.find(&place.target()) : lookups.end();
        const QString held = lookups.at(&target).valueOf(entry, part);
        if (places == lookups.end() || held.isEmpty())
            continue;
        const RecordLookup &known = places->second;
        const auto said = entriesOf(known, {text, {}, {}, place.traits.among});
        if (said.empty() || std::any_of(said.begin(), said.end(),
                                        [&](RecordLookup::Entry one) { return known.idOf(one) == held; }))
            continue;
        notes.append(tr("“%1”登记的“%2”不是表里的“%3”，没有改动。")
                         .arg(tr(field.label), tr(place.label), known.nameOf(said.front())));
    }
}

/// What else of the same type a row refers to, before the field in question.
struct Surroundings
{
    std::vector<QString> ids;
    QString unknown; ///< What is said of one that is not known.
};

/// That what the row refers to lies elsewhere than the rest of the row says: a village of another town, or of
/// a town while the row gives one that nobody knows. Empty: it does not.
QString otherSurroundings(const Field &field, const RecordLookup &lookup, RecordLookup::Entry entry,
                          const Surroundings &known)
{
    const RecordType &target = field.target();
    if (known.ids.empty() && known.unknown.isEmpty())
        return {};
    for (size_t i = 1; i < target.fields.size(); ++i) {
        const Field &place = target.fields[i];
        if (place.kind != Kind::Reference || !place.target || &place.target() != &target)
            continue;
        const QString held = lookup.valueOf(entry, int(i));
        if (held.isEmpty() || std::find(known.ids.begin(), known.ids.end(), held) != known.ids.end())
            continue;
        const QString said =
            known.unknown.isEmpty() ? tr("表里写的那一个") : tr("表里的“%1”").arg(known.unknown);
        return tr("“%1”里的“%2”登记的“%3”不是%4，请核对。")
            .arg(tr(field.label), lookup.nameOf(entry), tr(place.label), said);
    }
    return {};
}

/// Leaves the cell of \a field out where the record can be without it. False: it is needed.
bool leaveOut(const RecordType &type, const Field &field, const QString &problem, ParsedRow &row)
{
    if (!mayBeLeftOut(type, field) || &field.target() == &type)
        return false;
    const int index = type.indexOf(field.key);
    row.notes.append(leftOutNote(problem));
    row.leftOut.emplace_back(index, problem);
    row.given[size_t(index)] = false;
    if (isMatchedBy(type, field))
        row.unnamed.emplace_back(index, problem);
    return true;
}

} // namespace

bool resolveReferences(const RecordType &type, const Lookups &lookups, ParsedRow &row)
{
    bool mayWait = false;
    std::vector<QString> known;
    std::map<const RecordType *, Surroundings> knownOf;
    // Wherever their columns stand, the town comes before the village that it tells from others.
    std::sort(row.mentions.begin(), row.mentions.end(),
              [](const auto &one, const auto &other) { return one.first < other.first; });
    for (auto &[index, mention] : row.mentions) {
        const Field &field = type.fields[size_t(index)];
        const RecordLookup &lookup = lookups.at(&field.target());
        RecordLookup::Mention full = mention;
        full.among = field.traits.among;
        full.related = relatedOf(field.target(), lookups, mention);
        full.related.insert(full.related.end(), known.begin(), known.end());
        const MentionReading reading = readMention(field, lookup, full);
        if (reading.problem.isEmpty()) {
            const RecordLookup::Entry entry = reading.entries.front();
            row.notes += reading.notes;
            noteOtherPlace(field, lookups, mention, entry, row.notes);
            Surroundings &alike = knownOf[&field.target()];
            const QString other = otherSurroundings(field, lookup, entry, alike);
            if (!other.isEmpty() && leaveOut(type, field, other, row))
                continue;
            if (!other.isEmpty())
                row.notes.append(other);
            row.values[index] = lookup.idOf(entry);
            known.push_back(lookup.idOf(entry));
            alike.ids.push_back(lookup.idOf(entry));
        } else if (reading.isUnknown && namesNone(field, mention)) {
            row.notes.append(tr("“%1”里的“%2”不是具体的%1，按空白处理。")
                                 .arg(tr(field.label), saidOf(field.target(), mention)));
            row.given[size_t(index)] = false;
            row.nowhere.push_back(index);
        } else if (leaveOut(type, field, reading.problem, row)) {
            knownOf[&field.target()].unknown = saidOf(field.target(), mention);
        } else {
            row.problems.append(reading.problem);
            mayWait = mayWait || (&field.target() == &type && reading.isUnknown);
        }
    }
    return !mayWait;
}

} // namespace core
