// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/topbar.h"

#include "core/base/tr.h"
#include "ui/style/theme.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleEnd = size::navigation + size::gutter;

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(this))
    , m_row(new QHBoxLayout(this))
{
    setFixedHeight(size::topBar);
    m_row->setContentsMargins(titleEnd, 8, size::inset, 8);
    m_row->setSpacing(size::gutter);
    m_search->setMinimumWidth(200);
    m_search->setMaximumWidth(420);
    m_search->setFixedHeight(size::button);
    m_row->addWidget(m_search, 2);
    m_row->addStretch(1);
}

void TopBar::setPlace(const QString &place)
{
    m_place = place;
    update();
}

QPushButton *TopBar::addButton(const QString &text, ButtonKind kind, std::optional<Icon> sign,
                               const char *name)
{
    QPushButton *button = makeButton(text, kind, sign, name, this);
    m_row->addWidget(button);
    return button;
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    QFont font = textFont(TextSize::Card, Weight::Strong);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1);
    painter.setFont(font);
    painter.setPen(t.accentText);
    const QString title = m_place.isEmpty() ? core::tr("善治") : core::tr("善治 · %1").arg(m_place);
    const QRect box(size::inset, 0, titleEnd - size::inset - 4, height() - 1);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(title, Qt::ElideRight, box.width()));
}

} // namespace ui
