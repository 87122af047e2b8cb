// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dateparse.h"

#include "core/base/chinesenumber.h"
#include "core/base/text.h"

#include <QRegularExpression>
#include <QString>

#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Kind = DateReading::Kind;

constexpr int firstYear = 1800;
constexpr int lastYear = 2199;
constexpr DateReading unreadable = {Kind::Unreadable, {}};
constexpr DateReading noSuchDay = {Kind::NoSuchDay, {}};

/// The parts of a date as written; 0 where nothing was written.
struct Parts
{
    int year = 0;
    int month = 0;
    int day = 0;
    bool hasMonth = false;
    bool hasDay = false;
};

DateReading toReading(const Parts &p)
{
    if (p.year == 0 && p.month == 0 && p.day == 0)
        return {};
    // 1900-01-00 is how the number 0 shows in a date cell.
    if (p.year == 1900 && p.month == 1 && p.day == 0 && p.hasDay)
        return {};
    const QDate date(p.year, p.hasMonth ? p.month : 1, p.hasDay ? p.day : 1);
    if (!date.isValid())
        return p.year < firstYear || p.year > lastYear ? unreadable : noSuchDay;
    if (p.hasDay && isSentinelDate(date))
        return {Kind::Empty, date};
    if (p.year < firstYear || p.year > lastYear)
        return unreadable;
    return {p.hasDay ? Kind::Day : p.hasMonth ? Kind::Month : Kind::Year, date};
}

/// Cuts a time of day off the end: "2021-03-05 00:00:00", "2021/3/5 0:00", "2021-03-05T00:00:00.000Z".
QStringView withoutTime(QStringView text)
{
    const qsizetype at = text.indexOf(u':');
    if (at < 0)
        return text;
    qsizetype start = at;
    while (start > 0 && isDigit(text[start - 1]))
        --start;
    if (start == at || at - start > 2 || start == 0)
        return text;
    for (const QChar c : text.mid(at)) {
        if (!isDigit(c) && !u":.Z+ "_s.contains(c))
            return text;
    }
    const QChar before = text[start - 1];
    return before == u' ' || before == u'T' ? text.left(start - 1).trimmed() : text;
}

/// Eight, six or four digits without anything between.
std::optional<Parts> readCompact(QStringView text)
{
    if (text.size() != 8 && text.size() != 6 && text.size() != 4)
        return {};
    for (const QChar c : text) {
        if (!isDigit(c))
            return {};
    }
    Parts p;
    p.year = text.left(4).toInt();
    p.hasMonth = text.size() >= 6;
    p.hasDay = text.size() == 8;
    p.month = p.hasMonth ? text.mid(4, 2).toInt() : 0;
    p.day = p.hasDay ? text.mid(6, 2).toInt() : 0;
    // 210305 is a day of which the century is missing, not the May of 2103.
    constexpr int firstYear = 1949;
    constexpr int lastYear = 2100;
    if (p.hasMonth && !p.hasDay && (p.year < firstYear || p.year > lastYear))
        return {};
    return p;
}

/// Which separator may follow the part \a index (0 year, 1 month, 2 day).
bool isSeparator(QChar c, int index)
{
    static constexpr std::array<QChar, 3> words = {QChar(u'年'), QChar(u'月'), QChar(u'日')};
    if (c == words[size_t(index)] || (index == 2 && c == u'号'))
        return true;
    return index < 2 && (c == u'-' || c == u'/' || c == u'.' || c == u'、' || c == u'—' || c == u'–');
}

std::optional<Parts> readSeparated(QStringView text)
{
    std::array<int, 3> value = {};
    int count = 0;
    qsizetype i = 0;
    while (i < text.size()) {
        if (count == 3)
            return {};
        const qsizetype start = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        const qsizetype digits = i - start;
        if (count == 0 ? digits != 4 : (digits < 1 || digits > 2))
            return {};
        value[size_t(count)] = text.mid(start, digits).toInt();
        while (i < text.size() && text[i] == u' ')
            ++i;
        if (i < text.size()) {
            const QChar separator = text[i++];
            const bool closes = i == text.size();
            const bool word =
                separator == u'年' || separator == u'月' || separator == u'日' || separator == u'号';
            // A mark needs something behind it, except the full stop that people leave after a date.
            if (!isSeparator(separator, count) && !(closes && separator == u'.'))
                return {};
            if (closes && !word && separator != u'.')
                return {};
        }
        while (i < text.size() && text[i] == u' ')
            ++i;
        ++count;
    }
    if (count == 0)
        return {};
    return Parts{value[0], value[1], value[2], count >= 2, count == 3};
}

