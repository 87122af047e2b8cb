// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tryout.h"
#include "tests/evaluation/testscheme.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Scheme scheme()
{
    return schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"20","indicators":[
        {"code":"1","name":"会议","points":"10","rule":{"perOccurrence":{"each":"2","period":"month","periodCap":"1"}}},
        {"code":"2","name":"年检","points":"10","rule":{"choice":{"options":[{"key":"pass","label":"合格","points":"10"},{"key":"","label":"无","points":"0"}]}}}],
        "bands":[{"name":"优","from":"15"},{"name":"良","to":"15","toOpen":true}],
        "vetoes":[{"code":"V1","text":"失联","when":{"field":"status","is":"missing"},"effect":"zero"}]})");
}

} // namespace

TEST_CASE("A plain sheet of figures is scored column by column")
{
    const TextTable figures{{u"名称"_s, u"1.2025-01"_s, u"1.2025-03"_s, u"年检"_s, u"V1"_s, u"备注"_s},
                            {{u"甲"_s, u"3"_s, u"1"_s, u"合格"_s, u""_s, u"x"_s},
                             {u"乙"_s, u"1"_s, u""_s, u"pass"_s, u"是"_s, u""_s},
                             {u"丙"_s, u"若干"_s, u""_s, u""_s, u""_s, u""_s},
                             {u""_s, u"1"_s, u""_s, u""_s, u""_s, u""_s}}};
    const auto tried = tryScheme(scheme(), figures);
    REQUIRE(tried);
    CHECK(tried->table.header == QStringList{u"名称"_s, u"类型"_s, u"1 会议"_s, u"2 年检"_s, u"加分"_s,
                                             u"扣分"_s, u"总分"_s, u"等次"_s, u"名次"_s, u"同类名次"_s,
                                             u"说明"_s});
    REQUIRE(tried->table.rows.size() == 3);
    CHECK(tried->table.rows[0] == QStringList{u"甲"_s, u"社会团体"_s, u"4"_s, u"10"_s, u"0"_s, u"0"_s,
                                              u"14"_s, u"良"_s, u"1"_s, u"1"_s, u""_s});
    CHECK(tried->table.rows[1] == QStringList{u"乙"_s, u"社会团体"_s, u"2"_s, u"10"_s, u"0"_s, u"0"_s, u"0"_s,
                                              u"良"_s, u"2"_s, u"2"_s, u"一票否决：失联，总分记 0 分。"_s});
    CHECK(tried->table.rows[2].at(6) == u"0"_s);
    CHECK(tried->remarks == QStringList{u"“备注”这一列不是方案里的指标或条件，没有用到。"_s,
                                        u"“丙”的“会议”填的是“若干”，不是数，按没有数据处理。"_s,
                                        u"第 5 行没有写组织名称，没有计分。"_s});
}

TEST_CASE("Points are read in every form, and those beyond the range of their indicator are told")
{
    const Scheme manual = schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"60","indicators":[
        {"code":"A","name":"规范","points":"60","missing":"person","figure":{"person":true},
         "rule":{"manual":{"min":"0","max":"60"}}}],
        "bands":[{"name":"优","from":"15"},{"name":"良","to":"15","toOpen":true}]})");
    const QStringList written = {u"50分"_s, u"40 分"_s, u"６０"_s, u"55%"_s, u"50.0000000001"_s, u"四十"_s};
    const QStringList points = {u"50"_s, u"40"_s, u"60"_s, u"55"_s, u"50"_s, u"40"_s};
    TextTable figures{{u"名称"_s, u"A"_s}, {}};
    for (const QString &text : written)
        figures.rows.push_back({u"甲"_s + text, text});
    for (const QString &text : {u"4,5"_s, u"65"_s, u"-3"_s})
        figures.rows.push_back({u"乙"_s + text, text});
    const auto tried = tryScheme(manual, figures);
    REQUIRE(tried);
    for (qsizetype i = 0; i < points.size(); ++i)
        CHECK(tried->table.rows[size_t(i)].at(2) == points[i]);
    CHECK(tried->remarks == QStringList{u"“乙4,5”的“规范”填的是“4,5”，不是数，按没有数据处理。"_s,
                                        u"“乙65”的“规范”填的是 65，不在 0 到 60 分之间，按最近的一端计。"_s,
                                        u"“乙-3”的“规范”填的是 -3，不在 0 到 60 分之间，按最近的一端计。"_s});
}

