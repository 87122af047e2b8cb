// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"
#include "core/report/rankingnotice.h"

namespace core {

/// Writes results and rankings of the notice to \a output: in a workbook one sheet for each kind and each
/// ranking, points as numbers, codes as text. A CSV file holds one sheet, so its name must end in .xlsx.
Status writeRankingTable(const NoticeFigures &figures, const Output &output);

} // namespace core
