// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/page.h"

#include <QHash>
#include <QPainter>
#include <QPen>

namespace ui {

namespace {

/// Paints items one by one; keeps fonts, which are dear to look up.
struct ItemPainter
{
    QPainter &painter;
    const PaperFonts &fonts;
    QHash<FontRole, QFont> known = {};

    void operator()(const RectItem &item) { painter.fillRect(item.rect, QColor::fromRgba(item.color)); }
    void operator()(const LineItem &item)
    {
        QPen pen(QColor::fromRgba(item.color), item.width);
        pen.setCapStyle(item.dashed ? Qt::FlatCap : Qt::SquareCap);
        if (item.dashed)
            pen.setDashPattern({3, 2.5});
        painter.setPen(pen);
        painter.drawLine(item.line);
    }
    void operator()(const TextItem &item)
    {
        auto found = known.constFind(item.role);
        if (found == known.constEnd())
            found = known.insert(item.role, fonts.font(item.role));
        painter.setPen(QColor::fromRgba(item.color));
        if (item.stretch == 100) {
            painter.setFont(*found);
        } else {
            QFont spaced = *found;
            spaced.setLetterSpacing(QFont::PercentageSpacing, item.stretch);
            painter.setFont(spaced);
        }
        const QTransform page = painter.worldTransform();
        const qreal scale = qreal(item.pixels) / PaperFonts::height;
        painter.translate(item.at);
        painter.scale(scale, scale);
        painter.drawText(QPointF(), item.text);
        painter.setWorldTransform(page);
    }
};

} // namespace

void paintPage(QPainter &painter, const PaperPage &page, const PaperFonts &fonts)
{
    ItemPainter items{painter, fonts};
    for (const PageItem &item : page.items)
        std::visit(items, item);
}

} // namespace ui
