// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// shanzhi-bench-window: the process that shanzhi-bench measures the window in.
#include "tests/bench/windowbench.h"

int main(int argc, char *argv[])
{
    return bench::windowChild(argc, argv);
}
