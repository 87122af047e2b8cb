// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace ui {

class TextLabel;

/// What a page shows when there is nothing yet: what is missing, what to do next, and the button that does
/// it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(Icon sign, const QString &title, const QString &advice, QWidget *parent = nullptr);

    void setText(const QString &title, const QString &advice);
    /// Adds the button; its object name is \a name. Returns it for connecting.
    QPushButton *addAction(const QString &text, const char *name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_sign;
    QVBoxLayout *m_column;
    TextLabel *m_title;
    TextLabel *m_advice;
};

} // namespace ui
