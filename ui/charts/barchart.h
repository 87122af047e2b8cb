// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QChartView>

class QStackedBarSeries;

namespace ui {

/// Upright bars by category. Each bar is stacked from segments in the colours of tones (late below, soon,
/// then the accent) and carries its text on top. A click anywhere in the column of a bar, or Enter on the one
/// chosen by the arrow keys, opens what is behind it. Follows the theme.
class BarChart : public QChartView
{
    Q_OBJECT
public:
    struct Bar
    {
        QString label;   ///< Below the bar.
        QString text;    ///< On top of it: its figure.
        QString meaning; ///< For the tool tip and screen readers: 70—75 分，61 家.
        double late = 0; ///< Height of the segments; charts draw, they do not count.
        double soon = 0;
        double plain = 0;

        double height() const { return late + soon + plain; }
    };

    explicit BarChart(QWidget *parent = nullptr);

    /// \a from is where the axis begins: averages that lie close together are told apart above 0.
    void setBars(std::vector<Bar> bars, double from = 0);
    const std::vector<Bar> &bars() const { return m_bars; }
    /// The bar that is emphasized because the list beside shows it; −1: none.
    void setChosen(int bar);
    /// Middle of the column of a bar, in the coordinates of the viewport.
    QPoint middleOf(int bar) const;

    QSize minimumSizeHint() const override { return {200, 120}; }

Q_SIGNALS:
    void activated(int bar);

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void rebuild();
    void applyLook();
    void place();
    int barAt(QPointF position) const;
    QRectF columnOf(int bar) const;

    QStackedBarSeries *m_series;
    std::vector<Bar> m_bars;
    double m_from = 0;
    double m_top = 1;
    int m_hovered = -1;
    int m_current = 0;
    int m_chosen = -1;
};

} // namespace ui
