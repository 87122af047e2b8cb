// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusline.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int between = 24;
constexpr int statusSignRoom = 15;

int widthOf(const StatusItem &item, const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(item.text) + (signOf(item.tone) ? statusSignRoom : 0);
}

void paintItem(QPainter &painter, const QRect &rect, const StatusItem &item)
{
    QRect words = rect;
    const QColor color = tokens().text(item.tone);
    if (const auto sign = signOf(item.tone)) {
        paintIcon(painter, QRectF(rect.left(), rect.center().y() - 5, 11, 11), *sign, color);
        words.setLeft(words.left() + statusSignRoom);
    }
    painter.setPen(color);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(item.text, Qt::ElideRight, words.width()));
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(size::statusBar);
}

void StatusLine::setItems(const QList<StatusItem> &items)
{
    m_items = items;
    update();
}

void StatusLine::setRight(const StatusItem &item)
{
    m_right = item;
    update();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
    painter.setFont(textFont(TextSize::Hint));
    const QFontMetrics metrics(painter.font());
    const int right = width() - size::inset;
    const int rightWidth = std::min(widthOf(m_right, metrics) + 1, width() / 2);
    paintItem(painter, QRect(right - rightWidth, 1, rightWidth, height() - 1), m_right);
    int x = size::inset;
    const int end = right - rightWidth - between;
    for (const StatusItem &item : m_items) {
        if (x >= end)
            break;
        const int wanted = std::min(widthOf(item, metrics) + 1, end - x);
        paintItem(painter, QRect(x, 1, wanted, height() - 1), item);
        x += wanted + between;
    }
}

} // namespace ui
