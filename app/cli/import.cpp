// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importtable.h"

#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

/// How many refused rows, and rows with a remark, are told on the terminal; --json and --refused have more.
constexpr size_t toldRows = 20;

QString orNothing(const QString &value)
{
    return value.isEmpty() ? core::tr("（空）") : value;
}

QStringList importableTypes()
{
    QStringList keys;
    for (const core::RecordType *type : core::allRecordTypes()) {
        if (type->traits.importable)
            keys.append(QString::fromLatin1(type->key));
    }
    return keys;
}

QJsonArray json(const std::vector<core::RowRemark> &remarks)
{
    QJsonArray list;
    for (const core::RowRemark &remark : remarks)
        list.append(QJsonObject{{u"row"_s, remark.row}, {u"text"_s, remark.text}});
    return list;
}

QJsonArray json(const core::RecordChanges &changes)
{
    QJsonArray list;
    for (const core::RecordChange &change : changes.listed) {
        QJsonArray fields;
        for (const core::FieldChange &field : change.fields)
            fields.append(QJsonObject{
                {u"field"_s, field.field}, {u"before"_s, field.before}, {u"after"_s, field.after}});
        list.append(QJsonObject{{u"row"_s, change.row}, {u"name"_s, change.name}, {u"fields"_s, fields}});
    }
    return list;
}

/// What would become of the records that are there.
void tellChanges(const Console &console, const core::ImportReport &report)
{
    const core::RecordChanges &changes = report.changes;
    if (changes.listed.empty())
        return;
    console.say(core::tr("  已有的记录会改 %1 条、%2 处：").arg(report.updated).arg(changes.fields));
    for (size_t i = 0; i < std::min(toldRows, changes.listed.size()); ++i) {
        const core::RecordChange &change = changes.listed[i];
        QStringList fields;
        for (const core::FieldChange &field : change.fields)
            fields.append(
                core::tr("%1 %2 → %3").arg(field.field, orNothing(field.before), orNothing(field.after)));
        console.say(core::tr("  第 %1 行 %2：%3").arg(change.row).arg(change.name, fields.join(u"；"_s)));
    }
    if (report.updated > qint64(toldRows))
        console.say(core::tr("  其余从略，用 --json 可看前 %1 条。").arg(core::RecordChanges::mostListed));
}

/// Where the cells are that were not taken.
void tellLeftOut(const Console &console, qint64 cells, const QString &path)
{
    if (cells > 0 && path.isEmpty())
        console.say(core::tr("  有 %1 格没有采用，用 --refused 可以存为表格，改好再导入。").arg(cells));
    else if (cells > 0)
        console.say(core::tr("  没有采用的 %1 格在 %2，改好再导入，只补这几格。").arg(cells).arg(path));
}

void tell(const Console &console, const core::ImportReport &report, const core::ImportOptions &options)
{
    const bool nothing = report.refused > 0 && report.added + report.updated + report.unchanged == 0;
    console.say(core::tr("%1“%2”：读了 %3 行，新增 %4，更新 %5，未变 %6，退回 %7，跳过 %8")
                    .arg(options.dryRun ? core::tr("试导入（没有改动数据）")
                         : nothing      ? core::tr("没有导入")
                                        : core::tr("已导入"),
                         report.sheet)
                    .arg(report.read)
                    .arg(report.added)
                    .arg(report.updated)
                    .arg(report.unchanged)
                    .arg(report.refused)
                    .arg(report.skipped.count));
    for (const QString &sentence : core::importSentences(report))
        console.say(u"  "_s + sentence);
    const std::vector<core::RowRemark> &remarks = report.remarks.listed;
    for (size_t i = 0; i < std::min(toldRows, remarks.size()); ++i)
        console.say(core::tr("  第 %1 行：%2").arg(remarks[i].row).arg(remarks[i].text));
    if (report.remarks.count > qint64(toldRows))
        console.say(
            core::tr("  共有 %1 条提示，其余从略，用 --json 可看前 1000 条。").arg(report.remarks.count));
    for (size_t i = 0; i < std::min(toldRows, report.refusals.size()); ++i)
        Console::writeError(
            core::tr("  第 %1 行退回：%2").arg(report.refusals[i].row).arg(report.refusals[i].text) + u'\n');
    if (report.refused > qint64(toldRows))
        Console::writeError(core::tr("  其余 %1 行从略，用 --refused 存为表格可看全部。\n")
                                .arg(report.refused - qint64(toldRows)));
    if (report.refused > 0 && !options.refusedPath.isEmpty())
        console.say(core::tr("  退回的行在 %1，最后一列是原因。").arg(options.refusedPath));
    tellLeftOut(console, report.leftOut, options.refusedPath);
    if (options.dryRun)
        tellChanges(console, report);
}

} // namespace

