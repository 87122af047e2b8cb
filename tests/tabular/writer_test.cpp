// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "core/tabular/tablewriter.h"
#include "tests/support/fulldisk.h"
#include "tests/tabular/tablefiles.h"

#include <QDir>
#include <QFile>
#include <QLockFile>

using namespace Qt::StringLiterals;
using namespace core;
using namespace tablefiles;
using Kind = WriteColumn::Kind;

namespace {

const std::vector<WriteColumn> columns = {
    {u"名称"_s, Kind::Text, 30, 0},     {u"代码"_s, Kind::Text, 0, 0},  {u"会员数"_s, Kind::Integer, 0, 0},
    {u"得分"_s, Kind::Decimal, 0, 3},   {u"资金"_s, Kind::Money, 0, 0}, {u"成立日期"_s, Kind::Date, 0, 0},
    {u"是否党员"_s, Kind::YesNo, 0, 0},
};

const std::vector<Cell> sample = {
    Cell::fromText(u"=HYPERLINK(\"x\")"_s),
    Cell::fromText(u"330421199001011234"_s),
    Cell::fromInteger(12),
    Cell::fromNumber(u"96.125"_s),
    Cell::fromNumber(u"470355749.54"_s),
    Cell::fromDate(QDate(2021, 3, 5)),
    Cell::fromYesNo(true),
};

void write(const QString &path)
{
    auto writer = createTable(path);
    REQUIRE(writer);
    REQUIRE((*writer)->addSheet(u"名册"_s, columns, {u"示范县社会组织名册"_s}));
    REQUIRE((*writer)->writeRow(sample));
    REQUIRE((*writer)->writeRow(
        std::vector<Cell>{Cell::fromText(u"_x0041_,\"q\"\n第二行"_s), Cell(), Cell::fromInteger(-3)}));
    REQUIRE((*writer)->finish());
}

} // namespace

TEST_CASE("A workbook that was written reads back the same")
{
    const Folder folder;
    const QString path = folder.path(u"名册.xlsx"_s);
    write(path);
    const auto rows = readAll(path);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].at(0).text == u"示范县社会组织名册");
    CHECK(rows[1].at(6).text == u"是否党员");
    CHECK(rows[2].at(0) == sample[0]);
    CHECK(rows[2].at(1) == sample[1]);
    CHECK(rows[2].at(2).integer);
    CHECK(rows[2].at(2).value() == u"12");
    CHECK(rows[2].at(3).value() == u"96.125");
    CHECK(rows[2].at(4).value() == u"470355749.54");
    CHECK(rows[2].at(4).kind == Cell::Kind::Number);
    CHECK(rows[2].at(5).kind == Cell::Kind::Date);
    CHECK(rows[2].at(5).date == QDate(2021, 3, 5));
    CHECK(rows[2].at(6).text == u"是");
    CHECK(rows[3].at(0).text == u"_x0041_,\"q\"\n第二行");
    CHECK(rows[3].at(2).value() == u"-3");
}

TEST_CASE("A CSV that was written opens in Excel and reads back the same")
{
    const Folder folder;
    const QString path = folder.path(u"名册.CSV"_s);
    write(path);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK(bytes.startsWith("\xEF\xBB\xBF示范县社会组织名册\r\n名称,代码,"));
    CHECK(bytes.contains(
        "\"'=HYPERLINK(\"\"x\"\")\",330421199001011234,12,96.125,470355749.54,2021-03-05,是\r\n"));
    CHECK(bytes.contains("\n第二行\",,-3\r\n"));
    const auto rows = readAll(path);
    REQUIRE(rows.size() == 4);
    CHECK(rows[2].at(0) == sample[0]);
    CHECK(rows[3].at(0).text == u"_x0041_,\"q\"\n第二行");
}

TEST_CASE("A number of more than 15 digits is written as text")
{
    const Folder folder;
    const QString path = folder.path(u"a.xlsx"_s);
    auto writer = createTable(path);
    REQUIRE(writer);
    REQUIRE((*writer)->addSheet(u"a"_s, {{u"n"_s, Kind::Integer, 0, 0}}));
    REQUIRE((*writer)->writeRow(std::vector<Cell>{Cell::fromNumber(u"330421199001011234"_s)}));
    REQUIRE((*writer)->writeRow(std::vector<Cell>{Cell::fromNumber(u"123456789012345"_s)}));
    REQUIRE((*writer)->finish());
    const auto rows = readAll(path);
    CHECK(rows[1].at(0) == Cell::fromText(u"330421199001011234"_s));
    CHECK(rows[2].at(0).kind == Cell::Kind::Number);
    CHECK(rows[2].at(0).value() == u"123456789012345");
}

TEST_CASE("No workbook is written under a name that says it is one of old Excel")
{
    const Folder folder;
    for (const QString &name : {u"退回.xls"_s, u"退回.XLS"_s, u"a.et"_s}) {
        const auto writer = createTable(folder.path(name));
        REQUIRE_FALSE(writer);
        CHECK(writer.error().text.contains(u"改成 .xlsx 或 .csv"_s));
        CHECK_FALSE(QFile::exists(folder.path(name)));
    }
    CHECK(createTable(folder.path(u"a.xls.xlsx"_s)));
}

