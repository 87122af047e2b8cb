// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/numberformat.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace core {

namespace {

NumberFormat builtInFormat(int id)
{
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 55 || id == 56)
        return NumberFormat::Time;
    if (id >= 45 && id <= 47)
        return NumberFormat::Duration;
    if (id == 9 || id == 10)
        return NumberFormat::Percent;
    const bool isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return isDate ? NumberFormat::Date : NumberFormat::Number;
}

/// Which letters with a meaning stand in a format code.
struct FormatLetters
{
    bool day = false; ///< Year, era, day or weekday.
    bool minuteOrMonth = false;
    bool hour = false;
    bool second = false;
    bool elapsed = false; ///< [h], [m] or [s].
    bool percent = false;

    NumberFormat meaning() const
    {
        if (day)
            return NumberFormat::Date;
        if (elapsed)
            return NumberFormat::Duration;
        if (hour)
            return NumberFormat::Time;
        // Minutes stand beside hours or seconds.
        if (second)
            return NumberFormat::Duration;
        if (minuteOrMonth)
            return NumberFormat::Date;
        return percent ? NumberFormat::Percent : NumberFormat::Number;
    }
};

/// True of "h", "mm" and their like, as they stand in brackets.
bool isElapsed(QStringView inBrackets)
{
    const QChar first = inBrackets.isEmpty() ? QChar() : inBrackets[0].toLower();
    return u"hms"_s.contains(first) &&
           std::all_of(inBrackets.begin(), inBrackets.end(), [&](QChar c) { return c.toLower() == first; });
}

/// The words in format codes whose letters mean nothing one by one; the length of the one at the front of \a
/// code.
qsizetype formatWord(QStringView code)
{
    for (const QStringView word : {u"general", u"am/pm", u"a/p"}) {
        if (code.startsWith(word, Qt::CaseInsensitive))
            return word.size();
    }
    return 0;
}

FormatLetters lettersOf(QStringView code)
{
    FormatLetters letters;
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (const qsizetype word = formatWord(code.mid(i)); word > 0) {
            i += word - 1;
            continue;
        }
        const qsizetype start = i;
        switch (code[i].toLower().unicode()) {
        case u'"':
            i = code.indexOf(u'"', i + 1);
            if (i < 0)
                return letters;
            break;
        case u'[':
            i = code.indexOf(u']', i + 1);
            if (i < 0)
                return letters;
            letters.elapsed = letters.elapsed || isElapsed(code.mid(start + 1, i - start - 1));
            break;
        case u'\\':
        case u'_':
        case u'*': ++i; break;
        case u';':
            return letters; // Only the first section counts: the others are for negative numbers and text.
        case u'y':
        case u'd': letters.day = true; break;
        case u'e': // the year of an era, unless it is the exponent of 0.0E+00
            letters.day =
                letters.day || !(code.mid(i + 1).startsWith(u'+') || code.mid(i + 1).startsWith(u'-'));
            break;
        case u'a': letters.day = letters.day || code.mid(i).startsWith(u"aaa", Qt::CaseInsensitive); break;
        case u'm': letters.minuteOrMonth = true; break;
        case u'h': letters.hour = true; break;
        case u's': letters.second = true; break;
        case u'%': letters.percent = true; break;
        default: break;
        }
    }
    return letters;
}

/// The units, in the order of their numbers.
constexpr std::array<QStringView, 15> multiples = {u"",     u"百",     u"千",     u"万",     u"十万",
                                                   u"百万", u"千万",   u"亿",     u"百元",   u"千元",
                                                   u"万元", u"十万元", u"百万元", u"千万元", u"亿元"};

