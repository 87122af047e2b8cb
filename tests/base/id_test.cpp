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

TEST_CASE("an id is the same after its bits were kept, and other texts have none")
{
    const auto bits = core::uuidBits(u"0190f0e0-1234-7abc-8def-0123456789ab");
    REQUIRE(bits);
    CHECK(bits->high == 0x0190f0e012347abcU);
    CHECK(bits->low == 0x8def0123456789abU);
    CHECK(core::uuidText(*bits) == u"0190f0e0-1234-7abc-8def-0123456789ab");
    for (const QStringView other :
         {u"0190F0E0-1234-7abc-8def-0123456789ab", u"0190f0e01234-7abc-8def-0123456789ab", u"",
          u"0190f0e0-1234-7abc-8def-0123456789abc"})
        CHECK_FALSE(core::uuidBits(other));
}
