// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line writes lands on nothing that is in use, replaces nothing unless told to, and is on
// the disk when it says so.
#include "tests/cli/clirun.h"
#include "tests/support/fulldisk.h"

#include <QDir>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace {

constexpr const char *onlyNames = R"({"type":"organization","columns":["name"]})";

/// A county of two organizations, its backup, and a query in a file.
class OutputCounty : public CliFolder
{
public:
    OutputCounty()
    {
        makeCountyOf(
            "单位名称,类型,镇街\n示范县葡萄协会,社会团体,锦湖街道\n示范县棋类协会,社会团体,锦湖街道\n");
        write(u"问.json"_s, onlyNames);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QString backup() const
    {
        const QDir folder(path(u"备份"_s));
        return folder.filePath(folder.entryList({u"*.shanzhi"_s}, QDir::Files).value(0));
    }
    CliRun query(const QString &out, const QStringList &more = {}) const
    {
        return runCli(QStringList{u"query"_s, county(), path(u"问.json"_s), u"--out"_s, out, u"--json"_s} +
                      more);
    }
    bool isWhole() const
    {
        return runCli({u"verify"_s, county()}).code == 0 &&
               runCli({u"query"_s, county(), u"-"_s, u"--json"_s}, onlyNames)
                       .json()["rows"_L1]
                       .toArray()
                       .size() == 2;
    }
};

QString codeOf(const CliRun &run)
{
    INFO(run.out.toStdString());
    CHECK(run.code == 1);
    return run.json()["error"_L1]["code"_L1].toString();
}

} // namespace

TEST_CASE("No answer is written over the county, its backups, its log, its lock or the question")
{
    const OutputCounty county;
    REQUIRE(QFile::link(county.county(), county.path(u"软.csv"_s)));
    std::filesystem::create_hard_link(QFileInfo(county.county()).filesystemAbsoluteFilePath(),
                                      QFileInfo(county.path(u"硬.xlsx"_s)).filesystemAbsoluteFilePath());
    const QStringList files{county.county(),
                            county.path(u"软.csv"_s),
                            county.path(u"硬.xlsx"_s),
                            county.path(u"硬.xlsx-wal"_s),
                            county.path(u"硬.xlsx.lock"_s),
                            county.county() + u"-wal"_s,
                            county.county() + u"-journal"_s,
                            county.county() + u".lock"_s,
                            county.backup(),
                            county.path(u"问.json"_s)};
    for (const QString &file : files) {
        INFO(file.toStdString());
        const CliRun refused = county.query(file, {u"--force"_s});
        CHECK(codeOf(refused) == u"invalid_input"_s);
        CHECK(refused.json()["error"_L1]["text"_L1].toString().contains(u"正在使用"_s));
    }
    CHECK(county.read(u"问.json"_s) == onlyNames);
    CHECK(county.isWhole());
    CHECK(runCli({u"verify"_s, county.backup()}).code == 0);
}

TEST_CASE("A table, a backup and a result that are there are replaced with --force only")
{
    const OutputCounty county;
    for (const QString &name : {u"名单.csv"_s, u"名单.xlsx"_s}) {
        county.write(name, "old");
        CHECK(codeOf(county.query(county.path(name))) == u"conflict"_s);
        CHECK(county.read(name) == "old");
        CHECK(county.query(county.path(name), {u"--force"_s}).code == 0);
        CHECK(county.read(name) != "old");
    }
    county.write(u"照片.jpg"_s, "old");
    const QStringList backup{u"backup"_s, county.county(), u"--out"_s, county.path(u"照片.jpg"_s),
                             u"--json"_s};
    CHECK(codeOf(runCli(backup)) == u"conflict"_s);
    CHECK(county.read(u"照片.jpg"_s) == "old");
    CHECK(runCli(backup + QStringList{u"--force"_s}).code == 0);
    CHECK(runCli({u"verify"_s, county.path(u"照片.jpg"_s)}).code == 0);
    // Its own backups are no place for another, whatever is said.
    CHECK(codeOf(runCli({u"backup"_s, county.county(), u"--out"_s, county.backup(), u"--force"_s,
                         u"--json"_s})) == u"invalid_input"_s);
    const QStringList sample{u"sample"_s,          u"--out"_s, county.path(u"样例"_s),
                             u"--organizations"_s, u"20"_s,    u"--json"_s};
    CHECK(runCli(sample).code == 0);
    CHECK(codeOf(runCli(sample)) == u"conflict"_s);
    CHECK(runCli(sample + QStringList{u"--force"_s}).code == 0);
}

