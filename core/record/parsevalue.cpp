// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/chinesenumber.h"
#include "core/base/codetext.h"
#include "core/base/dateparse.h"
#include "core/base/hours.h"
#include "core/base/personalnumbers.h"
#include "core/base/placeholder.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/writtennumber.h"
#include "core/record/format.h"
#include "core/record/misreadadvice.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

ParsedValue misread(const Field &field, QStringView text, const QString &expected)
{
    // What is wrong is kept and handed on: of a person it is told without the value.
    const QString problem =
        isPersonal(field)
            ? tr("“%1”%2。").arg(tr(field.label), expected)
            : tr("“%1”里的“%2”%3。").arg(tr(field.label), withoutPersonalNumbers(text.toString()), expected);
    return {{}, problem, {}};
}

/// What is wrong with a number that could not be read.
ParsedValue misreadNumber(const Field &field, const QString &text, NumberReading::Kind kind,
                          const QString &expected)
{
    switch (kind) {
    case NumberReading::Kind::Grouping: {
        ParsedValue value = misread(field, text, tr("逗号不在千位上，看不出是多少，请改正"));
        value.isAmbiguous = true;
        return value;
    }
    case NumberReading::Kind::Scientific:
        return misread(field, text, tr("是科学计数法，末几位可能已经丢失，请写出全部数字"));
    case NumberReading::Kind::TooLarge: return misread(field, text, tr("太大，记不下"));
    case NumberReading::Kind::Number:
    case NumberReading::Kind::Unreadable: break;
    }
    return misread(field, text, expected);
}

/// What stands before a bracket at the end of \a text: "是" of "是（2023年）"; empty: there is no bracket.
QString beforeBracket(const QString &text)
{
    const QString half = toHalfWidth(text);
    const qsizetype open = half.indexOf(u'(');
    return open > 0 && half.endsWith(u')') ? text.left(open).trimmed() : QString();
}

/// What stands in the bracket of which beforeBracket() is the front: "2023年".
QString inBracket(const QString &text, const QString &before)
{
    const QString bracket = toHalfWidth(text).mid(before.size()).trimmed();
    return bracket.size() > 2 ? bracket.sliced(1, bracket.size() - 2).trimmed() : QString();
}

/// True of a bracket that takes back what stands before it, or says that it is not so yet or no longer:
/// 未写入, 已退党, 原, 预备. Who has retired (已退休) is still what he was.
bool takesBack(const QString &bracket)
{
    static const QRegularExpression word(
        u"^(?:原|曾|前(?!期)|非(?!营利|公募)|不(?!含)|否|拟|待)|未(?!发现|满|见|出现|收到)|没有|不再|不是|"
        u"已退(?!休)|退[党团出]|脱党|已离(?!休)|离任|"
        "已注销|已吊销|已撤|已取消|已辞|辞去|已免|免去|已停|已终止|已解散|已调离|预备|申请中|计划|注销|吊销|撤销"_s);
    return word.match(bracket).hasMatch();
}

ParsedValue misreadBracket(const Field &field, const QString &text)
{
    return misread(field, text, tr("括号里写的和前面的不一致，看不出是哪一个，请只填一个"));
}

QString cutNote(const Field &field, const QString &kept)
{
    return isPersonal(field) ? tr("“%1”只取了括号前的字。").arg(tr(field.label))
                             : tr("“%1”只取了括号前的“%2”。").arg(tr(field.label), kept);
}

QString roundedNote(const Field &field, int places)
{
    return tr("“%1”四舍五入到小数点后 %2 位。").arg(tr(field.label)).arg(places);
}

ParsedValue parseNumber(const Field &field, const QString &text, QStringView unit, int places);

