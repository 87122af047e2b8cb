// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include "ui/style/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <charconv>
#include <cstring>

namespace ui {

namespace {

/// A drawing on a grid of 16: strokes, then filled parts, in the letters of SVG paths (M, L, C, Z with
/// absolute coordinates) and two of our own: O cx cy r is a circle, R x y w h r a rounded rectangle.
struct Drawing
{
    const char *strokes;
    const char *fills = "";
};

Drawing drawingOf(Icon icon)
{
    switch (icon) {
    case Icon::Home:
        return {"M2 7.5L8 2.5L14 7.5M3.5 6.5L3.5 13.5L12.5 13.5L12.5 6.5M6.5 13.5L6.5 9.5L9.5 9.5L9.5 13.5"};
    case Icon::Organization:
        return {"R3 2.5 7 11 0.5M10 6.5L13.5 6.5L13.5 13.5L10 13.5M5.5 5.5L7.5 5.5M5.5 8L7.5 8M5.5 10.5L7.5 "
                "10.5"};
    case Icon::Person: return {"O8 5.2 2.7M2.8 13.8C3.2 10.8 5.4 9.6 8 9.6C10.6 9.6 12.8 10.8 13.2 13.8"};
    case Icon::Place:
        return {"M8 14.2C5 10.6 3.4 8.6 3.4 6.4C3.4 3.8 5.5 2 8 2C10.5 2 12.6 3.8 12.6 6.4C12.6 8.6 11 10.6 "
                "8 14.2ZO8 6.4 1.7"};
    case Icon::Map: return {"M2 4L6 2.5L10 4L14 2.5L14 12L10 13.5L6 12L2 13.5ZM6 2.5L6 12M10 4L10 13.5"};
    case Icon::Filing:
        return {
            "M3.5 2.5L9.5 2.5L12.5 5.5L12.5 13.5L3.5 13.5ZM9.5 2.5L9.5 5.5L12.5 5.5M6 9L7.5 10.5L10.2 7.8"};
    case Icon::Party: return {"M4 14L4 2.5M4 3L12.5 3L10.5 6L12.5 9L4 9"};
    case Icon::Inspection: return {"O7 7 4.3M10.2 10.2L14 14M5.2 7L6.6 8.4L9 5.8"};
    case Icon::Service:
        return {"M8 13.4C4.4 10.8 2.2 8.8 2.2 6.2C2.2 4.3 3.6 3 5.2 3C6.4 3 7.4 3.6 8 4.7C8.6 3.6 9.6 3 10.8 "
                "3C12.4 3 13.8 4.3 13.8 6.2C13.8 8.8 11.6 10.8 8 13.4Z"};
    case Icon::Evaluation:
        return {"M2.5 2.5L2.5 13.5L13.5 13.5M5.5 11L5.5 8.5M8.5 11L8.5 5.5M11.5 11L11.5 3.5"};
    case Icon::Ranking:
        return {"R1.8 8.5 3.8 5 0.4M5.6 13.5L5.6 4.5L10.2 4.5L10.2 13.5M10.2 7L14.2 7L14.2 13.5L10.2 13.5"};
    case Icon::Warning: return {"M8 2.5L14.2 13.3L1.8 13.3ZM8 6.6L8 9.6", "O8 11.5 0.8"};
    case Icon::Report:
        return {
            "M3.5 2.5L9.5 2.5L12.5 5.5L12.5 13.5L3.5 13.5ZM5.8 7L10.2 7M5.8 9.2L10.2 9.2M5.8 11.4L8.6 11.4"};
    case Icon::Exchange: return {"M5 13L5 3M2.5 5.5L5 3L7.5 5.5M11 3L11 13M8.5 10.5L11 13L13.5 10.5"};
    case Icon::Search: return {"O7 7 4.3M10.2 10.2L14 14"};
    case Icon::Undo:
        return {"M5.5 3L2.5 6L5.5 9M2.8 6L9.5 6C12 6 13.5 7.6 13.5 9.7C13.5 11.8 12 13.2 9.5 13.2L6 13.2"};
    case Icon::Redo:
        return {"M10.5 3L13.5 6L10.5 9M13.2 6L6.5 6C4 6 2.5 7.6 2.5 9.7C2.5 11.8 4 13.2 6.5 13.2L10 13.2"};
    case Icon::Import: return {"M8 2L8 9.5M5 6.7L8 9.7L11 6.7M2.5 10.5L2.5 13.5L13.5 13.5L13.5 10.5"};
    case Icon::Export: return {"M8 9.8L8 2.3M5 5.2L8 2.2L11 5.2M2.5 10.5L2.5 13.5L13.5 13.5L13.5 10.5"};
    case Icon::Print:
        return {"M4.5 6L4.5 2.5L11.5 2.5L11.5 6M4.5 11.5L2.5 11.5L2.5 6L13.5 6L13.5 11.5L11.5 11.5M4.5 "
                "9.5L11.5 9.5L11.5 13.8L4.5 13.8Z"};
    case Icon::Close: return {"M4 4L12 12M12 4L4 12"};
    case Icon::ChevronDown: return {"M4 6.2L8 10.2L12 6.2"};
    case Icon::ChevronUp: return {"M4 9.8L8 5.8L12 9.8"};
    case Icon::ChevronLeft: return {"M9.8 4L5.8 8L9.8 12"};
    case Icon::ChevronRight: return {"M6.2 4L10.2 8L6.2 12"};
    case Icon::Triangle: return {"", "M8 2.6L14.4 13.2L1.6 13.2Z"};
    case Icon::Diamond: return {"", "M8 1.6L14.4 8L8 14.4L1.6 8Z"};
    case Icon::Dot: return {"", "O8 8 6.2"};
    case Icon::Plus: return {"M8 3L8 13M3 8L13 8"};
    case Icon::Minus: return {"M3 8L13 8"};
    case Icon::Check: return {"M3 8.4L6.4 11.8L13 4.8"};
    case Icon::Columns: return {"R2 3 12 10 1M6 3L6 13M10 3L10 13"};
    case Icon::Settings:
        return {"M2 4.5L9 4.5M12 4.5L14 4.5O10.5 4.5 1.5M2 11.5L4 11.5M7 11.5L14 11.5O5.5 11.5 1.5"};
    case Icon::Calendar: return {"R2.5 3.5 11 10 1M2.5 6.8L13.5 6.8M5.5 2L5.5 4.6M10.5 2L10.5 4.6"};
    case Icon::More: return {"", "O3.5 8 1.2O8 8 1.2O12.5 8 1.2"};
    case Icon::Filter: return {"M2.5 3.5L13.5 3.5L9.5 8.4L9.5 12.8L6.5 11.4L6.5 8.4Z"};
    case Icon::Attachment:
        return {"M12.8 7.6L8 12.3C6.6 13.7 4.6 13.7 3.4 12.5C2.2 11.3 2.2 9.4 3.5 8.1L8.6 3.1C9.5 2.2 10.9 "
                "2.2 11.7 3C12.6 3.9 12.5 5.2 11.7 6L6.9 10.8"};
    case Icon::Eye:
        return {"M1.6 8C3.2 5 5.4 3.6 8 3.6C10.6 3.6 12.8 5 14.4 8C12.8 11 10.6 12.4 8 12.4C5.4 12.4 3.2 11 "
                "1.6 8ZO8 8 2"};
    case Icon::Clock: return {"O8 8 5.8M8 4.6L8 8L10.6 9.6"};
    case Icon::Refresh:
        return {"M13.2 6.4C12.4 4 10.4 2.6 8 2.6C5 2.6 2.6 5 2.6 8C2.6 11 5 13.4 8 13.4C10.2 13.4 12 12.2 "
                "12.9 10.4M13.4 2.8L13.4 6.5L9.8 6.5"};
    case Icon::Edit: return {"M3 13L3.6 10.2L10.8 3L13 5.2L5.8 12.4ZM9.4 4.4L11.6 6.6"};
    case Icon::Trash:
        return {"M2.8 4.2L13.2 4.2M6 4.2L6 2.6L10 2.6L10 4.2M4 4.2L4.6 13.4L11.4 13.4L12 4.2M6.8 6.8L6.8 "
                "11M9.2 6.8L9.2 11"};
    case Icon::Folder: return {"M2 12.8L2 3.5L6.2 3.5L7.7 5.2L14 5.2L14 12.8Z"};
    case Icon::History:
        return {"M2.8 5.6C3.7 3.8 5.6 2.6 8 2.6C11 2.6 13.4 5 13.4 8C13.4 11 11 13.4 8 13.4C5.4 13.4 3.3 "
                "11.7 2.7 9.3M2.6 2.6L2.6 5.9L5.8 5.9M8 5.2L8 8.2L10.2 9.4"};
    case Icon::Save:
        return {
            "M2.5 2.5L11 2.5L13.5 5L13.5 13.5L2.5 13.5ZM5 2.5L5 6L10 6L10 2.5M5 13.5L5 9.5L11 9.5L11 13.5"};
    case Icon::Star: return {"M8 2L9.8 6L14.1 6.4L10.8 9.3L11.8 13.6L8 11.3L4.2 13.6L5.2 9.3L1.9 6.4L6.2 6Z"};
    case Icon::Back: return {"M13.5 8L3 8M7 4L3 8L7 12"};
    case Icon::Forward: return {"M2.5 8L13 8M9 4L13 8L9 12"};
    case Icon::Backup:
        return {"M2.5 4C2.5 3 5 2.3 8 2.3C11 2.3 13.5 3 13.5 4C13.5 5 11 5.7 8 5.7C5 5.7 2.5 5 2.5 4ZM2.5 "
                "4L2.5 12C2.5 13 5 13.7 8 13.7C11 13.7 13.5 13 13.5 12L13.5 4M2.5 8C2.5 9 5 9.7 8 9.7C11 9.7 "
                "13.5 9 13.5 8"};
    case Icon::Lock:
        return {"R3.5 7 9 6.5 1M5.5 7L5.5 5C5.5 3.4 6.6 2.3 8 2.3C9.4 2.3 10.5 3.4 10.5 5L10.5 7"};
    }
    return {""};
}

/// Reads the numbers and letters of a Drawing.
class PathReader
{
public:
    explicit PathReader(const char *text)
        : m_at(text)
    {}

