// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/record/codec.h"
#include "core/store/query.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace core {

// One description of a struct, members(archive, value), serves both directions: JsonReader fills the value
// from an object and refuses members nobody asked for; JsonWriter leaves out members that are as by default.

/// Names of an enum in JSON, in the order of its values; by an overload found through the type.
template<typename E>
concept NamedEnum = std::is_enum_v<E> && requires(E e)
{
    std::span<const char *const>(jsonNames(e));
};

/// Reads one object. Faults are sentences with the path to the place.
class JsonReader
{
public:
    JsonReader(const QJsonObject &object, const QString &path, QStringList &faults)
        : m_object(object)
        , m_path(path)
        , m_faults(faults)
    {}

    static constexpr bool reading = true;

    template<typename T>
    void member(const char *key, T &value)
    {
        const QString name = QString::fromLatin1(key);
        m_known.append(name);
        const auto found = m_object.constFind(name);
        if (found != m_object.constEnd() && !found->isNull())
            read(*found, m_path.isEmpty() ? name : m_path + u'.' + name, value);
    }
    /// As member(); the writer writes it even when it is as by default.
    template<typename T>
    void always(const char *key, T &value)
    {
        member(key, value);
    }
    const QString &path() const { return m_path; }
    /// Whether the object has this member.
    bool has(const char *key) const { return m_object.contains(QLatin1StringView(key)); }
    /// Says which members are unknown. Call last.
    void finish();
    void fault(const QString &path, const QString &sentence);

    template<typename T>
    void read(const QJsonValue &json, const QString &path, std::vector<T> &value);
    template<typename T>
    void read(const QJsonValue &json, const QString &path, std::optional<T> &value)
    {
        read(json, path, value.emplace());
    }
    template<typename T>
    void read(const QJsonValue &json, const QString &path, T &value);

private:
    void scalar(const QJsonValue &json, const QString &path, QString &value);
    void scalar(const QJsonValue &json, const QString &path, Decimal &value);
    void scalar(const QJsonValue &json, const QString &path, int &value);
    void scalar(const QJsonValue &json, const QString &path, bool &value);
    void scalar(const QJsonValue &json, const QString &path, QDate &value);
    void scalar(const QJsonValue &json, const QString &path, Condition &value);
    void scalar(const QJsonValue &json, const QString &path, Query &value);
    /// Position of the text among \a names; −1 with a fault.
    qsizetype named(const QJsonValue &json, const QString &path, const QStringList &names);

    QJsonObject m_object;
    QString m_path;
    QStringList &m_faults;
    QStringList m_known;
};

/// Writes one object.
class JsonWriter
{
public:
    static constexpr bool reading = false;

    /// Writes \a value unless it writes the same as \a T's default.
    template<typename T>
    void member(const char *key, T &value)
    {
        const QJsonValue json = write(value);
        if (json != write(T{}))
            m_object.insert(QLatin1StringView(key), json);
    }
    template<typename T>
    void always(const char *key, T &value)
    {
        force(key, write(value));
    }
    void force(const char *key, const QJsonValue &json) { m_object.insert(QLatin1StringView(key), json); }
    const QJsonObject &object() const { return m_object; }

    template<typename T>
    static QJsonValue write(const std::vector<T> &value)
    {
        QJsonArray array;
        for (const T &item : value)
            array.append(write(item));
        return array;
    }
    template<typename T>
    static QJsonValue write(const std::optional<T> &value)
    {
        return value ? write(*value) : QJsonValue();
    }
    template<typename T>
    static QJsonValue write(const T &value);

private:
    static QJsonValue scalar(const QString &value) { return value; }
    static QJsonValue scalar(Decimal value) { return value.toString(); }
    static QJsonValue scalar(int value) { return value; }
    static QJsonValue scalar(bool value) { return value; }
    static QJsonValue scalar(QDate value) { return value.toString(Qt::ISODate); }
    static QJsonValue scalar(const Condition &value);
    static QJsonValue scalar(const Query &value) { return value.toJson(); }

    QJsonObject m_object;
};

/// A struct described by members().
template<typename T>
concept Described = requires(JsonReader &reader, T &value)
{
    members(reader, value);
};

template<typename T>
void JsonReader::read(const QJsonValue &json, const QString &path, std::vector<T> &value)
{
    value.clear();
    if (!json.isArray())
        return fault(path, QStringLiteral("list"));
    const QJsonArray array = json.toArray();
    value.reserve(size_t(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i)
        read(array.at(i), path + u'[' + QString::number(i + 1) + u']', value.emplace_back());
}

template<typename T>
void JsonReader::read(const QJsonValue &json, const QString &path, T &value)
{
    if constexpr (NamedEnum<T>) {
        QStringList names;
        for (const char *name : std::span<const char *const>(jsonNames(T())))
            names.append(QString::fromLatin1(name));
        if (const qsizetype at = named(json, path, names); at >= 0)
            value = T(at);
    } else if constexpr (ChoiceEnum<T>) {
        QStringList names;
        for (const Choice &choice : std::span<const Choice>(choicesOf(T())))
            names.append(QString::fromLatin1(choice.key));
        if (const qsizetype at = named(json, path, names); at >= 0)
            value = T(at);
    } else if constexpr (Described<T>) {
        if (!json.isObject())
            return fault(path, QStringLiteral("object"));
        JsonReader reader(json.toObject(), path, m_faults);
        members(reader, value);
        reader.finish();
    } else {
        scalar(json, path, value);
    }
}

template<typename T>
QJsonValue JsonWriter::write(const T &value)
{
    if constexpr (NamedEnum<T>) {
        return QString::fromLatin1(std::span<const char *const>(jsonNames(value))[size_t(value)]);
    } else if constexpr (ChoiceEnum<T>) {
        return QString::fromLatin1(std::span<const Choice>(choicesOf(value))[size_t(value)].key);
    } else if constexpr (Described<T>) {
        JsonWriter writer;
        T copy = value;
        members(writer, copy);
        return writer.object();
    } else {
        return scalar(value);
    }
}

} // namespace core
