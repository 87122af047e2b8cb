// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/storedplaces.h"

#include "core/evaluation/evaluationresult.h"
#include "core/evaluation/ranking.h"
#include "core/record/codec.h"
#include "core/registry/organization.h"
#include "core/store/where.h"

namespace core {

namespace {

Decimal decimalFrom(const QVariant &value)
{
    Decimal decimal;
    (void)Codec<Decimal>::fromVariant(value, decimal);
    return decimal;
}

} // namespace

Result<StoredPlaces> placesAmong(const Store &store, const std::vector<TieKey> &keys, Query among,
                                 const QString &points)
{
    using R = EvaluationResult;
    among.where = Condition::all({among.where, where::is<&R::rated>(true)});
    among.sort.clear();
    among.columns = {path<&R::id>(), points, path<&R::bonus>(),
                     path<&R::organization, &Organization::registeredOn>()};
    const size_t firstRanking = among.columns.size();
    for (const Ranking ranking : allOf<Ranking>())
        among.columns.push_back(pointsField(ranking));
    CORE_ASSIGN(const std::vector<qint64> numbers, store.order(among));
    CORE_ASSIGN(const Rows answer, store.rowsOf(among, numbers));
    std::vector<Standing> standings;
    standings.reserve(numbers.size());
    for (const QVariantList &row : answer.rows) {
        Standing standing{decimalFrom(row.value(1)), {}, decimalFrom(row.value(2)), row.value(3).toDate()};
        for (const Ranking ranking : allOf<Ranking>())
            standing.ranked[ranking] = decimalFrom(row.value(qsizetype(firstRanking) + qsizetype(ranking)));
        standings.push_back(standing);
    }
    const std::vector<Rank> ranks = placesOf(keys, standings);
    StoredPlaces places;
    for (size_t i = 0; i < ranks.size(); ++i) {
        places.ofResult.insert(answer.rows.at(qsizetype(i)).value(0).toString(), ranks[i].rank);
        places.ofNumber.insert(numbers[i], ranks[i].rank);
    }
    return places;
}

} // namespace core
