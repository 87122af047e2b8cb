// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"

#include <QRectF>
#include <QSizeF>

namespace ui {

/// Measures of a page. The frame is that of GB/T 9704-2012, 5.1 and 5.2: A4, 37 mm above, 28 mm at the
/// binding edge, type area 156 × 225 mm. Lengths in 1/100 mm, type and line heights in points.
struct PageStyle
{
    qreal top = 3700;
    qreal left = 2800;
    QSizeF body{15600, 22500};

    qreal text = 11, textLine = 17.5; ///< Body text.
    qreal table = 10, tableLine = 14;
    qreal small = 8.5, smallLine = 12; ///< Notes, dense tables.
    qreal title = 18, subtitle = 15;
    qreal heading = 12.5, headingLine = 18;
    qreal pageNumber = 10.5;
    qreal gap = 300;              ///< Between blocks.
    qreal cellPadding = 85;       ///< Above and below the text of a cell.
    bool officialHead = false;    ///< Red head 35 mm below the type area, 文号 above the red rule.
    bool outerPageNumber = false; ///< Odd pages right, even pages left (7.5).

    static PageStyle of(core::DocumentKind kind);

    /// The same with distances and line heights multiplied by \a factor; type sizes stay.
    PageStyle squeezed(qreal factor) const;
    QSizeF sheet(core::Orientation orientation) const;
    QRectF bodyRect(core::Orientation orientation) const;
};

} // namespace ui
