// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/tr.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/schema.h"
#include "core/store/storedname.h"
#include "core/store/verifyparts.h"

#include <QCryptographicHash>
#include <QHash>

#include <cstring>
#include <map>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// A record's fields as one number: the sum of a hash for each filled field. An edit moves it by the
/// difference of what it replaced, so the journal is read once and a million records fit in memory.
using Sum = quint64;

Sum partOf(QByteArrayView key, const QByteArray &value)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(key);
    hash.addData(QByteArrayView("="));
    hash.addData(value);
    Sum sum = 0;
    std::memcpy(&sum, hash.result().constData(), sizeof(sum));
    return sum;
}

Sum partOf(QByteArrayView key, const QVariant &stored)
{
    const QByteArray value = stored.toString().toUtf8();
    return value.isEmpty() ? 0 : partOf(key, value);
}

struct State
{
    Sum open = 0;     ///< Of the fields whose values the journal always tells.
    Sum personal = 0; ///< Of those whose values can be destroyed.
    /// Fields, by position, whose value the journal does not tell any more; they are not in the sum.
    quint64 withheld = 0;
    bool removed = false;
    /// A personal value that is in the sum cannot be taken out of it, because it is withheld where it is
    /// replaced.
    bool isUncheckable = false;

    Sum &sumOf(const Field &field) { return isPersonal(field) ? personal : open; }
};
using States = QHash<QByteArray, State>;

constexpr size_t markedFields = 64;

quint64 markOf(size_t field)
{
    return field < markedFields ? quint64(1) << field : 0;
}

/// Calls \a take(field, value, mark) for each of \a values. Fields that the type does not have are left
/// aside: a newer program wrote them.
template<typename Take>
void eachValue(const RecordType &type, const JournalValues &values, const Take &take)
{
    const QVariantMap stored = storedValues(values);
    for (auto it = stored.begin(); it != stored.end(); ++it) {
        if (const int index = type.indexOf(it.key()); index >= 0)
            take(type.fields[size_t(index)], *it, markOf(size_t(index)));
    }
}

/// Takes the values of an edit into \a state: those of \a before out of it, those of \a after in.
void apply(State &state, const RecordType &type, const JournalValues &before, const JournalValues &after)
{
    eachValue(type, before, [&](const Field &field, const QVariant &value, quint64 mark) {
        if ((state.withheld & mark) != 0)
            state.withheld &= ~mark;
        else if (isWithheld(value))
            state.isUncheckable = true;
        else
            state.sumOf(field) -= partOf(field.key, value);
    });
    eachValue(type, after, [&](const Field &field, const QVariant &value, quint64 mark) {
        if (!isWithheld(value))
            state.sumOf(field) += partOf(field.key, value);
        else if (mark != 0)
            state.withheld |= mark;
        else
            state.isUncheckable = true;
    });
}

Result<QHash<QByteArray, States>> statesFromJournal(Database &database, Progress *progress)
{
    QHash<QByteArray, States> all;
    CORE_ASSIGN(const qint64 total, database.number("SELECT count(*) FROM journal_edit"));
    CORE_ASSIGN(Statement select,
                database.prepare("SELECT type, record, verb, before, after, before_private, after_private"
                                 " FROM journal_edit ORDER BY position"));
    for (qint64 done = 0;; ++done) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return all;
        if (progress && done % 1024 == 0) {
            progress->report(done, total);
            if (progress->isCancelled())
                return Progress::cancelledError();
        }
        const auto verb = verbFromName(select.bytes(2));
        const RecordType *type = findRecordType(QLatin1StringView(select.bytes(0)));
        if (!verb || !type)
            continue;
        States &states = all[select.bytes(0)];
        const QByteArray id = select.bytes(1);
        switch (*verb) {
        case RecordEdit::Verb::Insert:
            apply(*states.insert(id, {}), *type, {}, {select.bytes(4), select.bytes(6)});
            break;
        case RecordEdit::Verb::Erase: states.remove(id); break;
        case RecordEdit::Verb::Update:
            apply(states[id], *type, {select.bytes(3), select.bytes(5)}, {select.bytes(4), select.bytes(6)});
            break;
        case RecordEdit::Verb::Remove: states[id].removed = true; break;
        case RecordEdit::Verb::Restore: states[id].removed = false; break;
        }
    }
}

/// The values of a record as the journal left them, by field; a WithheldValue where it does not tell any
/// more.
Result<QVariantList> valuesByJournal(Database &database, const RecordType &type, const QByteArray &id)
{
    CORE_ASSIGN(const auto edits, readEditsOf(database, type, QString::fromLatin1(id)));
    QVariantList values(qsizetype(type.fields.size()));
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        const StoredEdit &stored = edit->second;
        if (stored.record != id || stored.type != type.key ||
            stored.verb == verbName(RecordEdit::Verb::Erase))
            continue;
        const QVariantMap after = valuesFromJournal(type, stored.after);
        for (auto it = after.begin(); it != after.end(); ++it) {
            if (const int index = type.indexOf(it.key()); index >= 0)
                values[index] = *it;
        }
    }
    return values;
}

/// Compares the records of one type with what the journal left of them.
class TableCheck
{
public:
    TableCheck(Database &database, const RecordType &type, States states, DerivedCheck *derived)
        : m_database(database)
        , m_type(type)
        , m_states(std::move(states))
        , m_derived(derived)
    {}

    Status run(VerifyReport &report)
    {
        QByteArray sql = "SELECT removed_at IS NOT NULL";
        for (const Field &field : m_type.fields)
            sql += QByteArray(", ") + field.key;
        if (m_derived)
            sql += DerivedCheck::columns(m_type);
        CORE_ASSIGN(Statement select, m_database.prepare(sql + " FROM " + m_type.key));
        for (;;) {
            CORE_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            CORE_TRY(look(select));
        }
        CORE_TRY(nameMissing());
        tell(report);
        return ok();
    }

private:
    static constexpr int firstField = 1;

