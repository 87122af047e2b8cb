// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rowwriter.h"

#include "core/base/mask.h"
#include "core/base/placeholder.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/exchange/decidedfields.h"
#include "core/exchange/titlewords.h"
#include "core/record/format.h"
#include "core/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString withoutBlanks(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace() || isZeroWidth(c); });
    return text;
}

} // namespace

RowWriter::RowWriter(Store &store, const RecordType &type, const ColumnMapping &mapping, ImportReport &report,
                     RefusedSheet &refused)
    : m_store(store)
    , m_type(type)
    , m_mapping(mapping)
    , m_report(report)
    , m_refused(refused)
    , m_isDecided(isWrittenByVerbs(type))
    , m_isNaming(type.fields.size(), 0)
{
    for (const auto &list : type.traits.match) {
        for (const char *key : list)
            m_isNaming[size_t(type.indexOf(QAnyStringView(key)))] = 1;
    }
    if (type.traits.match.empty())
        return;
    for (const char *key : type.traits.match.back()) {
        const int field = type.indexOf(QAnyStringView(key));
        m_saysAll = m_saysAll && (mapping.constants.contains(QLatin1StringView(key)) ||
                                  std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                              [&](const ImportColumn &c) { return c.field == field; }));
    }
}

Status RowWriter::prepare()
{
    // Also what the mentioned records refer to: the town beside the name of an organization.
    for (const Field &field : m_type.fields) {
        if (field.kind != Kind::Reference || !field.target)
            continue;
        CORE_TRY(lookupOf(field.target()));
        for (const Field &further : field.target().fields) {
            if (further.kind == Kind::Reference && further.target)
                CORE_TRY(lookupOf(further.target()));
        }
    }
    m_refersToItself = m_lookups.contains(&m_type);
    m_bureau = m_store.info().bureau;
    CORE_ASSIGN(RecordLookup removed, RecordLookup::load(m_store, m_type, RecordLookup::Use::MatchRemoved));
    if (!removed.isEmpty())
        m_removed = std::move(removed);
    CORE_TRY(lookupOf(m_type, RecordLookup::Use::Match));
    CORE_ASSIGN(m_near, NearNames::load(m_store, m_type));
    for (auto &[type, lookup] : m_lookups)
        CORE_TRY(lookup.loadFormerNames(m_store));
    return ok();
}

void RowWriter::complete(ParsedRow &row) const
{
    if (m_refersToItself || !row.problems.isEmpty())
        return;
    resolveReferences(m_type, m_lookups, row);
    row.resolved = true;
    if (!row.problems.isEmpty())
        return;
    row.values[0] = newUuid();
    row.naming = m_lookups.at(&m_type).namingOf(row.values, row.covered);
    prepareRecord(m_type, row.values, row.prepared);
    row.isPrepared = true;
}

Status RowWriter::take(Change &change, ParsedRow &row)
{
    if (!row.resolved && row.problems.isEmpty() && !resolveReferences(m_type, m_lookups, row)) {
        // A village may stand above its town in the same sheet: once more at the end.
        m_waiting.push_back(std::move(row));
        return ok();
    }
    return write(change, row);
}

Status RowWriter::takeWaiting(Change &change)
{
    size_t before = 0;
    do {
        before = m_waiting.size();
        std::vector<ParsedRow> rows = std::move(m_waiting);
        m_waiting.clear();
        for (ParsedRow &row : rows) {
            row.problems.clear();
            CORE_TRY(take(change, row));
        }
    } while (!m_waiting.empty() && m_waiting.size() < before);
    for (ParsedRow &row : m_waiting)
        CORE_TRY(write(change, row));
    m_waiting.clear();
    return ok();
}

void RowWriter::finish()
{
    for (const auto &[field, count] : m_covered) {
        m_report.notes.append(tr("“%1”有 %2 格是遮盖过的内容（带星号一类），没有读取，原有的不变")
                                  .arg(tr(m_type.fields[size_t(field)].label))
                                  .arg(count));
    }
    for (const auto &[field, rows] : m_kept) {
        m_report.notes.append(tr("“%1”有 %2 格写的是“无”“不详”“/”一类的字，没有替换原有的内容：第 %3 "
                                 "行。要清空的，请在那一条里改")
                                  .arg(tr(m_type.fields[size_t(field)].label))
                                  .arg(rows.count)
                                  .arg(rowRanges(rows)));
    }
}

Status RowWriter::lookupOf(const RecordType &type, RecordLookup::Use use)
{
    if (m_lookups.contains(&type))
        return ok();
    CORE_ASSIGN(RecordLookup lookup, RecordLookup::load(m_store, type, use));
    m_lookups.emplace(&type, std::move(lookup));
    return ok();
}

