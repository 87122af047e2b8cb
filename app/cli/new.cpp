// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"
#include "app/cli/verbs.h"
#include "core/base/tr.h"
#include "core/registry/divisiondata.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cli {

int runNew(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments, core::tr("新建一个数据文件。已有的文件不会被覆盖。"));
    addCountyFile(line);
    line.addNeeded(u"division"_s, u"CODE"_s, core::tr("所在县（市、区）的六位区划代码，如 330421"));
    line.addNeeded(u"name"_s, u"NAME"_s, core::tr("单位名称，如 示范县民政局"));
    if (const std::optional<int> end = line.parse())
        return *end;
    static const QRegularExpression sixDigits(u"^[1-9][0-9]{5}$"_s);
    core::FileInfo info;
    info.divisionCode = line.value(u"division"_s);
    info.bureau = line.value(u"name"_s).trimmed();
    if (!sixDigits.match(info.divisionCode).hasMatch())
        return line.wrongUsage(core::tr("区划代码应是六位数字，给的是“%1”。").arg(info.divisionCode));
    if (core::regionName(info.divisionCode.left(2) + u"0000"_s).isEmpty())
        return line.wrongUsage(
            core::tr("没有以“%1”开头的省份，请核对区划代码。").arg(info.divisionCode.left(2)));
    const auto store = core::Store::create(line.place(0), info);
    if (!store)
        return console.refused(store.error());
    const core::FileInfo made = (*store)->info();
    const QString region = core::regionName(made.divisionCode);
    console.say(
        core::tr("已新建 %1（%2，%3）。").arg((*store)->path(), made.bureau, made.divisionCode + region));
    if (region.isEmpty()) // the list ends in 2023, and counties are made and renamed every year
        console.say(core::tr("  2019 至 2023 年的区划表里没有 %1，请核对一遍。").arg(made.divisionCode));
    return console.done({{u"file"_s, QFileInfo((*store)->path()).absoluteFilePath()},
                         {u"bureau"_s, made.bureau},
                         {u"division"_s, made.divisionCode},
                         {u"site"_s, made.site},
                         {u"schema_version"_s, made.schemaVersion}});
}

} // namespace cli
