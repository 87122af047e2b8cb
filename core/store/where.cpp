// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/where.h"

namespace core {

QVariant detail::conditionValue(Kind kind, const QVariant &value)
{
    switch (kind) {
    case Kind::Decimal: return Decimal::fromMicro(value.toLongLong()).toString();
    case Kind::Money: return Money{value.toLongLong()}.toString();
    case Kind::Text:
    case Kind::LongText:
    case Kind::Integer:
    case Kind::Date:
    case Kind::Time:
    case Kind::YesNo:
    case Kind::Choice:
    case Kind::MultiChoice:
    case Kind::Reference:
    case Kind::Attachment: break;
    }
    return value;
}

Condition detail::withValues(Condition::Op op, const QString &path, QVariantList values)
{
    Condition condition;
    condition.op = op;
    condition.field = path;
    condition.values = std::move(values);
    return condition;
}

Query detail::typed(const RecordType &type, Condition where)
{
    Query query;
    query.type = QString::fromLatin1(type.key);
    query.where = std::move(where);
    return query;
}

} // namespace core
