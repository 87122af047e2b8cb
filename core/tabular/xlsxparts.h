// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dateparse.h"
#include "core/base/result.h"
#include "core/tabular/limits.h"
#include "core/tabular/zipfile.h"

#include <QString>
#include <QStringView>

#include <pugixml.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What numbers with a format are shown as.
enum class NumberFormat : quint8 {
    Number,
    Date,     ///< A day, with or without a time.
    Time,     ///< Hours and minutes.
    Duration, ///< Hours that go on beyond a day ([h]:mm), or minutes and seconds.
    Percent,  ///< A hundred times the number, with % behind it.
};

/// The meaning of a format: of the built-in ones by \a id (ECMA-376 part 1, 18.8.30, with the zh-CN list),
/// else by the letters in the first section of \a code outside quotes and brackets. \a code is empty when the
/// workbook has none for \a id.
NumberFormat numberFormat(int id, QStringView code);

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

/// Per cell style of the workbook what it shows numbers as.
Result<std::vector<NumberFormat>> readNumberFormats(const ZipFile &zip, const QString &part);

/// The text of a shared string or of a cell that holds its own, put together from its runs; in \a buffer when
/// it is in more than one piece.
std::string_view textOfRuns(const pugi::xml_node &element, std::string &buffer);

/// The texts that cells refer to by number, in UTF-8 in large blocks: little more than the text itself.
class SharedStrings
{
public:
    static Result<SharedStrings> read(const ZipFile &zip, const QString &part, const ReadLimits &limits);

    size_t count() const { return m_positions.size(); }
    /// The text with number \a index < count().
    QString at(size_t index) const;

    /// Adds a text; false when it would be more than the limit.
    bool append(std::string_view utf8, qint64 limit);

private:
    std::vector<std::unique_ptr<char[]>> m_blocks;
    size_t m_used = 0; ///< Of the last block.
    size_t m_capacity = 0;
    std::vector<const char *> m_positions; ///< Four bytes of length, then the text.
    qint64 m_bytes = 0;
};

} // namespace core
