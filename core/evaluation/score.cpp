// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/score.h"

#include <algorithm>

namespace core {

namespace {

/// Sums for averages, per kind and node; exact, so the order of addition does not matter.
struct Sum
{
    Decimal sum;
    qint64 count = 0;

    void add(Decimal value)
    {
        sum += value;
        ++count;
    }
    std::optional<Decimal> average() const
    {
        return count > 0 ? Decimal::quotient(sum, Decimal::fromInteger(count)) : std::nullopt;
    }
};

class Scorer
{
public:
    Scorer(const Plan &plan, std::span<const Candidate> candidates)
        : m_plan(plan)
        , m_scheme(*plan.scheme)
        , m_candidates(candidates)
        , m_scores(candidates.size())
    {
        for (const OrganizationKind kind : allOrganizationKinds())
            m_sums[size_t(kind)].resize(plan.of(kind).nodes.size());
    }

    std::vector<Score> run()
    {
        for (size_t i = 0; i < m_scores.size(); ++i)
            admit(m_candidates[i], m_scores[i]);
        averageFigures();
        for (size_t i = 0; i < m_scores.size(); ++i) {
            if (m_scores[i].rated)
                scoreLeaves(m_candidates[i], m_scores[i]);
        }
        averagePoints();
        for (size_t i = 0; i < m_scores.size(); ++i) {
            if (m_scores[i].rated) {
                sumUp(m_candidates[i], m_scores[i]);
                findBand(m_candidates[i], m_scores[i]);
            }
        }
        rank();
        for (size_t i = 0; i < m_scores.size(); ++i) {
            if (m_scores[i].rated)
                warn(m_candidates[i], m_scores[i]);
        }
        return std::move(m_scores);
    }

private:
    static bool holds(const Candidate &candidate, int fact)
    {
        return fact >= 0 && size_t(fact) < candidate.facts.size() && candidate.facts[size_t(fact)];
    }

    void admit(const Candidate &candidate, Score &score) const
    {
        for (size_t i = 0; i < m_plan.exclusions.size() && score.exclusion < 0; ++i) {
            if (holds(candidate, m_plan.exclusions[i]))
                score.exclusion = int(i);
        }
        const std::vector<PlanNode> &nodes = m_plan.of(candidate.kind).nodes;
        const bool any = std::any_of(nodes.begin(), nodes.end(), [](const PlanNode &n) { return n.inKind; });
        score.rated = score.exclusion < 0 && any;
        if (score.rated)
            score.awards.resize(nodes.size());
    }

    static bool applies(const PlanNode &node, const Candidate &candidate)
    {
        return node.inKind && (node.applies < 0 || holds(candidate, node.applies));
    }

    /// Whether the node and everything above it apply.
    static bool appliesAll(const std::vector<PlanNode> &nodes, size_t at, const Candidate &candidate)
    {
        for (int i = int(at); i >= 0; i = nodes[size_t(i)].parent) {
            if (!applies(nodes[size_t(i)], candidate))
                return false;
        }
        return true;
    }

    /// Averages of the figures that rules compare with.
    void averageFigures()
    {
        for (const OrganizationKind kind : allOrganizationKinds()) {
            const std::vector<PlanNode> &nodes = m_plan.of(kind).nodes;
            std::vector<std::optional<Decimal>> &averages = m_figureAverages[size_t(kind)];
            averages.resize(nodes.size());
            for (size_t n = 0; n < nodes.size(); ++n) {
                const RatioRule *ratio = nodes[n].rule ? std::get_if<RatioRule>(&*nodes[n].rule) : nullptr;
                if (!ratio || ratio->target != RatioRule::Target::Average)
                    continue;
                Sum sum;
                for (size_t i = 0; i < m_scores.size(); ++i) {
                    const Candidate &candidate = m_candidates[i];
                    if (candidate.kind != kind || !m_scores[i].rated || !appliesAll(nodes, n, candidate))
                        continue;
                    if (const Figure &figure = candidate.figures[size_t(nodes[n].leaf)]; figure.known)
                        sum.add(figure.value);
                }
                averages[n] = sum.average();
            }
        }
    }

    void scoreLeaves(const Candidate &candidate, Score &score)
    {
        const std::vector<PlanNode> &nodes = m_plan.of(candidate.kind).nodes;
        for (size_t n = 0; n < nodes.size(); ++n) {
            if (nodes[n].leaf < 0 || !nodes[n].rule)
                continue;
            score.awards[n] = scoreLeaf(nodes, n, candidate);
            if (score.awards[n].state == Award::State::Scored)
                m_sums[size_t(candidate.kind)][n].add(score.awards[n].points);
        }
    }

