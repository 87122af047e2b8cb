// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/writtennumber.h"

#include "core/base/chinesenumber.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <span>

namespace core {

namespace {

__extension__ using WideNumber = __int128;
using NumberWords = NumberStyle::Words;
using Found = NumberReading::Kind;

constexpr WideNumber mostUnits = WideNumber(9'000'000'000'000'000'000);
constexpr int mostWhole = 19;    ///< Digits before the point; more cannot be held.
constexpr int mostFraction = 18; ///< Digits after it that can still decide how it is rounded.

/// A number taken apart: mantissa · 10^−fraction.
struct NumberParts
{
    Found kind = Found::Unreadable;
    bool negative = false;
    WideNumber mantissa = 0;
    int fraction = 0;
    bool dropped = false; ///< Digits behind mostFraction were not zero.
};

bool isMinus(QChar c)
{
    return c == u'-' || c == u'−' || c == u'﹣';
}

/// True when \a text says a number in the way of a calculator: "3.00E+04".
bool isScientific(QStringView text)
{
    const qsizetype at = text.indexOf(u'E', 0, Qt::CaseInsensitive);
    if (at < 1)
        return false;
    const auto numeric = [](QChar c) { return isDigit(c) || c == u'.' || c == u'+' || isMinus(c); };
    return at + 1 < text.size() && std::all_of(text.begin(), text.begin() + at, numeric) &&
           std::all_of(text.begin() + at + 1, text.end(), numeric);
}

/// Reads digits with commas or blanks between the thousands. \a text is half width and begins with no sign.
class DigitReader
{
public:
    NumberParts read(QStringView text)
    {
        for (const QChar c : text) {
            if (isDigit(c))
                take(c.digitValue());
            else if (c == u'.')
                takePoint();
            else if (c == u',' || c == u' ')
                takeSeparator(c);
            else
                return {};
        }
        if (m_separator != 0 && !m_sawPoint)
            closeGroup();
        if (!m_any || m_points > 1)
            return {};
        // A blank is no separator but where it groups: "3 5" is not 35, and nobody means 3.5 by it.
        if (m_misgrouped && m_separator == u' ')
            return {};
        m_parts.kind = m_misgrouped ? Found::Grouping : m_whole > mostWhole ? Found::TooLarge : Found::Number;
        return m_parts;
    }

private:
    void take(int digit)
    {
        m_any = true;
        ++m_inGroup;
        if (m_sawPoint) {
            if (m_parts.fraction == mostFraction) {
                m_parts.dropped = m_parts.dropped || digit != 0;
                return;
            }
            ++m_parts.fraction;
        } else if (m_whole > 0 || digit != 0) {
            ++m_whole;
        }
        if (m_whole <= mostWhole)
            m_parts.mantissa = m_parts.mantissa * 10 + digit;
    }

    void takePoint()
    {
        if (m_separator != 0)
            closeGroup();
        ++m_points;
        m_sawPoint = true;
        m_inGroup = 0;
    }

    void takeSeparator(QChar c)
    {
        constexpr int widestFirst = 3;
        if (m_sawPoint || (m_separator != 0 && m_separator != c))
            m_misgrouped = true;
        else if (m_separator == 0)
            m_misgrouped = m_misgrouped || m_inGroup < 1 || m_inGroup > widestFirst;
        else
            closeGroup();
        m_separator = c;
        m_inGroup = 0;
    }

    void closeGroup()
    {
        constexpr int thousand = 3;
        m_misgrouped = m_misgrouped || m_inGroup != thousand;
    }

