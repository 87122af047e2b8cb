// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cli {

int runBackup(Console &console, const QStringList &arguments)
{
    CommandLine line(
        console, arguments,
        core::tr(
            "备份数据文件，别的窗口正在使用时也可以。不给 --out 时存到旁边的“备份”文件夹，只留最近 10 份。"));
    addCountyFile(line);
    line.addOption(u"out"_s, u"FILE"_s, core::tr("备份存为这个文件"));
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
        const auto status =
            withProgress([&](core::Progress &progress) { return store->backup(path, &progress); });
        if (!status)
            return console.refused(status.error());
    }
    const QFileInfo file(path);
    console.say(
        core::tr("已备份到 %1（%2 KB）。").arg(file.absoluteFilePath()).arg((file.size() + 1023) / 1024));
    return console.done({{u"file"_s, file.absoluteFilePath()}, {u"bytes"_s, file.size()}});
}

} // namespace cli
