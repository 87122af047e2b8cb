// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/yearenddata.h"

#include "core/base/tr.h"
#include "core/evaluation/advice.h"
#include "core/evaluation/currentevaluation.h"
#include "core/evaluation/ranking.h"
#include "core/evaluation/scorelines.h"
#include "core/features.h"
#include "core/record/format.h"
#include "core/store/where.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Place placeOf(const Rank &rank)
{
    return {rank.rank, rank.count};
}

} // namespace

QString kindName(OrganizationKind kind)
{
    return choiceLabel(kind);
}

Result<YearEndData> YearEndData::load(const Store &store, const Id<Evaluation> &evaluation)
{
    YearEndData data;
    data.m_bureau = store.info().bureau;
    CORE_ASSIGN(data.m_outcome, loadScores(store, evaluation, Recheck::No));
    CORE_TRY(data.readRegisters(store));
    CORE_TRY(data.readPrevious(store));
    data.rankAll();
    return data;
}

Status YearEndData::readRegisters(const Store &store)
{
    QHash<QString, QString> towns;
    Query divisions = queryOf<Division>();
    divisions.columns = {path<&Division::id>(), path<&Division::name>()};
    CORE_TRY(store.each(divisions, [&](const QVariantList &row) {
        towns.insert(row[0].toString(), row[1].toString());
        return true;
    }));
    QHash<QString, size_t> positions;
    for (size_t i = 0; i < m_outcome.candidates.size(); ++i)
        positions.insert(m_outcome.candidates[i].id, i);
    m_identities.resize(m_outcome.candidates.size());
    QSet<QString> units;
    using R = Organization;
    Query organizations = queryOf<R>();
    organizations.columns = {path<&R::id>(),           path<&R::name>(), path<&R::creditCode>(),
                             path<&R::registeredOn>(), path<&R::town>(), path<&R::supervisingUnit>()};
    CORE_TRY(store.each(organizations, [&](const QVariantList &row) {
        const auto at = positions.constFind(row[0].toString());
        if (at == positions.constEnd())
            return true;
        m_identities[*at] = {row[1].toString(), row[2].toString(), row[3].toDate(),
                             towns.value(row[4].toString()),
                             *units.insert(row[5].toString())}; // one text for all of a unit
        return true;
    }));
    return readFacts(store);
}

Status YearEndData::readFacts(const Store &store)
{
    for (const PaperFact *fact : allPaperFacts()) {
        CORE_ASSIGN(const auto said, fact->read(store, m_outcome.cutoff));
        QSet<QString> texts;
        Said &kept = m_said.emplace_back(Said{fact, {}});
        kept.texts.reserve(m_outcome.candidates.size());
        for (const Candidate &candidate : m_outcome.candidates)
            kept.texts.push_back(*texts.insert(said.value(candidate.id)));
    }
    return ok();
}

std::vector<Facts::Fact> YearEndData::facts(qsizetype index) const
{
    if (identity(index).name.isEmpty()) // gone from the register
        return {};
    std::vector<Facts::Fact> facts;
    for (const Said &said : m_said) {
        const QString &text = said.texts[static_cast<size_t>(index)];
        if (!text.isEmpty() || said.fact->missing == PaperFact::Missing::Dash)
            facts.push_back({tr(said.fact->name), text.isEmpty() ? u"—"_s : text, said.fact->wholeRow});
    }
    return facts;
}

