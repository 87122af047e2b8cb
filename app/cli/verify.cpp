// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"
#include "core/store/filelock.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

/// Which entry the head on a paper belongs to, for machines.
QJsonObject headEntry(const core::HeadEntry &found)
{
    const core::JournalEntry &entry = found.entry;
    return {{u"sequence"_s, entry.sequence},
            {u"entries"_s, found.entries},
            {u"at"_s, entry.at.toUTC().toString(Qt::ISODate)},
            {u"what"_s, entry.what},
            {u"format"_s, found.isOldFormat ? 1 : 2}};
}

} // namespace

int runVerify(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments,
                     core::tr("检查数据文件：有没有损坏，日志是否完整、有没有被改动，数据是否与日志相符，"
                              "有没有别的工具加进去的东西。\n"
                              "每条日志的指纹盖住它以前的全部日志。懂得怎么算的人改了数据，可以把后面的指纹"
                              "全部重算，这里就看不出来；但重算以后，日志首和以前印在报告上的不一样了。"
                              "所以请留着印好的报告，用 --against 比对。"));
    addCountyFile(line);
    line.addOption(u"against"_s, u"HEAD"_s,
                   core::tr("和纸上印的日志首比对，查它是哪一次操作时的；可以只有开头 8 位"));
    line.addFlag(u"unlock"_s, core::tr("先解除别的计算机没来得及解除的锁；那边的程序还开着时不要用"));
    if (const std::optional<int> parsed = line.parse())
        return *parsed;
    if (line.has(u"unlock"_s)) {
        if (const core::Status unlocked = core::FileLock::breakLeft(line.place(0)); !unlocked)
            return console.refused(unlocked.error());
    }
    int end = Done;
    const std::unique_ptr<core::Store> store = openCountyFile(console, line, core::Store::Access::Read, end);
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
    QJsonObject answer{{u"entries"_s, report->entries},   {u"edits"_s, report->edits},
                       {u"withheld"_s, report->withheld}, {u"damaged"_s, report->isDamaged},
                       {u"head"_s, report->headHash},     {u"faults"_s, faults}};
    if (!report->faults.empty() && !console.isJson())
        Console::writeError(report->summary() + u'\n');
    if (line.has(u"against"_s)) {
        const auto found = store->entryOfHead(line.value(u"against"_s));
        if (!found)
            return console.refused(found.error(), answer);
        console.say(found->sentence());
        answer.insert(u"head_entry"_s, headEntry(*found));
    }
    if (!report->faults.empty())
        return console.refused(answer);
    console.say(core::tr("%1。%2").arg(report->title(), report->summary()));
    return console.done(answer);
}

} // namespace cli
