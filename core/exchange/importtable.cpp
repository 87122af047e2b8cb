// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importtable.h"

#include "core/base/tr.h"
#include "core/exchange/columnmapping.h"
#include "core/exchange/importrows.h"
#include "core/exchange/layoutmemory.h"
#include "core/exchange/mergedcells.h"
#include "core/exchange/refusedsheet.h"
#include "core/exchange/rowwriter.h"
#include "core/exchange/sheetkind.h"
#include "core/exchange/sheettable.h"
#include "core/record/format.h"
#include "core/store/act.h"
#include "core/store/store.h"
#include "core/tabular/datarows.h"
#include "core/tabular/tablewriter.h"

#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr size_t blockRows = 64;      // sixteen blocks wait: as many as the cache of a processor holds
constexpr qint64 largeFile = 1 << 18; // a workbook of two thousand rows

/// What is counted while rows are read.
struct Counted
{
    qint64 read = 0;
    RowRemarks skipped;
    RowRemarks hidden;
    std::vector<char> unnamed; ///< By column: it holds something and has no heading.
    MergedCells merged;
};

QString skippedText(const DataRows::Skipped &skipped)
{
    switch (skipped.role) {
    case RowRole::RepeatedHeader: return tr("重复的表头");
    case RowRole::Total: return tr("合计一类的行");
    case RowRole::Note: return tr("表下的说明、签名或日期");
    case RowRole::Data:
    case RowRole::Blank: break;
    }
    return {};
}

/// Which columns have a heading, by their number.
std::vector<char> namedColumns(const TableHeader &header)
{
    std::vector<char> named;
    for (const HeaderColumn &column : header.columns) {
        named.resize(std::max(named.size(), size_t(column.column) + 1));
        named[size_t(column.column)] = 1;
    }
    return named;
}

void noteUnnamed(const Row &row, const std::vector<char> &named, std::vector<char> &unnamed)
{
    for (size_t i = 0; i < row.cells.size(); ++i) {
        if ((i < named.size() && named[i]) || row.cells[i].isBlank())
            continue;
        unnamed.resize(std::max(unnamed.size(), i + 1));
        unnamed[i] = 1;
    }
}

/// Reads all rows into the queue; runs in its own thread.
void readRows(TableReader &reader, const TableHeader &header, RowParser &parser, const RowWriter &writer,
              RowQueue &queue, Progress &progress, Counted &counted)
{
    DataRows rows(reader, header);
    const std::vector<char> named = namedColumns(header);
    RowQueue::Block block = queue.spare(blockRows);
    size_t filled = 0;
    Row row;
    for (;;) {
        const auto more = rows.next(row);
        if (!more)
            return queue.close(more.error());
        if (!*more)
            break;
        if (const QString section = writer.sectionIn(row); !section.isEmpty()) {
            counted.skipped.add(row.number, tr("小标题“%1”").arg(section));
            continue;
        }
        ParsedRow &parsed = block[filled];
        noteUnnamed(row, named, counted.unnamed);
        parser.parse(std::move(row), parsed);
        row = {};
        if (parsed.isEmpty) {
            counted.skipped.add(parsed.source.number, tr("要读的各列都是空的，如只有序号"));
            continue;
        }
        ++filled;
        counted.merged.add(parsed.source);
        if (parsed.source.hidden)
            counted.hidden.add(parsed.source.number, {});
        // The thread that has time completes the rows: when the writer runs dry, it does so itself.
        if (!queue.isRunningDry())
            writer.complete(parsed);
        if (filled < blockRows)
            continue;
        progress.report(qint64(reader.progress() * 1000), 1000);
        if (!queue.push(std::move(block)))
            return;
        block = queue.spare(blockRows);
        filled = 0;
    }
    counted.read = rows.read();
    for (const DataRows::Skipped &skipped : rows.skipped())
        counted.skipped.add(skipped.row, skippedText(skipped));
    counted.skipped.count += rows.skippedCount() - qint64(rows.skipped().size());
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
    for (const ReadRemark &remark : read.listed())
        report.remarks.add(remark.row, remark.text);
    if (read.count() > qint64(read.listed().size()))
        report.notes.append(tr("共有 %1 处没有照原样读取，只列出前面的").arg(read.count()));
}

