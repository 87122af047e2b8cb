// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/references.h"

#include "core/base/tr.h"
#include "core/record/format.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The words of the sheet that name a record, persons covered.
QString saidOf(const RecordType &target, const RecordLookup::Mention &mention)
{
    if (!mention.text.isEmpty() || mention.parts.empty())
        return maskedText(target.displayField(), mention.text, Audience::ImportPreview);
    const auto &[part, text] = mention.parts.front();
    return maskedText(target.fields[size_t(part)], text, Audience::ImportPreview);
}

/// A mention without the number before its name; empty: there is none.
std::optional<RecordLookup::Mention> withoutNumber(RecordLookup::Mention mention)
{
    bool isNumbered = false;
    const auto cut = [&](QString &text) {
        if (QString name = nameBehindNumber(text); !name.isEmpty()) {
            text = std::move(name);
            isNumbered = true;
        }
    };
    cut(mention.text);
    for (auto &[part, text] : mention.parts)
        cut(text);
    return isNumbered ? std::optional(std::move(mention)) : std::nullopt;
}

/// Ids of the records that a mention names, by their names or by another form of them.
std::vector<QString> idsOf(const RecordLookup &lookup, const RecordLookup::Mention &mention)
{
    std::vector<QString> ids = lookup.find(mention);
    if (ids.empty()) {
        for (const RecordLookup::Entry entry : lookup.findByForm(mention))
            ids.push_back(lookup.idOf(entry));
    }
    if (ids.empty()) {
        if (const auto bare = withoutNumber(mention))
            ids = lookup.find(*bare);
    }
    return ids;
}

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
        const std::vector<QString> found = idsOf(lookup->second, {text, {}, {}, field.traits.among});
        ids.insert(ids.end(), found.begin(), found.end());
    }
    return ids;
}

QString quotedNames(const QStringList &names)
{
    return u'“' + names.join(u"”、“"_s) + u'”';
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

/// Why nothing, or more than one, is meant by the mention, and what could be.
QString problemOf(const Field &field, const RecordLookup &lookup, const RecordLookup::Mention &mention,
                  size_t found)
{
    const RecordType &target = field.target();
    const QString said = saidOf(target, mention);
    if (found > 0) {
        return tr("“%1”里的“%2”有 %3 个同名，分不清是哪一个，请加上代码或所在镇街。")
            .arg(tr(field.label), said)
            .arg(found);
    }
    // Names of persons are not offered.
    QStringList names;
    if (!isCovered(target.displayField(), Audience::ImportPreview))
        names = lookup.namesLike(mention);
    const QString unknown = tr("“%1”里的“%2”在%3里找不到").arg(tr(field.label), said, tr(target.title));
    if (names.isEmpty())
        return tr("%1。").arg(unknown);
    return tr("%1，最接近的是%2。").arg(unknown, quotedNames(names));
}

} // namespace

bool resolveReferences(const RecordType &type, const Lookups &lookups, ParsedRow &row)
{
    bool mayWait = false;
    std::vector<QString> known;
    for (auto &[index, mention] : row.mentions) {
        const Field &field = type.fields[size_t(index)];
        const RecordLookup &lookup = lookups.at(&field.target());
        RecordLookup::Mention full = mention;
        full.among = field.traits.among;
        full.related = relatedOf(field.target(), lookups, mention);
        full.related.insert(full.related.end(), known.begin(), known.end());
        std::vector<QString> ids = lookup.find(full);
        const bool isExact = !ids.empty();
        if (!isExact)
            ids = idsOf(lookup, full);
        if (ids.size() == 1) {
            if (!isExact)
                row.notes.append(
                    tr("“%1”里的“%2”按“%3”记。")
                        .arg(tr(field.label), saidOf(field.target(), mention), lookup.nameOf(ids.front())));
            row.values[index] = ids.front();
            known.push_back(ids.front());
            continue;
        }
        if (ids.empty() && namesNone(field, mention)) {
            row.notes.append(tr("“%1”里的“%2”不是具体的%1，按空白处理。")
                                 .arg(tr(field.label), saidOf(field.target(), mention)));
            row.given[size_t(index)] = false;
            continue;
        }
        const QString problem = problemOf(field, lookup, full, ids.size());
        const bool isOwn = &field.target() == &type;
        if (mayBeLeftOut(type, field) && !isOwn) {
            row.notes.append(leftOutNote(problem));
            row.given[size_t(index)] = false;
            if (isMatchedBy(type, field))
                row.unnamed.emplace_back(index, problem);
        } else {
            row.problems.append(problem);
            mayWait = mayWait || (isOwn && ids.empty());
        }
    }
    return !mayWait;
}

} // namespace core
