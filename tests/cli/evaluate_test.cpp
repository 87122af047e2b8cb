// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"

using namespace Qt::StringLiterals;

namespace {

/// A county of 120 organizations, all workbooks imported.
void fillSample(const CliFolder &folder)
{
    folder.makeCounty();
    const CliRun sample = runCli(
        {u"sample"_s, u"--out"_s, folder.path(u"样例"_s), u"--organizations"_s, u"120"_s, u"--json"_s});
    REQUIRE(sample.code == 0);
    for (const QJsonValue &file : sample.json()["files"_L1].toArray()) {
        const CliRun run =
            runCli({u"import"_s, folder.county(), folder.path(u"样例/"_s + file["file"_L1].toString()),
                    u"--type"_s, file["type"_L1].toString()});
        INFO(run.error.toStdString());
        REQUIRE(run.code == 0);
    }
}

QJsonArray results(const CliFolder &folder, int year)
{
    const QByteArray query =
        QByteArray(R"({"type":"evaluation_result","columns":["rated","total","band","previous_total"],)") +
        R"("where":{"field":"year","is":)" + QByteArray::number(year) + "}}";
    return runCli({u"query"_s, folder.county(), u"-"_s, u"--json"_s}, query).json()["rows"_L1].toArray();
}

} // namespace

TEST_CASE("From the sample's workbooks to two evaluated years, one of them published")
{
    const CliFolder folder;
    fillSample(folder);
    const QStringList first{u"evaluate"_s, folder.county(), u"--year"_s, u"2024"_s, u"--json"_s};
    const CliRun trial = runCli(first);
    INFO(trial.out.toStdString());
    REQUIRE(trial.code == 0);
    CHECK(trial.json()["state"_L1] == u"draft"_s);
    CHECK(trial.json()["scheme"_L1]["key"_L1] == u"demo-county"_s);
    const qint64 rated = trial.json()["rated"_L1].toInteger();
    CHECK(rated > 60);
    qint64 inBands = 0;
    for (const QJsonValue &band : trial.json()["bands"_L1].toArray())
        inBands += band["organizations"_L1].toInteger();
    CHECK(inBands == rated);
    CHECK(runCli(first).json()["result_hash"_L1] == trial.json()["result_hash"_L1]);

    const CliRun published = runCli(first + QStringList{u"--publish"_s});
    REQUIRE(published.code == 0);
    CHECK(published.json()["state"_L1] == u"published"_s);
    CHECK(published.json()["result_hash"_L1] == trial.json()["result_hash"_L1]);
    const CliRun again = runCli(first);
    CHECK(again.code == 1);
    CHECK(again.json()["error"_L1]["code"_L1] == u"conflict"_s);

    const CliRun next = runCli({u"evaluate"_s, folder.county(), u"--year"_s, u"2025"_s});
    INFO(next.error.toStdString());
    CHECK(next.code == 0);
    CHECK(next.out.contains(u"2025 年度积分评价（试算）"_s));
    const QJsonArray rows = results(folder, 2025);
    CHECK(rows.size() == results(folder, 2024).size());
    qint64 compared = 0;
    for (const QJsonValue &row : rows)
        compared += row["previous_total"_L1].isNull() ? 0 : 1;
    CHECK(compared == rated);
    CHECK(runCli({u"verify"_s, folder.county()}).code == 0);
}

TEST_CASE("evaluate refuses a scheme that is not there or wrong, and changes nothing")
{
    const CliFolder folder;
    folder.makeCounty();
    const CliRun missing = runCli({u"evaluate"_s, folder.county(), u"--year"_s, u"2025"_s, u"--scheme"_s,
                                   folder.path(u"没有.json"_s), u"--json"_s});
    CHECK(missing.code == 1);
    CHECK(missing.json()["error"_L1]["code"_L1] == u"not_found"_s);
    folder.write(u"坏.json"_s, R"({"key":"bad","titel":"x"})");
    const CliRun wrong = runCli(
        {u"evaluate"_s, folder.county(), u"--year"_s, u"2025"_s, u"--scheme"_s, folder.path(u"坏.json"_s)});
    CHECK(wrong.code == 1);
    CHECK(wrong.error.contains(u"titel"_s));
    CHECK(runCli({u"evaluate"_s, folder.county()}).code == 2);
    CHECK(runCli({u"evaluate"_s, folder.county(), u"--year"_s, u"今年"_s}).code == 2);
    CHECK(runCli({u"history"_s, folder.county(), u"--json"_s}).json()["entries"_L1].toArray().isEmpty());
}

