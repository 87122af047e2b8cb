// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answertable.h"
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"
#include "core/exchange/exportquery.h"
#include "core/store/coveredquestion.h"
#include "core/tabular/tablewriter.h"

using namespace Qt::StringLiterals;

namespace cli {

int runQuery(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments, core::tr("按查询取数，列成表，或存为 .xlsx、.csv。"));
    addCountyFile(line);
    line.addPlace(u"QUERY.json"_s, core::tr("查询；“-”从标准输入读"));
    line.addOption(u"out"_s, u"TABLE.xlsx|.csv"_s, core::tr("结果存为这个文件"));
    line.addForce();
    line.addFlag(
        u"unmasked"_s,
        core::tr("不遮盖姓名、电话、证件号码等个人信息，也可以按它们查；在数据文件的日志里留一条记录"));
    if (const std::optional<int> end = line.parse())
        return *end;
    const auto json = readJsonFile(line.place(1));
    if (!json)
        return console.refused(json.error());
    const auto query = core::Query::fromJson(*json);
    if (!query)
        return console.refused(query.error());
    const bool unmasked = line.has(u"unmasked"_s);
    const core::Audience audience = unmasked ? core::Audience::OpenExport : core::Audience::Export;
    if (const core::Status allowed = core::checkNothingCovered(*query, audience); !allowed)
        return console.refused(allowed.error());
    int end = Done;
    const std::unique_ptr<core::Store> store =
        openCountyFile(console, line, unmasked ? core::Store::Access::Write : core::Store::Access::Read, end);
    if (!store)
        return end;
    const core::Output output(line.value(u"out"_s), line.existing(),
                              store->ownFiles() + QStringList{line.place(1)});
    if (line.has(u"out"_s)) {
        if (const core::Status free = core::checkTableOutput(output); !free)
            return console.refused(free.error());
    }
    if (unmasked) {
        const core::RecordType *type = core::findRecordType(query->type);
        const QString title = type ? core::tr(type->title) : query->type;
        if (const core::Status noted = store->note(core::tr("命令行取出%1，未遮盖个人信息").arg(title));
            !noted)
            return console.refused(noted.error());
    }

    if (line.has(u"out"_s)) {
        const auto written = withProgress([&](core::Progress &progress) {
            return core::exportQuery(*store, *query, output, audience, progress);
        });
        if (!written)
            return console.refused(written.error());
        console.say(core::tr("已存 %1 行到 %2。").arg(*written).arg(output.path));
        return console.done({{u"rows"_s, *written}, {u"file"_s, output.path}});
    }
    const auto rows = store->run(*query);
    if (!rows)
        return console.refused(rows.error());
    const AnswerTable table(*store, *query, *rows, audience);
    if (!console.isJson()) {
        Console::writeOut(table.text());
        console.say(core::tr("共 %1 行。").arg(rows->rows.size()));
    }
    return console.done(console.isJson() ? table.json() : QJsonObject());
}

} // namespace cli
