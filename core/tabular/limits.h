// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>

namespace core {

/// How much a table file may hold before it is refused. The defaults let through what Excel and WPS write.
struct ReadLimits
{
    int maxRows = 1'048'576;                   ///< The last row of a worksheet; the same for CSV.
    int maxColumns = 1'024;                    ///< The last column that holds something.
    int maxCellCharacters = 32'767;            ///< Excel's own limit for a cell.
    qint64 maxInflatedBytes = qint64(4) << 30; ///< Of one part of a workbook.
    /// Inflated : stored, once past inflateGraceBytes. LibreOffice writes shared strings of 130 : 1 where
    /// Chinese and Latin characters alternate; what is made to be a bomb has about 1,000 : 1.
    int maxInflateRatio = 400;
    qint64 inflateGraceBytes = qint64(16) << 20;   ///< Small parts may be as repetitive as they like.
    qint64 maxSharedStringBytes = qint64(4) << 30; ///< Not more than a part of a workbook may be.
    qint64 sharedStringMemory = qint64(32) << 20;  ///< Beyond that they are kept in a temporary file.
    int maxMergedRanges = 200'000;
    /// Of a sheet whose rows do not follow each other and are sorted in memory, about 100 bytes each.
    size_t maxUnorderedCells = 2'000'000;
    int maxZipEntries = 10'000;
    qint64 maxCsvBytes = qint64(4) << 30;
};

} // namespace core