Status RowWriter::write(Change &change, ParsedRow &row)
{
    for (const auto &[field, text] : row.covered)
        ++m_covered[field];
    if (!row.problems.isEmpty())
        return refuse(row, row.problems.join(QString()));
    if (!row.resolved)
        row.naming = m_lookups.at(&m_type).namingOf(row.values, row.covered);
    CORE_ASSIGN(Meant meant, meantBy(row));
    if (meant.entry == RecordLookup::none && meant.refusal.isEmpty() && dropNumber(row)) {
        CORE_ASSIGN(meant, meantBy(row));
    }
    // Found by a number, the record need not be called so either.
    if ((meant.entry == RecordLookup::none || !meant.isByName) && meant.refusal.isEmpty() &&
        dropBracket(row, meant)) {
        CORE_ASSIGN(meant, meantBy(row));
    }
    if (meant.entry == RecordLookup::none && meant.refusal.isEmpty()) {
        CORE_ASSIGN(meant, byFormerName(row));
    }
    if (meant.entry == RecordLookup::none && meant.refusal.isEmpty()) {
        CORE_ASSIGN(meant, byRecordedName(row));
    }
    if (!meant.refusal.isEmpty())
        return refuse(row, meant.refusal);
    leaveOutTaken(row, meant.entry);
    return meant.entry == RecordLookup::none ? add(change, row) : update(change, row, meant);
}

/// The record with what the row says put in. \a notes: where to say what was not put in; null: nowhere.
QVariantList RowWriter::merged(const ParsedRow &row, const Meant &meant, QStringList *notes) const
{
    const auto note = [&](const QString &text) {
        if (notes)
            notes->append(text);
    };
    QVariantList values = meant.stored;
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        const auto at = qsizetype(i);
        const Field &field = m_type.fields[i];
        const QVariant &said = row.values.at(at);
        const QVariant &held = meant.stored.at(at);
        // An apostrophe that is kept from the time when it was read is no change.
        if (!row.given[i] || said == held || (isWord(field) && held.toString() == u'\'' + said.toString()))
            continue;
        // A name that is found however it is written does not change how the record writes it. Nor does
        // that of a person whose number finds him: which of the dots it is has nothing to do with him.
        const bool isByKey = meant.isByName || isPersonal(field);
        if (m_isNaming[i] && isWord(field) &&
            (isByKey ? nameKey(field, said.toString()) == nameKey(field, held.toString())
                     : withoutBlanks(said.toString()) == withoutBlanks(held.toString())) &&
            !held.toString().contains(u'\n')) {
            note(tr("“%1”的写法与原有的不同，保留原有的写法。").arg(tr(field.label)));
            continue;
        }
        if (isKeptText(field, held, said))
            continue; // counted, and told for all rows
        // A name with stars may be called so, but is more likely what somebody has made of the one that is
        // there.
        if (m_isNaming[i] && isWord(field) && !isPersonal(field) && looksMaskedName(said.toString()) &&
            !looksMaskedName(held.toString())) {
            note(tr("“%1”的写法与原有的不同，保留原有的写法。").arg(tr(field.label)));
            continue;
        }
        // Two codes, one of which fails its check: the other one stays, or comes. So does a telephone that is
        // one.
        const bool fails =
            field.traits.check && !held.toString().isEmpty() && !field.traits.check(said).empty();
        if (fails &&
            (m_isNaming[i] ? meant.isByName : isPersonal(field) && field.traits.check(held).empty())) {
            note(tr("“%1”与原有的不同，校验也不对，保留原有的。").arg(tr(field.label)));
            continue;
        }
        const bool isState = field.kind == Kind::Choice && field.traits.presumed;
        const bool isTold = m_type.isInName(field) || m_isNaming[i] || isClass(field) || isState;
        if (notes && isTold && !held.toString().isEmpty())
            tellChange(field, held, said, *notes);
        values[at] = said;
    }
    for (auto it = m_mapping.constants.begin(); it != m_mapping.constants.end(); ++it) {
        const int index = m_type.indexOf(it.key());
        const Field &field = m_type.fields[size_t(index)];
        if (meant.stored.at(index) != it.value()) {
            note(tr("“%1”按标题是“%2”，原有的是“%3”，保留原有的。")
                     .arg(tr(field.label), displayValue(field, it.value()),
                          displayValue(field, meant.stored.at(index))));
        }
    }
    return values;
}