    Status look(const Statement &row)
    {
        QVariantList values;
        for (size_t i = 0; i < m_type.fields.size(); ++i)
            values.append(row.value(firstField + int(i), m_type.fields[i].kind));
        const bool removed = row.integer(0) != 0;
        if (m_derived)
            CORE_TRY(m_derived->look(m_type, values, removed, row, firstField + int(m_type.fields.size())));
        const auto state = m_states.find(row.bytes(firstField));
        if (state == m_states.end()) {
            note(m_added, [&] { return nameOf(m_database, m_type, values, Audience::Screen); });
            return ok();
        }
        State found;
        for (size_t i = 1; i < m_type.fields.size(); ++i) {
            const QByteArray value = row.bytes(firstField + int(i));
            if (!value.isEmpty() && (state->withheld & markOf(i)) == 0)
                found.sumOf(m_type.fields[i]) += partOf(m_type.fields[i].key, value);
        }
        if (found.open != state->open || (found.personal != state->personal && !state->isUncheckable) ||
            removed != state->removed)
            CORE_TRY(noteAltered(state.key(), values, removed != state->removed));
        m_states.erase(state);
        return ok();
    }

    Status noteAltered(const QByteArray &id, const QVariantList &values, bool isRemovalAltered)
    {
        if (!m_altered.wantsName()) {
            m_altered.addUnnamed();
            return ok();
        }
        CORE_ASSIGN(const QVariantList left, valuesByJournal(m_database, m_type, id));
        QStringList labels;
        for (size_t i = 1; i < m_type.fields.size(); ++i) {
            const Field &field = m_type.fields[i];
            const auto at = qsizetype(i);
            if (!isWithheld(left[at]) && toStored(field.kind, left[at]) != toStored(field.kind, values[at]))
                labels.append(tr(field.label));
        }
        if (isRemovalAltered)
            labels.append(tr("是否已删除"));
        const QString name = nameOf(m_database, m_type, values, Audience::Screen);
        m_altered.add(name, labels.join(u'、'));
        return ok();
    }

    Status nameMissing()
    {
        for (auto it = m_states.keyBegin(); it != m_states.keyEnd(); ++it) {
            if (!m_missing.wantsName()) {
                m_missing.addUnnamed();
                continue;
            }
            CORE_ASSIGN(QVariantList values, valuesByJournal(m_database, m_type, *it));
            for (QVariant &value : values)
                value = isWithheld(value) ? QVariant() : value;
            m_missing.add(nameOf(m_database, m_type, values, Audience::Screen));
        }
        return ok();
    }

    void tell(VerifyReport &report)
    {
        const auto one = [&](const NamedRecords &records, const QString &sentence) {
            if (!records.isEmpty())
                report.faults.push_back(sentence.arg(records.text(m_type)));
        };
        one(m_altered, tr("%1的内容与日志不符，是绕过本程序改动的。"));
        one(m_added, tr("%1不见于日志，是绕过本程序加入的。"));
        one(m_missing, tr("%1在日志里有、数据里没有，是绕过本程序删除的。"));
        if (m_derived)
            m_derived->tell(m_type, report);
    }

    template<typename Name>
    static void note(NamedRecords &records, const Name &name)
    {
        if (records.wantsName())
            records.add(name());
        else
            records.addUnnamed();
    }

    Database &m_database;
    const RecordType &m_type;
    States m_states;
    DerivedCheck *m_derived; ///< Null: not to be compared.
    NamedRecords m_altered;
    NamedRecords m_added;
    NamedRecords m_missing;
};

/// Whether every reference leads to a record.
Status checkReferences(Database &database, VerifyReport &report)
{
    CORE_ASSIGN(Statement dangling, database.prepare("PRAGMA foreign_key_check"));
    std::map<QByteArray, NamedRecords> byTable;
    for (;;) {
        CORE_ASSIGN(const bool row, dangling.step());
        if (!row)
            break;
        NamedRecords &records = byTable[dangling.bytes(0)];
        const RecordType *type = findRecordType(QLatin1StringView(dangling.bytes(0)));
        if (!type || !records.wantsName()) {
            records.addUnnamed();
            continue;
        }
        CORE_ASSIGN(Statement select,
                    database.prepare(QByteArray("SELECT id FROM ") + type->key + " WHERE rowid = ?"));
        select.bind(1, dangling.integer(1));
        CORE_ASSIGN(const bool found, select.step());
        records.add(found ? storedName(database, *type, select.text(0), Audience::Screen) : QString());
    }
    for (const auto &[table, records] : byTable) {
        const RecordType *type = findRecordType(QLatin1StringView(table));
        report.faults.push_back(type ? tr("%1指向不存在的记录。").arg(records.text(*type))
                                     : tr("“%1”表里有记录指向不存在的记录。").arg(QLatin1StringView(table)));
    }
    return ok();
}

} // namespace

Status verifyRecords(Database &database, VerifyReport &report, Progress *progress)
{
    CORE_TRY(checkReferences(database, report));
    CORE_ASSIGN(auto all, statesFromJournal(database, progress));
    CORE_ASSIGN(const int version, fileSchemaVersion(database));
    // A newer program may have other checks, and search in other fields.
    const bool isNewer = version > schemaVersion();
    DerivedCheck derived(database);
    for (const RecordType *type : allRecordTypes())
        CORE_TRY(TableCheck(database, *type, all.take(type->key), isNewer ? nullptr : &derived).run(report));
    return isNewer ? ok() : derived.tellRest(report);
}

} // namespace core
