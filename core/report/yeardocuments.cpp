// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notice and summary of a stored year.
#include "core/report/yearenddata.h"

#include "core/base/calendar.h"
#include "core/base/tr.h"
#include "core/evaluation/ranking.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString bandName(const Scheme &scheme, const Score &score)
{
    return score.band < 0 ? QString() : scheme.bands[static_cast<size_t>(score.band)].name;
}

} // namespace

QString YearEndData::tieRule() const
{
    QStringList keys;
    for (const TieKey key : m_outcome.plan.scheme->tieKeys) {
        switch (key) {
        case TieKey::Party:
        case TieKey::Service:
        case TieKey::Standard: keys.append(tr("%1得分").arg(rankingName(*rankingOf(key)))); break;
        case TieKey::Bonus: keys.append(tr("加分")); break;
        case TieKey::RegisteredOn: keys.append(tr("登记（备案）先后")); break;
        }
    }
    if (keys.isEmpty())
        return tr("按得分由高到低排名；得分相同的名次并列，下一名次跳号。");
    return tr("按得分由高到低排名；得分相同的，依次比较%1；仍相同的名次并列，下一名次跳号。")
        .arg(keys.join(u"、"_s));
}

NoticeFigures::Results YearEndData::results(OrganizationKind kind) const
{
    NoticeFigures::Results made{kindName(kind), {}};
    const Scheme &scheme = *m_outcome.plan.scheme;
    made.rows.reserve(static_cast<size_t>(
        std::ranges::count(m_outcome.candidates, kind, [](const Candidate &one) { return one.kind; })));
    for (const qsizetype index : printOrder()) {
        const auto i = static_cast<size_t>(index);
        const Score &score = m_outcome.scores[i];
        if (m_outcome.candidates[i].kind != kind)
            continue;
        const Identity &who = identity(index);
        // Warnings have a table of their own.
        made.rows.push_back({{score.inKind.rank, score.inKind.count},
                             who.name,
                             who.creditCode,
                             made.title,
                             who.town,
                             score.ranked,
                             score.bonus,
                             score.deduction,
                             score.total,
                             bandName(scheme, score),
                             remarks(index).decisions.join(QString())});
    }
    return made;
}

NoticeFigures::RankingList YearEndData::list(OrganizationKind kind, Ranking ranking, qint64 length) const
{
    NoticeFigures::RankingList made{
        tr("%1排行榜（%2）").arg(rankingName(ranking), kindName(kind)), kindName(kind), {}};
    const std::vector<Rank> &ranks = m_ranks[ranking].inKind;
    for (size_t i = 0; i < m_outcome.candidates.size(); ++i) {
        const bool listed = m_outcome.candidates[i].kind == kind && ranks[i].rank > 0;
        if (!listed || (length > 0 && ranks[i].rank > length))
            continue;
        const Identity &who = identity(static_cast<qsizetype>(i));
        made.entries.push_back(
            {ranks[i].rank, who.name, kindName(kind), who.town, m_outcome.scores[i].ranked[ranking]});
    }
    std::stable_sort(made.entries.begin(), made.entries.end(),
                     [](const auto &a, const auto &b) { return a.rank < b.rank; });
    return made;
}

NoticeFigures YearEndData::notice(const NoticeRequest &request) const
{
    const Scheme &scheme = *m_outcome.plan.scheme;
    NoticeFigures figures;
    figures.bureau = m_bureau;
    figures.number = request.number;
    figures.issuedOn = request.issuedOn;
    figures.year = m_outcome.year;
    figures.places = scheme.places;
    figures.basis = scheme.basis.isEmpty() ? u"《%1》"_s.arg(scheme.title)
                                           : tr("%1和《%2》").arg(scheme.basis, scheme.title);
    figures.publicFrom = request.publicFrom;
    figures.publicTo = request.publicTo;
    if (request.publicFrom.isValid() && request.publicTo.isValid())
        figures.workingDays = WorkCalendar::shipped()
                                  .workingDaysBetween(request.publicFrom.addDays(-1), request.publicTo)
                                  .count;
    figures.objectionsTo = request.objectionsTo;
    figures.tieRule = tieRule();
    figures.provenance = provenance();
    for (const OrganizationKind kind : allOf<OrganizationKind>()) {
        NoticeFigures::Scope scope{kindName(kind), 0, 0};
        for (size_t i = 0; i < m_outcome.candidates.size(); ++i) {
            if (m_outcome.candidates[i].kind != kind)
                continue;
            ++scope.all;
            scope.rated += m_outcome.scores[i].rated;
        }
        const bool asked = request.kinds.empty()
                               ? scope.rated > 0
                               : std::ranges::find(request.kinds, kind) != request.kinds.end();
        if (!asked)
            continue;
        figures.scopes.push_back(scope);
        figures.results.push_back(results(kind));
        for (const Ranking ranking : allOf<Ranking>())
            figures.rankings.push_back(list(kind, ranking, request.rankingLength));
        for (const qsizetype index : printOrder()) {
            const auto i = static_cast<size_t>(index);
            if (m_outcome.candidates[i].kind == kind && m_outcome.scores[i].warning == WarningLevel::Warning)
                figures.warned.push_back({name(index), town(index), m_outcome.scores[i].total,
                                          remarks(index).warnings.join(QString()), request.mendBy});
        }
    }
    return figures;
}

