// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/uniquekeys.h"

#include "core/base/tr.h"
#include "core/store/storedname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// The sentence of takenText(), where %3 stands for the key and %4 for the record that has it.
QString takenPattern(const RecordType &type, const QStringList &labels)
{
    return tr("%1的%2不能重复，“%3”已由“%4”使用。请核对是不是同一条：是的话请改那一条。")
        .arg(tr(type.title), labels.join(u'、'));
}

} // namespace

Result<std::vector<UniqueKeys::Key> *> UniqueKeys::keysOf(const RecordType &type)
{
    if (const auto known = m_keys.find(&type); known != m_keys.end())
        return &known->second;
    std::vector<Key> keys;
    for (const auto &list : type.traits.unique) {
        std::vector<size_t> fields;
        // The first field alone leads to few rows. Without statistics SQLite might as well take the index of
        // another one, of which all results of a year are the same: the plus keeps it from that. So do the
        // words for "not removed".
        QByteArray where;
        for (const char *key : list) {
            where += (fields.empty() ? "" : " AND +") + QByteArray(key) + " = ?";
            fields.push_back(size_t(type.indexOf(QAnyStringView(key))));
        }
        CORE_ASSIGN(Statement find,
                    m_database->prepare(QByteArray("SELECT id FROM ") + type.key + " WHERE " + where +
                                        " AND coalesce(removed_at, '') = ''" + " AND id <> ? LIMIT 1"));
        keys.push_back({std::move(fields), std::move(find)});
    }
    return &m_keys.emplace(&type, std::move(keys)).first->second;
}

Result<QString> UniqueKeys::otherWith(Key &key, const RecordType &type, const QVariantList &values)
{
    int parameter = 0;
    for (const size_t field : key.fields) {
        const QVariant stored = toStored(type.fields[field].kind, values.at(qsizetype(field)));
        if (!stored.isValid() || stored.toString().isEmpty())
            return QString();
        key.find.bindStored(++parameter, stored);
    }
    key.find.bind(++parameter, values.first().toString());
    CORE_ASSIGN(const bool found, key.find.step());
    QString other = found ? key.find.text(0) : QString();
    key.find.reset();
    return other;
}

Result<std::vector<Problem>> UniqueKeys::check(const RecordType &type, const QVariantList &values,
                                               const std::vector<size_t> *written)
{
    std::vector<Problem> doubles;
    if (type.traits.unique.empty())
        return doubles;
    CORE_ASSIGN(std::vector<Key> *const keys, keysOf(type));
    for (Key &key : *keys) {
        CORE_ASSIGN(const QString other, otherWith(key, type, values));
        if (other.isEmpty())
            continue;
        const QString text = takenText(*m_database, type, key.fields, values, other);
        const bool isWritten = !written || std::any_of(key.fields.begin(), key.fields.end(), [&](size_t at) {
            return std::find(written->begin(), written->end(), at) != written->end();
        });
        if (isWritten)
            return Error{Error::Code::Conflict, text, other};
        doubles.push_back({type.fields[key.fields.back()].key, text, Problem::Severity::Warn});
    }
    return doubles;
}

bool tellsOfDouble(const RecordType &type, const QByteArray &field, const QString &text)
{
    return std::any_of(type.traits.unique.begin(), type.traits.unique.end(), [&](const auto &list) {
        if (field != list.back())
            return false;
        QStringList labels;
        for (const char *key : list)
            labels.append(tr(type.fields[size_t(type.indexOf(QAnyStringView(key)))].label));
        return text.startsWith(takenPattern(type, labels).section(u"%3"_s, 0, 0));
    });
}

QString takenText(Database &database, const RecordType &type, const std::vector<size_t> &fields,
                  const QVariantList &values, const QString &other)
{
    QStringList labels;
    QStringList said;
    for (const size_t i : fields) {
        const Field &field = type.fields[i];
        const QVariant &value = values.at(qsizetype(i));
        labels.append(tr(field.label));
        said.append(field.kind == Kind::Reference && field.target
                        ? storedName(database, field.target(), value.toString(), Audience::Screen)
                        : maskedValue(field, value, Audience::Screen));
    }
    return takenPattern(type, labels)
        .arg(joinedName(said), storedName(database, type, other, Audience::Screen));
}

} // namespace core