TEST_CASE(
    "The names of a trial sheet are found behind serial numbers, and ties are broken by dates in any form")
{
    const TextTable figures{{u"序号"_s, u"社会组织名称"_s, u"登记日期"_s, u"年检"_s},
                            {{u"1"_s, u"甲会"_s, u"2015.3.5"_s, u"合格"_s},
                             {u"2"_s, u"乙会"_s, u"2010年1月1日"_s, u"合格"_s},
                             {u"3"_s, u"丙会"_s, u"2012-01-01"_s, u"合格"_s},
                             {u"4"_s, u"丁会"_s, u"早年"_s, u""_s}}};
    Scheme byAge = scheme();
    byAge.tieKeys = {TieKey::RegisteredOn};
    const auto tried = tryScheme(byAge, figures);
    REQUIRE(tried);
    const qsizetype place = tried->table.header.indexOf(u"名次"_s);
    CHECK(tried->table.header.front() == u"社会组织名称"_s);
    CHECK(tried->table.rows[0].front() == u"甲会"_s);
    CHECK(tried->table.rows[0].at(place) == u"3"_s);
    CHECK(tried->table.rows[1].at(place) == u"1"_s);
    CHECK(tried->table.rows[2].at(place) == u"2"_s);
    CHECK(tried->remarks == QStringList{u"“丁会”的登记日期“早年”不是日期，同分时排在有日期的后面。"_s,
                                        u"表里没有“会议”的列，这一项按没有数据处理。"_s});
}

TEST_CASE("Equal points are told apart by the day of registration under every heading that an import reads")
{
    Scheme byAge = schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"60","indicators":[
        {"code":"A","name":"规范","points":"60","missing":"person","figure":{"person":true},
         "rule":{"manual":{"min":"0","max":"60"}}}],
        "bands":[{"name":"优","from":"15"},{"name":"良","to":"15","toOpen":true}]})");
    byAge.tieKeys = {TieKey::RegisteredOn};
    for (const QString &heading : {u"登记日期"_s, u"成立日期"_s, u"登记时间"_s, u"成立登记日期"_s}) {
        INFO(heading.toStdString());
        const auto tried = tryScheme(
            byAge, TextTable{{u"名称"_s, heading, u"A"_s},
                             {{u"甲会"_s, u"2015-01-01"_s, u"50"_s}, {u"乙会"_s, u"2010-01-01"_s, u"50"_s}}});
        REQUIRE(tried);
        CHECK(tried->remarks.isEmpty());
        QStringList ranks;
        const qsizetype rank = tried->table.header.indexOf(u"名次"_s);
        for (const QStringList &row : tried->table.rows)
            ranks.append(row[rank]);
        CHECK(ranks == QStringList{u"2"_s, u"1"_s});
    }
    // Beside the heading of the field another one does not count, and is told.
    const auto both = tryScheme(byAge, TextTable{{u"名称"_s, u"成立时间"_s, u"登记日期"_s, u"A"_s},
                                                 {{u"甲会"_s, u"1999-01-01"_s, u"2015-01-01"_s, u"50"_s},
                                                  {u"乙会"_s, u"2000-01-01"_s, QString(), u"√"_s}}});
    REQUIRE(both);
    CHECK(both->remarks == QStringList{u"“成立时间”这一列不是方案里的指标或条件，没有用到。"_s,
                                       u"“乙会”的“规范”填的是“√”，不是数，按没有数据处理。"_s,
                                       u"“登记日期”有 1 家没有填（乙会），按没有数据处理。"_s});
}

TEST_CASE("A sheet without any indicator is refused")
{
    const auto tried = tryScheme(scheme(), {{u"名称"_s, u"地址"_s}, {{u"甲"_s, u"某路"_s}}});
    REQUIRE_FALSE(tried);
    CHECK(tried.error().code == Error::Code::InvalidInput);
}

