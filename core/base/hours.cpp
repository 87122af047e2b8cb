// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hours.h"

#include "core/base/text.h"
#include "core/base/writtennumber.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int minutesPerHour = 60;

std::optional<Decimal> numberIn(QStringView text)
{
    if (text.isEmpty())
        return Decimal();
    const NumberReading number = readNumber(text, {.words = NumberStyle::Words::Count});
    if (!number.isNumber() || number.isRounded || number.value < 0)
        return {};
    return Decimal::fromMicro(number.value);
}

HoursReading together(Decimal hours, Decimal minutes)
{
    const Decimal ofMinutes = Decimal::ratio(minutes, 1, minutesPerHour);
    return {hours + ofMinutes, ofMinutes * minutesPerHour != minutes};
}

} // namespace

std::optional<HoursReading> readHours(QStringView text)
{
    static const QRegularExpression words(
        uR"(^(?:(?<hours>[\d.,零〇一二两兩三四五六七八九十百千]+)(?<half>[个個]半)?(?:[个個]?(?:小[时時]|[钟鐘][头頭]|[时時])|hours?|hrs?|h)(?<behind>半)?)?(?:(?<minutes>[\d.零〇一二两三四五六七八九十百]+)(?:分[钟鐘]|分|minutes?|mins?|m)?)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression halfAnHour(u"^半[个個]?(?:小[时時]|[钟鐘][头頭])$"_s);
    QString bare = toHalfWidth(cleanText(text));
    bare.remove(u' ');
    const Decimal half = Decimal::fromMicro(Decimal::one / 2);
    if (halfAnHour.match(bare).hasMatch())
        return HoursReading{half, false};
    const QRegularExpressionMatch match = words.match(bare);
    const QString hours = match.captured(u"hours"_s);
    const QString minutes = match.captured(u"minutes"_s);
    const bool isBehind = match.capturedLength(u"behind"_s) > 0;
    // A number alone says no unit, and 2小时半30分 no time.
    const bool saysUnit =
        !hours.isEmpty() || (!minutes.isEmpty() && match.capturedEnd(u"minutes"_s) < bare.size());
    if (!match.hasMatch() || !saysUnit || (isBehind && !minutes.isEmpty()))
        return {};
    const auto whole = numberIn(hours);
    const auto part = numberIn(minutes);
    if (!whole || !part)
        return {};
    const bool isHalfMore = isBehind || match.capturedLength(u"half"_s) > 0;
    return together(*whole + (isHalfMore ? half : Decimal()), *part);
}

std::optional<HoursReading> readMinutes(QStringView number)
{
    const auto minutes = numberIn(number);
    return minutes && !number.isEmpty() ? std::optional(together(Decimal(), *minutes)) : std::nullopt;
}

} // namespace core