TEST_CASE("A table is written under a name that says what it is, and under no other")
{
    const OutputCounty county;
    for (const QString &name : {u"名单.txt"_s, u"名单"_s, u"名单.xls"_s, u"名单.csv.bak"_s}) {
        INFO(name.toStdString());
        const CliRun refused = county.query(county.path(name));
        CHECK(codeOf(refused) == u"invalid_input"_s);
        CHECK(refused.json()["error"_L1]["text"_L1].toString().contains(u".xlsx 或 .csv"_s));
        CHECK_FALSE(QFile::exists(county.path(name)));
    }
    CHECK(county.query(county.path(u"名单.XLSX"_s)).code == 0);
    county.write(u"台账.csv"_s, "单位名称,类型,镇街\n示范县围棋协会,没有这类,锦湖街道\n");
    const CliRun refused =
        runCli({u"import"_s, county.county(), county.path(u"台账.csv"_s), u"--type"_s, u"organization"_s,
                u"--refused"_s, county.path(u"退回.txt"_s), u"--json"_s});
    CHECK(codeOf(refused) == u"invalid_input"_s);
}

TEST_CASE("A word that is no verb of backup is named as such")
{
    const CliRun run = runCli({u"backup"_s, u"frob"_s, u"county.shanzhi"_s});
    CHECK(run.code == 2);
    CHECK(run.error.contains(u"backup frob"_s));
    CHECK(run.error.contains(u"list、check、restore"_s));
    CHECK(runCli({u"backup"_s, u"没有.shanzhi"_s}).error.contains(u"没有.shanzhi"_s));
}

TEST_CASE(
    "Refused rows land neither on the table they come from nor on the county, and nothing is imported then")
{
    const OutputCounty county;
    const QByteArray table =
        "单位名称,类型,镇街\n示范县围棋协会,社会团体,锦湖街道\n示范县象棋协会,没有这类,锦湖街道\n";
    county.write(u"台账.csv"_s, table);
    county.write(u"旧.csv"_s, "old");
    const auto import = [&](const QString &refused, const QStringList &more) {
        return runCli(QStringList{u"import"_s, county.county(), county.path(u"台账.csv"_s), u"--type"_s,
                                  u"organization"_s, u"--refused"_s, refused, u"--json"_s} +
                      more);
    };
    CHECK(codeOf(import(county.path(u"台账.csv"_s), {u"--force"_s})) == u"invalid_input"_s);
    CHECK(codeOf(import(county.county(), {u"--force"_s})) == u"invalid_input"_s);
    CHECK(codeOf(import(county.path(u"旧.csv"_s), {})) == u"conflict"_s);
    CHECK(county.read(u"台账.csv"_s) == table);
    CHECK(county.read(u"旧.csv"_s) == "old");
    CHECK(county.isWhole());
    const CliRun done = import(county.path(u"旧.csv"_s), {u"--force"_s});
    CHECK(done.json()["new"_L1] == 1);
    CHECK(done.json()["refused"_L1] == 1);
    CHECK(QString::fromUtf8(county.read(u"旧.csv"_s)).contains(u"示范县象棋协会"_s));
}

