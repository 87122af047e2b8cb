// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What other stores on the same file have committed.
#include "core/store/storeprivate.h"

#include <QMap>

#include <algorithm>

namespace core {

namespace {

using Touched = ChangeSet::Touched;

void addTouched(Touched &touched, const RecordType &type, const QString &id)
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
                    addTouched(sum, *one.type, id);
            }
        }
    }
    return listed(touched);
}

} // namespace

Status Store::refresh(const std::vector<ChangeSet> &told)
{
    CORE_ASSIGN(const ChangeSet changes, d->readNewEntries(told));
    if (!changes.touched.empty())
        Q_EMIT changed(changes);
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
            addTouched(touched[type], *type, select.text(1));
    }
}

} // namespace core
