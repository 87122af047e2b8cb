// SPDX-FileCopyrightText: 2026 The Shanzhi authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/icons.h"
#include "ui/widgets/button.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

/// A dialog in the look of the theme: sign and title, body, buttons at the right, the one that acts last.
/// Opened with open(): window-modal, nothing waits for it. Deletes itself when closed.
class DialogBox : public QDialog
{
    Q_OBJECT
public:
    DialogBox(Icon sign, Tone tone, const QString &title, QWidget *window);

    QVBoxLayout *body() const { return m_body; }
    void addText(const QString &text);
    /// What is left of the height goes to the body, for one that holds a table.
    void letBodyGrow();
    /// The button that closes without doing anything (Esc).
    QPushButton *addRejectButton(const QString &text);
    /// The button that acts; the default (Enter) unless it is dangerous.
    QPushButton *addAcceptButton(const QString &text, ButtonKind kind = ButtonKind::Primary);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_sign;
    Tone m_tone;
    QVBoxLayout *m_body;
    QVBoxLayout *m_all;
    QHBoxLayout *m_buttons;
};

} // namespace ui
