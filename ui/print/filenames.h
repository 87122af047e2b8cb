// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace ui {

/// \a name as the name of a file that Windows and Linux can keep: characters and endings that Windows refuses
/// become '_', and what is longer than both allow is cut. Never empty. Without extension.
QString safeFileName(const QString &name);

/// Gives every file of a run a name of its own: the second 向阳协会 becomes “向阳协会 (2)”. Upper and lower
/// case count as equal, as on Windows.
class FileNames
{
public:
    QString unique(const QString &name);

private:
    QSet<QString> m_taken;
};

} // namespace ui
