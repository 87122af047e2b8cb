// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

namespace bench {

/// Time from the start of the program to its usable window, and the longest time the window did not answer
/// while keys and clicks go through all its pages: over 3,500 organizations, then over \a organizations.
bool windowBench(const QDir &folder, qint64 organizations);
/// What the measured process does, "start" or "visit", on the county it is given. Answers the exit code.
int windowChild(int &argc, char **argv);

} // namespace bench