/// What the first section of a format shows of the digits and behind them.
class DigitPattern
{
public:
    explicit DigitPattern(QStringView code)
    {
        for (qsizetype i = 0; i < code.size() && code[i] != u';'; ++i)
            i = take(code, i);
        m_isScaled = m_isScaled || m_endsInComma;
    }
    /// What is written behind the digits, of a number that is shown as it is.
    QStringView literal() const { return m_isScaled || m_isDivided ? QStringView() : m_literal; }
    int zeros() const { return m_hasOnlyZeros ? m_zeros : 0; }

private:
    /// Takes what stands at \a at; the place of its last character.
    qsizetype take(QStringView code, qsizetype at)
    {
        constexpr QStringView chinesePattern = u"G/通用格式";
        const QStringView rest = code.mid(at);
        const QChar c = code[at];
        const qsizetype word = rest.startsWith(chinesePattern) ? chinesePattern.size() : formatWord(rest);
        if (word > 0) {
            takeDigit(u'#');
            return at + word - 1;
        }
        if (c == u'0' || c == u'#' || c == u'?') {
            takeDigit(c);
            return at;
        }
        m_hasOnlyZeros = m_hasOnlyZeros && (c == u'_' || c == u'[');
        if (c == u',') {
            m_endsInComma = m_hasDigits;
        } else if (c == u'.') {
            m_isScaled = m_isScaled || m_endsInComma;
        } else if (c == u'"') {
            const qsizetype end = code.indexOf(u'"', at + 1);
            takeLiteral(end < 0 ? QStringView() : code.mid(at + 1, end - at - 1));
            return end < 0 ? code.size() : end;
        } else if (c == u'[') {
            const qsizetype end = code.indexOf(u']', at + 1);
            return end < 0 ? code.size() : end;
        } else if (c == u'\\' || c == u'!') {
            takeLiteral(code.mid(at + 1, 1));
            return at + 1;
        } else if (c == u'_' || c == u'*') {
            return at + 1;
        } else if (c.unicode() >= 0x80) {
            takeLiteral(code.mid(at, 1));
        }
        return at;
    }
    void takeDigit(QChar c)
    {
        m_hasDigits = true;
        m_endsInComma = false;
        // A point that is only written, 0!.0, divides as much as it shows.
        m_isDivided = m_isDivided || !m_literal.isEmpty();
        m_zeros += c == u'0' ? 1 : 0;
        m_hasOnlyZeros = m_hasOnlyZeros && c == u'0';
    }
    void takeLiteral(QStringView text)
    {
        if (m_hasDigits)
            m_literal += text;
    }

    QString m_literal;
    int m_zeros = 0;
    bool m_hasDigits = false;
    bool m_hasOnlyZeros = true;
    bool m_endsInComma = false;
    bool m_isScaled = false;
    bool m_isDivided = false;
};

} // namespace

quint8 multipleIn(QStringView literal)
{
    static const QRegularExpression unit(
        u"^\\s*([十百千]?[百千万亿])(?:([元圆])(?:人民币|整)?|人民币|人|名|个|家|户|次|场|人次|平方米|㎡|平米|小时)?\\s*$"_s);
    const QRegularExpressionMatch match = unit.match(literal.toString());
    if (!match.hasMatch())
        return 0;
    const QString wanted = match.captured(1) + (match.capturedLength(2) > 0 ? u"元"_s : QString());
    const auto found = std::find(multiples.begin(), multiples.end(), wanted);
    return found == multiples.end() ? quint8(0) : quint8(found - multiples.begin());
}

QStringView multipleText(quint8 multiple)
{
    return multiple < multiples.size() ? multiples[multiple] : QStringView();
}

CellFormat cellFormat(int id, QStringView code)
{
    constexpr int mostZeros = 20;
    CellFormat format{.meaning = numberFormat(id, code)};
    if (code.isEmpty() || format.meaning != NumberFormat::Number)
        return format;
    const DigitPattern pattern(code);
    format.multiple = multipleIn(pattern.literal());
    format.zeros = quint8(std::min(pattern.zeros(), mostZeros));
    return format;
}

NumberFormat numberFormat(int id, QStringView code)
{
    return code.isEmpty() ? builtInFormat(id) : lettersOf(code).meaning();
}

void applyFormat(const CellFormat &whole, DateSystem system, Cell &cell)
{
    const NumberFormat format = whole.meaning;
    cell.multiple = whole.multiple;
    cell.zeros = whole.zeros;
    cell.percent = format == NumberFormat::Percent;
    if (format == NumberFormat::Number || cell.percent)
        return;
    constexpr double mostDays = 10'000'000; // no time and no day that Excel knows
    constexpr double plausibleDay = 3'654;  // 1910-01-01: no county keeps so many days of hours in one cell
    const double days = cell.text.toDouble();
    if (std::abs(days) > mostDays)
        return;
    const bool isWhole = days == std::floor(days);
    if (format == NumberFormat::Duration ||
        (format == NumberFormat::Time && (days < 0 || (days >= 1 && days < plausibleDay)))) {
        cell = Cell::fromDuration(std::move(cell.text));
        return;
    }
    const QString serial = roundedSerial(numberText(cell.text));
    if ((format == NumberFormat::Time && !(isWhole && days >= plausibleDay)) ||
        (days > 0 && days < 1 && serial != u"1")) {
        cell = Cell::fromTime(std::move(cell.text));
        return;
    }
    cell.dateFormat = true;
    const DateReading reading = readDateSerial(serial, system);
    // What is no date stays the number it is; what stands for none is for the reader to tell.
    if (reading.date.isValid()) {
        cell.kind = Cell::Kind::Date;
        cell.date = reading.date;
    }
}

} // namespace core
