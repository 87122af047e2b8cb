// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/schemefile.h"
#include "app/cli/verbs.h"
#include "core/base/decimal.h"
#include "core/base/tr.h"
#include "core/evaluation/tryout.h"
#include "core/evaluation/tryoutcolumns.h"
#include "core/tabular/header.h"
#include "core/tabular/tablereader.h"
#include "core/tabular/tablewriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

/// The first sheet of a file of figures, and what of the file was not read.
struct Figures
{
    core::TextTable table;
    QStringList remarks;
};

/// The last level of a heading, or all of them where only they mean something: 规范化建设/得分.
QString headingOf(const core::Plan &plan, const core::HeaderColumn &column)
{
    const bool isAll =
        !core::isTryoutHeading(plan, column.lastLevel) && core::isTryoutHeading(plan, column.heading);
    return isAll ? column.heading : column.lastLevel;
}

void tellRest(const core::TableReader &reader, const QStringList &left, QStringList &remarks)
{
    if (!left.isEmpty())
        remarks.append(core::tr("第 %1 行像是合计、表头或说明，没有计分。").arg(left.join(u'、')));
    QStringList others = reader.sheets();
    const QString read = others.takeAt(reader.currentSheet());
    if (!others.isEmpty())
        remarks.append(core::tr("只算了“%1”表，没有读：%2。").arg(read, others.join(u'、')));
    for (const core::ReadRemark &remark : reader.remarks().listed())
        remarks.append(core::tr("第 %1 行：%2").arg(remark.row).arg(remark.text));
}

core::Result<Figures> readFigures(const QString &path, const core::Scheme &scheme)
{
    constexpr int headerRows = 30;
    const core::Plan plan = core::makePlan(scheme);
    CORE_ASSIGN(const std::unique_ptr<core::TableReader> reader, core::openTable(path));
    CORE_ASSIGN(const std::vector<core::Row> head, reader->peek(headerRows));
    CORE_ASSIGN(const core::TableHeader header,
                core::findHeader(head, reader->merges(), [&](QStringView heading) {
                    return core::isTryoutHeading(plan, heading.toString());
                }));
    Figures figures;
    for (const core::HeaderColumn &column : header.columns)
        figures.table.header.append(headingOf(plan, column));
    QStringList left;
    for (;;) {
        core::Row row;
        CORE_ASSIGN(const bool more, reader->nextRow(row));
        if (!more)
            break;
        if (row.number <= header.lastRow)
            continue;
        if (const core::RowRole role = header.role(row); role != core::RowRole::Data) {
            if (role != core::RowRole::Blank)
                left.append(QString::number(row.number));
            continue;
        }
        QStringList &cells = figures.table.rows.emplace_back();
        for (const core::HeaderColumn &column : header.columns)
            cells.append(row.at(column.column).cleaned());
        figures.table.numbers.push_back(row.number);
    }
    tellRest(*reader, left, figures.remarks);
    return figures;
}

/// A column of numbers is written as numbers, with the places that its longest one has.
core::WriteColumn columnOf(const core::TextTable &table, qsizetype column)
{
    core::WriteColumn result{table.header[column], core::WriteColumn::Kind::Text, 0, 0};
    bool numbers = false;
    for (const QStringList &row : table.rows) {
        const QString text = row.value(column);
        if (text.isEmpty())
            continue;
        if (!core::Decimal::fromString(text))
            return result;
        numbers = true;
        if (const qsizetype point = text.indexOf(u'.'); point >= 0)
            result.places = std::max(result.places, int(text.size() - point - 1));
    }
    if (numbers)
        result.kind = result.places > 0 ? core::WriteColumn::Kind::Decimal : core::WriteColumn::Kind::Integer;
    return result;
}

core::Status writeResult(const core::Output &output, const core::TextTable &table, const QString &title)
{
    CORE_ASSIGN(const std::unique_ptr<core::TableWriter> writer, core::createTable(output));
    std::vector<core::WriteColumn> columns;
    for (qsizetype i = 0; i < table.header.size(); ++i)
        columns.push_back(columnOf(table, i));
    CORE_TRY(writer->addSheet(core::tr("积分试算"), columns, {title}));
    for (const QStringList &row : table.rows) {
        std::vector<core::Cell> cells;
        for (size_t i = 0; i < columns.size(); ++i) {
            const QString text = row.value(qsizetype(i));
            if (text.isEmpty())
                cells.emplace_back();
            else if (columns[i].kind == core::WriteColumn::Kind::Text)
                cells.push_back(core::Cell::fromText(text));
            else
                cells.push_back(core::Cell::fromNumber(text));
        }
        CORE_TRY(writer->writeRow(cells));
    }
    return writer->finish();
}

} // namespace

int runScore(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments,
                     core::tr("用一张指标数据表试一个方案，不需要数据文件。\n"
                              "表里一列是组织名称，其余各列以指标编号或名称为表头；可有 "
                              "类型、镇街、登记日期、上年总分 列。"));
    line.addNeeded(u"scheme"_s, u"SCHEME.json"_s, schemeArgumentText());
    line.addNeeded(u"figures"_s, u"TABLE.xlsx|.xls|.csv"_s, core::tr("指标数据表"));
    line.addNeeded(u"out"_s, u"RESULT.xlsx|.csv"_s, core::tr("得分表存为这个文件"));
    line.addForce();
    if (const std::optional<int> end = line.parse())
        return *end;
    const core::Output output(line.value(u"out"_s), line.existing(),
                              {line.value(u"figures"_s), line.value(u"scheme"_s)});
    if (const auto free = core::checkTableOutput(output); !free)
        return console.refused(free.error());
    const auto scheme = readSchemeArgument(line.value(u"scheme"_s));
    if (!scheme)
        return console.refused(scheme.error());
    const auto figures = readFigures(line.value(u"figures"_s), *scheme);
    if (!figures)
        return console.refused(figures.error());
    const auto tryout = core::tryScheme(*scheme, figures->table);
    if (!tryout)
        return console.refused(tryout.error());
    if (const auto status = writeResult(output, tryout->table, scheme->title); !status)
        return console.refused(status.error());
    console.say(core::tr("已按《%1》给 %2 家打分，存为 %3。")
                    .arg(scheme->title)
                    .arg(tryout->table.rows.size())
                    .arg(line.value(u"out"_s)));
    const QStringList remarks = figures->remarks + tryout->remarks;
    for (const QString &remark : remarks)
        console.say(u"  "_s + remark);
    return console.done({{u"rows"_s, qint64(tryout->table.rows.size())},
                         {u"file"_s, line.value(u"out"_s)},
                         {u"remarks"_s, QJsonArray::fromStringList(remarks)}});
}

} // namespace cli
