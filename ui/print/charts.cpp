// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Charts are placed by hand, not drawn by Qt Charts: a chart of a report has at most a few dozen bars, must
// be the same to the hundredth of a millimetre on every device and in every thread, and may not shorten its
// labels.
#include "ui/print/strips.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

qreal real(core::Decimal value)
{
    return static_cast<qreal>(value.micro()) / core::Decimal::one;
}

/// Adds the title of a chart on top; answers where the chart begins.
qreal chartTitle(const QString &title, const PageStyle &style, Typesetter &type, qreal width, Strip &strip)
{
    if (title.isEmpty())
        return 0;
    const TextStyle text{FontRole::Label, style.table, style.tableLine};
    TextItem item = type.fitted(title, text, width);
    const qreal line = style.tableLine * unitsPerPoint;
    item.at.setY(baselineOf(line, item.pixels));
    strip.items.push_back(item);
    return line + 60;
}

/// The smallest of 1, 2, 5, 10, 20, … that four steps of reach \a highest.
qint64 axisStep(qreal highest)
{
    qint64 decade = 1;
    for (;; decade *= 10) {
        for (const qint64 factor : {1, 2, 5}) {
            if (static_cast<qreal>(4 * factor * decade) >= highest)
                return factor * decade;
        }
    }
}

} // namespace

Strip barComparison(const core::BarComparison &chart, const PageStyle &style, Typesetter &type, qreal width)
{
    const TextStyle label{FontRole::Label, style.table, style.tableLine};
    qreal labelWidth = 0, textWidth = 0;
    for (const auto &bar : chart.bars) {
        labelWidth = std::max(labelWidth, type.width(bar.label, label));
        textWidth = std::max(textWidth, type.width(bar.text, label));
    }
    labelWidth = std::min(labelWidth, width * 0.4);
    const qreal left = labelWidth + 300;
    const qreal track = width - left - textWidth - 250;
    const qreal line = style.tableLine * unitsPerPoint;
    const qreal thickness = line * 0.78, pitch = line * 1.45;

    Strip strip;
    qreal y = chartTitle(chart.title, style, type, width, strip);
    for (const auto &bar : chart.bars) {
        const qreal scale = bar.maximum > core::Decimal() ? track / real(bar.maximum) : 0;
        const qreal length = std::clamp(real(bar.value) * scale, 0.0, track);
        const qreal top = y + (pitch - thickness) / 2;
        strip.items.push_back(RectItem{{left, top, track, thickness}, ink::shade});
        if (length > 0)
            strip.items.push_back(RectItem{{left, top, length, thickness}, ink::bar});
        if (bar.reference) {
            // White beside black: the line is seen on the bar, beside it, and on a copy.
            const qreal x = left + std::clamp(real(*bar.reference) * scale, 0.0, track);
            strip.items.push_back(LineItem{{x, top - 90, x, top + thickness + 90}, 55, 0xFFFFFFFF});
            strip.items.push_back(LineItem{{x, top - 90, x, top + thickness + 90}, 28, ink::black, true});
        }
        TextItem name = type.fitted(bar.label, label, labelWidth);
        TextItem figure = type.fitted(bar.text, label, textWidth);
        name.at.setY(y + baselineOf(pitch, name.pixels));
        figure.at = {left + track + 200, y + baselineOf(pitch, figure.pixels)};
        strip.items.insert(strip.items.end(), {name, figure});
        y += pitch;
    }
    if (!chart.note.isEmpty()) {
        SetText note =
            type.set(chart.note, {FontRole::Body, style.small, style.smallLine, ink::grey}, width - left);
        for (TextItem &item : note.lines) {
            item.at += QPointF(left, y + 60);
            strip.items.push_back(item);
        }
        y += note.height() + 60;
    }
    strip.height = y;
    return strip;
}

namespace {

/// Where the bars of a column chart stand.
struct Plot
{
    qreal left, top, width, height;
    qreal highest; ///< Value at the top.

