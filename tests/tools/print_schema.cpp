// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/recordtype.h"
#include "core/store/schema.h"

#include <cstdio>

// The statements of the record types with these keys; without any those of all.
int main(int argc, char *argv[])
{
    const QStringList wanted = [&] {
        QStringList keys;
        for (int i = 1; i < argc; ++i)
            keys += QString::fromLocal8Bit(argv[i]);
        return keys;
    }();
    for (const QString &key : wanted) {
        if (!core::findRecordType(key)) {
            std::fprintf(stderr, "There is no record type %s; core/features.cpp leads to those there are.\n",
                         qPrintable(key));
            return 1;
        }
    }
    for (const core::RecordType *type : core::allRecordTypes()) {
        if (wanted.isEmpty() || wanted.contains(QLatin1StringView(type->key)))
            std::printf("%s\n", core::tableSql(*type).constData());
    }
}
