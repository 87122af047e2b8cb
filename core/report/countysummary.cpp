// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/countysummary.h"

#include "core/base/tr.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

ColumnChart chart(const QString &title, const std::vector<SummaryFigures::Count> &counts)
{
    ColumnChart made;
    made.title = title;
    made.unit = tr("家");
    ColumnChart::Series series;
    for (const auto &count : counts) {
        made.categories.push_back(count.name);
        series.values.push_back(Decimal::fromInteger(count.count));
    }
    made.series.push_back(std::move(series));
    return made;
}

Table kindTable(const SummaryFigures &figures)
{
    using Kind = Table::Row::Kind;
    Table table;
    table.columns = {{tr("类型"), 30},
                     {tr("总数"), 14, Align::Right},
                     {tr("参评"), 14, Align::Right},
                     {tr("平均分"), 14, Align::Right},
                     {tr("上年平均"), 14, Align::Right},
                     {tr("预警"), 14, Align::Right}};
    const auto points = [&](std::optional<Decimal> value) {
        return value ? value->toString(figures.places) : u"—"_s;
    };
    qint64 all = 0, rated = 0, warned = 0;
    for (const auto &kind : figures.kinds) {
        table.rows.push_back(
            {{kind.name, QString::number(kind.all), QString::number(kind.rated), points(kind.average),
              points(kind.previousAverage), QString::number(kind.warned)}});
        all += kind.all;
        rated += kind.rated;
        warned += kind.warned;
    }
    table.rows.push_back(
        {{tr("合计"), QString::number(all), QString::number(rated), u"—"_s, u"—"_s, QString::number(warned)},
         Kind::Total});
    return table;
}

Table leaderTable(const SummaryFigures &figures, const SummaryFigures::RankingList &ranking)
{
    Table table;
    table.small = true;
    table.caption = ranking.title;
    table.columns = {{tr("名次"), 18, Align::Right}, {tr("名称"), 62}, {tr("得分"), 20, Align::Right}};
    for (const auto &leader : ranking.leaders)
        table.rows.push_back(
            {{QString::number(leader.rank), leader.name, leader.points.toString(figures.places)}});
    return table;
}

Table warnedTable(const SummaryFigures &figures)
{
    Table table;
    table.small = true;
    table.columns = {{tr("名称"), 46}, {tr("总分"), 12, Align::Right}, {tr("预警原因"), 62}};
    for (const auto &warned : figures.warned)
        table.rows.push_back({{warned.name, warned.total.toString(figures.places), warned.reason}});
    return table;
}

} // namespace

Document countySummary(const SummaryFigures &figures)
{
    Document document;
    document.kind = DocumentKind::Summary;
    document.title = {figures.bureau, tr("%1 年度社会组织积分评价情况").arg(figures.year)};
    document.footer = provenanceLine(figures.provenance);
    document.blocks.push_back(kindTable(figures));
    document.blocks.push_back(
        Columns{{{chart(tr("各镇街社会组织"), figures.towns)}, {chart(tr("等次"), figures.bands)}}, {3, 2}});
    document.blocks.push_back(chart(tr("总分分布"), figures.distribution));
    Columns leaders;
    for (const auto &ranking : figures.rankings)
        leaders.columns.push_back({leaderTable(figures, ranking)});
    if (!leaders.columns.empty())
        document.blocks.push_back(std::move(leaders));
    document.blocks.push_back(Heading{1, tr("积分预警（共 %1 家）").arg(figures.warnedCount)});
    if (figures.warned.empty())
        document.blocks.push_back(Paragraph{tr("没有达到预警线的社会组织。")});
    else
        document.blocks.push_back(warnedTable(figures));
    if (figures.warnedCount > static_cast<qint64>(figures.warned.size()) && !figures.warned.empty())
        document.blocks.push_back(
            Note{tr("只列总分最低的 %1 家，其余见预警名单。").arg(figures.warned.size())});
    return document;
}

} // namespace core
