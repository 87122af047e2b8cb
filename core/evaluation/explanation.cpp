// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/explanation.h"

#include "core/base/tr.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

using StepKind = Step::Kind;

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

QString sentence(const ChoiceRule &rule, const Figure &figure, const Award &award, const Workings &workings)
{
    const QString key = choiceKey(figure);
    const Step *taken = workings.find(StepKind::Option);
    if (!taken || taken->index < 0)
        return tr("“%1”不在选项之列，得 0 分").arg(key);
    const QString &label = rule.options[size_t(taken->index)].label;
    return tr("%1，得 %2").arg(label.isEmpty() ? key : label, pointsText(award.raw));
}

QString sentence(const PerOccurrenceRule &rule, const Figure &figure, const Award &award,
                 const Workings &workings)
{
    const QString unit = times(rule);
    QString text = figureText(figure.value, unit);
    if (const Step *counted = workings.find(StepKind::Counted)) {
        QString inside = tr("%1最多计 %2").arg(periodWord(rule.period), figureText(rule.periodCap, unit));
        if (const QStringList empty = emptyPeriods(rule, figure); !empty.isEmpty())
            inside += tr("，缺 %1").arg(empty.join(u'、'));
        text = counted->gives == figure.value
                   ? u"%1（%2）"_s.arg(text, inside)
                   : tr("%1，计 %2（%3）").arg(text, figureText(counted->gives, unit), inside);
    }
    if (const Step *whole = workings.find(StepKind::Whole))
        text +=
            tr("，每 %1计 1 次，计 %2").arg(figureText(whole->by, unit), figureText(whole->gives, tr("次")));
    if (const Step *product = workings.find(StepKind::Times))
        text += tr(" × %1 = %2").arg(pointsText(product->by), pointsText(product->gives));
    if (workings.find(StepKind::Cap))
        text += tr("，封顶 %1").arg(pointsText(award.raw));
    return text;
}

QString sentence(const BasePlusIncrementRule &rule, const Figure &figure, const Award &award,
                 const Workings &workings)
{
    const QString have = figureText(figure.value, rule.unit);
    const Step *added = workings.find(StepKind::Times);
    if (!added)
        return tr("%1，不足 %2，得 0 分").arg(have, figureText(rule.from, rule.unit));
    QString text = tr("%1，达到 %2得 %3").arg(have, figureText(rule.from, rule.unit), pointsText(rule.base));
    const bool isMore = !added->value.isZero();
    if (isMore)
        text += rule.step == Decimal(1) ? tr("，另增 %1 × %2 = %3")
                                              .arg(figureText(added->value, rule.unit), pointsText(added->by),
                                                   pointsText(added->gives))
                                        : tr("，另每增 %1加 %2，增 %3 档 = %4")
                                              .arg(figureText(rule.step, rule.unit), pointsText(added->by),
                                                   added->value.toString(), pointsText(added->gives));
    if (workings.find(StepKind::Cap))
        text += tr("，封顶 %1").arg(pointsText(award.raw));
    else if (isMore)
        text += tr("，共 %1").arg(pointsText(award.raw));
    return text;
}

QString sentence(const BandsRule &rule, const Figure &figure, const Award &award, const Workings &workings)
{
    const QString have = figureText(figure.value, rule.unit);
    const Step *found = workings.find(StepKind::Row);
    if (!found || found->index < 0)
        return tr("%1，不在任何分档，得 0 分").arg(have);
    const BandsRule::Row &row = rule.rows[size_t(found->index)];
    return tr("%1，属“%2”，得 %3")
        .arg(have, row.label.isEmpty() ? intervalText(row.range, rule.unit) : row.label,
             pointsText(award.raw));
}

QString sentence(const PiecewiseRule &rule, const Figure &figure, const Award &award,
                 const Workings &workings)
{
    QStringList pieces;
    const Step *segment = nullptr;
    for (const Step &step : workings.steps) {
        if (step.kind == StepKind::Segment)
            segment = &step;
        if (step.kind == StepKind::Times && segment)
            pieces.append(tr("%1 至 %2部分每 %3计 %4，计 %5")
                              .arg(figureText(segment->value, {}), figureText(segment->by, rule.unit),
                                   figureText(rule.segments[size_t(step.index)].per, rule.unit),
                                   pointsText(step.by), pointsText(step.gives)));
    }
    QString text = figureText(figure.value, rule.unit);
    const Step *sum = workings.find(StepKind::Sum);
    if (pieces.isEmpty() || !sum)
        return text + tr("，得 0 分");
    text += u"："_s + pieces.join(u"；"_s) + tr("；共 %1").arg(pointsText(sum->gives));
    return workings.find(StepKind::Cap) ? text + tr("，封顶 %1").arg(pointsText(award.raw)) : text;
}

