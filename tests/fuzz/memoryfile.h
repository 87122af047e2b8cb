// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

namespace fuzz {

/// A file that is in memory only and has a path all the same: what is read by its path is fuzzed without a
/// disk. Linux only.
class MemoryFile
{
public:
    MemoryFile()
        : m_descriptor(memfd_create("fuzz", MFD_CLOEXEC))
    {
        if (m_descriptor < 0)
            std::abort();
    }
    ~MemoryFile() { close(m_descriptor); }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;

    QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_descriptor); }

    /// Makes \a bytes its whole content.
    void set(QByteArrayView bytes)
    {
        if (ftruncate(m_descriptor, 0) != 0 ||
            pwrite(m_descriptor, bytes.data(), size_t(bytes.size()), 0) != bytes.size())
            std::abort();
    }

private:
    int m_descriptor;
};

} // namespace fuzz
