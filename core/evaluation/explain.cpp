// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/explain.h"
#include "core/base/tr.h"
#include "core/evaluation/award.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

QString times(const PerOccurrenceRule &rule)
{
    return rule.unit.isEmpty() ? tr("次") : rule.unit;
}

/// “2025-03” → 3 月, “2025-Q1” → 第 1 季度; other keys as they stand.
QString periodName(const QString &key)
{
    const QString tail = key.section(u'-', 1);
    if (tail.startsWith(u'Q'))
        return tr("第 %1 季度").arg(tail.mid(1));
    bool isNumber = false;
    const int month = tail.toInt(&isNumber);
    return isNumber ? tr("%1 月").arg(month) : key;
}

/// The periods in which nothing was done, of the year that the parts lie in.
QStringList emptyPeriods(const PerOccurrenceRule &rule, const Figure &figure)
{
    QStringList empty;
    if (rule.period == PerOccurrenceRule::Period::Year || figure.parts.empty())
        return empty;
    const QString year = figure.parts.front().key.section(u'-', 0, 0);
    for (int i = 1; i <= int(periodsInYear(rule.period)); ++i) {
        const QString key = rule.period == PerOccurrenceRule::Period::Quarter
                                ? u"%1-Q%2"_s.arg(year).arg(i)
                                : u"%1-%2"_s.arg(year).arg(i, 2, 10, QChar(u'0'));
        if (partValue(figure, key) <= Decimal())
            empty.append(periodName(key));
    }
    return empty;
}

QString periodWord(PerOccurrenceRule::Period period)
{
    switch (period) {
    case PerOccurrenceRule::Period::None: return {};
    case PerOccurrenceRule::Period::Month: return tr("每月");
    case PerOccurrenceRule::Period::Quarter: return tr("每季度");
    case PerOccurrenceRule::Period::Year: return tr("全年");
    }
    return {};
}

QString sentence(const ChoiceRule &rule, const Figure &figure, const Award &award)
{
    const QString key = choiceKey(figure);
    for (const KeyPoints &option : rule.options) {
        if (option.key == key)
            return tr("%1，得 %2").arg(option.label.isEmpty() ? key : option.label, pointsText(award.raw));
    }
    return tr("“%1”不在选项之列，得 0 分").arg(key);
}

QString sentence(const PerOccurrenceRule &rule, const Figure &figure, const Award &award)
{
    const QString unit = times(rule);
    QString text = figureText(figure.value, unit);
    Decimal count = countedTimes(rule, figure);
    if (rule.period != PerOccurrenceRule::Period::None) {
        QString inside = tr("%1最多计 %2").arg(periodWord(rule.period), figureText(rule.periodCap, unit));
        if (const QStringList empty = emptyPeriods(rule, figure); !empty.isEmpty())
            inside += tr("，缺 %1").arg(empty.join(u'、'));
        text = count == figure.value ? u"%1（%2）"_s.arg(text, inside)
                                     : tr("%1，计 %2（%3）").arg(text, figureText(count, unit), inside);
    }
    if (rule.per != Decimal(1)) {
        const Decimal whole =
            Decimal::quotient(count, rule.per).value_or(Decimal()).rounded(0, Rounding::Down);
        text += tr("，每 %1计 1 次，计 %2").arg(figureText(rule.per, unit), figureText(whole, tr("次")));
        count = whole;
    }
    const Decimal product = Decimal::product(count, rule.each);
    text += tr(" × %1 = %2").arg(pointsText(rule.each), pointsText(product));
    if (rule.cap && product > *rule.cap)
        text += tr("，封顶 %1").arg(pointsText(award.raw));
    return text;
}

