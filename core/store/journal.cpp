// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal.h"

#include "core/base/tr.h"
#include "core/store/database.h"
#include "core/store/preparedrecord.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::array<const char *, 5> verbNames = {"insert", "update", "remove", "restore", "erase"};
constexpr std::array<const char *, 4> kindNames = {"change", "undo", "redo", "note"};

constexpr auto entryColumns =
    "sequence, kind, target, at, actor, site, what, first_edit, edits, previous_hash, edits_hash, hash,"
    " outward, reason";

StoredEntry entryFrom(const Statement &row)
{
    StoredEntry stored;
    JournalEntry &entry = stored.entry;
    entry.sequence = row.integer(0);
    const QByteArray kind = row.bytes(1);
    for (size_t i = 0; i < kindNames.size(); ++i) {
        if (kind == kindNames[i])
            entry.kind = JournalEntry::Kind(i);
    }
    entry.target = row.integer(2);
    entry.at = QDateTime::fromString(row.text(3), Qt::ISODateWithMs);
    entry.actor = row.text(4);
    stored.site = row.text(5);
    entry.what = row.text(6);
    stored.firstEdit = row.integer(7);
    entry.edits = row.integer(8);
    stored.previousHash = row.text(9);
    stored.editsHash = row.bytes(10);
    entry.hash = row.text(11);
    entry.outward = row.integer(12) != 0;
    entry.reason = row.text(13);
    return stored;
}

} // namespace

QByteArray verbName(RecordEdit::Verb verb)
{
    return verbNames.at(size_t(verb));
}

std::optional<RecordEdit::Verb> verbFromName(const QByteArray &name)
{
    for (size_t i = 0; i < verbNames.size(); ++i) {
        if (name == verbNames[i])
            return RecordEdit::Verb(i);
    }
    return {};
}

void EditsHash::add(const StoredEdit &edit)
{
    const auto part = [&](QByteArrayView bytes) {
        m_hash.add(bytes);
        m_hash.add(QByteArrayView("\n"));
    };
    part(QByteArray::number(edit.position));
    part(edit.type);
    part(edit.record);
    part(edit.verb);
    part(edit.before);
    part(edit.after);
}

QByteArray StoredEntry::computedHash() const
{
    Sha256 hash;
    const auto part = [&](QByteArrayView bytes) {
        hash.add(bytes);
        hash.add(QByteArrayView("\n"));
    };
    part(previousHash.toLatin1());
    part(QByteArray::number(entry.sequence));
    part(kindNames.at(size_t(entry.kind)));
    part(QByteArray::number(entry.target));
    part(entry.at.toUTC().toString(Qt::ISODateWithMs).toLatin1());
    part(entry.actor.toUtf8());
    part(site.toLatin1());
    part(entry.what.toUtf8());
    part(QByteArray::number(entry.edits));
    part(editsHash);
    return hash.takeHex();
}

QByteArray storedJson(const RecordType &type, const QVariantList &values, const std::vector<size_t> &which)
{
    QByteArray json = "{";
    StoredRow row;
    for (const size_t i : which) {
        row.add(type.fields[i].kind, values.at(qsizetype(i)));
        row.appendMember(type.fields[i].key, row.count() - 1, json);
    }
    return json += '}';
}

QVariantMap valuesFromJson(const RecordType &type, const QByteArray &json)
{
    QVariantMap values;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Field *field = type.field(it.key());
        if (!field)
            continue;
        QVariant stored;
        if (it->isString())
            stored = it->toString();
        else if (it->isDouble())
            stored = QVariant(it->toInteger());
        values.insert(it.key(), fromStored(field->kind, stored));
    }
    return values;
}

