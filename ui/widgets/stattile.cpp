// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stattile.h"

#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

StatTile::StatTile(Icon sign, const QString &label, QWidget *parent)
    : QAbstractButton(parent)
    , m_sign(sign)
{
    setText(label);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StatTile::setFigure(const QString &figure, Tone tone)
{
    m_figure = figure;
    m_tone = tone;
    describe();
}

void StatTile::setHint(const QString &hint)
{
    m_hint = hint;
    describe();
}

void StatTile::describe()
{
    setAccessibleName(u"%1 %2"_s.arg(text(), m_figure));
    setAccessibleDescription(m_hint);
    update();
}

QSize StatTile::sizeHint() const
{
    return {220, 104};
}

QSize StatTile::minimumSizeHint() const
{
    const int label = QFontMetrics(textFont()).horizontalAdvance(text()) + 20;
    return {std::max(120, label + 2 * size::inset), 104};
}

void StatTile::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    paintBox(painter, QRectF(rect()), size::cardRadius,
             isDown()       ? t.track
             : underMouse() ? t.hover
                            : t.surface,
             underMouse() ? t.field : t.line);
    if (hasFocus())
        paintBox(painter, QRectF(rect()), size::cardRadius, {}, t.accent, 2);
    const QRect area = rect().adjusted(size::inset, 0, -size::inset, 0);
    const bool coloured = m_tone != Tone::Neutral;
    paintIcon(painter, QRectF(area.left(), 18, 14, 14), m_sign, coloured ? t.text(m_tone) : t.secondary);

    const auto line = [&](int top, int height, const QFont &font, const QColor &color, int indent,
                          const QString &words) {
        painter.setFont(font);
        painter.setPen(color);
        const QRect box(area.left() + indent, top, area.width() - indent, height);
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
    };
    line(14, 22, textFont(), t.secondary, 19, text());
    line(36, 38, textFont(TextSize::Figure, coloured ? Weight::Strong : Weight::Normal),
         coloured ? t.text(m_tone) : t.ink, 0, m_figure);
    line(74, 18, textFont(TextSize::Hint), t.faint, 0, m_hint);
}

void StatTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace ui
