// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace core {

/// What to do with digits that do not fit.
enum class Rounding { Down, Up, HalfUp, HalfEven };

/// An exact decimal number with up to six places after the point: points, hours, ratios.
/// Range about ±9.2 · 10^12. Addition, subtraction and whole-number products are exact; a product or
/// quotient of two decimals says how it rounds. Never goes through floating point.
class Decimal
{
public:
    static constexpr qint64 one = 1'000'000; ///< Micro-units in 1.

    constexpr Decimal() = default;
    constexpr Decimal(int whole)
        : m_micro(whole * one)
    {}
    static constexpr Decimal fromMicro(qint64 micro)
    {
        Decimal d;
        d.m_micro = micro;
        return d;
    }
    static constexpr Decimal fromInteger(qint64 whole) { return fromMicro(whole * one); }

    /// Reads "12", "-0.05", "1,200.5" (half- or full-width). Empty when it is not a number, has more
    /// than six places, or is out of range.
    static std::optional<Decimal> fromString(QStringView text);

    constexpr qint64 micro() const { return m_micro; }
    constexpr bool isZero() const { return m_micro == 0; }

    /// Shortest exact form: "12", "0.05".
    QString toString() const;
    /// With exactly \a places (0–6) after the point, rounded half up: "12.0".
    QString toString(int places) const;

    /// Rounded to \a places (0–6) after the point.
    Decimal rounded(int places, Rounding rounding = Rounding::HalfUp) const;
    /// The largest whole number not above the value.
    qint64 floor() const;

    /// \a a × \a b, rounded at the sixth place.
    static Decimal product(Decimal a, Decimal b, Rounding rounding = Rounding::HalfUp);
    /// \a a ÷ \a b, rounded at the sixth place; empty when \a b is zero.
    static std::optional<Decimal> quotient(Decimal a, Decimal b, Rounding rounding = Rounding::HalfUp);

    /// \a a × \a b ÷ \a c, rounded once at the sixth place, half up; 0 when \a c is zero.
    static Decimal ratio(Decimal a, Decimal b, Decimal c);

    friend constexpr auto operator<=>(const Decimal &, const Decimal &) = default;
    friend constexpr Decimal operator+(Decimal a, Decimal b) { return fromMicro(a.m_micro + b.m_micro); }
    friend constexpr Decimal operator-(Decimal a, Decimal b) { return fromMicro(a.m_micro - b.m_micro); }
    friend constexpr Decimal operator-(Decimal a) { return fromMicro(-a.m_micro); }
    friend constexpr Decimal operator*(Decimal a, qint64 n) { return fromMicro(a.m_micro * n); }
    Decimal &operator+=(Decimal b) { return *this = *this + b; }
    Decimal &operator-=(Decimal b) { return *this = *this - b; }

private:
    qint64 m_micro = 0;
};

} // namespace core
