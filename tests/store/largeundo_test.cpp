// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/teststore.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// A line of /proc/self/status in megabytes: "VmRSS", "VmHWM" (the peak).
double memory(const QByteArray &line)
{
    QFile status(u"/proc/self/status"_s);
    REQUIRE(status.open(QIODevice::ReadOnly));
    for (const QByteArray &one : status.readAll().split('\n')) {
        if (one.startsWith(line + ':'))
            return one.mid(line.size() + 1).simplified().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

} // namespace

TEST_CASE("taking back 100,000 edits needs no memory for each of them")
{
    constexpr int edits = 100'000;
    TestStore store;
    requireOk(store->change(u"成批新增"_s, [&](Change &change) -> Status {
        for (int i = 0; i < edits; ++i) {
            Organization one{.name = u"第 %1 号社区社会组织"_s.arg(i),
                             .kind = OrganizationKind::CommunityOrganization};
            CORE_TRY(change.insert(one));
        }
        return ok();
    }));
    store.reopen();
    QFile peak(u"/proc/self/clear_refs"_s); // "5" starts the peak anew
    REQUIRE(peak.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    peak.write("5");
    const double before = memory("VmRSS");
    requireOk(store->undo());
    const double grown = memory("VmHWM") - before;
    // The page cache of a store may take 128 MB; the values of the edits are another 100 MB.
    INFO("grown by " << grown << " MB");
    CHECK(grown < 165);
    CHECK(*store->count({.type = u"organization"_s}) == 0);
    requireOk(store->redo());
    CHECK(*store->count({.type = u"organization"_s}) == edits);
    CHECK(store->verify()->faults.empty());
}
