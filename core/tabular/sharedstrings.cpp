// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/sharedstrings.h"

#include "core/tabular/badfile.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr size_t stringBlockSize = 1 << 20;

/// The text at a position of the blocks.
std::string_view textAt(const char *position)
{
    quint32 length = 0;
    std::memcpy(&length, position, sizeof(length));
    return {position + sizeof(length), length};
}

} // namespace

Result<QString> SharedStrings::at(size_t index) const
{
    if (m_spilled)
        return m_spilled->at(index);
    const std::string_view text = textAt(m_positions[index]);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

Status SharedStrings::append(std::string_view utf8)
{
    const size_t needed = sizeof(quint32) + utf8.size();
    m_bytes += qint64(needed + sizeof(char *));
    if (m_bytes > m_limits.maxSharedStringBytes)
        return badFile(BadFile::Bomb, u"too many shared strings"_s);
    ++m_count;
    if (!m_spilled && m_bytes > m_limits.sharedStringMemory)
        CORE_TRY(spill());
    if (m_spilled)
        return m_spilled->append(utf8);
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
    return ok();
}

Status SharedStrings::spill()
{
    CORE_ASSIGN(m_spilled, SpilledTexts::make());
    for (const char *position : m_positions)
        CORE_TRY(m_spilled->append(textAt(position)));
    // Not cleared: the memory is what matters.
    std::vector<const char *>().swap(m_positions);
    std::vector<std::unique_ptr<char[]>>().swap(m_blocks);
    return ok();
}

} // namespace core
