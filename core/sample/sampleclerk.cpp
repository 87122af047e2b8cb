// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sampleclerk.h"

using namespace Qt::StringLiterals;

namespace core {

Cell SampleClerk::text(const QString &text)
{
    if (text.isEmpty())
        return {};
    switch (m_random.below(320)) {
    case 0: return Cell::fromText(text + u' ');
    case 1: return Cell::fromText(text + QChar(0x3000)); // ideographic space
    case 2: return Cell::fromText(text + QChar(0x200B)); // zero-width space
    case 3: return Cell::fromText(u' ' + text);
    default: return Cell::fromText(text);
    }
}

Cell SampleClerk::maybe(const QString &value)
{
    return m_random.chance(25) ? Cell() : text(value);
}

Cell SampleClerk::digits(const QString &digits)
{
    if (!m_random.chance(10))
        return Cell::fromText(digits);
    QString wide = digits;
    for (QChar &c : wide) {
        if (c >= u'0' && c <= u'9')
            c = QChar(c.unicode() - u'0' + 0xFF10);
    }
    return Cell::fromText(wide);
}

Cell SampleClerk::number(qint64 value)
{
    return m_random.chance(6) ? digits(QString::number(value)) : Cell::fromInteger(value);
}

Cell SampleClerk::date(QDate date)
{
    if (!date.isValid())
        return {};
    switch (m_random.below(20)) {
    case 0:
    case 1:
    case 2: return Cell::fromText(date.toString(u"yyyy.M.d"_s));
    case 3:
    case 4: return Cell::fromText(date.toString(u"yyyy年M月d日"_s));
    case 5:
    case 6: return Cell::fromText(date.toString(u"yyyyMMdd"_s));
    case 7: return Cell::fromText(date.toString(u"yyyy-MM-dd"_s));
    default: return Cell::fromDate(date);
    }
}

Cell SampleClerk::maybeDate(QDate value)
{
    return m_random.chance(33) ? Cell() : date(value);
}

Cell SampleClerk::tenThousandYuan(Money money)
{
    return Cell::fromNumber(inTenThousandYuan(money));
}

Cell SampleClerk::yesNo(bool yes)
{
    if (m_random.chance(200))
        return yes ? Cell::fromText(u"√"_s) : Cell();
    return Cell::fromText(yes ? u"是"_s : u"否"_s);
}

QString inTenThousandYuan(Money money)
{
    const qint64 fen = money.fen;
    QString text = QString::number(fen / 1'000'000);
    if (const qint64 rest = fen % 1'000'000; rest != 0) {
        text += u'.' + QString::number(rest).rightJustified(6, u'0');
        while (text.endsWith(u'0'))
            text.chop(1);
    }
    return text;
}

} // namespace core
