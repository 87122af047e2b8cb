// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/print/support.h"
#include "tests/report/samples.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using printing::bodyText;
using printing::bodyTexts;
using printing::fonts;

namespace {

core::Document plain(std::vector<core::Block> blocks)
{
    core::Document document;
    document.blocks = std::move(blocks);
    return document;
}

/// Rows of three lines each: "r7a r7b r7c".
core::Table tallTable(int rows)
{
    core::Table table;
    table.columns = {{u"名称"_s, 50}, {u"说明"_s, 50}};
    for (int i = 0; i < rows; ++i) {
        const QString n = QString::number(i);
        table.rows.push_back({{u"[%1]"_s.arg(n), u"r%1a.\nr%1b.\nr%1c."_s.arg(n)}});
    }
    return table;
}

qreal lowestText(const ui::PaperPage &page)
{
    qreal lowest = 0;
    for (const auto &text : bodyTexts(page))
        lowest = std::max(lowest, text.at.y());
    return lowest;
}

} // namespace

TEST_CASE("A table never parts the lines of a row, and repeats its head on every page")
{
    const auto set = ui::layoutPages(plain({tallTable(120)}), fonts());
    REQUIRE(set.pages.size() > 3);
    int seen = 0;
    for (const ui::PaperPage &page : set.pages) {
        const QString text = bodyText(page);
        CHECK(text.startsWith(u"名称\n说明\n"_s));
        for (int i = 0; i < 120; ++i) {
            if (!text.contains(u"[%1]"_s.arg(i)))
                continue;
            ++seen;
            CHECK(text.contains(u"r%1a."_s.arg(i)));
            CHECK(text.contains(u"r%1b."_s.arg(i)));
            CHECK(text.contains(u"r%1c."_s.arg(i)));
        }
    }
    CHECK(seen == 120);
}

TEST_CASE("On every page a table is closed below its last row, from edge to edge")
{
    const auto set = ui::layoutPages(plain({tallTable(60)}), fonts());
    for (const ui::PaperPage &page : set.pages) {
        bool closed = false;
        for (const ui::PageItem &item : page.items) {
            const auto *line = std::get_if<ui::LineItem>(&item);
            if (line && line->line.dy() == 0 && line->line.y1() > lowestText(page))
                closed = closed || (qFuzzyCompare(line->line.x1(), page.body.left()) &&
                                    qFuzzyCompare(line->line.x2(), page.body.right()));
        }
        CHECK(closed);
    }
}

TEST_CASE("A row higher than a page is parted by lines and loses none")
{
    QStringList lines;
    for (int i = 0; i < 150; ++i)
        lines.append(u"<%1>"_s.arg(i));
    core::Table table;
    table.columns = {{u"名称"_s, 20}, {u"说明"_s, 80}};
    table.rows = {{{u"甲"_s, lines.join(u'\n')}}, {{u"乙"_s, u"末"_s}}};
    const auto set = ui::layoutPages(plain({table}), fonts());
    QString all;
    for (const ui::PaperPage &page : set.pages) {
        all += bodyText(page);
        CHECK(lowestText(page) < page.body.bottom());
    }
    for (int i = 0; i < 150; ++i)
        CHECK(all.count(u"<%1>"_s.arg(i)) == 1);
}

TEST_CASE("A heading never stands last on a page")
{
    for (int above = 20; above < 60; ++above) {
        std::vector<core::Block> blocks;
        for (int i = 0; i < above; ++i)
            blocks.push_back(core::Paragraph{u"段"_s});
        blocks.push_back(core::Heading{1, u"一、标题"_s});
        blocks.push_back(core::Paragraph{u"正文开始"_s});
        const auto set = ui::layoutPages(plain(blocks), fonts());
        for (const ui::PaperPage &page : set.pages) {
            const QString text = bodyText(page);
            CHECK(text.contains(u"一、标题"_s) == text.contains(u"正文开始"_s));
        }
    }
}

TEST_CASE("No paragraph leaves a single line behind or ahead")
{
    const QString paragraph = QString(u"一二三四五六七八九十"_s).repeated(20);
    for (int above = 15; above < 45; ++above) {
        std::vector<core::Block> blocks(static_cast<size_t>(above), core::Paragraph{u"段"_s});
        blocks.push_back(core::Paragraph{paragraph});
        const auto set = ui::layoutPages(plain(blocks), fonts());
        for (const ui::PaperPage &page : set.pages) {
            const auto texts = bodyTexts(page);
            const auto lines = std::count_if(texts.begin(), texts.end(),
                                             [](const auto &text) { return text.text.size() > 1; });
            CHECK(lines != 1);
        }
    }
}

