// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/columnunits.h"

#include "core/base/tr.h"
#include "core/exchange/titlewords.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

void takeUnitOfTitle(const RecordType &type, const QStringList &titles, ColumnMapping &mapping)
{
    const QString unit = unitInTitles(titles);
    if (unit.isEmpty())
        return;
    QStringList headings;
    for (ImportColumn &column : mapping.columns) {
        if (type.fields[size_t(column.field)].kind == Kind::Money && column.unit.isEmpty() &&
            column.unitColumn < 0) {
            column.unit = unit;
            headings.append(column.heading);
        }
    }
    if (!headings.isEmpty())
        mapping.notes.append(tr("%1：按标题以%2为单位").arg(headings.join(u'、'), unit));
}

bool takeUnitColumn(const RecordType &type, const HeaderColumn &column, std::span<const Row> samples,
                    ColumnMapping &mapping)
{
    static const QSet<QString> headings = {u"单位"_s, u"计量单位"_s, u"金额单位"_s, u"货币单位"_s,
                                           u"资金单位"_s};
    const auto isFilled = [&](const Row &row) { return !row.at(column.column).isBlank(); };
    const auto isUnit = [&](const Row &row) {
        return !isFilled(row) || !unitAlone(row.at(column.column).value()).isEmpty();
    };
    if (!headings.contains(column.lastLevel) || std::none_of(samples.begin(), samples.end(), isFilled) ||
        !std::all_of(samples.begin(), samples.end(), isUnit))
        return false;
    ImportColumn *amount = nullptr;
    int amounts = 0;
    for (ImportColumn &one : mapping.columns) {
        if (type.fields[size_t(one.field)].kind != Kind::Money)
            continue;
        ++amounts;
        if (!amount || one.column == column.column - 1)
            amount = &one;
    }
    if (!amount || !amount->unit.isEmpty() || (amounts > 1 && amount->column != column.column - 1))
        return false;
    amount->unitColumn = column.column;
    mapping.notes.append(tr("%1：以“%2”一列写的为单位").arg(amount->heading, column.heading));
    return true;
}

} // namespace core
