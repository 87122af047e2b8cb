// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal.h"

#include "core/base/tr.h"
#include "core/store/database.h"

#include <algorithm>
#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::array<const char *, 5> verbNames = {"insert", "update", "remove", "restore", "erase"};
constexpr std::array<const char *, 5> kindNames = {"change", "undo", "redo", "note", "bridge"};

constexpr auto entryColumns =
    "sequence, kind, target, at, actor, site, what, first_edit, edits, previous_hash, edits_hash, hash,"
    " outward, reason, means, bridge, old_hash";

constexpr auto editColumns =
    "sequence, position, type, record, verb, before, after, before_private, after_private";

QByteArray storedTime(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs).toLatin1();
}

StoredEntry entryFrom(const Statement &row)
{
    StoredEntry stored;
    JournalEntry &entry = stored.entry;
    entry.sequence = row.integer(0);
    stored.storedKind = row.bytes(1);
    for (size_t i = 0; i < kindNames.size(); ++i) {
        if (stored.storedKind == kindNames[i])
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
    entry.means = row.text(14);
    stored.bridge = row.bytes(15);
    stored.oldHash = row.bytes(16);
    stored.isAsWritten = row.bytes(3) == storedTime(entry.at) && row.integer(12) == qint64(entry.outward);
    return stored;
}

StoredEdit storedEditFrom(const Statement &row)
{
    return {row.integer(1),
            row.bytes(2),
            row.bytes(3),
            row.bytes(4),
            {row.bytes(5), row.bytes(7)},
            {row.bytes(6), row.bytes(8)},
            row.integer(0)};
}

/// The rows of a query for entryColumns.
Result<std::vector<StoredEntry>> entriesFrom(Statement &select)
{
    std::vector<StoredEntry> entries;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return entries;
        entries.push_back(entryFrom(select));
    }
}

/// Adds one part so that no two lists of parts give the same bytes.
void addPart(Sha256 &hash, QByteArrayView bytes)
{
    std::array<char, 24> length{};
    char *end = std::to_chars(length.data(), length.data() + length.size() - 1, bytes.size()).ptr;
    *end++ = ':';
    hash.add(QByteArrayView(length.data(), end - length.data()));
    hash.add(bytes);
}

void addPart(Sha256 &hash, qint64 number)
{
    std::array<char, 24> digits{};
    const char *end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    addPart(hash, QByteArrayView(digits.data(), end - digits.data()));
}

} // namespace

QByteArray verbName(RecordEdit::Verb verb)
{
    const char *name = verbNames.at(size_t(verb));
    return QByteArray::fromRawData(name, qsizetype(qstrlen(name))); // an import asks for each of its rows
}

std::optional<RecordEdit::Verb> verbFromName(const QByteArray &name)
{
    for (size_t i = 0; i < verbNames.size(); ++i) {
        if (name == verbNames[i])
            return RecordEdit::Verb(i);
    }
    return {};
}

QByteArray kindName(JournalEntry::Kind kind)
{
    return kindNames.at(size_t(kind));
}

Result<QByteArray> journalBeginning(Database &database)
{
    Sha256 hash;
    CORE_ASSIGN(Statement select, database.prepare("SELECT value FROM file_info WHERE key = ?"));
    for (const auto *key : {"bureau", "division_code", "site"}) {
        select.bindUtf8(1, key);
        CORE_ASSIGN(const bool row, select.step());
        addPart(hash, row ? select.bytes(0) : QByteArray());
        select.reset();
    }
    return hash.takeHex();
}

QString accountName()
{
    return qEnvironmentVariable("USERNAME", qEnvironmentVariable("USER", tr("本机用户")));
}

void EditsHash::add(const StoredEdit &edit)
{
    addPart(m_hash, edit.position);
    addPart(m_hash, edit.type);
    addPart(m_hash, edit.record);
    addPart(m_hash, edit.verb);
    addPart(m_hash, edit.before.open);
    addPart(m_hash, edit.after.open);
}

QByteArray StoredEntry::computedHash() const
{
    Sha256 hash;
    addPart(hash, previousHash.toLatin1());
    addPart(hash, entry.sequence);
    addPart(hash, storedKind.isEmpty() ? kindName(entry.kind) : storedKind);
    addPart(hash, entry.target);
    addPart(hash, storedTime(entry.at));
    addPart(hash, entry.actor.toUtf8());
    addPart(hash, site.toUtf8());
    addPart(hash, entry.what.toUtf8());
    addPart(hash, entry.edits);
    addPart(hash, editsHash);
    addPart(hash, qint64(entry.outward));
    addPart(hash, entry.reason.toUtf8());
    addPart(hash, entry.means.toUtf8());
    addPart(hash, bridge);
    return hash.takeHex();
}

