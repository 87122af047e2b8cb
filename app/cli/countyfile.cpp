// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countyfile.h"

#include "core/base/tr.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace cli {

void addCountyFile(CommandLine &line)
{
    line.addPlace(u"COUNTY.shanzhi"_s, core::tr("数据文件"));
}

std::unique_ptr<core::Store> openCountyFile(const Console &console, const CommandLine &line,
                                            core::Store::Access access, int &end)
{
    // Only a file of an older version takes its time.
    auto store = withProgress(
        [&](core::Progress &progress) { return core::Store::open(line.place(0), access, &progress); });
    if (!store) {
        end = console.refused(store.error());
        return nullptr;
    }
    if (access == core::Store::Access::Write && (*store)->isReadOnly()) {
        end = console.refused({core::Error::Code::ReadOnly, (*store)->readOnlyReason(), {}});
        return nullptr;
    }
    return *std::move(store);
}

std::unique_ptr<core::Store> parseAndOpen(const Console &console, CommandLine &line,
                                          core::Store::Access access, int &end)
{
    if (const std::optional<int> parsed = line.parse()) {
        end = *parsed;
        return nullptr;
    }
    return openCountyFile(console, line, access, end);
}

core::Result<QJsonObject> readJsonFile(const QString &path)
{
    QFile file(path);
    const bool opened =
        path == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return core::Error{core::Error::Code::NotFound, core::tr("打不开“%1”，请检查路径。").arg(path),
                           file.errorString()};
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &fault);
    if (!document.isObject())
        return core::Error{
            core::Error::Code::FileFormat,
            core::tr("“%1”不是 JSON（应为一个 {…}），请检查第 %2 个字节附近。").arg(path).arg(fault.offset),
            fault.errorString()};
    return document.object();
}

QString localTime(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace cli
