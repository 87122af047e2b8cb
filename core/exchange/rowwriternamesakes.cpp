// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Others of the name, or of the number, that a row gives.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/exchange/distinctname.h"
#include "core/exchange/rowwriter.h"
#include "core/record/format.h"
#include "core/store/store.h"
#include "core/tabular/header.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

/// True when the type lets one name stand only once in its place: that it stands in another place too, a
/// village of that name in another town, is nothing to be told.
bool RowWriter::isUniqueInItsPlace() const
{
    const auto sorted = [](const std::vector<const char *> &keys) {
        QStringList names;
        for (const char *key : keys)
            names.append(QString::fromLatin1(key));
        names.sort();
        return names;
    };
    const QStringList last = sorted(m_type.traits.match.back());
    return std::any_of(m_type.traits.unique.begin(), m_type.traits.unique.end(),
                       [&](const std::vector<const char *> &keys) { return sorted(keys) == last; });
}

/// What a record is called together with its place and code: 书画社 · 北亭镇.
Result<QString> RowWriter::distinctNameOf(RecordLookup::Entry entry) const
{
    CORE_ASSIGN(const QVariantList stored, m_store.values(m_type, m_lookups.at(&m_type).idOf(entry)));
    return distinctName(m_store, m_type, stored, Audience::ImportPreview);
}

/// Why a row and one that has come before it cannot be told to be two, nor one: their names are the same, and
/// the town stands in one of them only. Empty: no row is like that. \a entries:
/// RecordLookup::Matches::doubtful.
Result<QString> RowWriter::whyDoubtful(const ParsedRow &row,
                                       const std::vector<RecordLookup::Entry> &entries) const
{
    for (const RecordLookup::Entry entry : entries) {
        if (!row.nowhere.empty() || m_nowhere.contains(entry))
            continue; // one belongs to no town, the other to one
        CORE_ASSIGN(const QVariantList stored, m_store.values(m_type, m_lookups.at(&m_type).idOf(entry)));
        if (!isNamedAs(row, stored))
            continue;
        const QString name = distinctName(m_store, m_type, stored, Audience::ImportPreview);
        QStringList labels;
        for (const char *key : m_type.traits.match.back()) {
            const int index = m_type.indexOf(QAnyStringView(key));
            if (row.given[size_t(index)] == stored.at(index).toString().isEmpty())
                labels.append(tr(m_type.fields[size_t(index)].label));
        }
        if (!row.unnamed.empty()) {
            return tr("%1第 %2 行有同名的“%3”，分不清是不是同一条，没有导入。")
                .arg(row.unnamed.front().second)
                .arg(m_rows[size_t(entry)])
                .arg(name);
        }
        return tr("第 %1 行有同名的“%2”，两行里有一行没有写明“%3”，看不出是不是同一条，没有导入。"
                  "是同一条的，请只留一行；不是的，请在两行里都写明“%3”。")
            .arg(m_rows[size_t(entry)])
            .arg(name, labels.join(u"”、“"_s));
    }
    return QString();
}

