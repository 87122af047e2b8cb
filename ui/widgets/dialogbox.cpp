// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogbox.h"

#include "ui/style/theme.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int signSide = 24;
constexpr int footer = 56;

} // namespace

DialogBox::DialogBox(Icon sign, Tone tone, const QString &title, QWidget *window)
    : QDialog(window)
    , m_sign(sign)
    , m_tone(tone)
    , m_body(new QVBoxLayout)
    , m_all(new QVBoxLayout(this))
    , m_buttons(new QHBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(title);
    setMinimumWidth(420);
    m_all->setContentsMargins(20 + signSide + 12, 20, 24, 12);
    m_all->setSpacing(size::gap);
    auto *heading = new TextLabel(TextRole::Subject, title);
    heading->setWordWrap(true);
    m_all->addWidget(heading);
    m_body->setSpacing(size::gap);
    m_all->addLayout(m_body);
    m_all->addStretch();
    m_all->addSpacing(20);
    m_buttons->setSpacing(size::gap);
    m_buttons->addStretch();
    m_all->addLayout(m_buttons);
}

void DialogBox::letBodyGrow()
{
    m_all->setStretchFactor(m_body, 1);
}

void DialogBox::addText(const QString &text)
{
    auto *label = new TextLabel(TextRole::Body, text);
    label->setWordWrap(true);
    label->setMaximumWidth(560);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body->addWidget(label);
}

QPushButton *DialogBox::addRejectButton(const QString &text)
{
    QPushButton *button = makeButton(text, ButtonKind::Plain, {}, "reject", this);
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
    m_buttons->addWidget(button);
    return button;
}

QPushButton *DialogBox::addAcceptButton(const QString &text, ButtonKind kind)
{
    QPushButton *button = makeButton(text, kind, {}, "accept", this);
    connect(button, &QPushButton::clicked, this, &QDialog::accept);
    m_buttons->addWidget(button);
    if (kind != ButtonKind::Danger)
        button->setDefault(true);
    return button;
}

void DialogBox::showEvent(QShowEvent *event)
{
    // Wrapped text knows its height only once its width is known.
    ensurePolished();
    const int width = std::max(minimumWidth(), m_all->sizeHint().width());
    resize(width, std::max(m_all->minimumSize().height(), m_all->totalHeightForWidth(width)));
    QDialog::showEvent(event);
}

void DialogBox::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    const bool hasButtons = m_buttons->count() > 1; // besides what pushes them to the right
    if (hasButtons) {
        painter.fillRect(QRect(0, height() - footer, width(), footer), t.header);
        painter.fillRect(QRect(0, height() - footer, width(), 1), t.line);
    }
    paintIcon(painter, QRectF(20, 20, signSide, signSide), m_sign, t.text(m_tone));
}

} // namespace ui