/// "2021年3月5日" of "二〇二一年三月五日": the year is read digit by digit, month and day are numbers. Runs
/// of Chinese numerals that are neither stay as they are.
QString withArabicDigits(const QString &text)
{
    constexpr QStringView oAsZero = u"OoＯ"; // what input methods and scans make of 〇
    QString read;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        bool isChinese = false;
        QString digits;
        for (; end < text.size(); ++end) {
            const QChar c = text[end];
            const int digit = isDigit(c) ? c.digitValue() : oAsZero.contains(c) ? 0 : chineseDigit(c);
            const bool isTen = chineseMagnitude(c) == 1 || c == u'廿' || c == u'卅';
            if (digit < 0 && !isTen)
                break;
            isChinese = isChinese || !isDigit(c);
            digits += isTen ? QString() : QString::number(digit);
        }
        const QString run = text.mid(i, end - i);
        if (end == i) {
            read += text[end++];
        } else if (!isChinese || digits.size() == run.size()) {
            read += digits;
        } else {
            const auto number = readChineseNumber(run);
            read += number ? QString::number(*number) : run;
        }
        i = end;
    }
    return read.replace(u"元月"_s, u"1月"_s);
}

/// \a text without weekday and time of day, with Arabic digits, its parts divided by '-': the ways of writing
/// that are too rare to be asked first.
QString plainDate(QString text)
{
    static const QRegularExpression weekday(uR"([(\[]?(?:星期|周|礼拜)[一二三四五六日天][)\]]?)"_s);
    static const QRegularExpression time(
        uR"([\sT]*(?:(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|[AaPp]\.?[Mm]\.?)\s*)?)"
        uR"((?:\d{1,2}(?::\d{1,2}){1,2}(?:\.\d+)?|\d{1,2}[时時点](?:\d{1,2}分?|[整半])?(?:\d{1,2}秒)?))"
        uR"(\s*(?:[AaPp]\.?[Mm]\.?)?$|\s*(?:上午|中午|下午|晚上|晚)$)"_s);
    static const QRegularExpression parts(
        uR"(^(\d{4})\s*[-年/.。,、\\_·—–\s]\s*(\d{1,2})(?:\s*[-月/.。,、\\_·—–\s]\s*(\d{1,2}))?\s*[日号月]?\s*[.。,、]?$)"_s);
    text = withArabicDigits(text.remove(weekday).trimmed());
    text = text.remove(time).trimmed();
    static const QRegularExpression joinedDay(uR"(^(\d{4})\s*[-/.]\s*(0[1-9]|1[0-2])(\d{2})$)"_s);
    if (const auto joined = joinedDay.match(text); joined.hasMatch())
        return joined.captured(1) + u'-' + joined.captured(2) + u'-' + joined.captured(3);
    const QRegularExpressionMatch match = parts.match(text);
    if (!match.hasMatch())
        return text;
    return match.captured(3).isEmpty()
               ? match.captured(1) + u'-' + match.captured(2)
               : match.captured(1) + u'-' + match.captured(2) + u'-' + match.captured(3);
}

/// True for a text that can be a date at all: it names a year, and is not longer than a date with weekday and
/// time.
bool mayBeDate(QStringView text)
{
    constexpr qsizetype longest = 40;
    constexpr qsizetype shortest = 5; // 二〇二一年
    if (text.size() < shortest || text.size() > longest)
        return false;
    return (isDigit(text[0]) && isDigit(text[1])) || chineseDigit(text[0]) > 0;
}

/// The whole part of a number that is not negative, or nothing. "4.386E4" is not used by any program for
/// dates.
std::optional<qint64> wholePart(QStringView number)
{
    const qsizetype point = number.indexOf(u'.');
    const QStringView whole = point < 0 ? number : number.left(point);
    if (whole.isEmpty() || whole.size() > 9)
        return {};
    for (const QChar c : whole) {
        if (!isDigit(c))
            return {};
    }
    for (const QChar c : point < 0 ? QStringView() : number.mid(point + 1)) {
        if (!isDigit(c))
            return {};
    }
    return whole.toLongLong();
}

} // namespace

bool isSentinelDate(QDate date)
{
    static const std::array<QDate, 5> sentinels = {QDate(1899, 12, 30), QDate(1899, 12, 31),
                                                   QDate(1900, 1, 1), QDate(1970, 1, 1), QDate(9999, 12, 31)};
    for (const QDate sentinel : sentinels) {
        if (date == sentinel)
            return true;
    }
    return false;
}