    QPainterPath read()
    {
        QPainterPath path;
        while (*m_at != '\0') {
            const char letter = *m_at++;
            if (letter == 'M')
                path.moveTo(point());
            else if (letter == 'L')
                path.lineTo(point());
            else if (letter == 'C')
                cubic(path);
            else if (letter == 'O')
                circle(path);
            else if (letter == 'R')
                box(path);
            else if (letter == 'Z')
                path.closeSubpath();
        }
        return path;
    }

private:
    double number()
    {
        while (*m_at == ' ')
            ++m_at;
        double value = 0; // not strtod, which obeys the locale's decimal comma
        m_at = std::from_chars(m_at, m_at + std::strlen(m_at), value).ptr;
        return value;
    }
    QPointF point()
    {
        const double x = number();
        return {x, number()};
    }
    void cubic(QPainterPath &path)
    {
        const QPointF first = point();
        const QPointF second = point();
        path.cubicTo(first, second, point());
    }
    void circle(QPainterPath &path)
    {
        const QPointF middle = point();
        const double radius = number();
        path.addEllipse(middle, radius, radius);
    }
    void box(QPainterPath &path)
    {
        const QPointF corner = point();
        const QPointF extent = point();
        const double radius = number();
        path.addRoundedRect(QRectF(corner, QSizeF(extent.x(), extent.y())), radius, radius);
    }

