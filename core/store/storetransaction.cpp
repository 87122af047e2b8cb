// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storeprivate.h"

#include "core/base/tr.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Touched = ChangeSet::Touched;

void add(Touched &touched, const RecordType &type, const QString &id)
{
    touched.type = &type;
    if (touched.ids.size() < ChangeSet::listedIds)
        touched.ids.append(id);
    else
        touched.many = true;
}

std::vector<Touched> listed(const QMap<const RecordType *, Touched> &byType)
{
    std::vector<Touched> all(byType.begin(), byType.end());
    for (Touched &one : all) {
        if (one.many)
            one.ids.clear();
    }
    return all;
}

std::vector<Touched> touchedByAll(const std::vector<ChangeSet> &sets)
{
    QMap<const RecordType *, Touched> touched;
    for (const ChangeSet &set : sets) {
        for (const Touched &one : set.touched) {
            Touched &sum = touched[one.type];
            sum.type = one.type;
            sum.many = sum.many || one.many;
            for (const QString &id : one.ids) {
                if (!sum.ids.contains(id))
                    add(sum, *one.type, id);
            }
        }
    }
    return listed(touched);
}

} // namespace

Status Store::Private::prepareWriting()
{
    // WAL: readers never wait for the writer; FULL: a committed change survives a power cut (3–4 ms).
    // Pages of 8 kB (of a new file) and 64 MB of them in memory halve what a large import writes.
    return database->execute("PRAGMA page_size = 8192;"
                             "PRAGMA journal_mode = WAL;"
                             "PRAGMA synchronous = FULL;"
                             "PRAGMA foreign_keys = ON;"
                             "PRAGMA cache_size = -65536;"
                             "PRAGMA temp_store = MEMORY;");
}

bool Store::Private::writeOnce()
{
    return bool(database->execute("PRAGMA journal_mode = DELETE"));
}

Status Store::Private::readInfo()
{
    CORE_ASSIGN(Statement select, database->prepare("SELECT key, value FROM file_info"));
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        const QString key = select.text(0);
        const QString value = select.text(1);
        if (key == "bureau"_L1)
            info.bureau = value;
        else if (key == "division_code"_L1)
            info.divisionCode = value;
        else if (key == "site"_L1)
            info.site = value;
    }
    CORE_ASSIGN(const qint64 version, database->number("PRAGMA user_version"));
    info.schemaVersion = int(version);
    if (actor.isEmpty())
        actor = accountName();
    return ok();
}

Status Store::Private::writeInfo(const FileInfo &written)
{
    const std::pair<const char *, QString> pairs[] = {
        {"bureau", written.bureau}, {"division_code", written.divisionCode}, {"site", written.site}};
    for (const auto &[key, value] : pairs) {
        CORE_ASSIGN(Statement insert, database->prepare("INSERT INTO file_info (key, value) VALUES (?,?)"));
        insert.bindUtf8(1, key);
        insert.bind(2, value);
        CORE_TRY(insert.run());
    }
    return ok();
}

Status Store::Private::transact(Store &store, JournalEntry::Kind kind, qint64 target, const QString &what,
                                const ChangeOptions &options, const std::function<Status(Writer &)> &body)
{
    if (!readOnlyReason.isEmpty())
        return Error{Error::Code::ReadOnly, readOnlyReason, {}};
    Q_ASSERT(!changing); // a change inside a change would be half undone
    CORE_TRY(database->execute("BEGIN IMMEDIATE"));
    changing = true;
    JournalEntry entry;
    ChangeSet changes;
    Status written = [&]() -> Status {
        CORE_ASSIGN(Writer writer, Writer::begin(*database, info.site, actor));
        CORE_TRY(body(writer));
        if (writer.edits() == 0 && kind != JournalEntry::Kind::Note && !options.outward)
            return ok();
        CORE_ASSIGN(entry, writer.finish(kind, target, what, options));
        changes = writer.changeSet(entry);
        return database->execute("COMMIT");
    }();
    changing = false;
    if (!written || entry.sequence == 0) {
        (void)database->execute("ROLLBACK");
        return written;
    }
    // Another store on this file may have committed before this change: tell of that first.
    if (entry.sequence != seen + 1) {
        CORE_ASSIGN(changes, readNewEntries());
    } else {
        pushStep(entry);
        seen = entry.sequence;
    }
    Q_EMIT store.changed(changes);
    return ok();
}

Status Store::Private::invertEntry(Store &store, qint64 sequence, JournalEntry::Kind kind, Progress *progress)
{
    CORE_ASSIGN(const std::optional<StoredEntry> entry, readEntry(*database, sequence));
    if (!entry)
        return Error{Error::Code::NotFound, tr("日志里找不到要撤销的操作。"), QString::number(sequence)};
    return transact(store, kind, sequence, entry->entry.what, {}, [&](Writer &writer) {
        return readEdits(*database, *entry, true, [&](const StoredEdit &edit) -> Status {
            if (progress) {
                progress->report(writer.edits(), entry->entry.edits);
                if (progress->isCancelled())
                    return Progress::cancelledError();
            }
            return writer.invert(edit);
        });
    });
}

