// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/distinctname.h"

#include "core/record/recordname.h"
#include "core/store/store.h"

namespace core {

QString distinctName(const Store &store, const RecordType &type, const QVariantList &values,
                     Audience audience)
{
    QStringList parts = {store.display(type, values, audience)};
    // The last list first: the town before the code.
    for (auto list = type.traits.match.rbegin(); list != type.traits.match.rend(); ++list) {
        for (const char *key : *list) {
            const int index = type.indexOf(QAnyStringView(key));
            const Field &field = type.fields[size_t(index)];
            if (type.isInName(field) || isPersonal(field))
                continue;
            const QVariant &value = values.at(index);
            parts.append(field.kind == Kind::Reference && field.target
                             ? store.display(field.target(), value.toString(), audience)
                             : displayValue(field, value));
        }
    }
    return joinedName(parts);
}

Result<QSet<QString>> sharedNames(const Store &store, const RecordType &type, Audience audience)
{
    const RecordName name(type);
    QSet<QString> seen;
    QSet<QString> shared;
    CORE_TRY(store.each({.type = QString::fromLatin1(type.key), .columns = name.paths()},
                        [&](const QVariantList &row) {
                            const QString text = name.text(row, 0, audience);
                            if (seen.contains(text))
                                shared.insert(text);
                            else
                                seen.insert(text);
                            return true;
                        }));
    return shared;
}

} // namespace core
