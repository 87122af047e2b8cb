// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"
#include "ui/print/page.h"
#include "ui/print/pagestyle.h"
#include "ui/print/typeset.h"

#include <functional>

namespace ui {

/// A part of a document that is never broken over pages: a line of text, a row of a table, a chart.
/// Items stand relative to its top left corner.
struct Strip
{
    qreal before = 0; ///< Distance from the strip above; none on top of a page.
    qreal height = 0;
    bool keepWithNext = false;
    bool newPage = false;
    core::Orientation orientation = core::Orientation::Portrait; ///< Of the page it stands on.
    int table = -1;                                              ///< Table it is a row of.
    bool header = false; ///< Repeated when a page begins in the middle of the table.
    std::vector<PageItem> items;
};

/// Moves items by \a offset.
void moveItems(std::vector<PageItem> &items, QPointF offset);

/// Takes the strips of a document one by one; false: enough, it takes no more.
using StripSink = std::function<bool(Strip strip)>;

/// Cuts a document into strips. The only place that knows how each kind of block looks.
class StripMaker
{
public:
    StripMaker(const PageStyle &style, Typesetter &type)
        : m_style(style)
        , m_type(type)
    {}

    /// Hands all strips of \a document, its head included, to \a take, one after the other: those of a
    /// hundred thousand rows are never there at once.
    void make(const core::Document &document, const StripSink &take);

private:
    void head(const core::Document &document);
    void officialHead(const core::Document &document);
    void title(const core::Document &document);
    void blocks(const std::vector<core::Block> &blocks);

    void add(const core::Heading &);
    void add(const core::Paragraph &);
    void add(const core::Facts &);
    void add(const core::Tiles &);
    void add(const core::BarComparison &);
    void add(const core::ColumnChart &);
    void add(const core::Table &);
    void add(const core::Signature &);
    void add(const core::Note &);
    void add(const core::PageBreak &);
    void add(const core::Columns &);

    void officialSignature(const core::Signature &);
    void push(Strip strip);
    /// Hands over what cannot change any more.
    void handOver();
    /// Lines of running text, one strip a line; no single line is left alone on a page.
    void lines(SetText text, qreal before);
    /// The last strip stays with what follows.
    void keepLast();
    TextStyle tableText(const core::Table &table) const;

    PageStyle m_style;
    Typesetter &m_type;
    const StripSink *m_take = nullptr; ///< Null: all strips stay here.
    bool m_isWanted = true;            ///< False: it takes no more.
    std::vector<Strip> m_strips;       ///< Those that may still change: the last one, the whole head.
    bool m_inHead = false;             ///< All of it stays together.
    qreal m_width = 0;
    qreal m_pageHeight = 0;
    core::Orientation m_orientation = core::Orientation::Portrait;
    bool m_breakNext = false;
    bool m_inColumn = false;
    int m_tables = 0;
};

/// One cell of a row: where it stands and what it holds.
struct Cell
{
    qreal left = 0;
    qreal width = 0;
    SetText text;
    bool shaded = false;
};

/// A row with all its borders. \a padding stands above and below the text.
Strip tableRow(const std::vector<Cell> &cells, qreal padding);

/// The row as strips none of which is higher than \a limit: one, unless the row itself is higher.
std::vector<Strip> tableRows(std::vector<Cell> cells, qreal padding, qreal limit);

/// Charts, \a width wide, drawn as lines, rectangles and text.
Strip barComparison(const core::BarComparison &chart, const PageStyle &style, Typesetter &type, qreal width);
Strip columnChart(const core::ColumnChart &chart, const PageStyle &style, Typesetter &type, qreal width);

} // namespace ui
