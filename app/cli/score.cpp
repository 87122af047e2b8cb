// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/schemefile.h"
#include "app/cli/verbs.h"
#include "core/base/decimal.h"
#include "core/base/tr.h"
#include "core/evaluation/tryout.h"
#include "core/tabular/header.h"
#include "core/tabular/tablereader.h"
#include "core/tabular/tablewriter.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

void addHeadings(const std::vector<core::Indicator> &indicators, QSet<QString> &headings)
{
    for (const core::Indicator &indicator : indicators) {
        headings.insert(indicator.code);
        headings.insert(core::readHeading(indicator.name).heading);
        addHeadings(indicator.children, headings);
        for (const core::KindVariant &variant : indicator.variants)
            addHeadings(variant.children, headings);
    }
}

/// What may head a column of figures for \a scheme; helps to find the header below titles.
QSet<QString> headingsOf(const core::Scheme &scheme)
{
    QSet<QString> headings{core::tr("类型"),     core::tr("镇街"), core::tr("登记日期"),
                           core::tr("上年总分"), core::tr("名称"), core::tr("单位名称")};
    for (const auto *part : {&scheme.indicators, &scheme.bonus, &scheme.deductions})
        addHeadings(*part, headings);
    return headings;
}

core::Result<core::TextTable> readFigures(const QString &path, const core::Scheme &scheme)
{
    constexpr int headerRows = 30;
    const QSet<QString> headings = headingsOf(scheme);
    CORE_ASSIGN(const std::unique_ptr<core::TableReader> reader, core::openTable(path));
    CORE_ASSIGN(const std::vector<core::Row> head, reader->peek(headerRows));
    CORE_ASSIGN(const core::TableHeader header,
                core::findHeader(head, reader->merges(), [&](QStringView heading) {
                    return headings.contains(heading.toString().section(u'.', 0, 0));
                }));
    core::TextTable table;
    for (const core::HeaderColumn &column : header.columns)
        table.header.append(column.lastLevel);
    for (;;) {
        core::Row row;
        CORE_ASSIGN(const bool more, reader->nextRow(row));
        if (!more)
            return table;
        if (row.number <= header.lastRow || header.role(row) != core::RowRole::Data)
            continue;
        QStringList &cells = table.rows.emplace_back();
        for (const core::HeaderColumn &column : header.columns)
            cells.append(row.at(column.column).cleaned());
    }
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
                              "表的第一列是组织名称，其余各列以指标编号或名称为表头；可有 "
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
    const auto tryout = core::tryScheme(*scheme, *figures);
    if (!tryout)
        return console.refused(tryout.error());
    if (const auto status = writeResult(output, tryout->table, scheme->title); !status)
        return console.refused(status.error());
    console.say(core::tr("已按《%1》给 %2 家打分，存为 %3。")
                    .arg(scheme->title)
                    .arg(tryout->table.rows.size())
                    .arg(line.value(u"out"_s)));
    for (const QString &remark : tryout->remarks)
        console.say(u"  "_s + remark);
    return console.done({{u"rows"_s, qint64(tryout->table.rows.size())},
                         {u"file"_s, line.value(u"out"_s)},
                         {u"remarks"_s, QJsonArray::fromStringList(tryout->remarks)}});
}

} // namespace cli
