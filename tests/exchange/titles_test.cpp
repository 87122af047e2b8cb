// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the titles, the name of the sheet and of the file tell of all its rows.
#include "core/exchange/titlewords.h"
#include "core/party/partyorganization.h"
#include "core/registry/organization.h"
#include "core/supervision/grade.h"
#include "core/supervision/inspection.h"
#include "tests/exchange/sheets.h"

using namespace exchangetest;

namespace {

/// A store with the invented organizations of p_orgs.csv, and one sheet for it.
struct Titled
{
    Titled() { importFixture(*store, u"p_orgs.csv"_s, "organization"); }

    ImportReport take(const QString &title, const std::vector<QStringList> &rows, const char *type,
                      const QString &file = u"表.csv"_s)
    {
        return import(*store,
                      writeSheet(store.folder() + u'/' + file, rows,
                                 title.isEmpty() ? QStringList() : QStringList{title}),
                      type);
    }

    TestStore store;
};

const std::vector<QStringList> names = {
    {u"序号"_s, u"社会组织名称"_s}, {u"1"_s, u"样例甲协会"_s}, {u"2"_s, u"样例丙服务中心"_s}};

QString kindOf(const QStringList &titles)
{
    return choiceInTitles(*recordType<Organization>().field("kind"), titles);
}

QString levelOf(const QString &title)
{
    return choiceInTitles(*recordType<Grade>().field("level"), {title});
}

QString conclusionOf(const QString &title)
{
    return choiceInTitles(*recordType<Inspection>().field("conclusion"), {title});
}

} // namespace

TEST_CASE("a list of grades without columns for grade and day is that of its title")
{
    Titled titled;
    const ImportReport report = titled.take(u"2023年4A级社会组织名单"_s, names, "grade");
    INFO(saidOf(report).toStdString());
    CHECK(report.added == 2);
    CHECK(report.notes.contains(u"等级：按标题取“4A”"_s));
    CHECK(report.notes.contains(u"评定日期：标题只写了 2023 年，按 2023-01-01 记"_s));
    const auto grades = titled.store->all<Grade>();
    requireOk(grades);
    for (const Grade &grade : *grades) {
        CHECK(grade.level == GradeLevel::Four);
        CHECK(grade.assessedOn == QDate(2023, 1, 1));
    }
    CHECK(titled.take(u"2023年4A级社会组织名单"_s, names, "grade").unchanged == 2);
    // What a row says goes before what the title says.
    const ImportReport said = titled.take(
        u"2021年4A级社会组织名单"_s,
        {{u"社会组织"_s, u"等级"_s, u"评定日期"_s}, {u"样例甲协会"_s, u"5A"_s, u"2022-03-01"_s}}, "grade");
    CHECK(said.added == 1);
    CHECK(said.notes.isEmpty());
}

TEST_CASE("a year in a title makes no second grade of one whose day is known")
{
    Titled titled;
    titled.take({}, {{u"社会组织"_s, u"等级"_s, u"评定日期"_s}, {u"样例甲协会"_s, u"4A"_s, u"2023-11-20"_s}},
                "grade");
    const ImportReport report = titled.take(u"2023年4A级社会组织名单"_s, names, "grade");
    CHECK(report.added == 1);
    REQUIRE(report.refused == 1);
    CHECK(report.refusals[0].text.contains(u"标题只写了 2023 年，看不出是不是同一条"_s));
    CHECK(titled.store->all<Grade>()->size() == 2);
}

TEST_CASE("a list of inspections without columns for year and conclusion is that of its title or file")
{
    Titled titled;
    const ImportReport report = titled.take(u"2024年度年检合格名单"_s, names, "inspection");
    INFO(saidOf(report).toStdString());
    CHECK(report.added == 2);
    CHECK(report.notes == QStringList{u"年度：按标题取“2024”"_s, u"结论：按标题取“合格”"_s});
    const auto inspections = titled.store->all<Inspection>();
    requireOk(inspections);
    for (const Inspection &inspection : *inspections) {
        CHECK(inspection.year == 2024);
        CHECK(inspection.conclusion == InspectionConclusion::Pass);
    }
    // What is there is not changed by a title.
    const ImportReport later = titled.take(u"2024年度年检不合格名单"_s, names, "inspection");
    CHECK(later.unchanged == 2);
    CHECK(saidOf(later).contains(u"“结论”按标题是“不合格”，原有的是“合格”，保留原有的"_s));
    CHECK(titled.take({}, names, "inspection", u"2022年度基本合格.csv"_s).added == 2);
    CHECK(titled
              .take(u"年度：2021"_s,
                    {{u"社会组织"_s, u"结论"_s},
                     {u"样例甲协会"_s, u"合格"_s},
                     {u"样例丙服务中心"_s, u"不合格"_s}},
                    "inspection")
              .added == 2);
    // Two years, or two conclusions, are none.
    const ImportReport unclear = titled.take(u"2019-2020年度年检合格、不合格名单"_s, names, "inspection");
    CHECK(unclear.refused == 2);
    CHECK(unclear.refusals[0].text.contains(u"表里没有“年度”这一列"_s));
}

