// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

/// What the program remembers between two runs: this file names every setting, and no other reads or writes
/// the settings file. A new setting is one line at the end.
namespace ui {

/// One entry of the table: what is remembered once for the whole program.
template<typename T>
struct Setting
{
    QString key;                          ///< As it stands in the file; once released it never changes.
    T fallback{};                         ///< Holds while nothing is kept, or nothing of use.
    bool (*isSound)(const T &) = nullptr; ///< Whether a value from the file may be obeyed; without it, any.

    /// What is kept; the fallback when the file holds something else, whoever wrote it.
    T value() const;
    void keep(const T &value) const;
};

/// One entry of the table: what is remembered for each list, or each of something else, on its own.
template<typename T>
struct ListSetting
{
    QString group; ///< The key is "group/list".
    T fallback{};

    /// \a list: key of the record type it shows, or what else there is one of each.
    Setting<T> of(const QString &list) const { return {group + u'/' + list, fallback}; }
};

/// Only these types can be kept: one that is not named here does not link.
extern template struct Setting<Theme>;
extern template struct Setting<QByteArray>;
extern template struct Setting<QString>;
extern template struct Setting<QStringList>;

namespace settings {

/// Whether QWidget::saveGeometry() made it.
bool isGeometry(const QByteArray &bytes);
/// From now on everything is kept in \a folder, and nothing in what belongs to the user's account. Before the
/// first setting is read.
void keepIn(const QString &folder);

/// How the program looks, as the number of the theme.
inline const Setting<Theme> theme{QStringLiteral("theme"), Theme::Light};
/// Place and size of the window when it was closed.
inline const Setting<QByteArray> geometry{QStringLiteral("geometry"), {}, isGeometry};
/// Files opened lately, the latest first.
inline const Setting<QStringList> recentFiles{QStringLiteral("recent")};
/// The file that was open when the program ended: it opens again.
inline const Setting<QString> lastFile{QStringLiteral("last")};
/// Where the clerk last chose a file or a folder.
inline const Setting<QString> lastFolder{QStringLiteral("lastFolder")};
/// The same for each kind of file on its own, by Prompt::FileKind.
inline const ListSetting<QString> folders{QStringLiteral("folders")};
/// Keys of the fields that a list shows as columns; empty: the list's own choice.
inline const ListSetting<QStringList> columns{QStringLiteral("columns")};

} // namespace settings
} // namespace ui
