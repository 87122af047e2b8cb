// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluationmodel.h"

#include "core/base/tr.h"
#include "core/record/codec.h"
#include "ui/widgets/celldelegate.h"

using namespace Qt::StringLiterals;

namespace ui {

using core::Decimal;
using core::tr;

namespace {

/// Columns of the query, in this order.
enum Asked {
    Id,
    Organization,
    OrganizationName,
    TownName,
    IsRated,
    TotalPoints,
    PartyPoints,
    StandardPoints,
    ServicePoints,
    Bonus,
    Deduction,
    PreviousTotal,
    BandName,
    Warning,
    StoredRank,
};

Decimal decimalOf(const QVariant &value)
{
    Decimal decimal;
    (void)core::Codec<Decimal>::fromVariant(value, decimal);
    return decimal;
}

/// “+2.0”, “−1.5”, “0”.
QString signedText(Decimal value, int places)
{
    if (value.isZero())
        return u"0"_s;
    return value > Decimal() ? u'+' + value.toString(places) : u'−' + (-value).toString(places);
}

} // namespace

EvaluationModel::EvaluationModel(core::Store &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{}

void EvaluationModel::setScope(const EvaluationScope &scope, const Maxima &maxima, int places)
{
    m_scope = scope;
    m_maxima = maxima;
    m_places = places;
    refresh();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void EvaluationModel::refresh()
{
    beginResetModel();
    m_windows.clear();
    m_placeOf.clear();
    const core::Result<qint64> count = m_store.count(m_scope.query());
    m_count = count ? int(*count) : 0;
    endResetModel();
    if (!count)
        Q_EMIT failed(count.error());
}

QString EvaluationModel::rankField() const
{
    // The stored places follow the scheme's rule for equal totals.
    if (m_scope.tag == core::Tag::None && !m_scope.kind.isEmpty() && m_scope.town.isEmpty())
        return u"rank_in_kind"_s;
    if (m_scope.tag == core::Tag::None && m_scope.kind.isEmpty() && !m_scope.town.isEmpty())
        return u"rank_in_town"_s;
    return {};
}

core::Query EvaluationModel::sorted() const
{
    core::Query query = m_scope.query();
    if (!m_sort.empty()) {
        query.sort = m_sort;
    } else {
        query.sort = {{u"rated"_s, true}};
        if (const QString stored = rankField(); !stored.isEmpty())
            query.sort.push_back({stored, false});
        query.sort.push_back({m_scope.points(), true});
    }
    query.sort.push_back({u"total"_s, true});
    query.sort.push_back({u"organization.name"_s, false});
    return query;
}

const EvaluationModel::Window *EvaluationModel::windowOf(int row) const
{
    const int number = row / windowRows;
    if (const Window *known = m_windows.object(number))
        return known;
    core::Query query = sorted();
    const QString rank = rankField();
    query.columns = {u"id"_s,
                     u"organization"_s,
                     u"organization.name"_s,
                     u"organization.town.name"_s,
                     u"rated"_s,
                     u"total"_s,
                     u"party_points"_s,
                     u"standard_points"_s,
                     u"service_points"_s,
                     u"bonus"_s,
                     u"deduction"_s,
                     u"previous_total"_s,
                     u"band"_s,
                     u"warning"_s};
    if (!rank.isEmpty())
        query.columns.push_back(rank);
    query.offset = qint64(number) * windowRows;
    query.limit = windowRows;
    auto *window = new Window;
    if (auto answer = m_store.run(query))
        window->rows = std::move(answer->rows);
    window->ranks = ranksOf(*window);
    m_windows.insert(number, window);
    return window;
}

std::vector<qint64> EvaluationModel::ranksOf(const Window &window) const
{
    const bool isStored = !rankField().isEmpty();
    if (!isStored && m_placeOf.isEmpty())
        countPlaces();
    const int column = m_scope.tag == core::Tag::Party      ? PartyPoints
                       : m_scope.tag == core::Tag::Service  ? ServicePoints
                       : m_scope.tag == core::Tag::Standard ? StandardPoints
                                                            : TotalPoints;
    std::vector<qint64> ranks;
    for (const QVariantList &row : window.rows) {
        if (!row.at(IsRated).toBool())
            ranks.push_back(0);
        else if (isStored)
            ranks.push_back(row.at(StoredRank).toLongLong());
        else
            ranks.push_back(m_placeOf.value(decimalOf(row.at(column)).micro()));
    }
    return ranks;
}

void EvaluationModel::countPlaces() const
{
    EvaluationScope everyone = m_scope;
    everyone.range.reset();
    core::Query query = everyone.query();
    query.where.parts.push_back(core::Condition::is(u"rated"_s, true));
    query.group = {m_scope.points()};
    query.measures = {{core::Measure::Kind::Count, {}, {}, u"organizations"_s}};
    query.sort = {{m_scope.points(), true}};
    qint64 place = 1; // equal points share it
    const core::Status counted = m_store.each(query, [&](const QVariantList &row) {
        m_placeOf.insert(decimalOf(row.at(0)).micro(), place);
        place += row.at(1).toLongLong();
        return true;
    });
    if (!counted)
        m_placeOf.insert(0, 0); // shown without places; the list itself tells the error
}

QString EvaluationModel::organizationAt(int row) const
{
    if (row < 0 || row >= m_count)
        return {};
    const Window *window = windowOf(row);
    const size_t at = size_t(row % windowRows);
    return at < window->rows.size() ? window->rows[at].at(Organization).toString() : QString();
}

QString EvaluationModel::resultAt(int row) const
{
    if (row < 0 || row >= m_count)
        return {};
    const Window *window = windowOf(row);
    const size_t at = size_t(row % windowRows);
    return at < window->rows.size() ? window->rows[at].at(Id).toString() : QString();
}

int EvaluationModel::rowOf(const QString &organization, int most) const
{
    for (int row = 0; row < std::min(m_count, most); ++row) {
        if (organizationAt(row) == organization)
            return row;
    }
    return -1;
}

int EvaluationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

std::optional<Decimal> EvaluationModel::changeOf(const QVariantList &row) const
{
    if (!row.at(IsRated).toBool() || row.at(PreviousTotal).isNull())
        return {};
    return decimalOf(row.at(TotalPoints)) - decimalOf(row.at(PreviousTotal));
}

QVariant EvaluationModel::textOf(const QVariantList &row, qint64 rank, int column) const
{
    if (!row.at(IsRated).toBool() && column != Name && column != Town)
        return column == Band ? QVariant(tr("不参评")) : QVariant(column == Rank ? QString() : u"—"_s);
    const auto points = [&](int at) { return decimalOf(row.at(at)).toString(m_places); };
    switch (column) {
    case Rank: return rank > 0 ? QVariant(rank) : QVariant();
    case Name: return row.at(OrganizationName);
    case Town: return row.at(TownName);
    case Party: return points(PartyPoints);
    case Standard: return points(StandardPoints);
    case Service: return points(ServicePoints);
    case Extra: return signedText(decimalOf(row.at(Bonus)) - decimalOf(row.at(Deduction)), m_places);
    case Total: return points(TotalPoints);
    case Band: return row.at(BandName);
    case Change: {
        const std::optional<Decimal> change = changeOf(row);
        if (!change || change->isZero())
            return u"—"_s;
        return (*change > Decimal() ? u"↑"_s + change->toString(m_places)
                                    : u"↓"_s + (-*change).toString(m_places));
    }
    default: return {};
    }
}

QVariant EvaluationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_count)
        return {};
    const Window *window = windowOf(index.row());
    const size_t at = size_t(index.row() % windowRows);
    if (at >= window->rows.size())
        return {};
    const QVariantList &row = window->rows[at];
    const int column = index.column();
    const QString warning = row.at(Warning).toString();
    switch (role) {
    case Qt::DisplayRole: return textOf(row, window->ranks[at], column);
    case Qt::TextAlignmentRole:
        return column == Name || column == Town || column == Band || column == Change
                   ? QVariant()
                   : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (column == Change) {
            const std::optional<Decimal> change = changeOf(row);
            if (!change)
                return tr("上年没有成绩，无法比较");
            return change->isZero()      ? tr("与上年相同")
                   : *change > Decimal() ? tr("比上年增加 %1 分").arg(change->toString(m_places))
                                         : tr("比上年减少 %1 分").arg((-*change).toString(m_places));
        }
        if (column == Band)
            return warning == "warning"_L1 ? tr("%1 · 预警").arg(row.at(BandName).toString())
                   : warning == "watch"_L1 ? tr("%1 · 关注").arg(row.at(BandName).toString())
                                           : QVariant();
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
            return int(warning == "warning"_L1 ? Tone::Late
                       : warning == "watch"_L1 ? Tone::Soon
                                               : Tone::Neutral);
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
    if (role == Qt::TextAlignmentRole)
        return int((section == Name || section == Town || section == Band || section == Change
                        ? Qt::AlignLeft
                        : Qt::AlignRight) |
                   Qt::AlignVCenter);
    const auto withMaximum = [&](const QString &name, core::Tag tag) {
        const Decimal most = m_maxima[size_t(tag)];
        return most.isZero() ? name : name + u' ' + most.toString();
    };
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Rank:
            return rankField() == "rank_in_kind"_L1   ? tr("同类组织中的名次")
                   : rankField() == "rank_in_town"_L1 ? tr("本镇街的名次")
                                                      : tr("按所选分数在当前名单中的名次，同分同名次");
        case Party: return core::tagName(core::Tag::Party);
        case Standard: return core::tagName(core::Tag::Standard);
        case Service: return core::tagName(core::Tag::Service);
        case Extra: return tr("加分减扣分");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Rank: return tr("名次");
    case Name: return tr("名称");
    case Town: return tr("镇街");
    case Party: return withMaximum(tr("党建"), core::Tag::Party);
    case Standard: return withMaximum(tr("规范"), core::Tag::Standard);
    case Service: return withMaximum(tr("服务"), core::Tag::Service);
    case Extra: return tr("加减");
    case Total: return tr("总分");
    case Band: return tr("等次");
    case Change: return tr("较上年");
    default: return {};
    }
}

void EvaluationModel::sort(int column, Qt::SortOrder order)
{
    const bool descending = order == Qt::DescendingOrder;
    static constexpr const char *fields[ColumnCount] = {nullptr,
                                                        "organization.name",
                                                        "organization.town.name",
                                                        "party_points",
                                                        "standard_points",
                                                        "service_points",
                                                        "bonus",
                                                        "total",
                                                        "total",
                                                        nullptr};
    m_sort.clear();
    if (column >= 0 && column < ColumnCount && fields[column])
        m_sort.push_back({QString::fromLatin1(fields[column]), descending});
    refresh();
}

} // namespace ui
