// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/tr.h"
#include "core/evaluation/award.h"
#include "core/evaluation/intervalcheck.h"
#include "core/evaluation/plan.h"
#include "core/evaluation/rulecheck.h"
#include "core/record/format.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using Severity = Finding::Severity;

namespace {

class Checker
{
public:
    explicit Checker(const Scheme &scheme)
        : m_scheme(scheme)
        , m_plan(makePlan(scheme))
    {}

    std::vector<Finding> run()
    {
        checkHead();
        for (const OrganizationKind kind : allOf<OrganizationKind>())
            checkKind(kind);
        forEachIndicator(m_scheme.indicators);
        forEachIndicator(m_scheme.bonus);
        forEachIndicator(m_scheme.deductions);
        checkSameWords();
        for (const PlanFact &fact : m_plan.facts)
            checkClause(fact.clause, sink(fact.key));
        checkCodes();
        checkBands();
        checkWarnings();
        return std::move(m_findings);
    }

private:
    void add(Severity severity, const QString &path, const QString &text)
    {
        if (!m_seen.contains(path + u'\n' + text))
            m_findings.push_back({severity, path, text});
        m_seen.insert(path + u'\n' + text);
    }
    FindingSink sink(const QString &path)
    {
        return [this, path](Severity severity, const QString &text) { add(severity, path, text); };
    }

    void checkHead()
    {
        const auto error = [&](const QString &text) { add(Severity::Error, tr("方案"), text); };
        if (m_scheme.key.isEmpty() || m_scheme.version.isEmpty() || m_scheme.title.isEmpty())
            error(tr("方案标识（key）、版本（version）和名称（title）都要写。"));
        if (m_scheme.validTo && *m_scheme.validTo < m_scheme.validFrom)
            error(
                tr("失效日期 %1 早于生效日期 %2。")
                    .arg(m_scheme.validTo->toString(Qt::ISODate), m_scheme.validFrom.toString(Qt::ISODate)));
        if (m_scheme.fullMarks <= Decimal())
            error(tr("没有写满分（fullMarks）。"));
        if (m_scheme.places < 0 || m_scheme.places > 6)
            error(tr("小数位数应在 0 到 6 之间。"));
        if (m_scheme.cap && *m_scheme.cap < m_scheme.fullMarks)
            error(tr("总分封顶 %1，低于满分 %2。")
                      .arg(pointsText(*m_scheme.cap), pointsText(m_scheme.fullMarks)));
        if (m_scheme.indicators.empty())
            error(tr("没有指标。"));
    }

    /// Sums of points and doubled codes, as one kind sees them.
    void checkKind(OrganizationKind kind)
    {
        const std::vector<PlanNode> &nodes = m_plan.of(kind).nodes;
        const bool any = std::any_of(nodes.begin(), nodes.end(), [](const PlanNode &n) { return n.inKind; });
        if (!any)
            return;
        const QString kindName = choiceLabel(kind);
        QSet<QString> codes;
        std::vector<Decimal> all(nodes.size());    // by parent: points of all children
        std::vector<Decimal> inKind(nodes.size()); // by parent: of those that are for this kind
        Decimal topAll = m_scheme.start;
        Decimal topInKind = m_scheme.start;
        for (const PlanNode &node : nodes) {
            if (codes.contains(node.code))
                add(Severity::Error, node.code,
                    tr("编号重复（%1）。编号是成绩的钥匙，不能重复。").arg(node.name));
            codes.insert(node.code);
            const bool counted = node.section == Section::Marks;
            if (node.parent < 0 && counted) {
                topAll += node.points;
                topInKind += node.inKind ? node.points : Decimal();
            } else if (node.parent >= 0) {
                all[size_t(node.parent)] += node.points;
                inKind[size_t(node.parent)] += node.inKind ? node.points : Decimal();
            }
        }
        for (size_t n = 0; n < nodes.size(); ++n) {
            const PlanNode &node = nodes[n];
            const bool adds =
                node.leaf < 0 && node.inKind && node.points > Decimal() && node.section == Section::Marks;
            if (adds && all[n] != node.points && inKind[n] != node.points)
                add(Severity::Error, node.code,
                    tr("“%1”共 %2，下级合计却是 %3（%4）。")
                        .arg(node.name, pointsText(node.points), pointsText(all[n]), kindName));
        }
        const bool limited = std::any_of(nodes.begin(), nodes.end(), [](const PlanNode &n) {
            return n.parent < 0 && n.section == Section::Marks && n.points > Decimal();
        });
        if (limited && topAll != m_scheme.fullMarks && topInKind != m_scheme.fullMarks)
            add(Severity::Error, tr("方案"),
                tr("满分 %1，各大类合计却是 %2（%3）。")
                    .arg(pointsText(m_scheme.fullMarks), pointsText(topAll), kindName));
        for (const PlanNode &node : nodes) {
            checkLeafPoints(node);
            if (node.rankedHere && node.section != Section::Marks)
                add(Severity::Warn, node.code,
                    tr("“%1”是加分或扣分项，又归入排行榜“%"
                       "2”：总表里它会同时出现在“加减”和这一栏，各栏相加与总分不符。")
                        .arg(node.name, rankingName(*node.ranking)));
        }
    }