Status insertEntry(Database &database, const StoredEntry &stored)
{
    const JournalEntry &entry = stored.entry;
    CORE_ASSIGN(Statement insert, database.prepare(QByteArray("INSERT INTO journal (") + entryColumns +
                                                   ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
    insert.bind(1, entry.sequence);
    insert.bindUtf8(2, kindNames.at(size_t(entry.kind)));
    insert.bind(3, entry.target);
    insert.bind(4, entry.at.toUTC().toString(Qt::ISODateWithMs));
    insert.bind(5, entry.actor);
    insert.bind(6, stored.site);
    insert.bind(7, entry.what);
    insert.bind(8, stored.firstEdit);
    insert.bind(9, entry.edits);
    insert.bind(10, stored.previousHash);
    insert.bindUtf8(11, stored.editsHash);
    insert.bind(12, entry.hash);
    insert.bind(13, qint64(entry.outward));
    insert.bind(14, entry.reason);
    return insert.run();
}

Result<Statement> prepareInsertEdit(Database &database)
{
    return database.prepare("INSERT INTO journal_edit (position, sequence, type, record, verb, before, after)"
                            " VALUES (?,?,?,?,?,?,?)");
}

Status insertEdit(Statement &insert, qint64 sequence, const StoredEdit &edit)
{
    insert.bind(1, edit.position);
    insert.bind(2, sequence);
    insert.bindStatic(3, edit.type);
    insert.bindStatic(4, edit.record);
    insert.bindStatic(5, edit.verb);
    insert.bindStatic(6, edit.before);
    insert.bindStatic(7, edit.after);
    return insert.run();
}

Result<std::vector<StoredEntry>> readEntries(Database &database, int limit, qint64 before)
{
    CORE_ASSIGN(Statement select,
                database.prepare(QByteArray("SELECT ") + entryColumns +
                                 " FROM journal WHERE sequence < ? ORDER BY sequence DESC LIMIT ?"));
    select.bind(1, before < 0 ? INT64_MAX : before);
    select.bind(2, limit);
    std::vector<StoredEntry> entries;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return entries;
        entries.push_back(entryFrom(select));
    }
}

Result<std::optional<StoredEntry>> readEntry(Database &database, qint64 sequence)
{
    CORE_ASSIGN(const std::vector<StoredEntry> entries, readEntries(database, 1, sequence + 1));
    if (entries.empty() || entries.front().entry.sequence != sequence)
        return std::optional<StoredEntry>();
    return std::optional<StoredEntry>(entries.front());
}

Status readEdits(Database &database, const StoredEntry &entry, bool backwards,
                 const std::function<Status(const StoredEdit &)> &take)
{
    CORE_ASSIGN(
        Statement select,
        database.prepare(QByteArray("SELECT position, type, record, verb, before, after FROM journal_edit"
                                    " WHERE position >= ? AND position < ? ORDER BY position") +
                         (backwards ? " DESC" : "")));
    select.bind(1, entry.firstEdit);
    select.bind(2, entry.firstEdit + entry.entry.edits);
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return ok();
        CORE_TRY(take({select.integer(0), select.bytes(1), select.bytes(2), select.bytes(3), select.bytes(4),
                       select.bytes(5)}));
    }
}

std::optional<RecordEdit> editFromStored(const StoredEdit &stored)
{
    RecordEdit edit;
    edit.type = findRecordType(QLatin1StringView(stored.type));
    const auto verb = verbFromName(stored.verb);
    if (!edit.type || !verb)
        return {};
    edit.id = QString::fromLatin1(stored.record);
    edit.verb = *verb;
    edit.before = valuesFromJson(*edit.type, stored.before);
    edit.after = valuesFromJson(*edit.type, stored.after);
    return edit;
}

Result<VerifyReport> verifyJournal(Database &database, Progress *progress)
{
    VerifyReport report;
    CORE_ASSIGN(const qint64 total, database.number("SELECT count(*) FROM journal_edit"));
    CORE_ASSIGN(Statement select,
                database.prepare(QByteArray("SELECT ") + entryColumns + " FROM journal ORDER BY sequence"));
    QString previous;
    qint64 sequence = 0;
    qint64 position = 1;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        const StoredEntry stored = entryFrom(select);
        const JournalEntry &entry = stored.entry;
        const QString name = tr("第 %1 条日志（%2 %3）")
                                 .arg(entry.sequence)
                                 .arg(entry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"), entry.what);
        if (entry.sequence != ++sequence) {
            report.faults.push_back(tr("%1之前缺了日志条目。").arg(name));
            sequence = entry.sequence;
        }
        if (stored.previousHash != previous)
            report.faults.push_back(tr("%1与前一条接不上，有条目被改动、删除或调换过。").arg(name));
        if (stored.firstEdit != position)
            report.faults.push_back(tr("%1的修改明细接不上。").arg(name));
        EditsHash hash;
        qint64 edits = 0;
        CORE_TRY(readEdits(database, stored, false, [&](const StoredEdit &edit) {
            hash.add(edit);
            ++edits;
            if (progress && edits % 1024 == 0) {
                progress->report(report.edits + edits, total);
                if (progress->isCancelled())
                    return Status(Progress::cancelledError());
            }
            return ok();
        }));
        if (edits != entry.edits || hash.takeHex() != stored.editsHash)
            report.faults.push_back(tr("%1的修改明细被改动过。").arg(name));
        if (QString::fromLatin1(stored.computedHash()) != entry.hash)
            report.faults.push_back(tr("%1的内容被改动过。").arg(name));
        previous = entry.hash;
        position = stored.firstEdit + entry.edits;
        report.edits += edits;
        ++report.entries;
    }
    report.headHash = previous;
    if (total != report.edits)
        report.faults.push_back(tr("有 %1 条修改明细不属于任何日志条目。").arg(total - report.edits));
    return report;
}

} // namespace core
