// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/yearenddata.h"

#include "core/base/tr.h"
#include "core/evaluation/award.h"
#include "core/evaluation/explain.h"
#include "core/features.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::array rankedTags{Tag::Party, Tag::Standard, Tag::Service};

Place placeOf(const Rank &rank)
{
    return {rank.rank, rank.count};
}

} // namespace

QString kindName(OrganizationKind kind)
{
    return tr(choicesOf(kind)[static_cast<size_t>(kind)].label);
}

Result<YearEndData> YearEndData::load(const Store &store, int year)
{
    YearEndData data;
    data.m_bureau = store.info().bureau;
    CORE_ASSIGN(data.m_outcome, loadScores(store, year));
    CORE_TRY(data.readRegisters(store));
    CORE_TRY(data.readPrevious(store));
    data.rankTags();
    return data;
}

Status YearEndData::readRegisters(const Store &store)
{
    QHash<QString, QString> towns;
    Query divisions{.type = u"division"_s, .columns = {u"id"_s, u"name"_s}};
    CORE_TRY(store.each(divisions, [&](const QVariantList &row) {
        towns.insert(row[0].toString(), row[1].toString());
        return true;
    }));
    Query organizations{.type = u"organization"_s,
                        .columns = {u"id"_s, u"name"_s, u"credit_code"_s, u"registered_on"_s, u"town"_s,
                                    u"supervising_unit"_s}};
    CORE_TRY(store.each(organizations, [&](const QVariantList &row) {
        m_identities.insert(row[0].toString(), {row[1].toString(),
                                                row[2].toString(),
                                                row[3].toDate(),
                                                towns.value(row[4].toString()),
                                                row[5].toString(),
                                                {}});
        return true;
    }));
    return readFacts(store);
}

Status YearEndData::readFacts(const Store &store)
{
    for (const PaperFact *fact : allPaperFacts()) {
        CORE_ASSIGN(const auto said, fact->read(store, m_outcome.cutoff));
        for (auto who = m_identities.begin(); who != m_identities.end(); ++who) {
            const QString text = said.value(who.key());
            if (!text.isEmpty() || fact->missing == PaperFact::Missing::Dash)
                who->facts.push_back({tr(fact->name), text.isEmpty() ? u"—"_s : text, fact->wholeRow});
        }
    }
    return ok();
}

Status YearEndData::readPrevious(const Store &store)
{
    const Result<Evaluation> evaluation = findEvaluation(store, m_outcome.year - 1);
    if (!evaluation)
        return evaluation.error().code == Error::Code::NotFound ? ok() : Status(evaluation.error());
    Query query;
    query.where = Condition::is(u"evaluation"_s, evaluation->id.text);
    CORE_ASSIGN(const auto results, store.all<EvaluationResult>(query));
    for (const EvaluationResult &result : results)
        if (result.rated)
            m_previous.insert(result.organization.text,
                              {result.partyPoints, result.standardPoints, result.servicePoints});
    return ok();
}

void YearEndData::rankTags()
{
    for (const Tag tag : rankedTags) {
        const auto points = [tag](const Score &score) { return score.tag(tag); };
        TagRanks &ranks = m_ranks[static_cast<size_t>(tag)];
        ranks.inKind =
            rankBy(m_outcome.plan, m_outcome.candidates, m_outcome.scores, points,
                   [](const Candidate &one) { return QString::number(static_cast<int>(one.kind)); });
        ranks.inTown = rankBy(m_outcome.plan, m_outcome.candidates, m_outcome.scores, points,
                              [](const Candidate &one) { return one.town; });
    }
}

