// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/score.h"

#include <QByteArray>

namespace core {

/// The figures of one organization in a tenth of the memory they take to be read: what a stored year keeps of
/// a hundred thousand of which only some are looked at. Lives in memory alone; no file has it.
class PackedFigures
{
public:
    explicit PackedFigures(const std::vector<Figure> &figures);
    /// What was packed.
    std::vector<Figure> unpack() const;

private:
    QByteArray m_bytes;
};

} // namespace core
