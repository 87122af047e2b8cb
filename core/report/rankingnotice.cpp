// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/rankingnotice.h"

#include "core/base/tr.h"

#include <QStringList>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const auto longDate = u"yyyy年M月d日"_s;

QString rankText(qint64 rank)
{
    return rank > 0 ? QString::number(rank) : u"—"_s;
}

QString scopeText(const NoticeFigures &figures)
{
    qint64 all = 0, rated = 0;
    QStringList kinds;
    for (const auto &scope : figures.scopes) {
        all += scope.all;
        rated += scope.rated;
        kinds.append(tr("%1 %2 家").arg(scope.kind).arg(scope.rated));
    }
    QString text = tr("本次评价共纳入社会组织 %1 家，参评 %2 家").arg(all).arg(rated);
    if (kinds.size() > 1)
        text += tr("，其中%1").arg(kinds.join(u"、"_s));
    if (all > rated)
        text += tr("；不参评 %1 家，原因见附表备注").arg(all - rated);
    return text + u"。"_s;
}

QString publicityText(const NoticeFigures &figures)
{
    return tr("公示期自%1起至%2止，共 %3 个工作日。")
        .arg(figures.publicFrom.toString(longDate), figures.publicTo.toString(longDate))
        .arg(figures.workingDays);
}

QString objectionText(const NoticeFigures &figures)
{
    QString text =
        tr("对公示结果有异议的，请在公示期内以书面形式提出，写明事实和理由，并附证明材料。单位提出的应加盖"
           "公章，个人提出的应签署真实姓名。逾期或者匿名的，不予受理。");
    if (!figures.objectionsTo.isEmpty())
        text += tr("受理单位：%1。").arg(figures.objectionsTo);
    return text;
}

/// A column as narrow as its heading allows.
Table::Column columnOf(Ranking ranking)
{
    switch (ranking) {
    case Ranking::Party: return {tr("党建\n活跃度"), 12, Align::Right};
    case Ranking::Standard: return {tr("规范化\n建设"), 12, Align::Right};
    case Ranking::Service: return {tr("公益\n服务"), 10, Align::Right};
    }
    return {};
}

Table::Row resultRow(const NoticeFigures::Ranked &row, int places)
{
    const bool rated = row.place.rank > 0;
    const auto points = [&](Decimal value) { return rated ? value.toString(places) : u"—"_s; };
    std::vector<QString> cells = {rankText(row.place.rank), row.name,
                                  row.creditCode.isEmpty() ? u"—"_s : row.creditCode, row.kind, row.town};
    for (const Decimal ranked : row.ranked)
        cells.push_back(points(ranked));
    for (const QString &cell :
         {points(row.bonus), points(row.deduction), points(row.total), row.band, row.note})
        cells.push_back(cell);
    return {std::move(cells)};
}

Table resultTable(std::vector<NoticeFigures::Ranked> results, int places)
{
    Table table;
    table.small = true;
    table.columns = {{tr("名次"), 9, Align::Right},
                     {tr("社会组织名称"), 45},
                     {tr("统一社会信用代码"), 35},
                     {tr("类型"), 21},
                     {tr("所在镇街"), 16}};
    for (const Ranking ranking : allOf<Ranking>())
        table.columns.push_back(columnOf(ranking));
    for (const Table::Column &column :
         {Table::Column{tr("加分"), 9, Align::Right}, Table::Column{tr("扣分"), 9, Align::Right},
          Table::Column{tr("总分"), 10, Align::Right}, Table::Column{tr("等次"), 13, Align::Center},
          Table::Column{tr("备注"), 26}})
        table.columns.push_back(column);
    const auto kept = std::make_shared<const std::vector<NoticeFigures::Ranked>>(std::move(results));
    table.later = {kept->size(), [kept, places](size_t at) { return resultRow((*kept)[at], places); }};
    return table;
}

