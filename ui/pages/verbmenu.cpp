// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/verbmenu.h"

#include "core/base/tr.h"
#include "core/store/store.h"
#include "ui/dialogs/verbdialog.h"

#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

VerbMenu::VerbMenu(Session &session, const core::RecordType &type, QPushButton *button)
    : QObject(button)
    , m_session(session)
    , m_button(button)
    , m_menu(new QMenu(button))
{
    m_menu->setObjectName(u"verbMenu"_s);
    m_menu->setToolTipsVisible(true);
    for (const core::Verb *verb : core::verbsOf(type)) {
        const QString title = core::tr(verb->title);
        // Dots say that something is asked first.
        QAction *action = m_menu->addAction(verb->input.fields.empty() ? title : title + u'…');
        action->setObjectName(QLatin1StringView(verb->key));
        connect(action, &QAction::triggered, this,
                [this, verb] { askVerb(m_session, *verb, m_id, m_button->window()); });
        m_items.push_back({verb, action});
    }
    button->setMenu(m_menu);
    button->hide();
}

void VerbMenu::showRecord(const QString &id, const QVariantList &values, const QString &whyNot)
{
    m_id = id;
    m_button->setVisible(!id.isEmpty() && !m_items.empty() && !m_session.store.isReadOnly());
    if (id.isEmpty())
        return;
    for (const Item &item : m_items) {
        const QString refusal = whyNot.isEmpty() ? core::refusalOf(*item.verb, values) : whyNot;
        item.action->setEnabled(refusal.isEmpty());
        item.action->setToolTip(refusal.isEmpty() ? core::tr(item.verb->traits.explanation) : refusal);
    }
}

} // namespace ui
