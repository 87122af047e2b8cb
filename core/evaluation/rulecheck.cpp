// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/rulecheck.h"

#include "core/base/tr.h"
#include "core/evaluation/award.h"
#include "core/evaluation/intervalcheck.h"
#include "core/store/where.h"

#include <QSet>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using Severity = Finding::Severity;

namespace {

/// Doubled keys, and the same words for different points.
void checkKeys(const std::vector<KeyPoints> &list, const FindingSink &found)
{
    for (size_t i = 0; i < list.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            if (list[i].key == list[j].key)
                found(Severity::Error, tr("“%1”出现两次，后一条永远用不到。")
                                           .arg(list[i].key.isEmpty() ? list[i].label : list[i].key));
            else if (!list[i].label.isEmpty() && list[i].label == list[j].label &&
                     list[i].points != list[j].points)
                found(Severity::Error,
                      tr("同文不同分：“%1”既是 %2又是 %3。")
                          .arg(list[i].label, pointsText(list[j].points), pointsText(list[i].points)));
        }
    }
}

void positive(Decimal value, const QString &what, const FindingSink &found)
{
    if (value <= Decimal())
        found(Severity::Error, tr("%1应大于 0。").arg(what));
}

void check(const ChoiceRule &rule, const FindingSink &found)
{
    if (rule.options.empty())
        found(Severity::Error, tr("没有选项。"));
    checkKeys(rule.options, found);
}

void check(const PerOccurrenceRule &rule, const FindingSink &found)
{
    positive(rule.each, tr("每次分值"), found);
    positive(rule.per, tr("每次的数量（per）"), found);
    if (rule.cap && *rule.cap < rule.each)
        found(Severity::Error,
              tr("封顶 %1，不足一次的 %2。").arg(pointsText(*rule.cap), pointsText(rule.each)));
    if (rule.period != PerOccurrenceRule::Period::None)
        positive(rule.periodCap, tr("每期最多次数（periodCap）"), found);
}

void check(const BasePlusIncrementRule &rule, const FindingSink &found)
{
    positive(rule.step, tr("每增的数量（step）"), found);
    if (rule.cap < rule.base)
        found(Severity::Error,
              tr("上限 %1，低于起步的 %2。").arg(pointsText(rule.cap), pointsText(rule.base)));
    if (rule.each.isZero() && rule.cap > rule.base)
        found(Severity::Error, tr("每增不加分，达不到上限 %1。").arg(pointsText(rule.cap)));
}

void check(const BandsRule &rule, const FindingSink &found)
{
    if (rule.rows.empty())
        return found(Severity::Error, tr("没有分档。"));
    std::vector<std::pair<QString, Interval>> stretches;
    for (const BandsRule::Row &row : rule.rows)
        stretches.emplace_back(row.label.isEmpty() ? intervalText(row.range, rule.unit) : row.label,
                               row.range);
    checkIntervals(stretches, 2, Severity::Warn, found);
}

void check(const PiecewiseRule &rule, const FindingSink &found)
{
    Decimal from;
    if (rule.segments.empty())
        found(Severity::Error, tr("没有分段。"));
    for (size_t i = 0; i < rule.segments.size(); ++i) {
        const PiecewiseRule::Segment &segment = rule.segments[i];
        positive(segment.per, tr("每段的单位数量（per）"), found);
        if (!segment.upTo && i + 1 < rule.segments.size())
            found(Severity::Error, tr("第 %1 段没有终点，后面的段用不到。").arg(i + 1));
        if (segment.upTo && *segment.upTo <= from)
            found(Severity::Error,
                  tr("第 %1 段的终点 %2 不大于起点 %3。")
                      .arg(QString::number(i + 1), segment.upTo->toString(), from.toString()));
        from = segment.upTo.value_or(from);
    }
}

