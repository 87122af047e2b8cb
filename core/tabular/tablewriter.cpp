// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/tablewriter.h"

#include "core/base/tr.h"
#include "core/tabular/csvwriter.h"
#include "core/tabular/xlsxwriter.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool endsIn(const Output &output, QLatin1StringView ending)
{
    return QFileInfo(output.path).suffix().compare(ending, Qt::CaseInsensitive) == 0;
}

} // namespace

Status checkTableOutput(const Output &output)
{
    CORE_TRY(checkOutput(output));
    if (!endsIn(output, "csv"_L1) && !endsIn(output, "xlsx"_L1))
        return Error{Error::Code::InvalidInput,
                     tr("“%1”没有写出：表格只能存为 .xlsx 或 .csv，请把名称的结尾改成 .xlsx 或 .csv。")
                         .arg(output.path),
                     {}};
    return ok();
}

Result<std::unique_ptr<TableWriter>> createTable(const Output &output)
{
    CORE_TRY(checkTableOutput(output));
    return endsIn(output, "csv"_L1) ? CsvWriter::create(output) : XlsxWriter::create(output);
}

} // namespace core
