// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Queries whose paths are members and whose values are C++: a renamed field or a value of another type does
// not compile. Each makes the same data that is read from JSON (core/store/query.h).
#pragma once

#include "core/record/path.h"
#include "core/store/query.h"

#include <concepts>

namespace core {

namespace detail {

/// A value of a field as a condition writes it.
QVariant conditionValue(Kind kind, const QVariant &value);
Condition withValues(Condition::Op op, const QString &path, QVariantList values);
Query typed(const RecordType &type, Condition where);

/// What a field is compared with: of several choices one of them.
template<typename T>
struct ComparedWith
{
    using Type = T;
};
template<typename E>
struct ComparedWith<ChoiceSet<E>>
{
    using Type = E;
};
template<>
struct ComparedWith<LongText>
{
    using Type = QString;
};
template<auto... M>
using Compared = typename ComparedWith<PathValue<M...>>::Type;

template<typename V, typename T>
concept SameValue = std::same_as<V, T> ||
    (std::same_as<T, qint64> &&std::integral<V> && !std::same_as<V, bool> && !std::same_as<V, char16_t>);
template<typename T>
concept Ordered = std::same_as<T, qint64> || std::same_as<T, Decimal> || std::same_as<T, Money> ||
    std::same_as<T, QDate> || std::same_as<T, QDateTime>;
template<typename T>
concept Dated = std::same_as<T, QDate> || std::same_as<T, qint64>; // a whole number is a year

template<typename T, typename V>
QVariant operand(const V &value)
{
    return conditionValue(Codec<T>::kind, Codec<T>::toVariant(T(value)));
}
template<typename T, typename Values>
QVariantList operands(const Values &values)
{
    QVariantList all;
    for (const auto &value : values)
        all.append(operand<T>(value));
    return all;
}

} // namespace detail

/// Conditions: where::is<&Organization::status>(OrganizationStatus::Active).
namespace where {

template<auto... M, typename V>
requires detail::SameValue<V, detail::Compared<M...>> Condition is(const V &value)
{
    return detail::withValues(Condition::Op::Is, path<M...>(),
                              {detail::operand<detail::Compared<M...>>(value)});
}

/// Equal to one of the values; a field of several choices has one of them.
template<auto... M>
Condition oneOf(std::initializer_list<detail::Compared<M...>> values)
{
    return detail::withValues(Condition::Op::OneOf, path<M...>(),
                              detail::operands<detail::Compared<M...>>(values));
}
template<auto... M, typename Values>
requires detail::SameValue<typename Values::value_type, detail::Compared<M...>>
    Condition oneOf(const Values &values)
{
    return detail::withValues(Condition::Op::OneOf, path<M...>(),
                              detail::operands<detail::Compared<M...>>(values));
}

/// Below, AtMost, Above or AtLeast the value.
template<auto... M, typename V>
requires detail::Ordered<PathValue<M...>> && detail::SameValue<V, PathValue<M...>>
    Condition below(const V &value)
{
    return detail::withValues(Condition::Op::Below, path<M...>(), {detail::operand<PathValue<M...>>(value)});
}
template<auto... M, typename V>
requires detail::Ordered<PathValue<M...>> && detail::SameValue<V, PathValue<M...>>
    Condition atMost(const V &value)
{
    return detail::withValues(Condition::Op::AtMost, path<M...>(), {detail::operand<PathValue<M...>>(value)});
}
template<auto... M, typename V>
requires detail::Ordered<PathValue<M...>> && detail::SameValue<V, PathValue<M...>>
    Condition above(const V &value)
{
    return detail::withValues(Condition::Op::Above, path<M...>(), {detail::operand<PathValue<M...>>(value)});
}
template<auto... M, typename V>
requires detail::Ordered<PathValue<M...>> && detail::SameValue<V, PathValue<M...>>
    Condition atLeast(const V &value)
{
    return detail::withValues(Condition::Op::AtLeast, path<M...>(),
                              {detail::operand<PathValue<M...>>(value)});
}

template<auto... M>
requires std::same_as<detail::Compared<M...>, QString> Condition contains(const QString &text)
{
    return detail::withValues(Condition::Op::Contains, path<M...>(), {text});
}
template<auto... M>
requires std::same_as<detail::Compared<M...>, QString> Condition startsWith(const QString &text)
{
    return detail::withValues(Condition::Op::StartsWith, path<M...>(), {text});
}

/// Nothing is entered, or something is.
template<auto... M>
Condition empty()
{
    return Condition::empty(path<M...>());
}
template<auto... M>
Condition filled()
{
    return Condition::no(Condition::empty(path<M...>()));
}

/// Some record of which \a related holds refers to this one by the path, which begins at it:
/// where::exists<&Inspection::organization>(where::is<&Inspection::year>(2025)). \a window: and is of these
/// dates.
template<auto... M>
Condition exists(const Condition &related = {}, std::optional<DateWindow> window = {})
{
    Query query = detail::typed(recordType<PathRoot<M...>>(), related);
    query.window = std::move(window);
    return Condition::exists(std::move(query), path<M...>());
}

} // namespace where

/// A query for records of R.
template<typename R>
Query queryOf(const Condition &where = {})
{
    return detail::typed(recordType<R>(), where);
}

/// True when \a query is for records of R.
template<typename R>
bool isQueryOf(const Query &query)
{
    return findRecordType(query.type) == &recordType<R>();
}

template<auto... M>
SortKey ascending()
{
    return {path<M...>(), false};
}
template<auto... M>
SortKey descending()
{
    return {path<M...>(), true};
}

/// The date, or the year, lies within [from, to]; an invalid end is open.
template<auto... M>
requires detail::Dated<PathValue<M...>> DateWindow within(QDate from, QDate to)
{
    return {path<M...>(), from, to, {}, {}};
}
/// The same in whole years counted from that of the query.
template<auto... M>
requires detail::Dated<PathValue<M...>> DateWindow withinYears(int from, int to)
{
    return {path<M...>(), {}, {}, from, to};
}

/// Groups of a date by its part.
template<auto... M>
requires std::same_as<PathValue<M...>, QDate> QString byYear()
{
    return path<M...>() + QLatin1StringView(":year");
}
template<auto... M>
requires std::same_as<PathValue<M...>, QDate> QString byMonth()
{
    return path<M...>() + QLatin1StringView(":month");
}

/// One figure over a group, in a column of the answer named \a name.
inline Measure countAs(const QString &name, Condition where = {})
{
    return {Measure::Kind::Count, {}, {}, name, std::move(where)};
}
template<auto... M>
Measure measureAs(Measure::Kind kind, const QString &name)
{
    return {kind, path<M...>(), {}, name};
}

} // namespace core
