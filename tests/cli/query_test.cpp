// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"

using namespace Qt::StringLiterals;

namespace {

void fill(const CliFolder &folder)
{
    folder.makeCountyOf("单位名称,类型,镇街,注册资金（万元）,登记日期,党建入章\n"
                        "示范县葡萄协会,社会团体,锦湖街道,3.5,2021年3月5日,是\n"
                        "示范县棋类协会,社会团体,锦湖街道,12,20190101,否\n");
}

constexpr const char *listing = R"({"type":"organization",
    "columns":["name","town","registered_capital","registered_on","charter_has_party"],
    "sort":[{"field":"registered_on"}]})";

} // namespace

TEST_CASE("query prints a table with labels as headings, in columns that are in line")
{
    const CliFolder folder;
    fill(folder);
    const CliRun run = runCli({u"query"_s, folder.county(), u"-"_s}, listing);
    CHECK(run.code == 0);
    CHECK(run.out == u"名称            镇街        注册资金  登记日期    党建入章\n"
                     u"示范县棋类协会  锦湖街道  120,000.00  2019-01-01  否\n"
                     u"示范县葡萄协会  锦湖街道   35,000.00  2021-03-05  是\n"
                     u"共 2 行。\n"_s);
}

TEST_CASE("query without columns gives all of them, the record's own id too")
{
    const CliFolder folder;
    fill(folder);
    constexpr const char *all = R"({"type":"organization","sort":[{"field":"name"}]})";
    const CliRun words = runCli({u"query"_s, folder.county(), u"-"_s}, all);
    CHECK(words.code == 0);
    CHECK(words.out.startsWith(u"编号 "_s));
    CHECK(words.out.contains(u"示范县葡萄协会"_s));
    const QJsonValue row =
        runCli({u"query"_s, folder.county(), u"-"_s, u"--json"_s}, all).json()["rows"_L1][0];
    CHECK(row["id"_L1].toString().size() == 36);
    CHECK(words.out.contains(row["id"_L1].toString()));
}

TEST_CASE("query --json gives exact amounts, ISO dates and references with their names")
{
    const CliFolder folder;
    fill(folder);
    const QJsonObject answer = runCli({u"query"_s, folder.county(), u"-"_s, u"--json"_s}, listing).json();
    CHECK(answer["ok"_L1] == true);
    CHECK(answer["columns"_L1][2]["kind"_L1] == u"money"_s);
    const QJsonValue row = answer["rows"_L1][1];
    CHECK(row["registered_capital"_L1] == u"35000.00"_s);
    CHECK(row["registered_on"_L1] == u"2021-03-05"_s);
    CHECK(row["charter_has_party"_L1] == true);
    CHECK(row["town"_L1]["name"_L1] == u"锦湖街道"_s);
}

TEST_CASE("query --out writes a table that can be imported again without a change")
{
    const CliFolder folder;
    fill(folder);
    folder.write(u"问.json"_s, R"({"type":"organization","columns":["name","kind","town","registered_on"]})");
    for (const QString &ending : {u"xlsx"_s, u"csv"_s}) {
        const QString table = folder.path(u"社会团体 表."_s + ending);
        CHECK(runCli({u"query"_s, folder.county(), folder.path(u"问.json"_s), u"--out"_s, table}).code == 0);
        const CliRun back = runCli({u"import"_s, folder.county(), table, u"--type"_s, u"organization"_s,
                                    u"--dry-run"_s, u"--json"_s});
        INFO(back.out.toStdString());
        CHECK(back.code == 0);
        CHECK(back.json()["unchanged"_L1] == 2);
    }
}

TEST_CASE("A query with an unknown field, bad JSON or a missing file is refused with a sentence")
{
    const CliFolder folder;
    folder.makeCounty();
    const QStringList ask{u"query"_s, folder.county(), u"-"_s, u"--json"_s};
    const CliRun field = runCli(ask, R"({"type":"organization","columns":["nme"]})");
    CHECK(field.code == 1);
    CHECK(field.json()["error"_L1]["text"_L1].toString().contains(u"nme"_s));
    const CliRun broken = runCli(ask, R"({"type":)");
    CHECK(broken.code == 1);
    CHECK(broken.json()["error"_L1]["code"_L1] == u"file_format"_s);
    CHECK(runCli({u"query"_s, folder.county(), folder.path(u"没有.json"_s)}).code == 1);
}

TEST_CASE("query covers personal data unless told otherwise, and telling leaves a note")
{
    const CliFolder folder;
    fill(folder);
    folder.write(u"电话.csv"_s,
                 "单位名称,类型,镇街,联系人,联系电话\n示范县葡萄协会,社会团体,锦湖街道,陈小明,13812345678\n");
    REQUIRE(runCli({u"import"_s, folder.county(), folder.path(u"电话.csv"_s), u"--type"_s, u"organization"_s})
                .code == 0);
    constexpr const char *query = R"({"type":"organization","columns":["contact_name","contact_phone"],
        "where":{"field":"contact_phone","empty":false}})";
    const CliRun covered = runCli({u"query"_s, folder.county(), u"-"_s}, query);
    CHECK(covered.out.contains(u"138****5678"_s));
    CHECK_FALSE(covered.out.contains(u"13812345678"_s));
    const CliRun json = runCli({u"query"_s, folder.county(), u"-"_s, u"--json"_s}, query);
    CHECK_FALSE(json.out.contains(u"13812345678"_s));
    CHECK_FALSE(json.out.contains(u"陈小明"_s));
    const CliRun shown = runCli({u"query"_s, folder.county(), u"-"_s, u"--unmasked"_s}, query);
    CHECK(shown.out.contains(u"13812345678"_s));
    CHECK(runCli({u"history"_s, folder.county()}).out.contains(u"未遮盖个人信息"_s));
}

