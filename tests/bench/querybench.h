// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

namespace bench {

/// Time of the answers to what is typed letter by letter into the search.
bool searchBench(const QDir &folder, qint64 organizations);
/// Time of sorting and filtering a list, and of windows of 50 rows anywhere in it.
bool listBench(const QDir &folder, qint64 organizations);

} // namespace bench
