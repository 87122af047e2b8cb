// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/typeset.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <QTextOption>

#include <cmath>

namespace ui {

int pixelsOf(qreal points)
{
    return static_cast<int>(std::lround(points * unitsPerPoint));
}

qreal baselineOf(qreal lineHeight, int pixels)
{
    // The em square of Chinese fonts reaches 0.88 above and 0.12 below the base line.
    return (lineHeight - pixels) / 2 + 0.88 * pixels;
}

namespace {

/// Units of the page in a pixel of the font that \a style is measured in.
qreal scaleOf(const TextStyle &style)
{
    return qreal(pixelsOf(style.points)) / PaperFonts::height;
}

} // namespace

const QFont &Typesetter::font(const TextStyle &style)
{
    auto found = m_fontOf.find(style.role);
    if (found == m_fontOf.end())
        found = m_fontOf.insert(style.role, m_fonts.font(style.role));
    return *found;
}

qreal Typesetter::measure(const QString &text, const TextStyle &style)
{
    return QFontMetricsF(font(style)).horizontalAdvance(text) * scaleOf(style);
}

std::vector<Typesetter::Line> &Typesetter::remember(Key key, std::vector<Line> lines)
{
    // Some hundred reports' worth; their words repeat, so that this is seldom reached.
    constexpr qsizetype limit = 20'000;
    if (m_lines.size() >= limit)
        m_lines.clear();
    return *m_lines.insert(std::move(key), std::move(lines));
}

qreal Typesetter::width(const QString &text, const TextStyle &style)
{
    Key key{text, static_cast<int>(style.role), pixelsOf(style.points), -1, 0};
    if (const auto found = m_lines.constFind(key); found != m_lines.constEnd())
        return found->front().width;
    return remember(std::move(key), {{text, measure(text, style)}}).front().width;
}

namespace {

/// Puts a line where its alignment wants it, and stretches it when it is to reach the edge.
void align(TextItem &item, const TextStyle &style, qreal width, bool last)
{
    const qreal slack = width - item.at.x() - item.width;
    if (style.align == core::Align::Center)
        item.at.rx() += slack / 2;
    else if (style.align == core::Align::Right)
        item.at.rx() += slack;
    else if (style.justified && !last && slack > 0 && slack < 2.5 * item.pixels && item.text.size() > 1) {
        item.stretch = 100 * (1 + slack / item.width);
        item.width += slack;
    }
}

} // namespace

const std::vector<Typesetter::Line> &Typesetter::breakLines(const QString &text, const TextStyle &style,
                                                            qreal width)
{
    const int pixels = pixelsOf(style.points);
    const qreal indent = style.indent * pixels;
    Key key{text, static_cast<int>(style.role), pixels, static_cast<int>(width), static_cast<int>(indent)};
    if (const auto found = m_lines.constFind(key); found != m_lines.constEnd())
        return *found;
    const qreal whole = this->width(text, style);
    if (whole + indent <= width)
        return remember(std::move(key), {{text, whole}});
    std::vector<Line> lines;
    QTextLayout layout(text, font(style));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth((width - (line.textStart() == 0 ? indent : 0)) / scaleOf(style));
        QString part = text.mid(line.textStart(), line.textLength());
        while (part.endsWith(u' '))
            part.chop(1);
        lines.push_back({part, measure(part, style)});
    }
    layout.endLayout();
    return remember(std::move(key), std::move(lines));
}

void Typesetter::setParagraph(const QString &text, const TextStyle &style, qreal width, SetText &out)
{
    const int pixels = pixelsOf(style.points);
    const std::vector<Line> &lines = breakLines(text, style, width);
    for (size_t i = 0; i < lines.size(); ++i) {
        const qreal x = i == 0 ? style.indent * pixels : 0;
        TextItem item{{x, out.height() + baselineOf(out.lineHeight, pixels)},
                      lines[i].text,
                      style.role,
                      pixels,
                      lines[i].width,
                      100,
                      style.color};
        align(item, style, width, i + 1 == lines.size());
        out.lines.push_back(std::move(item));
    }
}

SetText Typesetter::set(const QString &text, const TextStyle &style, qreal width)
{
    SetText out;
    out.lineHeight = style.linePoints * unitsPerPoint;
    for (const QString &paragraph : text.split(u'\n'))
        setParagraph(paragraph, style, width, out);
    return out;
}

SetText Typesetter::setBalanced(const QString &text, const TextStyle &style, qreal width)
{
    SetText out = set(text, style, width);
    if (text.contains(u'\n'))
        return out;
    const qreal whole = this->width(text, style);
    const auto count = static_cast<qreal>(out.lines.size());
    if (count < 2)
        return out;
    // Half a character of room, so that no further line is needed.
    const qreal narrower = std::min(width, whole / count + pixelsOf(style.points) * 0.75);
    SetText balanced = set(text, style, narrower);
    if (balanced.lines.size() > out.lines.size())
        return out;
    for (TextItem &line : balanced.lines)
        line.at.rx() += (width - narrower) / 2;
    return balanced;
}

TextItem Typesetter::fitted(const QString &text, TextStyle style, qreal width)
{
    qreal natural = this->width(text, style);
    if (natural > width && natural > 0) {
        style.points *= width / natural * 0.995;
        natural = this->width(text, style);
    }
    TextItem item{{0, 0}, text, style.role, pixelsOf(style.points), natural, 100, style.color};
    align(item, style, width, true);
    return item;
}

} // namespace ui
