// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/verb.h"
#include "ui/session.h"

#include <QObject>

#include <vector>

class QAction;
class QMenu;
class QPushButton;

namespace ui {

/// The menu of a record's button “办理”: every verb of its type. One that is not allowed is shown all the
/// same, and says why when it is pointed at.
class VerbMenu : public QObject
{
    Q_OBJECT
public:
    /// Gives \a button the menu; it disappears for good when the type has no verbs.
    VerbMenu(Session &session, const core::RecordType &type, QPushButton *button);

    /// The record the verbs are for, with its values; \a id empty: none. \a whyNot: why nothing may be done
    /// with it just now, a sentence; empty: it may.
    void showRecord(const QString &id, const QVariantList &values, const QString &whyNot);

private:
    struct Item
    {
        const core::Verb *verb;
        QAction *action;
    };

    Session &m_session;
    QPushButton *m_button;
    QMenu *m_menu;
    QString m_id;
    std::vector<Item> m_items;
};

} // namespace ui