    NumberParts m_parts;
    int m_whole = 0;   ///< Digits before the point, without leading zeros.
    int m_inGroup = 0; ///< Digits since the last comma or the point.
    QChar m_separator = {};
    bool m_any = false;
    int m_points = 0;
    bool m_sawPoint = false;
    bool m_misgrouped = false;
};

NumberReading scaledNumber(const NumberParts &parts, int power)
{
    NumberReading reading{parts.kind, 0, false};
    if (parts.kind != Found::Number)
        return reading;
    WideNumber value = parts.mantissa;
    reading.isRounded = parts.dropped;
    int exponent = power - parts.fraction;
    for (; exponent > 0 && value <= mostUnits; --exponent)
        value *= 10;
    WideNumber divisor = 1;
    for (; exponent < 0; ++exponent)
        divisor *= 10;
    reading.isRounded = reading.isRounded || value % divisor != 0;
    value = value / divisor + (value % divisor * 2 >= divisor ? 1 : 0);
    if (value > mostUnits)
        return {Found::TooLarge, 0, false};
    reading.value = qint64(parts.negative ? -value : value);
    return reading;
}

enum class Side { Start, End };

/// Cuts one of \a words off that side, unless nothing is left then. The longer ones stand first.
bool cut(Side side, QStringView &text, std::span<const QStringView> words)
{
    for (const QStringView word : words) {
        const bool stands = side == Side::Start ? text.startsWith(word, Qt::CaseInsensitive)
                                                : text.endsWith(word, Qt::CaseInsensitive);
        if (!stands || text.size() <= word.size())
            continue;
        text = (side == Side::Start ? text.sliced(word.size()) : text.chopped(word.size())).trimmed();
        return true;
    }
    return false;
}

/// The words around an amount. True: one of them says the unit, and that of the heading does not count.
bool cutMoneyWords(QStringView &text)
{
    static constexpr std::array<QStringView, 6> currencies = {u"人民币", u"RMB", u"CNY", u"￥", u"¥", u":"};
    static constexpr std::array<QStringView, 3> currenciesBehind = {u"人民币", u"RMB", u"CNY"};
    static constexpr std::array<QStringView, 2> whole = {u"整", u"正"};
    static constexpr std::array<QStringView, 4> yuan = {u"块钱", u"元", u"圆", u"块"};
    while (cut(Side::Start, text, currencies)) {
    }
    const QStringView before = text;
    const bool isWhole = cut(Side::End, text, whole);
    bool isNamed = cut(Side::End, text, currenciesBehind);
    const bool isYuan = cut(Side::End, text, yuan);
    isNamed = cut(Side::End, text, currenciesBehind) || isNamed;
    if (isWhole && !isYuan && !isNamed && chineseMagnitude(text.back()) == 0)
        text = before; // 整 closes an amount only
    return isYuan;
}

/// Spellings of one unit; the first is that of the fields.
std::span<const QStringView> spellingsOf(QStringView unit)
{
    static constexpr std::array<QStringView, 4> persons = {u"人", u"名", u"位", u"个"};
    static constexpr std::array<QStringView, 3> attendances = {u"人次", u"人", u"次"};
    static constexpr std::array<QStringView, 3> pieces = {u"个", u"家", u"名"};
    static constexpr std::array<QStringView, 8> areas = {u"平方米", u"平米", u"㎡",   u"m²",
                                                         u"m^2",    u"m2",   u"平方", u"平"};
    static constexpr std::array<QStringView, 4> hours = {u"小时", u"个小时", u"时", u"h"};
    static constexpr std::array<QStringView, 3> items = {u"项", u"条", u"个"};
    static constexpr std::array<QStringView, 2> days = {u"天", u"日"};
    static constexpr std::array<QStringView, 4> money = {u"元", u"人民币元", u"元人民币", u"圆"};
    using Spellings = std::span<const QStringView>;
    for (const Spellings one :
         {Spellings(persons), Spellings(attendances), Spellings(pieces), Spellings(areas), Spellings(hours),
          Spellings(items), Spellings(days), Spellings(money)}) {
        if (one.front() == unit)
            return one;
    }
    return {};
}

bool cutUnit(QStringView &text, QStringView unit)
{
    // m2 ends in a digit too
    if (unit.isEmpty() || text.size() < 2 || (isDigit(text.back()) && isDigit(text[text.size() - 2])))
        return false;
    const std::array<QStringView, 1> itself = {unit};
    return cut(Side::End, text, spellingsOf(unit)) || cut(Side::End, text, itself);
}

/// Cuts 万, 百万 and their like off the end and answers their power of ten.
int cutMagnitudes(QStringView &text)
{
    int power = 0;
    while (text.size() > 1) {
        const int one = chineseMagnitude(text.back());
        if (one == 0)
            break;
        power += one;
        text = text.chopped(1).trimmed();
    }
    return power;
}

NumberReading readWithWords(QStringView text, const NumberStyle &style)
{
    constexpr QStringView minusSigns = u"△▲负";
    const bool isAmount = style.words == NumberWords::Amount;
    bool negative = false;
    if (text.size() > 2 && text.front() == u'(' && text.back() == u')') {
        negative = true;
        text = text.mid(1, text.size() - 2).trimmed();
    }
    bool saysUnit = isAmount && cutMoneyWords(text);
    if (!text.isEmpty() &&
        (text.front() == u'+' || isMinus(text.front()) || minusSigns.contains(text.front()))) {
        negative = negative || text.front() != u'+';
        text = text.mid(1).trimmed();
        saysUnit = (isAmount && cutMoneyWords(text)) || saysUnit;
    }
    if (!isAmount)
        cutUnit(text, style.unit);
    const QStringView whole = text;
    const int power = cutMagnitudes(text);
    if (isScientific(text))
        return {Found::Scientific, 0, false};
    NumberParts parts = DigitReader().read(text);
    int shift = style.places + (power > 0 ? power : saysUnit ? 0 : style.shift);
    if (parts.kind == Found::Unreadable) {
        const auto chinese = readChineseNumber(whole);
        if (!chinese)
            return {};
        const bool hasMagnitude =
            std::any_of(whole.begin(), whole.end(), [](QChar c) { return chineseMagnitude(c) > 1; });
        shift = style.places + (hasMagnitude || saysUnit ? 0 : style.shift);
        parts = {Found::Number, false, *chinese, 0, false};
    }
    parts.negative = negative;
    return scaledNumber(parts, shift);
}

} // namespace

NumberReading readNumber(QStringView raw, const NumberStyle &style)
{
    const QStringView trimmed = raw.trimmed();
    QStringView text = trimmed;
    bool negative = false;
    if (!text.isEmpty() && (isMinus(text.front()) || text.front() == u'+')) {
        negative = text.front() != u'+';
        text = text.mid(1);
    }
    NumberParts parts = DigitReader().read(text);
    if (parts.kind != Found::Unreadable) {
        parts.negative = negative;
        return scaledNumber(parts, style.places + style.shift);
    }
    const QString half = toHalfWidth(trimmed);
    text = QStringView(half).trimmed();
    if (style.words != NumberWords::None)
        return readWithWords(text, style);
    negative = !text.isEmpty() && isMinus(text.front());
    if (negative || text.startsWith(u'+'))
        text = text.mid(1);
    if (isScientific(text))
        return {Found::Scientific, 0, false};
    parts = DigitReader().read(text);
    parts.negative = negative;
    return scaledNumber(parts, style.places + style.shift);
}

std::optional<int> unitShift(QStringView fieldUnit, QStringView unit)
{
    int power = 0;
    while (!unit.isEmpty() && chineseMagnitude(unit.front()) > 0) {
        power += chineseMagnitude(unit.front());
        unit = unit.mid(1);
    }
    if (unit.startsWith(u"人民币") && unit.size() > 3 && chineseMagnitude(unit[3]) > 0)
        return unitShift(fieldUnit, unit.mid(3));
    const std::span<const QStringView> known = spellingsOf(fieldUnit);
    const auto same = [&](QStringView spelling) { return spelling.compare(unit, Qt::CaseInsensitive) == 0; };
    if (unit.isEmpty() || same(fieldUnit) || std::any_of(known.begin(), known.end(), same))
        return power;
    // A field without unit, a year, takes any but not its multiples.
    return fieldUnit.isEmpty() && power == 0 ? std::optional(0) : std::nullopt;
}

} // namespace core
