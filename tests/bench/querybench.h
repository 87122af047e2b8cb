// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

namespace bench {

/// Time of the answers to what is typed letter by letter into the search.
bool searchBench(const QDir &folder, qint64 organizations);
/// Time of windows of 50 rows anywhere in a sorted and filtered list, and of its count.
bool listBench(const QDir &folder, qint64 organizations);

} // namespace bench
