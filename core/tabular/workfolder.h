// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>

namespace core {

/// A folder of its own among the temporary files, for its owner only, removed with it. What killed programs
/// left of theirs, which may hold personal data, goes when the next one is made.
class WorkFolder
{
public:
    WorkFolder();
    ~WorkFolder();
    WorkFolder(const WorkFolder &) = delete;
    WorkFolder &operator=(const WorkFolder &) = delete;

    /// False: none could be made.
    bool isValid() const { return m_isValid; }
    const QString &path() const { return m_path; }
    QString filePath(const QString &name) const { return m_path + u'/' + name; }

private:
    const QString m_path;
    QLockFile m_lock; ///< Beside the folder, taken before it is made: a folder without one is nobody's.
    bool m_isValid;
};

} // namespace core