/// True when the sheet has a text that says nothing where the record has one that does.
bool RowWriter::isKeptText(const Field &field, const QVariant &held, const QVariant &said)
{
    return isWord(field) && !held.toString().isEmpty() && isNoText(said.toString());
}

void RowWriter::countKept(const ParsedRow &row, const QVariantList &stored)
{
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        const auto at = qsizetype(i);
        if (row.given[i] && row.values.at(at) != stored.at(at) &&
            isKeptText(m_type.fields[i], stored.at(at), row.values.at(at)))
            m_kept[int(i)].add(row.source.number, {});
    }
}

/// Tells that what names a record, or says what it is, has become another.
void RowWriter::tellChange(const Field &field, const QVariant &held, const QVariant &said,
                           QStringList &notes) const
{
    if (isPersonal(field)) {
        notes.append(tr("“%1”与原有的不同，按表里的改了。").arg(tr(field.label)));
        return;
    }
    const auto shown = [&](const QVariant &value) {
        return field.kind == Kind::Reference && field.target
                   ? m_store.display(field.target(), value.toString(), Audience::ImportPreview)
                   : displayValue(field, value);
    };
    notes.append(tr("“%1”原来是“%2”，按表里的改为“%3”。").arg(tr(field.label), shown(held), shown(said)));
}

/// Why the row cannot be a new record, although every cell of it can be read; empty: it can.
QString RowWriter::whyNoNewRecord(const ParsedRow &row) const
{
    for (const auto &[index, left] : row.covered) {
        const Field &field = m_type.fields[size_t(index)];
        if (field.traits.required || field.traits.unique) {
            return tr("“%1”是遮盖过的内容，认不出是哪一条%2，也不能当作新的一条。请用没有遮盖的表导入。")
                .arg(tr(field.label), tr(m_type.title));
        }
    }
    if (QString several = whySeveral(row); !several.isEmpty())
        return several;
    if (QString noName = whyNoName(row); !noName.isEmpty())
        return noName;
    if (!m_mapping.missing.isEmpty())
        return tr("还没有这一条%1；%2").arg(tr(m_type.title), m_mapping.missing);
    for (size_t i = 1; i < m_type.fields.size(); ++i) {
        const Field &field = m_type.fields[i];
        if (row.given[i] || !mustBeSaid(field))
            continue;
        const bool isSaid = m_mapping.constants.contains(QLatin1StringView(field.key)) ||
                            std::find(row.told.begin(), row.told.end(), int(i)) != row.told.end();
        if (isSaid)
            continue;
        const bool hasColumn =
            std::any_of(m_mapping.columns.begin(), m_mapping.columns.end(),
                        [&](const ImportColumn &column) { return column.field == int(i); });
        return hasColumn ? tr("“%1”没有填写，新的%2要写明。").arg(tr(field.label), tr(m_type.title))
                         : notSaid(field);
    }
    return {};
}

/// A refusal together with what stood in the cells whose values it misses, and why they were not read.
QString RowWriter::withDropped(const ParsedRow &row, const QString &reason) const
{
    QString said;
    for (const auto &[index, note] : row.dropped) {
        if (!row.given[size_t(index)] &&
            reason.contains(tr("“%1”").arg(tr(m_type.fields[size_t(index)].label))))
            said += note;
    }
    return said + reason;
}

/// That the row is a record which somebody has removed; empty: it is none.
QString RowWriter::whyInRecycleBin(const ParsedRow &row) const
{
    if (!m_removed)
        return {};
    const RecordLookup::Matches matches = m_removed->match(row.naming, m_saysAll);
    if (matches.entries.empty())
        return {};
    return tr("%1“%2”在回收站里，没有当作新的一条导入。还要用它，请先在回收站里恢复，再导入；"
              "确实是另外一条，请直接新建。")
        .arg(tr(m_type.title),
             m_store.display(m_type, m_removed->idOf(matches.entries.front()), Audience::ImportPreview));
}

/// The field that says whose record one is, among those by which rows find it; null: none.
const Field *RowWriter::ownerField() const
{
    const auto owner = std::find_if(m_type.fields.begin(), m_type.fields.end(), [&](const Field &field) {
        return field.kind == Kind::Reference && m_isNaming[size_t(m_type.indexOf(field.key))];
    });
    return owner == m_type.fields.end() ? nullptr : &*owner;
}

