// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/recordtype.h"

#include <initializer_list>
#include <type_traits>

namespace core {

namespace detail {

template<typename M>
struct Member;
template<typename R, typename T>
struct Member<T R::*>
{
    using Record = R;
    using Type = T;
};

template<auto M>
using RecordOf = typename Member<decltype(M)>::Record;

template<typename T>
struct Bare
{
    using Type = T;
};
template<typename T>
struct Bare<std::optional<T>>
{
    using Type = T;
};

/// The type of a member; of an optional one what it holds.
template<auto M>
using BareTypeOf = typename Bare<typename Member<decltype(M)>::Type>::Type;

/// Its address stands for the member M: a Field carries it, and a path finds its field by it.
template<auto M>
inline constexpr char memberTag{};

/// True when each member is a reference to the record that the next one belongs to.
template<auto First, auto... Rest>
inline constexpr bool isPath = true;
template<auto First, auto Second, auto... Rest>
inline constexpr bool isPath<First, Second, Rest...> =
    std::is_same_v<BareTypeOf<First>, Id<RecordOf<Second>>> &&isPath<Second, Rest...>;

template<auto First, auto... Rest>
struct Ends
{
    using Root = RecordOf<First>;
    using Type = typename Ends<Rest...>::Type;
};
template<auto Only>
struct Ends<Only>
{
    using Root = RecordOf<Only>;
    using Type = BareTypeOf<Only>;
};

const Field &fieldWithTag(const RecordType &type, const char *tag);
QString joinedKeys(std::initializer_list<const Field *> fields);

} // namespace detail

/// The record that a path begins at, and the type of the value it leads to (without std::optional).
template<auto... M>
using PathRoot = typename detail::Ends<M...>::Root;
template<auto... M>
using PathValue = typename detail::Ends<M...>::Type;

/// The description of a member. Not to be called while the description of its record is being made.
template<auto M>
const Field &fieldOf()
{
    static const Field &field =
        detail::fieldWithTag(recordType<detail::RecordOf<M>>(), &detail::memberTag<M>);
    return field;
}

/// The path to a field, as queries, lists and sheets name it: path<&Grade::organization,
/// &Organization::status>() is "organization.status". Every member but the last is a reference to the record
/// of the next one, or it does not compile; a renamed member does not compile either. As fieldOf(): not
/// inside a description, which takes &path<…> instead (PathFunction).
template<auto... M>
const QString &path()
{
    static_assert(detail::isPath<M...>, "each member but the last must refer to the record of the next one");
    static const QString text = detail::joinedKeys({&fieldOf<M>()...});
    return text;
}

/// A path whose text is made when it is first asked for: what descriptions hold, so that one type can name a
/// path through another while neither is finished.
using PathFunction = const QString &(*)();

} // namespace core
