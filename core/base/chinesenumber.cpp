// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/chinesenumber.h"

#include "core/base/text.h"

#include <array>

namespace core {

namespace {

constexpr qint64 mostChinese = 9'000'000'000'000'000;
constexpr int inTenThousands = 4;
constexpr int inHundredMillions = 8;

qint64 tenTo(int power)
{
    qint64 value = 1;
    for (int i = 0; i < power; ++i)
        value *= 10;
    return value;
}

/// Adds up a number from left to right: 3 亿 2000 万 5 千.
class ChineseSum
{
public:
    bool add(QChar c)
    {
        if (isDigit(c))
            return addArabic(c.digitValue());
        if (const int digit = chineseDigit(c); digit >= 0)
            return addDigit(digit);
        if (c == u'廿' || c == u'卅')
            return m_arabic == 0 && addDigit(c == u'廿' ? 2 : 3) && addMagnitude(1);
        const int power = chineseMagnitude(c);
        return power > 0 && addMagnitude(power);
    }

    std::optional<qint64> result()
    {
        // What follows a magnitude directly must fill its zeros, or follow a 零: "三万五" does neither.
        if (m_pending > 0 && m_lastPower > 1 && !m_sawZero && m_arabic != m_lastPower)
            return {};
        if (!m_any)
            return {};
        return m_total + m_section + std::max<qint64>(m_pending, 0);
    }

private:
    bool addArabic(int digit)
    {
        if (m_pending >= 0 && m_arabic == 0)
            return false;
        m_pending = (m_arabic == 0 ? 0 : m_pending) * 10 + digit;
        m_any = true;
        return ++m_arabic <= 12;
    }

    bool addDigit(int digit)
    {
        m_any = true;
        if (digit == 0) {
            m_sawZero = true;
            return m_pending < 0;
        }
        if (m_pending >= 0)
            return false;
        m_pending = digit;
        return true;
    }

    bool addMagnitude(int power)
    {
        const bool isLarge = power >= inTenThousands;
        // 十二 is 12, but nothing else begins with its magnitude.
        if (m_pending < 0 && !isLarge) {
            if (power != 1)
                return false;
            m_pending = 1;
        }
        if (!isLarge) {
            if (m_sectionPower != 0 && power >= m_sectionPower)
                return false;
            m_section += m_pending * tenTo(power);
            m_sectionPower = power;
        } else {
            m_section += std::max<qint64>(m_pending, 0);
            const qint64 multiplied = power == inHundredMillions ? m_total + m_section : m_section;
            if (multiplied == 0 || multiplied > mostChinese / tenTo(power))
                return false;
            m_total = (power == inHundredMillions ? 0 : m_total) + multiplied * tenTo(power);
            m_section = 0;
            m_sectionPower = 0;
        }
        m_any = true;
        m_lastPower = power;
        m_pending = -1;
        m_arabic = 0;
        m_sawZero = false;
        return true;
    }

    qint64 m_total = 0;    ///< Of what 万 and 亿 closed.
    qint64 m_section = 0;  ///< Below the next 万 or 亿.
    qint64 m_pending = -1; ///< The digits that wait for their magnitude; −1: none.
    int m_arabic = 0;      ///< How many of them are Arabic.
    int m_sectionPower = 0;
    int m_lastPower = 0;
    bool m_sawZero = false; ///< Since the last magnitude.
    bool m_any = false;
};

} // namespace

int chineseDigit(QChar c)
{
    static constexpr std::array<QStringView, 10> digits = {u"零〇○", u"一壹弌", u"二贰貳两兩", u"三叁參",
                                                           u"四肆",  u"五伍",   u"六陆陸",     u"七柒",
                                                           u"八捌",  u"九玖"};
    for (size_t i = 0; i < digits.size(); ++i) {
        if (digits[i].contains(c))
            return int(i);
    }
    return -1;
}

int chineseMagnitude(QChar c)
{
    switch (c.unicode()) {
    case u'十':
    case u'拾': return 1;
    case u'百':
    case u'佰': return 2;
    case u'千':
    case u'仟': return 3;
    case u'万':
    case u'萬': return inTenThousands;
    case u'亿':
    case u'億': return inHundredMillions;
    default: return 0;
    }
}

std::optional<qint64> readChineseNumber(QStringView text)
{
    ChineseSum sum;
    for (const QChar c : text) {
        if (!sum.add(c))
            return {};
    }
    return sum.result();
}

} // namespace core
