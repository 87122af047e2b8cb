// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answertable.h"
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"

using namespace Qt::StringLiterals;
using core::tr;

namespace cli {

int runQuery(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments, tr("按查询取数，列成表，或存为 .xlsx、.csv。"));
    addCountyFile(line);
    line.addPlace(u"QUERY.json"_s, tr("查询；“-”从标准输入读"));
    line.addOption(u"out"_s, u"TABLE.xlsx|.csv"_s, tr("结果存为这个文件"));
    if (const std::optional<int> end = line.parse())
        return *end;
    const auto json = readJsonFile(line.place(1));
    if (!json)
        return console.refused(json.error());
    const auto query = core::Query::fromJson(*json);
    if (!query)
        return console.refused(query.error());
    int end = Done;
    const std::unique_ptr<core::Store> store = openCountyFile(console, line, core::Store::Access::Read, end);
    if (!store)
        return end;

    const auto rows = store->run(*query);
    if (!rows)
        return console.refused(rows.error());
    const AnswerTable table(*store, *query, *rows);
    if (line.has(u"out"_s)) {
        if (const auto status = table.save(line.value(u"out"_s)); !status)
            return console.refused(status.error());
        console.say(tr("已存 %1 行到 %2。").arg(rows->rows.size()).arg(line.value(u"out"_s)));
        return console.done({{u"rows"_s, qint64(rows->rows.size())}, {u"file"_s, line.value(u"out"_s)}});
    }
    if (!console.isJson()) {
        Console::writeOut(table.text());
        console.say(tr("共 %1 行。").arg(rows->rows.size()));
    }
    return console.done(console.isJson() ? table.json() : QJsonObject());
}

} // namespace cli
