// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/tablewriter.h"

#include "core/base/tr.h"
#include "core/tabular/csvwriter.h"
#include "core/tabular/xlsxwriter.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace core {

Result<std::unique_ptr<TableWriter>> createTable(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir() || !info.absoluteDir().exists()) {
        return Error{Error::Code::NotFound, tr("要保存到的文件夹不存在，文件没有写出。请另选一个位置。"),
                     path};
    }
    if (info.suffix().compare(u"csv"_s, Qt::CaseInsensitive) == 0)
        return CsvWriter::create(path);
    return XlsxWriter::create(path);
}

Error writeFailed(const QString &detail)
{
    return {Error::Code::Storage,
            tr("文件没有写完，可能磁盘已满、没有写入权限，或文件正在 Excel 或 WPS 中打开。"
               "原来的文件没有改动，请处理后重新导出。"),
            detail};
}

} // namespace core
