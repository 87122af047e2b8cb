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
        return tr("这是很早的旧版 Excel（95 版以前）的文件，本程序读不了。"
                  "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”后再试。");
    case BadFile::OldExcelDamaged:
        return tr("这个旧版 Excel（.xls）文件不完整或已经损坏，可能没有下载完或没有拷贝完。"
                  "请重新取得文件，或用 Excel、WPS 打开它，另存为“Excel 工作簿（.xlsx）”后再试。");
    case BadFile::WpsTable:
        return tr("这是 WPS 表格格式（.et）的文件，本程序只读 .xlsx、.xls 和 .csv。"
                  "请用 WPS 打开它，另存为“Excel 工作簿（.xlsx）”后再试。");
    case BadFile::BinaryWorkbook:
        return tr("这是 Excel 二进制工作簿（.xlsb），本程序只读 .xlsx、.xls 和 .csv。"
                  "请用 Excel 打开它，另存为“Excel 工作簿（.xlsx）”后再试。");
    case BadFile::OpenDocument:
        return tr("这是 OpenDocument 格式（.ods）的文件，本程序只读 .xlsx、.xls 和 .csv。"
                  "请用 WPS、Excel 或 LibreOffice 打开它，另存为“Excel 工作簿（.xlsx）”后再试。");
    case BadFile::LockFile:
        return tr("这不是表格，而是表格正在 WPS 或 Excel 中打开时旁边的临时文件。"
                  "请在 WPS 或 Excel 中保存并关闭那个表格，然后选择表格本身（名称前面没有“~$”）。");
    case BadFile::Encrypted:
        return tr("这个工作簿设有打开密码，程序无法读取。请用 Excel 或 WPS 打开它，取消密码并保存后再试。");
    case BadFile::WebPage:
        return tr("这个文件的内容是网页或 XML 文本，不是 Excel 表格（从网站导出的表常常如此）。"
                  "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”后再试。");
    case BadFile::Damaged:
        return tr("这个文件不完整或已经损坏，可能没有下载完或没有拷贝完。"
                  "请重新取得文件，或用 Excel、WPS 打开并另存一份后再试。");
    case BadFile::NotAWorkbook:
        return tr("这个文件里没有 Excel 工作表，可能是改了名的其他文件。请选择 .xlsx、.xls 或 .csv 表格。");
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
                  "请重新取得文件，或选择另一个 .xlsx、.xls 或 .csv 表格。");
    case BadFile::ZeroBytes:
        return tr("这个文件的内容无法识别：文字中间夹有空字节，可能没有拷贝完整，读出来的内容不可靠。"
                  "请重新取得或重新导出这个文件后再试。");
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
