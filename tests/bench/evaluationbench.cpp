// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/evaluationbench.h"

#include "core/evaluation/evaluate.h"
#include "core/evaluation/figures.h"
#include "core/evaluation/plan.h"
#include "core/evaluation/shippedschemes.h"
#include "tests/bench/benchcounty.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace core;

namespace bench {

namespace {

constexpr int year = 2025;
constexpr int repeats = 3;

const QDate cutoff(2026, 1, 15);

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
    const auto sums = runProgram(QCoreApplication::applicationFilePath(), {u"--child-sums"_s, county});
    const auto sumsByHand =
        runProgram(u"sqlite3"_s, {county, u".read "_s + QStringLiteral(BENCH_SOURCE "/sums.sql")});
    if (!sums || !sumsByHand)
        return {};
    if (sums->output != sumsByHand->output) {
        return failed(u"the figures differ"_s, sums->output + u"\nby hand:\n"_s + sumsByHand->output),
               std::nullopt;
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
        if (ours->output.section(u' ', 0, 0).toLongLong() < organizations / 2)
            return failed(u"the year was not scored"_s, ours->output), std::nullopt;
        best.ours = std::min(best.ours, ours->wall);
        best.byHand = std::min(best.byHand, byHand->wall);
    }
    return best;
}

Result<Scheme> demonstrationScheme()
{
    CORE_ASSIGN(const QByteArray json, shippedScheme(u"demo-county"_s));
    return readScheme(json);
}

} // namespace

int sumsChild(const QString &county)
{
    const auto store = Store::open(county, Store::Access::Read);
    const auto scheme = demonstrationScheme();
    if (!store || !scheme)
        return failed(u"cannot open"_s, county), 1;
    const Plan plan = makePlan(*scheme);
    Progress progress;
    const auto candidates = readCandidates(**store, plan, year, cutoff, progress);
    if (!candidates)
        return failed(candidates.error().text, candidates.error().detail), 1;
    for (const QString &code : {u"A3"_s, u"A4"_s, u"B3"_s, u"B4"_s, u"B5"_s, u"C1"_s, u"C2"_s}) {
        Decimal sum;
        for (const Candidate &candidate : *candidates) {
            const PlanNode *node = plan.of(candidate.kind).node(code);
            if (node && node->leaf >= 0)
                sum += candidate.figures[size_t(node->leaf)].value;
        }
        printLine(u"%1|%2"_s.arg(code).arg(sum.micro()));
    }
    return 0;
}

int evaluationChild(const QString &county)
{
    const auto store = Store::open(county, Store::Access::Read);
    const auto scheme = demonstrationScheme();
    if (!store || !scheme)
        return failed(u"cannot open"_s, county), 1;
    Progress progress;
    const auto outcome = evaluateYear(**store, year, *scheme, progress, cutoff);
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
    printRow({}, {u"shanzhi"_s, u"by hand"_s, u"ratio"_s, u"ours, each"_s});
    double first = 0;
    double each = 0;
    for (const qint64 size : {organizations, qint64(25'000), qint64(100'000)}) {
        if (size < organizations)
            continue;
        const auto times = measure(folder, size);
        if (!times)
            return false;
        first = first > 0 ? first : times->ours / times->byHand;
        each = times->ours * 1e6 / double(size);
        printRow(u"  %1 organizations"_s.arg(size),
                 {inSeconds(times->ours), inSeconds(times->byHand), number(times->ours / times->byHand),
                  number(each, 1) + u" µs"_s});
    }
    printLine(u"  time of the same figures by hand: "_s + ratio(first, u"<= 2"_s, first <= 2));
    return true;
}

} // namespace bench
