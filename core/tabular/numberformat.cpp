// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/numberformat.h"

#include <algorithm>
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

} // namespace

NumberFormat numberFormat(int id, QStringView code)
{
    return code.isEmpty() ? builtInFormat(id) : lettersOf(code).meaning();
}

void applyFormat(NumberFormat format, DateSystem system, Cell &cell)
{
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
