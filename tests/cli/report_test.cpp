// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

/// A town and three associations, evaluated for 2025 by the shipped scheme.
void fillEvaluated(const CliFolder &folder)
{
    folder.makeCountyOf("单位名称,类型,镇街,登记日期,党建入章,信息公开项数\n"
                        "示范县葡萄协会,社会团体,锦湖街道,2015-03-05,是,8\n"
                        "示范县棋类协会,社会团体,锦湖街道,2019-01-01,否,2\n"
                        "示范县新协会,社会团体,锦湖街道,2025-06-01,否,2\n");
    REQUIRE(runCli({u"evaluate"_s, folder.county(), u"--year"_s, u"2025"_s}).code == 0);
}

bool isPdf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-" && file.size() > 5000;
}

} // namespace

TEST_CASE("report makes a PDF for each organization, the notice, the summary and the table of ranks")
{
    const CliFolder folder;
    fillEvaluated(folder);
    const CliRun run = runCli({u"report"_s, folder.county(), u"--year"_s, u"2025"_s, u"--out"_s,
                               folder.path(u"报 告"_s), u"--json"_s});
    INFO(run.error.toStdString());
    REQUIRE(run.code == 0);
    CHECK(run.json()["reports"_L1] == 3);
    const QJsonArray files = run.json()["files"_L1].toArray();
    CHECK(files.size() == 6);
    int pdfs = 0;
    for (const QJsonValue &file : files) {
        INFO(file.toString().toStdString());
        CHECK(QFile::exists(file.toString()));
        if (file.toString().endsWith(u".pdf"_s)) {
            CHECK(isPdf(file.toString()));
            ++pdfs;
        }
    }
    CHECK(pdfs == 5);
}

TEST_CASE("a report that stops at a file which is there says what it had written before")
{
    const CliFolder folder;
    fillEvaluated(folder);
    const auto report = [&](const QString &out) {
        return runCli({u"report"_s, folder.county(), u"--year"_s, u"2025"_s, u"--out"_s, folder.path(out),
                       u"--json"_s});
    };
    const QStringList all =
        QDir(folder.path(u"一"_s + (report(u"一"_s).code == 0 ? u"/单位报告"_s : QString())))
            .entryList({u"*.pdf"_s}, QDir::Files, QDir::Name);
    REQUIRE(all.size() == 3);
    REQUIRE(QDir(folder.path(u"二"_s)).mkpath(u"单位报告"_s));
    folder.write(u"二/单位报告/"_s + all.last(), "old");
    const CliRun run = report(u"二"_s);
    CHECK(run.code == 1);
    const QString text = run.json()["error"_L1]["text"_L1].toString();
    INFO(text.toStdString());
    CHECK(text.contains(all.last()));
    CHECK(text.contains(u"此前已经写出"_s));
    CHECK(text.contains(u"排名.xlsx"_s));
    QFile old(folder.path(u"二/单位报告/"_s + all.last()));
    REQUIRE(old.open(QIODevice::ReadOnly));
    CHECK(old.readAll() == "old");
}

TEST_CASE("report --single-file puts the chosen organizations into one PDF")
{
    const CliFolder folder;
    fillEvaluated(folder);
    folder.write(u"选.json"_s, R"({"type":"organization","where":{"field":"name","contains":"葡萄"}})");
    const QStringList arguments{u"report"_s,        folder.county(), u"--year"_s,
                                u"2025"_s,          u"--out"_s,      folder.path(u"一份"_s),
                                u"--single-file"_s, u"--json"_s,     u"--query"_s};
    const CliRun run = runCli(arguments + QStringList{folder.path(u"选.json"_s)});
    INFO(run.error.toStdString());
    REQUIRE(run.code == 0);
    CHECK(run.json()["reports"_L1] == 1);
    REQUIRE(run.json()["files"_L1].toArray().size() == 1);
    CHECK(isPdf(run.json()["files"_L1][0].toString()));
    folder.write(u"无.json"_s, R"({"type":"organization","where":{"field":"name","contains":"没有这家"}})");
    CHECK(runCli(arguments + QStringList{folder.path(u"无.json"_s)}).code == 1);
    folder.write(u"错.json"_s, R"({"type":"division"})");
    CHECK(runCli(arguments + QStringList{folder.path(u"错.json"_s)}).code == 1);
}

TEST_CASE("report refuses a year that is not evaluated")
{
    const CliFolder folder;
    folder.makeCounty();
    const CliRun run = runCli({u"report"_s, folder.county(), u"--year"_s, u"2025"_s, u"--out"_s,
                               folder.path(u"报告"_s), u"--json"_s});
    CHECK(run.code == 1);
    CHECK(run.json()["error"_L1]["code"_L1] == u"not_found"_s);
    CHECK_FALSE(QFile::exists(folder.path(u"报告"_s)));
}
