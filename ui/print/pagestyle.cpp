// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/pagestyle.h"

#include "ui/print/page.h"

namespace ui {

PageStyle PageStyle::of(core::DocumentKind kind)
{
    PageStyle style;
    switch (kind) {
    case core::DocumentKind::Notice:
        // Size 3, so that 28 characters fill 156 mm; 22 lines fill 225 mm; titles are set in size 2, 22 pt.
        style.text = style.subtitle = style.heading = 15.75;
        style.textLine = style.headingLine = style.body.height() / 22 / unitsPerPoint;
        style.title = 22;
        style.pageNumber = 14;
        style.gap = 0;
        style.officialHead = style.outerPageNumber = true;
        break;
    case core::DocumentKind::Report: break;
    case core::DocumentKind::Summary:
        style.text = 10.5;
        style.textLine = 16;
        style.table = 9;
        style.tableLine = 12.5;
        style.small = 8;
        style.smallLine = 11;
        style.heading = 11.5;
        style.headingLine = 16;
        style.gap = 220;
        style.cellPadding = 60;
        break;
    }
    return style;
}

PageStyle PageStyle::squeezed(qreal factor) const
{
    PageStyle style = *this;
    for (qreal *length :
         {&style.textLine, &style.tableLine, &style.smallLine, &style.headingLine, &style.gap})
        *length *= factor;
    // Padding gives way first: it is what a reader misses least.
    style.cellPadding *= 1 - 3 * (1 - factor);
    return style;
}

QSizeF PageStyle::sheet(core::Orientation orientation) const
{
    const QSizeF a4(21000, 29700);
    return orientation == core::Orientation::Portrait ? a4 : a4.transposed();
}

QRectF PageStyle::bodyRect(core::Orientation orientation) const
{
    if (orientation == core::Orientation::Portrait)
        return {QPointF(left, top), body};
    // Turned a quarter to the left, so that the binding edge is on top of a landscape page.
    return {QPointF(sheet(core::Orientation::Portrait).height() - top - body.height(), left),
            body.transposed()};
}

} // namespace ui