/// The number before a bracket: of 12（其中女 5）, 叁万元（30000元）, 3（万元）; nothing where the bracket
/// may say another currency or is all there is.
std::optional<ParsedValue> numberBeforeBracket(const Field &field, const QString &text, QStringView unit,
                                               int places)
{
    const QString before = beforeBracket(text);
    if (before.isEmpty())
        return {};
    const QString inside = toHalfWidth(text).mid(before.size()).remove(u'(').remove(u')').trimmed();
    static const QRegularExpression unitOnly(u"^[十百千万亿]*(?:元|圆|人|名|个|家|平方米|㎡|小时|%)?$"_s);
    static const QRegularExpression foreign(u"[美港欧英日韩澳加镑$€£]"_s);
    if (unitOnly.match(inside).hasMatch())
        return parseNumber(field, before + inside, unit, places);
    if (foreign.match(inside).hasMatch())
        return {};
    ParsedValue value = parseNumber(field, before, unit, places);
    if (!value.problem.isEmpty())
        return {};
    value.note += cutNote(field, before);
    return value;
}

/// The hours that words say, and the minutes of a column of them.
std::optional<ParsedValue> hoursInWords(const Field &field, const QString &text, QStringView unit)
{
    if (field.kind != Kind::Decimal || std::string_view(field.traits.unit) != "小时" ||
        (unit.isEmpty() && std::all_of(text.begin(), text.end(), isDigit)))
        return {};
    auto read = readHours(text);
    if (!read && (unit == u"分钟" || unit == u"分"))
        read = readMinutes(text);
    if (!read)
        return {};
    ParsedValue value{QVariant(read->hours.micro()), {}, {}};
    if (read->isRounded)
        value.note = tr("“%1”按小时记为 %2。").arg(tr(field.label), read->hours.toString());
    return value;
}

/// Reads \a text in units of 10^−\a places. \a unit is that of the heading.
ParsedValue parseNumber(const Field &field, const QString &text, QStringView unit, int places)
{
    const bool isMoney = field.kind == Kind::Money;
    // Most cells are digits only, and ask for no unit. One may end in a digit: m2.
    const bool isBare =
        unit.isEmpty() && !text.isEmpty() && isDigit(text.back()) &&
        (text.size() < 2 || !(text[text.size() - 2].isLetter() || text[text.size() - 2] == u'^'));
    const QString fieldUnit = isBare ? QString() : tr(field.traits.unit);
    if (const auto hours = hoursInWords(field, text, unit))
        return *hours;
    const auto shift = unit.isEmpty() ? std::optional(0) : unitShift(fieldUnit, unit);
    if (!shift)
        return misread(field, text, tr("的单位是%1，这一栏应按%2填写").arg(unit, fieldUnit));
    const NumberReading number =
        readNumber(text, {.places = places,
                          .words = isMoney ? NumberStyle::Words::Amount : NumberStyle::Words::Count,
                          .unit = fieldUnit,
                          .shift = *shift});
    if (!number.isNumber()) {
        // Points, and figures in per cent, where the field says no unit.
        const bool isPoints = field.kind == Kind::Decimal && unit.isEmpty() && !*field.traits.unit &&
                              text.size() > 1 && (u"分%％"_s).contains(text.back());
        if (isPoints) {
            ParsedValue points = parseNumber(field, text.chopped(1).trimmed(), unit, places);
            if (points.problem.isEmpty())
                return points;
        }
        if (const auto before = numberBeforeBracket(field, text, unit, places))
            return *before;
        return misreadNumber(field, text, number.kind,
                             (isMoney ? tr("不是金额") : tr("不是数")) + numberAdvice(field, text, isMoney));
    }
    ParsedValue value{QVariant(number.value), {}, {}};
    if (number.isRounded)
        value.note = isMoney ? tr("“%1”四舍五入到分。").arg(tr(field.label)) : roundedNote(field, places);
    return value;
}

/// "2024" of 2024年, 2024年度 and 二〇二四年; other texts as they are.
QString yearDigits(const QString &text)
{
    static const QRegularExpression year(u"^([0-9〇○零一二三四五六七八九]{4})(?:年度?)?$"_s);
    const QString written = year.match(toHalfWidth(text)).captured(1);
    if (written.isEmpty())
        return text;
    QString digits;
    for (const QChar c : written)
        digits += isDigit(c) ? c : QChar(char16_t(u'0' + chineseDigit(c)));
    return digits;
}

