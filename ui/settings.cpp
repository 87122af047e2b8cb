// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings.h"

#include <QSettings>

#include <optional>
#include <type_traits>

namespace ui {

namespace {

/// What the file holds as a T; nothing when it is of another kind: anybody may have written it.
template<typename T>
std::optional<T> readAs(QVariant kept)
{
    if constexpr (std::is_same_v<T, Theme>) {
        bool isNumber = false;
        const int number = kept.toInt(&isNumber);
        const bool isTheme = number >= int(Theme::Light) && number <= int(Theme::HighContrast);
        return isNumber && isTheme ? std::optional(Theme(number)) : std::nullopt;
    } else {
        return kept.convert(QMetaType::fromType<T>()) ? std::optional(kept.value<T>()) : std::nullopt;
    }
}

} // namespace

template<typename T>
T Setting<T>::value() const
{
    const std::optional<T> read = readAs<T>(QSettings().value(key));
    return read && (!isSound || isSound(*read)) ? *read : fallback;
}

template<typename T>
void Setting<T>::keep(const T &value) const
{
    if constexpr (std::is_enum_v<T>)
        QSettings().setValue(key, int(value));
    else
        QSettings().setValue(key, value);
}

template struct Setting<Theme>;
template struct Setting<QByteArray>;
template struct Setting<QString>;
template struct Setting<QStringList>;

bool settings::isGeometry(const QByteArray &bytes)
{
    return bytes.startsWith("\x01\xd9\xd0\xcb"); // the number Qt begins it with
}

void settings::keepIn(const QString &folder)
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
}

} // namespace ui
