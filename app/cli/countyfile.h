// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "core/store/store.h"

#include <memory>

namespace cli {

/// Adds the COUNTY.shanzhi argument that most verbs begin with.
void addCountyFile(CommandLine &line);

/// Opens the data file given first. Without an answer \a end holds the exit code; the reason is told.
/// A file that can only be read is refused for Access::Write.
std::unique_ptr<core::Store> openCountyFile(const Console &console, const CommandLine &line,
                                            core::Store::Access access, int &end);

/// Reads the arguments, then opens the data file: for verbs that need to look at nothing in between.
std::unique_ptr<core::Store> parseAndOpen(const Console &console, CommandLine &line,
                                          core::Store::Access access, int &end);

/// Reads a JSON object from a file, or from standard input for "-".
core::Result<QJsonObject> readJsonFile(const QString &path);

/// A time as the clerk's clock shows it: 2025-12-31 16:05:09.
QString localTime(const QDateTime &time);

} // namespace cli
