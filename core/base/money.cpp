// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include "core/base/writtennumber.h"

namespace core {

std::optional<Money> Money::fromString(QStringView text)
{
    const NumberReading reading = readNumber(text, {.places = 2, .words = NumberStyle::Words::Amount});
    return reading.isNumber() && !reading.isRounded ? std::optional(Money{reading.value}) : std::nullopt;
}

QString Money::toString() const
{
    const quint64 magnitude = fen < 0 ? quint64(-(fen + 1)) + 1 : quint64(fen);
    QString yuan = QString::number(magnitude / 100);
    for (qsizetype at = yuan.size() - 3; at > 0; at -= 3)
        yuan.insert(at, u',');
    const QString cents = QString::number(magnitude % 100).rightJustified(2, u'0');
    return (fen < 0 ? QStringLiteral("-") : QString()) + yuan + u'.' + cents;
}

} // namespace core