void Store::Private::pushStep(const JournalEntry &entry)
{
    const Step step{entry.sequence, entry.what, entry.outward};
    switch (entry.kind) {
    case JournalEntry::Kind::Change:
        done.push_back(step);
        undone.clear();
        break;
    case JournalEntry::Kind::Undo:
        if (!done.empty())
            done.pop_back();
        undone.push_back(step);
        break;
    case JournalEntry::Kind::Redo:
        if (!undone.empty())
            undone.pop_back();
        done.push_back(step);
        break;
    case JournalEntry::Kind::Note:
    case JournalEntry::Kind::Bridge: break;
    }
}

Status Store::Private::readUndoStack()
{
    CORE_ASSIGN(const std::vector<StoredEntry> entries, readEntries(*database, undoSteps, -1));
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        pushStep(entry->entry);
    seen = entries.empty() ? 0 : entries.front().entry.sequence;
    return ok();
}

Result<ChangeSet> Store::Private::readNewEntries(const std::vector<ChangeSet> &told)
{
    CORE_ASSIGN(std::vector<StoredEntry> entries, readEntries(*database, undoSteps, -1));
    std::erase_if(entries, [&](const StoredEntry &one) { return one.entry.sequence <= seen; });
    ChangeSet changes;
    if (entries.empty())
        return changes;
    const bool isTold = std::all_of(entries.begin(), entries.end(), [&](const StoredEntry &one) {
        return std::any_of(told.begin(), told.end(),
                           [&](const ChangeSet &set) { return set.sequence == one.entry.sequence; });
    });
    if (isTold) {
        changes.touched = touchedByAll(told);
    } else {
        CORE_ASSIGN(changes.touched, readTouched());
    }
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        pushStep(entry->entry);
    seen = entries.front().entry.sequence;
    changes.sequence = seen;
    changes.what = entries.front().entry.what;
    return changes;
}

Result<std::vector<ChangeSet::Touched>> Store::Private::readTouched() const
{
    CORE_ASSIGN(Statement select,
                database->prepare("SELECT DISTINCT type, record FROM journal_edit WHERE sequence > ?"
                                  " AND position >= (SELECT coalesce(min(first_edit), 0) FROM journal"
                                  " WHERE sequence > ?)"));
    select.bind(1, seen);
    select.bind(2, seen);
    QMap<const RecordType *, ChangeSet::Touched> touched;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return listed(touched);
        if (const RecordType *type = findRecordType(QLatin1StringView(select.bytes(0))))
            add(touched[type], *type, select.text(1));
    }
}

Result<Rows> Store::Private::rows(const QuerySql &sql) const
{
    Rows answer;
    for (const ResultColumn &column : sql.columns)
        answer.columns.push_back({column.name, column.kind, column.field});
    CORE_TRY(eachRow(sql, [&](const QVariantList &row) {
        answer.rows.push_back(row);
        return true;
    }));
    return answer;
}

Status Store::Private::eachRow(const QuerySql &sql,
                               const std::function<bool(const QVariantList &)> &take) const
{
    CORE_ASSIGN(Statement select, database->prepare(sql.text));
    for (qsizetype i = 0; i < sql.values.size(); ++i)
        select.bindStored(int(i) + 1, sql.values.at(i));
    const int columns = int(sql.columns.size());
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return ok();
        QVariantList values;
        values.reserve(columns);
        for (int i = 0; i < columns; ++i)
            values.append(select.value(i, sql.columns[size_t(i)].kind));
        if (!take(values))
            return ok();
    }
}

Result<std::vector<KeptProblem>> Store::Private::readProblems(const QByteArray &where,
                                                              const QStringList &values, int limit) const
{
    CORE_ASSIGN(
        Statement select,
        database->prepare("SELECT p.type, p.record, p.field, p.text, coalesce(k.reason, '') FROM problem p"
                          " LEFT JOIN kept_reason k ON k.record_id = p.record AND k.field = p.field"
                          " AND k.record_type = p.type AND k.removed_at IS NULL" +
                          where + " ORDER BY p.ordinal DESC LIMIT " + QByteArray::number(limit)));
    for (qsizetype i = 0; i < values.size(); ++i)
        select.bind(int(i) + 1, values.at(i));
    std::vector<KeptProblem> problems;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return problems;
        const RecordType *type = findRecordType(QLatin1StringView(select.bytes(0)));
        if (type)
            problems.push_back({type, select.text(1), select.text(2), select.text(3), select.text(4)});
    }
}

} // namespace core
