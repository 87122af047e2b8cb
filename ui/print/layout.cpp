// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/layout.h"

#include "ui/print/strips.h"

#include <map>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Puts strips on pages.
class Paginator
{
public:
    Paginator(const PageStyle &style, const std::vector<Strip> &strips)
        : m_style(style)
        , m_strips(strips)
    {
        for (size_t i = 0; i < strips.size(); ++i)
            if (strips[i].header)
                m_headers[strips[i].table] = i;
    }

    std::vector<PaperPage> run()
    {
        size_t first = 0;
        while (first < m_strips.size()) {
            size_t last = first;
            while (m_strips[last].keepWithNext && last + 1 < m_strips.size() && !m_strips[last + 1].newPage)
                ++last;
            placeTogether(first, last);
            first = last + 1;
        }
        if (m_pages.empty())
            newPage(core::Orientation::Portrait);
        return std::move(m_pages);
    }

    /// How much of the last page is used, 0 to 1.
    qreal lastPageUse() const { return m_used / m_height; }

private:
    void newPage(core::Orientation orientation)
    {
        PaperPage page;
        page.size = m_style.sheet(orientation);
        page.body = m_style.bodyRect(orientation);
        m_height = page.body.height();
        m_used = 0;
        m_pages.push_back(std::move(page));
    }

    /// Strips first to last belong together; they are parted only when one page cannot hold them.
    void placeTogether(size_t first, size_t last)
    {
        if (m_pages.empty() || m_strips[first].newPage)
            newPage(m_strips[first].orientation);
        qreal needed = 0;
        for (size_t i = first; i <= last; ++i)
            needed += m_strips[i].height + (m_used > 0 || i > first ? m_strips[i].before : 0);
        if (m_used > 0 && m_used + needed > m_height + 1)
            newPage(m_strips[first].orientation);
        for (size_t i = first; i <= last; ++i)
            place(i);
    }

    void place(size_t index)
    {
        const Strip &strip = m_strips[index];
        const qreal before = m_used > 0 ? strip.before : 0;
        if (m_used > 0 && m_used + before + strip.height > m_height + 1)
            newPage(strip.orientation);
        if (m_used == 0 && strip.table >= 0 && !strip.header && m_headers.contains(strip.table))
            put(m_strips[m_headers.at(strip.table)]);
        m_used += m_used > 0 ? strip.before : 0;
        put(strip);
    }

    void put(const Strip &strip)
    {
        std::vector<PageItem> items = strip.items;
        PaperPage &page = m_pages.back();
        moveItems(items, page.body.topLeft() + QPointF(0, m_used));
        page.items.insert(page.items.end(), items.begin(), items.end());
        m_used += strip.height;
    }

    const PageStyle &m_style;
    const std::vector<Strip> &m_strips;
    std::map<int, size_t> m_headers;
    std::vector<PaperPage> m_pages;
    qreal m_used = 0;
    qreal m_height = 1;
};

/// What stands in the margins: running title, footer, page number.
void addMargins(const core::Document &document, const PageStyle &style, Typesetter &type,
                std::vector<PaperPage> &pages)
{
    const TextStyle small{FontRole::Body, 8, 11, ink::grey};
    for (size_t i = 0; i < pages.size(); ++i) {
        PaperPage &page = pages[i];
        const QRectF body = page.body;
        const qsizetype before = static_cast<qsizetype>(page.items.size());
        const bool even = i % 2 == 1;
        const bool numberLeft = style.outerPageNumber && even;
        const qreal base = body.bottom() + 700 + pixelsOf(style.pageNumber) * 0.88;
        qreal room = body.width();
        if (document.paged) {
            const TextStyle number{FontRole::Body, style.pageNumber, 0, ink::black,
                                   numberLeft ? core::Align::Left : core::Align::Right};
            TextItem item = type.fitted(u"— %1 —"_s.arg(i + 1), number, body.width());
            // 7.5: one character in from the edge.
            const qreal inset = style.outerPageNumber ? item.pixels : 0;
            item.at += QPointF(body.left() + (numberLeft ? inset : -inset), base);
            room -= item.width + inset + 400;
            page.items.push_back(item);
        }
        if (!document.footer.isEmpty()) {
            TextStyle footer = small;
            footer.align = numberLeft ? core::Align::Right : core::Align::Left;
            TextItem item = type.fitted(document.footer, footer, room);
            item.at += QPointF(numberLeft ? body.right() - room : body.left(), base);
            page.items.push_back(item);
        }
        if (i > 0 && !document.runningTitle.isEmpty()) {
            TextStyle running = small;
            running.align = core::Align::Right;
            TextItem item = type.fitted(document.runningTitle, running, body.width());
            item.at += QPointF(body.left(), body.top() - 500);
            page.items.push_back(item);
            page.items.push_back(
                LineItem{{body.left(), body.top() - 380, body.right(), body.top() - 380}, 10, ink::grid});
        }
        page.marginItems = static_cast<qsizetype>(page.items.size()) - before;
    }
}

} // namespace

PageSet layoutPages(const core::Document &document, const PageStyle &style, Typesetter &type)
{
    std::vector<PaperPage> best;
    for (const qreal factor : {1.0, 0.95, 0.9, 0.86}) {
        const PageStyle squeezed = style.squeezed(factor);
        const std::vector<Strip> strips = StripMaker(squeezed, type).make(document);
        Paginator paginator(squeezed, strips);
        std::vector<PaperPage> pages = paginator.run();
        const bool fewer = !best.empty() && pages.size() < best.size();
        // Closer lines are worth it only when a page is saved by them.
        const bool onePage = document.kind == core::DocumentKind::Summary;
        const bool tried = pages.size() > 1 && (onePage || paginator.lastPageUse() < 0.4);
        if (best.empty() || fewer)
            best = std::move(pages);
        if (fewer || !tried)
            break;
    }
    addMargins(document, style, type, best);
    return {document.title.empty() ? QString() : document.title.front(), std::move(best)};
}

PageSet layoutPages(const core::Document &document, const PageStyle &style, const PaperFonts &fonts)
{
    Typesetter type(fonts);
    return layoutPages(document, style, type);
}

PageSet layoutPages(const core::Document &document, const PaperFonts &fonts)
{
    return layoutPages(document, PageStyle::of(document.kind), fonts);
}

} // namespace ui
