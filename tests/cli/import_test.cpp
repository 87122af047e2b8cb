// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"

using namespace Qt::StringLiterals;

namespace {

constexpr const char *divisions = "区划代码,名称,级别\n330421,示范县,县\n330421001,锦湖街道,镇街\n";

} // namespace

TEST_CASE("import tells new, unchanged and refused rows, and hands the refused ones back with code 1")
{
    const CliFolder folder;
    folder.makeCounty();
    folder.write(u"区 划.csv"_s, QByteArray(divisions) + "33042100x,,镇街\n");
    const QString refused = folder.path(u"退 回.csv"_s);
    const QStringList arguments{u"import"_s, folder.county(), folder.path(u"区 划.csv"_s),
                                u"--type"_s, u"division"_s,   u"--refused"_s,
                                refused,     u"--json"_s};
    const CliRun first = runCli(arguments);
    CHECK(first.code == 1);
    CHECK(first.json()["new"_L1] == 2);
    CHECK(first.json()["refused"_L1] == 1);
    CHECK(first.json()["refusals"_L1][0]["row"_L1] == 4);
    QFile file(refused);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString rows = QString::fromUtf8(file.readAll());
    CHECK(rows.contains(u"原因"_s));
    CHECK(rows.contains(u"33042100x"_s));
    file.close(); // Windows replaces no file that somebody reads
    const CliRun again = runCli(arguments + QStringList{u"--force"_s});
    CHECK(again.json()["new"_L1] == 0);
    CHECK(again.json()["unchanged"_L1] == 2);
}

TEST_CASE("A dry run changes nothing")
{
    const CliFolder folder;
    folder.makeCounty();
    folder.write(u"区划.csv"_s, divisions);
    const CliRun run = runCli({u"import"_s, folder.county(), folder.path(u"区划.csv"_s), u"--type"_s,
                               u"division"_s, u"--dry-run"_s, u"--json"_s});
    CHECK(run.code == 0);
    CHECK(run.json()["new"_L1] == 2);
    CHECK(run.json()["dry_run"_L1] == true);
    CHECK(runCli({u"history"_s, folder.county(), u"--json"_s}).json()["entries"_L1].toArray().isEmpty());
}

TEST_CASE("a dry run tells what would become of each field, and how many cells are not taken")
{
    const CliFolder folder;
    folder.makeCounty();
    folder.write(u"区划.csv"_s, divisions);
    QStringList arguments{u"import"_s, folder.county(), folder.path(u"区划.csv"_s), u"--type"_s,
                          u"division"_s};
    REQUIRE(runCli(arguments).code == 0);
    folder.write(u"区划.csv"_s, "区划代码,名称,级别\n330421,示范县,县\n330421001,镜湖街道,镇街\n");
    const CliRun words = runCli(arguments + QStringList{u"--dry-run"_s});
    CHECK(words.out.contains(u"第 3 行 锦湖街道：名称 锦湖街道 → 镜湖街道"_s));
    const CliRun json = runCli(arguments + QStringList{u"--dry-run"_s, u"--json"_s});
    CHECK(json.json()["left_out"_L1] == 0);
    CHECK(json.json()["changed_fields"_L1] == 1);
    const QJsonValue change = json.json()["changes"_L1][0];
    CHECK(change["row"_L1] == 3);
    CHECK(change["fields"_L1][0]["before"_L1] == u"锦湖街道"_s);
    CHECK(change["fields"_L1][0]["after"_L1] == u"镜湖街道"_s);
}

