// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tag.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int padding = 7;
constexpr int height = 20;
constexpr int tagSignSide = 10;
constexpr int tagSignRoom = 14;

} // namespace

QSize tagSize(const QString &text, Tone tone)
{
    const QFontMetrics metrics(textFont(TextSize::Hint));
    return {metrics.horizontalAdvance(text) + 2 * padding + (signOf(tone) ? tagSignRoom : 0), height};
}

void paintTag(QPainter &painter, const QRect &rect, const QString &text, Tone tone)
{
    const Tokens &t = tokens();
    const QRect box(rect.topLeft(), QSize(std::min(rect.width(), tagSize(text, tone).width()), height));
    paintBox(painter, QRectF(box), size::tagRadius, t.back(tone),
             currentTheme() == Theme::HighContrast ? t.text(tone) : QColor());
    QRect words = box.adjusted(padding, 0, -padding, 0);
    const QColor color = t.text(tone);
    if (const auto sign = signOf(tone)) {
        paintIcon(painter,
                  QRectF(words.left(), box.center().y() - tagSignSide / 2 + 1, tagSignSide, tagSignSide),
                  *sign, color);
        words.setLeft(words.left() + tagSignRoom);
    }
    painter.setFont(textFont(TextSize::Hint));
    painter.setPen(tone == Tone::Neutral ? t.ink : color);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width() + 2));
}

Tag::Tag(const QString &text, Tone tone, QWidget *parent)
    : QAbstractButton(parent)
    , m_tone(tone)
{
    setText(text);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Tag::setTone(Tone tone)
{
    m_tone = tone;
    updateGeometry();
    update();
}

void Tag::setClosable(const QString &closeText)
{
    m_closable = true;
    m_closeText = closeText;
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::clicked, this, &Tag::closed, Qt::UniqueConnection);
    updateGeometry();
}

QSize Tag::sizeHint() const
{
    const int close =
        m_closable ? 18 + QFontMetrics(textFont(TextSize::Hint)).horizontalAdvance(m_closeText) : 0;
    return tagSize(text(), m_tone) + QSize(close, 0);
}

void Tag::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    if (!m_closable) {
        paintTag(painter, rect(), text(), m_tone);
        return;
    }
    const int own = tagSize(text(), m_tone).width();
    paintBox(painter, QRectF(rect()), size::tagRadius, t.back(m_tone));
    paintTag(painter, QRect(0, 0, own, rect().height()), text(), m_tone);
    const QColor color = t.text(m_tone);
    paintIcon(painter, QRectF(own - 3, rect().center().y() - 5, 11, 11), Icon::Close, color);
    painter.setFont(textFont(TextSize::Hint));
    painter.setPen(color);
    painter.drawText(rect().adjusted(own + 11, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_closeText);
    if (hasFocus())
        paintBox(painter, QRectF(rect()), size::tagRadius, {}, t.accent, 1.5);
}

void Tag::keyPressEvent(QKeyEvent *event)
{
    if (m_closable &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Delete))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace ui
