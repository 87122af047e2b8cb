// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

namespace bench {

/// Evaluates a county of this size, and one of a quarter of it, beside the same figures by hand-written SQL.
bool evaluationBench(const QDir &folder, qint64 organizations);
/// What the measured process does: reads the figures of a year and scores them.
int evaluationChild(const QString &county);

} // namespace bench
