// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dateparse.h"
#include "core/base/result.h"
#include "core/tabular/limits.h"
#include "core/tabular/numberformat.h"
#include "core/tabular/sharedstrings.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace core {

class BiffRecords;

/// What an .xls says before its worksheets.
struct XlsWorkbook
{
    struct Sheet
    {
        QString name;
        qint64 position = 0; ///< In the stream of the workbook.
        bool hidden = false;
    };

    std::vector<Sheet> sheets; ///< Only those with cells: no charts, no macros.
    DateSystem dateSystem = DateSystem::From1900;
    std::vector<CellFormat> formats; ///< By cell style.
    SharedStrings strings;
    bool isUnicode = true; ///< Since Excel 97. Before, texts are bytes in a code page.
    int codePage = 0;

    /// Bytes of a workbook that is not Unicode; refuses those of a code page we do not know.
    Result<QString> decoded(QByteArrayView bytes) const;
};

/// Reads it from the front of \a records. Refuses what cannot be opened without a password.
Result<XlsWorkbook> readXlsWorkbook(BiffRecords &records, const ReadLimits &limits);

} // namespace core
