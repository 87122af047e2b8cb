// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which record a row means.
#include "core/exchange/rowwriter.h"

#include "core/base/mask.h"
#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/store/store.h"
#include "core/tabular/header.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

bool RowWriter::isWord(const Field &field)
{
    return field.kind == Kind::Text || field.kind == Kind::LongText;
}

/// True for a choice that says what a record is: the kind of an organization.
bool RowWriter::isClass(const Field &field)
{
    return field.kind == Kind::Choice && field.traits.required;
}

/// Takes the number away that stands before the name of what would be a new record. False: there is none.
bool RowWriter::dropNumber(ParsedRow &row) const
{
    const Field &field = m_type.displayField();
    const int index = m_type.indexOf(field.key);
    if (!isWord(field) || !row.given[size_t(index)])
        return false;
    const QString whole = row.values.at(index).toString();
    const QString name = nameBehindNumber(whole);
    if (name.isEmpty())
        return false;
    row.notes.append(
        isPersonal(field)
            ? tr("“%1”前面的序号没有读。").arg(tr(field.label))
            : tr("“%1”前面的序号“%2”没有读。").arg(tr(field.label), whole.chopped(name.size()).trimmed()));
    rename(row, name);
    return true;
}

/// Takes the bracket away in which the name of a person tells something of him: 李四（女）. False: there is
/// none, or the record that is \a meant has it too.
bool RowWriter::dropBracket(ParsedRow &row, const Meant &meant) const
{
    const Field &field = m_type.displayField();
    const int index = m_type.indexOf(field.key);
    if (!isWord(field) || !isPersonal(field) || !row.given[size_t(index)])
        return false;
    const QString whole = row.values.at(index).toString();
    const QString name = nameBeforeNote(whole);
    const bool isKnownSo = meant.entry != RecordLookup::none && meant.stored.at(index).toString() == whole;
    if (name.isEmpty() || isKnownSo)
        return false;
    row.notes.append(tr("“%1”后面括号里的说明没有读。").arg(tr(field.label)));
    rename(row, name);
    return true;
}

void RowWriter::rename(ParsedRow &row, const QString &name) const
{
    row.values[m_type.indexOf(m_type.displayField().key)] = name;
    row.naming = m_lookups.at(&m_type).namingOf(row.values, row.covered);
    row.isPrepared = false;
}

RecordLookup::Naming RowWriter::namingAs(const ParsedRow &row, const QString &name) const
{
    QVariantList values = row.values;
    values[m_type.indexOf(m_type.displayField().key)] = name;
    return m_lookups.at(&m_type).namingOf(values, row.covered);
}

/// The record that still has a former name which the row tells.
Result<RowWriter::Meant> RowWriter::formerlyCalled(const ParsedRow &row) const
{
    for (const QString &name : row.formerNames) {
        ParsedRow former;
        former.values = row.values;
        former.given = row.given;
        former.covered = row.covered;
        rename(former, name);
        CORE_ASSIGN(Meant meant, meantBy(former));
        if (meant.entry != RecordLookup::none || !meant.refusal.isEmpty())
            return meant;
    }
    return Meant();
}

/// Which record a row means that tells a former name, in a column or behind the name, 甲协会（原名：乙协会）:
/// the one that is called so without it. One that still has the former name is not renamed by that.
Result<RowWriter::Meant> RowWriter::byFormerName(ParsedRow &row) const
{
    const Field &field = m_type.displayField();
    const int index = m_type.indexOf(field.key);
    if (!isWord(field) || !row.given[size_t(index)])
        return Meant();
    const QString whole = row.values.at(index).toString();
    const FormerName names = formerNameIn(whole);
    Meant meant;
    if (!names.name.isEmpty()) {
        row.formerNames.append(names.former);
        rename(row, names.name);
        CORE_ASSIGN(meant, meantBy(row));
    }
    const bool isNew = meant.entry == RecordLookup::none && meant.refusal.isEmpty();
    if (isNew && !row.formerNames.isEmpty()) {
        CORE_ASSIGN(const Meant former, formerlyCalled(row));
        if (former.entry != RecordLookup::none || !former.refusal.isEmpty())
            return refused(tr("已有“%1”，表里说它改名为“%2”，但没有%3可以核对，没有改名，也没有导入。"
                              "请补上%3再导入，或者在那一条里改名。")
                               .arg(row.formerNames.join(u"”、“"_s),
                                    names.name.isEmpty() ? whole : names.name,
                                    codeLabels().isEmpty() ? tr("代码") : codeLabels()));
    }
    if (names.name.isEmpty())
        return meant;
    if (isNew && !names.isCertain) {
        row.formerNames.removeLast();
        rename(row, whole);
    } else {
        row.notes.append(tr("“%1”后面括号里的原名“%2”没有读。").arg(tr(field.label), names.former));
    }
    return meant;
}

