// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tabular/badfile.h"

#include "core/base/tr.h"

namespace core {

namespace {

QString sentence(BadFile reason)
{
    switch (reason) {
    case BadFile::NotFound: return tr("找不到这个文件，可能已被移动、改名或删除。请重新选择文件。");
    case BadFile::CannotOpen:
        return tr("打不开这个文件，可能没有读取权限，或正被其他程序占用。请关闭占用它的程序后再试。");
    case BadFile::Empty: return tr("这个文件是空的，里面没有任何内容。请重新保存或重新导出表格后再试。");
    case BadFile::OldExcel:
        return tr("这是旧版 Excel 格式（.xls）的文件，本程序只读 .xlsx 和 .csv。"
                  "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”后再试。");
    case BadFile::Encrypted:
        return tr("这个工作簿设有打开密码，程序无法读取。请用 Excel 或 WPS 打开它，取消密码并保存后再试。");
    case BadFile::WebPage:
        return tr("这个文件的内容是网页或 XML 文本，不是 Excel 表格（从网站导出的表常常如此）。"
                  "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”后再试。");
    case BadFile::Damaged:
        return tr("这个文件不完整或已经损坏，可能没有下载完或没有拷贝完。"
                  "请重新取得文件，或用 Excel、WPS 打开并另存一份后再试。");
    case BadFile::NotAWorkbook:
        return tr("这个文件里没有 Excel 工作表，可能是改了名的其他文件。请选择 .xlsx 或 .csv 表格。");
    case BadFile::Bomb:
        return tr("这个文件展开后大得不正常，为保护电脑已停止读取。"
                  "请用 Excel 或 WPS 打开它，把需要的内容复制到新工作簿后再试。");
    case BadFile::ForbiddenXml:
        return tr("这个文件里有表格文件不应有的声明，可能被人改动过，为安全起见没有读取。"
                  "请用 Excel 或 WPS 打开它，另存一份后再试。");
    case BadFile::ForbiddenPath:
        return tr("这个文件里有指向文件之外的路径，可能被人改动过，为安全起见没有读取。"
                  "请用 Excel 或 WPS 打开它，另存一份后再试。");
    case BadFile::Binary:
        return tr("这个文件的内容无法识别，可能已经损坏，或是改了名的其他文件。"
                  "请重新取得文件，或选择另一个 .xlsx 或 .csv 表格。");
    case BadFile::UnknownEncoding:
        return tr("这个文件的文字编码无法识别（能识别 UTF-8、UTF-16 和 GB18030）。"
                  "请用 Excel 或 WPS 打开它，另存为 .xlsx 后再试。");
    }
    return {};
}

} // namespace

Error badFile(BadFile reason, const QString &detail)
{
    const auto code = reason == BadFile::NotFound     ? Error::Code::NotFound
                      : reason == BadFile::CannotOpen ? Error::Code::Storage
                                                      : Error::Code::FileFormat;
    return {code, sentence(reason), detail};
}

} // namespace core