TEST_CASE("--map and --skip decide about columns, are remembered, and told when they name none")
{
    const CliFolder folder;
    folder.makeCounty();
    folder.write(u"a.csv"_s, "甲栏,名称,级别,备注\n330421001,东门街道,街道,x\n");
    QStringList arguments{u"import"_s, folder.county(), folder.path(u"a.csv"_s),
                          u"--type"_s, u"division"_s,   u"--json"_s};
    CHECK(runCli(arguments).code == 1); // no column is the code
    CHECK(runCli(arguments + QStringList{u"--map"_s, u"甲栏"_s}).code == 2);
    const CliRun unknown = runCli(arguments + QStringList{u"--map"_s, u"没有=代码"_s});
    CHECK(unknown.code == 1);
    CHECK(unknown.json()["error"_L1]["text"_L1].toString().contains(u"甲栏、名称、级别、备注"_s));
    const CliRun mapped =
        runCli(arguments + QStringList{u"--map"_s, u"甲栏=区划代码"_s, u"--skip"_s, u"D"_s});
    CHECK(mapped.code == 0);
    CHECK(mapped.json()["new"_L1] == 1);
    CHECK(mapped.json()["ignored"_L1].toArray() == QJsonArray{u"备注"_s});
    const CliRun again = runCli(arguments);
    CHECK(again.code == 0);
    CHECK(again.json()["unchanged"_L1] == 1);
}

TEST_CASE("A type that does not exist is wrong usage, a file that is no table is refused")
{
    const CliFolder folder;
    folder.makeCounty();
    folder.write(u"区划.csv"_s, divisions);
    folder.write(u"坏.xlsx"_s, "PK\x03\x04 and then nothing");
    CHECK(
        runCli({u"import"_s, folder.county(), folder.path(u"区划.csv"_s), u"--type"_s, u"divison"_s}).code ==
        2);
    CHECK(runCli({u"import"_s, folder.county(), folder.path(u"区划.csv"_s)}).code == 2);
    const CliRun bad = runCli(
        {u"import"_s, folder.county(), folder.path(u"坏.xlsx"_s), u"--type"_s, u"division"_s, u"--json"_s});
    CHECK(bad.code == 1);
    CHECK(bad.json()["error"_L1]["code"_L1] == u"file_format"_s);
    CHECK(runCli({u"history"_s, folder.county(), u"--json"_s}).json()["entries"_L1].toArray().isEmpty());
}

TEST_CASE("All workbooks of a sample county go in without a refused row, and a second time change nothing")
{
    const CliFolder folder;
    folder.makeCounty();
    const CliRun sample = runCli({u"sample"_s, u"--out"_s, folder.path(u"样 例"_s), u"--organizations"_s,
                                  u"120"_s, u"--seed"_s, u"5"_s, u"--json"_s});
    REQUIRE(sample.code == 0);
    const QJsonArray files = sample.json()["files"_L1].toArray();
    REQUIRE(files.size() >= 18);
    for (const int round : {1, 2}) {
        for (const QJsonValue &file : files) {
            const QString name = file["file"_L1].toString();
            INFO(name.toStdString() << ", round " << round);
            const CliRun run = runCli({u"import"_s, folder.county(), folder.path(u"样 例/"_s + name),
                                       u"--type"_s, file["type"_L1].toString(), u"--json"_s});
            INFO(run.out.toStdString());
            CHECK(run.code == 0);
            CHECK(run.json()[round == 1 ? "new"_L1 : "unchanged"_L1].toInteger() ==
                  file["rows"_L1].toInteger());
        }
    }
    const QByteArray query = R"({"type":"organization","group":["kind"],"measures":[{"count":"n"}]})";
    CHECK(runCli({u"query"_s, folder.county(), u"-"_s, u"--json"_s}, query)
              .json()["rows"_L1]
              .toArray()
              .size() == 4);
    CHECK(runCli({u"verify"_s, folder.county()}).code == 0);
}

TEST_CASE("An import of which nothing got in is not told as one")
{
    const CliFolder folder;
    folder.makeCounty();
    folder.write(u"年检.csv"_s, "社会组织,年度,结论\n没有的会,2024,合格\n");
    const CliRun run =
        runCli({u"import"_s, folder.county(), folder.path(u"年检.csv"_s), u"--type"_s, u"inspection"_s});
    CHECK(run.code == 1);
    CHECK(run.out.startsWith(u"没有导入“"_s));
    CHECK_FALSE(run.out.contains(u"已导入"_s));
}
