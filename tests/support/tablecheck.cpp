// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tablecheck.h"

#include "core/tabular/datarows.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QString faultOfRow(const Row &row, int rowBefore, const ReadLimits &limits)
{
    if (row.number < rowBefore) // a number may stand twice in the file
        return u"row %1 stands behind row %2"_s.arg(row.number).arg(rowBefore);
    if (row.cells.size() > size_t(limits.maxColumns))
        return u"row %1 has %2 columns"_s.arg(row.number).arg(row.cells.size());
    for (const Cell &cell : row.cells) {
        if (cell.text.size() > limits.maxCellCharacters)
            return u"a cell in row %1 has %2 characters"_s.arg(row.number).arg(cell.text.size());
        (void)cell.cleaned();
        (void)cell.asDate();
    }
    return {};
}

QString faultOfSheet(TableReader &reader, const ReadLimits &limits)
{
    const auto head = reader.peek(30);
    const auto header = head ? findHeader(*head, reader.merges(), {}) : Result<TableHeader>(head.error());
    if (!header)
        return {};
    DataRows data(reader, *header);
    Row row;
    int last = 0;
    for (auto more = data.next(row); more && *more; more = data.next(row)) {
        if (const QString fault = faultOfRow(row, last, limits); !fault.isEmpty())
            return fault;
        last = row.number;
    }
    return {};
}

} // namespace

QString faultOfReading(const QString &path)
{
    const ReadLimits limits;
    const auto opened = openTable(path, limits);
    if (!opened)
        return opened.error().text.endsWith(u'。') ? QString() : u"refused without a sentence"_s;
    TableReader &reader = **opened;
    reader.resolveMerges(1, {1, 0, 1});
    for (int sheet = 0; sheet < reader.sheets().size(); ++sheet) {
        if (!reader.selectSheet(sheet))
            continue;
        if (const QString fault = faultOfSheet(reader, limits); !fault.isEmpty())
            return fault;
    }
    return {};
}