const YearEndData::Identity &YearEndData::identity(qsizetype index) const
{
    static const Identity unknown;
    const auto found = m_identities.constFind(m_outcome.candidates[static_cast<size_t>(index)].id);
    return found == m_identities.constEnd() ? unknown : *found;
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

YearEndFigures::Dimension YearEndData::dimension(qsizetype index, Tag tag) const
{
    const auto i = static_cast<size_t>(index);
    const Candidate &candidate = m_outcome.candidates[i];
    const TagRanks &ranks = m_ranks[static_cast<size_t>(tag)];
    YearEndFigures::Dimension made;
    made.name = tagName(tag);
    made.points = m_outcome.scores[i].tag(tag);
    made.maximum = m_outcome.plan.of(candidate.kind).full(tag);
    made.average = m_outcome.average(candidate.kind, tag);
    if (const auto last = m_previous.constFind(candidate.id); last != m_previous.constEnd())
        made.previous = tag == Tag::Party      ? last->party
                        : tag == Tag::Standard ? last->standard
                                               : last->service;
    made.inKind = placeOf(ranks.inKind[i]);
    made.inTown = placeOf(ranks.inTown[i]);
    return made;
}

void YearEndData::addCategories(qsizetype index, YearEndFigures &figures) const
{
    const Plan &plan = m_outcome.plan;
    const Scheme &scheme = *plan.scheme;
    const Candidate &candidate = m_outcome.candidates[static_cast<size_t>(index)];
    const Score &score = m_outcome.scores[static_cast<size_t>(index)];
    if (scheme.start > Decimal())
        figures.categories.push_back({tr("起评分"), scheme.start, scheme.start, false, {}});
    YearEndFigures::Category bonus{tr("加分"), scheme.bonusCap, score.bonus, true, {}};
    YearEndFigures::Category deduction{tr("扣分"), Decimal(), -score.deduction, true, {}};
    const std::vector<PlanNode> &nodes = plan.of(candidate.kind).nodes;
    for (size_t n = 0; n < nodes.size(); ++n) {
        const PlanNode &node = nodes[n];
        if (!node.inKind)
            continue;
        const Award &award = score.awards[n];
        if (node.section == Section::Marks && node.parent < 0)
            figures.categories.push_back({node.name, node.points, award.points, false, {}});
        if (node.leaf < 0)
            continue;
        const bool minus = node.section == Section::Deduction;
        YearEndFigures::Indicator line{
            node.name, explainNode(plan, node, candidate.figures[static_cast<size_t>(node.leaf)], award),
            node.points, minus ? -award.points : award.points, award.state != Award::State::NotApplicable};
        auto &category = node.section == Section::Marks   ? figures.categories.back()
                         : node.section == Section::Bonus ? bonus
                                                          : deduction;
        category.indicators.push_back(std::move(line));
    }
    // What earned or cost nothing is not listed here: dozens of possible honours and faults apply to nobody.
    for (YearEndFigures::Category *extra : {&bonus, &deduction}) {
        std::erase_if(extra->indicators, [](const auto &line) { return line.points.isZero(); });
        if (!extra->indicators.empty())
            figures.categories.push_back(std::move(*extra));
    }
}

QStringList YearEndData::warnings(qsizetype index) const
{
    const auto i = static_cast<size_t>(index);
    const Score &score = m_outcome.scores[i];
    if (!score.rated)
        return {};
    // Warnings stand behind vetoes and gates.
    const QStringList remarks = remarksFor(m_outcome.plan, m_outcome.candidates[i], score);
    return remarks.mid(remarks.size() - static_cast<qsizetype>(score.warnings.size()));
}

YearEndFigures YearEndData::report(qsizetype index, const QString &number, QDate issuedOn) const
{
    constexpr qsizetype mostAdvice = 6;
    const auto i = static_cast<size_t>(index);
    const Plan &plan = m_outcome.plan;
    const Scheme &scheme = *plan.scheme;
    const Candidate &candidate = m_outcome.candidates[i];
    const Score &score = m_outcome.scores[i];
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
    figures.facts = who.facts;
    figures.provenance = provenance();
    figures.schemeSource = scheme.source;
    figures.schemeBasis = scheme.basis;
    figures.places = scheme.places;
    figures.rated = score.rated;
    const QStringList remarks = remarksFor(plan, candidate, score);
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
    for (const Tag tag : rankedTags)
        if (plan.of(candidate.kind).full(tag) > Decimal())
            figures.dimensions.push_back(dimension(index, tag));
    addCategories(index, figures);
    const QStringList warned = warnings(index);
    for (const QString &remark : remarks.first(remarks.size() - warned.size()))
        figures.decisions.push_back(remark);
    figures.warnings.assign(warned.begin(), warned.end());
    for (const QString &advice : adviceFor(plan, candidate, score).mid(0, mostAdvice))
        figures.advice.push_back(advice + u"。"_s);
    return figures;
}

} // namespace core
