// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes the reading of a table file: the input is the file, workbook or CSV.
#include "tests/fuzz/expect.h"
#include "tests/fuzz/memoryfile.h"
#include "tests/support/tablecheck.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz::MemoryFile file;
    file.set({data, qsizetype(size)});
    const QString fault = faultOfReading(file.path());
    fuzz::expect(fault.isEmpty(), "rows within the limits, or a sentence", fault);
    return 0;
}
