// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

int runVerify(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments,
                     core::tr("检查数据文件：日志是否完整、有没有被改动，数据是否与日志相符。"));
    addCountyFile(line);
    int end = Done;
    const std::unique_ptr<core::Store> store = parseAndOpen(console, line, core::Store::Access::Read, end);
    if (!store)
        return end;
    const auto report = withProgress([&](core::Progress &progress) { return store->verify(&progress); });
    if (!report)
        return console.refused(report.error());
    QJsonArray faults;
    for (const QString &fault : report->faults) {
        faults.append(fault);
        if (!console.isJson())
            Console::writeError(fault + u'\n');
    }
    const QJsonObject answer{{u"entries"_s, report->entries},
                             {u"edits"_s, report->edits},
                             {u"head"_s, report->headHash},
                             {u"faults"_s, faults}};
    if (!report->faults.empty())
        return console.refused(answer);
    console.say(core::tr("完好：%1 次操作、%2 处改动，日志连续，数据与日志相符。")
                    .arg(report->entries)
                    .arg(report->edits));
    console.say(core::tr("日志指纹 %1").arg(report->headHash));
    return console.done(answer);
}

} // namespace cli
