// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byenum.h"
#include "core/base/decimal.h"
#include "core/base/id.h"
#include "core/base/money.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace core {

struct RecordType;

/// What a field can hold. The comment gives the type inside the QVariant that generic code passes
/// around; an invalid QVariant is "no value". Add a kind only with a widget, a SQL form and its tests:
/// every switch over Kind stands without default.
enum class Kind {
    Text,        ///< QString, one line. Never null: "" is "no value".
    LongText,    ///< QString, several lines. Never null.
    Integer,     ///< qlonglong.
    Decimal,     ///< qlonglong, micro-units (core::Decimal).
    Money,       ///< qlonglong, fen.
    Date,        ///< QDate.
    Time,        ///< QDateTime in UTC, milliseconds.
    YesNo,       ///< bool.
    Choice,      ///< QString, the key of a Choice.
    MultiChoice, ///< QStringList, keys in the order of the choices.
    Reference,   ///< QString, the id of a record.
    Attachment,  ///< QString, Attachment::toText().
};

/// One value of an enum field: the key is stored, the label is shown. Position i belongs to the
/// enumerator with the value i.
struct Choice
{
    const char *key;          ///< Never changes once released.
    const char *label;        ///< Chinese.
    const char *aliases = ""; ///< Other spellings that sheets use, separated by '|'.
};

/// An enum whose choices are described by an overload of choicesOf().
template<typename E>
concept ChoiceEnum = std::is_enum_v<E> && requires(E e)
{
    std::span<const Choice>(choicesOf(e));
};

/// Text of several lines.
struct LongText
{
    QString text;
    friend bool operator==(const LongText &, const LongText &) = default;
};

/// A file kept in the store by the SHA-256 of its content.
struct Attachment
{
    QString hash; ///< 64 hexadecimal digits.
    qint64 size = 0;
    QString name; ///< File name as the clerk knows it.