namespace {

/// Two indicators that a person scores, of 60 and 40 points.
Scheme byHand()
{
    return schemeFrom(R"({"key":"k","version":"1","title":"t","fullMarks":"100","indicators":[
        {"code":"A","name":"规范化建设","points":"60","missing":"person","figure":{"person":true},
         "rule":{"manual":{"min":"0","max":"60"}}},
        {"code":"B","name":"公益服务（活动）","points":"40","missing":"person","figure":{"person":true},
         "rule":{"manual":{"min":"0","max":"40"}}}],
        "bands":[{"name":"优","from":"60"},{"name":"良","to":"60","toOpen":true}]})");
}

Error refusalOf(const TextTable &figures)
{
    const auto tried = tryScheme(byHand(), figures);
    REQUIRE_FALSE(tried);
    return tried.error();
}

} // namespace

TEST_CASE("An indicator is found under a heading with its marks, a number or a word around its name")
{
    const QStringList headings = {u"规范化建设"_s,
                                  u"A"_s,
                                  u"A 规范化建设"_s,
                                  u"A.规范化建设"_s,
                                  u"规范化建设(60分)"_s,
                                  u"规范化建设（满分60）"_s,
                                  u"规范化建设[满分：60分]"_s,
                                  u"规范化建设（0-60分）"_s,
                                  u"规范化建设60分"_s,
                                  u"一、规范化建设（60分）"_s,
                                  u"（一）规范化建设得分"_s,
                                  u"1.规范化建设"_s,
                                  u"规范化建设/得分"_s,
                                  u"规范化 建设（得分）"_s};
    for (const QString &heading : headings) {
        INFO(heading.toStdString());
        const auto tried = tryScheme(
            byHand(), {{u"名称"_s, heading, u"公益服务(活动)（40分）"_s}, {{u"甲"_s, u"50"_s, u"30"_s}}});
        REQUIRE(tried);
        CHECK(tried->table.rows[0].mid(2, 2) == QStringList{u"50"_s, u"30"_s});
        CHECK(tried->remarks.isEmpty());
    }
    for (const QString &heading : {u"规范化建设满分"_s, u"规范"_s, u"规范化建设（上年）"_s}) {
        INFO(heading.toStdString());
        const auto tried = tryScheme(byHand(), {{u"名称"_s, heading, u"B"_s}, {{u"甲"_s, u"50"_s, u"30"_s}}});
        REQUIRE(tried);
        CHECK(tried->remarks == QStringList{u"“%1”这一列不是方案里的指标或条件，没有用到。"_s.arg(heading),
                                            u"表里没有“规范化建设”的列，这一项按没有数据处理。"_s});
    }
    const auto other =
        tryScheme(byHand(), {{u"名称"_s, u"规范化建设（50分）"_s, u"B"_s}, {{u"甲"_s, u"50"_s, u"30"_s}}});
    REQUIRE(other);
    CHECK(other->remarks ==
          QStringList{u"“规范化建设（50分）”的标题写的是 50 分，方案里“规范化建设”是 60 分，按方案计。"_s});
}

