// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>

namespace bench {

/// Imports a register of this size and has LibreOffice convert the same workbook to CSV.
bool importBench(const QDir &folder, qint64 organizations);
/// What the measured process does: one import. Answers the exit code.
int importChild(const QString &county, const QString &workbook);
/// Writes the workbook, "shared" or "inline".
int registerChild(const QString &workbook, qint64 organizations, const QString &strings);

} // namespace bench