namespace {

/// Organizations by steps of a tenth of the full marks, and what lies above.
std::vector<SummaryFigures::Count> distributionOf(const EvaluationOutcome &outcome)
{
    const qint64 full = std::max<qint64>(outcome.plan.scheme->fullMarks.floor(), 10);
    const qint64 step = (full + 9) / 10;
    std::vector<qint64> counts(11);
    for (const Score &score : outcome.scores)
        if (score.rated)
            ++counts[static_cast<size_t>(std::clamp<qint64>(score.total.floor() / step, 0, 10))];
    std::vector<SummaryFigures::Count> made;
    for (size_t i = 0; i < counts.size(); ++i) {
        const qint64 from = static_cast<qint64>(i) * step;
        if (i < 10)
            made.push_back({u"%1–%2"_s.arg(from).arg(from + step), counts[i]});
        else if (counts[i] > 0)
            made.push_back({tr("%1 以上").arg(from), counts[i]});
    }
    // Steps below the lowest one reached say nothing.
    const auto first = std::ranges::find_if(made, [](const auto &count) { return count.count > 0; });
    made.erase(made.begin(), first);
    return made;
}

std::optional<Decimal> averageOf(Decimal sum, qint64 count, int places)
{
    const auto average = Decimal::quotient(sum, Decimal::fromInteger(count));
    return average ? std::optional(average->rounded(places)) : std::nullopt;
}

SummaryFigures::Kind kindSummary(const EvaluationOutcome &outcome, OrganizationKind kind)
{
    SummaryFigures::Kind made{kindName(kind), 0, 0, 0, {}, {}};
    Decimal sum, previous;
    qint64 hadPrevious = 0;
    for (size_t i = 0; i < outcome.candidates.size(); ++i) {
        if (outcome.candidates[i].kind != kind)
            continue;
        ++made.all;
        made.warned += outcome.scores[i].warning == WarningLevel::Warning;
        if (!outcome.scores[i].rated)
            continue;
        ++made.rated;
        sum += outcome.scores[i].total;
        if (outcome.candidates[i].previousTotal) {
            previous += *outcome.candidates[i].previousTotal;
            ++hadPrevious;
        }
    }
    made.average = averageOf(sum, made.rated, outcome.plan.scheme->places);
    made.previousAverage = averageOf(previous, hadPrevious, outcome.plan.scheme->places);
    return made;
}

} // namespace

SummaryFigures YearEndData::summary() const
{
    constexpr size_t mostWarned = 6, mostLeaders = 5, mostTowns = 16;
    const Scheme &scheme = *m_outcome.plan.scheme;
    SummaryFigures figures;
    figures.bureau = m_bureau;
    figures.year = m_outcome.year;
    figures.places = scheme.places;
    figures.provenance = provenance();
    for (const OrganizationKind kind : allOf<OrganizationKind>())
        if (auto made = kindSummary(m_outcome, kind); made.all > 0)
            figures.kinds.push_back(std::move(made));
    std::map<QString, qint64> towns;
    std::vector<qint64> bands(scheme.bands.size());
    std::vector<qsizetype> warned;
    for (size_t i = 0; i < m_outcome.candidates.size(); ++i) {
        const QString where = town(static_cast<qsizetype>(i));
        ++towns[where.isEmpty() ? tr("未填") : where];
        if (m_outcome.scores[i].band >= 0)
            ++bands[static_cast<size_t>(m_outcome.scores[i].band)];
        if (m_outcome.scores[i].warning == WarningLevel::Warning)
            warned.push_back(static_cast<qsizetype>(i));
    }
    for (const auto &[where, count] : towns)
        figures.towns.push_back({where, count});
    std::ranges::stable_sort(figures.towns, std::greater(), &SummaryFigures::Count::count);
    figures.towns.resize(std::min(figures.towns.size(), mostTowns));
    for (size_t b = 0; b < bands.size(); ++b)
        figures.bands.push_back({scheme.bands[b].name, bands[b]});
    figures.distribution = distributionOf(m_outcome);
    for (const Ranking ranking : allOf<Ranking>()) {
        // Over all kinds: the best by points, ties by the scheme's rule.
        const auto ranks = rankBy(m_outcome.plan, m_outcome.candidates, m_outcome.scores,
                                  [ranking](const Score &score) { return score.ranked[ranking]; });
        SummaryFigures::RankingList list{rankingName(ranking), {}};
        for (size_t i = 0; i < ranks.size(); ++i)
            if (ranks[i].rank > 0 && ranks[i].rank <= static_cast<qint64>(mostLeaders))
                list.leaders.push_back(
                    {ranks[i].rank, name(static_cast<qsizetype>(i)), m_outcome.scores[i].ranked[ranking]});
        std::ranges::stable_sort(list.leaders, {}, &SummaryFigures::Leader::rank);
        list.leaders.resize(std::min(list.leaders.size(), mostLeaders));
        figures.rankings.push_back(std::move(list));
    }
    std::ranges::stable_sort(
        warned, {}, [&](qsizetype index) { return m_outcome.scores[static_cast<size_t>(index)].total; });
    figures.warnedCount = static_cast<qint64>(warned.size());
    warned.resize(std::min(warned.size(), mostWarned));
    for (const qsizetype index : warned)
        figures.warned.push_back({name(index), m_outcome.scores[static_cast<size_t>(index)].total,
                                  remarks(index).warnings.join(QString())});
    return figures;
}

} // namespace core
