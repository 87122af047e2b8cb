// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filtertext.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/record/format.h"
#include "core/record/recordname.h"
#include "core/record/recordtype.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Op = Condition::Op;

/// The first and the last day that a date, a month or a year means.
std::optional<std::pair<QDate, QDate>> dayRange(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4})(?:[-./年](\\d{1,2})(?:[-./月](\\d{1,2})日?|月)?|年)?$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const int year = match.captured(1).toInt();
    const int month = match.captured(2).toInt();
    const int day = match.captured(3).toInt();
    const QDate from(year, month ? month : 1, day ? day : 1);
    if (!from.isValid())
        return {};
    if (day)
        return std::pair(from, from);
    return std::pair(from, month ? from.addMonths(1).addDays(-1) : QDate(year, 12, 31));
}

/// One end of a comparison as the query reads it; empty: not a value of this field.
std::optional<std::pair<QVariant, QVariant>> ends(const Field &field, const QString &text)
{
    if (field.kind == Kind::Date) {
        const auto range = dayRange(text);
        return range ? std::optional(std::pair<QVariant, QVariant>(range->first, range->second))
                     : std::nullopt;
    }
    const bool readable = field.kind == Kind::Money ? Money::fromString(text).has_value()
                                                    : Decimal::fromString(text).has_value();
    return readable ? std::optional(std::pair<QVariant, QVariant>(text, text)) : std::nullopt;
}

std::optional<Condition> comparison(const Field &field, const QString &path, const QString &text)
{
    static const QRegularExpression pattern(u"^(<=|>=|≤|≥|<|>)\\s*(.+)$"_s);
    if (const auto match = pattern.match(text); match.hasMatch()) {
        const auto value = ends(field, match.captured(2).trimmed());
        if (!value)
            return {};
        const QString sign = match.captured(1);
        if (sign == u"<"_s)
            return Condition::compare(Op::Below, path, value->first);
        if (sign == u">"_s)
            return Condition::compare(Op::Above, path, value->second);
        const bool atMost = sign == u"<="_s || sign == u"≤"_s;
        return atMost ? Condition::compare(Op::AtMost, path, value->second)
                      : Condition::compare(Op::AtLeast, path, value->first);
    }
    auto from = ends(field, text);
    auto to = from;
    if (!from) {
        static const QRegularExpression range(u"^(.+?)\\s*(?:~|～|至|—|--|-)\\s*(.+)$"_s);
        const auto match = range.match(text);
        if (!match.hasMatch())
            return {};
        from = ends(field, match.captured(1));
        to = ends(field, match.captured(2));
        if (!from || !to)
            return {};
    }
    return Condition::all({Condition::compare(Op::AtLeast, path, from->first),
                           Condition::compare(Op::AtMost, path, to->second)});
}

/// What of a covered value may be asked: as it is typed, and as it would be stored.
Condition ofCovered(const Field &field, const QString &path, const QString &text)
{
    QString stored = field.traits.normalize ? field.traits.normalize(text) : text;
    if (const auto range = field.kind == Kind::Date ? dayRange(text) : std::nullopt) {
        if (range->first == range->second)
            stored = range->first.toString(Qt::ISODate);
        else if (range->first.daysInYear() == range->first.daysTo(range->second) + 1)
            stored = QString::number(range->first.year());
    }
    const Condition asTyped = Condition::compare(Op::Known, path, text);
    return stored == text ? asTyped : Condition::any({asTyped, Condition::compare(Op::Known, path, stored)});
}

} // namespace

std::optional<Condition> conditionFromText(const Field &field, const QString &path, const QString &raw,
                                           Audience audience)
{
    const QString text = cleanText(raw);
    if (text.isEmpty())
        return {};
    if (text == tr("无") || text == u"-"_s || text == u"—"_s)
        return Condition::empty(path);
    const bool isText = field.kind == Kind::Text || field.kind == Kind::LongText;
    if (isCovered(field, audience) && (isText || field.kind == Kind::Date))
        return ofCovered(field, path, text);
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
        // As it is written down: [2023] finds 〔2023〕. Parts of a telephone number are none.
        return Condition::compare(Op::Contains, path,
                                  field.traits.normalize && !isPersonal(field) ? field.traits.normalize(text)
                                                                               : text);
    case Kind::Reference: {
        if (!field.target)
            return {};
        // Whatever of its name the text can mean: a word, a year, a choice.
        const RecordName name(field.target(), path + u'.');
        std::vector<Condition> parts;
        for (size_t i = 0; i < name.paths().size(); ++i) {
            if (auto part = conditionFromText(*name.fields()[i], name.paths()[i], text, audience))
                parts.push_back(*std::move(part));
        }
        if (parts.empty())
            return {};
        return parts.size() == 1 ? parts.front() : Condition::any(std::move(parts));
    }
    case Kind::Choice:
    case Kind::MultiChoice: {
        const QString key = choiceKey(field.choices, text);
        return key.isEmpty() ? std::nullopt : std::optional(Condition::oneOf(path, {key}));
    }
    case Kind::YesNo: {
        const ParsedValue parsed = parseValue(field, text);
        return parsed.problem.isEmpty() ? std::optional(Condition::is(path, parsed.value)) : std::nullopt;
    }
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money:
    case Kind::Date: return comparison(field, path, toHalfWidth(text));
    case Kind::Time:
    case Kind::Attachment: return {};
    }
    return {};
}

} // namespace core
