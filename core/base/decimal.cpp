// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include "core/base/writtennumber.h"

namespace core {

namespace {

__extension__ using Wide = __int128;

constexpr qint64 powersOfTen[] = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

/// \a n ÷ \a d for d > 0, rounded.
Wide divideRounded(Wide n, Wide d, Rounding rounding)
{
    const bool negative = n < 0;
    const Wide magnitude = negative ? -n : n;
    Wide quotient = magnitude / d;
    const Wide twice = (magnitude % d) * 2;
    switch (rounding) {
    case Rounding::Down: break;
    case Rounding::Up:
        if (twice != 0)
            ++quotient;
        break;
    case Rounding::HalfUp:
        if (twice >= d)
            ++quotient;
        break;
    case Rounding::HalfEven:
        if (twice > d || (twice == d && quotient % 2 != 0))
            ++quotient;
        break;
    }
    return negative ? -quotient : quotient;
}

} // namespace

std::optional<Decimal> Decimal::fromString(QStringView text)
{
    const NumberReading reading = readNumber(text);
    return reading.isNumber() && !reading.isRounded ? std::optional(fromMicro(reading.value)) : std::nullopt;
}

QString Decimal::toString() const
{
    QString text = toString(6);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString Decimal::toString(int places) const
{
    const qint64 scaled = rounded(places).m_micro / powersOfTen[6 - places];
    const qint64 magnitude = scaled < 0 ? -scaled : scaled;
    QString digits = QString::number(magnitude);
    if (places > 0) {
        if (digits.size() <= places)
            digits.prepend(QString(places + 1 - digits.size(), u'0'));
        digits.insert(digits.size() - places, u'.');
    }
    return scaled < 0 ? u'-' + digits : digits;
}

Decimal Decimal::rounded(int places, Rounding rounding) const
{
    const qint64 unit = powersOfTen[6 - places];
    return fromMicro(qint64(divideRounded(m_micro, unit, rounding)) * unit);
}

qint64 Decimal::floor() const
{
    return m_micro >= 0 ? m_micro / one : -((-m_micro + one - 1) / one);
}

Decimal Decimal::product(Decimal a, Decimal b, Rounding rounding)
{
    return fromMicro(qint64(divideRounded(Wide(a.m_micro) * b.m_micro, one, rounding)));
}

std::optional<Decimal> Decimal::quotient(Decimal a, Decimal b, Rounding rounding)
{
    if (b.m_micro == 0)
        return {};
    const Wide n = Wide(a.m_micro) * one;
    return fromMicro(qint64(b.m_micro > 0 ? divideRounded(n, b.m_micro, rounding)
                                          : divideRounded(-n, -Wide(b.m_micro), rounding)));
}

Decimal Decimal::ratio(Decimal a, Decimal b, Decimal c)
{
    if (c.m_micro == 0)
        return {};
    const Wide n = Wide(a.m_micro) * b.m_micro;
    return fromMicro(qint64(c.m_micro > 0 ? divideRounded(n, c.m_micro, Rounding::HalfUp)
                                          : divideRounded(-n, -Wide(c.m_micro), Rounding::HalfUp)));
}

} // namespace core