    void checkLeafPoints(const PlanNode &node)
    {
        if (node.leaf < 0 || !node.inKind)
            return;
        if (!node.rule)
            return add(Severity::Error, node.code, tr("“%1”没有计分规则。").arg(node.name));
        const Decimal highest = highestPoints(*node.rule);
        if (node.points <= Decimal())
            return;
        if (highest < node.points)
            add(node.section == Section::Marks ? Severity::Error : Severity::Warn, node.code,
                tr("“%1”分值 %2，按规则最多只能得 %3。")
                    .arg(node.name, pointsText(node.points), pointsText(highest)));
        else if (highest > node.points && highest < Decimal(1'000'000))
            add(Severity::Warn, node.code,
                tr("“%1”按规则最多可得 %2，超过分值 %3的部分不计。")
                    .arg(node.name, pointsText(highest), pointsText(node.points)));
    }

    void forEachIndicator(const std::vector<Indicator> &indicators, bool ranked = false)
    {
        for (const Indicator &indicator : indicators) {
            const FindingSink found = sink(indicator.code);
            if (indicator.code.isEmpty() || indicator.name.isEmpty())
                add(Severity::Error, indicator.code.isEmpty() ? indicator.name : indicator.code,
                    tr("指标要有编号（code）和名称（name）。"));
            if (ranked && indicator.ranking)
                add(Severity::Error, indicator.code, tr("上级已归入一个排行榜，下级不能再归入别的。"));
            checkPair(indicator.rule, indicator.figure, indicator.children.empty(), found);
            for (const KindVariant &variant : indicator.variants) {
                if (variant.kinds.empty())
                    found(Severity::Error, tr("变体没有写适用的组织类型（kinds）。"));
                if (variant.rule || variant.figure)
                    checkPair(variant.rule ? variant.rule : indicator.rule,
                              variant.figure.value_or(indicator.figure), true, found);
                forEachIndicator(variant.children, ranked || indicator.ranking);
            }
            forEachIndicator(indicator.children, ranked || indicator.ranking);
        }
    }

    static void checkPair(const std::optional<Rule> &rule, const FigureSource &figure, bool isLeaf,
                          const FindingSink &found)
    {
        if (!rule)
            return;
        if (!isLeaf)
            found(Severity::Error, tr("有下级的指标不直接计分，请把计分规则移到下级。"));
        checkRule(*rule, found);
        checkFigure(*rule, figure, found);
        const auto *kofn = std::get_if<KOfNRule>(&*rule);
        const bool items = kofn && std::any_of(kofn->items.begin(), kofn->items.end(),
                                               [](const KOfNRule::Item &i) { return i.figure.isGiven(); });
        if (isLeaf && !figure.isGiven() && !items)
            found(Severity::Warn, tr("没有写数据来源（figure），年度评价时没有数据。"));
    }

    /// 同文不同分: the table of Wendeng has such lines.
    void checkSameWords()
    {
        QHash<QString, const PlanNode *> byText;
        for (const OrganizationKind kind : allOf<OrganizationKind>()) {
            byText.clear();
            for (const PlanNode &node : m_plan.of(kind).nodes) {
                const PlanNode *&first = byText[node.name + u'\n' + node.text];
                if (!first || node.leaf < 0 || !node.inKind)
                    first = node.leaf >= 0 && node.inKind ? &node : first;
                else if (first->points != node.points)
                    add(Severity::Warn, node.code,
                        tr("同文不同分：“%1”在 %2 是 %3，在这里是 %4。")
                            .arg(node.name, first->code, pointsText(first->points), pointsText(node.points)));
            }
        }
    }

