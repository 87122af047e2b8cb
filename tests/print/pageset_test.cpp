// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/print/support.h"
#include "tests/report/samples.h"
#include "tests/support/catch.h"
#include "ui/print/strips.h"

#include <vector>

using namespace Qt::StringLiterals;
using printing::bodyText;
using printing::fonts;

namespace {

/// A page with an item of each kind and no member at its default; \a number makes it unlike the others.
ui::PaperPage pageWithAll(int number)
{
    ui::PaperPage page;
    page.size = {21000, 29700.0 + number};
    page.body = {2800, 3700, 15600, 22500.25};
    page.items = {
        ui::RectItem{{0.1, number / 3.0, 170, 212.7}, ui::ink::bar},
        ui::TextItem{{1 / 7.0, 88.5},
                     u"第 %1 家：善治𠮷"_s.arg(number),
                     ui::FontRole::Kai,
                     423,
                     1234.567,
                     103.3,
                     ui::ink::red},
        ui::LineItem{{0, 0.3, 15600, 1e-9}, 17.5, ui::ink::grid, true},
    };
    page.marginItems = 2;
    return page;
}

core::Document rows(int count)
{
    core::Table table;
    table.columns = {{u"名次"_s, 10}, {u"社会组织名称"_s, 50}, {u"总分"_s, 10, core::Align::Right}};
    for (int i = 0; i < count; ++i)
        table.rows.push_back(
            {{QString::number(i), u"示范县第 %1 志愿服务协会"_s.arg(i), QString::number(i % 97)}});
    core::Document document;
    document.blocks = {table};
    return document;
}

} // namespace

TEST_CASE("Every page comes out as it was put in, also of those that are packed")
{
    ui::Pages pages;
    const int count = int(ui::Pages::ready) + 3;
    for (int i = 0; i < count; ++i)
        pages.push_back(pageWithAll(i));
    REQUIRE(pages.size() == size_t(count));
    CHECK(pages.packedBytes() > 0);
    int at = 0;
    for (const ui::PaperPage &page : pages) {
        CAPTURE(at);
        const ui::PaperPage put = pageWithAll(at);
        CHECK(page.size == put.size);
        CHECK(pages.sheet(size_t(at)) == put.size);
        CHECK(page.body == put.body);
        CHECK(page.marginItems == put.marginItems);
        CHECK(page.items == put.items);
        ++at;
    }
    CHECK(at == count);
}

TEST_CASE("A page of a long table takes a few thousand bytes")
{
    const ui::PageSet set = ui::layoutPages(rows(3000), fonts());
    REQUIRE(set.pages.size() > 50);
    const auto packed = qsizetype(set.pages.size() - ui::Pages::ready);
    CHECK(set.pages.packedBytes() / packed < 6000);
    CHECK(bodyText(set.pages[set.pages.size() / 2]).contains(u"志愿服务协会"_s));
}

TEST_CASE("A document is cut into strips one by one, and no further than they are taken")
{
    core::Document document = rows(500);
    ui::Typesetter type(fonts());
    ui::StripMaker maker(ui::PageStyle::of(document.kind), type);
    // What the last row says is changed when the first strip comes: it is not set before its turn.
    QString &last = std::get<core::Table>(document.blocks.back().content).rows.back().cells[1];
    QString text;
    maker.make(document, [&](const ui::Strip &strip) {
        last = u"后来才写的"_s;
        for (const ui::PageItem &item : strip.items) {
            if (const auto *line = std::get_if<ui::TextItem>(&item))
                text += line->text;
        }
        return true;
    });
    CHECK(text.contains(u"第 498 "_s));
    CHECK(text.contains(last));
    int taken = 0;
    ui::StripMaker(ui::PageStyle::of(document.kind), type).make(document, [&](const ui::Strip &) {
        return ++taken < 10;
    });
    CHECK(taken == 10);
}

TEST_CASE("A layout that is given up has no pages")
{
    core::Progress given;
    REQUIRE(ui::layoutPages(rows(10), fonts(), given));
    given.cancel();
    const auto pages = ui::layoutPages(rows(10), fonts(), given);
    REQUIRE_FALSE(pages);
    CHECK(pages.error().code == core::Progress::cancelledError().code);
}