Status insertEntry(Database &database, const StoredEntry &stored)
{
    const JournalEntry &entry = stored.entry;
    CORE_ASSIGN(Statement insert, database.prepare(QByteArray("INSERT INTO journal (") + entryColumns +
                                                   ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
    insert.bind(1, entry.sequence);
    insert.bindUtf8(2, kindNames.at(size_t(entry.kind)));
    insert.bind(3, entry.target);
    insert.bindUtf8(4, storedTime(entry.at));
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
    insert.bind(15, entry.means);
    insert.bindUtf8(16, stored.bridge);
    insert.bindUtf8(17, stored.oldHash);
    return insert.run();
}

Result<Statement> prepareInsertEdit(Database &database)
{
    return database.prepare(QByteArray("INSERT INTO journal_edit (") + editColumns +
                            ") VALUES (?,?,?,?,?,?,?,?,?)");
}

Status insertEdit(Statement &insert, qint64 sequence, const StoredEdit &edit)
{
    insert.bind(1, sequence);
    insert.bind(2, edit.position);
    insert.bindStatic(3, edit.type);
    insert.bindStatic(4, edit.record);
    insert.bindStatic(5, edit.verb);
    insert.bindStatic(6, edit.before.open);
    insert.bindStatic(7, edit.after.open);
    insert.bindStatic(8, edit.before.personal);
    insert.bindStatic(9, edit.after.personal);
    return insert.run();
}

Result<std::vector<StoredEntry>> readEntries(Database &database, int limit, qint64 before)
{
    CORE_ASSIGN(Statement select,
                database.prepare(QByteArray("SELECT ") + entryColumns +
                                 " FROM journal WHERE sequence < ? ORDER BY sequence DESC LIMIT ?"));
    select.bind(1, before < 0 ? INT64_MAX : before);
    select.bind(2, limit);
    return entriesFrom(select);
}

Status eachEntry(Database &database, const std::function<Status(const StoredEntry &)> &take)
{
    CORE_ASSIGN(Statement select,
                database.prepare(QByteArray("SELECT ") + entryColumns + " FROM journal ORDER BY sequence"));
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return ok();
        CORE_TRY(take(entryFrom(select)));
    }
}

Result<std::vector<StoredEntry>> findHead(Database &database, const QByteArray &beginning,
                                          const QByteArray &end)
{
    CORE_ASSIGN(Statement select,
                database.prepare(QByteArray("SELECT ") + entryColumns +
                                 " FROM journal WHERE hash GLOB ?1 OR old_hash GLOB ?1 ORDER BY sequence"));
    select.bindUtf8(1, beginning + '*' + end);
    return entriesFrom(select);
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
    CORE_ASSIGN(Statement select,
                database.prepare(QByteArray("SELECT ") + editColumns +
                                 " FROM journal_edit WHERE position >= ? AND position < ? ORDER BY position" +
                                 (backwards ? " DESC" : "")));
    select.bind(1, entry.firstEdit);
    select.bind(2, entry.firstEdit + entry.entry.edits);
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return ok();
        CORE_TRY(take(storedEditFrom(select)));
    }
}

Result<std::vector<std::pair<qint64, StoredEdit>>> readEditsOf(Database &database, const RecordType &type,
                                                               const QString &record)
{
    QByteArray whose = "record = ? AND type = ?";
    const std::vector<const RecordType *> children = childTypesOf(type);
    for (const RecordType *child : children)
        whose += QByteArray(" OR record IN (SELECT id FROM ") + child->key + " WHERE " +
                 child->traits.parent + " = ?)";
    CORE_ASSIGN(Statement select,
                database.prepare(QByteArray("SELECT ") + editColumns + " FROM journal_edit WHERE " + whose +
                                 " ORDER BY position DESC"));
    int parameter = 0;
    select.bind(++parameter, record);
    select.bindUtf8(++parameter, type.key);
    for (size_t i = 0; i < children.size(); ++i)
        select.bind(++parameter, record);
    std::vector<std::pair<qint64, StoredEdit>> edits;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return edits;
        edits.emplace_back(select.integer(0), storedEditFrom(select));
    }
}

Result<std::vector<std::pair<QString, QString>>> readFormerTexts(Database &database, const RecordType &type,
                                                                 const Field &field)
{
    const QString key = QString::fromLatin1(field.key);
    CORE_ASSIGN(Statement select,
                database.prepare("SELECT record, before FROM journal_edit WHERE verb = ? AND type = ? AND "
                                 "instr(before, ?) > 0 ORDER BY position"));
    select.bindUtf8(1, verbName(RecordEdit::Verb::Update));
    select.bindUtf8(2, type.key);
    select.bindUtf8(3, '"' + QByteArray(field.key) + "\":");
    std::vector<std::pair<QString, QString>> texts;
    for (;;) {
        CORE_ASSIGN(const bool row, select.step());
        if (!row)
            return texts;
        const QVariant before = storedValues({select.bytes(1), {}}).value(key);
        if (before.typeId() == QMetaType::QString && !before.toString().isEmpty())
            texts.emplace_back(select.text(0), before.toString());
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
    edit.before = valuesFromJournal(*edit.type, stored.before);
    edit.after = valuesFromJournal(*edit.type, stored.after);
    return edit;
}

} // namespace core
