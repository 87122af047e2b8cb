// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluationmodel.h"

#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/store/where.h"
#include "ui/models/scorecolumns.h"
#include "ui/widgets/celldelegate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::Decimal;

namespace {

using Ranked = core::EvaluationResult;

/// Columns of the query, in this order.
enum QueryColumn {
    Id,
    Organization,
    OrganizationName,
    TownName,
    IsRated,
    TotalPoints,
    FirstPoints, ///< Of the rankings, one after another.
    Bonus = FirstPoints + int(core::enumCount<core::Ranking>),
    Deduction,
    PreviousTotal,
    BandName,
    Warning,
    StoredRank,
};

const QString &townName()
{
    return core::path<&Ranked::organization, &core::Organization::town, &core::Division::name>();
}

int pointsAt(core::Ranking ranking)
{
    return FirstPoints + int(ranking);
}

/// “+2.0”, “−1.5”, “0”.
QString signedText(Decimal value, int places)
{
    if (value.isZero())
        return u"0"_s;
    return value > Decimal() ? u'+' + value.toString(places) : u'−' + (-value).toString(places);
}

} // namespace

std::optional<core::Ranking> EvaluationModel::rankingIn(int column)
{
    if (column < FirstRanking || column >= Extra)
        return {};
    return core::Ranking(column - FirstRanking);
}