/// That the owner has a record of the year which is all that is known of the day of this one; empty: none.
Result<QString> RowWriter::whyOfSameYear(const ParsedRow &row) const
{
    if (m_mapping.ofYear.isEmpty())
        return QString();
    const Field *owner = ownerField();
    const int index = m_type.indexOf(m_mapping.ofYear);
    if (!owner || row.given[size_t(index)])
        return QString();
    const QDate first = row.values.at(index).toDate();
    Condition ofYear = Condition::all(
        {Condition::is(QString::fromLatin1(owner->key), row.values.at(m_type.indexOf(owner->key))),
         Condition::compare(Condition::Op::AtLeast, m_mapping.ofYear, first),
         Condition::compare(Condition::Op::AtMost, m_mapping.ofYear, QDate(first.year(), 12, 31))});
    CORE_ASSIGN(const Rows known, m_store.run({.type = QString::fromLatin1(m_type.key),
                                               .columns = {u"id"_s},
                                               .where = std::move(ofYear),
                                               .limit = 1}));
    if (known.rows.empty())
        return QString();
    return tr("已有“%1”，标题只写了 %2 "
              "年，看不出是不是同一条，没有导入。确实是另外一条的，请在表里加一列“%3”。")
        .arg(m_store.display(m_type, known.rows.front().at(0).toString(), Audience::ImportPreview))
        .arg(first.year())
        .arg(tr(m_type.fields[size_t(index)].label));
}

/// Tells that a record of this owner holds at the same time: the date may have been put right in the sheet.
Status RowWriter::noteOverlap(ParsedRow &row) const
{
    if (!m_type.traits.until)
        return ok();
    const QString from = QString::fromLatin1(m_type.traits.date);
    const QString until = QString::fromLatin1(m_type.traits.until);
    const int begins = m_type.indexOf(from);
    const int ends = m_type.indexOf(until);
    const Field *owner = ownerField();
    const QVariant &begun = row.values.at(begins);
    if (!owner || !begun.toDate().isValid())
        return ok();
    std::vector<Condition> all = {
        Condition::is(QString::fromLatin1(owner->key), row.values.at(m_type.indexOf(owner->key))),
        Condition::any({Condition::empty(until), Condition::compare(Condition::Op::AtLeast, until, begun)})};
    if (const QVariant &ended = row.values.at(ends); ended.toDate().isValid())
        all.push_back(Condition::compare(Condition::Op::AtMost, from, ended));
    CORE_ASSIGN(const Rows others, m_store.run({.type = QString::fromLatin1(m_type.key),
                                                .columns = {u"id"_s, from},
                                                .where = Condition::all(std::move(all)),
                                                .limit = 1}));
    if (others.rows.empty())
        return ok();
    const QVariantList &other = others.rows.front();
    row.notes.append(
        tr("已有“%1”，“%2”是 "
           "%3，和这一条同时有效，按新的一条导入；只是更正“%2”的，请在那一条里改，并删去这一条。")
            .arg(m_store.display(m_type, other.at(0).toString(), Audience::ImportPreview),
                 tr(m_type.field(from)->label), displayValue(*m_type.field(from), other.at(1))));
    return ok();
}

Status RowWriter::add(Change &change, ParsedRow &row)
{
    QString reason = whyNoNewRecord(row);
    if (reason.isEmpty())
        reason = whyInRecycleBin(row);
    if (reason.isEmpty())
        reason = whyFormerlyNamed(row);
    if (reason.isEmpty()) {
        CORE_ASSIGN(reason, whyOfSameYear(row));
    }
    if (!reason.isEmpty())
        return refuse(row, withDropped(row, reason));
    CORE_TRY(noteOverlap(row));
    CORE_TRY(noteDocument(row));
    bool isTold = noteNamesake(row);
    if (!row.isPrepared) {
        row.values[0] = newUuid();
        prepareRecord(m_type, row.values, row.prepared);
    }
    if (const Status done = change.insert(m_type, row.values, row.prepared); !done) {
        Error error = done.error();
        error.text = withDropped(row, error.text);
        return refuse(row, error);
    }
    noteFaults(row, row.prepared.problems);
    CORE_ASSIGN(const bool hasNamesake, noteOthersOfName(row));
    isTold = isTold || hasNamesake;
    if (!isTold)
        CORE_TRY(noteNearName(row));
    const RecordLookup::Entry entry = m_lookups.at(&m_type).add(row.values.first().toString(), row.naming);
    keepDocuments(row.values);
    if (!row.covered.empty())
        m_coveredOf.emplace(entry, row.covered);
    if (!row.nowhere.empty())
        m_nowhere.insert(entry);
    m_near.add(m_near.formOf(row.values), row.values.first().toString(), row.source.number);
    for (const QString &former : row.formerNames)
        m_formerNames.insert(namingAs(row, former).anchor, entry);
    return written(row, m_report.added, entry);
}