    void checkCodes()
    {
        QSet<QString> codes;
        const auto once = [&](const QString &path, const QString &code) {
            if (code.isEmpty() || codes.contains(path + code))
                add(Severity::Error, path, tr("编号“%1”重复或没有写。").arg(code));
            codes.insert(path + code);
        };
        for (const Exclusion &exclusion : m_scheme.exclusions)
            once(tr("不参评"), exclusion.code);
        for (const Veto &veto : m_scheme.vetoes) {
            once(tr("否决"), veto.code);
            const bool known = std::any_of(m_scheme.bands.begin(), m_scheme.bands.end(),
                                           [&](const Band &band) { return band.name == veto.band; });
            if (veto.effect != Veto::Effect::Zero && !known)
                add(Severity::Error, tr("否决"), tr("“%1”所指的等次“%2”不存在。").arg(veto.code, veto.band));
        }
        for (size_t i = 0; i < m_scheme.tieKeys.size(); ++i) {
            for (size_t j = 0; j < i; ++j) {
                if (m_scheme.tieKeys[i] == m_scheme.tieKeys[j])
                    add(Severity::Error, tr("同分规则"), tr("同一个排序键写了两次。"));
            }
        }
    }

    void checkBands()
    {
        const QString path = tr("等次");
        if (m_scheme.bands.empty())
            return;
        std::vector<std::pair<QString, Interval>> stretches;
        QSet<QString> names;
        for (const Band &band : m_scheme.bands) {
            stretches.emplace_back(band.name, band.range);
            if (band.name.isEmpty() || names.contains(band.name))
                add(Severity::Error, path, tr("等次名称“%1”重复或没有写。").arg(band.name));
            names.insert(band.name);
        }
        for (size_t b = 1; b < m_scheme.bands.size(); ++b) {
            const std::optional<Decimal> &above = m_scheme.bands[b - 1].range.from;
            const std::optional<Decimal> &here = m_scheme.bands[b].range.from;
            if (!above || (here && *here > *above))
                add(Severity::Error, path,
                    tr("等次要从高到低写，“%1”的位置不对。").arg(m_scheme.bands[b].name));
        }
        checkIntervals(stretches, m_scheme.places, Severity::Error, sink(path));
        // How far totals can go: full marks and bonus, up to the cap.
        Decimal top = m_scheme.fullMarks + m_scheme.bonusCap;
        if (m_scheme.cap)
            top = std::min(top, *m_scheme.cap);
        const Interval &best = m_scheme.bands.front().range;
        if (best.to && *best.to < top)
            add(Severity::Error, path,
                tr("最高等次“%1”到 %2为止，而总分可达 %3。")
                    .arg(m_scheme.bands.front().name, pointsText(*best.to), pointsText(top)));
        if (best.from && *best.from > top)
            add(Severity::Error, path,
                tr("最高等次“%1”要 %2，总分最多 %3，谁也达不到。")
                    .arg(m_scheme.bands.front().name, pointsText(*best.from), pointsText(top)));
    }

    void checkWarnings()
    {
        for (const WarningLine &line : m_scheme.warnings) {
            if (line.kind != WarningLine::Kind::Required && line.amount <= Decimal())
                add(Severity::Error, tr("预警线"), tr("没有写界限（amount）。"));
            if (line.level == WarningLevel::None)
                add(Severity::Error, tr("预警线"), tr("级别只能是关注（watch）或预警（warning）。"));
        }
        const bool needsRequired =
            std::any_of(m_scheme.warnings.begin(), m_scheme.warnings.end(),
                        [](const WarningLine &line) { return line.kind == WarningLine::Kind::Required; });
        const auto hasRequired = [](const KindPlan &plan) {
            return std::any_of(plan.nodes.begin(), plan.nodes.end(),
                               [](const PlanNode &n) { return n.required; });
        };
        if (needsRequired && std::none_of(m_plan.kinds.begin(), m_plan.kinds.end(), hasRequired))
            add(Severity::Error, tr("预警线"),
                tr("有“必备项缺失”的预警线，却没有指标标为必备（required）。"));
    }

    const Scheme &m_scheme;
    Plan m_plan;
    std::vector<Finding> m_findings;
    QSet<QString> m_seen;
};

} // namespace

std::vector<Finding> checkScheme(const Scheme &scheme)
{
    return Checker(scheme).run();
}

} // namespace core