/// That a row of this sheet has renamed the record which the row means; empty: none has.
QString RowWriter::whyFormerlyNamed(const ParsedRow &row) const
{
    const auto found = m_formerNames.constFind(row.naming.anchor);
    if (row.naming.anchor.isNull() || found == m_formerNames.constEnd() ||
        RecordLookup::hasSoundKey(row.naming))
        return {};
    return tr("第 %1 行的“%2”原来叫这个名称，看不出是不是同一条，没有导入。请核对后只留一行，或写明代码。")
        .arg(m_rows[size_t(*found)])
        .arg(m_store.display(m_type, m_lookups.at(&m_type).idOf(*found), Audience::ImportPreview));
}

/// Which record the row means.
Result<RowWriter::Meant> RowWriter::meantBy(ParsedRow &row) const
{
    const RecordLookup &lookup = m_lookups.at(&m_type);
    const RecordLookup::Matches matches = lookup.match(row.naming, m_saysAll);
    std::vector<Meant> candidates;
    for (const RecordLookup::Entry entry : matches.entries) {
        Meant meant{entry, matches.isByName, {}, {}};
        CORE_ASSIGN(meant.stored, m_store.values(m_type, lookup.idOf(entry)));
        if (agreesWithCovered(row, meant.stored) && agreesWithEarlier(row, entry))
            candidates.push_back(std::move(meant));
    }
    if (candidates.empty() && !matches.entries.empty())
        return refused(coveredOther(row));
    CORE_ASSIGN(QString doubt, whyDoubtful(row, matches.doubtful));
    if (!doubt.isEmpty())
        return refused(std::move(doubt));
    if (candidates.empty())
        return Meant();
    if (!matches.namesakes.empty())
        return refused(contradiction(candidates.front(), matches.namesakes.front()));
    // Without the town that the sheet gives and nobody knows, the name alone would be a guess.
    for (const auto &[index, problem] : row.unnamed) {
        for (const Meant &candidate : candidates) {
            if (candidate.isByName && !candidate.stored.at(index).toString().isEmpty())
                return refused(tr("%1已有同名的%2，分不清是不是同一条。").arg(problem, tr(m_type.title)));
        }
    }
    return oneOf(row, std::move(candidates));
}

/// Why a row whose covered values fit none of its name is neither one of those nor a new record.
QString RowWriter::coveredOther(const ParsedRow &row) const
{
    QStringList labels;
    for (const auto &[index, left] : row.covered) {
        if (m_isNaming[size_t(index)])
            labels.append(tr(m_type.fields[size_t(index)].label));
    }
    return tr("“%1”是遮盖过的内容，和已有的同名%2对不上，认不出是不是另外一条，没有导入。"
              "请用没有遮盖的表导入。")
        .arg(labels.join(u"”、“"_s), tr(m_type.title));
}

/// Among several of one name it is the one that is already as the row says, or the one whose name and kind
/// are also otherwise what the row says.
Result<RowWriter::Meant> RowWriter::oneOf(const ParsedRow &row, std::vector<Meant> candidates) const
{
    const Meant *same = nullptr;
    for (const Meant &candidate : candidates) {
        if (candidates.size() > 1 && merged(row, candidate, nullptr) == candidate.stored &&
            (!same || (isOfThisSheet(same->entry) && !isOfThisSheet(candidate.entry))))
            same = &candidate;
    }
    if (same)
        return *same;
    if (candidates.size() > 1 &&
        std::any_of(candidates.begin(), candidates.end(),
                    [&](const Meant &candidate) { return isNamedAs(row, candidate.stored); }))
        std::erase_if(candidates, [&](const Meant &candidate) { return !isNamedAs(row, candidate.stored); });
    if (candidates.size() > 1)
        return refused(ambiguity(row, candidates));
    if (QString reason = whyOther(row, candidates.front()); !reason.isEmpty())
        return refused(std::move(reason));
    return candidates.front();
}