QString sentence(const BasePlusIncrementRule &rule, const Figure &figure, const Award &award)
{
    const QString have = figureText(figure.value, rule.unit);
    if (figure.value < rule.from)
        return tr("%1，不足 %2，得 0 分").arg(have, figureText(rule.from, rule.unit));
    QString text = tr("%1，达到 %2得 %3").arg(have, figureText(rule.from, rule.unit), pointsText(rule.base));
    const Decimal more =
        Decimal::quotient(figure.value - rule.from, rule.step).value_or(Decimal()).rounded(0, Rounding::Down);
    if (!more.isZero()) {
        const Decimal added = Decimal::product(more, rule.each);
        const Decimal sum = rule.base + added;
        text += rule.step == Decimal(1)
                    ? tr("，另增 %1 × %2 = %3")
                          .arg(figureText(more, rule.unit), pointsText(rule.each), pointsText(added))
                    : tr("，另每增 %1加 %2，增 %3 档 = %4")
                          .arg(figureText(rule.step, rule.unit), pointsText(rule.each), more.toString(),
                               pointsText(added));
        text += sum > rule.cap ? tr("，封顶 %1").arg(pointsText(award.raw))
                               : tr("，共 %1").arg(pointsText(award.raw));
    }
    return text;
}

QString sentence(const BandsRule &rule, const Figure &figure, const Award &award)
{
    const QString have = figureText(figure.value, rule.unit);
    for (const BandsRule::Row &row : rule.rows) {
        if (row.range.contains(figure.value))
            return tr("%1，属“%2”，得 %3")
                .arg(have, row.label.isEmpty() ? intervalText(row.range, rule.unit) : row.label,
                     pointsText(award.raw));
    }
    return tr("%1，不在任何分档，得 0 分").arg(have);
}

QString sentence(const PiecewiseRule &rule, const Figure &figure, const Award &award)
{
    QStringList pieces;
    Decimal from;
    Decimal sum;
    for (const PiecewiseRule::Segment &segment : rule.segments) {
        const Decimal to = segment.upTo ? std::min(*segment.upTo, figure.value) : figure.value;
        if (to > from) {
            const Decimal whole =
                Decimal::quotient(to - from, segment.per).value_or(Decimal()).rounded(0, Rounding::Down);
            const Decimal part = Decimal::product(whole, segment.each);
            pieces.append(tr("%1 至 %2部分每 %3计 %4，计 %5")
                              .arg(figureText(from, {}), figureText(to, rule.unit),
                                   figureText(segment.per, rule.unit), pointsText(segment.each),
                                   pointsText(part)));
            sum += part;
        }
        if (!segment.upTo || figure.value <= *segment.upTo)
            break;
        from = *segment.upTo;
    }
    QString text = figureText(figure.value, rule.unit);
    if (!pieces.isEmpty())
        text += u"："_s + pieces.join(u"；"_s);
    if (pieces.isEmpty())
        return text + tr("，得 0 分");
    text += tr("；共 %1").arg(pointsText(sum));
    return rule.cap && sum > *rule.cap ? text + tr("，封顶 %1").arg(pointsText(award.raw)) : text;
}

QString sentence(const DeductionRule &rule, const Figure &figure, const Award &award)
{
    const QString unit = rule.unit.isEmpty() ? tr("次") : rule.unit;
    QStringList pieces;
    Decimal off;
    const auto take = [&](const QString &what, Decimal count, Decimal each) {
        const Decimal part = Decimal::product(count, each);
        off += part;
        pieces.append(
            tr("%1%2 × %3 = %4").arg(what, figureText(count, unit), pointsText(each), pointsText(part)));
    };
    if (rule.grades.empty() || figure.parts.empty()) {
        if (!figure.value.isZero())
            take({}, figure.value, rule.each);
    } else {
        for (const Figure::Part &part : figure.parts) {
            const auto grade = std::find_if(rule.grades.begin(), rule.grades.end(),
                                            [&](const KeyPoints &g) { return g.key == part.key; });
            if (part.value.isZero())
                continue;
            take((grade != rule.grades.end() ? grade->label : part.key) + u' ', part.value,
                 grade != rule.grades.end() ? grade->points : rule.each);
        }
    }
    if (pieces.isEmpty())
        return tr("起评 %1，无扣分，得 %2").arg(pointsText(rule.start), pointsText(award.raw));
    QString text = tr("起评 %1，扣 %2").arg(pointsText(rule.start), pieces.join(u"、"_s));
    return text + (rule.start - off < rule.floor ? tr("，扣完为止，得 %1") : tr("，得 %1"))
                      .arg(pointsText(award.raw));
}

