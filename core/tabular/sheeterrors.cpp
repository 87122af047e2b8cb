// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/sheeterrors.h"

#include "core/base/tr.h"
#include "core/tabular/cell.h"

namespace core {

Error tooManyRows(int limit)
{
    return {Error::Code::FileFormat,
            tr("这张表超过了 %1 行，程序没有读取。请把它拆成几个文件，分别处理。").arg(limit),
            {}};
}

Error tooManyColumns(int row, int limit)
{
    return {Error::Code::FileFormat,
            tr("第 %1 行用到了第 %2 列以后的单元格，程序没有读取。请删去右边多余的列后再试。")
                .arg(row)
                .arg(limit),
            {}};
}

Error cellTooLong(int row, int column, int limit)
{
    return {Error::Code::FileFormat,
            tr("单元格 %1%2 的内容超过 %3 个字，程序没有读取。请缩短这个单元格的内容后再试。")
                .arg(columnName(column))
                .arg(row)
                .arg(limit),
            {}};
}

Error noSuchSheet(int index, qsizetype count)
{
    return {Error::Code::InvalidInput,
            tr("这个文件没有第 %1 张工作表，一共只有 %2 张。请重新选择工作表。").arg(index + 1).arg(count),
            {}};
}

QString notCalculatedRemark()
{
    return tr("单元格 %1 的公式还没有计算结果，按空读取。请用 Excel 或 WPS 打开这个表格，保存一次再导入。");
}

QString perhapsNotCalculatedRemark()
{
    return tr("单元格 %1 的公式可能还没有计算，文件里的结果是 0，按 0 读取。"
              "请用 Excel 或 WPS 打开这个表格，保存一次再导入。");
}

QString emptyResultsRemark()
{
    return tr("从单元格 %1 起，有公式的结果是空的，按空读取。"
              "如果它们本该有结果，请用 Excel 或 WPS 打开这个表格，保存一次再导入。");
}

QString missingTextRemark()
{
    return tr(
        "单元格 %1 的文字在文件里找不到，按空读取。请对照原表核对，或用 Excel、WPS 打开并另存一份后再试。");
}

QString twiceRemark()
{
    return tr("单元格 %1 在文件里有两次，内容不同，取了后一次的。请对照原表核对。");
}

} // namespace core
