// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tabular/limits.h"

#include <QHash>
#include <QString>

#include <memory>

namespace core {

class ZipHandles;

/// One entry of a zip file, inflated piece by piece. Nothing is ever written to disk.
class ZipStream
{
public:
    ~ZipStream();
    ZipStream(const ZipStream &) = delete;
    ZipStream &operator=(const ZipStream &) = delete;

    /// Puts up to \a size bytes into \a data; 0 at the end, where the checksum has been compared.
    Result<int> read(char *data, int size);

    qint64 storedBytes() const { return m_storedBytes; }
    /// About how many of storedBytes() have been used up.
    qint64 storedBytesRead() const;

private:
    friend class ZipFile;
    ZipStream(void *handle, std::shared_ptr<ZipHandles> handles, const ReadLimits &limits);

    void *m_handle = nullptr;              ///< unzFile
    std::shared_ptr<ZipHandles> m_handles; ///< Where it goes back to.
    ReadLimits m_limits;
    qint64 m_storedBytes = 0;
    qint64 m_inflated = 0;
    bool m_atEnd = false;
};

/// The list of what is in a zip file.
class ZipFile
{
public:
    /// Reads the list; refuses encrypted entries and names that point outside.
    static Result<ZipFile> open(const QString &path, const ReadLimits &limits);

    bool contains(const QString &name) const;
    /// Opens the entry \a name; several may be open at once. Upper and lower case, slashes and backslashes,
    /// characters and their percent-encoding are the same, and a slash in front counts for nothing.
    Result<std::unique_ptr<ZipStream>> openEntry(const QString &name) const;

private:
    struct Position
    {
        quint64 directoryOffset = 0;
        quint64 index = 0;
    };

    QString m_path;
    qint64 m_size = 0;
    std::shared_ptr<ZipHandles> m_handles; ///< Open and idle: opening reads the end of the file anew.
    ReadLimits m_limits;
    QHash<QString, Position> m_entries;
};

} // namespace core
