// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"

#include <QWidget>

#include <utility>

class QVBoxLayout;

namespace ui {

/// One page of the main window. It shows the store and asks it to change; it holds no truth.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(Session &session, QWidget *parent = nullptr);

    /// Called each time the page comes to the front: asks the store again where that is cheap.
    virtual void enter() {}
    /// Called when the clerk opens the page from the navigation: what a figure or another page has narrowed
    /// it to is given up. What she filtered by herself stays, under the heads where she sees it.
    virtual void showAll() {}
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
    /// The layout of the page, one part below the other, with the margins and the gaps that pages have. It
    /// begins with a line of \a left, the title first, and at its other end \a right.
    QVBoxLayout *layOut(const QList<QWidget *> &left, const QList<QWidget *> &right = {});
    /// From now on the page is entered again when the store has changed, at once or as soon as it is shown.
    void followStore();
    /// True the first time, and once after the store that is followed has changed.
    bool takeStale() { return std::exchange(m_isStale, false); }
    /// Says that another job is at work when the one just asked for has not \a started.
    void tellBusy(bool started);

private:
    Session &m_session;
    bool m_isStale = true;
};

} // namespace ui
