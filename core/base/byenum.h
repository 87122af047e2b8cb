// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace core {

namespace detail {

/// Whether an enumerator has this value. Compilers write one by its name, and a value without one as a cast:
/// “(Kind)5”.
template<auto value>
constexpr bool isEnumerator()
{
#ifdef __clang__
    constexpr std::string_view assignment = "value = ";
#else
    constexpr std::string_view assignment = "auto value = ";
#endif
    constexpr std::string_view signature = __PRETTY_FUNCTION__;
    constexpr size_t at = signature.find(assignment);
    static_assert(at != std::string_view::npos, "this compiler writes signatures in another way");
    constexpr std::string_view written = signature.substr(at + assignment.size());
    constexpr size_t cast = written.rfind(')'); // an unnamed namespace is written in brackets too
    constexpr char next = cast == std::string_view::npos ? ':' : written[cast + 1];
    return next != '-' && (next < '0' || next > '9');
}

template<typename E, size_t count = 0>
constexpr size_t countEnumerators()
{
    if constexpr (isEnumerator<E(count)>())
        return countEnumerators<E, count + 1>();
    else
        return count;
}

} // namespace detail

/// How many enumerators E has: asked of the compiler, so that nothing sized by it can be forgotten when one
/// is added. They are numbered from 0 without gaps, as those of choicesOf() are.
template<typename E>
requires std::is_enum_v<E>
inline constexpr size_t enumCount = detail::countEnumerators<E>();

/// Every enumerator, in order.
template<typename E>
constexpr std::array<E, enumCount<E>> allOf()
{
    std::array<E, enumCount<E>> all{};
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = E(i);
    return all;
}

/// One value for each enumerator of E, found by it: an array that cannot be too short.
template<typename E, typename T>
class ByEnum
{
public:
    constexpr ByEnum() = default;
    /// The same value for all.
    constexpr explicit ByEnum(const T &value) { m_values.fill(value); }

    constexpr T &operator[](E key) { return m_values[size_t(key)]; }
    constexpr const T &operator[](E key) const { return m_values[size_t(key)]; }

    constexpr auto begin() { return m_values.begin(); }
    constexpr auto end() { return m_values.end(); }
    constexpr auto begin() const { return m_values.begin(); }
    constexpr auto end() const { return m_values.end(); }

    friend bool operator==(const ByEnum &, const ByEnum &) = default;

private:
    std::array<T, enumCount<E>> m_values{};
};

} // namespace core
