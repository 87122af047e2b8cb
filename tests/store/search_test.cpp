// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"
#include "core/store/searchneedle.h"
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

TEST_CASE("a name is found by any combination of the readings of its characters, in memory and in the file")
{
    TestStore store;
    const QStringList names = {u"嘉善县单氏文化研究会"_s,       // 单 d s c, 氏 s z, 会 h k
                               u"长行乐曾会"_s,                 // 长 c z, 行 h x, 乐 l y, 曾 c z, 会 h k
                               u"嘉善县长兴重阳会计行业协会"_s, // seven of several readings
                               u"嘉善县普通协会"_s};
    for (const QString &name : names) {
        Organization organization = someOrganization(name);
        requireOk(insertOne(*store, organization));
    }
    const auto searcher = Store::open(store.path(), Store::Access::Read);
    requireOk(searcher);
    requireOk((*searcher)->prepareSearch());
    const auto titles = [](const Store &asked, const QString &text) {
        const auto hits = asked.search(text);
        requireOk(hits);
        QStringList all;
        for (const SearchHit &hit : *hits)
            all.append(hit.title);
        return all;
    };
    struct Typed
    {
        QString text;
        QStringList found;
    };
    std::vector<Typed> all = {{u"jsxsswhyjh"_s, {names[0]}},
                              {u"jsxdswhyjh"_s, {names[0]}},
                              {u"jsxczwhyjk"_s, {names[0]}},
                              {u"sswh"_s, {names[0]}},
                              {u"JSXSSWHYJH"_s, {names[0]}},
                              {u"jsxcxcyhjhyxh"_s, {names[2]}},
                              {u"jsxzxzykjxyxk"_s, {names[2]}},
                              {u"zykjxyx"_s, {names[2]}},
                              {u"jsxpt"_s, {names[3]}},
                              {u"jsxaswhyjh"_s, {}},
                              {u"jsxswhyjh"_s, {}},
                              {u"zxcyhjhyxhh"_s, {}}};
    const char *readings[] = {"cz", "hx", "ly", "cz", "hk"};
    for (int combination = 0; combination < 32; ++combination) {
        QString text;
        for (int i = 0; i < 5; ++i)
            text += QLatin1Char(readings[i][(combination >> i) & 1]);
        all.push_back({text, {names[1]}});
    }
    for (const Typed &typed : all) {
        INFO(typed.text.toStdString());
        CHECK(titles(*store, typed.text) == typed.found);
        CHECK(titles(**searcher, typed.text) == typed.found);
    }
}

TEST_CASE("what is found in search texts is what comparing each of their places finds")
{
    const QByteArray text =
        QByteArrayLiteral("\n嘉善县单氏文化\njsxdSCsZwh\n7f\0\nktv长行\nktvcZhX\n会\nhK\n");
    const std::string letters = "cdhjksvwxz7\n";
    const auto slowly = [&](qsizetype from, const QByteArray &part) -> qsizetype {
        for (qsizetype at = from; at < text.size(); ++at) {
            if (!isFurtherReading(text[at]) && initialsMatch(text, at, part) >= 0)
                return at;
        }
        return -1;
    };
    for (const char a : letters) {
        for (const char b : letters) {
            for (const char c : letters) {
                const QByteArray part{std::string{a, b, c}.c_str()};
                if (part.lastIndexOf('\n') > 0)
                    continue;
                CAPTURE(part.toStdString());
                for (qsizetype from = 0; from < text.size(); from += 7) {
                    for (qsizetype anchor = 0; anchor < 3; ++anchor)
                        CHECK(findInSearchText(text, from, part, anchor) == slowly(from, part));
                }
            }
        }
    }
    CHECK(findInSearchText(text, 0, "文化", 2) == text.indexOf("文化"));
    CHECK(findInSearchText(text, 0, "化文", 0) == -1);
    CHECK(findInSearchText(text, 0, "\n会", 1) == text.indexOf("\n会"));
}
