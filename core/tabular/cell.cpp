// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/cell.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/tabular/duration.h"
#include "core/tabular/numberformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype excelDigits = 15;

/// A decimal number taken apart: 0.digits × 10^point.
struct Digits
{
    bool negative = false;
    QString digits;
    qsizetype point = 0;
};

/// Reads [+-]d*[.d*][E[+-]d+].
bool takeApart(QStringView text, Digits &out)
{
    constexpr int largestExponent = 400;
    qsizetype i = 0;
    if (i < text.size() && (text[i] == u'-' || text[i] == u'+'))
        out.negative = text[i++] == u'-';
    bool sawPoint = false;
    for (; i < text.size() && (isDigit(text[i]) || (text[i] == u'.' && !sawPoint)); ++i) {
        if (text[i] == u'.')
            sawPoint = true;
        else
            out.digits += text[i];
        if (!sawPoint)
            out.point = out.digits.size();
    }
    if (out.digits.isEmpty())
        return false;
    if (i < text.size() && (text[i] == u'e' || text[i] == u'E')) {
        bool isNumber = false;
        const int exponent = text.mid(i + 1).toInt(&isNumber);
        if (!isNumber || exponent < -largestExponent || exponent > largestExponent)
            return false;
        out.point += exponent;
        i = text.size();
    }
    if (i != text.size())
        return false;
    qsizetype zeros = 0;
    while (zeros < out.digits.size() && out.digits[zeros] == u'0')
        ++zeros;
    out.digits.remove(0, zeros);
    out.point -= zeros;
    while (out.digits.endsWith(u'0'))
        out.digits.chop(1);
    return true;
}

/// Rounds half up to \a count significant digits.
void roundTo(Digits &number, qsizetype count)
{
    if (number.digits.size() <= count)
        return;
    const bool up = number.digits[count] >= u'5';
    number.digits.truncate(count);
    qsizetype i = count - 1;
    for (; up && i >= 0; --i) {
        if (number.digits[i] != u'9') {
            number.digits[i] = QChar(char16_t(number.digits[i].unicode() + 1));
            break;
        }
        number.digits[i] = u'0';
    }
    if (up && i < 0) {
        number.digits.prepend(u'1');
        ++number.point;
    }
    while (number.digits.endsWith(u'0'))
        number.digits.chop(1);
}

QString plain(const Digits &number)
{
    if (number.digits.isEmpty())
        return u"0"_s;
    QString text = number.digits;
    if (number.point <= 0)
        text = u"0."_s + QString(-number.point, u'0') + text;
    else if (number.point >= text.size())
        text += QString(number.point - text.size(), u'0');
    else
        text.insert(number.point, u'.');
    return number.negative ? u'-' + text : text;
}

/// "55%" for 0.55.
QString percentText(const QString &number)
{
    Digits apart;
    if (!takeApart(number, apart))
        return number;
    roundTo(apart, excelDigits);
    apart.point += 2;
    return plain(apart) + u'%';
}

QString shownNumber(const Cell &cell)
{
    if (cell.percent)
        return percentText(cell.text);
    QString number = numberText(cell.text);
    if (number.size() < cell.zeros && cell.integer && !number.startsWith(u'-'))
        number = number.rightJustified(cell.zeros, u'0');
    return cell.multiple > 0 ? number + multipleText(cell.multiple).toString() : number;
}

} // namespace

QString numberText(const QString &number)
{
    // The usual case: a whole number that is right as it stands.
    if (std::all_of(number.begin(), number.end(), isDigit) &&
        (number.size() == 1 || !number.startsWith(u'0')))
        return number;
    Digits apart;
    if (!takeApart(number, apart))
        return number;
    if (apart.digits.size() > apart.point)
        roundTo(apart, excelDigits);
    return plain(apart);
}

QString roundedSerial(const QString &serial)
{
    const qsizetype point = serial.indexOf(u'.');
    if (point < 0)
        return serial;
    const QString whole = serial.left(point);
    bool isNumber = false;
    const qint64 day = whole.toLongLong(&isNumber);
    const double seconds = (u'0' + serial.mid(point)).toDouble() * double(secondsPerDay);
    return isNumber && day >= 0 && qRound64(seconds) == secondsPerDay ? QString::number(day + 1) : serial;
}

