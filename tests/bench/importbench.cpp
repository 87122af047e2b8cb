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

namespace {

/// Imports one workbook into a new county and lets LibreOffice read it.
bool compare(const QDir &folder, qint64 organizations, Strings strings)
{
    const bool shared = strings == Strings::Shared;
    const QString workbook =
        folder.filePath(u"register-%1-%2.xlsx"_s.arg(shared ? u"shared"_s : u"inline"_s).arg(organizations));
    if (!QFile::exists(workbook)) {
        if (const Status written = writeRegister(workbook, organizations, strings); !written)
            return failed(written.error().text, written.error().detail);
    }
    const QString county = folder.filePath(u"import.shanzhi"_s);
    QFile::remove(county);
    QFile::remove(county + u"-wal"_s);
    QFile::remove(county + u"-shm"_s);
    if (const Status made = makeCounty(county, organizations); !made)
        return failed(made.error().text, made.error().detail);

    printLine(u"Import of %1 organizations x %2 columns, checks and journal on (.xlsx, %3 MB, %4)"_s
                  .arg(organizations)
                  .arg(registerColumns)
                  .arg(number(double(QFile(workbook).size()) / 1e6, 1),
                       shared ? u"texts in a table, as Excel writes them"_s : u"texts in the cells"_s));
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

} // namespace

bool importBench(const QDir &folder, qint64 organizations)
{
    // LibreOffice needs some seconds to make its settings at the first start.
    (void)runProgram(u"soffice"_s,
                     {u"-env:UserInstallation=file://"_s + folder.filePath(u"soffice-profile"_s),
                      u"--headless"_s, u"--terminate_after_init"_s});
    return compare(folder, organizations, Strings::Shared) && compare(folder, organizations, Strings::Inline);
}

} // namespace bench
