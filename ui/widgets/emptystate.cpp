// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int disc = 56;

} // namespace

EmptyState::EmptyState(Icon sign, const QString &title, const QString &advice, QWidget *parent)
    : QWidget(parent)
    , m_sign(sign)
    , m_column(new QVBoxLayout(this))
    , m_title(new TextLabel(TextRole::Subject))
    , m_advice(new TextLabel(TextRole::Secondary))
{
    m_column->setContentsMargins(24, 24, 24, 24);
    m_column->addStretch();
    m_column->addSpacing(disc + 12);
    for (TextLabel *label : {m_title, m_advice}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        m_column->addWidget(label);
    }
    m_column->addStretch();
    setText(title, advice);
}

void EmptyState::setText(const QString &title, const QString &advice)
{
    m_title->setText(title);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
}

QPushButton *EmptyState::addAction(const QString &text, const char *name)
{
    QPushButton *button = makeButton(text, ButtonKind::Plain, {}, name, this);
    const int last = m_column->count() - 1;
    m_column->insertSpacing(last, 8);
    m_column->insertWidget(last + 1, button, 0, Qt::AlignHCenter);
    return button;
}

void EmptyState::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const QRectF circle(width() / 2.0 - disc / 2.0, m_title->y() - disc - 12, disc, disc);
    paintBox(painter, circle, disc / 2.0, t.tint);
    paintIcon(painter, circle.adjusted(16, 16, -16, -16), m_sign, t.accentText);
}

} // namespace ui