DateReading readDate(QStringView text)
{
    const QString clean = toHalfWidth(cleanText(text)).trimmed();
    if (clean.isEmpty())
        return {};
    const QStringView bare = withoutTime(clean);
    auto parts = readCompact(bare);
    if (!parts)
        parts = readSeparated(bare);
    if (!parts && mayBeDate(clean)) {
        const QString plain = plainDate(clean);
        parts = readCompact(plain);
        if (!parts)
            parts = readSeparated(plain);
    }
    DateReading reading = parts ? toReading(*parts) : unreadable;
    static constexpr QStringView endOfDay = u"24:00";
    const qsizetype at = reading.kind == Kind::Day ? clean.indexOf(endOfDay) : -1;
    if (at > 0 && !isDigit(clean[at - 1])) // how some programs write the first moment of the next day
        reading.date = reading.date.addDays(1);
    return reading;
}

std::optional<WrittenPeriod> readPeriod(QStringView text)
{
    static const QString day = uR"((\d{8}|\d{4}[年./-]\d{1,2}(?:[月./-]\d{1,2}[日号]?|月)?))"_s;
    static const QString shortDay = uR"((\d{1,2}[月./-]\d{1,2}[日号]?))"_s;
    static const QString before = uR"(^(?:证书)?(?:有效期限?)?:?[(\[]?[自从由]?)"_s;
    static const QString behind = uR"((?:为?止|截止|到期)?[)\]]?[。.]?$)"_s;
    static const QString divider = u"(?:(?:起,?|始,?)?[至到~〜—–―─-]+|起,?)"_s;
    static const QRegularExpression both(before + day + divider + day + behind);
    static const QRegularExpression sameYear(before + day + divider + shortDay + behind);
    static const QRegularExpression end(before + u"(?:[至到]|截[至止])?"_s + day + behind);
    static const QRegularExpression start(before + day + uR"([起始][)\]]?$)"_s);
    constexpr qsizetype longest = 60;
    if (text.size() > longest || readDate(text).kind != Kind::Unreadable)
        return {};
    QString plain = toHalfWidth(cleanText(text));
    plain.removeIf([](QChar c) { return c.isSpace(); });
    plain = withArabicDigits(plain);
    if (const auto found = both.match(plain); found.hasMatch())
        return WrittenPeriod{found.captured(1), found.captured(2)};
    if (const auto found = sameYear.match(plain); found.hasMatch() && readDate(found.captured(1)).isDay())
        return WrittenPeriod{found.captured(1), found.captured(1).left(4) + u'-' + found.captured(2)};
    if (const auto found = start.match(plain); found.hasMatch())
        return WrittenPeriod{found.captured(1), {}};
    if (const auto found = end.match(plain); found.hasMatch())
        return WrittenPeriod{{}, found.captured(1)};
    return {};
}

std::optional<QDate> parseDate(QStringView text)
{
    const DateReading reading = readDate(text);
    return reading.isDay() ? std::optional(reading.date) : std::nullopt;
}

DateReading readDateSerial(QStringView serial, DateSystem system)
{
    constexpr qint64 lastDay1900 = 2'958'465; // 9999-12-31
    constexpr qint64 offset1904 = 1'462;
    constexpr qint64 leapDayThatNeverWas = 60;
    const auto whole = wholePart(serial);
    if (!whole)
        return unreadable;
    // Shown as 1900-01-00 or as 1904-01-01: a cell that holds nothing but its format.
    if (*whole == 0)
        return {};
    const qint64 day = *whole + (system == DateSystem::From1904 ? offset1904 : 0);
    if (day > lastDay1900 || day == leapDayThatNeverWas)
        return unreadable;
    const QDate origin = day < leapDayThatNeverWas ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const QDate date = origin.addDays(day);
    return {isSentinelDate(date) ? Kind::Empty : Kind::Day, date};
}

DateReading readDateOrSerial(QStringView text, DateSystem system)
{
    constexpr qint64 firstPlausible = 3'654;
    constexpr qint64 lastPlausible = 73'415;
    const DateReading written = readDate(text);
    if (written.kind != Kind::Unreadable)
        return written;
    const QString bare = toHalfWidth(cleanText(text));
    const auto whole = wholePart(bare);
    if (whole && *whole >= firstPlausible && *whole <= lastPlausible)
        return readDateSerial(bare, system);
    return written;
}

} // namespace core
