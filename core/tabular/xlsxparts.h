// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tabular/limits.h"
#include "core/tabular/numberformat.h"
#include "core/tabular/sharedstrings.h"
#include "core/tabular/zipfile.h"

#include <QString>

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Undoes the _xHHHH_ escapes of OOXML text (ECMA-376 part 1, 22.9.2.19).
QString unescapeXstring(const QString &text);

/// One worksheet of a workbook.
struct SheetPart
{
    QString name;
    QString part; ///< Its name in the zip file.
    bool hidden = false;
};

/// What the parts of a workbook besides the worksheets say.
struct WorkbookParts
{
    std::vector<SheetPart> sheets;
    DateSystem dateSystem = DateSystem::From1900;
    QString stylesPart;        ///< Empty: none.
    QString sharedStringsPart; ///< Empty: none.
};

Result<WorkbookParts> readWorkbookParts(const ZipFile &zip);

/// Columns from 0, both ends included.
struct ColumnSpan
{
    int first = 0;
    int last = 0;
};

/// Per cell style of the workbook what it shows numbers as.
Result<std::vector<CellFormat>> readNumberFormats(const ZipFile &zip, const QString &part);

/// The text of a shared string or of a cell that holds its own, put together from its runs; in \a buffer when
/// it is in more than one piece.
std::string_view textOfRuns(const pugi::xml_node &element, std::string &buffer);

/// The texts in \a part; none when it is not there.
Result<SharedStrings> readSharedStrings(const ZipFile &zip, const QString &part, const ReadLimits &limits);

} // namespace core
