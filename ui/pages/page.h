// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"

#include <QWidget>

namespace ui {

/// One page of the main window. It shows the store and asks it to change; it holds no truth.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(Session &session, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_session(session)
    {}

    /// Called each time the page comes to the front: asks the store again where that is cheap.
    virtual void enter() {}
    /// Called when another page comes to the front: lets go of what takes much memory and is quick to ask for
    /// again.
    virtual void leave() {}
    /// Where the keyboard starts.
    virtual void focusFirst() { setFocus(); }
    /// True when there is something that leaving would lose.
    virtual bool hasUnsavedWork() const { return false; }

protected:
    Session &session() const { return m_session; }
    core::Store &store() const { return m_session.store; }

private:
    Session &m_session;
};

} // namespace ui
