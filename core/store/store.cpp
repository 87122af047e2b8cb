// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/base/tr.h"
#include "core/store/database.h"
#include "core/store/filelock.h"
#include "core/store/journal.h"
#include "core/store/querysql.h"
#include "core/store/schema.h"
#include "core/store/storeprivate.h"
#include "core/store/writer.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

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

Store::Store()
    : d(std::make_unique<Private>())
{}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::create(const QString &path, const FileInfo &info)
{
    if (QFile::exists(path)) {
        return Error{Error::Code::Conflict, tr("“%1”已经存在。请换一个名称，或者直接打开它。").arg(path), {}};
    }
    std::unique_ptr<Store> store(new Store);
    store->d->path = path;
    CORE_ASSIGN(store->d->lock, FileLock::acquire(path));
    CORE_ASSIGN(store->d->database, Database::open(path, Database::Mode::Create));
    CORE_TRY(store->d->prepareWriting());
    CORE_TRY(migrate(*store->d->database));
    FileInfo written = info;
    if (written.site.isEmpty())
        written.site = newUuid();
    CORE_TRY(store->d->writeInfo(written));
    CORE_TRY(store->d->readInfo());
    return store;
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, Access access, Progress *progress)
{
    if (!QFile::exists(path)) {
        return Error{
            Error::Code::NotFound, tr("找不到“%1”。文件可能被移走或改名，U 盘可能没有插好。").arg(path), {}};
    }
    std::unique_ptr<Store> store(new Store);
    Private &d = *store->d;
    d.path = path;
    if (access == Access::Write) {
        auto lock = FileLock::acquire(path);
        if (lock)
            d.lock = *lock;
        else if (lock.error().code == Error::Code::ReadOnly)
            d.readOnlyReason = lock.error().text;
        else
            return lock.error();
    } else {
        d.readOnlyReason = tr("文件是以只读方式打开的。");
    }
    const bool writable = d.readOnlyReason.isEmpty();
    CORE_ASSIGN(d.database,
                Database::open(path, writable ? Database::Mode::ReadWrite : Database::Mode::ReadOnly));
    CORE_ASSIGN(const int version, fileSchemaVersion(*d.database));
    if (version == 0) {
        return Error{Error::Code::FileFormat, tr("“%1”不是善治的数据文件，或者是空文件。").arg(path), {}};
    }
    if (version > schemaVersion()) {
        d.readOnlyReason = tr("这个文件由较新版本的程序保存，本程序只能查看。请升级程序后再修改。");
    } else if (writable) {
        CORE_TRY(d.prepareWriting());
        if (version < schemaVersion()) {
            CORE_TRY(store->automaticBackup(tr("升级前"), progress));
            CORE_TRY(migrate(*d.database, schemaSteps(), progress));
        }
    } else if (version < schemaVersion()) {
        return Error{Error::Code::ReadOnly,
                     tr("“%1”是旧版本的文件，要先以可写方式打开一次，升级后才能查看。").arg(path),
                     {}};
    }
    if (!writable) // as a writing store, but a window has a dozen of these
        CORE_TRY(d.database->execute("PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY;"));
    CORE_TRY(d.readInfo());
    CORE_TRY(d.readUndoStack());
    return store;
}

Store::Opener Store::another(Access access) const
{
    const Access granted = isReadOnly() ? Access::Read : access;
    return [path = d->path, actor = d->actor, granted]() -> Result<std::unique_ptr<Store>> {
        CORE_ASSIGN(std::unique_ptr<Store> store, open(path, granted));
        store->setActor(actor);
        return store;
    };
}

const QString &Store::path() const
{
    return d->path;
}

bool Store::isReadOnly() const
{
    return !d->readOnlyReason.isEmpty();
}

QString Store::readOnlyReason() const
{
    return d->readOnlyReason;
}

FileInfo Store::info() const
{
    return d->info;
}

void Store::setPatience(int milliseconds)
{
    d->database->setPatience(milliseconds);
}

void Store::interruptWhen(std::function<bool()> isUnwanted)
{
    d->database->interruptWhen(std::move(isUnwanted));
}

void Store::setActor(const QString &actor)
{
    d->actor = actor;
}

