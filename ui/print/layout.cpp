// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/layout.h"

#include "ui/print/strips.h"

#include <functional>
#include <map>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Puts strips on pages, as they come: of strips and of pages it keeps those that the next one decides about.
class Paginator
{
public:
    using Finished = std::function<void(PaperPage page)>;

    Paginator(const PageStyle &style, Finished finished)
        : m_style(style)
        , m_finished(std::move(finished))
    {}

    void take(Strip strip)
    {
        if (!m_together.empty() && (!m_together.back().keepWithNext || strip.newPage))
            placeTogether();
        if (strip.header)
            m_headers[strip.table] = strip;
        m_together.push_back(std::move(strip));
    }

    /// After the last strip.
    void finish()
    {
        if (!m_together.empty())
            placeTogether();
        if (!m_page)
            newPage(core::Orientation::Portrait);
        m_finished(*std::exchange(m_page, {}));
    }

    /// How much of the last page is used, 0 to 1.
    qreal lastPageUse() const { return m_used / m_height; }

private:
    void newPage(core::Orientation orientation)
    {
        if (m_page)
            m_finished(*std::move(m_page));
        m_page.emplace();
        m_page->size = m_style.sheet(orientation);
        m_page->body = m_style.bodyRect(orientation);
        m_height = m_page->body.height();
        m_used = 0;
    }

    /// These strips belong together; they are parted only when one page cannot hold them.
    void placeTogether()
    {
        const std::vector<Strip> strips = std::exchange(m_together, {});
        if (!m_page || strips.front().newPage)
            newPage(strips.front().orientation);
        qreal needed = 0;
        for (size_t i = 0; i < strips.size(); ++i)
            needed += strips[i].height + (m_used > 0 || i > 0 ? strips[i].before : 0);
        if (m_used > 0 && m_used + needed > m_height + 1)
            newPage(strips.front().orientation);
        for (const Strip &strip : strips)
            place(strip);
    }

    void place(const Strip &strip)
    {
        const qreal before = m_used > 0 ? strip.before : 0;
        if (m_used > 0 && m_used + before + strip.height > m_height + 1)
            newPage(strip.orientation);
        if (m_used == 0 && strip.table >= 0 && !strip.header && m_headers.contains(strip.table))
            put(m_headers.at(strip.table));
        m_used += m_used > 0 ? strip.before : 0;
        put(strip);
    }

    void put(const Strip &strip)
    {
        std::vector<PageItem> items = strip.items;
        moveItems(items, m_page->body.topLeft() + QPointF(0, m_used));
        m_page->items.insert(m_page->items.end(), items.begin(), items.end());
        m_used += strip.height;
    }

    const PageStyle &m_style;
    const Finished m_finished;
    std::vector<Strip> m_together; ///< Not yet placed: the last strip may want the next one beside it.
    std::map<int, Strip> m_headers;
    std::optional<PaperPage> m_page;
    qreal m_used = 0;
    qreal m_height = 1;
};

/// What stands in the margins: running title, footer, page number. \a at counts from 0.
void addMargins(const core::Document &document, const PageStyle &style, Typesetter &type, size_t at,
                PaperPage &page)
{
    const TextStyle small{FontRole::Body, 8, 11, ink::grey};
    const QRectF body = page.body;
    const qsizetype before = static_cast<qsizetype>(page.items.size());
    const bool even = at % 2 == 1;
    const bool numberLeft = style.outerPageNumber && even;
    const qreal base = body.bottom() + 700 + pixelsOf(style.pageNumber) * 0.88;
    qreal room = body.width();
    if (document.paged) {
        const TextStyle number{FontRole::Body, style.pageNumber, 0, ink::black,
                               numberLeft ? core::Align::Left : core::Align::Right};
        TextItem item = type.fitted(u"— %1 —"_s.arg(at + 1), number, body.width());
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
    if (at > 0 && !document.runningTitle.isEmpty()) {
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

/// The pages, or none where \a progress was cancelled.
Pages pagesOf(const core::Document &document, const PageStyle &style, Typesetter &type,
              const core::Progress &progress)
{
    Pages best;
    for (const qreal factor : {1.0, 0.95, 0.9, 0.86}) {
        const PageStyle squeezed = style.squeezed(factor);
        Pages pages;
        Paginator paginator(squeezed, [&](PaperPage page) {
            addMargins(document, style, type, pages.size(), page);
            pages.push_back(std::move(page));
        });
        StripMaker(squeezed, type).make(document, [&](Strip strip) {
            paginator.take(std::move(strip));
            return !progress.isCancelled();
        });
        if (progress.isCancelled())
            return {};
        paginator.finish();
        const bool fewer = !best.empty() && pages.size() < best.size();
        // Closer lines are worth it only when a page is saved by them.
        const bool onePage = document.kind == core::DocumentKind::Summary;
        const bool tried = pages.size() > 1 && (onePage || paginator.lastPageUse() < 0.4);
        if (best.empty() || fewer)
            best = std::move(pages);
        if (fewer || !tried)
            break;
    }
    return best;
}

PageSet setOf(const core::Document &document, Pages pages)
{
    return {document.title.empty() ? QString() : document.title.front(), std::move(pages)};
}

} // namespace

PageSet layoutPages(const core::Document &document, const PageStyle &style, Typesetter &type)
{
    return setOf(document, pagesOf(document, style, type, core::Progress()));
}

core::Result<PageSet> layoutPages(const core::Document &document, const PaperFonts &fonts,
                                  const core::Progress &progress)
{
    Typesetter type(fonts);
    Pages pages = pagesOf(document, PageStyle::of(document.kind), type, progress);
    if (pages.empty())
        return core::Progress::cancelledError();
    return setOf(document, std::move(pages));
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
