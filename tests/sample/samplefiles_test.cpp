// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/samplefiles.h"

#include "core/record/recordtype.h"
#include "core/sample/samplesheet.h"
#include "core/tabular/tablereader.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::vector<Row> readAll(const QString &path)
{
    auto reader = openTable(path);
    REQUIRE(reader);
    std::vector<Row> rows;
    for (;;) {
        Row row;
        const Result<bool> more = (*reader)->nextRow(row);
        REQUIRE(more);
        if (!*more)
            return rows;
        rows.push_back(row);
    }
}

} // namespace

TEST_CASE("Two runs with one seed write the same cells")
{
    const QTemporaryDir folder;
    const SampleOptions options{60, 7};
    const auto first = writeSample(folder.filePath(u"一 次"_s), options);
    const auto second = writeSample(folder.filePath(u"二 次"_s), options);
    REQUIRE(first);
    REQUIRE(second);
    REQUIRE(first->size() == second->size());
    for (const SampleFile &file : *first) {
        const auto one = readAll(folder.filePath(u"一 次/"_s + file.name));
        const auto two = readAll(folder.filePath(u"二 次/"_s + file.name));
        REQUIRE(one.size() == two.size());
        for (size_t i = 0; i < one.size(); ++i)
            CHECK(one[i].cells == two[i].cells);
    }
}

TEST_CASE("Every heading of the sample but the row number is one that its record type accepts")
{
    for (const qint64 size : {3080, 100'000}) { // The larger has one register for all.
        const auto county = SampleCounty::create({size, 7});
        REQUIRE(county);
        std::vector<SampleSheet> sheets = sampleRegisters(*county);
        for (SampleSheet &sheet : sampleYearSheets(*county))
            sheets.push_back(std::move(sheet));
        for (const SampleSheet &sheet : sheets) {
            const RecordType *type = findRecordType(QLatin1StringView(sheet.type));
            REQUIRE(type);
            QSet<QString> accepted{u"序号"_s};
            for (const Field &field : type->fields) {
                accepted.insert(QString::fromUtf8(field.label));
                for (const char *heading : field.traits.headings)
                    accepted.insert(QString::fromUtf8(heading));
            }
            for (const WriteColumn &column : sheet.columns) {
                INFO(sheet.file.toStdString() << ": " << column.heading.toStdString());
                // Units stand in brackets: 注册资金（万元）.
                const QString heading = column.heading.section(u'（', 0, 0);
                CHECK((accepted.contains(column.heading) || accepted.contains(heading)));
            }
        }
    }
}

TEST_CASE("The register for measuring has 25 columns besides the number, all filled")
{
    const auto county = SampleCounty::create({30'000, 7});
    REQUIRE(county);
    const SampleSheet sheet = sampleRegisters(*county)[1];
    CHECK(sheet.columns.size() == 26);
    int rows = 0;
    int gaps = 0;
    sheet.rows([&](const std::vector<Cell> &cells) {
        gaps +=
            int(std::count_if(cells.begin(), cells.end(), [](const Cell &cell) { return cell.isEmpty(); }));
        return ++rows < 2000;
    });
    CHECK(rows == 2000);
    CHECK(gaps < 2000 * 26 / 100 * 2); // A clerk leaves some cells out.
}

TEST_CASE("The list of files and the files written agree, with what is referred to first")
{
    const QTemporaryDir folder;
    const auto listed = sampleFiles({80, 1});
    const auto written = writeSample(folder.path(), {80, 1});
    REQUIRE(listed);
    REQUIRE(written);
    REQUIRE(listed->size() == written->size());
    QStringList types;
    for (size_t i = 0; i < listed->size(); ++i) {
        CHECK((*listed)[i].name == (*written)[i].name);
        CHECK((*listed)[i].type == (*written)[i].type);
        types.append((*listed)[i].type);
    }
    CHECK(types.first() == u"division"_s);
    CHECK(types.lastIndexOf(u"organization"_s) < types.indexOf(u"person"_s));
    CHECK(types.lastIndexOf(u"organization"_s) < types.indexOf(u"party_activity"_s));
}

TEST_CASE("A folder that cannot be made is refused with a sentence")
{
    const auto files = writeSample(u"/proc/不行"_s, {60, 7});
    REQUIRE_FALSE(files);
    CHECK(files.error().text.contains(u"/proc/不行"_s));
}