TEST_CASE(
    "what is covered cannot be found out by conditions, groups, measures or days, only by who leaves a note")
{
    const CliFolder folder;
    fill(folder);
    folder.write(u"负责人.csv"_s,
                 "社会组织,姓名,电话,出生日期,职务\n示范县葡萄协会,陈小明,13812345678,1960-05-01,会长\n");
    REQUIRE(
        runCli({u"import"_s, folder.county(), folder.path(u"负责人.csv"_s), u"--type"_s, u"person"_s}).code ==
        0);
    const char *const leaks[] = {
        R"J({"type":"person","columns":["position"],"where":{"field":"phone","startsWith":"138"}})J",
        R"J({"type":"person","columns":["position"],"where":{"all":[{"not":{"field":"name","contains":"陈"}}]}})J",
        R"J({"type":"person","columns":["position"],"where":{"field":"position","is":{"field":"name"}}})J",
        R"J({"type":"person","columns":["position"],"window":{"field":"born_on","from":"1960-01-01"}})J",
        R"J({"type":"person","columns":["position","days(born_on,2025-01-01)"]})J",
        R"J({"type":"person","columns":["position"],"where":{"field":"days(born_on,2025-01-01)","atLeast":9000}})J",
        R"J({"type":"person","group":["born_on:month"],"measures":[{"count":"n"}]})J",
        R"J({"type":"person","group":["phone"],"measures":[{"count":"n"}]})J",
        R"J({"type":"person","measures":[{"count":"n","where":{"field":"phone","is":"13812345678"}}]})J",
        R"J({"type":"person","measures":[{"sum":"days(born_on,2025-01-01)","as":"n"}]})J",
        R"J({"type":"organization","columns":["name"],"where":{"exists":{"type":"person",
            "where":{"field":"phone","is":"13812345678"}},"via":"organization"}})J",
    };
    for (const char *leak : leaks) {
        INFO(leak);
        const CliRun refused = runCli({u"query"_s, folder.county(), u"-"_s}, leak);
        CHECK(refused.code == 1);
        CHECK(refused.error.contains(u"遮盖"_s));
        CHECK(refused.error.contains(u"--unmasked"_s));
        folder.write(u"问.json"_s, leak);
        CHECK(runCli({u"query"_s, folder.county(), folder.path(u"问.json"_s), u"--out"_s,
                      folder.path(u"答.csv"_s)})
                  .code == 1);
        CHECK_FALSE(QFile::exists(folder.path(u"答.csv"_s)));
    }
    CHECK_FALSE(runCli({u"history"_s, folder.county()}).out.contains(u"未遮盖个人信息"_s));
    const CliRun told = runCli({u"query"_s, folder.county(), u"-"_s, u"--unmasked"_s}, leaks[0]);
    CHECK(told.out.contains(u"会长"_s));
    CHECK(runCli({u"history"_s, folder.county()}).out.contains(u"未遮盖个人信息"_s));
    // Whether there is a value shows anyway, and an order tells none.
    for (
        const char *harmless :
        {R"({"type":"person","columns":["name"],"where":{"field":"phone","empty":false},"sort":[{"field":"name"}]})",
         R"({"type":"person","group":["organization.town"],"measures":[{"count":"n"}]})"})
        CHECK(runCli({u"query"_s, folder.county(), u"-"_s}, harmless).code == 0);
}

TEST_CASE("search finds by initials of any reading, by code and covered persons by what is seen of them")
{
    const CliFolder folder;
    fill(folder);
    folder.write(u"会.csv"_s, "单位名称,类型,镇街\n示范县单氏文化研究会,社会团体,锦湖街道\n");
    folder.write(u"人.csv"_s, "姓名,社会组织,职务\n陈小明,示范县单氏文化研究会,会长\n");
    REQUIRE(runCli({u"import"_s, folder.county(), folder.path(u"会.csv"_s), u"--type"_s, u"organization"_s})
                .code == 0);
    REQUIRE(runCli({u"import"_s, folder.county(), folder.path(u"人.csv"_s), u"--type"_s, u"person"_s}).code ==
            0);
    const auto found = [&](const QString &text) {
        QStringList titles;
        const CliRun run = runCli({u"search"_s, folder.county(), text, u"--json"_s});
        CHECK(run.code == 0);
        for (const QJsonValue &hit : run.json()["hits"_L1].toArray())
            titles.append(hit["title"_L1].toString());
        return titles;
    };
    CHECK(found(u"sfxsswhyjh"_s) == QStringList{u"示范县单氏文化研究会"_s}); // 单 shàn
    CHECK(found(u"sfxdswhyjh"_s) == QStringList{u"示范县单氏文化研究会"_s}); // 单 dān
    CHECK(found(u"没有这个"_s).isEmpty());
    CHECK(found(u"小明"_s).isEmpty());
    const QStringList person = found(u"陈小明"_s);
    REQUIRE(person.size() == 1);
    CHECK_FALSE(person[0].contains(u"小明"_s));
    const CliRun limited = runCli({u"search"_s, folder.county(), u"示范县"_s, u"--limit"_s, u"1"_s});
    CHECK(limited.out.contains(u"后面可能还有"_s));
}