Cell Cell::fromText(QString text)
{
    Cell cell;
    cell.kind = text.isEmpty() ? Kind::Empty : Kind::Text;
    cell.text = std::move(text);
    return cell;
}

Cell Cell::fromNumber(QString number)
{
    Cell cell;
    cell.kind = Kind::Number;
    cell.integer = std::none_of(number.begin(), number.end(),
                                [](QChar c) { return c == u'.' || c == u'e' || c == u'E'; });
    if (!cell.integer)
        cell.integer = !numberText(number).contains(u'.');
    cell.text = std::move(number);
    return cell;
}

Cell Cell::fromDate(QDate date)
{
    Cell cell;
    if (date.isValid()) {
        cell.kind = Kind::Date;
        cell.date = date;
        cell.dateFormat = true;
    }
    return cell;
}

Cell Cell::fromTime(QString days)
{
    Cell cell;
    cell.kind = Kind::Time;
    cell.text = std::move(days);
    return cell;
}

Cell Cell::fromDuration(QString days)
{
    Cell cell;
    cell.kind = Kind::Duration;
    cell.text = std::move(days);
    return cell;
}

Cell Cell::fromYesNo(bool yes)
{
    Cell cell;
    cell.kind = Kind::YesNo;
    cell.yes = yes;
    return cell;
}

bool Cell::isBlank() const
{
    if (kind == Kind::Empty)
        return true;
    return kind == Kind::Text && core::isBlank(text);
}

QString Cell::value() const
{
    switch (kind) {
    case Kind::Empty: return {};
    case Kind::Text:
    case Kind::Error: return text;
    case Kind::Number: return shownNumber(*this);
    case Kind::Date: return date.toString(Qt::ISODate);
    case Kind::Time: {
        const QString clock = durationText(seconds());
        return clock.indexOf(u':') == 1 ? u'0' + clock : clock;
    }
    case Kind::Duration: return durationText(seconds());
    case Kind::YesNo: return yes ? tr("是") : tr("否");
    }
    return {};
}

QString Cell::cleaned() const
{
    return cleanText(value());
}

DateReading Cell::asDate(DateSystem system) const
{
    using Reading = DateReading::Kind;
    switch (kind) {
    case Kind::Empty: return {};
    case Kind::Date: return {isSentinelDate(date) ? Reading::Empty : Reading::Day, date};
    case Kind::Text: return readDateOrSerial(text, system);
    case Kind::Number: {
        const QString number = numberText(text);
        if (number == u"0")
            return {};
        // October as "2021.10" becomes the number 2021.1: which month was meant cannot be known.
        if (number.size() == 6 && number.endsWith(u".1"))
            return {Reading::Tenth, {}};
        return readDateOrSerial(roundedSerial(number), system);
    }
    case Kind::Time:
    case Kind::Duration:
    case Kind::YesNo:
    case Kind::Error: break;
    }
    return {Reading::Unreadable, {}};
}

qint64 Cell::seconds() const
{
    if (kind != Kind::Time && kind != Kind::Duration)
        return 0;
    constexpr double mostDays = 1'000'000'000;
    const double days = std::clamp(text.toDouble(), -mostDays, mostDays);
    const qint64 all = qRound64(days * double(secondsPerDay));
    return kind == Kind::Time ? all % secondsPerDay : all;
}

bool Cell::mayHaveLostDigits() const
{
    if (kind != Kind::Number || !integer)
        return false;
    const QString digits = numberText(text);
    return digits.size() - (digits.startsWith(u'-') ? 1 : 0) > excelDigits;
}

const Cell &Row::at(int column) const
{
    static const Cell empty;
    return column >= 0 && size_t(column) < cells.size() ? cells[size_t(column)] : empty;
}

bool Row::isBlank() const
{
    return std::all_of(cells.begin(), cells.end(), [](const Cell &cell) { return cell.isBlank(); });
}

QString columnName(int column)
{
    QString name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.prepend(QChar(char16_t(u'A' + (rest - 1) % 26)));
    return name;
}

} // namespace core
