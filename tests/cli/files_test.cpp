// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"
#include "tests/support/tamper.h"

#include <QDir>

using namespace Qt::StringLiterals;

TEST_CASE("new makes a file once and never overwrites it")
{
    const CliFolder folder;
    const QStringList arguments{u"new"_s,    folder.county(),   u"--division"_s, u"330421"_s,
                                u"--name"_s, u"示范县民政局"_s, u"--json"_s};
    const CliRun first = runCli(arguments);
    CHECK(first.code == 0);
    CHECK(first.json()["bureau"_L1] == u"示范县民政局"_s);
    CHECK(first.json()["division"_L1] == u"330421"_s);
    CHECK(QFile::exists(folder.county()));
    const CliRun second = runCli(arguments);
    CHECK(second.code == 1);
    CHECK(second.json()["ok"_L1] == false);
    CHECK(second.json()["error"_L1]["code"_L1] == u"conflict"_s);
}

TEST_CASE("new wants a division of six digits and a name")
{
    const CliFolder folder;
    CHECK(runCli({u"new"_s, folder.county(), u"--division"_s, u"33042"_s, u"--name"_s, u"局"_s}).code == 2);
    CHECK(runCli({u"new"_s, folder.county(), u"--division"_s, u"330421"_s, u"--name"_s, u" "_s}).code == 2);
    CHECK_FALSE(QFile::exists(folder.county()));
}

TEST_CASE("new refuses a division of no province, and tells one that is in no list")
{
    const CliFolder folder;
    CHECK(runCli({u"new"_s, folder.county(), u"--division"_s, u"999999"_s, u"--name"_s, u"局"_s}).code == 2);
    CHECK_FALSE(QFile::exists(folder.county()));
    const CliRun unlisted =
        runCli({u"new"_s, folder.county(), u"--division"_s, u"330422"_s, u"--name"_s, u"局"_s});
    CHECK(unlisted.code == 0);
    CHECK(unlisted.out.contains(u"区划表里没有 330422"_s));
    const CliRun listed =
        runCli({u"new"_s, folder.path(u"b.shanzhi"_s), u"--division"_s, u"330421"_s, u"--name"_s, u"局"_s});
    CHECK(listed.out.contains(u"330421嘉善县"_s));
    CHECK_FALSE(listed.out.contains(u"区划表"_s));
}

TEST_CASE("A name of nothing is wrong usage, not a file that is not found")
{
    const CliFolder folder;
    for (const QStringList &words :
         {QStringList{u"verify"_s, u""_s},
          {u"undo"_s, u""_s},
          {u"sample"_s, u"--out"_s, u""_s},
          {u"report"_s, folder.county(), u"--year"_s, u"2025"_s, u"--out"_s, u" "_s}}) {
        INFO(words.join(u' ').toStdString());
        const CliRun run = runCli(words);
        CHECK(run.code == 2);
        CHECK(run.error.contains(u"是空的"_s));
    }
}

TEST_CASE("A file that is not there, or is something else, is refused with code 1")
{
    const CliFolder folder;
    folder.write(u"假.shanzhi"_s, "not a data file at all, only some text that goes on for a while");
    for (const QString &verb : {u"verify"_s, u"history"_s, u"undo"_s, u"backup"_s}) {
        INFO(verb.toStdString());
        const CliRun missing = runCli({verb, folder.path(u"没有.shanzhi"_s), u"--json"_s});
        CHECK(missing.code == 1);
        CHECK(missing.json()["error"_L1]["code"_L1] == u"not_found"_s);
        const CliRun wrong = runCli({verb, folder.path(u"假.shanzhi"_s)});
        CHECK(wrong.code == 1);
        CHECK_FALSE(wrong.error.isEmpty());
    }
}