/// Tells that a new record is called as others are: in another town, or with another code. Often it is right,
/// so that a sheet with many of them is told their number (importSentences()). False: none is called so.
Result<bool> RowWriter::noteOthersOfName(ParsedRow &row)
{
    const RecordLookup &lookup = m_lookups.at(&m_type);
    const std::vector<RecordLookup::Entry> others =
        isUniqueInItsPlace() ? std::vector<RecordLookup::Entry>() : lookup.withName(row.naming);
    if (others.empty())
        return false;
    m_report.namesakes.add(row.source.number, {});
    if (m_report.namesakes.count > ImportReport::mostNamesakes)
        return true;
    const auto contradicting = std::find_if(others.begin(), others.end(), [&](RecordLookup::Entry entry) {
        return lookup.contradictSoundly(entry, row.naming);
    });
    const bool hasOtherCode = contradicting != others.end();
    const RecordLookup::Entry other = hasOtherCode ? *contradicting : others.front();
    CORE_ASSIGN(const QString name, distinctNameOf(other));
    const bool isOfSheet = !lookup.wasThere(other);
    const QString there =
        isOfSheet ? tr("第 %1 行是同名的%2“%3”").arg(m_rows[size_t(other)]).arg(tr(m_type.title), name)
                  : tr("已有同名的%1“%2”").arg(tr(m_type.title), name);
    row.notes.append(hasOtherCode
                         ? tr("%1，“%2”不同，按新的一条导入，请核对是另外一条，还是换了或写错了。")
                               .arg(there, tr(m_type.field(m_type.traits.match.front().back())->label))
                         : tr("%1，按新的一条导入，请核对是不是同一条。").arg(there));
    if (isOfSheet) {
        m_report.remarks.add(
            m_rows[size_t(other)],
            tr("第 %1 行是同名的%2，两行都导入了，请核对。").arg(row.source.number).arg(tr(m_type.title)));
    }
    return true;
}

/// Tells that a new record is called nearly as another one (nearnames.h).
Status RowWriter::noteNearName(ParsedRow &row)
{
    const NearNames::Known *similar = m_near.find(m_near.formOf(row.values));
    if (!similar)
        return ok();
    CORE_ASSIGN(const QVariantList stored, m_store.values(m_type, similar->id));
    if (RecordLookup::contradictSoundly(m_lookups.at(&m_type).namingOf(stored), row.naming))
        return ok();
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        if (isClass(m_type.fields[i]) && row.given[i] &&
            row.values.at(qsizetype(i)) != stored.at(qsizetype(i)))
            return ok();
    }
    m_report.namesakes.add(row.source.number, {});
    if (m_report.namesakes.count > ImportReport::mostNamesakes)
        return ok();
    const QString name = distinctName(m_store, m_type, stored, Audience::ImportPreview);
    row.notes.append(
        similar->row > 0
            ? tr("第 %1 行是名称相近的%2“%3”，按新的一条导入，请核对是不是同一条。")
                  .arg(similar->row)
                  .arg(tr(m_type.title), name)
            : tr("已有名称相近的%1“%2”，按新的一条导入，请核对是不是同一条。").arg(tr(m_type.title), name));
    return ok();
}

/// That what stands for a name is none: the number of an organization, or of a person; empty: it may be one.
QString RowWriter::whyNoName(const ParsedRow &row) const
{
    constexpr qsizetype longestName = 4; // of a person without a dot: 王学会
    const Field &field = m_type.displayField();
    const QString name = toHalfWidth(row.values.at(m_type.indexOf(field.key)).toString());
    if (!isWord(field))
        return {};
    const std::span<const std::vector<const char *>> lists = m_type.traits.match;
    constexpr int shortestCode = 15;
    const auto isOfCode = [](QChar c) { return isDigit(c) || (c.unicode() < 0x80 && c.isLetter()); };
    static const QRegularExpression code(u"[0-9A-Za-z]{%1,}"_s.arg(shortestCode));
    const QString written = std::count_if(name.begin(), name.end(), isOfCode) < shortestCode
                                ? QString()
                                : code.match(name).captured();
    for (const auto &list : written.isEmpty() ? lists.first(0) : lists.first(lists.size() - 1)) {
        const Field &key = *m_type.field(QAnyStringView(list.back()));
        if (key.traits.check && key.traits.check(written.toUpper()).empty())
            return tr("“%1”里写着“%2”，没有导入。请分开写在各自的列里。").arg(tr(field.label), tr(key.label));
    }
    static const QRegularExpression ditto(uR"(^(?:同上|同前|[〃″"”·]+)$)"_s);
    if (ditto.match(name).hasMatch())
        return tr("“%1”写的是“同上”，没有导入。请写明是哪一个。").arg(tr(field.label));
    if (!name.isEmpty() && std::all_of(name.begin(), name.end(), isDigit))
        return tr("“%1”里只有数字，没有导入。请核对列的对应。").arg(tr(field.label));
    if (!isPersonal(field))
        return {};
    if (std::any_of(name.begin(), name.end(), isDigit))
        return tr("“%1”里有数字，不是一个人的姓名，没有导入。请核对。").arg(tr(field.label));
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        const Field &other = m_type.fields[i];
        const QString beside = toHalfWidth(row.values.at(qsizetype(i)).toString());
        if (&other != &field && m_type.isInName(other) && isWord(other) && beside.size() > 1 &&
            name.size() > beside.size() && (name.startsWith(beside) || name.endsWith(beside)))
            return tr("“%1”里写着“%2”，没有导入。请只写姓名。").arg(tr(field.label), tr(other.label));
    }
    if (name.size() > longestName && isLikeOrganization(name))
        return tr("“%1”写的是一个组织的名称，没有导入。请核对列的对应。").arg(tr(field.label));
    return {};
}

