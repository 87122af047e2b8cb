// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/sharedstrings.h"

#include <algorithm>
#include <cstring>

namespace core {

namespace {

constexpr size_t stringBlockSize = 1 << 20;

} // namespace

QString SharedStrings::at(size_t index) const
{
    quint32 length = 0;
    std::memcpy(&length, m_positions[index], sizeof(length));
    return QString::fromUtf8(m_positions[index] + sizeof(length), qsizetype(length));
}

bool SharedStrings::append(std::string_view utf8, qint64 limit)
{
    const size_t needed = sizeof(quint32) + utf8.size();
    m_bytes += qint64(needed + sizeof(char *));
    if (m_bytes > limit)
        return false;
    if (m_blocks.empty() || m_capacity - m_used < needed) {
        m_capacity = std::max(stringBlockSize, needed);
        m_blocks.push_back(std::make_unique<char[]>(m_capacity));
        m_used = 0;
    }
    char *at = m_blocks.back().get() + m_used;
    const auto length = quint32(utf8.size());
    std::memcpy(at, &length, sizeof(length));
    std::memcpy(at + sizeof(length), utf8.data(), utf8.size());
    m_used += needed;
    m_positions.push_back(at);
    return true;
}

} // namespace core