/// True when the record is of the kind, and in every part of its name called, what the row says.
bool RowWriter::isNamedAs(const ParsedRow &row, const QVariantList &stored) const
{
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        const Field &field = m_type.fields[i];
        const auto at = qsizetype(i);
        if (!row.given[i] || field.kind == Kind::Reference || !(m_type.isInName(field) || isClass(field)))
            continue;
        if (isWord(field)
                ? nameKey(field, row.values.at(at).toString()) != nameKey(field, stored.at(at).toString())
                : row.values.at(at) != stored.at(at))
            return false;
    }
    return true;
}

/// Why a record of the name the row gives may be another one: it is of another kind, and the row has no code
/// by which the record has become what it says. Empty: it may not.
QString RowWriter::whyOther(const ParsedRow &row, const Meant &candidate) const
{
    if (RecordLookup::hasSoundKey(row.naming))
        return {};
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        const Field &field = m_type.fields[i];
        const auto at = qsizetype(i);
        if (!candidate.isByName || m_isNaming[i] || !isClass(field) || !row.given[i] ||
            row.values.at(at) == candidate.stored.at(at))
            continue;
        return tr("已有同名的%1，“%2”是“%3”，表里是“%4”，看不出是改了“%2”还是另外一个，没有导入。"
                  "改了的，请在那一条里改；另外一个，请写明“%5”。")
            .arg(tr(m_type.title), tr(field.label), displayValue(field, candidate.stored.at(at)),
                 displayValue(field, row.values.at(at)), codeLabels());
    }
    return {};
}

/// What is wrong with a row that has the code of one record and the name of another.
QString RowWriter::contradiction(const Meant &found, RecordLookup::Entry namesake) const
{
    const auto name = [&](const QString &id) { return m_store.display(m_type, id, Audience::ImportPreview); };
    return tr("按“%1”这一行是“%2”，按“%3”却是另外一条“%4”，看不出说的是哪一条，没有导入。请核对后改正。")
        .arg(codeLabels(), name(found.stored.first().toString()), tr(m_type.displayField().label),
             name(m_lookups.at(&m_type).idOf(namesake)));
}

/// What is surer than a name, for people: 统一社会信用代码.
QString RowWriter::codeLabels() const
{
    QStringList labels;
    for (size_t list = 0; list + 1 < m_type.traits.match.size(); ++list)
        labels.append(tr(m_type.field(QAnyStringView(m_type.traits.match[list].back()))->label));
    return labels.join(tr("或"));
}

/// Asks for what would tell the candidates apart: their towns, as far as they differ.
QString RowWriter::ambiguity(const ParsedRow &row, const std::vector<Meant> &candidates) const
{
    const Field &display = m_type.displayField();
    const QString name =
        maskedText(display, displayValue(display, candidates.front().stored.at(m_type.indexOf(display.key))),
                   Audience::ImportPreview);
    QStringList labels;
    QStringList places;
    for (const char *key : m_type.traits.match.back()) {
        const int index = m_type.indexOf(QAnyStringView(key));
        const Field &field = m_type.fields[size_t(index)];
        const QVariant &first = candidates.front().stored.at(index);
        const bool differs = std::any_of(candidates.begin(), candidates.end(), [&](const Meant &candidate) {
            return candidate.stored.at(index) != first;
        });
        if (!differs || row.given[size_t(index)])
            continue;
        labels.append(tr(field.label));
        if (field.kind != Kind::Reference || !field.target)
            continue;
        for (const Meant &candidate : candidates) {
            const QString place = m_store.display(field.target(), candidate.stored.at(index).toString());
            places.append(place.isEmpty() ? tr("未填%1").arg(tr(field.label)) : place);
        }
    }
    if (const QString codes = codeLabels(); !codes.isEmpty())
        labels.append(codes);
    places.removeDuplicates();
    const QString where = places.isEmpty() ? QString() : tr("（%1）").arg(places.join(u'、'));
    return labels.isEmpty() ? tr("“%1”有 %2 条同名的%3，分不清是哪一条。")
                                  .arg(name)
                                  .arg(candidates.size())
                                  .arg(tr(m_type.title))
                            : tr("“%1”有 %2 条同名的%3%4，分不清是哪一条，请在表里写明%5。")
                                  .arg(name)
                                  .arg(candidates.size())
                                  .arg(tr(m_type.title), where, labels.join(tr("或")));
}

