// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/teststore.h"

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("search finds by Chinese, initials and the tail of the code")
{
    TestStore store;
    Organization a = someOrganization(u"示范县长兴养老服务中心"_s, u"52330421MJ9876542F"_s);
    Organization b = someOrganization(u"长兴社工站"_s);
    requireOk(insertOne(*store, a));
    requireOk(insertOne(*store, b));
    CHECK(store->search(u"养老"_s)->front().id == a.id.text);
    CHECK(store->search(u"542F"_s)->front().id == a.id.text);
    CHECK(store->search(u"cxsgz"_s)->front().id == b.id.text);
    CHECK(store->search(u"zx"_s)->size() == 2);               // 长 is also zhang
    CHECK(store->search(u"长兴"_s)->front().id == b.id.text); // begins with it
    CHECK(store->search(u"%"_s)->empty());
}

TEST_CASE("a search for one type is not filled up by others")
{
    TestStore store;
    Organization organization = someOrganization(u"慈善总会"_s);
    requireOk(insertOne(*store, organization));
    requireOk(store->change(u"区划"_s, [](Change &change) -> Status {
        for (int i = 0; i < 60; ++i) {
            Division village{.code = QString::number(330421100200 + i),
                             .name = u"慈善村%1"_s.arg(i),
                             .level = DivisionLevel::Village};
            CORE_TRY(change.insert(village));
        }
        return ok();
    }));
    const auto hits = store->search(u"慈善"_s, 10, &recordType<Organization>());
    requireOk(hits);
    REQUIRE(hits->size() == 1);
    CHECK(hits->front().id == organization.id.text);
}

TEST_CASE("a search in memory finds the same as one in the file, also after changes of others")
{
    TestStore store;
    const auto add = [](Store &into, const QString &name) {
        Organization organization = someOrganization(name);
        requireOk(insertOne(into, organization));
        return organization;
    };
    for (const QString &name : {u"甲慈善总会"_s, u"慈善志愿队"_s, u"书画协会"_s, u"志愿服务队"_s})
        add(*store, name);
    const auto searcher = Store::open(store.path(), Store::Access::Read);
    requireOk(searcher);
    requireOk((*searcher)->prepareSearch());
    const auto titles = [](const Store &asked, const QString &text, int limit = 50) {
        const auto hits = asked.search(text, limit);
        requireOk(hits);
        QStringList all;
        for (const SearchHit &hit : *hits)
            all.append(hit.title);
        return all;
    };
    const auto agree = [&] {
        for (const QString &text :
             {u"慈善"_s, u"志愿"_s, u"c"_s, u"csz"_s, u"书"_s, u"会"_s, u"没有"_s, u"丙"_s}) {
            INFO(text.toStdString());
            CHECK(titles(**searcher, text) == titles(*store, text));
            CHECK(titles(**searcher, text, 1) == titles(*store, text, 1));
        }
    };
    CHECK(titles(**searcher, u"慈善"_s) == QStringList{u"慈善志愿队"_s, u"甲慈善总会"_s});
    agree();
    Organization changed = add(*store, u"丙慈善基金会"_s);
    CHECK(titles(**searcher, u"丙慈善"_s) == QStringList{u"丙慈善基金会"_s});
    agree();
    changed.name = u"丁环保基金会"_s;
    requireOk(store->change(u"改名"_s, [&](Change &change) { return change.update(changed); }));
    CHECK(titles(**searcher, u"丙慈善"_s).isEmpty());
    CHECK(titles(**searcher, u"环保"_s) == QStringList{u"丁环保基金会"_s});
    agree();
    requireOk(store->change(u"删除"_s, [&](Change &change) {
        return change.remove(recordType<Organization>(), changed.id.text);
    }));
    CHECK(titles(**searcher, u"环保"_s).isEmpty());
    agree();
    requireOk(store->undo());
    CHECK(titles(**searcher, u"环保"_s) == QStringList{u"丁环保基金会"_s});
    agree();
}