/// Leaves out a code that fails its check and stands at another record than the one that is meant: 办理中, or
/// the same slip twice.
void RowWriter::leaveOutTaken(ParsedRow &row, RecordLookup::Entry meant) const
{
    const RecordLookup &lookup = m_lookups.at(&m_type);
    bool isTaken = false;
    for (qsizetype list = 0; list < row.naming.keys.size(); ++list) {
        const int index = m_type.indexOf(QAnyStringView(m_type.traits.match[size_t(list)].back()));
        const RecordLookup::Entry holder = lookup.holderOfUnsound(row.naming, list);
        if (holder == RecordLookup::none || holder == meant || !row.given[size_t(index)])
            continue;
        const Field &field = m_type.fields[size_t(index)];
        const QString problem =
            isPersonal(field)
                ? tr("“%1”里的号码不对，已经是另外一条%2的。").arg(tr(field.label), tr(m_type.title))
                : tr("“%1”里的“%2”校验不对，已经是“%3”的。")
                      .arg(tr(field.label), row.values.at(index).toString(),
                           m_store.display(m_type, lookup.idOf(holder), Audience::ImportPreview));
        row.notes.append(leftOutNote(problem));
        row.leftOut.emplace_back(index, problem);
        row.values[index] = m_type.defaults().at(index);
        row.given[size_t(index)] = false;
        isTaken = true;
    }
    if (!isTaken)
        return;
    row.naming = lookup.namingOf(row.values, row.covered);
    row.isPrepared = false;
}

/// Takes in the numbers of documents of the records that are there.
Status RowWriter::loadDocuments()
{
    m_documents.emplace();
    Query query{.type = QString::fromLatin1(m_type.key)};
    const std::span<const std::vector<const char *>> lists = m_type.traits.match;
    for (const auto &list : ownerField() ? lists.first(lists.size() - 1) : lists.first(0)) {
        for (const char *key : list) {
            const int index = m_type.indexOf(QAnyStringView(key));
            const Field &field = m_type.fields[size_t(index)];
            if (!isWord(field) || isPersonal(field) || !m_documents->try_emplace(index).second)
                continue;
            query.columns.push_back(QString::fromLatin1(key));
        }
    }
    if (query.columns.empty())
        return ok();
    return m_store.each(query, [&](const QVariantList &row) {
        for (qsizetype i = 0; i < row.size(); ++i)
            (*m_documents)[m_type.indexOf(query.columns[size_t(i)])].insert(qHash(row.at(i).toString()));
        return true;
    });
}

/// Takes in those of a record that was written.
void RowWriter::keepDocuments(const QVariantList &values)
{
    if (!m_documents)
        return;
    for (auto &[index, known] : *m_documents)
        known.insert(qHash(values.at(index).toString()));
}

/// False: no record holds what the row says.
bool RowWriter::mayBeKnownDocument(const ParsedRow &row, const std::vector<const char *> &list) const
{
    return std::all_of(list.begin(), list.end(), [&](const char *key) {
        const int index = m_type.indexOf(QAnyStringView(key));
        const auto known = m_documents->find(index);
        const QString text = known == m_documents->end() ? QString() : row.values.at(index).toString();
        return text.isEmpty() || known->second.contains(qHash(text));
    });
}

