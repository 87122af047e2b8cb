// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/recordtype.h"
#include "core/store/schema.h"

#include <cstdio>

int main()
{
    for (const core::RecordType *type : core::allRecordTypes())
        std::printf("%s\n", core::tableSql(*type).constData());
}
