// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/queryoperand.h"

#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/base/tr.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace core {

Result<QVariant> queryOperand(const Field &field, const QVariant &value, std::optional<int> year,
                              bool upperEnd)
{
    const auto misfit = [&] {
        return wrongQuery(tr("“%1”不能与“%2”比较。").arg(tr(field.label), value.toString()));
    };
    if (value.typeId() == QMetaType::QVariantMap) {
        const QVariantMap map = value.toMap();
        if (map.size() != 1 || !map.contains(u"year"_s))
            return misfit();
        if (!year)
            return wrongQuery(tr("查询用到了“年度”，但没有给出年度。"));
        const int absolute = *year + map.value(u"year"_s).toInt();
        if (field.kind == Kind::Integer)
            return QVariant(qlonglong(absolute));
        if (field.kind == Kind::Date)
            return QVariant(u"%1-%2"_s.arg(absolute).arg(upperEnd ? "12-31"_L1 : "01-01"_L1));
        return misfit();
    }
    const auto exact = [&]() -> std::optional<Decimal> {
        if (value.typeId() == QMetaType::Double)
            return Decimal::fromString(
                QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest));
        return Decimal::fromString(value.toString());
    };
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
    case Kind::Reference:
    case Kind::Attachment: return QVariant(value.toString());
    case Kind::Integer: {
        const auto number = exact();
        return number && number->micro() % Decimal::one == 0 ? Result<QVariant>(QVariant(number->floor()))
                                                             : misfit();
    }
    case Kind::Decimal: {
        const auto number = exact();
        return number ? Result<QVariant>(QVariant(number->micro())) : misfit();
    }
    case Kind::Money: {
        const auto amount = Money::fromString(value.toString());
        return amount ? Result<QVariant>(QVariant(amount->fen)) : misfit();
    }
    case Kind::YesNo:
        if (value.typeId() == QMetaType::Bool)
            return QVariant(qlonglong(value.toBool()));
        if (value.toString() == "true"_L1 || value.toString() == "是"_L1)
            return QVariant(qlonglong(1));
        if (value.toString() == "false"_L1 || value.toString() == u"否"_s)
            return QVariant(qlonglong(0));
        return misfit();
    case Kind::Date: {
        const QDate date = value.typeId() == QMetaType::QDate
                               ? value.toDate()
                               : QDate::fromString(value.toString(), Qt::ISODate);
        return date.isValid() ? Result<QVariant>(QVariant(date.toString(Qt::ISODate))) : misfit();
    }
    case Kind::Time: return QVariant(value.toString());
    case Kind::Choice:
    case Kind::MultiChoice:
        for (const Choice &choice : field.choices) {
            if (value.toString() == QLatin1StringView(choice.key) || value.toString() == tr(choice.label))
                return QVariant(QString::fromLatin1(choice.key));
        }
        return wrongQuery(tr("“%1”没有“%2”这一项。").arg(tr(field.label), value.toString()));
    }
    return misfit();
}

} // namespace core
