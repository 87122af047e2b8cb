// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/plan.h"

#include <algorithm>
#include <map>

namespace core {

using namespace Qt::StringLiterals;

namespace {

class Planner
{
public:
    explicit Planner(Plan &plan)
        : m_plan(plan)
    {}

    void run()
    {
        const Scheme &scheme = *m_plan.scheme;
        if (scheme.scope)
            m_plan.scope = fact(u"scope"_s, *scheme.scope);
        for (const Exclusion &exclusion : scheme.exclusions)
            m_plan.exclusions.push_back(fact(u"exclusion "_s + exclusion.code, exclusion.clause));
        for (const Veto &veto : scheme.vetoes)
            m_plan.vetoes.push_back(fact(u"veto "_s + veto.code, veto.clause));
        for (const Band &band : scheme.bands) {
            m_plan.alsoWhen.push_back(band.alsoWhen ? fact(u"also "_s + band.name, *band.alsoWhen) : -1);
            std::vector<int> &gates = m_plan.gates.emplace_back();
            for (size_t i = 0; i < band.gates.size(); ++i)
                gates.push_back(fact(u"gate "_s + band.name + u' ' + QString::number(i + 1), band.gates[i]));
        }
        for (const OrganizationKind kind : allOf<OrganizationKind>()) {
            m_kind = kind;
            m_kindPlan = &m_plan.kinds[kind];
            addAll(scheme.indicators, Section::Marks);
            addAll(scheme.bonus, Section::Bonus);
            addAll(scheme.deductions, Section::Deduction);
        }
    }

private:
    void addAll(const std::vector<Indicator> &indicators, Section section)
    {
        for (const Indicator &indicator : indicators)
            add(indicator, section, -1, 0, true);
    }

    void add(const Indicator &indicator, Section section, int parent, int depth, bool inKind)
    {
        const KindVariant *variant = nullptr;
        for (const KindVariant &candidate : indicator.variants) {
            if (!variant && contains(candidate.kinds))
                variant = &candidate;
        }
        PlanNode node;
        node.code = indicator.code;
        node.name = indicator.name;
        node.text = variant && !variant->text.isEmpty() ? variant->text : indicator.text;
        node.points = variant && variant->points ? *variant->points : indicator.points;
        node.rankedHere = indicator.ranking.has_value();
        node.ranking =
            node.rankedHere || parent < 0 ? indicator.ranking : m_kindPlan->nodes[size_t(parent)].ranking;
        node.required = indicator.required;
        node.inKind = inKind && (indicator.kinds.empty() || contains(indicator.kinds));
        node.missing = indicator.missing;
        node.notApplicable = indicator.notApplicable;
        node.section = section;
        node.parent = parent;
        node.depth = depth;
        if (indicator.applies)
            node.applies = fact(u"applies "_s + indicator.code, *indicator.applies);
        if (indicator.precondition)
            node.precondition = fact(u"precondition "_s + indicator.code, *indicator.precondition);
        const std::vector<Indicator> &children =
            variant && !variant->children.empty() ? variant->children : indicator.children;
        node.rule = variant && variant->rule ? variant->rule : indicator.rule;
        if (children.empty())
            node.leaf = m_kindPlan->leaves++;
        else
            node.rule.reset();
        const int self = int(m_kindPlan->nodes.size());
        const bool own = node.inKind;
        m_kindPlan->nodes.push_back(node);
        if (node.leaf >= 0 && own)
            addFigures(node, variant && variant->figure ? *variant->figure : indicator.figure);
        for (const Indicator &child : children)
            add(child, section, self, depth + 1, own);
    }

    void addFigures(const PlanNode &node, const FigureSource &source)
    {
        const RatioRule *ratio = node.rule ? std::get_if<RatioRule>(&*node.rule) : nullptr;
        const bool lastYear = ratio && ratio->target == RatioRule::Target::LastYear;
        if (source.isGiven())
            addSlot(node, source, {}, lastYear);
        if (const KOfNRule *rule = node.rule ? std::get_if<KOfNRule>(&*node.rule) : nullptr) {
            // The plan's copy of the rule is as good as the scheme's: slots are told apart by key below.
            for (const KOfNRule::Item &item : rule->items) {
                if (item.figure.isGiven())
                    addSlot(node, item.figure, item.key, false);
            }
        }
    }

    /// Kinds that read the same figure share one query.
    void addSlot(const PlanNode &node, const FigureSource &source, const QString &item, bool lastYear)
    {
        const auto same = [&](const PlanSlot &slot) {
            return slot.code == node.code && slot.item == item && slot.lastYear == lastYear &&
                   sameSource(slot.source, source);
        };
        const auto found = std::find_if(m_plan.figures.begin(), m_plan.figures.end(), same);
        PlanSlot &slot = found != m_plan.figures.end() ? *found : m_plan.figures.emplace_back();
        slot.code = node.code;
        slot.item = item;
        slot.source = source;
        slot.lastYear = lastYear;
        slot.leaf[m_kind] = node.leaf;
    }

    static bool sameSource(const FigureSource &a, const FigureSource &b)
    {
        return a.person == b.person && a.times == b.times && a.exists == b.exists &&
               a.whenNone == b.whenNone && a.dividedBy.has_value() == b.dividedBy.has_value() &&
               a.query.toJson() == b.query.toJson() &&
               (!a.dividedBy || a.dividedBy->toJson() == b.dividedBy->toJson());
    }

    /// Number of the fact with this key. The key stands for the condition: codes are unique in a scheme.
    int fact(const QString &key, const Clause &clause)
    {
        const auto [it, isNew] = m_facts.try_emplace(key, int(m_plan.facts.size()));
        if (isNew)
            m_plan.facts.push_back({key, clause});
        return it->second;
    }

    bool contains(const std::vector<OrganizationKind> &kinds) const
    {
        return std::find(kinds.begin(), kinds.end(), m_kind) != kinds.end();
    }

    Plan &m_plan;
    OrganizationKind m_kind{};
    KindPlan *m_kindPlan = nullptr;
    std::map<QString, int> m_facts;
};

} // namespace

bool comparesWithOthers(const PlanNode &node)
{
    const auto *ratio = node.rule ? std::get_if<RatioRule>(&*node.rule) : nullptr;
    return ratio && ratio->target == RatioRule::Target::Average;
}

const PlanNode *KindPlan::node(const QString &code) const
{
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const PlanNode &node) { return node.code == code; });
    return found == nodes.end() ? nullptr : &*found;
}

Decimal KindPlan::full(Ranking ranking) const
{
    Decimal sum;
    for (const PlanNode &node : nodes) {
        if (node.rankedHere && node.ranking == ranking && node.inKind && node.section == Section::Marks)
            sum += node.points;
    }
    return sum;
}

const PlanSlot *Plan::slotOf(OrganizationKind kind, const PlanNode &node) const
{
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const PlanSlot &slot) {
        return node.leaf >= 0 && slot.code == node.code && slot.item.isEmpty() &&
               slot.leaf[kind] == node.leaf;
    });
    return found == figures.end() ? nullptr : &*found;
}

Plan makePlan(Scheme scheme)
{
    Plan plan;
    plan.scheme = std::make_shared<const Scheme>(std::move(scheme));
    Planner(plan).run();
    return plan;
}

} // namespace core
