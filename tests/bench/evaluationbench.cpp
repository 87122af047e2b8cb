// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/evaluationbench.h"

#include "core/evaluation/shippedschemes.h"
#include "core/evaluation/yearjob.h"
#include "tests/bench/benchcounty.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace core;

namespace bench {

namespace {

constexpr int year = 2025;
constexpr int repeats = 3;

struct Times
{
    double ours = 0;
    double byHand = 0;
};

/// The best of some runs of each, as whole processes: opening the file is part of both.
std::optional<Times> measure(const QDir &folder, qint64 organizations)
{
    const QString county = folder.filePath(u"year-%1.shanzhi"_s.arg(organizations));
    {
        const auto store = openCounty(county, organizations, true);
        if (!store)
            return failed(store.error().text, store.error().detail), std::nullopt;
    }
    Times best{1e9, 1e9};
    for (int i = 0; i < repeats; ++i) {
        const auto ours =
            runProgram(QCoreApplication::applicationFilePath(), {u"--child-evaluate"_s, county});
        const auto byHand =
            runProgram(u"sqlite3"_s, {county, u".output /dev/null"_s,
                                      u".read "_s + QStringLiteral(BENCH_SOURCE "/figures.sql")});
        if (!ours || !byHand)
            return {};
        best.ours = std::min(best.ours, ours->wall);
        best.byHand = std::min(best.byHand, byHand->wall);
        if (i == 0)
            printLine(u"  "_s + ours->output.trimmed());
    }
    return best;
}

} // namespace

int evaluationChild(const QString &county)
{
    const auto store = Store::open(county, Store::Access::Read);
    const auto json = shippedScheme(u"demo-county"_s);
    if (!store || !json)
        return failed(u"cannot open"_s, county), 1;
    const auto scheme = readScheme(*json);
    if (!scheme)
        return failed(scheme.error().text), 1;
    Progress progress;
    const auto outcome = evaluateYear(**store, year, *scheme, progress, QDate(2026, 1, 15));
    if (!outcome)
        return failed(outcome.error().text, outcome.error().detail), 1;
    printLine(
        u"%1 organizations scored, peak %2"_s.arg(outcome->scores.size()).arg(inMegabytes(peakMegabytes())));
    return 0;
}

bool evaluationBench(const QDir &folder, qint64 organizations)
{
    printLine(
        u"Evaluating %1 (the demonstration scheme: figures, scores, ranks) beside the sqlite3 shell"_s.arg(
            year));
    const auto whole = measure(folder, organizations);
    const auto quarter = whole ? measure(folder, organizations / 4) : std::nullopt;
    if (!quarter)
        return false;
    printRow({}, {u"shanzhi"_s, u"by hand"_s});
    printRow(u"  %1 organizations"_s.arg(organizations / 4),
             {inSeconds(quarter->ours), inSeconds(quarter->byHand)});
    printRow(u"  %1 organizations"_s.arg(organizations), {inSeconds(whole->ours), inSeconds(whole->byHand)});
    const double against = whole->ours / whole->byHand;
    printLine(u"  time of the same figures by hand: "_s + ratio(against, u"<= 2"_s, against <= 2));
    printLine(u"  four times the organizations take "_s + number(whole->ours / quarter->ours) +
              u" times as long"_s);
    return true;
}

} // namespace bench
