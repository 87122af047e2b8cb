// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importtable.h"

#include "core/base/tr.h"
#include "core/exchange/columnmapping.h"
#include "core/exchange/importrows.h"
#include "core/exchange/recordlookup.h"
#include "core/exchange/refusedsheet.h"
#include "core/record/format.h"
#include "core/store/act.h"
#include "core/store/store.h"
#include "core/tabular/datarows.h"

#include <QFileInfo>

#include <map>
#include <thread>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int headerRows = 30;
constexpr size_t blockRows = 256;
constexpr size_t listedRemarks = 1000;
constexpr qint64 largeFile = 1 << 18; // a workbook of two thousand rows

/// Takes parsed rows, finds out which record each one is, and writes it.
class RowWriter
{
public:
    RowWriter(Store &store, const RecordType &type, ImportReport &report, RefusedSheet &refused)
        : m_store(store)
        , m_type(type)
        , m_report(report)
        , m_refused(refused)
    {}

    /// Reads what is there of the records that rows may mean. To be called before complete().
    Status prepare()
    {
        // Also what the mentioned records refer to: the town beside the name of an organization.
        for (const Field &field : m_type.fields) {
            if (field.kind != Kind::Reference || !field.target)
                continue;
            CORE_TRY(lookupOf(field.target()));
            for (const Field &further : field.target().fields) {
                if (further.kind == Kind::Reference && further.target)
                    CORE_TRY(lookupOf(further.target()));
            }
        }
        m_refersToItself = m_lookups.contains(&m_type);
        return lookupOf(m_type, RecordLookup::Use::Match);
    }

    /// Does all that can be done with a row before it is written; may run in the reading thread, else take()
    /// does it. A row that may refer to rows of the same sheet must wait until those are written.
    void complete(ParsedRow &row) const
    {
        if (m_refersToItself || !row.problems.isEmpty())
            return;
        resolveReferences(row);
        row.resolved = true;
        if (!row.problems.isEmpty())
            return;
        row.values[0] = newUuid();
        row.naming = m_lookups.at(&m_type).namingOf(row.values);
        prepareRecord(m_type, row.values, row.prepared);
        row.isPrepared = true;
    }

    Status take(Change &change, ParsedRow &row)
    {
        if (!row.resolved && row.problems.isEmpty() && !resolveReferences(row)) {
            // A village may stand above its town in the same sheet: once more at the end.
            m_waiting.push_back(std::move(row));
            return ok();
        }
        return write(change, row);
    }

    /// Rows that referred to something that had not come yet.
    Status takeWaiting(Change &change)
    {
        size_t before = 0;
        do {
            before = m_waiting.size();
            std::vector<ParsedRow> rows = std::move(m_waiting);
            m_waiting.clear();
            for (ParsedRow &row : rows) {
                row.problems.clear();
                CORE_TRY(take(change, row));
            }
        } while (!m_waiting.empty() && m_waiting.size() < before);
        for (ParsedRow &row : m_waiting)
            CORE_TRY(write(change, row));
        m_waiting.clear();
        return ok();
    }

private:
    Status lookupOf(const RecordType &type, RecordLookup::Use use = RecordLookup::Use::MatchAndFind)
    {
        if (m_lookups.contains(&type))
            return ok();
        CORE_ASSIGN(RecordLookup lookup, RecordLookup::load(m_store, type, use));
        m_lookups.emplace(&type, std::move(lookup));
        return ok();
    }

