// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"

#include "ui/style/theme.h"

#include <QBarSet>
#include <QChart>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int labelRoom = 24;
constexpr int textRoom = 20;
constexpr double barShare = 0.8; ///< Of the width of its column.

} // namespace

BarChart::BarChart(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_series(new QStackedBarSeries)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Labels and figures are painted here: the axes of the library cut them to “…” when bars are many.
    chart()->addSeries(m_series);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->setBackgroundRoundness(0);
    chart()->setContentsMargins(0, 0, 0, 0);
    m_series->setBarWidth(barShare);
    for (int i = 0; i < 3; ++i)
        m_series->append(new QBarSet({}));
    auto *across = new QValueAxis;
    auto *up = new QValueAxis;
    for (QValueAxis *axis : {across, up}) {
        axis->setVisible(false);
        chart()->addAxis(axis, axis == across ? Qt::AlignBottom : Qt::AlignLeft);
        m_series->attachAxis(axis);
    }
    applyLook();
}

void BarChart::setBars(std::vector<Bar> bars, double from)
{
    m_bars = std::move(bars);
    m_from = from;
    m_current = std::clamp(m_current, 0, std::max(0, int(m_bars.size()) - 1));
    m_hovered = -1;
    m_chosen = -1;
    rebuild();
}

void BarChart::setChosen(int bar)
{
    m_chosen = bar;
    viewport()->update();
}

void BarChart::rebuild()
{
    const QList<QBarSet *> sets = m_series->barSets();
    for (QBarSet *set : sets)
        set->remove(0, set->count());
    m_top = m_from;
    for (const Bar &bar : m_bars) {
        sets[0]->append(bar.late);
        sets[1]->append(bar.soon);
        sets[2]->append(bar.plain);
        m_top = std::max(m_top, bar.height());
    }
    if (m_top <= m_from)
        m_top = m_from + 1;
    chart()->axes(Qt::Horizontal).first()->setRange(-0.5, std::max(0.5, double(m_bars.size()) - 0.5));
    chart()->axes(Qt::Vertical).first()->setRange(m_from, m_top);
    place();
    viewport()->update();
}

void BarChart::place()
{
    chart()->setPlotArea(QRectF(0, textRoom, width(), std::max(1, height() - textRoom - labelRoom)));
}

void BarChart::applyLook()
{
    const Tokens &t = tokens();
    setBackgroundBrush(t.surface);
    chart()->setBackgroundBrush(Qt::NoBrush);
    chart()->setBackgroundPen(Qt::NoPen);
    const QColor colors[] = {t.lateBar, t.soonBar, t.accent};
    const QList<QBarSet *> sets = m_series->barSets();
    for (qsizetype i = 0; i < sets.size(); ++i) {
        sets[i]->setPen(Qt::NoPen); // its white outline would swallow narrow bars
        sets[i]->setColor(colors[i]);
        sets[i]->setBorderColor(Qt::transparent);
        sets[i]->setPen(Qt::NoPen);
    }
}

void BarChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyLook();
}

void BarChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    place();
}

QRectF BarChart::columnOf(int bar) const
{
    const QRectF area = chart()->plotArea();
    const double width = area.width() / double(std::max<size_t>(1, m_bars.size()));
    return {area.left() + bar * width, 0, width, double(height())};
}

QPoint BarChart::middleOf(int bar) const
{
    return columnOf(bar).center().toPoint();
}

int BarChart::barAt(QPointF position) const
{
    const QRectF area = chart()->plotArea();
    if (m_bars.empty() || position.x() < area.left() || position.x() >= area.right())
        return -1;
    return int((position.x() - area.left()) * double(m_bars.size()) / area.width());
}

void BarChart::drawForeground(QPainter *painter, const QRectF &)
{
    const Tokens &t = tokens();
    const QRectF area = chart()->plotArea();
    painter->save();
    painter->setFont(textFont(TextSize::Hint));
    const QFontMetrics metrics = painter->fontMetrics();
    painter->fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), t.line);
    double freeFrom = -1;
    for (int i = 0; i < int(m_bars.size()); ++i) {
        const Bar &bar = m_bars[size_t(i)];
        const QRectF column = columnOf(i);
        const double share = (bar.height() - m_from) / (m_top - m_from);
        const double top = area.bottom() - std::clamp(share, 0.0, 1.0) * area.height();
        const bool isChosen = i == m_chosen;
        painter->setPen(isChosen ? t.accentText : i == m_hovered ? t.ink : t.secondary);
        painter->setFont(textFont(TextSize::Hint, isChosen ? Weight::Strong : Weight::Normal));
        painter->drawText(QRectF(column.left() - 20, top - textRoom, column.width() + 40, textRoom - 2),
                          Qt::AlignHCenter | Qt::AlignBottom, bar.text);
        // A label that would run into the one before is left out; the tool tip has it.
        const double half = metrics.horizontalAdvance(bar.label) / 2.0;
        const bool isWide = half * 2 > column.width();
        const QString label = isWide && m_bars.size() <= 12
                                  ? metrics.elidedText(bar.label, Qt::ElideRight, int(column.width()) - 4)
                                  : bar.label;
        const double labelHalf = metrics.horizontalAdvance(label) / 2.0;
        if (column.center().x() - labelHalf > freeFrom) {
            painter->drawText(
                QRectF(column.left() - 30, area.bottom() + 4, column.width() + 60, labelRoom - 4),
                Qt::AlignHCenter | Qt::AlignTop, label);
            freeFrom = column.center().x() + labelHalf + 2;
        }
        if (isChosen)
            painter->fillRect(QRectF(column.left() + 3, area.bottom(), column.width() - 6, 2), t.accentText);
        if (hasFocus() && i == m_current)
            paintBox(*painter, column.adjusted(1, 1, -1, -1), size::tagRadius, {}, t.accent, 1.5);
    }
    painter->restore();
}

void BarChart::mouseMoveEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position());
    if (bar != m_hovered) {
        m_hovered = bar;
        setCursor(bar >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        viewport()->update();
    }
}

void BarChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position());
    if (event->button() != Qt::LeftButton || bar < 0)
        return;
    m_current = bar;
    Q_EMIT activated(bar);
}

void BarChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_hovered = -1;
    viewport()->update();
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: m_current = std::max(0, m_current - 1); break;
    case Qt::Key_Right: m_current = std::min(std::max(0, last), m_current + 1); break;
    case Qt::Key_Home: m_current = 0; break;
    case Qt::Key_End: m_current = std::max(0, last); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current <= last)
            Q_EMIT activated(m_current);
        return;
    default: QChartView::keyPressEvent(event); return;
    }
    if (m_current <= last)
        setAccessibleDescription(m_bars[size_t(m_current)].meaning);
    viewport()->update();
}

bool BarChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int bar = barAt(help->pos());
        QToolTip::showText(help->globalPos(), bar >= 0 ? m_bars[size_t(bar)].meaning : QString(), this);
        return true;
    }
    return QChartView::viewportEvent(event);
}

} // namespace ui
