// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/columnmapping.h"

namespace core {

/// A sheet that is clearly of another register than the one it is read as.
struct OtherRegister
{
    const RecordType *type = nullptr; ///< What it is of; null: nothing speaks against how it is read.
    QString heading;                  ///< The column that tells.
};

/// Looks whether some other type reads all that \a mapping reads of the sheet, and also what it needs itself
/// and \a type knows nothing of: the names of persons beside those of their organizations. \a head: the first
/// rows of the sheet, \a names: those of the sheet and of its file.
OtherRegister otherRegister(const RecordType &type, const ColumnMapping &mapping, std::span<const Row> head,
                            const std::vector<CellRange> &merges, const QStringList &names);

/// Why a sheet of another register is not read as \a type, for the clerk.
QString otherRegisterText(const RecordType &type, const OtherRegister &other);

} // namespace core
