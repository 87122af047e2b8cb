// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bench {

/// The peer of an import: inserts the rows of \a county once more into a new file, with nothing but the C
/// interface of SQLite, and prints the seconds. Run as a process of its own.
///
/// With \a all, the rows of every table (register, journal, search), else those of the register
/// (organization) alone; the tables and indexes are those of \a county, the settings of the file those of the
/// store. What is timed is one transaction of prepared inserts of values that are in memory already.
/// Answers the exit status; fails when the new file does not hold as many rows as the old one.
int sqlitePeerChild(const QString &county, const QString &target, bool all);

} // namespace bench
