// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include "core/base/decimal.h"

namespace core {

std::optional<Money> Money::fromString(QStringView text)
{
    QString bare = text.toString();
    for (const QChar drop : {QChar(u'元'), QChar(u'￥'), QChar(u'¥'), QChar(u' '), QChar(u'\u3000')})
        bare.remove(drop);
    qint64 factor = 1;
    if (bare.endsWith(u'万')) {
        factor = 10'000;
        bare.chop(1);
    } else if (bare.endsWith(u'亿')) {
        factor = 100'000'000;
        bare.chop(1);
    }
    const auto value = Decimal::fromString(bare);
    constexpr qint64 microPerFen = Decimal::one / 100;
    if (!value || value->micro() > INT64_MAX / factor || value->micro() < INT64_MIN / factor)
        return {};
    const qint64 micro = value->micro() * factor;
    if (micro % microPerFen != 0)
        return {};
    return Money{micro / microPerFen};
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
