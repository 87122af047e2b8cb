// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

/// Which entry the fingerprint on a paper belongs to, in words and for machines.
QJsonObject tellHead(const Console &console, const core::HeadEntry &found)
{
    const core::JournalEntry &entry = found.entry;
    console.say(
        core::tr("这个指纹是第 %1 条日志（%2 %3）的%4。")
            .arg(entry.sequence)
            .arg(localTime(entry.at), entry.what,
                 found.isOldFormat ? core::tr("旧指纹，日志换成第二版格式以前印出的") : core::tr("指纹")));
    return {{u"sequence"_s, entry.sequence},
            {u"at"_s, entry.at.toUTC().toString(Qt::ISODate)},
            {u"what"_s, entry.what},
            {u"format"_s, found.isOldFormat ? 1 : 2}};
}

} // namespace

int runVerify(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments,
                     core::tr("检查数据文件：日志是否完整、有没有被改动，数据是否与日志相符。"));
    addCountyFile(line);
    line.addOption(u"head"_s, u"HEX"_s,
                   core::tr("纸上印的日志指纹，查它是哪一次操作时的；可以只有开头 8 位"));
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
    QJsonObject answer{{u"entries"_s, report->entries},
                       {u"edits"_s, report->edits},
                       {u"withheld"_s, report->withheld},
                       {u"head"_s, report->headHash},
                       {u"faults"_s, faults}};
    if (line.has(u"head"_s)) {
        const auto found = store->entryOfHead(line.value(u"head"_s));
        if (!found)
            return console.refused(found.error(), answer);
        answer.insert(u"head_entry"_s, tellHead(console, *found));
    }
    if (!report->faults.empty())
        return console.refused(answer);
    console.say(core::tr("完好：%1 次操作、%2 处改动，日志连续，数据与日志相符。")
                    .arg(report->entries)
                    .arg(report->edits));
    if (report->withheld > 0)
        console.say(
            core::tr("其中 %1 项个人信息已经封存或销毁，只留有不能还原的指纹。").arg(report->withheld));
    console.say(core::tr("日志指纹 %1").arg(report->headHash));
    return console.done(answer);
}

} // namespace cli
