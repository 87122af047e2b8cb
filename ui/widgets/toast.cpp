// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/style/theme.h"
#include "ui/widgets/button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ui {

Toast::Toast(QWidget *window)
    : QWidget(window)
    , m_text(new QLabel(this))
    , m_button(makeButton({}, ButtonKind::Plain, {}, "toastAction", this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(size::inset, 6, 8, 6);
    row->setSpacing(size::inset);
    row->addWidget(m_text);
    row->addWidget(m_button);
    m_text->setTextFormat(Qt::PlainText);
    m_timer.setSingleShot(true);
    m_timer.setInterval(6000);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (m_action)
            m_action();
    });
    window->installEventFilter(this);
    hide();
}

void Toast::showMessage(const QString &text, const QString &actionText, std::function<void()> action)
{
    m_text->setText(text);
    QPalette look = m_text->palette();
    look.setColor(QPalette::WindowText, tokens().tipText);
    m_text->setPalette(look);
    m_text->setContentsMargins(0, 6, 8, 6);
    m_action = std::move(action);
    m_button->setText(actionText);
    m_button->setVisible(!actionText.isEmpty());
    place();
    show();
    raise();
    m_timer.start();
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::place()
{
    const QSize wanted = layout()->sizeHint();
    const int room = parentWidget()->width() - 2 * size::page;
    resize(std::min(wanted.width(), room), wanted.height());
    move((parentWidget()->width() - width()) / 2,
         parentWidget()->height() - height() - size::statusBar - size::inset);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_timer.stop();
}

void Toast::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_timer.start();
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, QRectF(rect()), size::cardRadius, tokens().tip);
}

} // namespace ui
