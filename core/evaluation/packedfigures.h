// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

#include <QByteArray>

#include <vector>

namespace core {

/// The figures of many organizations, one behind the other, in a twentieth of the memory they take to be
/// read: what a stored year keeps of a hundred thousand of which only some are looked at. Lives in memory
/// alone; no file has it.
class PackedFigures
{
public:
    /// Appends those of the next organization.
    void add(const std::vector<Figure> &figures);
    /// What was added as number \a at, from 0.
    std::vector<Figure> operator[](size_t at) const;
    size_t size() const { return m_places.size(); }
    bool empty() const { return m_places.empty(); }

private:
    struct Place
    {
        quint32 block;
        quint32 offset;
        quint32 size;
    };
    std::vector<QByteArray> m_blocks;
    std::vector<Place> m_places;
};

} // namespace core