    const char *m_at;
};

class IconEngine : public QIconEngine
{
public:
    IconEngine(Icon icon, std::optional<Tone> tone)
        : m_icon(icon)
        , m_tone(tone)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Tokens &t = tokens();
        // Selected is what Style asks for on a primary button.
        const QColor color = mode == QIcon::Disabled   ? t.disabled
                             : mode == QIcon::Selected ? t.onAccent
                             : m_tone                  ? t.text(*m_tone)
                                                       : t.ink;
        paintIcon(*painter, rect, m_icon, color);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new IconEngine(*this); }

private:
    Icon m_icon;
    std::optional<Tone> m_tone;
};

} // namespace

void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color)
{
    const Drawing drawing = drawingOf(icon);
    const double side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 16, side / 16);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, side < 14 ? 1.7 : 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(PathReader(drawing.strokes).read());
    painter.fillPath(PathReader(drawing.fills).read(), color);
    painter.restore();
}

QIcon icon(Icon icon, std::optional<Tone> tone)
{
    return QIcon(new IconEngine(icon, tone));
}

QIcon programIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/shanzhi-%1.png").arg(size));
    return icon;
}

std::optional<Icon> signOf(Tone tone)
{
    switch (tone) {
    case Tone::Late: return Icon::Triangle;
    case Tone::Soon: return Icon::Diamond;
    case Tone::Fine: return Icon::Dot;
    case Tone::Neutral:
    case Tone::Accent:
    case Tone::Party: return {};
    }
    return {};
}

} // namespace ui