ParsedValue parseInteger(const Field &field, const QString &written, QStringView unit)
{
    // What has no unit is a year.
    const bool isYear = unit.isEmpty() && !*field.traits.unit;
    // 第二期 is the second one where what is counted is 期.
    const bool isOrdinal = !isYear && written.startsWith(u'第') && written.endsWith(tr(field.traits.unit));
    const QString text = isYear ? yearDigits(written) : isOrdinal ? written.mid(1) : written;
    if (!isYear && withoutPersonalNumbers(text) != text)
        return misread(field, text, tr("像是手机号或身份证号，不是数"));
    // With six places, so that 12.0 and what calculating has made of it, 12.0000000001, are whole.
    constexpr int places = 6;
    ParsedValue value = parseNumber(field, text, unit, places);
    if (!value.problem.isEmpty())
        return value;
    const Decimal number = Decimal::fromMicro(value.value.toLongLong());
    if (number.rounded(0) != number)
        return misread(field, text, tr("不是整数"));
    if (!value.note.isEmpty()) // the sentences cost more than the number, and hardly any number is rounded
        value.note.replace(roundedNote(field, places), tr("“%1”四舍五入到个位。").arg(tr(field.label)));
    value.value = QVariant(number.floor());
    return value;
}

/// Which of two answers is ticked where both are printed: ☑是 □否, 是√ 否□.
std::optional<bool> tickedAnswer(const QString &word)
{
    static const QRegularExpression both(
        u"^([√✓✔☑■●✅□☐○〇◯]?)是([√✓✔☑■●✅□☐○〇◯]?)[/、,;]?([√✓✔☑■●✅□☐○〇◯]?)否([√✓✔☑■●✅□☐○〇◯]?)$"_s);
    const QRegularExpressionMatch match = both.match(word);
    const QString first = match.captured(1);
    const QString between = match.captured(2) + match.captured(3);
    const QString last = match.captured(4);
    // The marks stand all before or all behind their words: one between them alone could belong to either.
    if (first.isEmpty() == last.isEmpty() || between.size() > 1)
        return {};
    const auto isTicked = [](const QString &mark) { return !mark.isEmpty() && u"√✓✔☑■●✅"_s.contains(mark); };
    const bool yes = isTicked(last.isEmpty() ? first : between);
    const bool no = isTicked(last.isEmpty() ? between : last);
    return yes == no ? std::nullopt : std::optional(yes);
}

std::optional<bool> yesNo(QStringView text)
{
    static const QStringList yes = {
        u"是"_s,   u"有"_s,   u"对"_s, u"√"_s, u"✓"_s,    u"✔"_s,    u"☑"_s,   u"■"_s,    u"●"_s,
        u"已"_s,   u"1"_s,    u"y"_s,  u"✅"_s, u"🗹"_s, u"🗸"_s, u"yes"_s, u"true"_s, u"t"_s,
        u"符合"_s, u"达标"_s, u"真"_s, u"v"_s, u"是的"_s, u"1.0"_s,  u"写入"_s};
    static const QStringList no = {
        u"否"_s,    u"无"_s, u"×"_s,    u"✗"_s,    u"✘"_s,      u"❌"_s,      u"✖"_s,  u"╳"_s,  u"🗙"_s,
        u"ㄨ"_s,    u"✕"_s,  u"x"_s,    u"错"_s,   u"未"_s,     u"不"_s,     u"0"_s,  u"n"_s,  u"no"_s,
        u"false"_s, u"f"_s,  u"没有"_s, u"不是"_s, u"不符合"_s, u"不达标"_s, u"假"_s, u"0.0"_s};
    QString word = toHalfWidth(text).toLower();
    word.remove(u'\ufe0f').removeIf([](QChar c) { return c.isSpace(); });
    while (word.size() > 1 && u"。.,;、"_s.contains(word.back()))
        word.chop(1);
    if (yes.contains(word))
        return true;
    if (no.contains(word))
        return false;
    if (const auto ticked = tickedAnswer(word))
        return ticked;
    QString unticked = word;
    if (unticked.removeIf([](QChar c) { return u"√✓✔☑✅"_s.contains(c); }); unticked != word) {
        if (unticked.isEmpty() || yes.contains(unticked))
            return true;
        return no.contains(unticked) ? std::optional(false) : std::nullopt;
    }
    // 已写入, 未写入, 没写入
    constexpr qsizetype longest = 5;
    if (word.size() > longest || isPlaceholder(word))
        return {};
    if (word.startsWith(u'已'))
        return true;
    if (word.startsWith(u'未') || word.startsWith(u'没') || word.startsWith(u"尚未"))
        return false;
    return {};
}