/// False when what is left of a covered name or number cannot be of this record.
bool RowWriter::agreesWithCovered(const ParsedRow &row, const QVariantList &stored) const
{
    return std::all_of(row.covered.begin(), row.covered.end(), [&](const auto &one) {
        const auto &[index, left] = one;
        const Field &field = m_type.fields[size_t(index)];
        const QString held = displayValue(field, stored.at(index));
        return !m_isNaming[size_t(index)] || held.isEmpty() || agreesWithMask(held, left);
    });
}

/// False when the row of this sheet that made the record had another covered name or number.
bool RowWriter::agreesWithEarlier(const ParsedRow &row, RecordLookup::Entry entry) const
{
    const auto earlier = m_coveredOf.find(entry);
    if (earlier == m_coveredOf.end())
        return true;
    return std::all_of(row.covered.begin(), row.covered.end(), [&](const auto &one) {
        return !m_isNaming[size_t(one.first)] ||
               std::all_of(earlier->second.begin(), earlier->second.end(), [&](const auto &other) {
                   return other.first != one.first || masksMayAgree(one.second, other.second);
               });
    });
}

/// That the row names more than one: two persons in a cell, or two records that are there; empty: it does
/// not.
QString RowWriter::whySeveral(const ParsedRow &row) const
{
    const Field &field = m_type.displayField();
    const QString whole = row.values.at(m_type.indexOf(field.key)).toString();
    constexpr QStringView dividers = u"、,，;；/／\n +＋&＆和与及";
    if (!isWord(field) ||
        std::none_of(whole.begin(), whole.end(), [&](QChar c) { return dividers.contains(c); }))
        return {};
    const auto isKnown = [&](const QString &name) { // wherever it lies
        return !m_lookups.at(&m_type).withName(namingAs(row, name)).empty();
    };
    static const QRegularExpression divider(u"[、,，;；/／\n]+"_s);
    // These may also stand within a name: 周和平, 买买提 艾力.
    static const QRegularExpression soft(uR"([\s+＋&＆]+|(?<=.)[和与及](?=.))"_s);
    static const QRegularExpression both(uR"(^\p{Han}{2,4}[和与及]\p{Han}{2,4}$)"_s);
    const QStringList names = whole.split(divider, Qt::SkipEmptyParts);
    const QStringList parts = names.size() > 1 ? names : whole.split(soft, Qt::SkipEmptyParts);
    const bool isSurely = isPersonal(field) && (names.size() > 1 || both.match(whole).hasMatch());
    const bool isSeveral = parts.size() > 1 && (isSurely || std::all_of(parts.begin(), parts.end(), isKnown));
    return isSeveral ? tr("“%1”写了不止一个，一行只能是一个，没有导入。请分成几行。").arg(tr(field.label))
                     : QString();
}

/// Tells that a new record is called as another one but for what stands in brackets: 甲协会（注销）. False:
/// it is not.
bool RowWriter::noteNamesake(ParsedRow &row) const
{
    static const QRegularExpression bracket(uR"(^(.+?)\s*[(（\[【〔]([^()（）]*)[)）\]】〕]$)"_s);
    const Field &field = m_type.displayField();
    const QString whole = row.values.at(m_type.indexOf(field.key)).toString();
    if (!isWord(field) || !endsInBracket(whole))
        return false;
    const auto match = bracket.match(whole);
    if (!match.hasMatch() || isLikeOrganization(match.captured(2)))
        return false;
    const RecordLookup::Matches matches =
        m_lookups.at(&m_type).match(namingAs(row, match.captured(1)), m_saysAll);
    if (!matches.isByName || matches.entries.empty())
        return false;
    row.notes.append(
        tr("已有同名的%1，只差括号里的字，按新的一条导入，请核对是不是同一条。").arg(tr(m_type.title)));
    return true;
}

} // namespace core
