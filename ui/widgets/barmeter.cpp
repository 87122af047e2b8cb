// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/barmeter.h"

#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int meterHeight = 26;
constexpr int thickness = 8;

QString textOf(const MeterRow &row)
{
    if (!row.text.isEmpty())
        return row.text;
    return row.total > 0 ? u"%1%"_s.arg(row.done * 100 / row.total) : u"—"_s; // rounded down: 100 % means all
}

} // namespace

BarMeter::BarMeter(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarMeter::setRows(const QList<MeterRow> &rows)
{
    m_rows = rows;
    m_current = std::clamp(m_current, 0, std::max(0, int(rows.size()) - 1));
    updateGeometry();
    update();
}

QSize BarMeter::sizeHint() const
{
    return {240, meterHeight * int(m_rows.size())};
}

void BarMeter::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const QFont labelFont = textFont();
    const QFont valueFont = textFont();
    int labelWidth = 0;
    int valueWidth = 0;
    for (const MeterRow &row : m_rows) {
        labelWidth = std::max(labelWidth, QFontMetrics(labelFont).horizontalAdvance(row.label));
        valueWidth = std::max(valueWidth, QFontMetrics(valueFont).horizontalAdvance(textOf(row)));
    }
    labelWidth = std::min(labelWidth, width() / 3);
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const MeterRow &row = m_rows[i];
        const QRect line(0, i * meterHeight, width(), meterHeight);
        if (i == m_hovered)
            paintBox(painter, QRectF(line.adjusted(-4, 0, 4, 0)), 4, t.hover);
        painter.setFont(labelFont);
        painter.setPen(t.ink);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(row.label, Qt::ElideRight, labelWidth));
        painter.setFont(valueFont);
        painter.setPen(t.secondary);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, textOf(row));
        QRectF bar(labelWidth + 18, line.center().y() - thickness / 2 + 1, 0, thickness);
        bar.setRight(width() - valueWidth - 14);
        if (bar.width() < thickness)
            continue;
        paintBox(painter, bar, thickness / 2.0, t.track);
        if (row.total > 0 && row.done > 0) {
            const double share = std::min(1.0, double(row.done) / double(row.total));
            bar.setWidth(std::max<double>(thickness, bar.width() * share));
            const QColor fill = row.tone == Tone::Late   ? t.lateBar
                                : row.tone == Tone::Soon ? t.soonBar
                                : row.tone == Tone::Fine ? t.fineBar
                                                         : t.accent;
            paintBox(painter, bar, thickness / 2.0, fill);
        }
        if (hasFocus() && i == m_current)
            paintBox(painter, QRectF(line), 4, {}, t.accent, 1.5);
    }
}

void BarMeter::mouseMoveEvent(QMouseEvent *event)
{
    const int row = int(event->position().y()) / meterHeight;
    m_hovered = row < m_rows.size() ? row : -1;
    update();
}

void BarMeter::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void BarMeter::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = int(event->position().y()) / meterHeight;
    if (event->button() != Qt::LeftButton || row < 0 || row >= m_rows.size())
        return;
    m_current = row;
    Q_EMIT activated(row);
}

void BarMeter::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        m_current = std::min(m_current + 1, int(m_rows.size()) - 1);
    else if (event->key() == Qt::Key_Up)
        m_current = std::max(m_current - 1, 0);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current < m_rows.size())
        Q_EMIT activated(m_current);
    else
        QWidget::keyPressEvent(event);
    update();
}

} // namespace ui
