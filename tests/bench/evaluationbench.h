// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

namespace bench {

/// Evaluates a county of this size beside the same figures by hand-written SQL, which must have the same
/// sums; then larger ones, up to 100,000 organizations, to show how the time grows.
bool evaluationBench(const QDir &folder, qint64 organizations);
/// What the measured process does: reads the figures of a year and scores them.
int evaluationChild(const QString &county);
/// Prints sums of figures, to be compared with sums.sql.
int sumsChild(const QString &county);

} // namespace bench