TEST_CASE("the level of a division is that of its code where no column says it")
{
    TestStore store;
    const ImportReport report = import(
        *store,
        writeSheet(store.folder() + u"/示范县区划.csv"_s, {{u"区划代码"_s, u"名称"_s, u"上级代码"_s},
                                                           {u"330421"_s, u"示范县"_s, u""_s},
                                                           {u"330421001"_s, u"东门街道"_s, u"330421"_s},
                                                           {u"330421001002"_s, u"东社区"_s, u"330421001"_s},
                                                           {u"330421100000"_s, u"北亭镇"_s, u"330421"_s},
                                                           {u"33042"_s, u"南镇"_s, u"330421"_s}}),
        "division");
    INFO(saidOf(report).toStdString());
    CHECK(report.added == 4);
    CHECK(report.refused == 1);
    CHECK(report.notes.contains(u"级别：表里没有这一列，由“区划代码”判断"_s));
    const auto levelOfDivision = [&](const QString &name) {
        const auto rows = store->run(
            {.type = u"division"_s, .columns = {u"level"_s}, .where = Condition::is(u"name"_s, name)});
        requireOk(rows);
        return rows->rows.front().front().toString();
    };
    CHECK(levelOfDivision(u"示范县"_s) == u"county");
    CHECK(levelOfDivision(u"东门街道"_s) == u"town");
    CHECK(levelOfDivision(u"东社区"_s) == u"village");
    CHECK(levelOfDivision(u"北亭镇"_s) == u"town");
    // An empty cell is told row by row, and what a record holds is not judged anew.
    const ImportReport cells =
        import(*store,
               writeSheet(store.folder() + u"/表.csv"_s,
                          {{u"区划代码"_s, u"名称"_s, u"级别"_s}, {u"330421002"_s, u"西门街道"_s, u""_s}}),
               "division");
    CHECK(saidOf(cells).contains(u"“级别”没有填写，由“区划代码”判断为“镇街”"_s));
}

TEST_CASE("how a party organization was set up is told by its rank, its name or the title")
{
    Titled titled;
    const ImportReport report = titled.take(u"党组织台账"_s,
                                            {{u"社会组织"_s, u"党组织名称"_s, u"类别"_s},
                                             {u"样例甲协会"_s, u"样例第一联合党支部"_s, u""_s},
                                             {u"样例甲协会"_s, u"样例第二支部"_s, u"联合党支部"_s},
                                             {u"样例甲协会"_s, u"样例甲协会党支部"_s, u"党支部"_s}},
                                            "party_organization");
    INFO(saidOf(report).toStdString());
    CHECK(report.added == 2);
    REQUIRE(report.refused == 1);
    CHECK(report.refusals[0].text.contains(u"表里没有“组建形式”这一列"_s));
    const ImportReport single = titled.take(
        u"单独组建党组织名单"_s, {{u"社会组织"_s, u"党组织名称"_s}, {u"样例甲协会"_s, u"样例甲协会党支部"_s}},
        "party_organization");
    CHECK(single.added == 1);
    CHECK(single.notes.contains(u"组建形式：按标题取“单独组建”"_s));
}

TEST_CASE("a title tells a choice only where it names one, and means it")
{
    CHECK(kindOf({u"社会团体登记台账"_s, u"Sheet1"_s, u"台账"_s}) == u"association");
    CHECK(kindOf({u"Sheet1"_s, u"民非"_s, u"台账"_s}) == u"service_institution");
    CHECK(kindOf({u"社会团体、民办非企业单位登记台账"_s, u"表"_s, u"表"_s}).isEmpty());
    CHECK(kindOf({u"全县社会组织（社会团体、民非、基金会）"_s, u"基金会"_s, u"台账"_s}) == u"foundation");
    CHECK(kindOf({u"社会团体登记台账"_s, u"民非"_s, u"台账"_s}).isEmpty());
    CHECK(kindOf({u"民非"_s, u"社会团体"_s}) == u"service_institution"); // the file says less than the sheet
    CHECK(kindOf({u"社会团体会费收取情况"_s, u"x"_s}).isEmpty());
    CHECK(kindOf({u"社会组织名单（不含基金会）"_s, u"x"_s}).isEmpty());
    CHECK(kindOf({u"社 会 团 体 台 账"_s, u"x"_s}) == u"association");
    CHECK(levelOf(u"2023年AAAA级社会组织名单"_s) == u"4a");
    CHECK(levelOf(u"评估等级为４Ａ的社会组织"_s) == u"4a");
    CHECK(levelOf(u"3A级及以上社会组织名单"_s).isEmpty());
    CHECK(levelOf(u"3A（含）以上社会组织"_s).isEmpty());
    CHECK(levelOf(u"4A、5A级社会组织名单"_s).isEmpty());
    CHECK(levelOf(u"A级社会组织名单"_s).isEmpty());
    CHECK(levelOf(u"社会组织三级网络"_s).isEmpty());
    CHECK(conclusionOf(u"2024年度年检不合格社会组织"_s) == u"fail");
    CHECK(conclusionOf(u"未参加2024年度年检的社会组织"_s) == u"absent");
    CHECK(conclusionOf(u"未按规定报送2024年度年报的社会组织"_s).isEmpty());
    CHECK(conclusionOf(u"年检基本合格和合格名单"_s).isEmpty());
}

