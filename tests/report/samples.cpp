// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/report/samples.h"

using namespace Qt::StringLiterals;
using core::Decimal;

namespace samples {

namespace {

Decimal tenths(int value)
{
    return Decimal::fromMicro(qint64(value) * (Decimal::one / 10));
}

struct Line
{
    QStringView name;
    QStringView explanation;
    int maximum;
    int tenths;
};

constexpr Line partyLines[] = {
    {u"三会一课", u"12 次 × 1 分 = 12 分，封顶 10 分", 10, 100},
    {u"党组织设置", u"已单独组建党支部（2019-03 批复）", 8, 80},
    {u"主题党日", u"10 个月达到每月 1 次，缺 2 月、8 月：12 − 2 × 1 = 10 分", 12, 100},
    {u"党建指导员", u"已选派，每季走访", 6, 60},
    {u"党建入章程", u"章程第四条已载明", 4, 40},
};
constexpr Line standardLines[] = {
    {u"年度检查", u"2024 年度合格", 10, 100},
    {u"财务审计", u"未见换届审计报告；换届当年应有", 10, 60},
    {u"信息公开", u"应公开 8 项，已公开 8 项，完成率 100%", 6, 60},
    {u"按期换届", u"本届 2023-05-12 至 2027-05-11，未到期", 5, 50},
    {u"理事会与监事会运行情况及会议记录的完整程度",
     u"理事会 2 次，监事会 1 次；会议纪要齐全，均有到会人员签名，"
     u"按章程规定的人数和表决程序召开，达到规定次数得满分",
     4, 40},
};
constexpr Line serviceLines[] = {
    {u"公益服务时长", u"1,840 小时，分档 1,500–2,000 小时", 15, 125},
    {u"承接购买服务", u"3 个项目，绩效均为良好及以上", 5, 50},
    {u"公益支出占比", u"公益支出 186,400 元 ÷ 上年收入 412,000 元 = 45.2%，目标 50%", 3, 27},
    {u"受益人次", u"2,316 人次，分档 2,000 以上", 1, 10},
    {u"观察点配合", u"按季度报送，4 次", 1, 10},
};

core::YearEndFigures::Category category(const QString &name, const Line (&lines)[5], int count)
{
    core::YearEndFigures::Category made{name, Decimal(), Decimal(), false, {}};
    for (int i = 0; i < count; ++i) {
        const Line &line = lines[i % 5];
        const QString suffix = i < 5 ? QString() : QString::number(i / 5 + 1);
        made.indicators.push_back({line.name.toString() + suffix, line.explanation.toString(),
                                   Decimal(line.maximum), tenths(line.tenths)});
        made.maximum += Decimal(line.maximum);
        made.points += tenths(line.tenths);
    }
    return made;
}

} // namespace

core::YearEndFigures report(int indicators, int seed)
{
    core::YearEndFigures f;
    f.bureau = u"示范县民政局"_s;
    f.number = u"示民社评〔2026〕118号"_s;
    f.issuedOn = QDate(2026, 1, 15);
    f.year = 2025;
    f.organization = seed == 0 ? u"示范县向阳托养中心"_s : u"示范县第%1社会服务中心"_s.arg(seed);
    f.creditCode = u"52330421MJ98A7018R"_s;
    f.kind = u"社会服务机构"_s;
    f.registeredOn = QDate(2015, 9, 21);
    f.town = u"云塘镇"_s;
    f.supervisingUnit = u"示范县民政局"_s;
    f.facts = {{u"党组织"_s, u"党支部（单独组建）"_s},
               {u"评估等级"_s, u"4A（2023-11-20 评定，有效期至 2028-11-19）"_s, true}};
    f.categories = {category(u"党建活跃度"_s, partyLines, indicators / 3),
                    category(u"规范化建设"_s, standardLines, indicators / 3),
                    category(u"公益服务"_s, serviceLines, indicators - 2 * (indicators / 3)),
                    {u"加分"_s,
                     Decimal(10),
                     Decimal(2),
                     true,
                     {{u"表彰奖励"_s, u"省级表彰 1 次 × 2 分 = 2 分"_s, Decimal(10), Decimal(2)}}}};
    for (const auto &made : f.categories) {
        f.total += made.points;
        if (!made.extra)
            f.fullMarks += made.maximum;
    }
    f.total += tenths(seed % 7);
    f.band = u"优秀"_s;
    f.consequence = u"优先承接购买服务和参评等级评估"_s;
    f.inKind = {4 + seed, 336};
    f.inTown = {1, 42};
    f.previousTotal = f.total - tenths(15);
    f.dimensions = {
        {u"党建活跃度"_s, tenths(380), Decimal(40), tenths(285), tenths(365), {3, 336}, {1, 42}},
        {u"规范化建设"_s, tenths(310), Decimal(35), tenths(221), tenths(325), {12, 336}, {2, 42}},
        {u"公益服务"_s, tenths(222), Decimal(25), tenths(138), {}, {9, 336}, {1, 42}},
    };
    f.warnings = {u"预警：未见换届审计报告，属必备项缺失。请在 2026-03-31 前补交，逾期按规定约谈。"_s};
    f.advice = {u"补交换届审计报告可增加 4 分。"_s, u"2026 年主题党日按月开展可增加 2 分。"_s,
                u"公益服务满 2,000 小时可再增加 2.5 分。"_s};
    f.schemeSource = u"示范方案，参照公开报道的县级做法编制"_s;
    f.schemeBasis = u"《社会组织评估管理办法》（民政部令第39号）"_s;
    f.provenance = {QDate(2025, 11, 30), u"示范县社会组织年度积分评价方案 v3"_s,
                    u"7f3a91c0d2e4556677889900aabbccddeeff00112233445566778899aabbc21e"_s};
    return f;
}

core::NoticeFigures notice(int organizations)
{
    core::NoticeFigures f;
    f.bureau = u"示范县民政局"_s;
    f.number = u"示民发〔2026〕7号"_s;
    f.issuedOn = QDate(2026, 1, 15);
    f.year = 2025;
    f.basis = u"《社会组织评估管理办法》（民政部令第39号）和《示范县社会组织年度积分评价方案》"_s;
    f.scopes = {{u"社会团体"_s, 182, 180}, {u"社会服务机构"_s, 336, 331}, {u"社区社会组织"_s, 2512, 2512}};
    f.publicFrom = QDate(2026, 1, 16);
    f.publicTo = QDate(2026, 1, 22);
    f.workingDays = 5;
    f.objectionsTo = u"示范县民政局社会组织管理科，电话 0573-00000000，地址：示范县人民大道 1 号"_s;
    f.tieRule =
        u"按总分由高到低排名；总分相同的，依次比较党建活跃度、公益服务得分；仍相同的并列，下一名次跳号。"_s;
    core::NoticeFigures::Results all{u"社会团体"_s, {}};
    core::NoticeFigures::RankingList ranking;
    for (int i = 0; i < organizations; ++i) {
        const QString name =
            i % 9 == 4 ? u"示范县新时代文明实践志愿服务与社区治理创新发展促进会第%1分会联合会"_s.arg(i + 1)
                       : u"示范县第%1行业协会"_s.arg(i + 1);
        const Decimal total = tenths(985 - i * 7);
        core::ByRanking<Decimal> ranked;
        ranked[core::Ranking::Party] = tenths(380 - i * 3);
        ranked[core::Ranking::Standard] = tenths(310 - i * 2);
        ranked[core::Ranking::Service] = tenths(222 - i);
        all.rows.push_back({{i + 1, organizations},
                            name,
                            u"51330421MJ98A%1X"_s.arg(7018 + i),
                            u"社会团体"_s,
                            i % 2 == 0 ? u"云塘镇"_s : u"清河街道"_s,
                            ranked,
                            tenths(20),
                            tenths(i % 5 == 3 ? 10 : 0),
                            total,
                            i < 10 ? u"优秀"_s : u"良好"_s,
                            i % 11 == 7 ? u"上年度检查基本合格，等次不高于良好"_s : QString()});
        ranking.entries.push_back({i + 1, name, u"社会团体"_s, u"云塘镇"_s, tenths(380 - i * 3)});
    }
    f.results = {all};
    for (const auto &title : {u"党建活跃度排行榜（社会团体）"_s, u"规范化建设排行榜（社会团体）"_s,
                              u"公益服务排行榜（社会团体）"_s}) {
        ranking.title = title;
        ranking.group = u"社会团体"_s;
        f.rankings.push_back(ranking);
    }
    for (int i = 0; i < 4; ++i)
        f.warned.push_back({u"示范县第%1老年互助会"_s.arg(i + 1), u"云塘镇"_s, tenths(455 - i * 10),
                            u"总分低于预警线 60 分；年度检查缺失"_s, QDate(2026, 3, 31)});
    f.provenance = report().provenance;
    return f;
}

core::SummaryFigures summary()
{
    core::SummaryFigures f;
    f.bureau = u"示范县民政局"_s;
    f.year = 2025;
    f.kinds = {{u"社会团体"_s, 182, 180, 6, tenths(768), tenths(751)},
               {u"社会服务机构"_s, 336, 331, 14, tenths(742), tenths(745)},
               {u"社区社会组织"_s, 2512, 2512, 96, tenths(655), {}},
               {u"中介组织"_s, 50, 0, 0, {}, {}}};
    const QStringView towns[] = {u"云塘镇",   u"清河街道", u"白石镇",   u"双桥镇", u"罗星街道",
                                 u"惠民街道", u"大云镇",   u"西塘古镇", u"陶庄镇"};
    int count = 401;
    for (const QStringView town : towns)
        f.towns.push_back({town.toString(), count -= 17});
    f.bands = {{u"优秀"_s, 240}, {u"良好"_s, 1130}, {u"合格"_s, 1420}, {u"不合格"_s, 233}};
    for (int i = 0; i < 12; ++i)
        f.distribution.push_back(
            {i == 0 ? u"40 以下"_s : u"%1–%2"_s.arg(35 + i * 5).arg(40 + i * 5), 20 + (i * 97) % 530});
    for (const auto &title : {u"党建活跃度"_s, u"规范化建设"_s, u"公益服务"_s}) {
        core::SummaryFigures::RankingList ranking{title, {}};
        for (int i = 0; i < 5; ++i)
            ranking.leaders.push_back({i + 1,
                                       i == 2 ? u"示范县新时代文明实践志愿服务与社区治理促进会"_s
                                              : u"示范县第%1行业协会"_s.arg(i + 1),
                                       tenths(390 - i * 6)});
        f.rankings.push_back(ranking);
    }
    for (int i = 0; i < 5; ++i)
        f.warned.push_back({u"示范县第%1老年互助会"_s.arg(i + 1), tenths(355 + i * 10),
                            u"总分低于预警线 60 分；较上年下降 12.5 分"_s});
    f.warnedCount = 116;
    f.provenance = report().provenance;
    return f;
}

} // namespace samples