ParsedValue parseYesNo(const Field &field, const QString &text)
{
    if (const auto yes = yesNo(text))
        return {*yes, {}, {}};
    const QString before = beforeBracket(text);
    if (const auto yes = before.isEmpty() ? std::nullopt : yesNo(before)) {
        const QString bracket = inBracket(text, before);
        if (yesNo(bracket).value_or(*yes) != *yes || (*yes && takesBack(bracket)))
            return misreadBracket(field, text);
        return {*yes, {}, cutNote(field, before)};
    }
    // Of a circle too: it is ticked to some and empty to others.
    return misread(field, text, tr("看不出是“是”还是“否”，应填“是”或“否”"));
}

ParsedValue parseChoice(const Field &field, const QString &text)
{
    if (const QString key = choiceKey(field.choices, text); !key.isEmpty())
        return {key, {}, {}};
    const QString before = beforeBracket(text);
    if (const QString key = before.isEmpty() ? QString() : choiceKey(field.choices, before); !key.isEmpty()) {
        const QString bracket = inBracket(text, before);
        const QString other = choiceKey(field.choices, bracket);
        // 注销（2023年注销） and 不合格（未参加） say the same twice.
        if (other.isEmpty() ? takesBack(bracket) && !takesBack(before) : other != key)
            return misreadBracket(field, text);
        return {key, {}, cutNote(field, before)};
    }
    return misread(field, text, choicesInstead(field, text));
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
    case DateReading::Kind::Tenth: break; // of cells only
    case DateReading::Kind::NoSuchDay: return misread(field, text, tr("这一天不存在，请核对"));
    case DateReading::Kind::Unreadable: break;
    }
    return misread(field, text, tr("不是日期，%1").arg(dateAdvice(text)));
}

/// The choices that \a text lists, and what in it is none.
struct ListedChoices
{
    QStringList keys;
    QStringList unknown;
};

ListedChoices listedChoices(const Field &field, const QString &text, const QRegularExpression &separators)
{
    ListedChoices listed;
    for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
        if (isBlank(part))
            continue;
        const QString key = choiceKey(field.choices, part.trimmed());
        if (key.isEmpty())
            listed.unknown.append(part.trimmed());
        else if (!listed.keys.contains(key))
            listed.keys.append(key);
    }
    return listed;
}

/// One part that nobody knows costs itself, and not the others.
ParsedValue parseChoices(const Field &field, const QString &text)
{
    static const QRegularExpression separators(u"[、,，;；/\\n+＋|①-⑳]+"_s);
    static const QRegularExpression words(u"\\s+|[和及与]"_s);
    ListedChoices listed = listedChoices(field, text, separators);
    QString note;
    for (const QString &part : std::exchange(listed.unknown, {})) {
        // A name of a choice may hold such a word, so that it divides only where all behind it are known.
        const ListedChoices divided = listedChoices(field, part, words);
        if (divided.unknown.isEmpty()) {
            for (const QString &key : divided.keys) {
                if (!listed.keys.contains(key))
                    listed.keys.append(key);
            }
            continue;
        }
        listed.unknown.append(part);
        note += tr("%1这一项没有读。").arg(misread(field, part, choicesInstead(field, part)).problem);
    }
    if (listed.keys.isEmpty()) {
        // A mark between choices stands alone where there is none: "/".
        const QString unknown = listed.unknown.isEmpty() ? text : listed.unknown.front();
        return misread(field, unknown, choicesInstead(field, unknown));
    }
    return {listed.keys, {}, note};
}

/// What else stands in a cell beside its code, for a remark: the text without it.
QString aroundCode(const QString &text, const QString &code)
{
    QString rest = toHalfWidth(text).toUpper();
    if (rest.contains(code))
        return rest.remove(code).simplified();
    return {};
}