Status Store::change(const QString &what, const std::function<Status(Change &)> &body,
                     const ChangeOptions &options)
{
    const bool once = options.extent == ChangeOptions::Extent::Large && d->writeOnce();
    Status done = d->transact(*this, JournalEntry::Kind::Change, 0, what, options, [&](Writer &writer) {
        Change change(writer);
        return body(change);
    });
    // When that fails, on a full disk, the file is as good: the next to open it tries again.
    if (once)
        (void)d->prepareWriting();
    return done;
}

Status Store::note(const QString &what)
{
    return d->transact(*this, JournalEntry::Kind::Note, 0, what, {}, [](Writer &) { return ok(); });
}

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

QString Store::undoText() const
{
    return d->done.empty() || d->done.back().outward ? QString() : d->done.back().what;
}

QString Store::undoBlock() const
{
    if (d->done.empty() || !d->done.back().outward)
        return {};
    return tr("“%1”已经对外生效，不能撤销，它之前的操作也不能越过它撤销。"
              "要收回，请用它的反向操作，并写明理由。")
        .arg(d->done.back().what);
}

QString Store::redoText() const
{
    return d->undone.empty() ? QString() : d->undone.back().what;
}

Result<QVariantList> Store::values(const RecordType &type, const QString &id) const
{
    QByteArray sql;
    for (const Field &field : type.fields)
        sql += (sql.isEmpty() ? "SELECT " : ", ") + QByteArray(field.key);
    CORE_ASSIGN(Statement select, d->database->prepare(sql + " FROM " + type.key + " WHERE id = ?"));
    select.bind(1, id);
    CORE_ASSIGN(const bool row, select.step());
    if (!row)
        return Error{Error::Code::NotFound, tr("这条%1已经不在了，请刷新后再试。").arg(tr(type.title)), id};
    QVariantList values;
    for (size_t i = 0; i < type.fields.size(); ++i)
        values.append(select.value(int(i), type.fields[i].kind));
    return values;
}

bool Store::isRemoved(const RecordType &type, const QString &id) const
{
    auto select = d->database->prepare(QByteArray("SELECT 1 FROM ") + type.key +
                                       " WHERE id = ? AND removed_at IS NOT NULL");
    if (!select)
        return false;
    select->bind(1, id);
    const auto row = select->step();
    return row && *row;
}

Result<Rows> Store::run(const Query &query) const
{
    CORE_ASSIGN(const QuerySql sql, querySql(query));
    return d->rows(sql);
}

Result<std::vector<qint64>> Store::order(const Query &query) const
{
    CORE_ASSIGN(const QuerySql sql, querySql(query, Answer::Order));
    std::vector<qint64> numbers;
    CORE_TRY(d->eachRow(sql, [&](const QVariantList &row) {
        numbers.push_back(row.first().toLongLong());
        return true;
    }));
    return numbers;
}

Result<Rows> Store::rowsOf(const Query &query, std::span<const qint64> numbers) const
{
    CORE_ASSIGN(QuerySql sql, querySql(query, Answer::Picked));
    QByteArray list;
    for (const qint64 number : numbers)
        list += (list.isEmpty() ? '[' : ',') + QByteArray::number(number);
    sql.values = {QString::fromLatin1(list.isEmpty() ? "[]" : list + ']')};
    return d->rows(sql);
}

Result<qint64> Store::numberOf(const RecordType &type, const QString &id) const
{
    CORE_ASSIGN(Statement select,
                d->database->prepare(QByteArray("SELECT ordinal FROM ") + type.key + " WHERE id = ?"));
    select.bind(1, id);
    CORE_ASSIGN(const bool row, select.step());
    return row ? select.integer(0) : qint64(0);
}

Status Store::each(const Query &query, const std::function<bool(const QVariantList &)> &take) const
{
    CORE_ASSIGN(const QuerySql sql, querySql(query));
    return d->eachRow(sql, take);
}

Result<qint64> Store::count(const Query &query) const
{
    CORE_ASSIGN(const QuerySql sql, querySql(query, Answer::Count));
    qint64 count = 0;
    CORE_ASSIGN(Statement select, d->database->prepare(sql.text));
    for (qsizetype i = 0; i < sql.values.size(); ++i)
        select.bindStored(int(i) + 1, sql.values.at(i));
    CORE_ASSIGN(const bool row, select.step());
    if (row)
        count = select.integer(0);
    return count;
}

