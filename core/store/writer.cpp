// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/base/pinyin.h"
#include "core/base/sha256.h"
#include "core/base/tr.h"
#include "core/store/database.h"
#include "core/store/storedname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QByteArray placeholders(qsizetype count)
{
    return "?" + QByteArray(",?").repeated(count - 1);
}

Error heldBack(const RecordType &type, const Field &field)
{
    return {Error::Code::InvalidInput,
            tr("%1的“%2”由程序在办理时填写，不能直接填写或修改。").arg(tr(type.title), tr(field.label)),
            {}};
}

/// A record that nobody has named yet is called by its type alone.
Error notSaved(const QString &type, const QString &name, const QString &why)
{
    return {Error::Code::InvalidInput,
            name.isEmpty() ? tr("%1没有保存：%2").arg(type, why)
                           : tr("%1“%2”没有保存：%3").arg(type, name, why),
            {}};
}

} // namespace

std::vector<size_t> filledFields(const RecordType &type, const QVariantList &values)
{
    std::vector<size_t> filled;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const QVariant &value = values.at(qsizetype(i));
        if (!value.isValid())
            continue;
        const int id = value.typeId();
        if (id == QMetaType::QString && static_cast<const QString *>(value.constData())->isEmpty())
            continue;
        if (id == QMetaType::QStringList && value.toStringList().isEmpty())
            continue;
        filled.push_back(i);
    }
    return filled;
}

Result<Writer> Writer::begin(Database &database, const QString &site, const QString &actor)
{
    Writer writer(database);
    writer.m_site = site;
    writer.m_actor = actor;
    writer.m_now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    CORE_ASSIGN(const std::vector<StoredEntry> last, readEntries(database, 1, -1));
    if (!last.empty()) {
        writer.m_previousHash = last.front().entry.hash;
        writer.m_sequence = last.front().entry.sequence + 1;
        writer.m_firstEdit = last.front().firstEdit + last.front().entry.edits;
    } else {
        CORE_ASSIGN(const QByteArray beginning, journalBeginning(database));
        writer.m_previousHash = QString::fromLatin1(beginning);
    }
    return writer;
}

void Writer::open(const RecordType &type, Opening opening)
{
    m_open[&type] = opening;
    m_closed.erase(&type);
}

const std::vector<Writer::Closed> &Writer::closedFields(const RecordType &type)
{
    if (const auto known = m_closed.find(&type); known != m_closed.end())
        return known->second;
    std::vector<Closed> closed;
    const auto open = m_open.find(&type);
    const QVariantList initial = type.defaults();
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const bool isOpen = open != m_open.end() && (open->second == Opening::Whole || field.traits.backFill);
        if (field.traits.readOnly && !isOpen)
            closed.push_back({i, toStored(field.kind, initial.at(qsizetype(i)))});
    }
    return m_closed.emplace(&type, std::move(closed)).first->second;
}

Status Writer::insert(const RecordType &type, const QVariantList &values, const PreparedRecord &record)
{
    for (const Closed &closed : closedFields(type)) {
        const Field &field = type.fields[closed.position];
        if (toStored(field.kind, values.at(qsizetype(closed.position))) != closed.initial)
            return heldBack(type, field);
    }
    if (const QString text = blockingText(record.problems); !text.isEmpty()) {
        return notSaved(tr(type.title), nameOf(type, values), text);
    }
    CORE_TRY(insertRow(type, values, record));
    const QString id = values.first().toString();
    CORE_TRY(keepProblems(type, id, record.problems, true));
    CORE_TRY(indexText(type, id, record.searchText, true));
    return log(type, id, RecordEdit::Verb::Insert, {}, record.journal);
}

Status Writer::update(const RecordType &type, const QVariantList &values)
{
    const QString id = values.first().toString();
    CORE_ASSIGN(const Current before, live(type, id));
    std::vector<size_t> changed;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Kind kind = type.fields[i].kind;
        if (toStored(kind, values.at(qsizetype(i))) != toStored(kind, before.values.at(qsizetype(i))))
            changed.push_back(i);
    }
    if (changed.empty())
        return ok();
    for (const Closed &closed : closedFields(type)) {
        if (std::find(changed.begin(), changed.end(), closed.position) != changed.end())
            return heldBack(type, type.fields[closed.position]);
    }
    std::vector<Problem> problems = type.problems(values);
    if (const QString text = blockingText(problems); !text.isEmpty()) {
        return notSaved(tr(type.title), nameOf(type, before.values), text);
    }
    CORE_TRY(updateRow(type, values, changed, problems));
    CORE_TRY(keepProblems(type, id, problems, false));
    CORE_TRY(indexText(type, id, searchTextOf(type, values).toUtf8(), false));
    return log(type, id, RecordEdit::Verb::Update, journalValues(type, before.values, changed),
               journalValues(type, values, changed));
}

