// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/yearendreport.h"

#include "core/base/tr.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace core {

QString provenanceLine(const Provenance &provenance)
{
    QStringList parts;
    if (provenance.cutoff.isValid())
        parts.append(tr("数据截至 %1").arg(provenance.cutoff.toString(Qt::ISODate)));
    if (!provenance.scheme.isEmpty())
        parts.append(tr("方案：%1").arg(provenance.scheme));
    const QString &head = provenance.journalHead;
    if (head.size() >= 16)
        parts.append(tr("日志首 %1 %2 ... %3").arg(head.left(4), head.mid(4, 4), head.right(4)));
    return parts.join(u" · "_s);
}

namespace {

QString signedText(Decimal value, int places)
{
    // U+2212: as wide as the plus, and never broken from its figure.
    return value < Decimal() ? u'−' + (-value).toString(places)
                             : (value > Decimal() ? u"+"_s : QString()) + value.toString(places);
}

QString placeText(const Place &place)
{
    return place.rank > 0 ? u"%1 / %2"_s.arg(place.rank).arg(place.count) : u"—"_s;
}

/// "12" for a limit, "—" for none.
QString limitText(Decimal maximum)
{
    return maximum.isZero() ? u"—"_s : maximum.toString();
}

Facts identity(const YearEndFigures &figures)
{
    const auto known = [](const QString &text) { return text.isEmpty() ? u"—"_s : text; };
    Facts facts;
    facts.facts = {
        {tr("统一社会信用代码"), known(figures.creditCode)},
        {tr("类型"), known(figures.kind)},
        {tr("登记（备案）日期"), known(figures.registeredOn.toString(Qt::ISODate))},
        {tr("所在镇街"), known(figures.town)},
        {tr("业务主管单位"), known(figures.supervisingUnit)},
    };
    facts.facts.insert(facts.facts.end(), figures.facts.begin(), figures.facts.end());
    return facts;
}

void addResult(const YearEndFigures &figures, Document &document)
{
    document.blocks.push_back(Heading{1, tr("一、评价结果")});
    if (!figures.rated) {
        document.blocks.push_back(Paragraph{tr("本年度不参评：%1").arg(figures.unratedReason)});
        return;
    }
    const QString change = figures.previousTotal
                               ? signedText(figures.total - *figures.previousTotal, figures.places)
                               : tr("首次");
    const QString town = figures.town.isEmpty() ? tr("镇街") : figures.town;
    document.blocks.push_back(Tiles{{
        {figures.total.toString(figures.places), tr("总分")},
        {figures.band.isEmpty() ? u"—"_s : figures.band, tr("等次")},
        {placeText(figures.inKind), tr("同类名次")},
        {placeText(figures.inTown), tr("%1名次").arg(town)},
        {change, tr("较上年")},
    }});
    BarComparison chart;
    bool averages = false;
    for (const auto &dimension : figures.dimensions) {
        if (!(dimension.maximum > Decimal()))
            continue;
        averages = averages || dimension.average.has_value();
        chart.bars.push_back(
            {dimension.name, dimension.points, dimension.maximum, dimension.average,
             u"%1 / %2"_s.arg(dimension.points.toString(figures.places), dimension.maximum.toString())});
    }
    if (averages)
        chart.note = tr("虚线：全县%1平均").arg(figures.kind);
    if (!chart.bars.empty())
        document.blocks.push_back(chart);
    for (const QString &sentence : figures.decisions)
        document.blocks.push_back(Paragraph{sentence});
    if (!figures.consequence.isEmpty())
        document.blocks.push_back(Paragraph{tr("结果运用：%1").arg(figures.consequence)});
}

Table indicatorTable(const YearEndFigures &figures)
{
    using Kind = Table::Row::Kind;
    Table table;
    table.columns = {{tr("指标"), 21},
                     {tr("依据与计算"), 66},
                     {tr("分值"), 12, Align::Right},
                     {tr("得分"), 10, Align::Right}};
    for (const auto &category : figures.categories) {
        table.rows.push_back(
            {{category.name, limitText(category.maximum), category.points.toString(figures.places)},
             Kind::Group});
        for (const auto &indicator : category.indicators)
            table.rows.push_back({{indicator.name, indicator.explanation, limitText(indicator.maximum),
                                   indicator.applies ? indicator.points.toString(figures.places) : u"—"_s}});
    }
    QString limit = figures.fullMarks.toString();
    for (const auto &category : figures.categories)
        if (category.extra && category.maximum > Decimal())
            limit += u'+' + category.maximum.toString();
    table.rows.push_back({{tr("合计"), limit, figures.total.toString(figures.places)}, Kind::Total});
    return table;
}

Table comparisonTable(const YearEndFigures &figures)
{
    Table table;
    table.columns = {{tr("项目"), 24},
                     {tr("本年得分"), 14, Align::Right},
                     {tr("上年得分"), 14, Align::Right},
                     {tr("增减"), 12, Align::Right},
                     {tr("同类平均"), 14, Align::Right},
                     {tr("同类名次"), 16, Align::Right},
                     {tr("镇街名次"), 16, Align::Right}};
    const auto row = [&](const QString &name, Decimal points, std::optional<Decimal> previous,
                         std::optional<Decimal> average, const Place &inKind, const Place &inTown) {
        const int places = figures.places;
        table.rows.push_back(
            {{name, points.toString(places), previous ? previous->toString(places) : u"—"_s,
              previous ? signedText(points - *previous, places) : u"—"_s,
              average ? average->toString(places) : u"—"_s, placeText(inKind), placeText(inTown)}});
    };
    for (const auto &dimension : figures.dimensions)
        row(dimension.name, dimension.points, dimension.previous, dimension.average, dimension.inKind,
            dimension.inTown);
    row(tr("总分"), figures.total, figures.previousTotal, {}, figures.inKind, figures.inTown);
    table.rows.back().kind = Table::Row::Kind::Total;
    return table;
}

void addAdvice(const YearEndFigures &figures, const QString &heading, Document &document)
{
    document.blocks.push_back(Heading{1, heading});
    int number = 0;
    for (const QString &warning : figures.warnings)
        document.blocks.push_back(Paragraph{u"%1. %2"_s.arg(++number).arg(warning)});
    for (const QString &advice : figures.advice)
        document.blocks.push_back(Paragraph{u"%1. %2"_s.arg(++number).arg(advice)});
    if (number == 0)
        document.blocks.push_back(Paragraph{tr("没有预警；各项指标均已得满分或不适用。")});
}

void addRules(const YearEndFigures &figures, const QString &heading, Document &document)
{
    document.blocks.push_back(Heading{1, heading});
    QString text = tr("本报告按《%1》计分").arg(figures.provenance.scheme);
    if (!figures.schemeBasis.isEmpty())
        text += tr("，依据：%1").arg(figures.schemeBasis);
    if (!figures.schemeSource.isEmpty())
        text += tr("；方案来源：%1").arg(figures.schemeSource);
    text += u"。"_s;
    if (figures.provenance.cutoff.isValid())
        text += tr("计入 %1 年度内、截至%2的登记和活动记录。")
                    .arg(figures.year)
                    .arg(figures.provenance.cutoff.toString(u"yyyy年M月d日"_s));
    text += figures.rounding;
    text += tr("对得分有异议的，可书面提出复核申请，并附佐证材料。");
    document.blocks.push_back(Paragraph{text});
}

} // namespace