QString Store::display(const RecordType &type, const QString &id) const
{
    auto select = d->database->prepare(QByteArray("SELECT ") + type.traits.display + " FROM " + type.key +
                                       " WHERE id = ?");
    if (!select)
        return {};
    select->bind(1, id);
    const auto row = select->step();
    return row && *row ? select->text(0) : QString();
}

Result<std::vector<KeptProblem>> Store::problems(const RecordType &type, const QString &id) const
{
    return d->readProblems(" WHERE p.record = ? AND p.type = ?", {id, QString::fromLatin1(type.key)}, -1);
}

Result<std::vector<KeptProblem>> Store::allProblems(int limit) const
{
    return d->readProblems("", {}, limit);
}

Result<QByteArray> Store::attachment(const QString &hash) const
{
    CORE_ASSIGN(Statement select, d->database->prepare("SELECT content FROM attachment WHERE hash = ?"));
    select.bind(1, hash);
    CORE_ASSIGN(const bool row, select.step());
    if (!row)
        return Error{Error::Code::NotFound, tr("附件内容不在数据文件里。请从备份中找回。"), hash};
    return select.bytes(0);
}

Result<Attachment> Store::keepAttachment(const QString &name, const QByteArray &content)
{
    if (isReadOnly())
        return Error{Error::Code::ReadOnly, d->readOnlyReason, {}};
    CORE_ASSIGN(Writer writer, Writer::begin(*d->database, d->info.site, d->actor));
    return writer.attach(name, content);
}

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
    CORE_ASSIGN(const auto found, readEditsOf(*d->database, type.key, id));
    std::vector<std::pair<JournalEntry, RecordEdit>> history;
    for (const auto &[sequence, stored] : found) {
        CORE_ASSIGN(const std::optional<StoredEntry> entry, readEntry(*d->database, sequence));
        auto edit = editFromStored(stored);
        if (entry && edit)
            history.emplace_back(entry->entry, *std::move(edit));
    }
    return history;
}

QString Store::headHash() const
{
    const auto last = readEntries(*d->database, 1, -1);
    return last && !last->empty() ? last->front().entry.hash : QString();
}

Result<HeadEntry> Store::entryOfHead(const QString &head) const
{
    constexpr qsizetype fewestDigits = 8;
    QString digits = head.toLower().simplified().remove(u' ');
    digits.replace(u'…', u"..."_s);
    const QStringList parts = digits.split(u"..."_s);
    const bool isHex = std::all_of(digits.begin(), digits.end(), [](QChar c) {
        return c == u'.' || (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
    if (!isHex || parts.size() > 2 || parts.join(QString()).contains(u'.') ||
        parts.front().size() < fewestDigits) {
        return Error{Error::Code::InvalidInput,
                     tr("“%1”不是日志指纹。指纹是 64 位的 0–9 和 a–f；纸上印的是开头 8 位和末尾 4 位，"
                        "例如 1a2b 3c4d ... 5e6f。")
                         .arg(head),
                     {}};
    }
    const QByteArray beginning = parts.front().toLatin1();
    const QByteArray end = parts.size() > 1 ? parts.back().toLatin1() : QByteArray();
    CORE_ASSIGN(const std::vector<StoredEntry> found, findHead(*d->database, beginning, end));
    if (found.empty()) {
        return Error{
            Error::Code::NotFound,
            tr("这个文件的日志里没有指纹“%1”。它可能属于另一个文件，也可能日志的末尾被截去了。").arg(head),
            {}};
    }
    if (found.size() > 1) {
        return Error{Error::Code::Conflict,
                     tr("有 %1 条日志的指纹都符合“%2”，请输入更多位。").arg(found.size()).arg(head),
                     {}};
    }
    const QByteArray hash = found.front().entry.hash.toLatin1();
    return HeadEntry{found.front().entry, !(hash.startsWith(beginning) && hash.endsWith(end))};
}

Status Store::refresh(const std::vector<ChangeSet> &told)
{
    CORE_ASSIGN(const ChangeSet changes, d->readNewEntries(told));
    if (!changes.touched.empty())
        Q_EMIT changed(changes);
    return ok();
}

} // namespace core
