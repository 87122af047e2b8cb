// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tabular/limits.h"
#include "core/tabular/spilledtexts.h"

#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace core {

/// The texts that cells refer to by number, in UTF-8 in large blocks: little more than the text itself.
/// Beyond ReadLimits::sharedStringMemory they go into a temporary file.
class SharedStrings
{
public:
    explicit SharedStrings(const ReadLimits &limits = {})
        : m_limits(limits)
    {}
    size_t count() const { return m_count; }
    /// The text with number \a index < count(). Storage when the temporary file cannot be read.
    Result<QString> at(size_t index) const;

    /// Adds a text. Refuses more than ReadLimits::maxSharedStringBytes; Storage when a disk is full.
    Status append(std::string_view utf8);

private:
    Status spill();

    ReadLimits m_limits;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    size_t m_used = 0; ///< Of the last block.
    size_t m_capacity = 0;
    std::vector<const char *> m_positions; ///< Four bytes of length, then the text.
    size_t m_count = 0;
    qint64 m_bytes = 0;
    std::unique_ptr<SpilledTexts> m_spilled; ///< All of them, when they are too many for the memory.
};

} // namespace core