TEST_CASE("undo and redo take the last import back and forth, and say when there is nothing")
{
    const CliFolder folder;
    folder.makeCounty();
    CHECK(runCli({u"undo"_s, folder.county()}).code == 1);
    folder.write(u"区划.csv"_s, "区划代码,名称,级别\n330421,示范县,县\n330421001,锦湖街道,镇街\n");
    REQUIRE(
        runCli({u"import"_s, folder.county(), folder.path(u"区划.csv"_s), u"--type"_s, u"division"_s}).code ==
        0);
    const QByteArray query = R"({"type":"division","columns":["name"]})";
    const QStringList ask{u"query"_s, folder.county(), u"-"_s, u"--json"_s};
    CHECK(runCli(ask, query).json()["rows"_L1].toArray().size() == 2);

    const CliRun undone = runCli({u"undo"_s, folder.county(), u"--json"_s});
    CHECK(undone.code == 0);
    CHECK(undone.json()["undone"_L1].toString().contains(u"区划"_s));
    CHECK(runCli(ask, query).json()["rows"_L1].toArray().isEmpty());
    CHECK(runCli({u"redo"_s, folder.county()}).code == 0);
    CHECK(runCli(ask, query).json()["rows"_L1].toArray().size() == 2);
    CHECK(runCli({u"redo"_s, folder.county()}).code == 1);

    const QJsonArray entries =
        runCli({u"history"_s, folder.county(), u"--json"_s}).json()["entries"_L1].toArray();
    REQUIRE(entries.size() == 3);
    CHECK(entries[0]["what"_L1].toString().startsWith(u"重做"_s));
    CHECK(entries[2]["edits"_L1] == 2);
    const QJsonObject first =
        runCli({u"history"_s, folder.county(), u"--entry"_s, u"1"_s, u"--json"_s}).json();
    CHECK(first["edits"_L1].toArray().size() == 2);
    CHECK(first["edits"_L1][1]["text"_L1].toString().startsWith(u"新增区划“锦湖街道”：区划代码 330421001"_s));
    CHECK(runCli({u"history"_s, folder.county(), u"--entry"_s, u"99"_s}).code == 1);
}