int runImport(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments,
                     core::tr("把一张台账导入数据文件。退回的行不影响其余的行；一次撤销可以收回整次导入。\n"
                              "有退回的行时返回 1。"));
    addCountyFile(line);
    line.addPlace(u"TABLE.xlsx|.xls|.csv"_s, core::tr("台账"));
    const QStringList types = importableTypes();
    line.addNeeded(u"type"_s, u"TYPE"_s, core::tr("记录种类：%1").arg(types.join(u'、')));
    line.addNumber(u"sheet"_s, u"N"_s, core::tr("第几张工作表，从 1 数起；默认第一张看得见的"), 1, 1000);
    line.addOption(u"map"_s, u"COLUMN=FIELD"_s,
                   core::tr("把这一列（表头或列号）读作这一项，如 --map \"全称=名称\"；可以写几次"));
    line.addOption(u"skip"_s, u"COLUMN"_s, core::tr("不读这一列；可以写几次"));
    line.addOption(u"refused"_s, u"ROWS.xlsx"_s,
                   core::tr("退回的行和没有采用的格存为这个文件，最后一列是原因"));
    line.addForce();
    line.addFlag(u"dry-run"_s, core::tr("只检查，不改动数据"));
    if (const std::optional<int> end = line.parse())
        return *end;
    core::ImportOptions options;
    options.sheet = int(line.number(u"sheet"_s).value_or(0)) - 1;
    if (!types.contains(line.value(u"type"_s)))
        return line.wrongUsage(
            core::tr("没有记录种类“%1”，应是：%2。").arg(line.value(u"type"_s), types.join(u'、')));
    options.type = core::findRecordType(line.value(u"type"_s));
    options.dryRun = line.has(u"dry-run"_s);
    options.refusedPath = line.value(u"refused"_s);
    options.refusedExisting = line.existing();
    options.choices.skipped = line.values(u"skip"_s);
    for (const QString &pair : line.values(u"map"_s)) {
        const qsizetype equals = pair.lastIndexOf(u'=');
        if (equals < 1 || equals + 1 == pair.size())
            return line.wrongUsage(core::tr("“--map %1”看不懂，应写成 --map \"表里的列=项目\"。").arg(pair));
        options.choices.mapped.emplace_back(pair.left(equals), pair.mid(equals + 1));
    }

    int end = Done;
    const std::unique_ptr<core::Store> store = openCountyFile(console, line, core::Store::Access::Write, end);
    if (!store)
        return end;
    const auto report = withProgress([&](core::Progress &progress) {
        return core::importTable(*store, line.place(1), options, progress);
    });
    if (!report)
        return console.refused(report.error());
    if (!console.isJson())
        tell(console, *report, options);
    const QJsonObject answer{{u"sheet"_s, report->sheet},
                             {u"dry_run"_s, options.dryRun},
                             {u"read"_s, report->read},
                             {u"new"_s, report->added},
                             {u"updated"_s, report->updated},
                             {u"unchanged"_s, report->unchanged},
                             {u"refused"_s, report->refused},
                             {u"skipped"_s, report->skipped.count},
                             {u"skipped_rows"_s, json(report->skipped.listed)},
                             {u"hidden"_s, report->hidden.count},
                             {u"other_sheets"_s, QJsonArray::fromStringList(report->otherSheets)},
                             {u"columns"_s, QJsonArray::fromStringList(report->columns)},
                             {u"ignored"_s, QJsonArray::fromStringList(report->ignored)},
                             {u"notes"_s, QJsonArray::fromStringList(report->notes)},
                             {u"left_out"_s, report->leftOut},
                             {u"changed_fields"_s, report->changes.fields},
                             {u"changes"_s, json(report->changes)},
                             {u"refusals"_s, json(report->refusals)},
                             {u"remarks"_s, json(report->remarks.listed)},
                             {u"faults"_s, json(report->faults.listed)}};
    return report->refused > 0 ? console.refused(answer) : console.done(answer);
}

} // namespace cli
