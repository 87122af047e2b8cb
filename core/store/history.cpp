// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal tells: entries, edits, the history of a record, heads on paper.
#include "core/base/tr.h"
#include "core/store/printedhead.h"
#include "core/store/storeprivate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

Result<std::vector<JournalEntry>> Store::journal(int limit, qint64 before) const
{
    CORE_ASSIGN(const std::vector<StoredEntry> stored, readEntries(*d->database, limit, before));
    std::vector<JournalEntry> entries;
    entries.reserve(stored.size());
    for (const StoredEntry &one : stored)
        entries.push_back(one.entry);
    return entries;
}

Result<std::vector<RecordEdit>> Store::edits(qint64 sequence, int limit) const
{
    CORE_ASSIGN(const std::optional<StoredEntry> entry, readEntry(*d->database, sequence));
    if (!entry)
        return Error{Error::Code::NotFound, tr("没有第 %1 条日志。").arg(sequence), {}};
    StoredEntry part = *entry;
    if (limit >= 0)
        part.entry.edits = std::min<qint64>(part.entry.edits, limit);
    std::vector<RecordEdit> edits;
    CORE_TRY(readEdits(*d->database, part, false, [&](const StoredEdit &stored) {
        if (auto edit = editFromStored(stored))
            edits.push_back(*std::move(edit));
        return ok();
    }));
    return edits;
}

Result<std::vector<std::pair<JournalEntry, RecordEdit>>> Store::history(const RecordType &type,
                                                                        const QString &id) const
{
    CORE_ASSIGN(const auto found, readEditsOf(*d->database, type, id));
    std::vector<std::pair<JournalEntry, RecordEdit>> history;
    for (const auto &[sequence, stored] : found) {
        CORE_ASSIGN(const std::optional<StoredEntry> entry, readEntry(*d->database, sequence));
        auto edit = editFromStored(stored);
        if (entry && edit)
            history.emplace_back(entry->entry, *std::move(edit));
    }
    return history;
}

Result<std::vector<std::pair<QString, QString>>> Store::formerTexts(const RecordType &type,
                                                                    const Field &field) const
{
    return readFormerTexts(*d->database, type, field);
}

QString Store::headHash() const
{
    const auto last = readEntries(*d->database, 1, -1);
    return last && !last->empty() ? last->front().entry.hash : QString();
}

Result<HeadEntry> Store::entryOfHead(const QString &head) const
{
    CORE_ASSIGN(const std::vector<HeadPattern> patterns, readPrintedHead(head));
    std::vector<StoredEntry> found;
    for (const HeadPattern &pattern : patterns) {
        CORE_ASSIGN(const std::vector<StoredEntry> some,
                    findHead(*d->database, pattern.beginning, pattern.end));
        found.insert(found.end(), some.begin(), some.end());
    }
    if (found.empty()) {
        return Error{Error::Code::NotFound,
                     tr("这个文件的日志里没有日志首“%1”。印这张纸以后，日志被改动过或者末尾被截去了；"
                        "也可能抄错了，或者这张纸是用另一个文件印的。")
                         .arg(head.trimmed()),
                     {}};
    }
    if (found.size() > 1) {
        return Error{Error::Code::Conflict,
                     tr("有 %1 条日志都符合日志首“%2”，请输入更多位。").arg(found.size()).arg(head.trimmed()),
                     {}};
    }
    const QByteArray hash = found.front().entry.hash.toLatin1();
    const bool isPresent = std::any_of(patterns.begin(), patterns.end(),
                                       [&](const HeadPattern &pattern) { return pattern.fits(hash); });
    CORE_ASSIGN(const std::vector<StoredEntry> last, readEntries(*d->database, 1, -1));
    return HeadEntry{found.front().entry, !isPresent, last.front().entry.sequence};
}

QString headVerdict(const Result<HeadEntry> &found)
{
    if (found)
        return tr("日志首属于第 %1 条日志（%2）")
            .arg(found->entry.sequence)
            .arg(found->entry.at.toLocalTime().toString(u"yyyy-MM-dd"_s));
    switch (found.error().code) {
    case Error::Code::NotFound: return tr("日志里没有这个日志首");
    case Error::Code::Conflict: return tr("日志首的位数太少，不能判断");
    case Error::Code::InvalidInput: return tr("输入的不是日志首");
    default: return tr("没有核对日志首");
    }
}

QString HeadEntry::sentence() const
{
    const QString text = isOldFormat ? tr("这个日志首是第 %1 条日志的（共 %2 条），由“%3”在 %4 写入：%5。"
                                          "那时的日志还是第一版格式，后来换过格式。")
                                     : tr("这个日志首是第 %1 条日志的（共 %2 条），由“%3”在 %4 写入：%5。");
    return text.arg(entry.sequence)
        .arg(entries)
        .arg(entry.actor, entry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), entry.what);
}

} // namespace core