TEST_CASE("A last page that would hold a few lines is drawn in")
{
    for (int lines = 20; lines < 120; ++lines) {
        std::vector<core::Block> blocks(static_cast<size_t>(lines), core::Paragraph{u"段"_s});
        const auto set = ui::layoutPages(plain(blocks), fonts());
        if (set.pages.size() == 1)
            continue;
        const ui::PaperPage &last = set.pages.back();
        INFO(lines);
        CHECK(bodyTexts(last).size() >= 3);
    }
}

TEST_CASE("A report of 15 to 25 indicators takes two or three pages and none is nearly empty")
{
    for (int indicators = 12; indicators <= 27; ++indicators) {
        const auto set = ui::layoutPages(core::yearEndReport(samples::report(indicators)), fonts());
        INFO(indicators);
        CHECK(set.pages.size() >= 2);
        CHECK(set.pages.size() <= 3);
        const ui::PaperPage &last = set.pages.back();
        CHECK(lowestText(last) - last.body.top() > 0.2 * last.body.height());
    }
}

TEST_CASE("Every page carries cut-off, scheme and journal head, and its number")
{
    const auto document = core::yearEndReport(samples::report(25));
    const auto set = ui::layoutPages(document, fonts());
    for (size_t i = 0; i < set.pages.size(); ++i) {
        QStringList margin;
        const auto &items = set.pages[i].items;
        for (size_t k = items.size() - static_cast<size_t>(set.pages[i].marginItems); k < items.size(); ++k)
            if (const auto *text = std::get_if<ui::TextItem>(&items[k]))
                margin.append(text->text);
        CHECK(margin.contains(document.footer));
        CHECK(margin.contains(u"— %1 —"_s.arg(i + 1)));
        CHECK(margin.contains(document.runningTitle) == (i > 0));
    }
}

TEST_CASE(
    "The type area is that of GB/T 9704: 156 by 225 mm, 37 mm from the top, 28 mm from the binding edge")
{
    const auto set = ui::layoutPages(core::rankingNotice(samples::notice()), fonts());
    CHECK(set.pages[0].size == QSizeF(21000, 29700));
    CHECK(set.pages[0].body == QRectF(2800, 3700, 15600, 22500));
    // Attachments with many columns lie across; the binding edge is on top.
    REQUIRE(set.pages[2].size == QSizeF(29700, 21000));
    CHECK(set.pages[2].body.size() == QSizeF(22500, 15600));
    CHECK(set.pages[2].body.top() == 2800);
}

TEST_CASE("A letter has 22 lines a page and 28 characters a line")
{
    // GB/T 9704-2012, 5.2.3.
    std::vector<core::Block> blocks(44, core::Paragraph{QString(u"字"_s).repeated(28), false});
    auto document = plain(blocks);
    document.kind = core::DocumentKind::Notice;
    const auto set = ui::layoutPages(document, fonts());
    REQUIRE(set.pages.size() == 2);
    CHECK(bodyTexts(set.pages[0]).size() == 22);
}

TEST_CASE("A name of 46 characters and every line of a report stay within the type area")
{
    auto figures = samples::report(25);
    figures.organization =
        u"示范县新时代文明实践志愿服务与社区治理创新发展促进会云塘镇向阳社区老年人日间照料服务中心"_s;
    REQUIRE(figures.organization.size() >= 44);
    for (const auto &document : {core::yearEndReport(figures), core::rankingNotice(samples::notice()),
                                 core::countySummary(samples::summary())}) {
        for (const ui::PaperPage &page : ui::layoutPages(document, fonts()).pages) {
            for (const auto &text : bodyTexts(page)) {
                INFO(text.text.toStdString());
                CHECK(text.at.x() >= page.body.left() - 1);
                CHECK(text.at.x() + text.width <= page.body.right() + 1);
                CHECK(text.at.y() <= page.body.bottom());
            }
        }
    }
}

TEST_CASE("The summary of the county fits one page")
{
    CHECK(ui::layoutPages(core::countySummary(samples::summary()), fonts()).pages.size() == 1);
}

TEST_CASE("The same document is laid out the same every time")
{
    const auto document = core::yearEndReport(samples::report(20));
    const auto first = ui::layoutPages(document, fonts());
    const auto second = ui::layoutPages(document, fonts());
    REQUIRE(first.pages.size() == second.pages.size());
    for (size_t i = 0; i < first.pages.size(); ++i)
        CHECK(first.pages[i].items == second.pages[i].items);
}
