// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/testsession.h"
#include "tests/support/catch.h"

#include "core/registry/organization.h"
#include "tests/support/part.h"
#include "tests/support/teststore.h"
#include "ui/pages/journalpage.h"
#include "ui/pages/recordpage.h"
#include "ui/pages/recyclebinpage.h"
#include "ui/settings.h"
#include "ui/widgets/datatable.h"

using namespace Qt::StringLiterals;

namespace {

/// Keeps an organization and removes it again.
void keepAndRemove(core::Store &store)
{
    core::Organization organization;
    organization.name = u"甲协会"_s;
    requireOk(
        store.change(u"新增甲协会"_s, [&](core::Change &change) { return change.insert(organization); }));
    requireOk(
        store.change(u"删除甲协会"_s, [&](core::Change &change) { return change.remove(organization.id); }));
}

/// The page over an empty file in which \a before was done.
template<typename P>
struct Entered
{
    explicit Entered(void (*before)(core::Store &))
        : page((before(*test.store), test.session))
    {
        showActive(page, {1182, 694});
        page.enter();
    }
    ui::DataTable *table(const char *name) const { return partOf<ui::DataTable>(page, name); }

    TestSession test{SampleStore::State::Empty};
    P page;
};

} // namespace

TEST_CASE("the journal lists what was done, the newest first, and beside it what that changed")
{
    const Entered<ui::JournalPage> journal(keepAndRemove);
    const QAbstractItemModel *entries = journal.table("entries")->model();
    REQUIRE(waitFor([&] { return entries->rowCount() >= 2; }));
    CHECK(entries->index(0, 2).data().toString() == u"删除甲协会"_s);
    CHECK(entries->index(0, 3).data().toString() == u"1"_s);
    const QAbstractItemModel *edits = journal.table("edits")->model();
    REQUIRE(waitFor([&] { return edits->rowCount() == 1; }));
    CHECK(edits->index(0, 0).data().toString().contains(u"甲协会"_s));
}

TEST_CASE("the journal names who did it and when, follows what is done, and says how much is not listed")
{
    Entered<ui::JournalPage> page([](core::Store &store) { store.setActor(u"李科员"_s); });
    SampleStore &store = page.test.store;
    auto *table = page.table("entries");
    const QAbstractItemModel *entries = table->model();
    const QAbstractItemModel *edits = page.table("edits")->model();
    REQUIRE(waitFor([&] { return entries->rowCount() >= 1; }));
    const int before = entries->rowCount();
    requireOk(store->change(u"新增多家"_s, [](core::Change &change) -> core::Status {
        for (int i = 0; i < 510; ++i) {
            core::Organization one;
            one.name = u"第 %1 会"_s.arg(i);
            CORE_TRY(change.insert(one));
        }
        return core::ok();
    }));
    keepAndRemove(*store);
    REQUIRE(waitFor([&] { return entries->rowCount() == before + 3; }));
    const auto journal = store->journal(1);
    requireOk(journal);
    CHECK(entries->index(0, 0).data().toString() ==
          journal->front().at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s));
    CHECK(entries->index(0, 1).data().toString() == u"李科员"_s);

    constexpr int manyAdded = 2; // below what came after it
    table->setFocus();
    for (int row = table->currentIndex().row(); row < manyAdded; ++row)
        QTest::keyClick(table, Qt::Key_Down);
    REQUIRE(waitFor([&] { return edits->rowCount() == 501; }));
    CHECK(edits->index(500, 0).data().toString() == u"……另有 10 条"_s);
}

TEST_CASE("the recycle bin lists what was removed and gives it back")
{
    const Entered<ui::RecycleBinPage> bin(keepAndRemove);
    auto *table = bin.table("removed");
    REQUIRE(waitFor([&] { return table->model()->rowCount() == 1; }));
    CHECK(table->model()->index(0, 0).data().toString() == u"社会组织"_s);
    CHECK(table->model()->index(0, 1).data().toString() == u"甲协会"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    CHECK(waitFor([&] { return table->model()->rowCount() == 0; }));
    CHECK(bin.test.navigator.told.value(0) == u"已还原“甲协会”"_s);
}

TEST_CASE("a list whose kept columns no version knows shows its own")
{
    TestSession test(SampleStore::State::Empty);
    const auto shown = [&] {
        ui::RecordPage page(test.session, core::recordType<core::Organization>());
        return partOf<ui::DataTable>(page, "list")->model()->columnCount();
    };
    const int usual = shown();
    REQUIRE(usual > 1);
    const auto columns = ui::settings::columns.of(u"organization"_s);
    columns.keep({u"name"_s});
    CHECK(shown() < usual);
    columns.keep({u"gone"_s, u"also_gone"_s});
    CHECK(shown() == usual);
    columns.keep({});
}