void check(const DeductionRule &rule, const FindingSink &found)
{
    if (rule.floor > rule.start)
        found(Severity::Error,
              tr("下限 %1，高于起评的 %2。").arg(pointsText(rule.floor), pointsText(rule.start)));
    if (rule.each < Decimal() || (rule.each.isZero() && rule.grades.empty()))
        found(Severity::Error, tr("没有写扣多少分，或扣分写成了负数。"));
    for (const KeyPoints &grade : rule.grades) {
        if (grade.points < Decimal())
            found(Severity::Error, tr("“%1”的扣分应写正数。").arg(grade.label));
    }
    checkKeys(rule.grades, found);
}

void check(const RatioRule &rule, const FindingSink &found)
{
    positive(rule.stepSize, tr("每步的大小（stepSize）"), found);
    if (rule.target == RatioRule::Target::Constant && rule.mode == RatioRule::Mode::Proportional)
        positive(rule.constant, tr("目标值"), found);
    if (rule.mode == RatioRule::Mode::Steps && rule.perStep <= Decimal())
        found(Severity::Error, tr("没有写每步扣多少分（perStep）。"));
    if (rule.floor > rule.full)
        found(Severity::Error,
              tr("下限 %1，高于满分 %2。").arg(pointsText(rule.floor), pointsText(rule.full)));
}

void check(const KOfNRule &rule, const FindingSink &found)
{
    QSet<QString> keys;
    for (const KOfNRule::Item &item : rule.items) {
        if (keys.contains(item.key))
            found(Severity::Error, tr("条件“%1”出现两次。").arg(item.key));
        keys.insert(item.key);
    }
    if (rule.points.empty())
        found(Severity::Error, tr("没有写满足几项得几分。"));
    for (size_t k = rule.items.size() + 1; k < rule.points.size(); ++k)
        found(Severity::Error,
              tr("只有 %1 项条件，满足 %2 项的 %3永远得不到。")
                  .arg(QString::number(rule.items.size()), QString::number(k), pointsText(rule.points[k])));
}

void check(const LevelsRule &rule, const FindingSink &found)
{
    if (rule.levels.empty())
        found(Severity::Error, tr("没有级别。"));
    checkKeys(rule.levels, found);
    for (const KeyPoints &level : rule.levels) {
        if (rule.cap && level.points > *rule.cap)
            found(Severity::Error, tr("封顶 %1，不足“%2”一次的 %3。")
                                       .arg(pointsText(*rule.cap), level.label, pointsText(level.points)));
    }
}

void check(const ManualRule &rule, const FindingSink &found)
{
    if (rule.min > rule.max)
        found(Severity::Error,
              tr("人工评分的下限 %1 高于上限 %2。").arg(rule.min.toString(), rule.max.toString()));
}

/// The field a path leads to; null when there is none.
const Field *fieldAt(const QString &typeKey, const QString &path)
{
    const RecordType *type = findRecordType(typeKey);
    const Field *field = nullptr;
    for (const QString &key : path.section(u':', 0, 0).split(u'.')) {
        field = type ? type->field(key) : nullptr;
        if (!field)
            return nullptr;
        type = field->target ? &field->target() : nullptr;
    }
    return field;
}

/// The field whose values the figure takes, when it takes values and does not count.
const Field *valueField(const Query &query)
{
    if (query.columns.size() == 1)
        return fieldAt(query.type, query.columns.front());
    if (query.measures.size() == 1 && query.measures.front().kind == Measure::Kind::Latest)
        return fieldAt(query.type, query.measures.front().field);
    return nullptr;
}

/// The keys that can come out of a field, with what the clerk sees; none when it is not a choice.
std::vector<std::pair<QString, QString>> keysOf(const Field *field, bool exists)
{
    std::vector<std::pair<QString, QString>> keys;
    if (exists || (field && field->kind == Kind::YesNo)) {
        keys = {{u"true"_s, tr("是")}, {u"false"_s, tr("否")}};
    } else if (field && field->kind == Kind::Choice) {
        for (const Choice &choice : field->choices)
            keys.emplace_back(QString::fromLatin1(choice.key), QString::fromUtf8(choice.label));
    }
    return keys;
}

