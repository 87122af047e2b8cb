// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

namespace bench {

/// Time and memory of the command line for the year-end reports of the registered organizations, and of these
/// and the community organizations, each as one PDF.
bool reportsBench(const QDir &folder, qint64 organizations);

} // namespace bench