#ifdef Q_OS_UNIX
TEST_CASE("What a full disk did not take is not said to be done")
{
    const OutputCounty county;
    for (const rlim_t bytes : {0, 5000, 40'000, 300'000}) {
        INFO(bytes);
        const FullDisk some(bytes);
        CHECK(codeOf(runCli({u"backup"_s, county.county(), u"--out"_s, county.path(u"副本.shanzhi"_s),
                             u"--json"_s})) == u"storage"_s);
        CHECK(codeOf(runCli({u"backup"_s, county.county(), u"--json"_s})) == u"storage"_s);
        CHECK(codeOf(runCli({u"new"_s, county.path(u"新县.shanzhi"_s), u"--division"_s, u"330421"_s,
                             u"--name"_s, u"局"_s, u"--json"_s})) != QString());
        CHECK(QDir(county.path({})).entryList({u"*副本*"_s, u"*新县*"_s}, QDir::Files | QDir::Hidden) ==
              QStringList());
        CHECK(QDir(county.path(u"备份"_s)).entryList(QDir::Files | QDir::Hidden).size() == 1);
    }
    CHECK(county.isWhole());
    {
        const FullDisk full(0);
        CHECK(county.isWhole()); // and can be looked at
        CHECK(runCli({u"due"_s, county.county()}).code == 0);
        county.write(u"空.csv"_s, {});
        const CliRun refused =
            runCli({u"import"_s, county.county(), county.path(u"空.csv"_s), u"--type"_s, u"organization"_s});
        CHECK(refused.code == 1);
        CHECK(refused.error.contains(u"满了，只能查看"_s));
        CHECK(codeOf(county.query(county.path(u"名单.csv"_s))) == u"storage"_s);
        CHECK(codeOf(county.query(county.path(u"名单.xlsx"_s))) == u"storage"_s);
        CHECK(QDir(county.path({})).entryList({u"名单*"_s}, QDir::Files | QDir::Hidden).isEmpty());
    }
    CHECK(county.isWhole());

    QProcess process; // an answer into a pipe of a shell that loses it
    process.start(u"/bin/sh"_s, {u"-c"_s, u"exec \"$0\" history \"$1\" >/dev/full"_s,
                                 programBeside(u"shanzhi-cli"_s), county.county()});
    REQUIRE(process.waitForFinished());
    CHECK(process.exitCode() == 1);
    CHECK(QString::fromUtf8(process.readAllStandardError()).contains(u"没有全部写出"_s));
}

TEST_CASE("The county, its backups, what is exported and what is refused can be read by their owner only")
{
    const OutputCounty county;
    REQUIRE(county.query(county.path(u"名单.csv"_s)).code == 0);
    REQUIRE(county.query(county.path(u"名单.xlsx"_s)).code == 0);
    REQUIRE(runCli({u"backup"_s, county.county(), u"--out"_s, county.path(u"副本.shanzhi"_s)}).code == 0);
    county.write(u"台账.csv"_s, "单位名称,类型,镇街\n示范县象棋协会,没有这类,锦湖街道\n");
    runCli({u"import"_s, county.county(), county.path(u"台账.csv"_s), u"--type"_s, u"organization"_s,
            u"--refused"_s, county.path(u"退回.xlsx"_s)});
    for (const QString &file :
         {county.county(), county.backup(), county.path(u"名单.csv"_s), county.path(u"名单.xlsx"_s),
          county.path(u"副本.shanzhi"_s), county.path(u"退回.xlsx"_s)}) {
        INFO(file.toStdString());
        using std::filesystem::perms;
        CHECK(std::filesystem::status(QFileInfo(file).filesystemAbsoluteFilePath()).permissions() ==
              (perms::owner_read | perms::owner_write));
    }
}

TEST_CASE("A name that the system cannot keep is told as such")
{
    const OutputCounty county;
    const QString name = county.path(QString(u"县"_s).repeated(100) + u".shanzhi"_s);
    const CliRun made = runCli({u"new"_s, name, u"--division"_s, u"330421"_s, u"--name"_s, u"局"_s});
    CHECK(made.code == 1);
    CHECK(made.error.contains(u"名称太长"_s));
    const CliRun backup = runCli({u"backup"_s, county.county(), u"--out"_s, name});
    CHECK(backup.code == 1);
    CHECK(backup.error.contains(u"名称太长"_s));
}
#endif
