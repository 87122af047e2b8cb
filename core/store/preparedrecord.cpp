// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/preparedrecord.h"

#include "core/base/pinyin.h"
#include "core/store/journal.h"
#include "core/store/writer.h"

namespace core {

PreparedRecord prepareRecord(const RecordType &type, QVariantList values)
{
    PreparedRecord record;
    record.problems = type.problems(values);
    for (size_t i = 1; i < type.fields.size(); ++i) {
        if (type.fields[i].traits.pinyin)
            record.sortKeys.append(pinyinSortKey(values.at(qsizetype(i)).toString()));
    }
    record.searchText = searchTextOf(type, values);
    record.json = storedJson(type, values, filledFields(type, values));
    record.values = std::move(values);
    return record;
}

QString searchTextOf(const RecordType &type, const QVariantList &values)
{
    QString folded;
    for (size_t i = 1; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        if (!field.traits.searchable)
            continue;
        const QString text = values.at(qsizetype(i)).toString();
        if (text.isEmpty())
            continue;
        folded += u'\n' + text.toLower();
        if (field.traits.pinyin) {
            for (const QString &initials : pinyinInitials(text))
                folded += u'\n' + initials;
        }
    }
    return folded;
}

} // namespace core
