// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace core {

/// Something that stands in a sheet and was not read, or was read otherwise than it stands there.
struct ReadRemark
{
    int row = 0;  ///< As Excel shows it.
    QString text; ///< A sentence for the clerk; says where, never repeats what stands in the cell.
};

/// What a reader has to say of its sheet. The first 1,000 are kept, the others are counted.
class ReadRemarks
{
public:
    void add(int row, const QString &text)
    {
        if (++m_count <= mostListed)
            m_listed.push_back({row, text});
    }
    void clear()
    {
        m_listed.clear();
        m_count = 0;
    }
    const std::vector<ReadRemark> &listed() const { return m_listed; }
    qint64 count() const { return m_count; }

private:
    static constexpr qint64 mostListed = 1'000;
    std::vector<ReadRemark> m_listed;
    qint64 m_count = 0;
};

} // namespace core
