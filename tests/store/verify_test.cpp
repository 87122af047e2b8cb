// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tamper.h"
#include "tests/support/teststore.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("verify finds what was altered past the program")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    organization.address = u"一号"_s;
    requireOk(store->change(u"改"_s, [&](Change &change) { return change.update(organization); }));
    organization.address = u"二号"_s;
    requireOk(store->change(u"再改"_s, [&](Change &change) { return change.update(organization); }));
    const QString path = store.path();
    store.close();
    const auto faultsAfter = [&](const QByteArray &sql) {
        const QString copy = path + u".copy"_s;
        QFile::remove(copy);
        QFile::copy(path, copy);
        tamper(copy, sql);
        auto opened = Store::open(copy);
        requireOk(opened);
        const auto report = (*opened)->verify();
        requireOk(report);
        return report->faults.size();
    };
    CHECK(faultsAfter("SELECT 1") == 0);
    CHECK(faultsAfter("UPDATE journal SET what = '别的' WHERE sequence = 2") > 0);
    CHECK(faultsAfter("UPDATE journal_edit SET after = replace(after, '一号', '三号')") > 0);
    CHECK(faultsAfter("DELETE FROM journal WHERE sequence = 2") > 0);
    CHECK(faultsAfter("DELETE FROM journal_edit WHERE sequence = 2") > 0);
    CHECK(
        faultsAfter(
            "UPDATE journal SET sequence = sequence + 10; UPDATE journal_edit SET sequence = sequence + 10") >
        0);
    CHECK(faultsAfter("UPDATE organization SET address = '三号'") > 0);
    CHECK(faultsAfter("UPDATE organization SET removed_at = '2025-01-01'") > 0);
    CHECK(faultsAfter("DELETE FROM organization") > 0);
}
