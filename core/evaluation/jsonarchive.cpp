// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/jsonarchive.h"

#include "core/base/tr.h"
#include "core/registry/organization.h"
#include "core/store/where.h"

namespace core {

using namespace Qt::StringLiterals;

void JsonReader::fault(const QString &path, const QString &sentence)
{
    if (sentence == "list"_L1)
        m_faults.append(tr("“%1”应是一个列表（[ … ]）。").arg(path));
    else if (sentence == "object"_L1)
        m_faults.append(tr("“%1”应是一组内容（{ … }）。").arg(path));
    else
        m_faults.append(sentence.contains("%1"_L1) ? sentence.arg(path) : sentence);
}

void JsonReader::finish()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_known.contains(it.key()))
            m_faults.append(m_path.isEmpty() ? tr("不认识“%1”这一项。").arg(it.key())
                                             : tr("“%1”里不认识“%2”这一项。").arg(m_path, it.key()));
    }
}

qsizetype JsonReader::named(const QJsonValue &json, const QString &path, const QStringList &names)
{
    const qsizetype at = json.isString() ? names.indexOf(json.toString()) : -1;
    if (at < 0)
        m_faults.append(tr("“%1”只能是 %2 之一。").arg(path, names.join(u'、')));
    return at;
}

void JsonReader::scalar(const QJsonValue &json, const QString &path, QString &value)
{
    if (!json.isString())
        return fault(path, tr("“%1”应是文字。"));
    value = json.toString();
}

void JsonReader::scalar(const QJsonValue &json, const QString &path, Decimal &value)
{
    // A JSON number reaches us as a double; its shortest decimal text is what was written, up to 15 digits.
    const QString text = json.isDouble()
                             ? QString::number(json.toDouble(), 'f', QLocale::FloatingPointShortest)
                             : json.toString();
    const std::optional<Decimal> read = Decimal::fromString(text);
    if (!read)
        return fault(path, tr("“%1”应是数，小数点后至多六位。"));
    value = *read;
}

void JsonReader::scalar(const QJsonValue &json, const QString &path, int &value)
{
    const double number = json.toDouble(-1);
    if (!json.isDouble() || number != double(int(number)))
        return fault(path, tr("“%1”应是整数。"));
    value = int(number);
}

void JsonReader::scalar(const QJsonValue &json, const QString &path, bool &value)
{
    if (!json.isBool())
        return fault(path, tr("“%1”应是 true 或 false。"));
    value = json.toBool();
}

void JsonReader::scalar(const QJsonValue &json, const QString &path, QDate &value)
{
    value = QDate::fromString(json.toString(), Qt::ISODate);
    if (!value.isValid())
        fault(path, tr("“%1”应是日期，如 2025-01-01。"));
}

void JsonReader::scalar(const QJsonValue &json, const QString &path, Condition &value)
{
    Query query;
    scalar(QJsonObject{{u"type"_s, QString::fromLatin1(recordType<Organization>().key)}, {u"where"_s, json}},
           path, query);
    value = query.where;
}

void JsonReader::scalar(const QJsonValue &json, const QString &path, Query &value)
{
    if (!json.isObject())
        return fault(path, QStringLiteral("object"));
    Result<Query> query = Query::fromJson(json.toObject());
    if (!query)
        m_faults.append(tr("“%1”：").arg(path) + query.error().text);
    else
        value = *std::move(query);
}

QJsonValue JsonWriter::scalar(const Condition &value)
{
    return queryOf<Organization>(value).toJson().value("where"_L1);
}

} // namespace core
