// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/rankingtable.h"

#include "core/base/tr.h"
#include "core/tabular/tablewriter.h"

namespace core {

namespace {

using CellKind = WriteColumn::Kind;

Cell rankCell(qint64 rank)
{
    return rank > 0 ? Cell::fromInteger(rank) : Cell();
}

Cell pointsCell(Decimal points, bool rated = true)
{
    return rated ? Cell::fromNumber(points.toString()) : Cell();
}

Status writeResults(TableWriter &writer, const NoticeFigures &figures, const NoticeFigures::Results &results)
{
    const auto points = [&](const char *heading) {
        return WriteColumn{tr(heading), CellKind::Decimal, 10, figures.places};
    };
    const std::vector<WriteColumn> columns{{tr("名次"), CellKind::Integer, 7},
                                           {tr("社会组织名称"), CellKind::Text, 36},
                                           {tr("统一社会信用代码"), CellKind::Text, 22},
                                           {tr("类型"), CellKind::Text, 14},
                                           {tr("所在镇街"), CellKind::Text, 12},
                                           points("党建活跃度"),
                                           points("规范化建设"),
                                           points("公益服务"),
                                           points("加分"),
                                           points("扣分"),
                                           points("总分"),
                                           {tr("等次"), CellKind::Text, 10},
                                           {tr("备注"), CellKind::Text, 40}};
    CORE_TRY(writer.addSheet(results.title, columns,
                             {tr("%1年度社会组织积分评价结果（%2）").arg(figures.year).arg(results.title)}));
    for (const NoticeFigures::Ranked &row : results.rows) {
        const bool rated = row.place.rank > 0;
        const std::vector<Cell> cells{
            rankCell(row.place.rank),         Cell::fromText(row.name),       Cell::fromText(row.creditCode),
            Cell::fromText(row.kind),         Cell::fromText(row.town),       pointsCell(row.party, rated),
            pointsCell(row.standard, rated),  pointsCell(row.service, rated), pointsCell(row.bonus, rated),
            pointsCell(row.deduction, rated), pointsCell(row.total, rated),   Cell::fromText(row.band),
            Cell::fromText(row.note)};
        CORE_TRY(writer.writeRow(cells));
    }
    return ok();
}

Status writeRanking(TableWriter &writer, const NoticeFigures &figures, const NoticeFigures::Ranking &ranking)
{
    const std::vector<WriteColumn> columns{{tr("名次"), CellKind::Integer, 7},
                                           {tr("社会组织名称"), CellKind::Text, 36},
                                           {tr("类型"), CellKind::Text, 14},
                                           {tr("所在镇街"), CellKind::Text, 12},
                                           {tr("得分"), CellKind::Decimal, 10, figures.places}};
    CORE_TRY(writer.addSheet(ranking.title, columns, {tr("%1年度%2").arg(figures.year).arg(ranking.title)}));
    for (const NoticeFigures::Ranking::Entry &entry : ranking.entries) {
        const std::vector<Cell> cells{rankCell(entry.rank), Cell::fromText(entry.name),
                                      Cell::fromText(entry.kind), Cell::fromText(entry.town),
                                      pointsCell(entry.points)};
        CORE_TRY(writer.writeRow(cells));
    }
    return ok();
}

} // namespace

Status writeRankingTable(const NoticeFigures &figures, const QString &path)
{
    CORE_ASSIGN(const std::unique_ptr<TableWriter> writer, createTable(path));
    for (const NoticeFigures::Results &results : figures.results)
        CORE_TRY(writeResults(*writer, figures, results));
    for (const NoticeFigures::Ranking &ranking : figures.rankings)
        CORE_TRY(writeRanking(*writer, figures, ranking));
    return writer->finish();
}

} // namespace core
