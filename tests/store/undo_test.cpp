// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/teststore.h"

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("undo and redo survive a restart and name what they do")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    requireOk(moveOne(*store, organization, u"和平路 88 号"_s, u"修改住所"_s));
    store.reopen();
    CHECK(store->undoText() == u"修改住所"_s);
    requireOk(store->undo());
    CHECK(store->get(organization.id)->address.isEmpty());
    CHECK(store->undoText() == u"新增甲服务中心"_s);
    CHECK(store->redoText() == u"修改住所"_s);
    store.reopen();
    requireOk(store->undo());
    CHECK_FALSE(store->get(organization.id));
    CHECK(*store->count({.type = u"organization"_s}) == 0);
    CHECK_FALSE(store->undo());
    requireOk(store->redo());
    requireOk(store->redo());
    CHECK_FALSE(store->redo());
    CHECK(store->get(organization.id)->address == u"和平路 88 号"_s);
    requireOk(store->undo());
    CHECK(store->get(organization.id)->address.isEmpty());
    const auto report = store->verify();
    requireOk(report);
    CHECK(report->faults.empty());
    CHECK(report->entries == 7);
}

TEST_CASE("a note stands in the journal, changes nothing and is passed over by undo")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    requireOk(store->note(u"查看了身份证号"_s));
    store.reopen();
    CHECK(store->journal()->front().what == u"查看了身份证号"_s);
    CHECK(store->undoText() == u"新增甲服务中心"_s);
    CHECK(store->verify()->faults.empty());
    requireOk(store->undo());
    CHECK(*store->count({.type = u"organization"_s}) == 0);
}

TEST_CASE("undo stops before what went out, and takes back nothing that lies before it")
{
    TestStore store;
    Organization organization = someOrganization(u"甲服务中心"_s);
    requireOk(insertOne(*store, organization));
    requireOk(store->undo());
    CHECK_FALSE(store->redoText().isEmpty());
    requireOk(insertOne(*store, organization));
    organization.address = u"一号"_s;
    requireOk(store->change(u"公布结果"_s, [&](Change &change) { return change.update(organization); },
                            {.outward = true, .reason = u"局务会议定"_s}));
    const auto isBlocked = [&] {
        const Status refused = store->undo();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Error::Code::Conflict);
        CHECK(refused.error().text.contains(u"公布结果"_s));
        CHECK(refused.error().text.contains(u"理由"_s));
        CHECK(store->undoBlock() == refused.error().text);
        CHECK(store->undoText().isEmpty());
        CHECK(store->redoText().isEmpty());
        CHECK(store->get(organization.id)->address == u"一号"_s);
    };
    isBlocked();
    store.reopen();
    isBlocked();
    CHECK(store->journal()->front().outward);
    CHECK(store->journal()->front().reason == u"局务会议定"_s);

    // What is done afterwards can be taken back, as far as there.
    requireOk(moveOne(*store, organization, u"二号"_s));
    CHECK(store->undoBlock().isEmpty());
    requireOk(store->undo());
    CHECK(store->redoText() == u"迁址"_s);
    CHECK_FALSE(store->undo());
    requireOk(store->redo());
    requireOk(store->undo());
    CHECK(store->get(organization.id)->address == u"一号"_s);

    // Something may go out without a record being written.
    requireOk(store->change(u"送达告知书"_s, [](Change &) { return ok(); }, {.outward = true}));
    CHECK(store->journal()->front().what == u"送达告知书"_s);
    CHECK(store->undoBlock().contains(u"送达告知书"_s));
    CHECK(store->verify()->faults.empty());
}