/// What the reading thread has counted, when it is done.
void addCounted(const Counted &counted, ImportReport &report)
{
    report.read = counted.read;
    report.hidden = counted.hidden;
    report.notes += counted.merged.sentences();
    report.skipped = counted.skipped;
    std::sort(report.skipped.listed.begin(), report.skipped.listed.end(),
              [](const RowRemark &one, const RowRemark &other) { return one.row < other.row; });
    for (size_t i = 0; i < counted.unnamed.size(); ++i) {
        if (counted.unnamed[i])
            report.ignored.append(tr("%1 列（没有表头）").arg(columnName(int(i))));
    }
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

/// The headings of columns that are read and that Excel does not show.
QStringList hiddenHeadings(const TableReader &reader, const ColumnMapping &mapping)
{
    QStringList headings;
    for (const ImportColumn &column : mapping.columns) {
        if (reader.isHiddenColumn(column.column))
            headings.append(column.heading);
    }
    return headings;
}

/// What the journal calls an import of records of a kind out of a file.
QString importWords()
{
    return tr("导入%1（%2）");
}

bool isImport(const JournalEntry &entry)
{
    return entry.kind == JournalEntry::Kind::Change &&
           entry.what.startsWith(importWords().section(u'%', 0, 0));
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

/// The current sheet, where it holds a table of the type.
Result<SheetTable> tableHere(TableReader &reader, const QString &path, const Layouts &layouts,
                             const ImportOptions &options)
{
    const RecordType &type = *options.type;
    CORE_ASSIGN(SheetTable table, readSheetTable(reader, type, path, layouts, options.choices));
    if (!table.mapping)
        return table.mapping.error();
    if (table.choices.isEmpty()) {
        if (const OtherRegister other = otherRegister(type, {table.head, reader.merges(), table.names});
            other.type)
            return Error{Error::Code::InvalidInput, otherRegisterText(type, other), {}};
    }
    return table;
}

/// The sheet that is asked for, or the first one with a table of the type, which is told.
Result<SheetTable> chosenTable(const Store &store, TableReader &reader, const QString &path,
                               const ImportOptions &options, ImportReport &report)
{
    CORE_ASSIGN(const Layouts layouts, rememberedLayouts(store));
    if (options.sheet >= 0) {
        CORE_TRY(goToSheet(reader, options.sheet));
        return tableHere(reader, path, layouts, options);
    }
    const int first = reader.currentSheet();
    std::optional<Error> refusal; // of the first sheet
    for (const int sheet : sheetsToTry(reader)) {
        CORE_TRY(goToSheet(reader, sheet));
        Result<SheetTable> table = tableHere(reader, path, layouts, options);
        if (table && sheet != first) {
            report.notes.append(tr("第一张表“%1”不是%2表，读的是“%3”表")
                                    .arg(reader.sheets().value(first), tr(options.type->title),
                                         reader.sheets().value(sheet)));
        }
        if (table)
            return table;
        if (sheet == first || !refusal)
            refusal = table.error();
    }
    return *refusal;
}

} // namespace

Result<ImportReport> importTable(Store &store, const QString &path, const ImportOptions &options,
                                 Progress &progress)
{
    const RecordType &type = *options.type;
    if (!type.traits.importable)
        return Error{Error::Code::InvalidInput, tr("%1由程序产生，不能导入。").arg(tr(type.title)), {}};
    const Output refusedRows =
        Output(options.refusedPath, options.refusedExisting).sparing(store.ownFiles() + QStringList{path});
    if (!options.refusedPath.isEmpty())
        CORE_TRY(checkTableOutput(refusedRows));
    progress.setStage(tr("正在读取 %1").arg(QFileInfo(path).fileName()));
    CORE_ASSIGN(const std::unique_ptr<TableReader> reader, openTable(path));
    if (options.sheet >= reader->sheets().size()) {
        return Error{
            Error::Code::InvalidInput,
            tr("这个文件只有 %1 张表，没有第 %2 张。").arg(reader->sheets().size()).arg(options.sheet + 1),
            {}};
    }
    ImportReport report;
    CORE_ASSIGN(const SheetTable table, chosenTable(store, *reader, path, options, report));
    const TableHeader &header = table.header;
    const ColumnMapping &mapping = *table.mapping;
    report.sheet = table.names.front();
    report.columns = columnSentences(type, mapping);
    report.ignored = mapping.ignored;
    report.otherSheets = reader->sheets();
    report.otherSheets.removeAt(reader->currentSheet());
    report.notes += mapping.notes;
    if (options.choices.isEmpty() && !table.choices.isEmpty())
        report.notes.append(tr("列的对应沿用上次导入这种表样时的选择"));
    if (const QStringList hidden = hiddenHeadings(*reader, mapping); !hidden.isEmpty())
        report.notes.append(
            tr("%1：在表里是隐藏的列，也读了。不想要的，请先在表里删去").arg(hidden.join(u'、')));
    const QStringList filled = backFilled(type, mapping);
    const QString file = QFileInfo(path).fileName();
    const bool hasSheets = reader->sheets().size() > 1; // else the file says it all
    const BackFill papers{type,
                          hasSheets ? tr("《%1》的“%2”表").arg(file, report.sheet) : tr("《%1》").arg(file)};
    if (!filled.isEmpty())
        report.notes.append(
            tr("%1按原有材料补录，日志里记为“%2”").arg(filled.join(u'、'), backFillReason(papers)));

    if (!mapping.missing.isEmpty()) {
        CORE_ASSIGN(const qint64 known, store.count({.type = QString::fromLatin1(type.key)}));
        if (known == 0)
            return Error{Error::Code::InvalidInput, mapping.missing, {}};
        report.notes.append(onlyKnownNote(type));
    }
    if (!options.dryRun && store.isReadOnly())
        return Error{Error::Code::ReadOnly, store.readOnlyReason(), {}};
    if (!options.dryRun && !store.headHash().isEmpty())
        CORE_TRY(store.backupBefore(tr("导入前"), isImport));
    RefusedSheet refused(refusedRows, header);
    for (const QString &name : mapping.constants.isEmpty() ? QStringList() : table.names)
        refused.addTitle(name);
    RowWriter writer(store, type, mapping, report, refused);
    reader->resolveMerges(header.lastRow, columnsFilledDown(type, mapping));
    Counted counted{0, {}, {}, {}, MergedCells(type, mapping)};
    RowParser parser(type, mapping, reader->dateSystem());
    RowQueue queue;
    // A dry run does everything and then rolls back: what it reports is what an import would do.
    const Error rehearsed{Error::Code::Cancelled, {}, u"dry run"_s};
    const QString what = importWords().arg(tr(type.title), QFileInfo(path).fileName());
    const bool isLarge = QFileInfo(path).size() > largeFile;
    const auto body = [&](Change &change) -> Status {
        CORE_TRY(writer.prepare());
        if (!options.choices.isEmpty())
            CORE_TRY(rememberChoices(change, store, type, header, options.choices));
        std::thread reading([&] { readRows(*reader, header, parser, writer, queue, progress, counted); });
        const Status written = writeRows(queue, writer, change, progress);
        queue.abandon();
        reading.join();
        CORE_TRY(written);
        CORE_TRY(refused.finish()); // before anything is kept: the rows would be nowhere
        return options.dryRun ? Status(rehearsed) : ok();
    };
    using Extent = ChangeOptions::Extent;
    const ChangeOptions extent{.extent = isLarge ? Extent::Large : Extent::Usual};
    const Status done =
        filled.isEmpty() ? store.change(what, body, extent) : runBackFill(store, papers, what, body, extent);
    if (!done && !(options.dryRun && done.error().detail == rehearsed.detail))
        return done.error();
    writer.finish();
    addCounted(counted, report);
    addReadRemarks(reader->remarks(), report);
    progress.report(1000, 1000);
    return report;
}

} // namespace core
