// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/fonts.h"

#include <QColor>
#include <QLineF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <variant>
#include <vector>

class QPainter;

namespace ui {

// Lengths on paper are hundredths of a millimetre, from the top left corner of the sheet.

/// Hundredths of a millimetre in a point (1/72 inch).
constexpr qreal unitsPerPoint = 2540.0 / 72;

/// The colours of paper. Documents are often copied in black and white: nothing is said by colour alone.
namespace ink {
constexpr QRgb black = 0xFF1A1A1A;
constexpr QRgb grey = 0xFF5B6472;
constexpr QRgb red = 0xFFB3261E;
constexpr QRgb rule = 0xFF555555;
constexpr QRgb grid = 0xFFD9DCE1;
constexpr QRgb shade = 0xFFF1F1F2;
constexpr QRgb bar = 0xFF1B5E9B;
constexpr QRgb bar2 = 0xFF9DB8D2;
constexpr QRgb bar3 = 0xFF5B6472;
} // namespace ink

/// One line of text, placed.
struct TextItem
{
    QPointF at; ///< Left end of the base line.
    QString text;
    FontRole role = FontRole::Body;
    int pixels = 0; ///< Height of the type in units of the page.
    qreal width = 0;
    qreal stretch = 100; ///< Advance of every character in per cent of its own: 103 sets a line wider.
    QRgb color = ink::black;
    friend bool operator==(const TextItem &, const TextItem &) = default;
};

struct LineItem
{
    QLineF line;
    qreal width = 18;
    QRgb color = ink::rule;
    bool dashed = false;
    friend bool operator==(const LineItem &, const LineItem &) = default;
};

/// A filled rectangle without outline.
struct RectItem
{
    QRectF rect;
    QRgb color = ink::shade;
    friend bool operator==(const RectItem &, const RectItem &) = default;
};

using PageItem = std::variant<RectItem, LineItem, TextItem>;

/// A finished page: everything has its place. Preview, PDF and printer paint this same list.
struct PaperPage
{
    QSizeF size; ///< Of the sheet.
    QRectF body; ///< The type area (版心); only running title, footer and page number stand outside.
    std::vector<PageItem> items;
    qsizetype marginItems = 0; ///< The last items, which stand in the margins.
};

/// Paints \a page with \a painter, whose coordinates are hundredths of a millimetre from the corner of the
/// sheet. The paper itself is not painted.
void paintPage(QPainter &painter, const PaperPage &page, const PaperFonts &fonts);

} // namespace ui