TEST_CASE("Several sheets are written and read by their number")
{
    const Folder folder;
    const QString path = folder.path(u"a.xlsx"_s);
    auto writer = createTable(path);
    REQUIRE(writer);
    for (const QString &name : {u"党建/活跃"_s, u"公益"_s}) {
        REQUIRE((*writer)->addSheet(name, {{u"表"_s, Kind::Text, 0, 0}}));
        REQUIRE((*writer)->writeRow(std::vector<Cell>{Cell::fromText(name)}));
    }
    CHECK_FALSE((*writer)->addSheet(u"公益"_s, {{u"表"_s, Kind::Text, 0, 0}}));
    REQUIRE((*writer)->finish());
    auto reader = openTable(path);
    REQUIRE(reader);
    CHECK((*reader)->sheets() == QStringList{u"党建_活跃"_s, u"公益"_s});
    REQUIRE((*reader)->selectSheet(1));
    CHECK((*reader)->peek(5)->at(1).at(0).text == u"公益");
    CHECK_FALSE((*reader)->selectSheet(2));
}

TEST_CASE("Nothing appears under the name before the file is finished")
{
    const Folder folder;
    for (const QString &name : {u"a.xlsx"_s, u"a.csv"_s}) {
        const QString path = folder.write(name, "before");
        {
            auto writer = createTable({path, Existing::Replace});
            REQUIRE(writer);
            REQUIRE((*writer)->addSheet(u"a"_s, columns));
            REQUIRE((*writer)->writeRow(sample));
        }
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == "before");
    }
    CHECK(QDir(folder.path(u""_s)).entryList(QDir::Files).size() == 2);
}

#ifdef Q_OS_UNIX
namespace {

Status writeMany(const QString &path, int rows = 5000)
{
    CORE_ASSIGN(auto writer, createTable({path, Existing::Replace}));
    CORE_TRY(writer->addSheet(u"a"_s, columns));
    for (int i = 0; i < rows; ++i)
        CORE_TRY(writer->writeRow(sample));
    return writer->finish();
}

} // namespace

TEST_CASE("A full disk leaves the file that was there")
{
    const Folder folder;
    for (const QString &name : {u"a.xlsx"_s, u"a.csv"_s}) {
        const QString path = folder.write(name, "before");
        // The packed workbook is smaller than the sheet while it is being made: both may hit the end.
        for (const rlim_t bytes : {4096, 100'000, 300'000}) {
            INFO(name.toStdString() << " with " << bytes << " bytes");
            const Status status = [&] {
                const FullDisk full(bytes);
                return writeMany(path);
            }();
            REQUIRE_FALSE(status);
            CHECK(status.error().text.contains(u"磁盘已满"));
            QFile file(path);
            REQUIRE(file.open(QIODevice::ReadOnly));
            CHECK(file.readAll() == "before");
        }
        CHECK(writeMany(path));
        CHECK(readAll(path).size() == 5001);
    }
}

TEST_CASE("A table so small that only closing it writes is not done on a full disk either")
{
    const Folder folder;
    for (const QString &name : {u"a.xlsx"_s, u"a.csv"_s}) {
        INFO(name.toStdString());
        const QString path = folder.write(name, "before");
        const Status status = [&] {
            const FullDisk full(0);
            return writeMany(path, 1);
        }();
        CHECK_FALSE(status);
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == "before");
    }
    CHECK(QDir(folder.path(u""_s)).entryList(QDir::Files).size() == 2);
}
#endif

TEST_CASE("What a killed program left of a workbook goes with the next one, and what another makes stays")
{
    const QDir temporary(QDir::tempPath());
    const QString dead = temporary.filePath(u"shanzhi-table-dead"_s);
    const QString alive = temporary.filePath(u"shanzhi-table-alive"_s);
    QLockFile lock(alive + u".lock"_s);
    REQUIRE(lock.tryLock(0));
    for (const QString &left : {dead, alive}) {
        REQUIRE(QDir().mkpath(left));
        QFile part(left + u"/table.xlsx"_s);
        REQUIRE(part.open(QIODevice::WriteOnly));
    }
    const Folder folder;
    write(folder.path(u"a.xlsx"_s));
    CHECK_FALSE(QFile::exists(dead));
    CHECK(QFile::exists(alive + u"/table.xlsx"_s));
    CHECK(QDir(alive).removeRecursively());
}

TEST_CASE("What cannot be written is refused with a sentence")
{
    const Folder folder;
    CHECK(createTable(folder.path(u"没有/a.xlsx"_s)).error().text.contains(u"文件夹不存在"));
    auto writer = createTable(folder.path(u"a.xlsx"_s));
    REQUIRE(writer);
    REQUIRE((*writer)->addSheet(u"a"_s, columns));
    const auto status = (*writer)->writeRow(std::vector<Cell>{Cell::fromText(QString(32768, u'字'))});
    REQUIRE_FALSE(status);
    CHECK(status.error().text.contains(u"单元格 A2"));
}
