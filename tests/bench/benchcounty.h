// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <QDir>
#include <QString>

#include <memory>

namespace bench {

/// The record a workbook of this size is imported as.
inline constexpr int registerColumns = 25;

/// Where the texts of a workbook stand: in one table that cells refer to, as Excel, WPS and LibreOffice write
/// them, or in the cells, as our own exports do.
enum class Strings { Shared, Inline };
/// Writes one workbook with all \a organizations of the sample county, 25 columns, as a clerk keeps them.
core::Status writeRegister(const QString &path, qint64 organizations, Strings strings);

/// A county file at \a path with the divisions of the sample county, ready for the register.
core::Status makeCounty(const QString &path, qint64 organizations);

/// Opens the county at \a path; makes it, with the register and the records of \a years years, when it is not
/// there yet. \a years 0: only the register.
core::Result<std::unique_ptr<core::Store>> openCounty(const QString &path, qint64 organizations,
                                                      bool withRecords);

/// The path of a county of this size whose years 2024 and 2025 are evaluated; makes it when it is not there
/// yet. Empty when that fails; the reason is printed.
QString evaluatedCounty(const QDir &folder, qint64 organizations);

} // namespace bench
