// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What undo and redo take back and do again.
#include "core/base/tr.h"
#include "core/store/runverb.h"
#include "core/store/storeprivate.h"

namespace core {

namespace {

/// What goes back from something that went out by \a verb, or why nothing does; null: the journal names none.
QString wayBack(const Verb *verb)
{
    if (!verb)
        return tr("要收回，请用它的反向操作，并写明理由。");
    if (const Verb *counter = findVerb(verb->type(), verb->traits.counter))
        return tr("要收回，请办理“%1”，并写明理由。").arg(tr(counter->title));
    return tr(verb->traits.whyFinal);
}

} // namespace

Status Store::undo(Progress *progress)
{
    CORE_TRY(refresh());
    if (d->done.empty())
        return Error{Error::Code::NotFound, tr("没有可以撤销的操作。"), {}};
    if (const QString block = undoBlock(); !block.isEmpty())
        return Error{Error::Code::Conflict, block, QString::number(d->done.back().sequence)};
    return d->invertEntry(*this, d->done.back().sequence, JournalEntry::Kind::Undo, progress);
}

Status Store::redo(Progress *progress)
{
    CORE_TRY(refresh());
    if (d->undone.empty())
        return Error{Error::Code::NotFound, tr("没有可以重做的操作。"), {}};
    return d->invertEntry(*this, d->undone.back().sequence, JournalEntry::Kind::Redo, progress);
}

const Store::Private::Step *Store::Private::stepToUndo() const
{
    return done.empty() || done.back().outward || done.back().isRestoration ? nullptr : &done.back();
}

QString Store::undoText() const
{
    const Private::Step *step = d->stepToUndo();
    return step ? step->what : QString();
}

QString Store::undoBlock() const
{
    if (d->done.empty() || d->stepToUndo())
        return {};
    const Private::Step &step = d->done.back();
    if (step.isRestoration)
        return tr("这个文件是%1得来的，恢复不能撤销，它以前的操作也不能越过它撤销。要回到恢复以前，"
                  "请用“从备份恢复…”，选留在旁边的“恢复前”那一份。")
            .arg(step.what);
    return tr("“%1”已经对外生效，不能撤销，它之前的操作也不能越过它撤销。%2")
        .arg(step.what, wayBack(step.verb));
}

QString Store::redoText() const
{
    return d->undone.empty() ? QString() : d->undone.back().what;
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
    const Step step{entry.sequence, entry.what, entry.outward, entry.means == restorationMeans,
                    verbOf(entry)};
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
        if (step.isRestoration) {
            done.push_back(step);
            undone.clear();
        }
        break;
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

} // namespace core