QString sentence(const RatioRule &rule, const Figure &figure, const Award &award)
{
    QString target;
    switch (rule.target) {
    case RatioRule::Target::Constant: target = tr("目标"); break;
    case RatioRule::Target::Average: target = tr("同类平均"); break;
    case RatioRule::Target::LastYear: target = tr("上年"); break;
    }
    QString text =
        tr("%1，%2 %3")
            .arg(figureText(figure.value, rule.unit), target, figureText(award.reference, rule.unit));
    if (rule.mode == RatioRule::Mode::Proportional) {
        if (figure.value >= award.reference)
            return text + tr("，已达到，得 %1").arg(pointsText(award.raw));
        return text + tr("，按比例 %1 × %2 ÷ %3 = %4")
                          .arg(pointsText(rule.full), figureText(figure.value, {}),
                               figureText(award.reference, {}), pointsText(award.raw));
    }
    const RatioDistance distance = ratioDistance(rule, figure.value, award.reference);
    const QString unit = rule.relative ? u"%"_s : rule.unit == "%"_L1 ? tr("个百分点") : rule.unit;
    if (distance.gap > Decimal()) {
        const QString way = rule.lowerIsBetter ? tr("高 %1") : tr("低 %1");
        text += u'，' + way.arg(figureText(distance.gap, unit));
        if (rule.step == RatioRule::Step::Whole)
            text += tr("（每满 %1计 1 步%2）")
                        .arg(figureText(rule.stepSize, unit),
                             rule.rounding == Rounding::Up ? tr("，不足的也计") : QString());
        const Decimal off = Decimal::product(distance.stepsShort, rule.perStep);
        text += tr("，扣 %1 × %2 = %3")
                    .arg(distance.stepsShort.toString(), pointsText(rule.perStep), pointsText(off));
        if (rule.full - off < rule.floor)
            text += tr("，扣完为止");
    } else if (!distance.stepsBeyond.isZero() && !rule.perStepBeyond.isZero()) {
        const Decimal added = Decimal::product(distance.stepsBeyond, rule.perStepBeyond);
        text += tr("，优于目标，加 %1 × %2 = %3")
                    .arg(distance.stepsBeyond.toString(), pointsText(rule.perStepBeyond), pointsText(added));
        if (added > rule.beyondCap)
            text += tr("，加分封顶 %1").arg(pointsText(rule.beyondCap));
    } else {
        text += tr("，已达到");
    }
    return text + tr("，得 %1").arg(pointsText(award.raw));
}

QString sentence(const KOfNRule &rule, const Figure &figure, const Award &award)
{
    QStringList met;
    QStringList open;
    for (const KOfNRule::Item &item : rule.items)
        (partValue(figure, item.key) > Decimal() ? met : open).append(item.text);
    const qint64 count = metItems(rule, figure);
    QString text = tr("%1 项中满足 %2 项").arg(rule.items.size()).arg(count);
    if (!figure.parts.empty() && !met.isEmpty() && !open.isEmpty())
        text += tr("（%1；缺：%2）").arg(met.join(u'、'), open.join(u'、'));
    else if (!figure.parts.empty() && !open.isEmpty())
        text += tr("（缺：%1）").arg(open.join(u'、'));
    return text + tr("，得 %1").arg(pointsText(award.raw));
}

QString sentence(const LevelsRule &rule, const Figure &figure, const Award &award)
{
    const QString unit = rule.unit.isEmpty() ? tr("次") : rule.unit;
    QStringList pieces;
    Decimal sum;
    for (const KeyPoints &level : rule.levels) {
        const Decimal count = partValue(figure, level.key);
        if (count.isZero())
            continue;
        sum += Decimal::product(count, level.points);
        pieces.append(
            rule.highestOnly
                ? u"%1 %2（%3）"_s.arg(level.label, figureText(count, unit), pointsText(level.points))
                : u"%1 %2 × %3"_s.arg(level.label, figureText(count, unit), pointsText(level.points)));
    }
    if (pieces.isEmpty())
        return tr("无，得 0 分");
    if (rule.highestOnly)
        return tr("%1，只计最高一项，得 %2").arg(pieces.join(u'、'), pointsText(award.raw));
    QString text = u"%1 = %2"_s.arg(pieces.join(u" + "_s), pointsText(sum));
    return rule.cap && sum > *rule.cap ? text + tr("，封顶 %1").arg(pointsText(award.raw)) : text;
}

