// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace core {

/// A new UUID of version 7 (RFC 9562): 36 characters, lower case, growing with time, also within one
/// millisecond of one process.
QString newUuid();

/// True when \a text is a UUID as newUuid() writes it.
bool isUuid(QStringView text);

/// A UUID without its 36 characters.
struct UuidBits
{
    quint64 high = 0; ///< The first 16 digits.
    quint64 low = 0;  ///< The last 16 digits.
};
/// The bits of a UUID as newUuid() writes it; nothing of any other text.
std::optional<UuidBits> uuidBits(QStringView text);
/// The reverse of uuidBits().
QString uuidText(const UuidBits &bits);

/// The identity of a record of type T. Ids of different types do not convert into each other.
template<typename T>
struct Id
{
    QString text; ///< Empty: no record yet.

    static Id create() { return {newUuid()}; }
    bool isNull() const { return text.isEmpty(); }

    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0)
    {
        return QT_PREPEND_NAMESPACE(qHash)(QStringView(id.text), seed);
    }
};

} // namespace core
