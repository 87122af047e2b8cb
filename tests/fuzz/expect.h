// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdio>
#include <cstdlib>

namespace fuzz {

/// Ends the run as a crash does, so that the fuzzer keeps the input, when \a holds is false. \a what says
/// what was expected.
inline void expect(bool holds, const char *what, const QString &detail = {})
{
    if (holds)
        return;
    std::fprintf(stderr, "EXPECTED: %s\n%s\n", what, qPrintable(detail));
    std::abort();
}

} // namespace fuzz
