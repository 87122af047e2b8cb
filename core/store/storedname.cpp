// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storedname.h"

#include "core/store/database.h"
#include "core/store/queryselect.h"

namespace core {

QString storedName(Database &database, const RecordType &type, const QString &id, Audience audience)
{
    const RecordName name(type);
    Select select(type, {}, "n");
    QByteArray columns;
    for (const QString &path : name.paths()) {
        const auto column = select.column(path);
        if (!column)
            return {};
        columns += (columns.isEmpty() ? "" : ", ") + column->sql;
    }
    auto statement = database.prepare("SELECT " + columns + " FROM " + select.from() + " WHERE " +
                                      select.base() + ".id = ?");
    if (!statement)
        return {};
    statement->bind(1, id);
    const auto found = statement->step();
    if (!found || !*found)
        return {};
    QVariantList row;
    for (size_t i = 0; i < name.fields().size(); ++i)
        row.append(statement->value(int(i), name.fields()[i]->kind));
    return name.text(row, 0, audience);
}

QString nameOf(Database &database, const RecordType &type, const QVariantList &values, Audience audience)
{
    QStringList parts;
    for (const char *key : type.traits.display) {
        const int index = type.indexOf(QAnyStringView(key));
        const Field &field = type.fields[size_t(index)];
        const QVariant &value = values.at(index);
        parts.append(field.kind == Kind::Reference && field.target
                         ? storedName(database, field.target(), value.toString(), audience)
                         : maskedValue(field, value, audience));
    }
    return joinedName(parts);
}

} // namespace core