Status Writer::edit(const RecordType &type, const QString &id, const QVariantMap &values)
{
    CORE_ASSIGN(const Current before, live(type, id));
    QVariantList next = before.values;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const int index = type.indexOf(it.key());
        if (index < 0)
            return Error{
                Error::Code::InvalidInput, tr("“%1”没有“%2”这个字段。").arg(tr(type.title), it.key()), {}};
        if (index == 0)
            return heldBack(type, type.fields.front()); // another id is another record
        next[index] = it.value();
    }
    return update(type, next);
}

Result<Attachment> Writer::attach(const QString &name, const QByteArray &content)
{
    const QByteArray hash = Sha256::hexOf(content);
    CORE_ASSIGN(Statement insert,
                m_database->prepare("INSERT INTO attachment (hash, size, content) VALUES (?,?,?)"
                                    " ON CONFLICT (hash) DO NOTHING"));
    insert.bindUtf8(1, hash);
    insert.bind(2, content.size());
    insert.bindBlob(3, content);
    CORE_TRY(insert.run());
    return Attachment{QString::fromLatin1(hash), content.size(), name};
}

Result<JournalEntry> Writer::finish(JournalEntry::Kind kind, qint64 target, const QString &what,
                                    const ChangeOptions &options)
{
    StoredEntry stored;
    stored.entry = {.sequence = m_sequence,
                    .kind = kind,
                    .target = target,
                    .at = QDateTime::currentDateTimeUtc(),
                    .actor = m_actor,
                    .what = what,
                    .edits = m_edits,
                    .outward = options.outward,
                    .reason = options.reason,
                    .means = m_means};
    stored.site = m_site;
    stored.previousHash = m_previousHash;
    stored.editsHash = m_hash->takeHex();
    stored.firstEdit = m_firstEdit;
    stored.entry.hash = QString::fromLatin1(stored.computedHash());
    CORE_TRY(insertEntry(*m_database, stored));
    return stored.entry;
}

ChangeSet Writer::changeSet(const JournalEntry &entry) const
{
    ChangeSet changes{entry.sequence, entry.what, {}};
    for (auto it = m_touched.begin(); it != m_touched.end(); ++it) {
        const bool many = it->size() > ChangeSet::listedIds;
        changes.touched.push_back(
            {it.key(), many ? QStringList() : QStringList(it->begin(), it->end()), many});
    }
    return changes;
}

Result<std::optional<Writer::Current>> Writer::current(const RecordType &type, const QString &id)
{
    QByteArray sql = "SELECT removed_at";
    for (const Field &field : type.fields)
        sql += QByteArray(", ") + field.key;
    CORE_ASSIGN(Statement select, m_database->prepare(sql + " FROM " + type.key + " WHERE id = ?"));
    select.bind(1, id);
    CORE_ASSIGN(const bool row, select.step());
    if (!row)
        return std::optional<Current>();
    Current found;
    found.removed = !select.isNull(0);
    found.removedAt = select.text(0);
    for (size_t i = 0; i < type.fields.size(); ++i)
        found.values.append(select.value(int(i) + 1, type.fields[i].kind));
    return std::optional<Current>(std::move(found));
}

Result<Writer::Current> Writer::live(const RecordType &type, const QString &id)
{
    CORE_ASSIGN(std::optional<Current> found, current(type, id));
    if (!found)
        return Error{Error::Code::NotFound, tr("这条%1已经不在了，请刷新后再试。").arg(tr(type.title)), id};
    if (found->removed)
        return Error{Error::Code::Conflict, tr("这条%1已在回收站里，请先还原。").arg(tr(type.title)), id};
    return *std::move(found);
}

Result<Statement *> Writer::insertStatement(const RecordType &type)
{
    if (const auto known = m_inserts.find(&type); known != m_inserts.end())
        return &known->second;
    QByteArray columns;
    qsizetype count = 0;
    for (const Field &field : type.fields) {
        columns += (count++ ? ", " : "") + QByteArray(field.key);
        if (field.traits.pinyin) {
            columns += QByteArray(", ") + field.key + "_pinyin";
            ++count;
        }
    }
    CORE_ASSIGN(Statement insert, m_database->prepare(QByteArray("INSERT INTO ") + type.key + " (" + columns +
                                                      ") VALUES (" + placeholders(count) + ')'));
    return &m_inserts.emplace(&type, std::move(insert)).first->second;
}

Status Writer::insertRow(const RecordType &type, const QVariantList &values, const PreparedRecord &record)
{
    CORE_TRY(m_unique.check(type, values, nullptr));
    CORE_ASSIGN(Statement *const insert, insertStatement(type));
    insert->bindRow(record.row);
    if (const Status done = insert->run(); !done)
        return conflictOf(type, values, done.error());
    return ok();
}

