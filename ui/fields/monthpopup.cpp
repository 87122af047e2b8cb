// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/monthpopup.h"

#include "core/base/tr.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cell = 34;
constexpr int inset = 10;
constexpr int heading = 34;
constexpr int weekdays = 24;
constexpr int weeks = 6;
const QRect earlier(inset, inset, 28, 28);
const QRect later(inset + 7 * cell - 28, inset, 28, 28);

} // namespace

MonthPopup::MonthPopup(QWidget *parent)
    : QWidget(parent, Qt::Popup)
{
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(2 * inset + 7 * cell, 2 * inset + heading + weekdays + weeks * cell);
}

void MonthPopup::openBelow(const QWidget *anchor, QDate date)
{
    m_today = QDate::currentDate();
    m_current = date.isValid() ? date : m_today;
    QPoint corner = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    if (const QScreen *screen = anchor->screen()) {
        const QRect room = screen->availableGeometry();
        corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
        if (corner.y() + height() > room.bottom())
            corner.setY(std::max(room.top(), anchor->mapToGlobal(QPoint(0, -height() - 4)).y()));
    }
    move(corner);
    show();
    setFocus(Qt::PopupFocusReason);
}

QDate MonthPopup::firstShown() const
{
    const QDate first(m_current.year(), m_current.month(), 1);
    return first.addDays(1 - first.dayOfWeek()); // weeks begin on Monday
}

QRect MonthPopup::cellOf(int index) const
{
    return {inset + index % 7 * cell, inset + heading + weekdays + index / 7 * cell, cell, cell};
}

void MonthPopup::goTo(QDate date)
{
    if (date.isValid())
        m_current = date;
    update();
}

void MonthPopup::pick(QDate date)
{
    hide();
    Q_EMIT picked(date);
}

void MonthPopup::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    paintBox(painter, QRectF(rect()), 0, t.surface, t.field);
    painter.setFont(textFont(TextSize::Body, Weight::Strong));
    painter.setPen(t.ink);
    painter.drawText(QRect(0, inset, width(), 28), Qt::AlignCenter,
                     core::tr("%1 年 %2 月").arg(m_current.year()).arg(m_current.month()));
    paintIcon(painter, QRectF(earlier).adjusted(6, 6, -6, -6), Icon::ChevronLeft, t.secondary);
    paintIcon(painter, QRectF(later).adjusted(6, 6, -6, -6), Icon::ChevronRight, t.secondary);
    painter.setFont(textFont(TextSize::Hint));
    painter.setPen(t.faint);
    const QString names = core::tr("一二三四五六日");
    for (int day = 0; day < 7; ++day)
        painter.drawText(QRect(inset + day * cell, inset + heading, cell, weekdays), Qt::AlignCenter,
                         names.mid(day, 1));
    for (int i = 0; i < 7 * weeks; ++i) {
        const QDate date = firstShown().addDays(i);
        const QRectF box = QRectF(cellOf(i)).adjusted(2, 2, -2, -2);
        const bool chosen = date == m_current;
        if (chosen)
            paintBox(painter, box, size::controlRadius, t.accent);
        else if (date == m_today)
            paintBox(painter, box, size::controlRadius, {}, t.accent);
        painter.setFont(textFont(TextSize::Body, chosen ? Weight::Strong : Weight::Normal));
        painter.setPen(chosen ? t.onAccent : date.month() == m_current.month() ? t.ink : t.disabled);
        painter.drawText(box, Qt::AlignCenter, QString::number(date.day()));
    }
}

void MonthPopup::keyPressEvent(QKeyEvent *event)
{
    const bool years = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left: goTo(m_current.addDays(-1)); return;
    case Qt::Key_Right: goTo(m_current.addDays(1)); return;
    case Qt::Key_Up: goTo(m_current.addDays(-7)); return;
    case Qt::Key_Down: goTo(m_current.addDays(7)); return;
    case Qt::Key_PageUp: goTo(years ? m_current.addYears(-1) : m_current.addMonths(-1)); return;
    case Qt::Key_PageDown: goTo(years ? m_current.addYears(1) : m_current.addMonths(1)); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: pick(m_current); return;
    case Qt::Key_Escape: hide(); return;
    default: QWidget::keyPressEvent(event);
    }
}

void MonthPopup::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (earlier.contains(at))
        goTo(m_current.addMonths(-1));
    else if (later.contains(at))
        goTo(m_current.addMonths(1));
    for (int i = 0; i < 7 * weeks; ++i) {
        if (cellOf(i).contains(at)) {
            pick(firstShown().addDays(i));
            return;
        }
    }
}

void MonthPopup::wheelEvent(QWheelEvent *event)
{
    goTo(m_current.addMonths(event->angleDelta().y() > 0 ? -1 : 1));
}

} // namespace ui