TEST_CASE("a title tells a year only where it names one, and no day of it")
{
    CHECK(yearInTitles({u"2024年度年检结论"_s}) == 2024);
    CHECK(yearInTitles({u"二〇二四年度年检结论"_s}) == 2024);
    CHECK(yearInTitles({u"２０２４年年检"_s}) == 2024);
    CHECK(yearInTitles({u"关于公布2024年度年检结论的公告（2025年6月10日）"_s}) == 2024);
    CHECK(yearInTitles({u"2024年度年检"_s, u"Sheet1"_s, u"2025年汇总"_s}) == 2024);
    CHECK(yearInTitles({u"年检"_s, u"2024"_s, u"年检台账"_s}) == 2024);
    CHECK(yearInTitles({u"年检结论2024(1)"_s}) == 2024);
    CHECK_FALSE(yearInTitles({u"2023-2024年度年检"_s}));
    CHECK_FALSE(yearInTitles({u"2023年、2024年年检"_s}));
    CHECK_FALSE(yearInTitles({u"截至2024年12月31日"_s}));
    CHECK_FALSE(yearInTitles({u"填报日期：2025-03-01"_s}));
    CHECK_FALSE(yearInTitles({u"20250301导出"_s}));
    CHECK_FALSE(yearInTitles({u"善民〔2024〕5号附件"_s}));
    CHECK_FALSE(yearInTitles({u"年检结论"_s}));
}

TEST_CASE("a title names the kind of a list of penalties, of meetings and of liaisons")
{
    Titled titled;
    const ImportReport penalties = titled.take(
        u"行政处罚（警告）决定书一览"_s,
        {{u"当事人"_s, u"文号"_s, u"日期"_s}, {u"样例甲协会"_s, u"示民罚〔2022〕7号"_s, u"2022-03-04"_s}},
        "penalty");
    CHECK(penalties.added == 1);
    CHECK(penalties.notes == QStringList{u"种类：按标题取“警告”"_s});
    CHECK(titled
              .take(u"2025年主题党日活动台账"_s,
                    {{u"社会组织"_s, u"日期"_s, u"主题"_s}, {u"样例甲协会"_s, u"2025-05-01"_s, u"学习"_s}},
                    "party_activity")
              .notes == QStringList{u"类型：按标题取“主题党日”"_s});
    CHECK(titled
              .take(u"党建联络员名单"_s, {{u"社会组织"_s, u"姓名"_s}, {u"样例甲协会"_s, u"王五"_s}},
                    "party_instructor")
              .notes == QStringList{u"职责：按标题取“联络员”"_s});
    // A register of several events says no state, and the day of an event is not the first of January.
    CHECK(titled
              .take(u"成立、变更、注销登记一览表"_s, {{u"名称"_s, u"类型"_s}, {u"样例丁协会"_s, u"社团"_s}},
                    "organization")
              .notes.isEmpty());
    const ImportReport days =
        titled.take(u"2025年主题党日活动台账"_s, {{u"社会组织"_s, u"主题"_s}, {u"样例甲协会"_s, u"参观"_s}},
                    "party_activity");
    REQUIRE(days.refused == 1);
    CHECK(days.refusals[0].text.contains(u"表里没有“日期”这一列"_s));
}

TEST_CASE("a payment is told by its ordinal")
{
    Titled titled;
    titled.take(u"2024年购买服务项目"_s, {{u"项目名称"_s, u"承接组织"_s}, {u"老年助餐"_s, u"样例甲协会"_s}},
                "project");
    const ImportReport report = titled.take({},
                                            {{u"项目"_s, u"期次"_s, u"付款金额"_s, u"凭证号"_s},
                                             {u"老年助餐"_s, u"第一期"_s, u"50000"_s, u"记 12"_s},
                                             {u"老年助餐"_s, u"第2期"_s, u"50000"_s, u"记13"_s}},
                                            "project_payment");
    INFO(saidOf(report).toStdString());
    CHECK(report.added == 2);
}
