// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/format.h"

#include "core/base/mask.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <QRegularExpression>

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

ParsedValue misread(const Field &field, QStringView text, const QString &expected)
{
    // What is wrong is kept and handed on: of a person it is told without the value.
    const QString problem = isPersonal(field)
                                ? tr("“%1”%2。").arg(tr(field.label), expected)
                                : tr("“%1”里的“%2”%3。").arg(tr(field.label), text.toString(), expected);
    return {{}, problem, {}};
}

/// The number in front of the unit of the field: "14 人" is 14.
std::optional<Decimal> numberIn(const Field &field, QStringView text)
{
    if (!text.isEmpty() && !text.back().isDigit()) {
        const QString unit = tr(field.traits.unit);
        if (!unit.isEmpty() && text.endsWith(unit))
            text.chop(unit.size());
    }
    return Decimal::fromString(text);
}

std::optional<bool> yesNo(QStringView text)
{
    static const QStringList yes = {u"是"_s, u"有"_s, u"√"_s,   u"✓"_s,    u"已"_s,
                                    u"1"_s,  u"y"_s,  u"yes"_s, u"true"_s, u"t"_s};
    static const QStringList no = {u"否"_s, u"无"_s, u"×"_s,     u"✗"_s, u"未"_s,  u"0"_s,
                                   u"n"_s,  u"no"_s, u"false"_s, u"f"_s, u"没有"_s};
    const QString lower = text.toString().toLower();
    if (yes.contains(lower))
        return true;
    if (no.contains(lower))
        return false;
    return {};
}

ParsedValue parseDateValue(const Field &field, const QString &text)
{
    const DateReading reading = readDateOrSerial(text);
    switch (reading.kind) {
    case DateReading::Kind::Empty: {
        const auto day = dayFor(field, reading);
        return day ? ParsedValue{*day, {}, {}} : ParsedValue();
    }
    case DateReading::Kind::Day: return {reading.date, {}, {}};
    case DateReading::Kind::Month:
        return {reading.date, {}, tr("“%1”只有年月，按 1 日记。").arg(tr(field.label))};
    case DateReading::Kind::Year:
        return {reading.date, {}, tr("“%1”只有年份，按 1 月 1 日记。").arg(tr(field.label))};
    case DateReading::Kind::Unreadable: break;
    }
    return misread(field, text, tr("不是日期，应写成 2025-03-01"));
}

ParsedValue parseChoices(const Field &field, const QString &text)
{
    static const QRegularExpression separators(u"[、,，;；/\\n]+"_s);
    QStringList keys;
    for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
        const QString key = choiceKey(field.choices, part.trimmed());
        if (key.isEmpty())
            return misread(field, part, tr("不在可选范围内"));
        if (!keys.contains(key))
            keys.append(key);
    }
    return {keys, {}, {}};
}

enum class Showing { Open, Covered, Withheld };

/// Who reads what. A public notice holds nothing but what may stand in one (《个人信息保护法》第二十五条、
/// 《政府信息公开条例》第十五条); everything else is for the bureau, which sees persons covered unless it
/// asks.
Showing showing(Privacy privacy, Audience audience)
{
    switch (audience) {
    case Audience::OpenExport: return Showing::Open;
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
QString covered(const Field &field, const QString &text)
{
    constexpr qsizetype longestName = 20;
    constexpr qsizetype shortestPhone = 7;
    if (field.traits.privacy == Privacy::Sensitive)
        return maskIdentityNumber(text);
    if (field.kind == Kind::Date) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? QString::number(date.year()) + u"-**-**"_s : QString(text.size(), u'*');
    }
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (digits == 0 && field.kind == Kind::Text && text.size() <= longestName)
        return maskName(text);
    if (digits >= shortestPhone && text.size() - digits <= digits / 3)
        return maskPhone(text);
    return QString(text.size(), u'*');
}

} // namespace

QString choiceKey(std::span<const Choice> choices, QStringView text)
{
    const QString wanted = toHalfWidth(text).trimmed();
    const auto same = [&](const QString &known) {
        return QString::compare(toHalfWidth(known), wanted, Qt::CaseInsensitive) == 0;
    };
    for (const Choice &choice : choices) {
        QString key = QString::fromLatin1(choice.key);
        if (same(key) || same(tr(choice.label)))
            return key;
        for (const QString &alias : QString::fromUtf8(choice.aliases).split(u'|', Qt::SkipEmptyParts)) {
            if (same(alias))
                return key;
        }
    }
    return {};
}

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
    return covered(field, text);
}

std::optional<QDate> dayFor(const Field &field, const DateReading &reading)
{
    const bool isBirthday =
        isPersonal(field) && reading.date == QDate(1970, 1, 1) && reading.kind == DateReading::Kind::Empty;
    return reading.isDay() || isBirthday ? std::optional(reading.date) : std::nullopt;
}

ParsedValue parseValue(const Field &field, const QString &raw, QStringView unit)
{
    const QString text = cleanText(raw);
    const bool isText = field.kind == Kind::Text || field.kind == Kind::LongText;
    if (text.isEmpty())
        return {isText ? QVariant(u""_s) : QVariant(), {}, {}};
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText: return {field.traits.normalize ? field.traits.normalize(text) : text, {}, {}};
    case Kind::Integer: {
        const auto number = numberIn(field, text);
        if (!number || number->micro() % Decimal::one != 0)
            return misread(field, text, tr("不是整数"));
        return {QVariant(number->floor()), {}, {}};
    }
    case Kind::Decimal: {
        const auto number = numberIn(field, text);
        return number ? ParsedValue{QVariant(number->micro()), {}, {}} : misread(field, text, tr("不是数"));
    }
    case Kind::Money: {
        const bool inTenThousands = unit.contains(u'万') && !text.contains(u'万') && !text.contains(u'元');
        const auto amount = Money::fromString(inTenThousands ? text + u'万' : text);
        return amount ? ParsedValue{QVariant(amount->fen), {}, {}} : misread(field, text, tr("不是金额"));
    }
    case Kind::Date: return parseDateValue(field, text);
    case Kind::Time: {
        const QDateTime time = QDateTime::fromString(toHalfWidth(text), Qt::ISODate);
        return time.isValid() ? ParsedValue{time.toUTC(), {}, {}} : misread(field, text, tr("不是时间"));
    }
    case Kind::YesNo: {
        const auto yes = yesNo(text);
        return yes ? ParsedValue{*yes, {}, {}} : misread(field, text, tr("应填“是”或“否”"));
    }
    case Kind::Choice: {
        const QString key = choiceKey(field.choices, text);
        return key.isEmpty() ? misread(field, text, tr("不在可选范围内")) : ParsedValue{key, {}, {}};
    }
    case Kind::MultiChoice: return parseChoices(field, text);
    case Kind::Reference:
        return isUuid(text) ? ParsedValue{text, {}, {}} : misread(field, text, tr("找不到对应的记录"));
    case Kind::Attachment:
        return Attachment::fromText(text) ? ParsedValue{text, {}, {}} : misread(field, text, tr("不是附件"));
    }
    return {};
}

} // namespace core