TEST_CASE("Names are found in whatever column they stand, and a sheet without them is refused")
{
    const auto nameIn = [](const QStringList &header, const QStringList &row) {
        const auto tried = tryScheme(byHand(), {header, {row}});
        REQUIRE(tried);
        return tried->table.rows[0].front();
    };
    CHECK(nameIn({u"序号"_s, u"名称"_s, u"A"_s, u"B"_s}, {u"1"_s, u"甲会"_s, u"60"_s, u"30"_s}) == u"甲会"_s);
    CHECK(nameIn({u"排名"_s, u"参评单位"_s, u"A"_s, u"B"_s}, {u"1"_s, u"甲会"_s, u"60"_s, u"30"_s}) ==
          u"甲会"_s);
    CHECK(nameIn({u"No."_s, u"某某会"_s, u"A"_s, u"B"_s}, {u"1"_s, u"甲会"_s, u"60"_s, u"30"_s}) ==
          u"甲会"_s);
    CHECK(nameIn({u"统一社会信用代码"_s, u"法定代表人"_s, u"参评对象"_s, u"A"_s, u"B"_s},
                 {u"51330421MJ0005003B"_s, u"张一"_s, u"甲会"_s, u"60"_s, u"30"_s}) == u"甲会"_s);
    CHECK(nameIn({u"A"_s, u"B"_s, u"日期"_s, u"谁"_s}, {u"60"_s, u"30"_s, u"2025-03-01"_s, u"甲会"_s}) ==
          u"甲会"_s);
    const Error none = refusalOf({{u"序号"_s, u"A"_s, u"B"_s}, {{u"1"_s, u"60"_s, u"30"_s}}});
    CHECK(none.text.startsWith(u"表里找不到写着组织名称的一列"_s));
    CHECK(refusalOf({{u"A"_s, u"B"_s}, {{u"60"_s, u"30"_s}}}).text == none.text);
    CHECK(refusalOf({{u"名称"_s, u"A"_s}, {}}).text.startsWith(u"表里没有一行写着组织的名称"_s));
    CHECK(refusalOf({{u"名称"_s, u"A"_s, u"规范化建设（60分）"_s}, {{u"甲"_s, u"60"_s, u"30"_s}}})
              .text.startsWith(u"“A”和“规范化建设（60分）”这两列说的是同一项"_s));
}

TEST_CASE("Rows without a name or with a covered one are not scored, names that stand twice are told")
{
    const TextTable figures{{u"名称"_s, u"镇街"_s, u"A"_s, u"B"_s},
                            {{u"甲会"_s, u"东镇"_s, u"60"_s, u"30"_s},
                             {u""_s, u"东镇"_s, u"59"_s, u"30"_s},
                             {u"样**协会"_s, u"东镇"_s, u"58"_s, u"30"_s},
                             {u"/"_s, u"东镇"_s, u"57"_s, u"30"_s},
                             {u"甲 会"_s, u"东镇"_s, u"50"_s, u"30"_s},
                             {u"甲会"_s, u"西镇"_s, u"40"_s, u"30"_s}},
                            {3, 4, 5, 6, 8, 9}};
    const auto tried = tryScheme(byHand(), figures);
    REQUIRE(tried);
    CHECK(tried->table.rows.size() == 3);
    CHECK(tried->remarks ==
          QStringList{
              u"第 4 行没有写组织名称，没有计分。"_s,
              u"第 5 行的名称“样**协会”是遮盖过的，认不出是哪一家，没有计分。"_s,
              u"第 6 行没有写组织名称，没有计分。"_s,
              u"“甲会”写了 2 次（第 3、8 行），各算一家、都排了名次。如是同一家，请删去多余的行再算。"_s});
}

TEST_CASE("What is missing or not understood in a trial sheet is told")
{
    const auto blank =
        tryScheme(byHand(), {{u"名称"_s, u"A"_s}, {{u"甲"_s, u"60"_s}, {u"乙"_s, u""_s}, {u"丙"_s, u""_s}}});
    REQUIRE(blank);
    CHECK(blank->remarks == QStringList{u"表里没有“公益服务（活动）”的列，这一项按没有数据处理。"_s,
                                        u"“规范化建设”有 2 家没有填（乙、丙），按没有数据处理。"_s});
    const auto words = tryScheme(scheme(), {{u"名称"_s, u"会议"_s, u"年检"_s, u"V1"_s, u"上年总分"_s},
                                            {{u"甲"_s, u"3"_s, u"优秀"_s, u"待查"_s, u"若干"_s},
                                             {u"乙"_s, u"3"_s, u""_s, u"/"_s, u"无"_s}}});
    REQUIRE(words);
    CHECK(words->remarks ==
          QStringList{u"“甲”的“年检”填的是“优秀”，方案里没有这一档（有：合格、无），按没有数据处理。"_s,
                      u"“甲”的“失联”填的是“待查”，看不出是或否，按否计。"_s,
                      u"“甲”的上年总分“若干”不是数，没有用到。"_s});
}
