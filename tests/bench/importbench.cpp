// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/importbench.h"

#include "core/exchange/importtable.h"
#include "tests/bench/benchcounty.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace core;

namespace bench {

int importChild(const QString &county, const QString &workbook)
{
    auto store = Store::open(county);
    if (!store)
        return failed(store.error().text, store.error().detail), 1;
    Progress progress;
    ImportOptions options;
    options.type = findRecordType(u"organization"_s);
    const auto report = importTable(**store, workbook, options, progress);
    if (!report)
        return failed(report.error().text, report.error().detail), 1;
    printLine(u"added %1 refused %2"_s.arg(report->added).arg(report->refused));
    for (size_t i = 0; i < std::min<size_t>(3, report->refusals.size()); ++i)
        printLine(u"row %1: %2"_s.arg(report->refusals[i].row).arg(report->refusals[i].text));
    return 0;
}

bool importBench(const QDir &folder, qint64 organizations)
{
    const QString workbook = folder.filePath(u"register-%1.xlsx"_s.arg(organizations));
    if (!QFile::exists(workbook)) {
        if (const Status written = writeRegister(workbook, organizations); !written)
            return failed(written.error().text, written.error().detail);
    }
    const QString county = folder.filePath(u"import.shanzhi"_s);
    QFile::remove(county);
    QFile::remove(county + u"-wal"_s);
    QFile::remove(county + u"-shm"_s);
    if (const Status made = makeCounty(county, organizations); !made)
        return failed(made.error().text, made.error().detail);

    printLine(
        u"Import of %1 organizations x %2 columns (.xlsx, %3 MB), checks and journal on"_s.arg(organizations)
            .arg(registerColumns)
            .arg(number(double(QFile(workbook).size()) / 1e6, 1)));
    const auto ours =
        runProgram(QCoreApplication::applicationFilePath(), {u"--child-import"_s, county, workbook});
    if (!ours)
        return false;
    if (!ours->output.startsWith(u"added %1 refused 0\n"_s.arg(organizations)))
        return failed(u"the import did not take every row"_s, ours->output);
    const auto peer = runProgram(
        u"soffice"_s, {u"-env:UserInstallation=file://"_s + folder.filePath(u"soffice-profile"_s),
                       u"--headless"_s, u"--convert-to"_s, u"csv"_s, u"--outdir"_s, folder.path(), workbook});
    printRow({}, {u"wall"_s, u"cpu"_s, u"peak"_s});
    printRow(u"  shanzhi import"_s, {inSeconds(ours->wall), inSeconds(ours->cpu), inMegabytes(ours->peak)});
    if (!peer)
        return false;
    printRow(u"  soffice --headless --convert-to csv"_s,
             {inSeconds(peer->wall), inSeconds(peer->cpu), inMegabytes(peer->peak)});
    const double faster = peer->wall / ours->wall;
    printLine(u"  faster than LibreOffice: "_s + ratio(faster, u">= 2.5"_s, faster >= 2.5));
    printLine(u"  peak memory: %1 (target < 400 MB: %2)"_s.arg(inMegabytes(ours->peak),
                                                               ours->peak < 400 ? u"met"_s : u"MISSED"_s));
    return true;
}

} // namespace bench