/// Tells that the number of a document is already that of another owner: one of the two may be mistyped.
Status RowWriter::noteDocument(ParsedRow &row)
{
    const Field *owner = ownerField();
    const std::span<const std::vector<const char *>> lists = m_type.traits.match;
    if (!m_documents)
        CORE_TRY(loadDocuments());
    for (const auto &list : owner ? lists.first(lists.size() - 1) : lists.first(0)) {
        if (!mayBeKnownDocument(row, list))
            continue;
        std::vector<Condition> all = {Condition::no(
            Condition::is(QString::fromLatin1(owner->key), row.values.at(m_type.indexOf(owner->key))))};
        const Field *number = nullptr;
        for (const char *key : list) {
            const Field &field = *m_type.field(QAnyStringView(key));
            const QVariant &value = row.values.at(m_type.indexOf(QAnyStringView(key)));
            // One person may serve several; and one decision may be of several kinds.
            if (!isWord(field) || isPersonal(field) || value.toString().isEmpty())
                continue;
            number = &field;
            all.push_back(Condition::is(QString::fromLatin1(key), value));
        }
        if (!number)
            continue;
        CORE_ASSIGN(const Rows known, m_store.run({.type = QString::fromLatin1(m_type.key),
                                                   .columns = {u"id"_s},
                                                   .where = Condition::all(std::move(all)),
                                                   .limit = 1}));
        if (known.rows.empty())
            continue;
        row.notes.append(
            tr("“%1”和已有的“%2”相同，“%3”却不同，按新的一条导入，请核对“%3”和“%1”有没有写错。")
                .arg(tr(number->label),
                     m_store.display(m_type, known.rows.front().at(0).toString(), Audience::ImportPreview),
                     tr(owner->label)));
    }
    return ok();
}

/// The one record that was called so before, as the journal tells, where nothing is called so today. The row
/// does not give it back its former name.
Result<RowWriter::Meant> RowWriter::byRecordedName(ParsedRow &row) const
{
    const RecordLookup &lookup = m_lookups.at(&m_type);
    const Field &field = m_type.displayField();
    std::vector<Meant> candidates;
    QString others;
    for (const RecordLookup::Entry entry : lookup.formerly(row.naming)) {
        Meant meant{entry, true, {}, {}};
        CORE_ASSIGN(meant.stored, m_store.values(m_type, lookup.idOf(entry)));
        if (lookup.contradictSoundly(entry, row.naming))
            others = m_store.display(m_type, lookup.idOf(entry), Audience::ImportPreview);
        else
            candidates.push_back(std::move(meant));
    }
    const int index = m_type.indexOf(field.key);
    const QString said = row.values.at(index).toString();
    if (candidates.empty() && !others.isEmpty())
        row.notes.append(
            tr("“%1”是已有的“%2”以前的名称，“%3”不同，按新的一条导入。").arg(said, others, codeLabels()));
    if (candidates.empty())
        return Meant();
    CORE_ASSIGN(Meant meant, oneOf(row, std::move(candidates)));
    if (!meant.refusal.isEmpty())
        return meant;
    const QString now = m_store.display(m_type, lookup.idOf(meant.entry), Audience::ImportPreview);
    if (RecordLookup::hasSoundKey(row.naming)) {
        return refused(
            tr("“%1”是已有的“%2”以前的名称，“%3”却没有登记过，看不出是同一个还是另外一个，没有导入。"
               "同一个的，请写现在的名称；另外一个的，请直接新建。")
                .arg(said, now, codeLabels()));
    }
    row.notes.append(tr("“%1”是“%2”以前的名称，按“%2”导入，名称没有改回去。").arg(said, now));
    row.given[size_t(index)] = false;
    row.values[index] = meant.stored.at(index);
    return meant;
}

} // namespace core
