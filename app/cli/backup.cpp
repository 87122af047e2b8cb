// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"
#include "core/store/restoration.h"

#include <QFileInfo>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

QString inKilobytes(qint64 bytes)
{
    return core::tr("%1 KB").arg((bytes + 1023) / 1024);
}

void addBackup(CommandLine &line)
{
    line.addPlace(u"BACKUP.shanzhi"_s, core::tr("一份备份"));
}

/// What a backup holds, for machines.
QJsonObject contentOf(const core::Restored &backup)
{
    return {{u"at"_s, backup.at.toUTC().toString(Qt::ISODate)},
            {u"records"_s, backup.records},
            {u"entries"_s, backup.entries}};
}

/// The same of one in the list, for people.
QString contentOf(const core::BackupSummary &backup)
{
    if (!backup.fault.isEmpty())
        return backup.fault;
    const QString text = core::tr("%1 条记录，%2 次操作，最后是“%3”")
                             .arg(backup.records)
                             .arg(backup.entries)
                             .arg(backup.lastEntry);
    return backup.otherFile.isEmpty() ? text
                                      : core::tr("%1，是另一个数据文件（%2）的").arg(text, backup.otherFile);
}

int runBackupList(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments, core::tr("列出程序给这个数据文件做过的备份，新的在前。"));
    addCountyFile(line);
    if (const std::optional<int> end = line.parse())
        return *end;
    const std::vector<core::BackupSummary> backups = core::backupSummaries(line.place(0));
    QJsonArray list;
    for (const core::BackupSummary &backup : backups) {
        console.say(u"%1  %2  %3  %4"_s.arg(localTime(backup.at), padded(inKilobytes(backup.bytes), 10),
                                            contentOf(backup), backup.path));
        list.append(QJsonObject{{u"file"_s, backup.path},
                                {u"at"_s, backup.at.toUTC().toString(Qt::ISODate)},
                                {u"bytes"_s, backup.bytes},
                                {u"records"_s, backup.records},
                                {u"entries"_s, backup.entries},
                                {u"last_entry"_s, backup.lastEntry},
                                {u"other_file"_s, backup.otherFile},
                                {u"fault"_s, backup.fault}});
    }
    if (backups.empty())
        console.say(core::tr("“%1”旁边还没有它的备份。").arg(line.place(0)));
    return console.done({{u"backups"_s, list}});
}

int runBackupCheck(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments,
                     core::tr("检查一份备份能不能恢复：取齐附件，逐条校验。不改动任何文件。"));
    addBackup(line);
    if (const std::optional<int> end = line.parse())
        return *end;
    const auto checked = withProgress(
        [&](core::Progress &progress) { return core::Restoration::check(line.place(0), &progress); });
    if (!checked)
        return console.refused(checked.error());
    console.say(core::tr("备份完好，可以恢复：%1 的数据，%2 条记录、%3 次操作。")
                    .arg(localTime(checked->at))
                    .arg(checked->records)
                    .arg(checked->entries));
    QJsonObject answer = contentOf(*checked);
    answer.insert(u"file"_s, line.place(0));
    return console.done(answer);
}

int runBackupRestore(Console &console, const QStringList &arguments)
{
    CommandLine line(
        console, arguments,
        core::tr("从备份恢复数据文件：先校验备份，再放到数据文件的位置；原来的文件改名留在旁边。"));
    addCountyFile(line);
    addBackup(line);
    line.addFlag(u"force"_s, core::tr("备份是别的数据文件的，或者会丢掉已对外办过的事时，也恢复"));
    if (const std::optional<int> end = line.parse())
        return *end;
    QString warning;
    const auto restored = withProgress([&](core::Progress &progress) -> core::Result<core::Restored> {
        CORE_ASSIGN(const std::unique_ptr<core::Restoration> made,
                    core::Restoration::prepare(line.place(1), line.place(0), &progress));
        warning = made->warning();
        if (!warning.isEmpty() && !line.has(u"force"_s))
            return core::Error{
                core::Error::Code::Conflict,
                core::tr("%1\n没有恢复，现在的文件没有动。确实要恢复，请加 --force。")
                    .arg(warning + (made->lost().isEmpty() ? QString() : u'\n' + made->lost())),
                {}};
        return made->takePlace();
    });
    if (!restored)
        return console.refused(restored.error());
    if (!warning.isEmpty())
        console.say(warning);
    console.say(restored->sentence());
    QJsonObject answer = contentOf(*restored);
    answer.insert(u"file"_s, restored->county);
    answer.insert(u"kept"_s, restored->kept);
    answer.insert(u"warning"_s, warning);
    answer.insert(u"lost"_s, restored->lost);
    return console.done(answer);
}

int runBackupMake(Console &console, const QStringList &arguments)
{
    CommandLine line(
        console, arguments,
        core::tr("备份数据文件，别的窗口正在使用时也可以。不给 --out 时存到旁边的“备份”文件夹，"
                 "只留最近 10 份；数据文件很大时留得少些。\n"
                 "另有：backup list COUNTY.shanzhi 列出备份；backup check BACKUP.shanzhi 检查一份备份；\n"
                 "backup restore COUNTY.shanzhi BACKUP.shanzhi 从备份恢复。"));
    addCountyFile(line);
    line.addOption(u"out"_s, u"FILE"_s, core::tr("备份存为这个文件"));
    line.addForce();
    int end = Done;
    const std::unique_ptr<core::Store> store = parseAndOpen(console, line, core::Store::Access::Read, end);
    if (!store)
        return end;
    QString path = line.value(u"out"_s);
    if (path.isEmpty()) {
        const auto made = store->automaticBackup(core::tr("手动"));
        if (!made)
            return console.refused(made.error());
        path = *made;
    } else {
        const auto status = withProgress([&](core::Progress &progress) {
            return store->backup({path, line.existing()}, &progress);
        });
        if (!status)
            return console.refused(status.error());
    }
    const QFileInfo file(path);
    console.say(core::tr("已备份到 %1（%2）。").arg(file.absoluteFilePath(), inKilobytes(file.size())));
    return console.done({{u"file"_s, file.absoluteFilePath()}, {u"bytes"_s, file.size()}});
}

} // namespace

int runBackup(Console &console, const QStringList &arguments)
{
    struct Further
    {
        const char *name;
        int (*run)(Console &, const QStringList &);
    };
    constexpr std::array further{Further{"list", runBackupList}, Further{"check", runBackupCheck},
                                 Further{"restore", runBackupRestore}};
    for (const auto &[name, run] : further) {
        if (arguments.value(1) == QLatin1StringView(name))
            return run(console,
                       QStringList{arguments.first() + u' ' + QLatin1StringView(name)} + arguments.mid(2));
    }
    // Whoever means a file names one that is there, or that looks like one.
    const QString word = arguments.value(1);
    const bool isFile = word.isEmpty() || word.startsWith(u'-') || word.contains(u'.') ||
                        word.contains(u'/') || word.contains(u'\\') || QFileInfo::exists(word);
    if (!isFile)
        return CommandLine(console, arguments, {})
            .wrongUsage(
                core::tr("没有“backup %1”这个动词。backup 后面是数据文件，或者 list、check、restore。")
                    .arg(word));
    return runBackupMake(console, arguments);
}

} // namespace cli