    /// False: something it refers to is unknown, but may be one of this sheet's own records.
    bool resolveReferences(ParsedRow &row) const
    {
        bool mayWait = false;
        std::vector<QString> known;
        for (auto &[index, mention] : row.mentions) {
            const Field &field = m_type.fields[size_t(index)];
            RecordLookup::Mention full = mention;
            full.related = relatedOf(field.target(), mention);
            full.related.insert(full.related.end(), known.begin(), known.end());
            const std::vector<QString> ids = m_lookups.at(&field.target()).find(full);
            if (ids.size() == 1) {
                row.values[index] = ids.front();
                known.push_back(ids.front());
                continue;
            }
            const QString said = saidOf(field.target(), mention);
            const QString problem =
                ids.empty()
                    ? tr("“%1”里的“%2”在%3里找不到。").arg(tr(field.label), said, tr(field.target().title))
                    : tr("“%1”里的“%2”有 %3 个同名，分不清是哪一个，请加上代码或所在镇街。")
                          .arg(tr(field.label), said)
                          .arg(ids.size());
            const bool isOwn = &field.target() == &m_type;
            if (mayBeLeftOut(m_type, field) && !isOwn) {
                row.notes.append(leftOutNote(problem));
                row.given[size_t(index)] = false;
            } else {
                row.problems.append(problem);
                mayWait = mayWait || (isOwn && ids.empty());
            }
        }
        return !mayWait;
    }

    /// The words of the sheet that name a record, persons covered.
    static QString saidOf(const RecordType &target, const RecordLookup::Mention &mention)
    {
        if (!mention.text.isEmpty() || mention.parts.empty())
            return maskedText(target.displayField(), mention.text, Audience::ImportPreview);
        const auto &[part, text] = mention.parts.front();
        return maskedText(target.fields[size_t(part)], text, Audience::ImportPreview);
    }

    /// Ids of what the mentioned record itself should refer to: the town that stands beside a name.
    std::vector<QString> relatedOf(const RecordType &target, const RecordLookup::Mention &mention) const
    {
        std::vector<QString> ids;
        for (const auto &[part, text] : mention.parts) {
            const Field &field = target.fields[size_t(part)];
            if (field.kind != Kind::Reference)
                continue;
            const auto lookup = m_lookups.find(&field.target());
            if (lookup == m_lookups.end())
                continue;
            for (const QString &id : lookup->second.find({text, {}, {}}))
                ids.push_back(id);
        }
        return ids;
    }

    Status write(Change &change, ParsedRow &row)
    {
        if (!row.problems.isEmpty())
            return refuse(row, row.problems.join(QString()));
        RecordLookup &lookup = m_lookups.at(&m_type);
        if (!row.resolved)
            row.naming = lookup.namingOf(row.values);
        RecordLookup::Entry entry = lookup.match(row.naming);
        Status done = ok();
        qint64 *counter = nullptr;
        const bool isNew = entry == RecordLookup::none;
        if (isNew) {
            if (const QString missing = missingChoice(row); !missing.isEmpty())
                return refuse(row, missing);
            if (!row.isPrepared) {
                row.values[0] = newUuid();
                prepareRecord(m_type, row.values, row.prepared);
            }
            done = change.insert(m_type, row.values, row.prepared);
            counter = &m_report.added;
        } else {
            const QString id = lookup.idOf(entry);
            CORE_ASSIGN(QVariantList values, m_store.values(m_type, id));
            const QVariantList before = values;
            for (size_t i = 1; i < m_type.fields.size(); ++i) {
                if (row.given[i])
                    values[qsizetype(i)] = row.values.at(qsizetype(i));
            }
            row.values = values;
            row.naming = lookup.namingOf(values);
            counter = values == before ? &m_report.unchanged : &m_report.updated;
            const int first = size_t(entry) < m_rows.size() ? m_rows[size_t(entry)] : 0;
            if (first > 0 && values != before)
                return refuse(row, tr("与第 %1 行是同一条，但内容不同，请核对后只留一行。").arg(first));
            if (values != before)
                done = change.update(m_type, values);
        }
        if (!done) {
            const Error::Code code = done.error().code;
            if (code != Error::Code::InvalidInput && code != Error::Code::Conflict)
                return done;
            return refuse(row, done.error().text);
        }
        ++*counter;
        if (isNew)
            entry = lookup.add(row.values.first().toString(), std::move(row.naming));
        else
            lookup.rename(entry, std::move(row.naming));
        m_rows.resize(std::max(m_rows.size(), size_t(entry) + 1));
        m_rows[size_t(entry)] = row.source.number;
        if (!row.notes.isEmpty() && m_report.remarks.size() < listedRemarks)
            m_report.remarks.push_back({row.source.number, row.notes.join(QString())});
        return ok();
    }

