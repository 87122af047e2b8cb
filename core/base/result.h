// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace core {

/// Why an operation failed. Wrong input in a form or a sheet is not an Error but a list of Problems.
struct Error
{
    enum class Code {
        InvalidInput, ///< What was asked makes no sense: an unknown field, a wrong argument.
        NotFound,     ///< The record, file or entry does not exist.
        Conflict,     ///< Somebody changed it in between, or it would stand twice.
        Storage,      ///< The database or the disk refused.
        FileFormat,   ///< A file is not what it should be.
        ReadOnly,     ///< The file may not be written from here.
        Busy,         ///< Another program is writing the file.
        Cancelled,    ///< The user stopped it.
        Damaged,      ///< The inside of a data file is broken, as a bad disk leaves it.
    };
    Code code = Code::InvalidInput;
    QString text;   ///< For the clerk: what happened, what it means, what to do. No SQL, no driver text.
    QString detail; ///< For the log: driver text, statement, file. Never personal data.
};

/// A value, or the reason there is none.
template<typename T = std::monostate>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {}

    explicit operator bool() const noexcept { return m_state.index() == 0; }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    /// By value: a loop over `*f()` would otherwise walk through what has been destroyed.
    T operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success, or the reason why not.
using Status = Result<>;

/// Success.
inline Status ok()
{
    return std::monostate();
}

} // namespace core

#define CORE_CONCAT_(a, b) a##b
#define CORE_CONCAT(a, b) CORE_CONCAT_(a, b)

// NOLINTBEGIN(bugprone-macro-parentheses): tried is a name, target may be a declaration
#define CORE_TRY_(tried, expr)                                                                               \
    do {                                                                                                     \
        if (auto &&tried = (expr); !tried)                                                                   \
            return tried.error();                                                                            \
    } while (false)

/// Returns the error of \a expr from the enclosing function, if it has one. In \a expr may stand a lambda
/// that does the same.
#define CORE_TRY(expr) CORE_TRY_(CORE_CONCAT(tried_, __COUNTER__), expr)

/// Puts the value of \a expr into \a target (a declaration or an lvalue), or returns its error.
#define CORE_ASSIGN(target, expr)                                                                            \
    auto CORE_CONCAT(assigned_, __LINE__) = (expr);                                                          \
    if (!CORE_CONCAT(assigned_, __LINE__))                                                                   \
        return CORE_CONCAT(assigned_, __LINE__).error();                                                     \
    target = *std::move(CORE_CONCAT(assigned_, __LINE__))
// NOLINTEND(bugprone-macro-parentheses)
