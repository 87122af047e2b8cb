// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/rankingnotice.h"

namespace core {

/// Writes results and rankings of the notice to \a path: in a workbook one sheet for each kind and each
/// ranking, points as numbers, codes as text. A CSV file holds one sheet, so \a path must end in .xlsx.
Status writeRankingTable(const NoticeFigures &figures, const QString &path);

} // namespace core
