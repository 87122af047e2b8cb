// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/tablewriter.h"

#include "core/tabular/csvwriter.h"
#include "core/tabular/xlsxwriter.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace core {

Result<std::unique_ptr<TableWriter>> createTable(const Output &output)
{
    CORE_TRY(checkOutput(output));
    if (QFileInfo(output.path).suffix().compare(u"csv"_s, Qt::CaseInsensitive) == 0)
        return CsvWriter::create(output);
    return XlsxWriter::create(output);
}

} // namespace core
