// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journalconversion.h"

#include "core/base/tr.h"
#include "core/store/database.h"
#include "core/store/journalformat1.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The fields of schema 1 that are personal. What the descriptions say later does not change what this step
/// did.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> personalFields = {{
    {"organization", "legal_representative"},
    {"organization", "contact_name"},
    {"organization", "contact_phone"},
    {"person", "name"},
    {"person", "identity_number"},
    {"person", "born_on"},
    {"person", "political_status"},
    {"person", "phone"},
    {"party_organization", "secretary"},
    {"party_instructor", "name"},
    {"party_instructor", "phone"},
}};

bool wasPersonal(QByteArrayView type, QByteArrayView key)
{
    const auto view = [](QByteArrayView bytes) {
        return std::string_view(bytes.data(), size_t(bytes.size()));
    };
    return std::find(personalFields.begin(), personalFields.end(), std::pair(view(type), view(key))) !=
           personalFields.end();
}

/// Whether an edit of schema 1 published a year: the only thing that left the house then, and undo does not
/// go past it now.
bool wasPublication(const QByteArray &type, const QByteArray &after)
{
    return type == "evaluation" &&
           QJsonDocument::fromJson(after).object().value(u"state"_s) == u"published"_s;
}

/// Converts one entry after the other, the oldest first.
class Conversion
{
public:
    Conversion(Database &database, Progress *progress)
        : m_database(database)
        , m_progress(progress)
    {}

    Status run()
    {
        CORE_ASSIGN(m_total, m_database.number("SELECT count(*) FROM journal_edit"));
        CORE_ASSIGN(std::vector<StoredEntry> entries, readFormerEntries());
        if (entries.empty())
            return ok(); // a new file has nothing to tie to
        CORE_ASSIGN(m_head, journalBeginning(m_database));
        for (StoredEntry &entry : entries)
            CORE_TRY(convert(entry));
        return insertBridge(entries.back());
    }

private:
    /// By this step's own words: a later step may add columns that are not there yet.
    Result<std::vector<StoredEntry>> readFormerEntries()
    {
        CORE_ASSIGN(
            Statement select,
            m_database.prepare("SELECT sequence, kind, target, at, actor, site, what, first_edit, edits,"
                               " previous_hash, hash FROM journal ORDER BY sequence"));
        std::vector<StoredEntry> entries;
        for (;;) {
            CORE_ASSIGN(const bool row, select.step());
            if (!row)
                return entries;
            StoredEntry stored;
            const QByteArray kind = select.bytes(1);
            for (const auto known :
                 {JournalEntry::Kind::Undo, JournalEntry::Kind::Redo, JournalEntry::Kind::Note}) {
                if (kind == kindName(known))
                    stored.entry.kind = known;
            }
            stored.entry.sequence = select.integer(0);
            stored.entry.target = select.integer(2);
            stored.entry.at = QDateTime::fromString(select.text(3), Qt::ISODateWithMs);
            stored.entry.actor = select.text(4);
            stored.site = select.text(5);
            stored.entry.what = select.text(6);
            stored.firstEdit = select.integer(7);
            stored.entry.edits = select.integer(8);
            stored.previousHash = select.text(9);
            stored.oldHash = select.bytes(10);
            entries.push_back(std::move(stored));
        }
    }

    Status convert(StoredEntry &entry)
    {
        FormerHash former;
        EditsHash edits;
        m_isPublication = false;
        for (qint64 from = entry.firstEdit; from < entry.firstEdit + entry.entry.edits; from += editsAtOnce)
            CORE_TRY(convertEdits(from, std::min(from + editsAtOnce, entry.firstEdit + entry.entry.edits),
                                  former, edits));
        if (entry.previousHash.toLatin1() != m_bridge.head ||
            former.takeHex(entry, m_bridge.head) != entry.oldHash)
            ++m_bridge.faults;
        ++m_bridge.entries;
        m_bridge.head = entry.oldHash;
        m_oldHashes.add(entry.oldHash);
        m_oldHashes.add("\n");
        entry.previousHash = QString::fromLatin1(m_head);
        entry.editsHash = edits.takeHex();
        if (m_isPublication && entry.entry.kind != JournalEntry::Kind::Undo) {
            entry.entry.outward = true;
            entry.entry.means = u"evaluation.publish"_s;
        }
        m_head = entry.computedHash();
        CORE_ASSIGN(Statement update,
                    m_database.prepare("UPDATE journal SET previous_hash = ?, edits_hash = ?, hash = ?,"
                                       " old_hash = ?, outward = ?, means = ? WHERE sequence = ?"));
        update.bind(1, entry.previousHash);
        update.bindUtf8(2, entry.editsHash);
        update.bindUtf8(3, m_head);
        update.bindUtf8(4, entry.oldHash);
        update.bind(5, qint64(entry.entry.outward));
        update.bind(6, entry.entry.means);
        update.bind(7, entry.entry.sequence);
        return update.run();
    }