    /// A choice that a new record needs has a default, which would be a guess.
    QString missingChoice(const ParsedRow &row) const
    {
        for (size_t i = 1; i < m_type.fields.size(); ++i) {
            const Field &field = m_type.fields[i];
            if (field.kind == Kind::Choice && field.traits.required && !row.given[i])
                return tr("“%1”没有填写，新的%2要写明。").arg(tr(field.label), tr(m_type.title));
        }
        return {};
    }

    Status refuse(const ParsedRow &row, const QString &reason)
    {
        ++m_report.refused;
        if (m_report.refusals.size() < listedRemarks)
            m_report.refusals.push_back({row.source.number, reason});
        return m_refused.add(row.source, reason);
    }

    Store &m_store;
    const RecordType &m_type;
    ImportReport &m_report;
    RefusedSheet &m_refused;
    std::map<const RecordType *, RecordLookup> m_lookups;
    bool m_refersToItself = false;
    std::vector<int> m_rows; ///< By entry of the lookup: the row of this import it came from, or 0.
    std::vector<ParsedRow> m_waiting;
};

/// Reads all rows into the queue; runs in its own thread.
void readRows(TableReader &reader, const TableHeader &header, RowParser &parser, const RowWriter &writer,
              RowQueue &queue, Progress &progress)
{
    DataRows rows(reader, header);
    RowQueue::Block block = queue.spare(blockRows);
    size_t filled = 0;
    Row row;
    for (;;) {
        const auto more = rows.next(row);
        if (!more)
            return queue.close(more.error());
        if (!*more)
            break;
        ParsedRow &parsed = block[filled++];
        parser.parse(std::move(row), parsed);
        // The thread that has time completes the rows: when the writer runs dry, it does so itself.
        if (!queue.isRunningDry())
            writer.complete(parsed);
        row = {};
        if (filled < blockRows)
            continue;
        progress.report(qint64(reader.progress() * 1000), 1000);
        if (!queue.push(std::move(block)))
            return;
        block = queue.spare(blockRows);
        filled = 0;
    }
    block.resize(filled);
    queue.push(std::move(block));
    queue.close();
}

Status writeRows(RowQueue &queue, RowWriter &writer, Change &change, const Progress &progress)
{
    for (;;) {
        CORE_ASSIGN(std::optional<RowQueue::Block> block, queue.pop());
        if (!block)
            return writer.takeWaiting(change);
        if (progress.isCancelled())
            return Progress::cancelledError();
        for (ParsedRow &row : *block)
            CORE_TRY(writer.take(change, row));
        queue.giveBack(*std::move(block));
    }
}

/// What the reader could not read as it stands in the sheet, told with the remarks of the rows.
void addReadRemarks(const ReadRemarks &read, ImportReport &report)
{
    for (const ReadRemark &remark : read.listed()) {
        if (report.remarks.size() < listedRemarks)
            report.remarks.push_back({remark.row, remark.text});
    }
    if (read.count() > qint64(read.listed().size()))
        report.notes.append(tr("共有 %1 处没有照原样读取，只列出前面的").arg(read.count()));
}

QStringList columnSentences(const RecordType &type, const ColumnMapping &mapping)
{
    QStringList sentences;
    for (const ImportColumn &column : mapping.columns) {
        sentences.append(
            u"%1 %2 → %3"_s.arg(columnName(column.column), column.heading, columnMeaning(type, column)));
    }
    return sentences;
}

/// Labels of the columns that go into fields which only verbs write today.
QStringList backFilled(const RecordType &type, const ColumnMapping &mapping)
{
    QStringList labels;
    for (const ImportColumn &column : mapping.columns) {
        const Field &field = type.fields[size_t(column.field)];
        if (field.traits.readOnly && !labels.contains(tr(field.label)))
            labels.append(tr(field.label));
    }
    return labels;
}

} // namespace

