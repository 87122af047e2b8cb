// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace core {

/// The texts that cells refer to by number, in UTF-8 in large blocks: little more than the text itself.
class SharedStrings
{
public:
    size_t count() const { return m_positions.size(); }
    /// The text with number \a index < count().
    QString at(size_t index) const;

    /// Adds a text; false when it would be more than the limit.
    bool append(std::string_view utf8, qint64 limit);

private:
    std::vector<std::unique_ptr<char[]>> m_blocks;
    size_t m_used = 0; ///< Of the last block.
    size_t m_capacity = 0;
    std::vector<const char *> m_positions; ///< Four bytes of length, then the text.
    qint64 m_bytes = 0;
};

} // namespace core
