// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/importbench.h"

#include "core/exchange/importtable.h"
#include "tests/bench/benchcounty.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

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

/// LibreOffice, the peer that a clerk knows, reads the workbook.
std::optional<Usage> readByOffice(const QDir &folder, const QString &workbook)
{
    return runProgram(u"soffice"_s,
                      {u"-env:UserInstallation=file://"_s + folder.filePath(u"soffice-profile"_s),
                       u"--headless"_s, u"--convert-to"_s, u"csv"_s, u"--outdir"_s, folder.path(), workbook});
}

/// Seconds in which SQLite alone inserts the rows that the import has left in the county.
std::optional<double> insertedBySqlite(const QDir &folder, const QString &county, bool all)
{
    const auto peer = runProgram(
        QCoreApplication::applicationFilePath(),
        {u"--child-sqlite"_s, county, folder.filePath(u"peer.sqlite"_s), all ? u"all"_s : u"register"_s});
    if (!peer)
        return {};
    return peer->output.toDouble();
}

void keepFastest(double &fastest, double time)
{
    fastest = fastest == 0 ? time : std::min(fastest, time);
}

/// Imports one workbook into a new county, lets SQLite alone insert the same rows and LibreOffice read it, in
/// turn.
bool compare(const QDir &folder, qint64 organizations, Strings strings, bool office)
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
    const QString county = folder.filePath(u"import.shanzhi"_s);
    Usage ours;
    double libreOffice = 0;
    double sqliteRegister = 0;
    double sqliteAll = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto once = importOnce(county, workbook, organizations);
        if (!once)
            return false;
        printRow(u"  shanzhi import"_s,
                 {inSeconds(once->wall), inSeconds(once->cpu), inMegabytes(once->peak)});
        keepFastest(ours.wall, once->wall);
        ours.peak = std::max(ours.peak, once->peak);
        const auto oneTable = insertedBySqlite(folder, county, false);
        const auto everyTable = insertedBySqlite(folder, county, true);
        if (!oneTable || !everyTable)
            return false;
        printRow(u"  SQLite alone, rows of the register"_s, {inSeconds(*oneTable)});
        printRow(u"  SQLite alone, also of journal and search"_s, {inSeconds(*everyTable)});
        keepFastest(sqliteRegister, *oneTable);
        keepFastest(sqliteAll, *everyTable);
        if (!office)
            continue;
        const auto read = readByOffice(folder, workbook);
        if (!read)
            return false;
        printRow(u"  soffice --headless --convert-to csv"_s,
                 {inSeconds(read->wall), inSeconds(read->cpu), inMegabytes(read->peak)});
        keepFastest(libreOffice, read->wall);
    }
    printLine(u"  fastest of %1: %2"_s.arg(rounds).arg(inSeconds(ours.wall)));
    const double slower = ours.wall / sqliteRegister;
    printLine(u"  against SQLite inserting the same register (%1): %2"_s.arg(
        inSeconds(sqliteRegister), ratio(slower, u"<= 1.5"_s, slower <= 1.5)));
    printLine(u"  against SQLite inserting all rows it leaves (%1): %2 x"_s.arg(
        inSeconds(sqliteAll), number(ours.wall / sqliteAll)));
    const double faster = libreOffice / ours.wall;
    printLine(office ? u"  faster than LibreOffice (%1): %2"_s.arg(inSeconds(libreOffice),
                                                                   ratio(faster, u">= 2.5"_s, faster >= 2.5))
                     : u"  LibreOffice (soffice) is not installed: not compared"_s);
    printLine(u"  peak memory: %1 (target < 400 MB: %2)"_s.arg(inMegabytes(ours.peak),
                                                               ours.peak < 400 ? u"met"_s : u"MISSED"_s));
    return true;
}

} // namespace

bool importBench(const QDir &folder, qint64 organizations)
{
    const bool office = !QStandardPaths::findExecutable(u"soffice"_s).isEmpty();
    // LibreOffice needs some seconds to make its settings at the first start.
    if (office)
        (void)runProgram(u"soffice"_s,
                         {u"-env:UserInstallation=file://"_s + folder.filePath(u"soffice-profile"_s),
                          u"--headless"_s, u"--terminate_after_init"_s});
    return compare(folder, organizations, Strings::Shared, office) &&
           compare(folder, organizations, Strings::Inline, office);
}

} // namespace bench