Result<ImportReport> importTable(Store &store, const QString &path, const ImportOptions &options,
                                 Progress &progress)
{
    const RecordType &type = *options.type;
    if (!type.traits.importable)
        return Error{Error::Code::InvalidInput, tr("%1由程序产生，不能导入。").arg(tr(type.title)), {}};
    progress.setStage(tr("正在读取 %1").arg(QFileInfo(path).fileName()));
    CORE_ASSIGN(const std::unique_ptr<TableReader> reader, openTable(path));
    if (options.sheet >= reader->sheets().size()) {
        return Error{
            Error::Code::InvalidInput,
            tr("这个文件只有 %1 张表，没有第 %2 张。").arg(reader->sheets().size()).arg(options.sheet + 1),
            {}};
    }
    if (options.sheet >= 0)
        CORE_TRY(reader->selectSheet(options.sheet));
    reader->setMergeFill(MergeFill::All);
    CORE_ASSIGN(const std::vector<Row> head, reader->peek(headerRows));
    CORE_ASSIGN(const TableHeader header, findHeader(head, reader->merges(), [&](QStringView heading) {
                    return isHeadingOf(type, heading);
                }));
    std::vector<Row> samples;
    std::copy_if(head.begin(), head.end(), std::back_inserter(samples),
                 [&](const Row &row) { return row.number > header.lastRow; });
    ImportReport report;
    report.sheet = reader->sheets().value(reader->currentSheet());
    CORE_ASSIGN(const ColumnMapping mapping,
                mapColumns(type, header, samples,
                           header.titles + QStringList{report.sheet, QFileInfo(path).completeBaseName()}));
    report.columns = columnSentences(type, mapping);
    report.ignored = mapping.ignored;
    report.notes = mapping.constantNotes;
    const QStringList filled = backFilled(type, mapping);
    const QString file = QFileInfo(path).fileName();
    const bool hasSheets = reader->sheets().size() > 1; // else the file says it all
    const BackFill papers{type,
                          hasSheets ? tr("《%1》的“%2”表").arg(file, report.sheet) : tr("《%1》").arg(file)};
    if (!filled.isEmpty())
        report.notes.append(
            tr("%1按原有材料补录，日志里记为“%2”").arg(filled.join(u'、'), backFillReason(papers)));

    if (!options.dryRun && store.isReadOnly())
        return Error{Error::Code::ReadOnly, store.readOnlyReason(), {}};
    if (!options.dryRun && !store.headHash().isEmpty())
        CORE_TRY(store.automaticBackup(tr("导入前")));
    RefusedSheet refused(options.refusedPath, header);
    RowWriter writer(store, type, report, refused);
    RowParser parser(type, mapping, reader->dateSystem());
    RowQueue queue;
    // A dry run does everything and then rolls back: what it reports is what an import would do.
    const Error rehearsed{Error::Code::Cancelled, {}, u"dry run"_s};
    const QString what = tr("导入%1（%2）").arg(tr(type.title), QFileInfo(path).fileName());
    const bool isLarge = QFileInfo(path).size() > largeFile;
    const auto body = [&](Change &change) -> Status {
        CORE_TRY(writer.prepare());
        std::thread reading([&] { readRows(*reader, header, parser, writer, queue, progress); });
        const Status written = writeRows(queue, writer, change, progress);
        queue.abandon();
        reading.join();
        CORE_TRY(written);
        return options.dryRun ? Status(rehearsed) : ok();
    };
    using Extent = ChangeOptions::Extent;
    const ChangeOptions extent{.extent = isLarge ? Extent::Large : Extent::Usual};
    const Status done =
        filled.isEmpty() ? store.change(what, body, extent) : runBackFill(store, papers, what, body, extent);
    if (!done && !(options.dryRun && done.error().detail == rehearsed.detail))
        return done.error();
    CORE_TRY(refused.finish());
    addReadRemarks(reader->remarks(), report);
    progress.report(1000, 1000);
    return report;
}

} // namespace core