    /// The edits at the positions from \a from to before \a to.
    Status convertEdits(qint64 from, qint64 to, FormerHash &former, EditsHash &hash)
    {
        if (m_progress) {
            m_progress->report(m_done, m_total);
            if (m_progress->isCancelled())
                return Progress::cancelledError();
        }
        // Read before they are written: a row that grows may move while a statement walks over it.
        std::vector<StoredEdit> edits;
        {
            CORE_ASSIGN(
                Statement select,
                m_database.prepare("SELECT position, type, record, verb, before, after FROM journal_edit"
                                   " WHERE position >= ? AND position < ? ORDER BY position"));
            select.bind(1, from);
            select.bind(2, to);
            for (;;) {
                CORE_ASSIGN(const bool row, select.step());
                if (!row)
                    break;
                const QByteArray type = select.bytes(1);
                m_isPublication = m_isPublication || wasPublication(type, select.bytes(5));
                const auto isPersonal = [&](QByteArrayView key) { return wasPersonal(type, key); };
                former.add({select.integer(0),
                            type,
                            select.bytes(2),
                            select.bytes(3),
                            {select.bytes(4), {}},
                            {select.bytes(5), {}}});
                edits.push_back({select.integer(0), type, select.bytes(2), select.bytes(3),
                                 withCommitments(select.bytes(4), isPersonal),
                                 withCommitments(select.bytes(5), isPersonal)});
            }
        }
        CORE_ASSIGN(Statement update,
                    m_database.prepare("UPDATE journal_edit SET before = ?, after = ?, before_private = ?,"
                                       " after_private = ? WHERE position = ?"));
        for (const StoredEdit &edit : edits) {
            hash.add(edit);
            if (edit.before.personal.isEmpty() && edit.after.personal.isEmpty())
                continue;
            update.bindStatic(1, edit.before.open);
            update.bindStatic(2, edit.after.open);
            update.bindStatic(3, edit.before.personal);
            update.bindStatic(4, edit.after.personal);
            update.bind(5, edit.position);
            CORE_TRY(update.run());
        }
        m_done += qint64(edits.size());
        return ok();
    }

    Status insertBridge(const StoredEntry &last)
    {
        m_bridge.hashes = m_oldHashes.takeHex();
        StoredEntry stored;
        stored.entry = {.sequence = last.entry.sequence + 1,
                        .kind = JournalEntry::Kind::Bridge,
                        .at = QDateTime::currentDateTimeUtc(),
                        .actor = accountName(),
                        .what = tr("日志换成第二版格式，与此前的日志衔接")};
        stored.site = last.site;
        stored.previousHash = QString::fromLatin1(m_head);
        stored.editsHash = EditsHash().takeHex();
        stored.firstEdit = last.firstEdit + last.entry.edits;
        stored.bridge = m_bridge.json();
        CORE_ASSIGN(Statement insert,
                    m_database.prepare("INSERT INTO journal (sequence, kind, target, at, actor, site, what,"
                                       " first_edit, edits, previous_hash, edits_hash, hash, bridge)"
                                       " VALUES (?,?,0,?,?,?,?,?,0,?,?,?,?)"));
        insert.bind(1, stored.entry.sequence);
        insert.bindUtf8(2, kindName(stored.entry.kind));
        insert.bind(3, stored.entry.at.toString(Qt::ISODateWithMs));
        insert.bind(4, stored.entry.actor);
        insert.bind(5, stored.site);
        insert.bind(6, stored.entry.what);
        insert.bind(7, stored.firstEdit);
        insert.bind(8, stored.previousHash);
        insert.bindUtf8(9, stored.editsHash);
        insert.bindUtf8(10, stored.computedHash());
        insert.bindUtf8(11, stored.bridge);
        return insert.run();
    }

    static constexpr qint64 editsAtOnce = 1000;
    Database &m_database;
    Progress *m_progress;
    qint64 m_done = 0;
    qint64 m_total = 0;
    QByteArray m_head;
    JournalBridge m_bridge;
    Sha256 m_oldHashes;
    bool m_isPublication = false; ///< Of the entry that is being converted.
};

} // namespace

QByteArray JournalBridge::json() const
{
    return QJsonDocument(QJsonObject{{u"entries"_s, entries},
                                     {u"faults"_s, faults},
                                     {u"hashes"_s, QString::fromLatin1(hashes)},
                                     {u"head"_s, QString::fromLatin1(head)}})
        .toJson(QJsonDocument::Compact);
}

std::optional<JournalBridge> JournalBridge::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.isEmpty())
        return {};
    return JournalBridge{
        object.value("entries"_L1).toInteger(), object.value("head"_L1).toString().toLatin1(),
        object.value("hashes"_L1).toString().toLatin1(), object.value("faults"_L1).toInteger()};
}

Status convertJournal(Database &database, Progress *progress)
{
    if (progress)
        progress->setStage(tr("转换日志"));
    return Conversion(database, progress).run();
}

} // namespace core
