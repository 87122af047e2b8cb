// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/duration.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qint64 secondsPerMinute = 60;
constexpr qint64 secondsPerHour = 3'600;

qint64 signedSeconds(const QRegularExpressionMatch &match, qint64 seconds)
{
    return match.captured(1).isEmpty() ? seconds : -seconds;
}

} // namespace

std::optional<qint64> readDuration(QStringView text)
{
    static const QRegularExpression clock(uR"(^(-?)(\d{1,7}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$)"_s);
    static const QRegularExpression iso(
        uR"(^(-?)P(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,9}(?:\.\d+)?)S)?)?$)"_s);
    const QString bare = toHalfWidth(cleanText(text.toString()));
    if (const auto match = clock.match(bare); match.hasMatch()) {
        return signedSeconds(match, match.captured(2).toLongLong() * secondsPerHour +
                                        match.captured(3).toLongLong() * secondsPerMinute +
                                        match.captured(4).toLongLong());
    }
    const auto match = iso.match(bare);
    if (!match.hasMatch() || bare.endsWith(u'P') || bare.endsWith(u'T'))
        return {};
    return signedSeconds(match, match.captured(2).toLongLong() * secondsPerDay +
                                    match.captured(3).toLongLong() * secondsPerHour +
                                    match.captured(4).toLongLong() * secondsPerMinute +
                                    std::llround(match.captured(5).toDouble()));
}

QString durationText(qint64 seconds)
{
    const qint64 length = std::abs(seconds);
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    QString text = (seconds < 0 ? u"-"_s : QString()) + QString::number(length / secondsPerHour) + u':' +
                   two(length % secondsPerHour / secondsPerMinute);
    if (length % secondsPerMinute != 0)
        text += u':' + two(length % secondsPerMinute);
    return text;
}

Decimal hoursOf(qint64 seconds)
{
    return Decimal::ratio(Decimal::fromInteger(seconds), 1, Decimal(int(secondsPerHour)));
}

} // namespace core
