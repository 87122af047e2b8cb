// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/scheme.h"

#include <memory>

namespace core {

/// Which part of the scheme a node stands in.
enum class Section { Marks, Bonus, Deduction };

/// One node of the tree as it is for one kind of organization, in pre-order.
struct PlanNode
{
    QString code;
    QString name;
    QString text;
    Decimal points;                 ///< Most points; 0: no limit.
    std::optional<Ranking> ranking; ///< Of itself or of the nearest node above.
    bool rankedHere = false;        ///< The ranking is its own: its points enter it as one.
    bool required = false;
    bool inKind = true; ///< False: not for this kind; never applies.
    Absent missing = Absent::Zero;
    Absent notApplicable = Absent::ScaleRest;
    Section section = Section::Marks;
    int parent = -1; ///< −1: top of its section.
    int depth = 0;
    int leaf = -1;            ///< Index into Candidate::figures; −1: inner node.
    int applies = -1;         ///< Index into Candidate::facts; −1: always.
    int precondition = -1;    ///< As above.
    std::optional<Rule> rule; ///< Of a leaf.
};

/// Whether the rule of a node compares the figure with the average of the others.
bool comparesWithOthers(const PlanNode &node);

/// The tree for one kind.
struct KindPlan
{
    std::vector<PlanNode> nodes; ///< Marks, then bonus, then deductions.
    int leaves = 0;

    const PlanNode *node(const QString &code) const;
    /// Highest points of a ranking: the sum over the nodes that are ranked there.
    Decimal full(Ranking ranking) const;
};

/// A condition over organizations that scoring needs the answer of.
struct PlanFact
{
    QString key; ///< “applies A1”, “veto V1”: stable within a scheme, kept with the results.
    Clause clause;
};

/// Where the figures of some leaves come from: one query, or a person.
struct PlanSlot
{
    QString code; ///< Of the indicator.
    QString item; ///< Key of the item of a KOfNRule; empty: the figure as a whole.
    FigureSource source;
    bool lastYear = false; ///< The year before is needed too.
    ByKind<int> leaf{-1};  ///< Index into Candidate::figures; −1: not for the kind.
};

/// A scheme made ready for scoring: trees flattened by kind, conditions and figures numbered.
struct Plan
{
    std::shared_ptr<const Scheme> scheme;
    ByKind<KindPlan> kinds;
    std::vector<PlanFact> facts;
    std::vector<PlanSlot> figures;
    std::vector<int> exclusions;         ///< Fact of each exclusion.
    std::vector<int> vetoes;             ///< Fact of each veto.
    std::vector<int> alsoWhen;           ///< Fact of each band; −1: none.
    std::vector<std::vector<int>> gates; ///< Facts of the gates of each band.
    int scope = -1;                      ///< Fact of the scope; −1: everyone.

    const KindPlan &of(OrganizationKind kind) const { return kinds[kind]; }
    /// Where the figure of a leaf comes from as a whole; null: from its items, or from nowhere.
    const PlanSlot *slotOf(OrganizationKind kind, const PlanNode &node) const;
};

Plan makePlan(Scheme scheme);

} // namespace core