    Award scoreLeaf(const std::vector<PlanNode> &nodes, size_t n, const Candidate &candidate) const
    {
        using State = Award::State;
        const PlanNode &node = nodes[n];
        if (!appliesAll(nodes, n, candidate))
            return absent(node, node.notApplicable, State::Nothing);
        if (node.precondition >= 0 && !holds(candidate, node.precondition)) {
            Award blocked;
            blocked.state = State::Blocked;
            return blocked;
        }
        Award award = core::award(*node.rule, candidate.figures[size_t(node.leaf)],
                                  {m_figureAverages[size_t(candidate.kind)][n]});
        if (award.state == State::Missing)
            return absent(node, node.missing, State::Missing);
        award.points = limited(node, award.raw);
        return award;
    }

    /// The award of a leaf without a figure. An average is filled in when all others are known.
    Award absent(const PlanNode &node, Absent policy, Award::State zero) const
    {
        using State = Award::State;
        Award award;
        switch (policy) {
        case Absent::Zero: award.state = zero; break;
        case Absent::Average: award.state = State::Averaged; break;
        case Absent::ScaleRest: award.state = State::NotApplicable; break;
        case Absent::Person: award.state = State::Pending; break;
        case Absent::Full:
            award.state = State::Given;
            award.raw = award.points = limited(node, highestPoints(*node.rule));
            break;
        }
        return award;
    }

    Decimal rounded(Decimal value) const { return value.rounded(m_scheme.places, m_scheme.rounding); }

    Decimal limited(const PlanNode &node, Decimal raw) const
    {
        return rounded(node.points > Decimal() ? std::min(raw, node.points) : raw);
    }

    void averagePoints()
    {
        for (size_t i = 0; i < m_scores.size(); ++i) {
            for (size_t n = 0; n < m_scores[i].awards.size(); ++n) {
                Award &award = m_scores[i].awards[n];
                if (award.state != Award::State::Averaged)
                    continue;
                award.raw = m_sums[size_t(m_candidates[i].kind)][n].average().value_or(Decimal());
                award.points = rounded(award.raw);
            }
        }
    }

    /// What lies below a node, while it is being summed.
    struct Below
    {
        Decimal points;
        Decimal marks; ///< Of the children that count.
        Decimal all;   ///< Of all children.
        int counting = 0;
        int left = 0; ///< Children left out.
        std::array<Decimal, 4> tags;
    };

    void sumUp(const Candidate &candidate, Score &score) const
    {
        const std::vector<PlanNode> &nodes = m_plan.of(candidate.kind).nodes;
        // Three tops, one for each section, stand behind the nodes.
        std::vector<Below> below(nodes.size() + 3);
        for (size_t back = nodes.size(); back-- > 0;) {
            const PlanNode &node = nodes[back];
            Award &award = score.awards[back];
            if (node.leaf < 0)
                closeNode(node, below[back], award);
            Below &above =
                below[node.parent >= 0 ? size_t(node.parent) : nodes.size() + size_t(node.section)];
            above.all += node.points;
            if (award.state == Award::State::NotApplicable) {
                ++above.left;
                continue;
            }
            ++above.counting;
            above.points += award.points;
            above.marks += node.points;
            std::array<Decimal, 4> &tags = below[back].tags;
            if (node.tagHere)
                tags = {}, tags[size_t(node.tag)] = award.points;
            for (size_t t = 0; t < tags.size(); ++t)
                above.tags[t] += tags[t];
        }
        const auto top = [&](Section section) -> Below & { return below[nodes.size() + size_t(section)]; };
        Below &marks = top(Section::Marks);
        if (marks.left > 0)
            scale(marks, m_scheme.fullMarks - m_scheme.start);
        score.marks = m_scheme.start + rounded(marks.points);
        score.bonus = rounded(top(Section::Bonus).points);
        if (m_scheme.bonusCap > Decimal())
            score.bonus = std::min(score.bonus, m_scheme.bonusCap);
        score.deduction = rounded(top(Section::Deduction).points);
        score.total = std::max(Decimal(), score.marks + score.bonus - score.deduction);
        if (m_scheme.cap)
            score.total = std::min(score.total, *m_scheme.cap);
        for (size_t t = 1; t < score.tags.size(); ++t)
            score.tags[t] = rounded(top(Section::Marks).tags[t] + top(Section::Bonus).tags[t] -
                                    top(Section::Deduction).tags[t]);
    }

    /// Raises points and rankings to the marks \a full, as if what was left out had done as well.
    static void scale(Below &below, Decimal full)
    {
        if (below.marks <= Decimal())
            return;
        below.points = Decimal::ratio(below.points, full, below.marks);
        for (Decimal &tag : below.tags)
            tag = Decimal::ratio(tag, full, below.marks);
    }

    void closeNode(const PlanNode &node, Below &below, Award &award) const
    {
        award.raw = below.points;
        award.reference = below.marks;
        if (below.counting == 0 && below.left > 0) {
            award.state = Award::State::NotApplicable;
            return;
        }
        award.state = Award::State::Scored;
        if (below.left > 0 && node.section == Section::Marks)
            scale(below, node.points > Decimal() ? node.points : below.all);
        award.points = limited(node, below.points);
    }

