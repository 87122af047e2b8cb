// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "core/base/tr.h"
#include "core/sample/samplefiles.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

int runSample(Console &console, const QStringList &arguments)
{
    CommandLine line(console, arguments,
                     core::tr("生成示范县的样例台账（全部虚构）。同样的种子得到同样的内容。"));
    line.addNeeded(u"out"_s, u"DIR"_s, core::tr("放台账的文件夹"));
    line.addNumber(u"organizations"_s, u"N"_s, core::tr("组织数，20 至 1000000，默认 3080"), 20, 1'000'000);
    line.addNumber(u"seed"_s, u"S"_s, core::tr("随机种子，默认 330421"), 0,
                   std::numeric_limits<qint64>::max());
    line.addForce();
    if (const std::optional<int> end = line.parse())
        return *end;
    core::SampleOptions options;
    options.organizations = line.number(u"organizations"_s).value_or(options.organizations);
    options.seed = quint64(line.number(u"seed"_s).value_or(qint64(options.seed)));

    const auto written = withProgress([&](core::Progress &progress) {
        return core::writeSample({line.value(u"out"_s), line.existing()}, options, &progress);
    });
    if (!written)
        return console.refused(written.error());
    QJsonArray files;
    for (const core::SampleFile &file : *written) {
        console.say(u"%1  --type %2  %3"_s.arg(padded(file.name, 30), padded(file.type, 20),
                                               core::tr("%1 行").arg(file.rows)));
        files.append(QJsonObject{{u"file"_s, file.name}, {u"type"_s, file.type}, {u"rows"_s, file.rows}});
    }
    console.say(core::tr("共 %1 个台账，按上面的次序导入。").arg(written->size()));
    return console.done({{u"folder"_s, QDir(line.value(u"out"_s)).absolutePath()}, {u"files"_s, files}});
}

} // namespace cli
