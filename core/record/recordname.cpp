// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/recordname.h"

using namespace Qt::StringLiterals;

namespace core {

RecordName::RecordName(const RecordType &type, const QString &prefix)
{
    for (const char *key : type.traits.display) {
        const Field &field = *type.field(QAnyStringView(key));
        const QString path = prefix + QString::fromLatin1(key);
        if (field.kind == Kind::Reference && field.target) {
            const RecordName target(field.target(), path + u'.');
            m_paths.insert(m_paths.end(), target.m_paths.begin(), target.m_paths.end());
            m_fields.insert(m_fields.end(), target.m_fields.begin(), target.m_fields.end());
        } else {
            m_paths.push_back(path);
            m_fields.push_back(&field);
        }
    }
}

QString RecordName::text(const QVariantList &row, qsizetype first, Audience audience) const
{
    QStringList parts;
    for (size_t i = 0; i < m_fields.size(); ++i)
        parts.append(maskedValue(*m_fields[i], row.at(first + qsizetype(i)), audience));
    return joinedName(parts);
}

QString joinedName(const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(u" · "_s);
}

} // namespace core