Status YearEndData::readPrevious(const Store &store)
{
    m_previous.resize(m_outcome.candidates.size());
    const Result<Evaluation> evaluation = evaluationBefore(store, m_outcome.year, m_outcome.plan.scheme->key);
    if (!evaluation)
        return evaluation.error().code == Error::Code::NotFound ? ok() : Status(evaluation.error());
    QHash<QString, ByRanking<Decimal>> points;
    Query rated =
        queryOf<EvaluationResult>(Condition::all({where::is<&EvaluationResult::evaluation>(evaluation->id),
                                                  where::is<&EvaluationResult::rated>(true)}));
    rated.columns = {path<&EvaluationResult::organization>()};
    for (const Ranking ranking : allOf<Ranking>())
        rated.columns.push_back(pointsField(ranking));
    CORE_TRY(store.each(rated, [&](const QVariantList &row) {
        ByRanking<Decimal> &had = points[row.front().toString()];
        qsizetype column = 1;
        for (const Ranking ranking : allOf<Ranking>())
            (void)Codec<Decimal>::fromVariant(row[column++], had[ranking]);
        return true;
    }));
    for (size_t i = 0; i < m_previous.size(); ++i) {
        if (const auto had = points.constFind(m_outcome.candidates[i].id); had != points.constEnd())
            m_previous[i] = *had;
    }
    return ok();
}

void YearEndData::rankAll()
{
    for (const Ranking ranking : allOf<Ranking>()) {
        const auto points = [ranking](const Score &score) { return score.ranked[ranking]; };
        Ranks &ranks = m_ranks[ranking];
        ranks.inKind =
            rankBy(m_outcome.plan, m_outcome.candidates, m_outcome.scores, points,
                   [](const Candidate &one) { return QString::number(static_cast<int>(one.kind)); });
        ranks.inTown = rankBy(m_outcome.plan, m_outcome.candidates, m_outcome.scores, points,
                              [](const Candidate &one) { return one.town; });
        for (const OrganizationKind kind : allOf<OrganizationKind>())
            m_averages[ranking][kind] = m_outcome.average(kind, ranking);
    }
}

const YearEndData::Identity &YearEndData::identity(qsizetype index) const
{
    return m_identities[static_cast<size_t>(index)];
}

QString YearEndData::name(qsizetype index) const
{
    return identity(index).name;
}

QString YearEndData::town(qsizetype index) const
{
    return identity(index).town;
}

std::vector<qsizetype> YearEndData::printOrder() const
{
    std::vector<qsizetype> order(m_outcome.candidates.size());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [this](qsizetype i) {
        const Score &score = m_outcome.scores[static_cast<size_t>(i)];
        return std::tuple(m_outcome.candidates[static_cast<size_t>(i)].kind, !score.rated, score.inKind.rank);
    };
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return key(a) < key(b); });
    return order;
}

Provenance YearEndData::provenance() const
{
    const Scheme &scheme = *m_outcome.plan.scheme;
    return {m_outcome.cutoff, u"%1 %2"_s.arg(scheme.title, scheme.version), m_outcome.journalHead};
}

YearEndFigures::Dimension YearEndData::dimension(qsizetype index, Ranking ranking) const
{
    const auto i = static_cast<size_t>(index);
    const Candidate &candidate = m_outcome.candidates[i];
    const Ranks &ranks = m_ranks[ranking];
    YearEndFigures::Dimension made;
    made.name = rankingName(ranking);
    made.points = m_outcome.scores[i].ranked[ranking];
    made.maximum = m_outcome.plan.of(candidate.kind).full(ranking);
    made.average = m_averages[ranking][candidate.kind];
    if (m_previous[i])
        made.previous = (*m_previous[i])[ranking];
    made.inKind = placeOf(ranks.inKind[i]);
    made.inTown = placeOf(ranks.inTown[i]);
    return made;
}

