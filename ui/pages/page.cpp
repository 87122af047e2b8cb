// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "core/base/tr.h"
#include "core/store/store.h"
#include "ui/style/theme.h"
#include "ui/widgets/prompt.h"

#include <QBoxLayout>
#include <QTimer>

namespace ui {

Page::Page(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{}

QVBoxLayout *Page::layOut(const QList<QWidget *> &left, const QList<QWidget *> &right)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(size::page, size::inset, size::page, size::page);
    all->setSpacing(size::gutter);
    auto *head = new QHBoxLayout;
    head->setSpacing(size::gutter);
    for (QWidget *part : left)
        head->addWidget(part);
    head->addStretch(1);
    for (QWidget *part : right)
        head->addWidget(part);
    all->addLayout(head);
    return all;
}

void Page::followStore()
{
    connect(&m_session.store, &core::Store::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            QTimer::singleShot(0, this, &Page::enter);
    });
}

void Page::tellBusy(bool started)
{
    if (!started)
        m_session.prompt.inform(core::tr("请稍候"), core::tr("另一项工作正在进行，做完以后再试。"));
}

} // namespace ui
