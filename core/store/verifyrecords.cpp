// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/tr.h"
#include "core/store/database.h"
#include "core/store/journal.h"

#include <QCryptographicHash>
#include <QHash>

#include <cstring>

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

Status compareTable(Database &database, const RecordType &type, States states, VerifyReport &report)
{
    QByteArray sql = "SELECT id, removed_at IS NOT NULL";
    for (size_t i = 1; i < type.fields.size(); ++i)
        sql += QByteArray(", ") + type.fields[i].key;
    CORE_ASSIGN(Statement select, database.prepare(sql + " FROM " + type.key));
    qint64 altered = 0;
    qint64 added = 0;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        const auto state = states.find(select.bytes(0));
        if (state == states.end()) {
            ++added;
            continue;
        }
        State found;
        for (size_t i = 1; i < type.fields.size(); ++i) {
            const QByteArray value = select.bytes(int(i) + 1);
            if (!value.isEmpty() && (state->withheld & markOf(i)) == 0)
                found.sumOf(type.fields[i]) += partOf(type.fields[i].key, value);
        }
        if (found.open != state->open || (found.personal != state->personal && !state->isUncheckable) ||
            (select.integer(1) != 0) != state->removed)
            ++altered;
        states.erase(state);
    }
    const QString title = tr(type.title);
    if (altered > 0)
        report.faults.push_back(
            tr("有 %1 条%2的内容与日志不符，是绕过本程序改动的。").arg(altered).arg(title));
    if (added > 0)
        report.faults.push_back(tr("有 %1 条%2不见于日志，是绕过本程序加入的。").arg(added).arg(title));
    if (!states.isEmpty())
        report.faults.push_back(
            tr("有 %1 条%2在日志里有、数据里没有，是绕过本程序删除的。").arg(states.size()).arg(title));
    return ok();
}

} // namespace

Status verifyRecords(Database &database, VerifyReport &report, Progress *progress)
{
    CORE_ASSIGN(auto all, statesFromJournal(database, progress));
    for (const RecordType *type : allRecordTypes())
        CORE_TRY(compareTable(database, *type, all.take(type->key), report));
    return ok();
}

} // namespace core