TEST_CASE("verify says that an untouched file is whole, and finds a changed byte of its journal")
{
    const CliFolder folder;
    folder.makeCounty();
    folder.write(u"区划.csv"_s, "区划代码,名称,级别\n330421,示范县,县\n");
    REQUIRE(
        runCli({u"import"_s, folder.county(), folder.path(u"区划.csv"_s), u"--type"_s, u"division"_s}).code ==
        0);
    const CliRun whole = runCli({u"verify"_s, folder.county(), u"--json"_s});
    CHECK(whole.code == 0);
    CHECK(whole.json()["entries"_L1] == 1);
    const QString head = whole.json()["head"_L1].toString();
    CHECK(head.size() == 64);
    CHECK(whole.json()["withheld"_L1] == 0);

    const QString printed = head.left(8) + u" ... "_s + head.right(4);
    const CliRun found = runCli({u"verify"_s, folder.county(), u"--against"_s, printed, u"--json"_s});
    CHECK(found.code == 0);
    CHECK(found.json()["head_entry"_L1]["sequence"_L1] == 1);
    CHECK(found.json()["head_entry"_L1]["format"_L1] == 2);
    CHECK(found.json()["head_entry"_L1]["entries"_L1] == 1);
    CHECK(runCli({u"verify"_s, folder.county(), u"--against"_s, printed})
              .out.contains(u"第 1 条日志的（共 1 条）"_s));
    const CliRun foreign =
        runCli({u"verify"_s, folder.county(), u"--against"_s, QString(64, u'0'), u"--json"_s});
    CHECK(foreign.code == 1);
    CHECK(foreign.json()["faults"_L1].toArray().isEmpty());

    QFile file(folder.county());
    REQUIRE(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    const QByteArray name = u"区划.csv"_s.toUtf8(); // stands in what the journal calls the import
    REQUIRE(content.contains(name));
    content.replace(name, u"区化.csv"_s.toUtf8());
    file.seek(0);
    file.write(content);
    file.close();
    const CliRun altered = runCli({u"verify"_s, folder.county(), u"--json"_s});
    CHECK(altered.code == 1);
    CHECK_FALSE(altered.json()["ok"_L1].toBool());
    CHECK_FALSE(altered.json()["faults"_L1].toArray().isEmpty());
    CHECK(altered.json()["damaged"_L1] == false);
    CHECK(runCli({u"verify"_s, folder.county()}).error.contains(u"用别的工具改动"_s));
}

TEST_CASE("backup makes a copy that opens and verifies")
{
    const CliFolder folder;
    folder.makeCounty();
    const QString copy = folder.path(u"副 本.shanzhi"_s);
    CHECK(runCli({u"backup"_s, folder.county(), u"--out"_s, copy}).code == 0);
    CHECK(runCli({u"verify"_s, copy}).code == 0);
    const CliRun beside = runCli({u"backup"_s, folder.county(), u"--json"_s});
    CHECK(beside.code == 0);
    CHECK(runCli({u"verify"_s, beside.json()["file"_L1].toString()}).code == 0);
}

TEST_CASE(
    "backup lists what it has made, checks one, puts one in the place of the file and keeps what stood there")
{
    const CliFolder folder;
    folder.makeCounty();
    const QStringList list{u"backup"_s, u"list"_s, folder.county(), u"--json"_s};
    const QStringList restore{u"backup"_s, u"restore"_s, folder.county()};
    CHECK(runCli(list).json()["backups"_L1].toArray().isEmpty());
    REQUIRE(runCli({u"backup"_s, folder.county()}).code == 0);
    folder.write(u"区划.csv"_s, "区划代码,名称,级别\n330421,示范县,县\n");
    REQUIRE(
        runCli({u"import"_s, folder.county(), folder.path(u"区划.csv"_s), u"--type"_s, u"division"_s}).code ==
        0);
    const QStringList count{u"query"_s, folder.county(), u"-"_s, u"--json"_s};
    const QByteArray query = R"({"type":"division","columns":["name"]})";
    REQUIRE(runCli(count, query).json()["rows"_L1].toArray().size() == 1);

    const QJsonArray backups = runCli(list).json()["backups"_L1].toArray();
    REQUIRE(backups.size() == 1);
    CHECK(backups[0]["records"_L1] == 0);
    CHECK(backups[0]["fault"_L1] == QString());
    const QString backup = backups[0]["file"_L1].toString();
    const CliRun whole = runCli({u"backup"_s, u"check"_s, backup, u"--json"_s});
    CHECK(whole.code == 0);
    CHECK(whole.json()["entries"_L1] == 0);
    const CliRun restored = runCli(restore + QStringList{backup, u"--json"_s});
    CHECK(restored.code == 0);
    CHECK(runCli(count, query).json()["rows"_L1].toArray().isEmpty());
    CHECK(runCli({u"verify"_s, folder.county()}).code == 0);
    QStringList kept = count;
    kept[1] = restored.json()["kept"_L1].toString();
    CHECK(runCli(kept, query).json()["rows"_L1].toArray().size() == 1);

    const CliRun refused = runCli(restore + QStringList{folder.path(u"区划.csv"_s), u"--json"_s});
    CHECK(refused.code == 1);
    CHECK(runCli({u"backup"_s, u"check"_s, folder.path(u"区划.csv"_s)}).code == 1);
    CHECK(refused.json()["error"_L1]["code"_L1] == u"file_format"_s);
    CHECK(runCli({u"verify"_s, folder.county()}).code == 0);
}

TEST_CASE("the backup of another county is restored only by who says so")
{
    const CliFolder folder;
    folder.makeCounty();
    const QString other = folder.path(u"外县.shanzhi"_s);
    const QString backup = folder.path(u"外县 备份.shanzhi"_s);
    REQUIRE(runCli({u"new"_s, other, u"--division"_s, u"330422"_s, u"--name"_s, u"外县民政局"_s}).code == 0);
    REQUIRE(runCli({u"backup"_s, other, u"--out"_s, backup}).code == 0);
    const QStringList restore{u"backup"_s, u"restore"_s, folder.county(), backup};
    const CliRun refused = runCli(restore);
    CHECK(refused.code == 1);
    CHECK(refused.error.contains(u"外县民政局"_s));
    CHECK(refused.error.contains(u"示范县民政局"_s));
    CHECK(QDir(folder.path({})).entryList({u"*恢复*"_s, u"*restored*"_s}).isEmpty());
    const CliRun restored = runCli(restore + QStringList{u"--force"_s});
    CHECK(restored.code == 0);
    CHECK(restored.out.contains(u"外县民政局"_s));
    CHECK(runCli({u"backup"_s, u"list"_s}).code == 2);
    CHECK(runCli({u"backup"_s, u"restore"_s, folder.county()}).code == 2);
}

TEST_CASE("verify takes away the lock of another computer when that is said, and none of this one")
{
    const CliFolder folder;
    folder.makeCounty();
    lockFromElsewhere(folder.county());
    const CliRun locked = runCli({u"backup"_s, folder.county()});
    CHECK(locked.code == 0); // which only reads
    folder.write(u"区划.csv"_s, "区划代码,名称,级别\n330421,示范县,县\n");
    const QStringList import{u"import"_s, folder.county(), folder.path(u"区划.csv"_s), u"--type"_s,
                             u"division"_s};
    const CliRun refused = runCli(import);
    CHECK(refused.code == 1);
    CHECK(refused.error.contains(u"DESKTOP-OLD"_s));
    CHECK(refused.error.contains(u"verify --unlock"_s));
    CHECK(runCli({u"verify"_s, folder.county()}).code == 0);
    CHECK(QFile::exists(folder.county() + u".lock"_s));
    CHECK(runCli({u"verify"_s, folder.county(), u"--unlock"_s}).code == 0);
    CHECK(runCli(import).code == 0);
}
