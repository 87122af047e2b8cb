// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace core {

/// One stream of a compound file (OLE2, MS-CFB), which is a small file system in a file. What is kept in
/// memory are the numbers of its sectors: a hundredth of the file.
class CompoundStream
{
public:
    /// Opens the first of \a names that stands at the top of the compound file \a path. Refuses with
    /// BadFile::OldExcelDamaged what is no whole compound file, with BadFile::NotAWorkbook one without any of
    /// them.
    static Result<std::unique_ptr<CompoundStream>> open(const QString &path, const QStringList &names);

    /// Bytes; fewer than the file says where its sectors end before.
    qint64 size() const { return m_size; }
    /// Puts \a size bytes from \a at on into \a data and gives their number: fewer at the end of the stream,
    /// or where the file ends before it.
    int read(qint64 at, char *data, int size);

private:
    struct Entry;
    CompoundStream() = default;
    Status readHeader();
    Status readTable(const QByteArray &header);
    /// The sectors from \a first on, by \a table.
    static Result<std::vector<quint32>> chain(const std::vector<quint32> &table, quint32 first);
    Result<QByteArray> readAll(const std::vector<quint32> &sectors, qint64 limit);
    Result<Entry> find(const QStringList &names);
    Status openSmall(const Entry &entry);
    qint64 readSectors(const std::vector<quint32> &sectors, qint64 at, char *data, qint64 size);

    QFile m_file;
    int m_shift = 9; ///< A sector has 2^m_shift bytes.
    quint32 m_directory = 0;
    quint32 m_smallTable = 0;
    qint64 m_smallLimit = 0;      ///< Shorter streams lie in the stream of small ones.
    std::vector<quint32> m_table; ///< What follows each sector.
    QByteArray m_entries;         ///< The directory.
    std::vector<quint32> m_sectors;
    QByteArray m_small; ///< A small stream, whole.
    qint64 m_size = 0;
};

} // namespace core