QString sentence(const DeductionRule &rule, const Figure &figure, const Award &award,
                 const Workings &workings)
{
    const QString unit = rule.unit.isEmpty() ? tr("次") : rule.unit;
    QStringList pieces;
    for (const Step &step : workings.steps) {
        if (step.kind != StepKind::Times || step.value.isZero())
            continue;
        QString what;
        if (step.index >= 0) {
            what = figure.parts[size_t(step.index)].key;
            for (const KeyPoints &grade : rule.grades)
                what = grade.key == what ? grade.label : what;
            what += u' ';
        }
        pieces.append(
            tr("%1%2 × %3 = %4")
                .arg(what, figureText(step.value, unit), pointsText(step.by), pointsText(step.gives)));
    }
    if (pieces.isEmpty())
        return tr("起评 %1，无扣分，得 %2").arg(pointsText(rule.start), pointsText(award.raw));
    const QString text = tr("起评 %1，扣 %2").arg(pointsText(rule.start), pieces.join(u"、"_s));
    return text + (workings.find(StepKind::Floor) ? tr("，扣完为止，得 %1") : tr("，得 %1"))
                      .arg(pointsText(award.raw));
}

/// What is added for being better than the target, or that it is reached.
QString beyondText(const RatioRule &rule, const Workings &workings)
{
    const Step *added = workings.find(StepKind::Times);
    if (!added || added->value.isZero() || rule.perStepBeyond.isZero())
        return tr("，已达到");
    const QString text = tr("，优于目标，加 %1 × %2 = %3")
                             .arg(added->value.toString(), pointsText(added->by), pointsText(added->gives));
    const Step *capped = workings.find(StepKind::AddedCap);
    return capped ? text + tr("，加分封顶 %1").arg(pointsText(capped->by)) : text;
}

QString distanceText(const RatioRule &rule, const Step &gap, const Workings &workings)
{
    const QString unit = rule.relative ? u"%"_s : rule.unit == "%"_L1 ? tr("个百分点") : rule.unit;
    const QString way = rule.lowerIsBetter ? tr("高 %1") : tr("低 %1");
    QString text = u'，' + way.arg(figureText(gap.value, unit));
    if (rule.step == RatioRule::Step::Whole)
        text += tr("（每满 %1计 1 步%2）")
                    .arg(figureText(gap.by, unit),
                         rule.rounding == Rounding::Up ? tr("，不足的也计") : QString());
    if (const Step *off = workings.find(StepKind::Times))
        text +=
            tr("，扣 %1 × %2 = %3").arg(off->value.toString(), pointsText(off->by), pointsText(off->gives));
    return workings.find(StepKind::Floor) ? text + tr("，扣完为止") : text;
}

QString sentence(const RatioRule &rule, const Figure &figure, const Award &award, const Workings &workings)
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
    if (const Step *share = workings.find(StepKind::Share)) {
        text += tr("，按比例 %1 × %2 ÷ %3 = %4")
                    .arg(pointsText(share->value), figureText(share->by, {}), figureText(share->of, {}),
                         pointsText(share->gives));
        return workings.find(StepKind::Floor) ? text + tr("，最低 %1").arg(pointsText(award.raw)) : text;
    }
    if (const Step *gap = workings.find(StepKind::Gap))
        text += distanceText(rule, *gap, workings);
    else
        text += beyondText(rule, workings);
    return text + tr("，得 %1").arg(pointsText(award.raw));
}

