// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace core {

/// Why a table file was refused: one sentence of what is wrong and one of what to do.
enum class BadFile {
    NotFound,
    CannotOpen,
    Empty,
    OldExcel,        ///< The bare records of Excel 2 to 4, or texts of Excel 5 in a code page we do not know.
    OldExcelDamaged, ///< An .xls that is not whole.
    WpsTable,        ///< OLE2 under the name .et.
    BinaryWorkbook,  ///< .xlsb
    OpenDocument,    ///< .ods
    LockFile,        ///< What an office program puts beside a table that is open in it.
    Encrypted,       ///< OLE2 with EncryptedPackage, or an encrypted zip entry.
    WebPage,         ///< HTML or XML under the name of a spreadsheet.
    Damaged,         ///< A zip that ends too early, a wrong checksum, XML that is not well formed.
    NotAWorkbook,    ///< A zip without worksheets.
    Bomb,            ///< Inflates beyond the limits.
    ForbiddenXml,    ///< DOCTYPE: entities, external files.
    ForbiddenPath,   ///< A name in the zip that points outside it.
    Binary,          ///< Not text.
    ZeroBytes,       ///< Text with NUL bytes in it.
    UnknownEncoding  ///< Neither UTF-8, UTF-16 nor GB18030.
};

/// The error for \a reason; \a detail goes to the log.
Error badFile(BadFile reason, const QString &detail = {});

} // namespace core
