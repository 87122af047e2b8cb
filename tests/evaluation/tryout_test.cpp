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
                                        u"“丙”的“会议”填的是“若干”，不是数，按没有数据处理。"_s});
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
        figures.rows.push_back({u"甲"_s, text});
    for (const QString &text : {u"4,5"_s, u"65"_s, u"-3"_s})
        figures.rows.push_back({u"乙"_s, text});
    const auto tried = tryScheme(manual, figures);
    REQUIRE(tried);
    for (qsizetype i = 0; i < points.size(); ++i)
        CHECK(tried->table.rows[size_t(i)].at(2) == points[i]);
    CHECK(tried->remarks == QStringList{u"“乙”的“规范”填的是“4,5”，不是数，按没有数据处理。"_s,
                                        u"“乙”的“规范”填的是 65，不在 0 到 60 分之间，按最近的一端计。"_s,
                                        u"“乙”的“规范”填的是 -3，不在 0 到 60 分之间，按最近的一端计。"_s});
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
    CHECK(tried->remarks == QStringList{u"“丁会”的登记日期“早年”不是日期，同分时排在有日期的后面。"_s});
}

TEST_CASE("A sheet without any indicator is refused")
{
    const auto tried = tryScheme(scheme(), {{u"名称"_s, u"地址"_s}, {{u"甲"_s, u"某路"_s}}});
    REQUIRE_FALSE(tried);
    CHECK(tried.error().code == Error::Code::InvalidInput);
}
