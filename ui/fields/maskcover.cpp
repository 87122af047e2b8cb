// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/maskcover.h"

#include "core/base/tr.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

MaskCover::MaskCover(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize MaskCover::sizeHint() const
{
    return {200, size::input};
}

void MaskCover::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const QString problem = property("problem").toString();
    const QColor edge = problem == QLatin1StringView("late")   ? t.late
                        : problem == QLatin1StringView("soon") ? t.soon
                        : hasFocus()                           ? t.accent
                                                               : t.field;
    paintBox(painter, QRectF(rect()), size::controlRadius, underMouse() ? t.hover : t.surface, edge,
             hasFocus() ? 2 : 1);
    QRect words = rect().adjusted(10, 0, -10, 0);
    painter.setFont(textFont());
    painter.setPen(t.ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
    words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(text()) + 12);
    paintIcon(painter, QRectF(words.left(), rect().center().y() - 7, 15, 15), Icon::Eye, t.faint);
    words.setLeft(words.left() + 20);
    painter.setFont(textFont(TextSize::Hint));
    painter.setPen(t.faint);
    painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(core::tr("点按显示，留记录"), Qt::ElideRight, words.width()));
}

void MaskCover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace ui
