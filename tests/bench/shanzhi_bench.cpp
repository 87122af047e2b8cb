// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// shanzhi-bench: measures what the program promises, each figure beside a peer or a target of the same run.
#include "tests/bench/evaluationbench.h"
#include "tests/bench/importbench.h"
#include "tests/bench/measure.h"
#include "tests/bench/querybench.h"
#include "tests/bench/reportsbench.h"
#include "tests/bench/sqlitepeer.h"
#include "tests/bench/windowbench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

struct Part
{
    QString name;
    QString what;
    bool (*run)(const QDir &folder, qint64 organizations);
    qint64 organizations;
};

const std::vector<Part> &parts()
{
    static const std::vector<Part> all = {
        {u"import"_s, u".xlsx import beside SQLite alone and LibreOffice"_s, bench::importBench, 100'000},
        {u"search"_s, u"answers to typed prefixes"_s, bench::searchBench, 100'000},
        {u"evaluate"_s, u"a year beside hand-written SQL"_s, bench::evaluationBench, 3080},
        {u"list"_s, u"orders of long lists and windows of 50 rows"_s, bench::listBench, 100'000},
        {u"window"_s, u"start, search and longest block of the window"_s, bench::windowBench, 100'000},
        {u"reports"_s, u"year-end reports in one PDF"_s, bench::reportsBench, 3080},
    };
    return all;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--child-import"_s)
        return bench::importChild(arguments.value(2), arguments.value(3));
    if (arguments.value(1) == u"--child-register"_s)
        return bench::registerChild(arguments.value(2), arguments.value(3).toLongLong(), arguments.value(4));
    if (arguments.value(1) == u"--child-sqlite"_s)
        return bench::sqlitePeerChild(arguments.value(2), arguments.value(3), arguments.value(4) == u"all"_s);
    if (arguments.value(1) == u"--child-evaluate"_s)
        return bench::evaluationChild(arguments.value(2));
    if (arguments.value(1) == u"--child-sums"_s)
        return bench::sumsChild(arguments.value(2));

    QCommandLineParser line;
    QString description = u"Measures shanzhi. Parts:\n"_s;
    for (const Part &part : parts())
        description += u"  %1  %2\n"_s.arg(part.name.leftJustified(10), part.what);
    line.setApplicationDescription(description);
    line.addHelpOption();
    line.addOptions(
        {{u"organizations"_s, u"How many, instead of what each part takes."_s, u"N"_s},
         {u"folder"_s, u"Where the files go, and stay for the next run; default: a temporary one."_s,
          u"DIR"_s}});
    line.addPositionalArgument(u"parts"_s, u"Which; default: all."_s, u"[part ...]"_s);
    line.process(application);

    QTemporaryDir temporary;
    QDir folder(line.isSet(u"folder"_s) ? line.value(u"folder"_s) : temporary.path());
    if (!folder.mkpath(u"."_s))
        return bench::failed(u"cannot make the folder"_s, folder.path()), 1;
    folder.makeAbsolute();
    std::array<double, 3> load{};
    getloadavg(load.data(), int(load.size()));
    bench::printLine(u"load of the machine at the start: %1"_s.arg(load[0]));
    const QStringList chosen = line.positionalArguments();
    for (const Part &part : parts()) {
        if (!chosen.isEmpty() && !chosen.contains(part.name))
            continue;
        bench::printLine();
        const qint64 organizations =
            line.isSet(u"organizations"_s) ? line.value(u"organizations"_s).toLongLong() : part.organizations;
        if (!part.run(folder, organizations))
            return 1;
    }
    return 0;
}