void YearEndData::addCategories(const Candidate &candidate, const Score &score, YearEndFigures &figures) const
{
    const Plan &plan = m_outcome.plan;
    const Scheme &scheme = *plan.scheme;
    if (scheme.start > Decimal())
        figures.categories.push_back({tr("起评分"), scheme.start, scheme.start, false, {}});
    YearEndFigures::Category bonus{tr("加分"), scheme.bonusCap, score.bonus, true, {}};
    YearEndFigures::Category deduction{tr("扣分"), Decimal(), -score.deduction, true, {}};
    for (const ScoreLine &line : scoreLines(plan, candidate, score)) {
        if (line.section == Section::Marks && line.depth == 0)
            figures.categories.push_back({line.name, line.most, line.points, false, {}});
        if (line.isGroup)
            continue;
        const bool minus = line.section == Section::Deduction;
        auto &category = line.section == Section::Marks   ? figures.categories.back()
                         : line.section == Section::Bonus ? bonus
                                                          : deduction;
        category.indicators.push_back({line.name, line.explanation, line.most,
                                       minus ? -line.points : line.points,
                                       line.state != Award::State::NotApplicable});
    }
    // What earned or cost nothing is not listed here: dozens of possible honours and faults apply to nobody.
    for (YearEndFigures::Category *extra : {&bonus, &deduction}) {
        std::erase_if(extra->indicators, [](const auto &line) { return line.points.isZero(); });
        if (!extra->indicators.empty())
            figures.categories.push_back(std::move(*extra));
    }
}

Remarks YearEndData::remarks(qsizetype index) const
{
    const auto i = static_cast<size_t>(index);
    const Score &head = m_outcome.scores[i];
    // Warnings name awards; most have none, and their awards need not be made.
    return remarksFor(m_outcome.plan, m_outcome.candidates[i],
                      head.warnings.empty() ? head : m_outcome.score(i));
}

YearEndFigures YearEndData::report(qsizetype index, const QString &number, QDate issuedOn) const
{
    constexpr qsizetype mostAdvice = 6;
    const auto i = static_cast<size_t>(index);
    const Plan &plan = m_outcome.plan;
    const Scheme &scheme = *plan.scheme;
    const Candidate candidate = m_outcome.candidate(i);
    const Score score = m_outcome.score(i);
    const Identity &who = identity(index);

    YearEndFigures figures;
    figures.bureau = m_bureau;
    figures.number = number;
    figures.issuedOn = issuedOn;
    figures.year = m_outcome.year;
    figures.draft = m_outcome.evaluation.state == EvaluationState::Draft;
    figures.organization = who.name;
    figures.creditCode = who.creditCode;
    figures.kind = kindName(candidate.kind);
    figures.registeredOn = who.registeredOn;
    figures.town = who.town;
    figures.supervisingUnit = who.supervisingUnit;
    figures.facts = facts(index);
    figures.provenance = provenance();
    figures.schemeSource = scheme.source;
    figures.schemeBasis = scheme.basis;
    figures.places = scheme.places;
    figures.rated = score.rated;
    if (!score.rated) {
        figures.unratedReason =
            score.exclusion >= 0
                ? scheme.exclusions[static_cast<size_t>(score.exclusion)].clause.text + u"。"_s
                : tr("方案不适用于该类组织。");
        return figures;
    }
    figures.total = score.total;
    figures.fullMarks = scheme.fullMarks;
    if (score.band >= 0) {
        figures.band = scheme.bands[static_cast<size_t>(score.band)].name;
        figures.consequence = scheme.bands[static_cast<size_t>(score.band)].consequence;
    }
    figures.inKind = placeOf(score.inKind);
    figures.inTown = placeOf(score.inTown);
    figures.previousTotal = candidate.previousTotal;
    for (const Ranking ranking : allOf<Ranking>())
        if (plan.of(candidate.kind).full(ranking) > Decimal())
            figures.dimensions.push_back(dimension(index, ranking));
    addCategories(candidate, score, figures);
    figures.rounding = roundingRemark(plan, candidate, score);
    const Remarks said = remarksFor(plan, candidate, score);
    figures.decisions.assign(said.decisions.begin(), said.decisions.end());
    figures.warnings.assign(said.warnings.begin(), said.warnings.end());
    for (const QString &advice : adviceFor(plan, candidate, score).mid(0, mostAdvice))
        figures.advice.push_back(advice + u"。"_s);
    return figures;
}

} // namespace core