    qreal y(qreal value) const { return top + height * (1 - value / highest); }
};

void gridLines(const Plot &plot, qint64 step, const PageStyle &style, Typesetter &type, Strip &strip)
{
    const TextStyle small{FontRole::Label, style.small, style.smallLine, ink::grey};
    for (qint64 mark = 0; static_cast<qreal>(mark) <= plot.highest; mark += step) {
        const qreal y = plot.y(static_cast<qreal>(mark));
        strip.items.push_back(LineItem{{plot.left, y, plot.left + plot.width, y},
                                       mark == 0 ? 22.0 : 12.0,
                                       mark == 0 ? ink::rule : ink::grid});
        const QString text = QString::number(mark);
        const int pixels = pixelsOf(style.small);
        const qreal textWidth = type.width(text, small);
        strip.items.push_back(TextItem{{plot.left - 80 - textWidth, y + 0.36 * pixels},
                                       text,
                                       small.role,
                                       pixels,
                                       textWidth,
                                       100,
                                       ink::grey});
    }
}

/// Names of the series with their colours, at the right of the title line.
void legend(const core::ColumnChart &chart, const std::array<QRgb, 3> &colors, const PageStyle &style,
            Typesetter &type, qreal right, qreal line, Strip &strip)
{
    const TextStyle small{FontRole::Label, style.small, style.smallLine, ink::grey};
    qreal x = right;
    for (size_t i = chart.series.size(); i-- > 0;) {
        const qreal textWidth = type.width(chart.series[i].name, small);
        const int pixels = pixelsOf(style.small);
        x -= textWidth;
        strip.items.push_back(TextItem{{x, baselineOf(line, pixels)},
                                       chart.series[i].name,
                                       small.role,
                                       pixels,
                                       textWidth,
                                       100,
                                       ink::grey});
        x -= 260;
        strip.items.push_back(RectItem{{x, line / 2 - 90, 180, 180}, colors[i % colors.size()]});
        x -= 250;
    }
}

} // namespace

Strip columnChart(const core::ColumnChart &chart, const PageStyle &style, Typesetter &type, qreal width)
{
    static constexpr std::array<QRgb, 3> colors{ink::bar, ink::bar2, ink::bar3};
    Strip strip;
    const qreal line = style.tableLine * unitsPerPoint;
    QString title = chart.title;
    if (!chart.unit.isEmpty())
        title += QStringLiteral("（%1）").arg(chart.unit);
    qreal top = chartTitle(title, style, type, width, strip);
    if (chart.series.size() > 1)
        legend(chart, colors, style, type, width, line, strip);
    if (chart.categories.empty() || chart.series.empty()) {
        strip.height = top;
        return strip;
    }
    qreal highest = 1;
    for (const auto &series : chart.series)
        for (const core::Decimal &value : series.values)
            highest = std::max(highest, real(value));
    const qint64 step = axisStep(highest);
    const TextStyle small{FontRole::Label, style.small, style.smallLine, ink::black, core::Align::Center};
    const qreal axis = type.width(QString::number(4 * step), small) + 120;
    const qreal marks = std::ceil(highest / static_cast<qreal>(step));
    const Plot plot{axis, top + style.smallLine * unitsPerPoint, width - axis,
                    width > 10000 ? 3000.0 : 2700.0, marks * static_cast<qreal>(step)};
    gridLines(plot, step, style, type, strip);

    const qreal slot = plot.width / static_cast<qreal>(chart.categories.size());
    const auto count = static_cast<qreal>(chart.series.size());
    const qreal barWidth = std::min(slot * 0.72 / count, 900.0);
    qreal labels = 0;
    for (size_t i = 0; i < chart.categories.size(); ++i) {
        const qreal middle = plot.left + slot * (static_cast<qreal>(i) + 0.5);
        for (size_t s = 0; s < chart.series.size(); ++s) {
            if (i >= chart.series[s].values.size())
                continue;
            const core::Decimal value = chart.series[s].values[i];
            const qreal x = middle - barWidth * count / 2 + barWidth * static_cast<qreal>(s);
            const qreal y = plot.y(std::max(0.0, real(value)));
            if (y < plot.y(0))
                strip.items.push_back(
                    RectItem{{x + 10, y, barWidth - 20, plot.y(0) - y}, colors[s % colors.size()]});
            TextItem figure =
                type.fitted(value.toString(chart.places), small, std::max(barWidth, slot / count) - 20);
            figure.at += QPointF(middle + barWidth * (static_cast<qreal>(s) - count / 2 + 0.5) -
                                     (std::max(barWidth, slot / count) - 20) / 2,
                                 y - 70);
            // The figure must be read where it crosses a line of the grid.
            strip.items.push_back(RectItem{{figure.at.x() - 20, figure.at.y() - 0.82 * figure.pixels,
                                            figure.width + 40, 0.9 * figure.pixels},
                                           0xFFFFFFFF});
            strip.items.push_back(figure);
        }
        SetText label = type.setBalanced(chart.categories[i], small, slot - 40);
        for (TextItem &item : label.lines) {
            item.at += QPointF(middle - slot / 2 + 20, plot.y(0) + 70);
            strip.items.push_back(item);
        }
        labels = std::max(labels, label.height());
    }
    strip.height = plot.y(0) + 70 + labels;
    return strip;
}

} // namespace ui
