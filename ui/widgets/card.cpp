// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QPainter>

namespace ui {

Card::Card(const QString &title, Body body, QWidget *parent)
    : QWidget(parent)
    , m_headArea(new QWidget(this))
    , m_head(new QHBoxLayout(m_headArea))
    , m_title(new TextLabel(TextRole::CardTitle))
    , m_hint(new TextLabel(TextRole::Label))
    , m_body(new QVBoxLayout)
{
    const bool flush = body == Body::Flush;
    auto *all = new QVBoxLayout(this);
    // A flush body still leaves the card's edge and its round corners to be seen.
    all->setContentsMargins(1, 1, 1, flush ? int(size::cardRadius) : 1);
    all->setSpacing(0);
    m_head->setContentsMargins(size::inset - 1, 12, size::inset - 1, flush ? 8 : 4);
    m_head->addWidget(m_title);
    m_head->addStretch();
    m_head->addWidget(m_hint);
    m_hint->hide();
    m_headArea->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    all->addWidget(m_headArea);
    const int side = flush ? 0 : size::inset - 1;
    m_body->setContentsMargins(side, flush ? 0 : size::gap, side, flush ? 0 : size::inset - 2);
    m_body->setSpacing(flush ? 0 : size::gap);
    all->addLayout(m_body, 1);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_headArea->setVisible(!title.isEmpty() || m_head->count() > 3 || !m_hint->text().isEmpty());
}

void Card::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setTitle(m_title->text());
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, QRectF(rect()), size::cardRadius, tokens().surface, tokens().line);
}

} // namespace ui
