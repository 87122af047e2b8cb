// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Reads all sheets of \a path as the import does, whatever its bytes are. What is wrong with the answer (a
/// row beyond the limits, a refusal without a sentence); empty: nothing.
QString faultOfReading(const QString &path);
