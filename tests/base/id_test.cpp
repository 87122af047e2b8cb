// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"
#include "tests/support/catch.h"

#include <QSet>
#include <QUuid>

TEST_CASE("ids are UUIDs of version 7 and grow")
{
    QSet<QString> seen;
    QString last;
    for (int i = 0; i < 100'000; ++i) {
        const QString id = core::newUuid();
        if (id <= last || seen.contains(id))
            FAIL("not growing at " << i);
        seen.insert(id);
        last = id;
    }
    CHECK(core::isUuid(last));
    CHECK(last[14] == u'7'); // version
    CHECK(QUuid(last).variant() == QUuid::DCE);
    CHECK_FALSE(core::isUuid(u"0190F0E0-0000-7000-8000-000000000000"));
}