/// Keys of a rule that never come up, and values no key is given for.
void checkKeyCover(const std::vector<KeyPoints> &list, const std::vector<std::pair<QString, QString>> &keys,
                   Severity uncovered, const FindingSink &found)
{
    if (keys.empty())
        return;
    for (const KeyPoints &entry : list) {
        const bool known = entry.key.isEmpty() || std::any_of(keys.begin(), keys.end(), [&](const auto &key) {
                               return key.first == entry.key;
                           });
        if (!known)
            found(Severity::Error,
                  tr("“%1”（%2）永远不会出现：数据里没有这个值。").arg(entry.label, entry.key));
    }
    for (const auto &[key, label] : keys) {
        const bool covered = std::any_of(list.begin(), list.end(),
                                         [&, k = key](const KeyPoints &entry) { return entry.key == k; });
        if (!covered)
            found(uncovered, tr("没有写“%1”（%2）得几分。").arg(label, key));
    }
}

void checkFigureQuery(const Query &query, const FindingSink &found)
{
    if (const Status status = checkQuery(query); !status)
        return found(Severity::Error, status.error().text);
    if (isQueryOf<Organization>(query) && query.group.empty()) {
        if (query.columns.size() != 1)
            found(Severity::Error, tr("直接取社会组织的数据时，要且只要写一个字段（columns）。"));
        return;
    }
    const Field *first = query.group.empty() ? nullptr : fieldAt(query.type, query.group.front());
    const bool toOrganization = first && first->target && &first->target() == &recordType<Organization>();
    if (!toOrganization || query.group.size() > 2)
        found(Severity::Error, tr("指标数据要先按社会组织分组（group 的第一项），至多再分一级。"));
    if (query.measures.size() != 1)
        found(Severity::Error, tr("指标数据要且只要写一个统计项（measures）。"));
}

} // namespace

void checkRule(const Rule &rule, const FindingSink &found)
{
    std::visit([&](const auto &r) { check(r, found); }, rule);
}

void checkFigure(const Rule &rule, const FigureSource &source, const FindingSink &found)
{
    if (const auto *kofn = std::get_if<KOfNRule>(&rule)) {
        for (const KOfNRule::Item &item : kofn->items) {
            if (!item.figure.person && !item.figure.query.type.isEmpty())
                checkFigureQuery(item.figure.query, found);
        }
    }
    if (source.person || source.query.type.isEmpty())
        return;
    checkFigureQuery(source.query, found);
    if (source.dividedBy)
        checkFigureQuery(*source.dividedBy, found);
    const Field *second =
        source.query.group.size() == 2 ? fieldAt(source.query.type, source.query.group[1]) : nullptr;
    if (const auto *choice = std::get_if<ChoiceRule>(&rule))
        checkKeyCover(choice->options, keysOf(valueField(source.query), source.exists), Severity::Warn,
                      found);
    if (const auto *deduction = std::get_if<DeductionRule>(&rule); deduction && !deduction->grades.empty())
        checkKeyCover(deduction->grades, keysOf(second, false),
                      deduction->each.isZero() ? Severity::Error : Severity::Warn, found);
    if (const auto *levels = std::get_if<LevelsRule>(&rule))
        checkKeyCover(levels->levels, keysOf(second, false), Severity::Warn, found);
    const auto *occurrence = std::get_if<PerOccurrenceRule>(&rule);
    if (occurrence && occurrence->period != PerOccurrenceRule::Period::None && source.query.group.size() != 2)
        found(Severity::Error, tr("规定了每期最多次数，数据却没有按月或季度分组。"));
}

void checkClause(const Clause &clause, const FindingSink &found)
{
    if (const Status status = checkQuery(queryOf<Organization>(clause.when)); !status)
        found(Severity::Error, status.error().text);
    if (clause.text.isEmpty())
        found(Severity::Error, tr("条件没有写说明文字（text），评价报告里将无法说明理由。"));
}

} // namespace core