EvaluationModel::EvaluationModel(core::Store &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_questions(store)
{
    connect(&m_rows, &RowWindows::failed, this, &EvaluationModel::failed);
    connect(&m_rows, &RowWindows::filled, this, [this](int first, int last) {
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
        Q_EMIT filled();
    });
}

void EvaluationModel::setScope(const EvaluationScope &scope, const Maxima &maxima, const core::Scheme &scheme)
{
    m_wanted.scope = scope;
    m_wanted.maxima = maxima;
    m_wanted.places = scheme.places;
    m_wanted.tieKeys = scheme.tieKeys;
    ask();
}

core::Result<EvaluationModel::Counts> EvaluationModel::read(const core::Store &store, const Shown &wanted)
{
    Counts counts;
    EvaluationScope everyone = wanted.scope;
    everyone.range.reset();
    CORE_ASSIGN(std::vector<qint64> order, store.order(wanted.sorted()));
    counts.everyone = qint64(order.size());
    if (wanted.scope.range) {
        CORE_ASSIGN(counts.everyone, store.count(everyone.query()));
    }
    if (wanted.rankField().isEmpty()) {
        CORE_ASSIGN(counts.places,
                    core::placesAmong(store, wanted.tieKeys, everyone.query(), wanted.scope.points()));
        if (wanted.sort.empty())
            wanted.sortByPlace(order, counts.places);
    }
    counts.order = std::make_shared<const std::vector<qint64>>(std::move(order));
    CORE_ASSIGN(counts.windows, RowWindows::read(store, wanted.fetch(), counts.order, {0}));
    return counts;
}

void EvaluationModel::Shown::sortByPlace(std::vector<qint64> &order, const core::StoredPlaces &places) const
{
    std::stable_sort(order.begin(), order.end(), [&](qint64 a, qint64 b) {
        const qint64 placeOfA = places.ofNumber.value(a);
        const qint64 placeOfB = places.ofNumber.value(b);
        if (placeOfA == 0 || placeOfB == 0) // those without a place come last, from either end
            return placeOfA != 0 && placeOfB == 0;
        return isLastFirst ? placeOfA > placeOfB : placeOfA < placeOfB;
    });
}

void EvaluationModel::ask()
{
    m_questions.ask<Counts>(
        Counting, [wanted = m_wanted](const core::Store &store) { return read(store, wanted); },
        [this, wanted = m_wanted](core::Result<Counts> counts) {
            if (!counts) {
                Q_EMIT failed(counts.error());
                return;
            }
            beginResetModel();
            m_shown = wanted;
            m_everyone = counts->everyone;
            m_places = std::move(counts->places);
            m_rows.set(std::move(counts->order), wanted.fetch(), std::move(counts->windows));
            endResetModel();
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
            Q_EMIT counted();
        },
        StoreQuestions::Wait::Briefly);
}

QString EvaluationModel::Shown::rankField() const
{
    // The stored places follow the scheme's rule for equal totals.
    if (!scope.ranking && !scope.kind.isEmpty() && scope.town.isEmpty())
        return core::path<&Ranked::rankInKind>();
    if (!scope.ranking && scope.kind.isEmpty() && !scope.town.isEmpty())
        return core::path<&Ranked::rankInTown>();
    return {};
}

core::Query EvaluationModel::Shown::sorted() const
{
    core::Query query = scope.query();
    if (!sort.empty()) {
        query.sort = sort;
    } else {
        query.sort = {core::descending<&Ranked::rated>()};
        if (const QString stored = rankField(); !stored.isEmpty())
            query.sort.push_back({stored, isLastFirst});
        query.sort.push_back({scope.points(), !isLastFirst});
    }
    query.sort.push_back(core::descending<&Ranked::total>());
    query.sort.push_back(core::ascending<&Ranked::rankInKind>()); // equal totals: as the scheme ranks them
    query.sort.push_back(core::ascending<&Ranked::organization, &core::Organization::name>());
    return query;
}

RowWindows::Fetch EvaluationModel::Shown::fetch() const
{
    core::Query query = scope.query();
    query.columns = {core::path<&Ranked::id>(),
                     core::path<&Ranked::organization>(),
                     core::path<&Ranked::organization, &core::Organization::name>(),
                     townName(),
                     core::path<&Ranked::rated>(),
                     core::path<&Ranked::total>()};
    for (const core::Ranking ranking : core::allOf<core::Ranking>())
        query.columns.push_back(core::pointsField(ranking));
    for (const QString &key :
         {core::path<&Ranked::bonus>(), core::path<&Ranked::deduction>(),
          core::path<&Ranked::previousTotal>(), core::path<&Ranked::band>(), core::path<&Ranked::warning>()})
        query.columns.push_back(key);
    if (const QString rank = rankField(); !rank.isEmpty())
        query.columns.push_back(rank);
    return
        [query](const core::Store &store, std::span<const qint64> numbers) -> core::Result<RowWindows::Rows> {
            CORE_ASSIGN(core::Rows answer, store.rowsOf(query, numbers));
            return std::move(answer.rows);
        };
}

qint64 EvaluationModel::rankOf(const QVariantList &row) const
{
    if (!row.at(IsRated).toBool())
        return 0;
    if (!m_shown.rankField().isEmpty())
        return row.at(StoredRank).toLongLong();
    return m_places.ofResult.value(row.at(Id).toString());
}

QString EvaluationModel::organizationAt(int row) const
{
    const QVariantList *values = m_rows.row(row);
    return values ? values->at(Organization).toString() : QString();
}

QString EvaluationModel::resultAt(int row) const
{
    const QVariantList *values = m_rows.row(row);
    return values ? values->at(Id).toString() : QString();
}

int EvaluationModel::rowOf(const QString &organization) const
{
    return m_rows.find(Organization, organization);
}

int EvaluationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.count());
}

std::optional<Decimal> EvaluationModel::changeOf(const QVariantList &row) const
{
    if (!row.at(IsRated).toBool() || row.at(PreviousTotal).isNull())
        return {};
    return decimalOf(row.at(TotalPoints)) - decimalOf(row.at(PreviousTotal));
}

QVariant EvaluationModel::textOf(const QVariantList &row, int column) const
{
    if (!row.at(IsRated).toBool() && column != Name && column != Town)
        return column == Band ? QVariant(core::tr("不参评")) : QVariant(column == Rank ? QString() : u"—"_s);
    const auto points = [&](int at) { return decimalOf(row.at(at)).toString(m_shown.places); };
    if (const auto ranking = rankingIn(column))
        return points(pointsAt(*ranking));
    switch (column) {
    case Rank: {
        const qint64 rank = rankOf(row);
        return rank > 0 ? QVariant(rank) : QVariant();
    }
    case Name: return row.at(OrganizationName);
    case Town: return row.at(TownName);
    case Extra: return signedText(decimalOf(row.at(Bonus)) - decimalOf(row.at(Deduction)), m_shown.places);
    case Total: return points(TotalPoints);
    case Band: return row.at(BandName);
    case Change: {
        const std::optional<Decimal> change = changeOf(row);
        if (!change || change->isZero())
            return u"—"_s;
        return (*change > Decimal() ? u"↑"_s + change->toString(m_shown.places)
                                    : u"↓"_s + (-*change).toString(m_shown.places));
    }
    default: return {};
    }
}