/// A code with something around it: 51330421MJ0000026J（副本）. Nothing where no code is to be seen.
std::optional<ParsedValue> codeInText(const Field &field, const QString &text, const QString &normal)
{
    constexpr qsizetype length = 18;
    if (!field.traits.isCode || normal.size() <= length)
        return {};
    const QStringList codes = codesIn(text, field.traits.isCode);
    if (codes.isEmpty())
        return {};
    if (codes.size() > 1) {
        ParsedValue several;
        several.problem = tr("“%1”里有 %2 个不同的代码，看不出是哪一个，请只留一个。")
                              .arg(tr(field.label))
                              .arg(codes.size());
        several.isAmbiguous = true;
        return several;
    }
    const QString rest = aroundCode(text, codes.front());
    // Marks alone are not worth a word.
    if (!rest.isEmpty() &&
        std::none_of(rest.begin(), rest.end(), [](QChar c) { return c.isLetterOrNumber(); }))
        return ParsedValue{codes.front(), {}, {}};
    const QString note =
        rest.isEmpty() || isPersonal(field)
            ? tr("“%1”只取了其中的代码，前后别的字没有读。").arg(tr(field.label))
            : tr("“%1”只取了其中的代码，“%2”没有读。").arg(tr(field.label), withoutPersonalNumbers(rest));
    return ParsedValue{codes.front(), {}, note};
}

/// A text of one line. That a wrapped cell has one break fewer is not worth a word; a list is.
ParsedValue parseLine(const Field &field, const QString &text)
{
    if (field.traits.normalize) {
        const QString normal = field.traits.normalize(text);
        const auto code = codeInText(field, text, normal);
        return code ? *code : ParsedValue{normal, {}, {}};
    }
    if (text.count(u'\n') < 2)
        return {oneLine(text), {}, {}};
    return {oneLine(text), {}, tr("“%1”有几行，连成一行记。").arg(tr(field.label))};
}

} // namespace

QString choiceKey(std::span<const Choice> choices, QStringView text)
{
    const auto compared = [](QStringView word) {
        QString plain = toHalfWidth(word).toLower().replace(u"其它"_s, u"其他"_s);
        plain.removeIf([](QChar c) { return c.isSpace(); });
        while (plain.size() > 1 && u"。.,;、"_s.contains(plain.back()))
            plain.chop(1);
        return plain.size() > 2 && plain.endsWith(u'类') ? plain.chopped(1) : plain;
    };
    const QString wanted = compared(text);
    for (const Choice &choice : choices) {
        QString key = QString::fromLatin1(choice.key);
        if (compared(key) == wanted || compared(tr(choice.label)) == wanted)
            return key;
        for (const QString &alias : QString::fromUtf8(choice.aliases).split(u'|', Qt::SkipEmptyParts)) {
            if (compared(alias) == wanted)
                return key;
        }
    }
    return {};
}

ParsedValue parseValue(const Field &field, const QString &raw, QStringView unit)
{
    const QString text = cleanText(raw);
    const bool isText = field.kind == Kind::Text || field.kind == Kind::LongText;
    if (text.isEmpty())
        return {isText ? QVariant(u""_s) : QVariant(), {}, {}};
    switch (field.kind) {
    case Kind::Text: return parseLine(field, text);
    case Kind::LongText: return {field.traits.normalize ? field.traits.normalize(text) : text, {}, {}};
    case Kind::Integer: return parseInteger(field, text, unit);
    case Kind::Decimal: return parseNumber(field, text, unit, 6);
    case Kind::Money: return parseNumber(field, text, unit, 2);
    case Kind::Date: return parseDateValue(field, text);
    case Kind::Time: {
        const QDateTime time = QDateTime::fromString(toHalfWidth(text), Qt::ISODate);
        return time.isValid() ? ParsedValue{time.toUTC(), {}, {}} : misread(field, text, tr("不是时间"));
    }
    case Kind::YesNo: return parseYesNo(field, text);
    case Kind::Choice: return parseChoice(field, text);
    case Kind::MultiChoice: return parseChoices(field, text);
    case Kind::Reference:
        return isUuid(text) ? ParsedValue{text, {}, {}} : misread(field, text, tr("找不到对应的记录"));
    case Kind::Attachment:
        return Attachment::fromText(text) ? ParsedValue{text, {}, {}} : misread(field, text, tr("不是附件"));
    }
    return {};
}

} // namespace core
