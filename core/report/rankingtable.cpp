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
    const auto points = [&](const QString &heading) {
        return WriteColumn{heading, CellKind::Decimal, 10, figures.places};
    };
    std::vector<WriteColumn> columns{{tr("名次"), CellKind::Integer, 7},
                                     {tr("社会组织名称"), CellKind::Text, 36},
                                     {tr("统一社会信用代码"), CellKind::Text, 22},
                                     {tr("类型"), CellKind::Text, 14},
                                     {tr("所在镇街"), CellKind::Text, 12}};
    for (const Ranking ranking : allOf<Ranking>())
        columns.push_back(points(rankingName(ranking)));
    for (const QString &heading : {tr("加分"), tr("扣分"), tr("总分")})
        columns.push_back(points(heading));
    columns.push_back({tr("等次"), CellKind::Text, 10});
    columns.push_back({tr("备注"), CellKind::Text, 40});
    CORE_TRY(writer.addSheet(results.title, columns,
                             {tr("%1年度社会组织积分评价结果（%2）").arg(figures.year).arg(results.title)}));
    for (const NoticeFigures::Ranked &row : results.rows) {
        const bool rated = row.place.rank > 0;
        std::vector<Cell> cells{rankCell(row.place.rank), Cell::fromText(row.name),
                                Cell::fromText(row.creditCode), Cell::fromText(row.kind),
                                Cell::fromText(row.town)};
        for (const Decimal ranked : row.ranked)
            cells.push_back(pointsCell(ranked, rated));
        for (const Decimal value : {row.bonus, row.deduction, row.total})
            cells.push_back(pointsCell(value, rated));
        cells.push_back(Cell::fromText(row.band));
        cells.push_back(Cell::fromText(row.note));
        CORE_TRY(writer.writeRow(cells));
    }
    return ok();
}

Status writeRanking(TableWriter &writer, const NoticeFigures &figures,
                    const NoticeFigures::RankingList &ranking)
{
    const std::vector<WriteColumn> columns{{tr("名次"), CellKind::Integer, 7},
                                           {tr("社会组织名称"), CellKind::Text, 36},
                                           {tr("类型"), CellKind::Text, 14},
                                           {tr("所在镇街"), CellKind::Text, 12},
                                           {tr("得分"), CellKind::Decimal, 10, figures.places}};
    CORE_TRY(writer.addSheet(ranking.title, columns, {tr("%1年度%2").arg(figures.year).arg(ranking.title)}));
    for (const NoticeFigures::RankingList::Entry &entry : ranking.entries) {
        const std::vector<Cell> cells{rankCell(entry.rank), Cell::fromText(entry.name),
                                      Cell::fromText(entry.kind), Cell::fromText(entry.town),
                                      pointsCell(entry.points)};
        CORE_TRY(writer.writeRow(cells));
    }
    return ok();
}

} // namespace

Status writeRankingTable(const NoticeFigures &figures, const Output &output)
{
    CORE_ASSIGN(const std::unique_ptr<TableWriter> writer, createTable(output));
    for (const NoticeFigures::Results &results : figures.results)
        CORE_TRY(writeResults(*writer, figures, results));
    for (const NoticeFigures::RankingList &ranking : figures.rankings)
        CORE_TRY(writeRanking(*writer, figures, ranking));
    return writer->finish();
}

} // namespace core
