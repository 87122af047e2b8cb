// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/manualcheck.h"

#include "core/base/tr.h"
#include "core/evaluation/manualscore.h"
#include "core/record/path.h"
#include "core/store/where.h"

#include <QHash>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The indicator of the code, or the one whose item it is ("A2.3"); null: the plan has neither.
const PlanNode *scoredNode(const KindPlan &kind, const QString &code)
{
    const PlanNode *node = kind.node(code);
    if (node && node->leaf >= 0)
        return node;
    const PlanNode *parent = kind.node(code.section(u'.', 0, -2));
    return parent && parent->leaf >= 0 ? parent : nullptr;
}

/// What is to be said of \a value, the score of an indicator or the sum of those of its items; empty:
/// nothing.
QString boundsRemark(const QString &organization, const PlanNode &node, Decimal value)
{
    const auto *manual = node.rule ? std::get_if<ManualRule>(&*node.rule) : nullptr;
    if (!manual || (value >= manual->min && value <= manual->max))
        return {};
    return tr("“%1”的“%2”评分是 %3，不在 %4 到 %5 分之间，按 %6 分计，请核对。")
        .arg(organization, node.name, value.toString(), manual->min.toString(), manual->max.toString(),
             std::clamp(value, manual->min, manual->max).toString());
}

} // namespace

Result<QStringList> manualScoreRemarks(const Store &store, const Plan &plan,
                                       const std::vector<Candidate> &candidates, int year)
{
    constexpr qsizetype mostTold = 100;
    using R = ManualScore;
    QHash<QString, OrganizationKind> kinds;
    for (const Candidate &candidate : candidates)
        kinds.insert(candidate.id, candidate.kind);
    Query query = queryOf<R>(where::is<&R::year>(year));
    query.columns = {path<&R::organization>(), path<&R::organization, &Organization::name>(),
                     path<&R::indicator>(), path<&R::value>()};
    QStringList remarks;
    qsizetype untold = 0;
    const auto tell = [&](const QString &remark) {
        if (!remark.isEmpty() && remarks.size() < mostTold)
            remarks.append(remark);
        else if (!remark.isEmpty())
            ++untold;
    };
    struct Items
    {
        QString organization; ///< Name.
        Decimal sum;
    };
    std::map<std::pair<QString, const PlanNode *>, Items> itemised;
    std::map<QString, qint64> unknown; // code → scores that are not used
    CORE_TRY(store.each(query, [&](const QVariantList &row) {
        const auto kind = kinds.constFind(row.at(0).toString());
        if (kind == kinds.constEnd())
            return true;
        const QString code = row.at(2).toString();
        const PlanNode *node = scoredNode(plan.of(*kind), code);
        if (!node) {
            ++unknown[code];
            return true;
        }
        const QString name = row.at(1).toString();
        const Decimal value = Decimal::fromMicro(row.at(3).toLongLong());
        if (node->code == code) {
            tell(boundsRemark(name, *node, value));
            return true;
        }
        Items &items = itemised[{row.at(0).toString(), node}];
        items.organization = name;
        items.sum += value;
        if (value < Decimal())
            tell(tr("“%1”的“%2”评分是 %3，小于 0，请核对。").arg(name, code, value.toString()));
        return true;
    }));
    for (const auto &[key, items] : itemised)
        tell(boundsRemark(items.organization, *key.second, items.sum));
    if (untold > 0)
        remarks.append(tr("还有 %1 个评分不在指标的分值范围内，从略。").arg(untold));
    for (const auto &[code, count] : unknown) {
        remarks.append(
            tr("指标编号“%1”不是本方案里这类组织的指标，%2 条人工评分没有用到。").arg(code).arg(count));
    }
    return remarks;
}

} // namespace core