    QString toText() const { return hash + u' ' + QString::number(size) + u' ' + name; }
    static std::optional<Attachment> fromText(const QString &text);
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// Several values of a choice.
template<ChoiceEnum E>
class ChoiceSet
{
public:
    ChoiceSet() = default;
    ChoiceSet(std::initializer_list<E> values)
    {
        for (const E value : values)
            insert(value);
    }
    void insert(E value) { m_bits |= bit(value); }
    bool contains(E value) const { return (m_bits & bit(value)) != 0; }
    bool isEmpty() const { return m_bits == 0; }
    friend bool operator==(const ChoiceSet &, const ChoiceSet &) = default;

private:
    static quint64 bit(E value) { return quint64(1) << unsigned(value); }
    quint64 m_bits = 0;
};

/// How a C++ type is stored and shown. A member whose type has no Codec does not compile.
template<typename T>
struct Codec;

template<>
struct Codec<QString>
{
    static constexpr Kind kind = Kind::Text;
    static constexpr bool nullable = false;
    static QVariant toVariant(const QString &v) { return v.isNull() ? QStringLiteral("") : v; }
    static bool fromVariant(const QVariant &v, QString &out)
    {
        out = v.toString();
        return !v.isValid() || v.typeId() == QMetaType::QString;
    }
};

template<>
struct Codec<LongText>
{
    static constexpr Kind kind = Kind::LongText;
    static constexpr bool nullable = false;
    static QVariant toVariant(const LongText &v) { return Codec<QString>::toVariant(v.text); }
    static bool fromVariant(const QVariant &v, LongText &out)
    {
        return Codec<QString>::fromVariant(v, out.text);
    }
};

template<>
struct Codec<qint64>
{
    static constexpr Kind kind = Kind::Integer;
    static constexpr bool nullable = false;
    static QVariant toVariant(qint64 v) { return v; }
    static bool fromVariant(const QVariant &v, qint64 &out)
    {
        out = v.toLongLong();
        return v.typeId() == QMetaType::LongLong || v.typeId() == QMetaType::Int;
    }
};

template<>
struct Codec<Decimal>
{
    static constexpr Kind kind = Kind::Decimal;
    static constexpr bool nullable = false;
    static QVariant toVariant(Decimal v) { return v.micro(); }
    static bool fromVariant(const QVariant &v, Decimal &out)
    {
        out = Decimal::fromMicro(v.toLongLong());
        return v.typeId() == QMetaType::LongLong || v.typeId() == QMetaType::Int;
    }
};

template<>
struct Codec<Money>
{
    static constexpr Kind kind = Kind::Money;
    static constexpr bool nullable = false;
    static QVariant toVariant(Money v) { return v.fen; }
    static bool fromVariant(const QVariant &v, Money &out) { return Codec<qint64>::fromVariant(v, out.fen); }
};

template<>
struct Codec<QDate>
{
    static constexpr Kind kind = Kind::Date;
    static constexpr bool nullable = false;
    static QVariant toVariant(QDate v) { return v; }
    static bool fromVariant(const QVariant &v, QDate &out)
    {
        out = v.toDate();
        return v.typeId() == QMetaType::QDate && out.isValid();
    }
};

template<>
struct Codec<QDateTime>
{
    static constexpr Kind kind = Kind::Time;
    static constexpr bool nullable = false;
    static QVariant toVariant(const QDateTime &v) { return v.toUTC(); }
    static bool fromVariant(const QVariant &v, QDateTime &out)
    {
        out = v.toDateTime().toUTC();
        return v.typeId() == QMetaType::QDateTime && out.isValid();
    }
};

template<>
struct Codec<bool>
{
    static constexpr Kind kind = Kind::YesNo;
    static constexpr bool nullable = false;
    static QVariant toVariant(bool v) { return v; }
    static bool fromVariant(const QVariant &v, bool &out)
    {
        out = v.toBool();
        return v.typeId() == QMetaType::Bool;
    }
};

template<>
struct Codec<Attachment>
{
    static constexpr Kind kind = Kind::Attachment;
    static constexpr bool nullable = false;
    static QVariant toVariant(const Attachment &v) { return v.toText(); }
    static bool fromVariant(const QVariant &v, Attachment &out)
    {
        const auto attachment = Attachment::fromText(v.toString());
        if (attachment)
            out = *attachment;
        return attachment.has_value();
    }
};

template<ChoiceEnum E>
struct Codec<E>
{
    static constexpr Kind kind = Kind::Choice;
    static constexpr bool nullable = false;
    static QVariant toVariant(E v)
    {
        // One QString a choice, shared by all records: a list of 100,000 organizations holds few kinds.
        static const std::vector<QVariant> keys = [] {
            std::vector<QVariant> all;
            for (const Choice &choice : std::span<const Choice>(choicesOf(E())))
                all.emplace_back(QString::fromLatin1(choice.key));
            return all;
        }();
        return keys.at(size_t(v));
    }
    static bool fromVariant(const QVariant &v, E &out)
    {
        const QString key = v.toString();
        const std::span<const Choice> choices = choicesOf(E());
        for (size_t i = 0; i < choices.size(); ++i) {
            if (key == QLatin1StringView(choices[i].key)) {
                out = E(i);
                return true;
            }
        }
        return false;
    }
};

template<ChoiceEnum E>
struct Codec<ChoiceSet<E>>
{
    static constexpr Kind kind = Kind::MultiChoice;
    static constexpr bool nullable = false;
    static QVariant toVariant(const ChoiceSet<E> &v)
    {
        QStringList keys;
        const std::span<const Choice> choices = choicesOf(E());
        for (size_t i = 0; i < choices.size(); ++i) {
            if (v.contains(E(i)))
                keys.append(QString::fromLatin1(choices[i].key));
        }
        return keys;
    }
    static bool fromVariant(const QVariant &v, ChoiceSet<E> &out)
    {
        out = {};
        for (const QString &key : v.toStringList()) {
            E value{};
            if (!Codec<E>::fromVariant(key, value))
                return false;
            out.insert(value);
        }
        return true;
    }
};

template<typename T>
struct Codec<Id<T>>
{
    static constexpr Kind kind = Kind::Reference;
    static constexpr bool nullable = false;
    static QVariant toVariant(const Id<T> &v) { return v.isNull() ? QVariant() : QVariant(v.text); }
    static bool fromVariant(const QVariant &v, Id<T> &out)
    {
        out.text = v.toString();
        return isUuid(out.text);
    }
};

template<typename T>
struct Codec<std::optional<T>>
{
    static_assert(!std::is_same_v<T, QString> && !std::is_same_v<T, LongText>, "empty text is no value");
    static constexpr Kind kind = Codec<T>::kind;
    static constexpr bool nullable = true;
    static QVariant toVariant(const std::optional<T> &v) { return v ? Codec<T>::toVariant(*v) : QVariant(); }
    static bool fromVariant(const QVariant &v, std::optional<T> &out)
    {
        out.reset();
        if (!v.isValid() || v.isNull())
            return true;
        T value{};
        if (!Codec<T>::fromVariant(v, value))
            return false;
        out = std::move(value);
        return true;
    }
};

} // namespace core