Status Writer::updateRow(const RecordType &type, const QVariantList &values,
                         const std::vector<size_t> &changed, std::vector<Problem> &problems)
{
    CORE_ASSIGN(const std::vector<Problem> doubles, m_unique.check(type, values, &changed));
    problems.insert(problems.end(), doubles.begin(), doubles.end());
    QByteArray columns;
    for (const size_t i : changed) {
        const Field &field = type.fields[i];
        columns += (columns.isEmpty() ? "" : ", ") + QByteArray(field.key) + " = ?";
        if (field.traits.pinyin)
            columns += QByteArray(", ") + field.key + "_pinyin = ?";
    }
    CORE_ASSIGN(Statement update,
                m_database->prepare(QByteArray("UPDATE ") + type.key + " SET " + columns + " WHERE id = ?"));
    StoredRow row;
    for (const size_t i : changed) {
        const Field &field = type.fields[i];
        const QVariant &value = values.at(qsizetype(i));
        row.add(field.kind, value);
        if (field.traits.pinyin)
            row.addText(pinyinSortKey(value.toString()));
    }
    row.addText(values.first().toString());
    update.bindRow(row);
    if (const Status done = update.run(); !done)
        return conflictOf(type, values, done.error());
    return ok();
}

Error Writer::conflictOf(const RecordType &type, const QVariantList &values, const Error &error)
{
    if (error.code != Error::Code::Conflict)
        return error;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const QVariant stored = toStored(field.kind, values.at(qsizetype(i)));
        if (!field.traits.unique || !stored.isValid() || stored.toString().isEmpty())
            continue;
        auto other = m_database->prepare(QByteArray("SELECT id FROM ") + type.key +
                                         " WHERE removed_at IS NULL AND " + field.key + " = ? AND id <> ?");
        if (!other)
            return error;
        other->bindStored(1, stored);
        other->bind(2, values.first().toString());
        if (const auto row = other->step(); row && *row) {
            return {Error::Code::Conflict, takenText(*m_database, type, {i}, values, other->text(0)),
                    error.detail};
        }
    }
    return error;
}

Status Writer::log(const RecordType &type, const QString &id, RecordEdit::Verb verb,
                   const JournalValues &before, const JournalValues &after)
{
    const auto key = QByteArray::fromRawData(type.key, qsizetype(qstrlen(type.key)));
    const StoredEdit edit{m_firstEdit + m_edits, key, id.toLatin1(), verbName(verb), before, after};
    m_hash->add(edit);
    ++m_edits;
    QSet<QString> &touched = m_touched[&type];
    if (touched.size() <= ChangeSet::listedIds)
        touched.insert(id);
    if (!m_insertEdit) {
        CORE_ASSIGN(Statement insert, prepareInsertEdit(*m_database));
        m_insertEdit.emplace(std::move(insert));
    }
    return insertEdit(*m_insertEdit, m_sequence, edit);
}

Status Writer::keepProblems(const RecordType &type, const QString &id, const std::vector<Problem> &problems,
                            bool isNew)
{
    if (!isNew) {
        CORE_ASSIGN(Statement erase, m_database->prepare("DELETE FROM problem WHERE record = ?"));
        erase.bind(1, id);
        CORE_TRY(erase.run());
    }
    if (!problems.empty() && !m_insertProblem) {
        CORE_ASSIGN(Statement insert,
                    m_database->prepare("INSERT INTO problem (type, record, field, text) VALUES (?,?,?,?)"));
        m_insertProblem.emplace(std::move(insert));
    }
    for (const Problem &problem : problems) {
        m_insertProblem->bindStatic(1, type.key);
        m_insertProblem->bind(2, id);
        m_insertProblem->bindStatic(3, problem.field ? problem.field : "");
        m_insertProblem->bind(4, problem.text);
        CORE_TRY(m_insertProblem->run());
    }
    return ok();
}

Status Writer::indexText(const RecordType &type, const QString &id, const QByteArray &text, bool isNew)
{
    if (text.isEmpty())
        return isNew ? ok() : forgetText(id);
    if (!m_insertText) {
        CORE_ASSIGN(Statement insert,
                    m_database->prepare("INSERT INTO search_entry (type, record, folded) VALUES (?,?,?)"
                                        " ON CONFLICT (record) DO UPDATE SET folded = excluded.folded"));
        m_insertText.emplace(std::move(insert));
    }
    m_insertText->bindStatic(1, type.key);
    m_insertText->bind(2, id);
    m_insertText->bindStatic(3, text);
    return m_insertText->run();
}

Status Writer::forgetText(const QString &id)
{
    CORE_ASSIGN(Statement erase, m_database->prepare("DELETE FROM search_entry WHERE record = ?"));
    erase.bind(1, id);
    return erase.run();
}

QString Writer::nameOf(const RecordType &type, const QVariantList &values)
{
    return core::nameOf(*m_database, type, values, Audience::Screen);
}

} // namespace core