Document yearEndReport(const YearEndFigures &figures)
{
    static constexpr QStringView numerals[] = {u"二", u"三", u"四", u"五"};
    Document document;
    document.kind = DocumentKind::Report;
    document.bureau = figures.bureau;
    document.number = figures.number;
    const QString what =
        figures.draft ? tr("%1 年度社会组织积分评价报告（未公布）") : tr("%1 年度社会组织积分评价报告");
    document.title = {figures.organization, what.arg(figures.year)};
    document.runningTitle = u"%1 · %2"_s.arg(figures.organization, what.arg(figures.year));
    document.footer = provenanceLine(figures.provenance);
    document.blocks.push_back(identity(figures));
    addResult(figures, document);
    size_t next = 0;
    const auto numbered = [&](const QString &text) { return numerals[next++].toString() + u"、"_s + text; };
    if (figures.rated) {
        document.blocks.push_back(Heading{1, numbered(tr("逐项得分"))});
        document.blocks.push_back(indicatorTable(figures));
        document.blocks.push_back(Heading{1, numbered(tr("名次与上年比较"))});
        document.blocks.push_back(comparisonTable(figures));
        addAdvice(figures, numbered(tr("提示与建议")), document);
    }
    addRules(figures, numbered(tr("评价依据")), document);
    document.blocks.push_back(
        Signature{{tr("计分："), tr("复核："), tr("签收：")}, figures.bureau, figures.issuedOn});
    return document;
}

} // namespace core
