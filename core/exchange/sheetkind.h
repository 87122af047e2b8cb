// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/columnmapping.h"
#include "core/exchange/layoutmemory.h"

namespace core {

/// What is looked at to see of which register a sheet is.
struct SheetHead
{
    std::span<const Row> rows; ///< The first of the sheet.
    const std::vector<CellRange> &merges;
    QStringList names; ///< Of the sheet and of its file.
};

/// A sheet that is clearly of another register than the one it is read as.
struct OtherRegister
{
    const RecordType *type = nullptr; ///< What it is of; null: nothing speaks against how it is read.
    QString heading;                  ///< The column that tells.
};

/// Looks whether some other type reads all that \a type can read of the sheet, and also what it needs itself
/// and \a type knows nothing of: the names of persons beside those of their organizations. What a field
/// cannot read, 社会团体 where kinds of villages belong, or a name that no village has, it does not read.
OtherRegister otherRegister(const RecordType &type, const SheetHead &sheet);

/// Why a sheet of another register is not read as \a type, for the clerk.
QString otherRegisterText(const RecordType &type, const OtherRegister &other);

/// Of which register a sheet seems to be.
struct RegisterGuess
{
    /// The likeliest first, with all that are nearly as likely; one: it is clear; none: no type fits.
    std::vector<const RecordType *> types;
};

/// Guesses the register by what the importable types can read of the sheet. A column that few types read
/// tells more than one that all do; what a type needs and does not find, and what it cannot read, speaks
/// against it; a title that names it, and a layout that somebody has read as it (\a layouts), for it.
RegisterGuess guessRegister(const SheetHead &sheet, const Layouts &layouts);

} // namespace core