TEST_CASE("evaluate tells scores by hand that are outside their bounds or belong to no indicator")
{
    const CliFolder folder;
    folder.makeCountyOf("名称,统一社会信用代码,类型\n甲协会,51330421MJ00001141,社会团体\n"
                        "乙协会,51330421MJ0000122U,社会团体\n丙协会,,社会团体\n丁协会,,社会团体\n");
    folder.write(u"方案.json"_s,
                 R"({"key":"t","version":"1","title":"百分","source":"测试","basis":"测试",
      "validFrom":"2024-01-01","fullMarks":"60","places":1,
      "indicators":[{"code":"A","name":"规范化建设","points":"60","missing":"person",
        "rule":{"manual":{"min":"0","max":"60"}},"figure":{"person":true}}],
      "bands":[{"name":"好","from":"30"},{"name":"差","to":"30","toOpen":true}]})");
    folder.write(u"评分.csv"_s,
                 "社会组织,年度,指标编号,评分\n甲协会,2025,A,65\n甲协会,2025,Z9,5\n"
                 "乙协会,2025,A,-5\n丙协会,2025,A.1,40\n丙协会,2025,A.2,30\n丁协会,2025,A.1,-7\n");
    REQUIRE(runCli({u"import"_s, folder.county(), folder.path(u"评分.csv"_s), u"--type"_s, u"manual_score"_s})
                .code == 0);
    const QStringList evaluate = {u"evaluate"_s, folder.county(), u"--year"_s,
                                  u"2025"_s,     u"--scheme"_s,   folder.path(u"方案.json"_s)};
    const CliRun run = runCli(evaluate);
    INFO(run.error.toStdString());
    REQUIRE(run.code == 0);
    CHECK(run.out.contains(u"“甲协会”的“规范化建设”评分是 65，不在 0 到 60 分之间，按 60 分计"_s));
    CHECK(run.out.contains(u"“乙协会”的“规范化建设”评分是 -5，不在 0 到 60 分之间，按 0 分计"_s));
    CHECK(run.out.contains(u"“丙协会”的“规范化建设”评分是 70，不在 0 到 60 分之间，按 60 分计"_s));
    CHECK(run.out.contains(u"“丁协会”的“A.1”评分是 -7，小于 0"_s));
    CHECK(run.out.contains(u"“Z9”"_s));
    CHECK(runCli(evaluate + QStringList{u"--json"_s}).json()["remarks"_L1].toArray().size() == 6);
}

// A scheme small enough to be reckoned by hand: lessons at half a point each up to 4, a report worth 6.
TEST_CASE("score tries a scheme on a plain sheet and gives the points reckoned by hand")
{
    const CliFolder folder;
    folder.write(u"方 案.json"_s,
                 R"({"key":"small","version":"1","title":"小方案","source":"测试","basis":"测试",
      "validFrom":"2024-01-01","fullMarks":"10","places":1,
      "indicators":[
        {"code":"A","name":"三会一课","points":"4","rule":{"perOccurrence":{"each":"0.5","cap":"4","unit":"次"}},
         "figure":{"person":true}},
        {"code":"B","name":"年报","points":"6","rule":{"choice":{"options":[
          {"key":"yes","label":"已报","points":"6"},{"key":"no","label":"未报","points":"0"}]}},
         "figure":{"person":true}}],
      "bands":[{"name":"好","from":"6"},{"name":"差","to":"6","toOpen":true}]})");
    folder.write(u"数据.csv"_s,
                 "2025 年指标数据,,\n单位名称,三会一课（次）,B\n甲协会,10,已报\n乙协会,3,未报\n");
    const QString out = folder.path(u"得 分.csv"_s);
    const CliRun run = runCli({u"score"_s, u"--scheme"_s, folder.path(u"方 案.json"_s), u"--figures"_s,
                               folder.path(u"数据.csv"_s), u"--out"_s, out, u"--json"_s});
    INFO(run.out.toStdString() << run.error.toStdString());
    REQUIRE(run.code == 0);
    CHECK(run.json()["rows"_L1] == 2);
    QFile file(out);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString table = QString::fromUtf8(file.readAll());
    INFO(table.toStdString());
    const QStringList lines = table.split(u'\n');
    const QStringList better = lines.filter(u"甲协会"_s).value(0).split(u',');
    const QStringList worse = lines.filter(u"乙协会"_s).value(0).split(u',');
    CHECK(better.contains(u"10"_s)); // 10 × 0.5 = 5, capped at 4, and 6
    CHECK(better.contains(u"好"_s));
    CHECK(worse.contains(u"1.5"_s)); // 3 × 0.5, and 0
    CHECK(worse.contains(u"差"_s));
    CHECK(runCli({u"score"_s, u"--scheme"_s, u"demo-county"_s}).code == 2);
    CHECK(runCli({u"score"_s, u"--scheme"_s, u"demo-county"_s, u"--figures"_s, folder.path(u"没有.csv"_s),
                  u"--out"_s, folder.path(u"另.csv"_s)})
              .code == 1);
}

