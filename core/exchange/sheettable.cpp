// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheettable.h"

#include "core/base/text.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// True for the name of a sheet that tells of the others and holds no records.
bool isIntroduction(const QString &name)
{
    static const QRegularExpression introduction(
        uR"(^[\d.、()一二三四五]*(?:封[面皮]|目录|索引|(?:.{0,6})说明(?:书|页)?|填[报表写]?(?:须知|要求|指南)|(?:注意|填报)事项|须知|readme|(?:数据)?字典|代码表|选项|下拉(?:选项|列表)?)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString bare = toHalfWidth(name);
    bare.removeIf([](QChar c) { return c.isSpace(); });
    return introduction.match(bare).hasMatch();
}

} // namespace

QStringList sheetNames(const TableReader &reader, const QString &path)
{
    return {reader.sheets().value(reader.currentSheet()), QFileInfo(path).completeBaseName()};
}

Result<SheetTable> readSheetTable(TableReader &reader, const RecordType &type, const QString &path,
                                  const Layouts &layouts, const ColumnChoices &choices)
{
    SheetTable table;
    CORE_ASSIGN(table.head, reader.peek(sheetHeadRows));
    CORE_ASSIGN(table.header, findHeader(table.head, reader.merges(),
                                         [&](QStringView heading) { return isHeadingOf(type, heading); }));
    std::copy_if(table.head.begin(), table.head.end(), std::back_inserter(table.samples),
                 [&](const Row &row) { return row.number > table.header.lastRow; });
    table.names = sheetNames(reader, path);
    table.choices = choices.isEmpty() ? rememberedChoices(layouts, type, table.header) : choices;
    table.mapping =
        mapColumns(type, table.header, table.samples, table.header.titles + table.names, table.choices);
    return table;
}

std::vector<int> sheetsToTry(const TableReader &reader)
{
    const QStringList names = reader.sheets();
    std::vector<int> sheets;
    for (int sheet = 0; sheet < names.size(); ++sheet) {
        if (sheet == reader.currentSheet() || !reader.isHidden(sheet))
            sheets.push_back(sheet);
    }
    std::stable_partition(sheets.begin(), sheets.end(),
                          [&](int sheet) { return !isIntroduction(names[sheet]); });
    return sheets;
}

Status goToSheet(TableReader &reader, int sheet)
{
    return sheet == reader.currentSheet() ? ok() : reader.selectSheet(sheet);
}

} // namespace core
