// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"
#include "core/store/restoration.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

int listBackups(const Console &console, const QString &county)
{
    const std::vector<core::BackupSummary> backups = core::backupSummaries(county);
    QJsonArray list;
    for (const core::BackupSummary &backup : backups) {
        console.say(u"%1  %2  %3  %4"_s.arg(
            localTime(backup.at), padded(core::tr("%1 KB").arg((backup.bytes + 1023) / 1024), 10),
            backup.fault.isEmpty() ? core::tr("%1 条记录，%2 次操作，最后是“%3”")
                                         .arg(backup.records)
                                         .arg(backup.entries)
                                         .arg(backup.lastEntry)
                                   : backup.fault,
            backup.path));
        list.append(QJsonObject{{u"file"_s, backup.path},
                                {u"at"_s, backup.at.toUTC().toString(Qt::ISODate)},
                                {u"bytes"_s, backup.bytes},
                                {u"records"_s, backup.records},
                                {u"entries"_s, backup.entries},
                                {u"last_entry"_s, backup.lastEntry},
                                {u"fault"_s, backup.fault}});
    }
    if (backups.empty())
        console.say(core::tr("“%1”旁边还没有备份。").arg(county));
    return console.done({{u"backups"_s, list}});
}

} // namespace

int runRestore(Console &console, const QStringList &arguments)
{
    CommandLine line(
        console, arguments,
        core::tr("从备份恢复数据文件：先校验备份，再放到数据文件的位置；原来的文件改名留在旁边。\n"
                 "不给 BACKUP 时列出数据文件旁边的备份。"));
    addCountyFile(line);
    line.addOptionalPlace(u"BACKUP.shanzhi"_s, core::tr("用这一份备份"));
    if (const std::optional<int> end = line.parse())
        return *end;
    if (!line.hasPlace(1))
        return listBackups(console, line.place(0));
    const auto restored = withProgress([&](core::Progress &progress) -> core::Result<core::Restored> {
        CORE_ASSIGN(const std::unique_ptr<core::Restoration> made,
                    core::Restoration::prepare(line.place(1), line.place(0), &progress));
        return made->takePlace();
    });
    if (!restored)
        return console.refused(restored.error());
    console.say(restored->sentence());
    return console.done({{u"file"_s, restored->county},
                         {u"kept"_s, restored->kept},
                         {u"at"_s, restored->at.toUTC().toString(Qt::ISODate)},
                         {u"records"_s, restored->records},
                         {u"entries"_s, restored->entries}});
}

} // namespace cli