Status RowWriter::update(Change &change, ParsedRow &row, const Meant &meant)
{
    QVariantList values = merged(row, meant, &row.notes);
    countKept(row, meant.stored);
    for (const auto &[index, left] : row.covered) {
        const Field &field = m_type.fields[size_t(index)];
        const QString held = displayValue(field, meant.stored.at(index));
        if (isPersonal(field) && !held.isEmpty() && !agreesWithMask(held, left))
            row.notes.append(
                tr("“%1”里是遮盖过的内容，和原有的对不上，没有读取，请核对。").arg(tr(field.label)));
    }
    for (const QString &former : row.formerNames)
        m_formerNames.insert(namingAs(row, former).anchor, meant.entry);
    if (values == meant.stored) {
        if (isOfThisSheet(meant.entry))
            row.notes.append(tr("与第 %1 行重复。").arg(m_rows[size_t(meant.entry)]));
        return written(row, m_report.unchanged, meant.entry);
    }
    if (isOfThisSheet(meant.entry)) {
        return refuse(
            row, tr("与第 %1 行是同一条，但内容不同，请核对后只留一行。").arg(m_rows[size_t(meant.entry)]));
    }
    if (m_isDecided) {
        CORE_ASSIGN(const QString against, decisionAgainst(m_store, m_type, meant.stored, values));
        if (!against.isEmpty())
            return refuse(row, against);
    }
    if (const Status done = change.update(m_type, values); !done)
        return refuse(row, done.error());
    noteFaults(row, m_type.problems(values));
    m_report.changes.add(m_store, m_type, row.source.number, meant.stored, values);
    RecordLookup &lookup = m_lookups.at(&m_type);
    const RecordLookup::Naming naming = lookup.namingOf(values);
    if (const KeyDigest former = lookup.namingOf(meant.stored).anchor; former != naming.anchor)
        m_formerNames.insert(former, meant.entry);
    lookup.rename(meant.entry, naming);
    keepDocuments(values);
    return written(row, m_report.updated, meant.entry);
}

void RowWriter::noteFaults(const ParsedRow &row, const std::vector<Problem> &problems)
{
    QStringList texts;
    for (const Problem &problem : problems)
        texts.append(problem.text);
    if (!texts.isEmpty())
        m_report.faults.add(row.source.number, texts.join(QString()));
}

Status RowWriter::written(const ParsedRow &row, qint64 &counter, RecordLookup::Entry entry)
{
    ++counter;
    m_rows.resize(std::max(m_rows.size(), size_t(entry) + 1));
    if (m_rows[size_t(entry)] == 0)
        m_rows[size_t(entry)] = row.source.number;
    if (!row.notes.isEmpty())
        m_report.remarks.add(row.source.number, row.notes.join(QString()));
    return row.leftOut.empty() ? ok() : handBack(row);
}

/// Gives back the cells that a row got in without, beside those by which it will be found again.
Status RowWriter::handBack(const ParsedRow &row)
{
    m_report.leftOut += qint64(row.leftOut.size());
    QStringList reasons;
    std::vector<int> columns;
    for (const auto &[field, reason] : row.leftOut)
        reasons.append(reason);
    for (const ImportColumn &column : m_mapping.columns) {
        const bool isLeftOut = std::any_of(row.leftOut.begin(), row.leftOut.end(),
                                           [&](const auto &cell) { return cell.first == column.field; });
        if (isLeftOut || m_isNaming[size_t(column.field)])
            columns.push_back(column.column);
        if (isLeftOut && column.unitColumn >= 0)
            columns.push_back(column.unitColumn);
    }
    return m_refused.addCells(
        row.source, columns,
        tr("这一行能导入，只有这里写的没有采用：%1改好以后导入这张表，只补这几格，空着的格不用填。")
            .arg(reasons.join(QString())));
}

Status RowWriter::refuse(const ParsedRow &row, const Error &error)
{
    if (error.code != Error::Code::InvalidInput && error.code != Error::Code::Conflict)
        return error;
    return refuse(row, error.text);
}

Status RowWriter::refuse(const ParsedRow &row, const QString &reason)
{
    constexpr size_t listedRefusals = 1'000;
    ++m_report.refused;
    if (m_report.refusals.size() < listedRefusals)
        m_report.refusals.push_back({row.source.number, reason});
    return m_refused.add(row.source, reason);
}

/// True when a row of this sheet has been that record already.
bool RowWriter::isOfThisSheet(RecordLookup::Entry entry) const
{
    return size_t(entry) < m_rows.size() && m_rows[size_t(entry)] > 0;
}

} // namespace core
