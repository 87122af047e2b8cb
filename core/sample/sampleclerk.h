// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/record/codec.h"
#include "core/sample/samplerandom.h"
#include "core/tabular/cell.h"

#include <QDate>
#include <QString>

namespace core {

/// How the person who keeps a sheet of the sample county types: dates in several forms, now and then a blank
/// too many, full-width digits, an empty cell. One for each sheet; draws in the order of the cells.
class SampleClerk
{
public:
    explicit SampleClerk(SampleRandom random)
        : m_random(random)
    {}

    /// \a text; about one in eighty with a blank or an invisible character around it.
    Cell text(const QString &text);
    /// \a text; about one in forty is missing.
    Cell maybe(const QString &text);
    /// Digits that are no number (codes, telephone numbers); about one in a hundred full-width.
    Cell digits(const QString &digits);
    Cell number(qint64 value);
    /// A real date cell in six of ten cases, else 2021.3.5, 2021年3月5日, 20210305 or 2021-03-05.
    Cell date(QDate date);
    /// As date(); about one in thirty is missing.
    Cell maybeDate(QDate date);
    /// For columns headed （万元）.
    Cell tenThousandYuan(Money money);
    /// 是 and 否, or √ and nothing.
    Cell yesNo(bool yes);
    /// The label of a choice, or now and then another spelling of it.
    template<ChoiceEnum E>
    Cell choice(E value)
    {
        const Choice &one = std::span<const Choice>(choicesOf(value))[size_t(value)];
        const QString aliases = QString::fromUtf8(one.aliases);
        if (!aliases.isEmpty() && m_random.chance(80))
            return text(aliases.section(u'|', 0, 0));
        return text(QString::fromUtf8(one.label));
    }
    bool chance(int permille) { return m_random.chance(permille); }

private:
    SampleRandom m_random;
};

/// \a money in units of 10,000 yuan, shortest form: "3", "0.35".
QString inTenThousandYuan(Money money);

} // namespace core
