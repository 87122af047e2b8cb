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

int registerChild(const QString &workbook, qint64 organizations, const QString &strings)
{
    const Status written =
        writeRegister(workbook, organizations, strings == u"shared" ? Strings::Shared : Strings::Inline);
    if (!written)
        return failed(written.error().text, written.error().detail), 1;
    return 0;
}

namespace {

/// A machine that does other things as well gives every run another time; the fastest is the program's own.
constexpr int rounds = 5;

/// Imports the workbook into a new county.
std::optional<Usage> importOnce(const QString &county, const QString &workbook, qint64 organizations)
{
    for (const QString &behind : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(county + behind);
    if (const Status made = makeCounty(county, organizations); !made) {
        failed(made.error().text, made.error().detail);
        return {};
    }
    auto usage = runProgram(QCoreApplication::applicationFilePath(), {u"--child-import"_s, county, workbook});
    if (usage && !usage->output.startsWith(u"added %1 refused 0\n"_s.arg(organizations))) {
        failed(u"the import did not take every row"_s, usage->output);
        return {};
    }
    return usage;
}

/// Imports one workbook into a new county and lets LibreOffice read it, in turn.
bool compare(const QDir &folder, qint64 organizations, Strings strings)
{
    const bool shared = strings == Strings::Shared;
    const QString workbook =
        folder.filePath(u"register-%1-%2.xlsx"_s.arg(shared ? u"shared"_s : u"inline"_s).arg(organizations));
    // In a process of its own: what this one needs would count as the peak of those it starts.
    if (!QFile::exists(workbook) &&
        !runProgram(QCoreApplication::applicationFilePath(),
                    {u"--child-register"_s, workbook, QString::number(organizations),
                     shared ? u"shared"_s : u"inline"_s}))
        return false;
    printLine(u"Import of %1 organizations x %2 columns, checks and journal on (.xlsx, %3 MB, %4)"_s
                  .arg(organizations)
                  .arg(registerColumns)
                  .arg(number(double(QFile(workbook).size()) / 1e6, 1),
                       shared ? u"texts in a table, as Excel writes them"_s : u"texts in the cells"_s));
    printRow({}, {u"wall"_s, u"cpu"_s, u"peak"_s});
    Usage ours;
    Usage peer;
    for (int round = 0; round < rounds; ++round) {
        const auto once = importOnce(folder.filePath(u"import.shanzhi"_s), workbook, organizations);
        if (!once)
            return false;
        const auto read = runProgram(
            u"soffice"_s,
            {u"-env:UserInstallation=file://"_s + folder.filePath(u"soffice-profile"_s), u"--headless"_s,
             u"--convert-to"_s, u"csv"_s, u"--outdir"_s, folder.path(), workbook});
        printRow(u"  shanzhi import"_s,
                 {inSeconds(once->wall), inSeconds(once->cpu), inMegabytes(once->peak)});
        if (!read)
            return false;
        printRow(u"  soffice --headless --convert-to csv"_s,
                 {inSeconds(read->wall), inSeconds(read->cpu), inMegabytes(read->peak)});
        if (round == 0 || once->wall < ours.wall)
            ours.wall = once->wall;
        if (round == 0 || read->wall < peer.wall)
            peer.wall = read->wall;
        ours.peak = std::max(ours.peak, once->peak);
    }
    const double faster = peer.wall / ours.wall;
    printLine(u"  fastest of %1: %2 against %3, faster than LibreOffice: %4"_s.arg(rounds).arg(
        inSeconds(ours.wall), inSeconds(peer.wall), ratio(faster, u">= 2.5"_s, faster >= 2.5)));
    printLine(u"  peak memory: %1 (target < 400 MB: %2)"_s.arg(inMegabytes(ours.peak),
                                                               ours.peak < 400 ? u"met"_s : u"MISSED"_s));
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
