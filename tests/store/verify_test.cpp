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
    requireOk(moveOne(*store, organization, u"一号"_s));
    requireOk(moveOne(*store, organization, u"二号"_s));
    const QString path = store.path();
    store.close();
    CHECK(faultsAfter(path, "SELECT 1") == 0);
    for (const char *sql :
         {"UPDATE journal SET what = '别的' WHERE sequence = 2",
          "UPDATE journal_edit SET after = replace(after, '一号', '三号')",
          "DELETE FROM journal WHERE sequence = 2", "DELETE FROM journal_edit WHERE sequence = 2",
          "UPDATE journal SET sequence = sequence + 10; UPDATE journal_edit SET sequence = sequence + 10",
          "UPDATE organization SET address = '三号'", "UPDATE organization SET removed_at = '2025-01-01'",
          "DELETE FROM organization"}) {
        INFO(sql);
        CHECK(faultsAfter(path, sql) > 0);
    }
}
