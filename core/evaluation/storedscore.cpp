// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/storedscore.h"

#include "core/evaluation/band.h"
#include "core/evaluation/figures.h"
#include "core/evaluation/warning.h"
#include "core/store/where.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

Rank rankFrom(const std::optional<qint64> &rank, const std::optional<qint64> &count)
{
    return {rank.value_or(0), count.value_or(0)};
}

/// Points that are the average of the kind cannot come from scoring one alone, nor can places: the result
/// holds them.
void takeStored(const Plan &plan, const Candidate &candidate, const EvaluationResult &result, Score &score)
{
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    const std::vector<std::optional<Decimal>> stored = storedPoints(plan, candidate.kind, result);
    std::vector<Decimal> below(nodes.size());
    for (size_t n = std::min(nodes.size(), score.awards.size()); n-- > 0;) {
        Award &award = score.awards[n];
        if (nodes[n].leaf < 0)
            award.raw = below[n];
        else if (award.state == Award::State::Averaged)
            award.raw = stored[n].value_or(award.raw);
        award.points = stored[n].value_or(award.points);
        if (nodes[n].parent >= 0 && award.state != Award::State::NotApplicable)
            below[size_t(nodes[n].parent)] += award.points;
    }
    score.total = result.total;
    score.bonus = result.bonus;
    score.deduction = result.deduction;
    for (const Ranking ranking : allOf<Ranking>())
        score.ranked[ranking] = result.*pointsMember(ranking);
    score.inKind = rankFrom(result.rankInKind, result.countInKind);
    score.inTown = rankFrom(result.rankInTown, result.countInTown);
    if (!score.rated)
        return;
    score.vetoes.clear();
    score.gates.clear();
    decideBand(plan, candidate, score);
    score.warnings.clear();
    score.warning = WarningLevel::None;
    warn(plan, candidate, isRequiredMissing(plan, candidate, score), score);
}

/// How much is missing to the lowest total above this one among its kind.
Result<std::optional<Decimal>> missingToNext(const Store &store, const EvaluationResult &result,
                                             OrganizationKind kind)
{
    if (!result.rankInKind || *result.rankInKind <= 1)
        return std::optional<Decimal>();
    using R = EvaluationResult;
    Query query = queryOf<R>(Condition::all(
        {where::is<&R::evaluation>(result.evaluation), where::is<&R::organization, &Organization::kind>(kind),
         where::is<&R::rated>(true), where::above<&R::total>(result.total)}));
    query.measures = {measureAs<&R::total>(Measure::Kind::Min, u"lowest"_s)};
    CORE_ASSIGN(const Rows rows, store.run(query));
    Decimal lowest;
    if (rows.rows.empty() || rows.rows.front().first().isNull() ||
        !Codec<Decimal>::fromVariant(rows.rows.front().first(), lowest))
        return std::optional<Decimal>();
    return std::optional(lowest - result.total);
}

/// The records that the figure of an indicator was drawn from, of one organization.
std::optional<Query> recordsBehind(const FigureSource &source, const EvaluationResult &result, QDate cutoff)
{
    if (source.person || source.query.type.isEmpty() || isQueryOf<Organization>(source.query) ||
        source.query.group.empty())
        return {};
    Query query = source.query;
    query.where = Condition::all({query.where, Condition::is(query.group.front(), result.organization.text)});
    query.group.clear();
    query.measures.clear();
    query.columns.clear();
    query.year = int(result.year);
    setWindow(query, int(result.year), cutoff);
    return query;
}

void addEvidence(const Store &store, const StoredPlan &stored, const StoredScore &score, ScoreLine &line)
{
    const PlanNode *node = stored.plan.of(score.kind).node(line.code);
    const PlanSlot *slot = node ? stored.plan.slotOf(score.kind, *node) : nullptr;
    const std::optional<Query> records =
        slot ? recordsBehind(slot->source, score.result, stored.evaluation.cutoff) : std::nullopt;
    if (!records)
        return;
    if (const Result<qint64> count = store.count(*records); count && *count > 0)
        line.evidence = Evidence{*records, *count};
}

} // namespace

Result<StoredPlan> loadPlan(const Store &store, const Evaluation &evaluation)
{
    StoredPlan stored;
    stored.evaluation = evaluation;
    CORE_ASSIGN(const SchemeRecord record, store.get(evaluation.scheme));
    CORE_ASSIGN(Scheme scheme, parseScheme(record.content.text.toUtf8()));
    stored.plan = makePlan(std::move(scheme));
    for (const KindPlan &kind : stored.plan.kinds) {
        stored.needsEveryone =
            stored.needsEveryone || std::any_of(kind.nodes.begin(), kind.nodes.end(), comparesWithOthers);
    }
    return stored;
}

Result<StoredScore> storedScore(const Store &store, const StoredPlan &stored,
                                const Id<EvaluationResult> &result, const EvaluationOutcome *everyone)
{
    StoredScore found;
    CORE_ASSIGN(found.result, store.get(result));
    const QString &organization = found.result.organization.text;
    found.organization = store.display(recordType<Organization>(), organization);
    CORE_ASSIGN(const Candidate candidate, candidateOf(stored.plan, found.result));
    const qsizetype at = everyone ? everyone->indexOf(organization) : -1;
    if (at >= 0) {
        found.score = everyone->score(size_t(at));
    } else {
        found.score = scoreAll(stored.plan, {&candidate, 1}).front();
        takeStored(stored.plan, candidate, found.result, found.score);
    }
    found.kind = candidate.kind;
    if (!candidate.town.isEmpty())
        found.town = store.display(recordType<Division>(), candidate.town);
    found.remarks = remarksFor(stored.plan, candidate, found.score);
    found.rounding = roundingRemark(stored.plan, candidate, found.score);
    found.lines = scoreLines(stored.plan, candidate, found.score);
    for (ScoreLine &line : found.lines)
        addEvidence(store, stored, found, line);
    CORE_ASSIGN(found.toNext, missingToNext(store, found.result, found.kind));
    return found;
}

} // namespace core
