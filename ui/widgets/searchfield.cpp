// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "core/base/tr.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>

namespace ui {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_popup(new HitPopup(this))
{
    setObjectName(QStringLiteral("search"));
    setPlaceholderText(core::tr("名称、拼音首字母、代码尾号…"));
    setAccessibleName(core::tr("搜索"));
    setTextMargins(22, 0, 54, 0);
    m_popup->setObjectName(QStringLiteral("searchHits"));
    connect(this, &QLineEdit::textEdited, this, &SearchField::onEdited);
    connect(m_popup, &HitPopup::hitClicked, this, &SearchField::open);
    auto *here = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    connect(here, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
}

void SearchField::onEdited(const QString &text)
{
    if (text.trimmed().isEmpty())
        m_popup->hide();
    Q_EMIT queryChanged(text.trimmed());
}

void SearchField::setHits(const QList<SearchHit> &hits)
{
    if (!text().trimmed().isEmpty()) // else the answer comes too late
        m_popup->showHits(
            hits, core::tr("没有找到“%1”。可试试名称中的两个字、拼音首字母或代码尾号；找个人要写全名。")
                      .arg(text().trimmed()));
}

void SearchField::open(const SearchHit &hit)
{
    m_popup->hide();
    clear();
    Q_EMIT activated(hit);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool isOpen = m_popup->isVisible();
    switch (event->key()) {
    case Qt::Key_Down: m_popup->moveChoice(1); return;
    case Qt::Key_Up: m_popup->moveChoice(-1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const SearchHit *hit = m_popup->chosen(); isOpen && hit)
            open(SearchHit(*hit));
        return;
    case Qt::Key_Escape:
        if (isOpen)
            m_popup->hide();
        else
            clear();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_popup->hide();
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    if (m_popup->isVisible())
        m_popup->place();
}

QSize SearchField::sizeHint() const
{
    return {420, size::button};
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Tokens &t = tokens();
    QPainter painter(this);
    paintIcon(painter, QRectF(9, (height() - 16) / 2.0, 16, 16), Icon::Search, t.faint);
    if (hasFocus())
        return;
    const QRectF key(width() - 55, (height() - 20) / 2.0, 46, 20);
    paintBox(painter, key, size::tagRadius, t.surface, t.field);
    painter.setFont(textFont(TextSize::Hint));
    painter.setPen(t.faint);
    painter.drawText(key, Qt::AlignCenter, QStringLiteral("Ctrl K"));
}

} // namespace ui