Table rankingTable(const NoticeFigures &figures, const NoticeFigures::RankingList &ranking)
{
    Table table;
    table.columns = {{tr("名次"), 12, Align::Right},
                     {tr("社会组织名称"), 62},
                     {tr("类型"), 27},
                     {tr("所在镇街"), 23},
                     {tr("得分"), 15, Align::Right}};
    for (const auto &entry : ranking.entries)
        table.rows.push_back({{rankText(entry.rank), entry.name, entry.kind, entry.town,
                               entry.points.toString(figures.places)}});
    return table;
}

Table warningTable(const NoticeFigures &figures)
{
    Table table;
    table.columns = {{tr("社会组织名称"), 46},
                     {tr("所在镇街"), 22},
                     {tr("总分"), 15, Align::Right},
                     {tr("预警原因"), 44},
                     {tr("整改截止"), 29}};
    for (const auto &warned : figures.warned)
        table.rows.push_back({{warned.name, warned.town, warned.total.toString(figures.places), warned.reason,
                               warned.mendBy.toString(Qt::ISODate)}});
    return table;
}

/// Adds attachments in order; the letter lists their titles.
struct Attachments
{
    QStringList titles;
    std::vector<Block> blocks;

    void begin(const QString &title, Orientation orientation)
    {
        titles.append(title);
        blocks.push_back(PageBreak{orientation});
        blocks.push_back(Heading{0, tr("附件 %1").arg(titles.size())});
    }
    void add(const QString &caption, Table table, const QString &note)
    {
        table.caption = caption;
        blocks.push_back(std::move(table));
        if (!note.isEmpty())
            blocks.push_back(Note{note});
    }
};

} // namespace

Document rankingNotice(NoticeFigures figures)
{
    Document document;
    document.kind = DocumentKind::Notice;
    document.bureau = figures.bureau;
    document.number = figures.number;
    document.title = {
        tr("%1关于公布%2年度\n社会组织积分评价结果的公示").arg(figures.bureau).arg(figures.year)};
    document.footer = provenanceLine(figures.provenance);

    Attachments attachments;
    for (auto &results : figures.results) {
        attachments.begin(tr("%1积分评价结果").arg(results.title), Orientation::Landscape);
        attachments.add(tr("%1 年度社会组织积分评价结果（%2）").arg(figures.year).arg(results.title),
                        resultTable(std::move(results.rows), figures.places), figures.tieRule);
    }
    QString group;
    for (const auto &ranking : figures.rankings) {
        if (group != ranking.group)
            attachments.begin(tr("%1三项排行榜").arg(ranking.group), Orientation::Portrait);
        group = ranking.group;
        attachments.add(ranking.title, rankingTable(figures, ranking), figures.tieRule);
    }
    if (!figures.warned.empty()) {
        attachments.begin(tr("积分预警名单"), Orientation::Portrait);
        attachments.add(tr("%1 年度社会组织积分预警名单").arg(figures.year), warningTable(figures), {});
    }

    document.blocks = {
        Paragraph{tr("根据%1，%2组织开展了 %3 年度社会组织积分评价工作。现将评价结果予以公示。")
                      .arg(figures.basis, figures.bureau)
                      .arg(figures.year)},
        Heading{1, tr("一、评价范围")},
        Paragraph{scopeText(figures)},
        Heading{1, tr("二、名次规则")},
        Paragraph{figures.tieRule},
        Heading{1, tr("三、公示期限")},
        Paragraph{publicityText(figures)},
        Heading{1, tr("四、异议受理")},
        Paragraph{objectionText(figures)},
    };
    // GB/T 9704-2012, 7.3.4: the list of attachments stands one line below the text.
    for (qsizetype i = 0; i < attachments.titles.size(); ++i) {
        const QString text = i == 0 ? tr("附件：%1. %2") : tr("　　　%1. %2");
        document.blocks.push_back(Paragraph{text.arg(i + 1).arg(attachments.titles[i])});
    }
    document.blocks.push_back(Signature{{}, figures.bureau, figures.issuedOn});
    for (Block &block : attachments.blocks)
        document.blocks.push_back(std::move(block));
    return document;
}

} // namespace core
