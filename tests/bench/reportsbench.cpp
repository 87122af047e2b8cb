// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/reportsbench.h"

#include "tests/bench/benchcounty.h"
#include "tests/bench/measure.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

struct Run
{
    qint64 reports = 0;
    qint64 pages = 0;
    Usage usage;
};

std::optional<Run> print(const QString &county, const QByteArray &query)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"query.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(query) != query.size())
        return failed(u"cannot write"_s, file.fileName()), std::nullopt;
    file.close();
    const auto usage =
        runProgram(QStringLiteral(BENCH_CLI),
                   {u"report"_s, county, u"--year"_s, u"2025"_s, u"--out"_s, folder.filePath(u"out"_s),
                    u"--single-file"_s, u"--query"_s, file.fileName(), u"--json"_s});
    if (!usage)
        return {};
    const QJsonObject answer = QJsonDocument::fromJson(usage->output.toUtf8()).object();
    const Run run{answer.value("reports"_L1).toInteger(), answer.value("pages"_L1).toInteger(), *usage};
    if (run.reports == 0 || run.pages < run.reports)
        return failed(u"no reports were made"_s, usage->output), std::nullopt;
    return run;
}

} // namespace

bool reportsBench(const QDir &folder, qint64 organizations)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QString county = evaluatedCounty(folder, organizations);
    if (county.isEmpty())
        return false;
    const auto registered = print(county, R"({"type":"organization","where":{"field":"kind","oneOf":
        ["association","service_institution","intermediary"]}})");
    const auto all = registered ? print(county, R"({"type":"organization","where":{"field":"kind","oneOf":
        ["association","service_institution","community_organization"]}})")
                                : std::nullopt;
    if (!all)
        return false;
    printLine(u"Year-end reports in one PDF, by the command line, of a county of %1"_s.arg(organizations));
    printRow({}, {u"pages"_s, u"time"_s, u"cpu"_s, u"peak"_s, u"aim"_s});
    const auto row = [](const Run &run, double aim) {
        printRow(u"  %1 reports"_s.arg(run.reports),
                 {QString::number(run.pages), inSeconds(run.usage.wall), inSeconds(run.usage.cpu),
                  inMegabytes(run.usage.peak),
                  u"  %1 x of %2: %3"_s.arg(number(run.usage.wall / aim), inSeconds(aim),
                                            run.usage.wall < aim ? u"met"_s : u"MISSED"_s)});
    };
    row(*registered, 15);
    row(*all, 80);
    printLine(u"  %1 times the reports take %2 times the time and %3 times the memory"_s.arg(
        number(double(all->reports) / double(registered->reports)),
        number(all->usage.wall / registered->usage.wall), number(all->usage.peak / registered->usage.peak)));
    return true;
}

} // namespace bench