QString sentence(const ManualRule &rule, const Figure &figure, const Award &award)
{
    QString text = tr("人工评分 %1（%2—%3）")
                       .arg(pointsText(figure.value), figureText(rule.min, {}), pointsText(rule.max));
    if (figure.value != award.raw)
        text += tr("，超出范围，计 %1").arg(pointsText(award.raw));
    return text;
}

} // namespace

QString pointsText(Decimal value)
{
    return figureText(value, tr("分"));
}

QString figureText(Decimal value, const QString &unit)
{
    QString text = value.toString();
    const qsizetype point = text.indexOf(u'.');
    const qsizetype first = text.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > first; at -= 3)
        text.insert(at, u',');
    if (unit.isEmpty() || unit == "%"_L1)
        return text + unit;
    return text + u' ' + unit;
}

QString intervalText(const Interval &range, const QString &unit)
{
    const QString from = range.from ? figureText(*range.from, {}) : QString();
    const QString to = range.to ? figureText(*range.to, {}) : QString();
    const QString tail = unit.isEmpty() || unit == "%"_L1 ? unit : u' ' + unit;
    if (range.from && range.to && *range.from == *range.to)
        return to + tail;
    if (range.from && range.to)
        return u"%1%2—%3%4%5"_s.arg(from, range.fromOpen ? tr("（不含）") : QString(), to, tail,
                                    range.toOpen ? tr("（不含）") : QString());
    if (range.from)
        return range.fromOpen ? tr("超过 %1%2").arg(from, tail) : tr("%1%2及以上").arg(from, tail);
    if (range.to)
        return range.toOpen ? tr("不足 %1%2").arg(to, tail) : tr("%1%2及以下").arg(to, tail);
    return tr("不限");
}

QString explain(const Rule &rule, const Figure &figure, const Award &award)
{
    QString text;
    if (!figure.known && award.state != Award::State::Scored)
        text = std::holds_alternative<ManualRule>(rule) ? tr("无人工认定，计 0 分") : tr("没有数据，得 0 分");
    else if (award.state == Award::State::Missing)
        text = tr("没有可比的数据，得 0 分");
    else
        text = std::visit([&](const auto &r) { return sentence(r, figure, award); }, rule);
    if (!figure.note.isEmpty())
        text += tr("（%1）").arg(figure.note);
    return text;
}

QString explainNode(const Plan &plan, const PlanNode &node, const Figure &figure, const Award &award)
{
    using State = Award::State;
    const auto clause = [&](int fact) { return plan.facts[size_t(fact)].clause.text; };
    const auto why = [&] {
        if (!node.inKind)
            return tr("不适用于本类组织");
        return node.applies >= 0 ? tr("不适用（仅适用于：%1）").arg(clause(node.applies)) : tr("没有数据");
    };
    switch (award.state) {
    case State::NotApplicable: return tr("%1，不计分，同类其余指标按比例折算").arg(why());
    case State::Nothing: return tr("%1，得 0 分").arg(why());
    case State::Given: return tr("%1，按满分计 %2").arg(why(), pointsText(award.points));
    case State::Averaged: return tr("%1，按同类平均计 %2").arg(why(), pointsText(award.points));
    case State::Pending: return tr("待人工评分，暂计 0 分");
    case State::Blocked: return tr("前置条件未满足（%1），得 0 分").arg(clause(node.precondition));
    case State::Missing:
    case State::Scored: break;
    }
    if (!node.rule) {
        if (award.reference != node.points && award.reference > Decimal() && award.raw != award.points &&
            node.points > award.reference)
            return tr("适用指标共 %1，得 %2，折算 %2 × %3 ÷ %4 = %5")
                .arg(pointsText(award.reference), pointsText(award.raw), figureText(node.points, {}),
                     figureText(award.reference, {}), pointsText(award.points));
        return {};
    }
    QString text = explain(*node.rule, figure, award);
    if (award.raw != award.points)
        text += node.points > Decimal() && award.raw > node.points
                    ? tr("，本项最高 %1").arg(pointsText(award.points))
                    : tr("，计 %1").arg(pointsText(award.points));
    return text;
}

} // namespace core