TEST_CASE("score names the rows of a sheet that it left out, by their numbers, and knows headings with marks")
{
    const CliFolder folder;
    folder.write(u"方案.json"_s,
                 R"({"key":"t","version":"1","title":"百分","source":"测试","basis":"测试",
      "validFrom":"2024-01-01","fullMarks":"60","places":1,
      "indicators":[{"code":"A","name":"规范化建设","points":"60","missing":"person",
        "rule":{"manual":{"min":"0","max":"60"}},"figure":{"person":true}}],
      "bands":[{"name":"好","from":"30"},{"name":"差","to":"30","toOpen":true}]})");
    folder.write(u"数据.csv"_s,
                 "样例县 2025 年度评分表,,\n序号,社会组织名称,规范化建设(60分)\n1,甲会,60\n2,样**会,50\n"
                 "3,甲会,40\n合计,3,\n");
    const CliRun run =
        runCli({u"score"_s, u"--scheme"_s, folder.path(u"方案.json"_s), u"--figures"_s,
                folder.path(u"数据.csv"_s), u"--out"_s, folder.path(u"得分.csv"_s), u"--json"_s});
    INFO(run.out.toStdString() << run.error.toStdString());
    REQUIRE(run.code == 0);
    CHECK(run.json()["rows"_L1] == 2);
    QStringList remarks;
    for (const QJsonValue &remark : run.json()["remarks"_L1].toArray())
        remarks.append(remark.toString());
    CHECK(remarks ==
          QStringList{
              u"第 6 行像是合计、表头或说明，没有计分。"_s,
              u"第 4 行的名称“样**会”是遮盖过的，认不出是哪一家，没有计分。"_s,
              u"“甲会”写了 2 次（第 3、5 行），各算一家、都排了名次。如是同一家，请删去多余的行再算。"_s});
}

TEST_CASE("A year evaluated by two schemes keeps both, and the report says which one it prints")
{
    const CliFolder folder;
    fillSample(folder);
    const auto evaluate = [&](const QStringList &options) {
        return runCli(QStringList{u"evaluate"_s, folder.county(), u"--year"_s, u"2025"_s, u"--json"_s} +
                      options);
    };
    const CliRun first = evaluate({u"--scheme"_s, u"demo-county"_s});
    REQUIRE(first.code == 0);
    const CliRun second = evaluate({u"--scheme"_s, u"huaining-2022"_s, u"--publish"_s});
    INFO(second.out.toStdString());
    REQUIRE(second.code == 0);
    CHECK(second.json()["state"_L1] == u"published"_s);
    // The first one is still a trial, and computing it again gives what it gave.
    const CliRun again = evaluate({u"--scheme"_s, u"demo-county"_s});
    REQUIRE(again.code == 0);
    CHECK(again.json()["result_hash"_L1] == first.json()["result_hash"_L1]);
    CHECK(evaluate({u"--scheme"_s, u"huaining-2022"_s}).code == 1);
    const qint64 all = first.json()["rated"_L1].toInteger() + first.json()["unrated"_L1].toInteger() +
                       second.json()["rated"_L1].toInteger() + second.json()["unrated"_L1].toInteger();
    CHECK(results(folder, 2025).size() == all);

    const CliRun unknown = runCli({u"report"_s, folder.county(), u"--year"_s, u"2025"_s, u"--scheme"_s,
                                   u"none"_s, u"--out"_s, folder.path(u"报告"_s), u"--json"_s});
    CHECK(unknown.code == 1);
    CHECK(unknown.json()["error"_L1]["code"_L1] == u"not_found"_s);
}