QString sentence(const KOfNRule &rule, const Figure &figure, const Award &award, const Workings &workings)
{
    QStringList met;
    QStringList open;
    for (const Step &step : workings.steps) {
        if (step.kind == StepKind::Met)
            met.append(rule.items[size_t(step.index)].text);
        if (step.kind == StepKind::Open)
            open.append(rule.items[size_t(step.index)].text);
    }
    const Step *count = workings.find(StepKind::CountMet);
    QString text =
        tr("%1 项中满足 %2 项")
            .arg(QString::number(rule.items.size()), (count ? count->value : Decimal()).toString());
    if (!figure.parts.empty() && !met.isEmpty() && !open.isEmpty())
        text += tr("（%1；缺：%2）").arg(met.join(u'、'), open.join(u'、'));
    else if (!figure.parts.empty() && !open.isEmpty())
        text += tr("（缺：%1）").arg(open.join(u'、'));
    return text + tr("，得 %1").arg(pointsText(award.raw));
}

QString sentence(const LevelsRule &rule, const Figure &, const Award &award, const Workings &workings)
{
    const QString unit = rule.unit.isEmpty() ? tr("次") : rule.unit;
    QStringList pieces;
    for (const Step &step : workings.steps) {
        if (step.kind == StepKind::Times)
            pieces.append((rule.highestOnly ? u"%1 %2（%3）"_s : u"%1 %2 × %3"_s)
                              .arg(rule.levels[size_t(step.index)].label, figureText(step.value, unit),
                                   pointsText(step.by)));
    }
    if (pieces.isEmpty())
        return tr("无，得 0 分");
    if (rule.highestOnly)
        return tr("%1，只计最高一项，得 %2").arg(pieces.join(u'、'), pointsText(award.raw));
    const Step *sum = workings.find(StepKind::Sum);
    const QString text = u"%1 = %2"_s.arg(pieces.join(u" + "_s), pointsText(sum ? sum->gives : award.raw));
    return workings.find(StepKind::Cap) ? text + tr("，封顶 %1").arg(pointsText(award.raw)) : text;
}

QString sentence(const ManualRule &rule, const Figure &figure, const Award &award, const Workings &workings)
{
    QString text = tr("人工评分 %1（%2—%3）")
                       .arg(pointsText(figure.value), figureText(rule.min, {}), pointsText(rule.max));
    if (workings.find(StepKind::Cap) || workings.find(StepKind::Floor))
        text += tr("，超出范围，计 %1").arg(pointsText(award.raw));
    return text;
}

} // namespace

QString pointsText(Decimal value)
{
    return figureText(value, tr("分"));
}

QString roundingText(const Scheme &scheme)
{
    const QString to = scheme.places > 0 ? tr(" %1 位小数").arg(scheme.places) : tr("整数");
    switch (scheme.rounding) {
    case Rounding::Down: return tr("舍去尾数到%1").arg(to);
    case Rounding::Up: return tr("进位到%1").arg(to);
    case Rounding::HalfUp: return tr("四舍五入到%1").arg(to);
    case Rounding::HalfEven: return tr("四舍六入五成双到%1").arg(to);
    }
    return {};
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

QString explain(const Rule &rule, const Figure &figure, const Award &award, const Workings &workings)
{
    QString text;
    if (!figure.known && award.state != Award::State::Scored)
        text = std::holds_alternative<ManualRule>(rule) ? tr("无人工认定，计 0 分") : tr("没有数据，得 0 分");
    else if (award.state == Award::State::Missing)
        text = tr("没有可比的数据，得 0 分");
    else
        text = std::visit([&](const auto &r) { return sentence(r, figure, award, workings); }, rule);
    if (!figure.note.isEmpty())
        text += tr("（%1）").arg(figure.note);
    return text;
}

QString explainNode(const Plan &plan, const PlanNode &node, const Figure &figure, const Award &award,
                    const Workings &workings)
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
        const Step *scaled = workings.find(StepKind::Scaled);
        if (!scaled || scaled->value == award.points)
            return {};
        return tr("适用指标共 %1，得 %2，折算 %2 × %3 ÷ %4 = %5")
            .arg(pointsText(scaled->of), pointsText(scaled->value), figureText(scaled->by, {}),
                 figureText(scaled->of, {}), pointsText(award.points));
    }
    QString text = explain(*node.rule, figure, award, workings);
    if (workings.find(StepKind::Limit))
        return text + tr("，本项最高 %1").arg(pointsText(award.points));
    if (workings.find(StepKind::Rounding))
        return text + tr("，本项先%1，计 %2").arg(roundingText(*plan.scheme), pointsText(award.points));
    return text;
}

} // namespace core
