// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/format.h"

#include "core/base/mask.h"
#include "core/base/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString labelOf(std::span<const Choice> choices, const QString &key)
{
    for (const Choice &choice : choices) {
        if (key == QLatin1StringView(choice.key))
            return tr(choice.label);
    }
    return key;
}

enum class Showing { Open, Covered, Withheld };

/// Who reads what. A public notice holds nothing but what may stand in one (《个人信息保护法》第二十五条、
/// 《政府信息公开条例》第十五条); everything else is for the bureau, which sees persons covered unless it
/// asks.
Showing showing(Privacy privacy, Audience audience)
{
    switch (audience) {
    case Audience::OpenExport:
    case Audience::OpenScreen: return Showing::Open;
    case Audience::PublicNotice: return privacy == Privacy::Public ? Showing::Open : Showing::Withheld;
    case Audience::Screen:
    case Audience::History:
    case Audience::ImportPreview:
    case Audience::Export:
    case Audience::InternalPaper: break;
    }
    switch (privacy) {
    case Privacy::Public:
    case Privacy::Internal: break;
    case Privacy::Personal:
    case Privacy::Sensitive: return Showing::Covered;
    }
    return Showing::Open;
}

/// A personal text with as much of it as tells two persons apart: numbers, telephones and names by their own
/// rules, of a date the year; anything else is covered up.
QString covered(Privacy privacy, Kind kind, const QString &text)
{
    constexpr qsizetype longestName = 20;
    constexpr qsizetype shortestPhone = 7;
    if (privacy == Privacy::Sensitive)
        return maskIdentityNumber(text);
    if (kind == Kind::Date) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? QString::number(date.year()) + u"-**-**"_s : QString(text.size(), u'*');
    }
    if (kind == Kind::Choice || kind == Kind::MultiChoice)
        return u"***"_s; // their number would tell which of the few it is
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (digits == 0 && kind == Kind::Text && text.size() <= longestName)
        return maskName(text);
    if (digits >= shortestPhone && text.size() - digits <= digits / 3)
        return maskPhone(text);
    return QString(text.size(), u'*');
}

} // namespace

QString displayValue(const Field &field, const QVariant &value)
{
    if (!value.isValid())
        return {};
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
    case Kind::Reference: return value.toString();
    case Kind::Integer: return QString::number(value.toLongLong());
    case Kind::Decimal: return Decimal::fromMicro(value.toLongLong()).toString();
    case Kind::Money: return Money{value.toLongLong()}.toString();
    case Kind::Date: return value.toDate().toString(u"yyyy-MM-dd"_s);
    case Kind::Time: return value.toDateTime().toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
    case Kind::YesNo: return value.toBool() ? tr("是") : tr("否");
    case Kind::Choice: return labelOf(field.choices, value.toString());
    case Kind::MultiChoice: {
        QStringList labels;
        for (const QString &key : value.toStringList())
            labels.append(labelOf(field.choices, key));
        return labels.join(u'、');
    }
    case Kind::Attachment: {
        const auto attachment = Attachment::fromText(value.toString());
        return attachment ? attachment->name : QString();
    }
    }
    return {};
}

bool isPersonal(const Field &field)
{
    return field.traits.privacy == Privacy::Personal || field.traits.privacy == Privacy::Sensitive;
}

bool isCovered(const Field &field, Audience audience)
{
    return showing(field.traits.privacy, audience) != Showing::Open;
}

QString maskedValue(const Field &field, const QVariant &value, Audience audience)
{
    return maskedText(field, displayValue(field, value), audience);
}

QString maskedText(const Field &field, const QString &text, Audience audience)
{
    if (text.isEmpty())
        return text;
    switch (showing(field.traits.privacy, audience)) {
    case Showing::Open: return text;
    case Showing::Withheld: return {};
    case Showing::Covered: break;
    }
    return covered(field.traits.privacy, field.kind, text);
}

bool findsCovered(Privacy privacy, Kind kind, const QString &text, const QString &typed)
{
    if (typed.isEmpty())
        return false;
    const QStringList numbers = text.split(u'、');
    return text.compare(typed, Qt::CaseInsensitive) == 0 || numbers.contains(typed, Qt::CaseInsensitive) ||
           covered(privacy, kind, text).contains(typed, Qt::CaseInsensitive);
}

std::optional<QDate> dayFor(const Field &field, const DateReading &reading)
{
    const bool isBirthday =
        isPersonal(field) && reading.date == QDate(1970, 1, 1) && reading.kind == DateReading::Kind::Empty;
    return reading.isDay() || isBirthday ? std::optional(reading.date) : std::nullopt;
}

} // namespace core
