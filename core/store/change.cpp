// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes: what may be written, and the transaction around it.
#include "core/base/tr.h"
#include "core/store/storeprivate.h"

namespace core {

const ChangeSet::Touched *ChangeSet::of(const RecordType &type) const
{
    for (const Touched &one : touched) {
        if (one.type == &type)
            return &one;
    }
    return nullptr;
}

Status Change::insert(const RecordType &type, const QVariantList &values)
{
    PreparedRecord record;
    prepareRecord(type, values, record);
    return m_writer.insert(type, values, record);
}

Status Change::insert(const RecordType &type, const QVariantList &values, const PreparedRecord &record)
{
    return m_writer.insert(type, values, record);
}

Status Change::update(const RecordType &type, const QVariantList &values)
{
    return m_writer.update(type, values);
}

Status Change::edit(const RecordType &type, const QString &id, const QVariantMap &values)
{
    return m_writer.edit(type, id, values);
}

Status Change::remove(const RecordType &type, const QString &id)
{
    return m_writer.remove(type, id);
}

Status Change::restore(const RecordType &type, const QString &id)
{
    return m_writer.restore(type, id);
}

Result<Attachment> Change::attach(const QString &name, const QByteArray &content)
{
    return m_writer.attach(name, content);
}

Status Store::change(const QString &what, const std::function<Status(Change &)> &body,
                     const ChangeOptions &options)
{
    const bool isLarge = options.extent == ChangeOptions::Extent::Large;
    if (isLarge)
        CORE_TRY(d->inTransaction([this] { return d->checkFile(); }));
    const bool once = isLarge && d->writeOnce();
    Status done = d->transact(*this, JournalEntry::Kind::Change, 0, what, options, [&](Writer &writer) {
        Change change(writer);
        return body(change);
    });
    // When that fails, on a full disk, the file is as good: the next to open it tries again.
    if (once &&
        d->database->checkPlace()) { // where the file is no more, it would leave a log for the next one
        (void)d->prepareWriting();
        d->knownState = FileState::of(d->path);
    }
    return done;
}

Status Store::note(const QString &what, const QString &means)
{
    return d->transact(*this, JournalEntry::Kind::Note, 0, what, {}, [&means](Writer &writer) {
        writer.setMeans(means);
        return ok();
    });
}

Status Store::Private::inTransaction(const std::function<Status()> &body)
{
    CORE_TRY(database->execute("BEGIN IMMEDIATE"));
    Status done = body();
    if (done)
        done = database->execute("COMMIT");
    if (!done)
        (void)database->execute("ROLLBACK");
    return done;
}

bool Store::Private::writeOnce()
{
    return bool(database->execute("PRAGMA journal_mode = DELETE"));
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
        CORE_TRY(checkFile());
        CORE_TRY(checkSchemaSince());
        CORE_ASSIGN(Writer writer, Writer::begin(*database, info.site, actor));
        CORE_TRY(body(writer));
        if (writer.edits() == 0 && kind != JournalEntry::Kind::Note && !options.outward)
            return ok();
        CORE_ASSIGN(entry, writer.finish(kind, target, what, options));
        changes = writer.changeSet(entry);
        // Writing the first page raises the count by which checkLogs() knows the log of this file.
        CORE_TRY(database->execute("PRAGMA user_version = " + QByteArray::number(info.schemaVersion)));
        CORE_TRY(database->checkPlace()); // a large change takes its time
        return database->execute("COMMIT");
    }();
    changing = false;
    if (!written || entry.sequence == 0) {
        (void)database->execute("ROLLBACK");
        return written;
    }
    knownState = FileState::of(path);
    // Another store on this file may have committed before this change: tell of that first.
    if (entry.sequence != seen + 1) {
        auto found = readNewEntries();
        if (!found)
            return Error{found.error().code,
                         tr("“%1”已经保存，但没能读回来。请关闭文件再打开，不要重做这一步。").arg(what),
                         found.error().detail};
        changes = *std::move(found);
    } else {
        pushStep(entry);
        seen = entry.sequence;
    }
    Q_EMIT store.changed(changes);
    return ok();
}

} // namespace core