    void findBand(const Candidate &candidate, Score &score) const
    {
        for (size_t v = 0; v < m_plan.vetoes.size(); ++v) {
            if (holds(candidate, m_plan.vetoes[v]))
                score.vetoes.push_back(int(v));
        }
        const auto index = [&](const QString &name) {
            for (size_t b = 0; b < m_scheme.bands.size(); ++b) {
                if (m_scheme.bands[b].name == name)
                    return int(b);
            }
            return -1;
        };
        int best = 0;
        int fixed = -1;
        for (const int v : score.vetoes) {
            const Veto &veto = m_scheme.vetoes[size_t(v)];
            switch (veto.effect) {
            case Veto::Effect::Zero: score.total = {}; break;
            case Veto::Effect::Band: fixed = std::max(fixed, index(veto.band)); break;
            case Veto::Effect::Ceiling: best = std::max(best, index(veto.band)); break;
            }
        }
        if (candidate.previousTotal)
            score.change = score.total - *candidate.previousTotal;
        score.band = fixed >= 0 ? fixed : bandOf(candidate, score, best);
    }

    int bandOf(const Candidate &candidate, Score &score, int best) const
    {
        const bool zeroed = std::any_of(score.vetoes.begin(), score.vetoes.end(), [&](int v) {
            return m_scheme.vetoes[size_t(v)].effect == Veto::Effect::Zero;
        });
        bool reached = false; // a better band that a gate or a ceiling keeps out of reach leads to this one
        for (size_t b = 0; b < m_scheme.bands.size(); ++b) {
            const bool also = !zeroed && holds(candidate, m_plan.alsoWhen[b]);
            reached = reached || also || m_scheme.bands[b].range.contains(score.total);
            if (!reached || int(b) < best)
                continue;
            const std::vector<int> &gates = m_plan.gates[b];
            if (std::none_of(gates.begin(), gates.end(), [&](int g) { return holds(candidate, g); }))
                return int(b);
            score.gates.push_back(int(b));
        }
        return -1;
    }

    void rank()
    {
        const auto total = [](const Score &s) { return s.total; };
        const auto overall = rankBy(m_plan, m_candidates, m_scores, total);
        const auto kind = rankBy(m_plan, m_candidates, m_scores, total,
                                 [](const Candidate &c) { return QString(QChar(u'0' + int(c.kind))); });
        const auto town =
            rankBy(m_plan, m_candidates, m_scores, total, [](const Candidate &c) { return c.town; });
        for (size_t i = 0; i < m_scores.size(); ++i) {
            m_scores[i].overall = overall[i];
            m_scores[i].inKind = kind[i];
            if (!m_candidates[i].town.isEmpty())
                m_scores[i].inTown = town[i];
        }
    }

    void warn(const Candidate &candidate, Score &score) const
    {
        for (size_t w = 0; w < m_scheme.warnings.size(); ++w) {
            const WarningLine &line = m_scheme.warnings[w];
            if (!crossed(line, candidate, score))
                continue;
            score.warnings.push_back(int(w));
            score.warning = std::max(score.warning, line.level);
        }
    }

    bool crossed(const WarningLine &line, const Candidate &candidate, const Score &score) const
    {
        switch (line.kind) {
        case WarningLine::Kind::Below: return score.total < line.amount;
        case WarningLine::Kind::Drop: return score.change && -*score.change >= line.amount;
        case WarningLine::Kind::DropShare:
            return score.change && *candidate.previousTotal > Decimal() &&
                   -*score.change * 100 >= Decimal::product(*candidate.previousTotal, line.amount);
        case WarningLine::Kind::Required: return requiredMissing(candidate, score);
        case WarningLine::Kind::Share:
            return Decimal::fromInteger(score.inKind.count - score.inKind.rank + 1) * 100 <=
                   Decimal::product(Decimal::fromInteger(score.inKind.count), line.amount);
        }
        return false;
    }

    bool requiredMissing(const Candidate &candidate, const Score &score) const
    {
        const std::vector<PlanNode> &nodes = m_plan.of(candidate.kind).nodes;
        for (size_t n = 0; n < nodes.size(); ++n) {
            if (nodes[n].required && requiredIsMissing(score.awards[n]))
                return true;
        }
        return false;
    }

    const Plan &m_plan;
    const Scheme &m_scheme;
    std::span<const Candidate> m_candidates;
    std::vector<Score> m_scores;
    std::array<std::vector<Sum>, 5> m_sums;
    std::array<std::vector<std::optional<Decimal>>, 5> m_figureAverages;
};

} // namespace

bool requiredIsMissing(const Award &award)
{
    using State = Award::State;
    const bool excused = award.state == State::NotApplicable || award.state == State::Nothing ||
                         award.state == State::Averaged;
    return !excused && award.points <= Decimal();
}

std::vector<Score> scoreAll(const Plan &plan, std::span<const Candidate> candidates)
{
    return Scorer(plan, candidates).run();
}

} // namespace core