QVariant EvaluationModel::data(const QModelIndex &index, int role) const
{
    const QVariantList *values = index.isValid() ? m_rows.row(index.row()) : nullptr;
    if (!values)
        return {};
    const QVariantList &row = *values;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return textOf(row, column);
    case Qt::TextAlignmentRole:
        return column == Name || column == Town || column == Band || column == Change
                   ? QVariant()
                   : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (column == Change) {
            const std::optional<Decimal> change = changeOf(row);
            if (!change)
                return core::tr("上年没有成绩，无法比较");
            return change->isZero() ? core::tr("与上年相同")
                   : *change > Decimal()
                       ? core::tr("比上年增加 %1 分").arg(change->toString(m_shown.places))
                       : core::tr("比上年减少 %1 分").arg((-*change).toString(m_shown.places));
        }
        if (column == Band) {
            const core::WarningLevel level = warningLevelOf(row.at(Warning));
            return level == core::WarningLevel::None
                       ? QVariant()
                       : core::tr("%1 · %2").arg(row.at(BandName).toString(), core::choiceLabel(level));
        }
        return column == Name ? row.at(OrganizationName) : QVariant();
    case LookRole:
        switch (column) {
        case Town: return int(CellLook::Secondary);
        case Total: return int(CellLook::Strong);
        case Band:
        case Change: return int(CellLook::Coloured);
        default: return {};
        }
    case ToneRole:
        if (column == Band && row.at(IsRated).toBool())
            return int(toneOf(warningLevelOf(row.at(Warning))));
        if (column == Change) {
            const std::optional<Decimal> change = changeOf(row);
            if (change && !change->isZero())
                return int(*change > Decimal() ? Tone::Fine : Tone::Late);
        }
        return {};
    default: return {};
    }
}

QVariant EvaluationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == UnsortedRole) // differences, which the store does not hold
        return section == Extra || section == Change;
    if (role == Qt::TextAlignmentRole)
        return int((section == Name || section == Town || section == Band || section == Change
                        ? Qt::AlignLeft
                        : Qt::AlignRight) |
                   Qt::AlignVCenter);
    if (const auto ranking = rankingIn(section)) {
        if (role == Qt::ToolTipRole)
            return core::rankingName(*ranking);
        const Decimal most = m_shown.maxima[*ranking];
        const QString name = core::rankingShortName(*ranking);
        return role != Qt::DisplayRole ? QVariant() : most.isZero() ? name : name + u' ' + most.toString();
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Rank:
            return m_shown.rankField() == core::path<&Ranked::rankInKind>() ? core::tr("同类组织中的名次")
                   : m_shown.rankField() == core::path<&Ranked::rankInTown>()
                       ? core::tr("本镇街的名次")
                       : core::tr("按所选分数在当前名单中的名次，同分按方案的规则比较，仍相同的名次相同");
        case Extra: return core::tr("加分减扣分");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Rank: return core::tr("名次");
    case Name: return core::tr("名称");
    case Town: return core::tr("镇街");
    case Extra: return core::tr("加减");
    case Total: return core::tr("总分");
    case Band: return core::tr("等次");
    case Change: return core::tr("较上年");
    default: return {};
    }
}

void EvaluationModel::sort(int column, Qt::SortOrder order)
{
    const bool descending = order == Qt::DescendingOrder;
    const auto field = [column]() -> QString {
        if (const auto ranking = rankingIn(column))
            return core::pointsField(*ranking);
        switch (column) {
        case Name: return core::path<&Ranked::organization, &core::Organization::name>();
        case Town: return townName();
        case Total:
        case Band: return core::path<&Ranked::total>();
        default: return {};
        }
    }();
    m_wanted.sort.clear();
    m_wanted.isLastFirst = column == Rank && descending;
    if (!field.isEmpty())
        m_wanted.sort.push_back({field, descending});
    ask();
}

} // namespace ui
