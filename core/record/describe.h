// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/path.h"

#include <cstdlib>

namespace core {

namespace detail {

template<typename T>
struct ChoicesIn
{
    static std::span<const Choice> get() { return {}; }
};
template<ChoiceEnum E>
struct ChoicesIn<E>
{
    static std::span<const Choice> get() { return choicesOf(E()); }
};
template<ChoiceEnum E>
struct ChoicesIn<ChoiceSet<E>>
{
    static std::span<const Choice> get() { return choicesOf(E()); }
};

template<typename T>
struct Target
{
    static constexpr const RecordType &(*get)() = nullptr;
};
template<typename T>
struct Target<Id<T>>
{
    static constexpr const RecordType &(*get)() = &recordType<T>;
};

/// Converts to anything, to count the members of an aggregate.
struct Anything
{
    template<typename T>
    [[noreturn]] operator T() const
    {
        std::abort(); // only ever named in unevaluated expressions
    }
};

template<typename R, typename... A>
constexpr size_t memberCount()
{
    if constexpr (requires { R{A()..., Anything()}; })
        return memberCount<R, A..., Anything>();
    else
        return sizeof...(A);
}

} // namespace detail

/// Describes the member \a M: field<&Organization::name>("name", "名称", …).
template<auto M>
Field field(const char *key, const char *label, FieldTraits traits = {})
{
    using Record = detail::RecordOf<M>;
    using Type = typename detail::Member<decltype(M)>::Type;
    using Bare = detail::BareTypeOf<M>;
    return {
        key,
        label,
        std::move(traits),
        Codec<Type>::kind,
        Codec<Type>::nullable,
        detail::ChoicesIn<Bare>::get(),
        detail::Target<Bare>::get,
        [](const void *r) { return Codec<Type>::toVariant(static_cast<const Record *>(r)->*M); },
        [](void *r, const QVariant &v) { return Codec<Type>::fromVariant(v, static_cast<Record *>(r)->*M); },
        &detail::memberTag<M>};
}

/// Describes the id of R, which is always the first field.
template<typename R>
Field idField()
{
    Field id = field<&R::id>("id", "编号", {.readOnly = true});
    id.target = nullptr; // its own id refers to nothing
    return id;
}

/// Describes the plain struct T. Leave no member out: state their number as \a Members.
template<typename T, size_t Members, std::vector<Problem> (*Check)(const T &) = nullptr>
Description describe(std::vector<Field> fields)
{
    static_assert(detail::memberCount<T>() == Members, "describe the new member, then correct this number");
    Q_ASSERT(fields.size() == Members);
    Description description{std::move(fields)};
    if constexpr (Check != nullptr)
        description.check = [](const void *r) { return Check(*static_cast<const T *>(r)); };
    description.create = [] { return std::static_pointer_cast<void>(std::make_shared<T>()); };
    return description;
}

/// Describes the record R, as describe() does.
template<typename R, size_t Members, std::vector<Problem> (*Check)(const R &) = nullptr>
RecordType record(const char *key, const char *title, RecordTraits traits, std::vector<Field> fields)
{
    return {describe<R, Members, Check>(std::move(fields)), key, title, std::move(traits)};
}

} // namespace core
