// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ui {

/// The fonts made with the program and installed beside it: subsets of Noto CJK, in two weights each.
enum class OwnFont { Sans, Serif };

/// The name by which Qt knows \a font once it is loaded.
QString familyOf(OwnFont font);

/// Makes \a font known to Qt, from the files beside the program. False when they are not there. To be
/// called in the GUI thread, after the application object was made.
bool loadOwnFont(OwnFont font);

/// Folders that are looked into, relative to \a programFolder.
QStringList ownFontFolders(const QString &programFolder);

} // namespace ui
